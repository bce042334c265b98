import { plural } from '../finding/plural.ts';
import type { Language } from '../finding/text.ts';
import { counted } from './counted.ts';

/** What a report for people says when it does not show everything. */
export function leftOut(left: number, all: number, language: Language): string {
  const rest = counted(left, 'finding', language);
  return language === 'ru'
    ? `Показаны самые важные, ${all - left} из ${all}; ещё ${rest} не показано.`
    : `The gravest ${all - left} of ${all} are shown; ${rest} more are not.`;
}

/** What is in place of the rest of a kind. */
export function moreOfTheKind(n: number, rule: string, language: Language): string {
  return language === 'ru'
    ? `ещё ${n} ${plural(n, ['такое', 'таких', 'таких'])} в этом файле; все: roadmap check --rule ${rule}`
    : `${n} more of the kind in this file; all of them: roadmap check --rule ${rule}`;
}
