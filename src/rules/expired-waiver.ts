import type { Rule } from './rule.ts';

/** Reported by `check/` once all findings are known; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'expired-waiver',
  severity: 'warning',
  summary: {
    ru: 'Срок согласованного отступления истёк',
    en: 'A waiver is past its day',
  },
  on: 'reading',
};
