import type { Rule } from './rule.ts';

/** Reported while the files are chosen; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'unused-pattern',
  severity: 'warning',
  summary: {
    ru: 'Образец в include или exclude ничего не выбирает',
    en: 'A pattern of `include` or `exclude` matches nothing',
  },
  on: 'reading',
};
