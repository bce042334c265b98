import type { Bilingual } from '../../finding/text.ts';

/** What is reported about a trap. */
export interface Explanation {
  readonly message: Bilingual;
  readonly help: Bilingual;
}

/** The line as it should be written. */
export const fix = (line: string): Bilingual => ({ ru: `Напишите: ${line}`, en: `Write: ${line}` });
