import type { Rule } from './rule.ts';

/** Reported by `schema/`; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'schema',
  severity: 'error',
  summary: {
    ru: 'Документ не соответствует формату',
    en: 'The document does not follow the format',
  },
  on: 'reading',
};
