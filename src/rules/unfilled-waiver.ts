import type { Rule } from './rule.ts';

/** Reported by `check/` once all findings are known; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'unfilled-waiver',
  severity: 'warning',
  summary: {
    ru: 'У согласованного отступления нет причины',
    en: 'A waiver without a reason',
  },
  on: 'reading',
};
