import type { Bilingual } from '../finding/text.ts';

/** What went wrong with a Word or Excel file. With an `error` there is no draft; a `warning` only asks to look. */
export interface ImportProblem {
  readonly severity: 'error' | 'warning';
  /** Names the defect, for scripts: `not-a-package`, `too-large`, `macros` … */
  readonly code: string;
  readonly message: Bilingual;
  readonly help?: Bilingual;
}

export function refusal(code: string, message: Bilingual, help?: Bilingual): ImportProblem {
  return { severity: 'error', code, message, ...(help && { help }) };
}

export function caution(code: string, message: Bilingual, help?: Bilingual): ImportProblem {
  return { severity: 'warning', code, message, ...(help && { help }) };
}

/** A step either has its value or the reason why the file cannot be read. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ImportProblem };

export const success = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
export const failure = (problem: ImportProblem): { readonly ok: false; readonly problem: ImportProblem } => ({
  ok: false,
  problem,
});
