import type { Rule } from './rule.ts';

/** Reported by `check/`, which knows all the rules; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'unknown-rule',
  severity: 'warning',
  summary: {
    ru: 'Правила с таким именем нет',
    en: 'There is no rule of that name',
  },
  on: 'reading',
};
