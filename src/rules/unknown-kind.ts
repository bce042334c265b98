import type { Rule } from './rule.ts';

/** Reported by the loader in `model/`; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'unknown-kind',
  severity: 'error',
  summary: {
    ru: 'Непонятно, какого вида документ',
    en: 'It is not clear what kind of document this is',
  },
  on: 'reading',
};
