import type { TextLook } from './grid.ts';

/** The number that opens a section title, and what is left. */
export interface Title {
  readonly kind: 'word' | 'roman' | 'arabic' | 'letter' | 'none';
  /** `1`, `1.2`, `IV`; absent where the title has none, or it is part of the words («Раздел 2. …»). */
  readonly number?: string;
  readonly title: string;
  /** For counting on: components of the number. */
  readonly parts: readonly number[];
}

const roman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanValue(text: string): number {
  let sum = 0;
  const digits = [...text].map((letter) => roman[letter] ?? 0);
  digits.forEach((digit, index) => {
    sum += digit < (digits[index + 1] ?? 0) ? -digit : digit;
  });
  return sum;
}

/** Cyrillic letters that stand for Latin ones in Roman numbers. */
const latin = (text: string): string => text.replaceAll('Х', 'X').replaceAll('І', 'I').replaceAll('С', 'C');

const componentsOf = (number: string): number[] => number.split('.').map(Number);

const wordTitle =
  /^(?:под)?(?:раздел|направление|блок|модуль|часть|глава|этап|задача|цель|подпрограмма)\s+(?:№\s*)?([IVXХІ]+|\d+(?:\.\d+)*)(?![\p{L}\d])/iu;

/** Parts «1.2. Кадры», «II. Контроль», «Раздел 3. …» into number and words. */
export function parseTitle(text: string): Title {
  const word = wordTitle.exec(text);
  if (word) {
    const number = latin(word[1]!);
    return {
      kind: 'word',
      title: text,
      parts: /\d/.test(number) ? componentsOf(number) : [romanValue(number.toUpperCase())],
    };
  }
  const arabic = /^(\d{1,3}(?:\.\d{1,3})*)(?:[.)]\s*|\s+)(?=[^\d\s])/u.exec(text);
  if (arabic && (/[.)]\s*$/.test(arabic[0]) || /^[\p{Lu}«"(]/u.test(text.slice(arabic[0].length)))) {
    return {
      kind: 'arabic',
      number: arabic[1]!,
      title: text.slice(arabic[0].length),
      parts: componentsOf(arabic[1]!),
    };
  }
  // «I этап», «II полугодие»: the number is a word of the title.
  const ordinal = /^([IVXLCХІС]{1,7}|\d{1,2})(?:-?(?:й|я|ый|ой|ое|е))?\s+\p{Ll}/u.exec(text);
  if (ordinal) {
    const value = /\d/.test(ordinal[1]!) ? Number(ordinal[1]) : romanValue(latin(ordinal[1]!));
    return { kind: 'word', title: text, parts: [value] };
  }
  const numeral = /^([IVXLCХІС]{1,7})(?:[.)]\s*|\s+)(?=[\p{L}«"(])/u.exec(text);
  if (numeral) {
    const number = latin(numeral[1]!);
    return { kind: 'roman', number, title: text.slice(numeral[0].length), parts: [romanValue(number)] };
  }
  const letter = /^([А-ЯA-Zа-яa-z])[.)]\s*(?=\p{L})/u.exec(text);
  if (letter)
    return {
      kind: 'letter',
      number: letter[1]!,
      title: text.slice(letter[0].length),
      parts: [letter[1]!.charCodeAt(0)],
    };
  return { kind: 'none', title: text, parts: [] };
}

const order = ['word', 'roman', 'arabic', 'letter', 'none'] as const;

/** The lower, the nearer to the top of the document, where nothing else decides. */
export const rankOf = (title: Title, look: TextLook): number =>
  order.indexOf(title.kind) * 100 +
  title.parts.length * 10 -
  (look.capitals ? 4 : 0) -
  (look.bold ? 2 : 0) +
  (look.italic ? 1 : 0);

export const looksOf = (title: Title, look: TextLook): string =>
  [title.kind, title.parts.length, look.bold, look.italic, look.capitals, look.align, look.style].join('|');
