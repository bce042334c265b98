import type { Rule } from './rule.ts';

/** Reported by `source/decode.ts` and by the loader; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'encoding',
  severity: 'error',
  summary: {
    ru: 'Файл не в кодировке UTF-8 или не читается',
    en: 'The file is not UTF-8 or cannot be read',
  },
  on: 'reading',
};
