import type { Rule } from './rule.ts';

/** Reported by the reader in `source/`; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'syntax',
  severity: 'error',
  summary: {
    ru: 'Ошибка в записи YAML',
    en: 'Broken YAML',
  },
  on: 'reading',
};
