import type { Rule } from './rule.ts';

/** Reported by the reader in `source/`; this file gives it its severity and its short text. */
export const rule: Rule = {
  id: 'comment-in-text',
  severity: 'warning',
  summary: {
    ru: 'Текст обрезан знаком # — остаток стал комментарием',
    en: 'A text is cut at « #»: the rest became a comment',
  },
  on: 'reading',
};
