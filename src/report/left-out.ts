import type { Language } from '../finding/text.ts';
import { counted } from './counted.ts';

/** What a report for people says when it does not show everything. */
export function leftOut(shown: number, all: number, language: Language): string {
  const rest = counted(all - shown, 'finding', language);
  return language === 'ru'
    ? `Показаны первые ${shown} из ${all}; ещё ${rest} не показано.`
    : `The first ${shown} of ${all} are shown; ${rest} more are not.`;
}
