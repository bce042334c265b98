import type { Rule } from './rule.ts';

/** Reported by the reader in `source/`; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'swallowed-line',
  severity: 'warning',
  summary: {
    ru: 'Запись списка или поле стали частью текста над ними',
    en: 'An entry of a list or a key became a part of the text above it',
  },
  on: 'reading',
};
