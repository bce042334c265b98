import { plural } from '../finding/plural.ts';
import type { Language } from '../finding/text.ts';

const NOUNS = {
  document: { ru: ['документ', 'документа', 'документов'], en: ['document', 'documents'] },
  item: { ru: ['пункт', 'пункта', 'пунктов'], en: ['item', 'items'] },
  error: { ru: ['ошибка', 'ошибки', 'ошибок'], en: ['error', 'errors'] },
  warning: { ru: ['предупреждение', 'предупреждения', 'предупреждений'], en: ['warning', 'warnings'] },
  info: { ru: ['сведение', 'сведения', 'сведений'], en: ['note', 'notes'] },
  finding: { ru: ['замечание', 'замечания', 'замечаний'], en: ['finding', 'findings'] },
} as const;

type CountedNoun = keyof typeof NOUNS;

/** «3 ошибки», “3 errors”. */
export function counted(n: number, noun: CountedNoun, language: Language): string {
  const forms = NOUNS[noun];
  return `${n} ${language === 'ru' ? plural(n, forms.ru) : forms.en[n === 1 ? 0 : 1]}`;
}

/** The name of a severity or another counted noun, singular. */
export function nounOf(noun: CountedNoun, language: Language): string {
  return NOUNS[noun][language][0];
}
