import type { Bilingual } from '../finding/text.ts';

/** What went wrong with a Word or Excel file. With an `error` it is not read; a `warning` only asks to look. */
export interface FileProblem {
  readonly severity: 'error' | 'warning';
  /** Names the defect, for scripts: `not-a-package`, `too-large`, `macros` … */
  readonly code: string;
  readonly message: Bilingual;
  readonly help?: Bilingual;
}

export function refusal(code: string, message: Bilingual, help?: Bilingual): FileProblem {
  return { severity: 'error', code, message, ...(help && { help }) };
}

export function caution(code: string, message: Bilingual, help?: Bilingual): FileProblem {
  return { severity: 'warning', code, message, ...(help && { help }) };
}

/** A step either has its value or the reason why the file cannot be read. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: FileProblem };

export const success = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const failure = (problem: FileProblem): { readonly ok: false; readonly problem: FileProblem } => ({
  ok: false,
  problem,
});
