import type { Rule } from './rule.ts';

/** Reported by `check/` once all findings are known; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'unused-waiver',
  severity: 'warning',
  summary: {
    ru: 'Согласованное отступление ничего не снимает',
    en: 'A waiver accepts nothing',
  },
  on: 'reading',
};
