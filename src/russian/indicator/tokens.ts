import type { Range } from '../../finding/finding.ts';
import { isCommonAbbreviation } from '../words/abbreviations.ts';
import { isAdjective } from '../words/adjective.ts';
import { nounsOf } from '../words/lemma.ts';
import { CAPITALS, LETTERS, MARKS, NUMBERS } from '../words/letters.ts';
import { wordRole } from '../words/lexicon.ts';
import { cyrillic } from '../words/look-alikes.ts';
import { readNumeral } from '../words/numerals.ts';
import { wordSet } from '../words/word-set.ts';
import { isPredicate } from './words.ts';

/**
 * What a piece of an indicator is. `name`: letters with digits or digits with «+» («500+», «ФЗ-273»,
 * «1.2.3»): never a quantity. `quote`: a whole quoted title. `odd`: digits that can't be told from letters
 * or a list of numbers — nothing may be read over it.
 */
export type TokenKind =
  | 'word'
  | 'abbreviation'
  | 'number'
  | 'ordinal'
  | 'date'
  | 'name'
  | 'odd'
  | 'percent'
  | 'quote'
  | 'dash'
  | 'comma'
  | 'stop'
  | 'colon'
  | 'open'
  | 'close'
  | 'break'
  | 'sign';

/** `text` is lower-case with ё folded; `raw` as the author wrote it; offsets in the author's text. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly value?: number;
  /** A cardinal written with its ending: «3-х», «5-ти». */
  readonly suffixed?: boolean;
}

/** One character for one, so that offsets stay those of the author's text. */
function tidy(text: string): string {
  const clean = text
    .replace(/[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff\t\v\f]/gu, ' ')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\u2012-\u2015\u2212\u2500]/gu, '–')
    .replaceAll('\r', ' ');
  if (!clean.toLowerCase().includes('дорожн')) return clean;
  // «Муниципальная «дорожная карта»»: the quotes are only manners.
  return clean.replace(/[«"“„](дорожн[a-zа-яё]{1,3} карт[a-zа-яё]{1,3})[»"”“]/giu, ' $1 ');
}

/** The Cyrillic letter that looks like a Latin one, in its case. */
function inRussian(letter: string): string {
  const turned = cyrillic(letter);
  if (/[a-z]/u.test(turned)) return letter;
  return letter === letter.toUpperCase() ? turned.toUpperCase() : turned;
}

/** Letters of a word set right: Latin look-alikes in a Russian word, decomposed й and ё, soft hyphens. */
function letters(raw: string): string {
  let word = raw.replaceAll('\u00ad', '').normalize('NFC');
  if (/[a-z]/iu.test(word)) {
    const turned = [...word].map(inRussian).join('');
    const mixed = /[а-яё]/iu.test(word);
    if (!/[a-z]/iu.test(turned) && (mixed || /^(?:не|от|до|на|с|о|в|во|со|тех|все)$/iu.test(turned)))
      word = turned;
  }
  return word;
}

const LETTER = `[${LETTERS}]`;
const CAPITAL = `[${CAPITALS}]`;
const WORD_END = `(?![${LETTERS}${NUMBERS}])`;
const NUMBER = String.raw`\d{1,3}(?: \d{3})+(?!\d)|\d+`;
const PATTERNS: readonly (readonly [name: string, pattern: string])[] = [
  [
    'quote',
    '«[^«»]{0,400}(?:«[^«»]{0,400}»[^«»]{0,400}){0,5}»|“[^“”]{0,400}”|"[^"\\n]{0,400}"|„[^“”]{0,400}[“”]',
  ],
  ['name', String.raw`https?:\/\/[^\s,;]+`],
  ['name', String.raw`\d+\.\d+\.\d{3,}-\d{2}(?![\d.])`],
  ['date', String.raw`\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d)`],
  ['name', String.raw`\d+(?:\.\d+){2,}`],
  ['range', String.raw`\d{4}\/(?:\d{4}|\d{2})(?!\d)`],
  ['hundred', String.raw`[1lI|][0OОоo]{2}(?= ?%)|\d[OО](?= ?%)|\d+,[OОоo](?= ?%)`],
  ['odd', String.raw`\d+(?:,\d+){2,}|\d*[OО]{1,}\d+[OО\d]*|[l|]\d+`],
  ['ordinal', String.raw`\d{1,4}-?(?:ый|ий|ой|й|ая|я|ое|е|ого|его|го|ому|му|ым|ом|м|ую|ю)${WORD_END}`],
  ['suffixed', String.raw`\d{1,4}-?(?:ти|ми|мя|х|ю|и)${WORD_END}`],
  ['odd', String.raw`\d+[OО]{2,}${WORD_END}|(?<![${LETTERS}${NUMBERS}.])З(?= (?!${CAPITAL})${LETTER})`],
  [
    'name',
    String.raw`\d+\+|\d+-${CAPITAL}[${LETTERS}${NUMBERS}]*|\d+-?(?:дневн|летн|часов|этапн|месячн|балл?ьн|классн|местн|сторонн|разов|уровнев|мерн)${LETTER}*|\d{1,2}[a-zA-Zа-яА-Я](?![${LETTERS}.])`,
  ],
  ['number', String.raw`(?:${NUMBER})(?:[,.]\d+)?`],
  [
    'word',
    String.raw`${LETTER}[${LETTERS}${MARKS}\u00ad'’]*(?:[-‑]${LETTER}[${LETTERS}${MARKS}\u00ad]*)*(?:-\d[\d.${LETTERS}]*|(?<=${CAPITAL})\d[\d.${LETTERS}]*)?(?:-${CAPITAL}${LETTER}*)?`,
  ],
  ['percent', `%(?:-?(?:ный|ная|ное|ных|ного|ной|ый|ое|ая|ом|м|е|й|я)(?!${LETTER}))?`],
  ['dash', '[-–]+'],
  ['comma', ','],
  ['stop', '[;•·●▪]|[.…]+'],
  ['colon', ':'],
  ['open', '[([{]'],
  ['close', '[)\\]}]'],
  ['break', '\\n'],
  ['sign', '[№#≥≤<>=+/*~±&!?]+'],
];
const PATTERN = new RegExp(PATTERNS.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

/** Shortened words whose dot ends no sentence. */
const DOTTED = wordSet(
  'г гг в вв ед чел шт экз уч им др т д п пп пр ст см мин макс ул обл руб тыс млн стр с ч каб доп мун рег кв пос р о дир зам нач отв рук кол проц напр н м мес нед полуг св ок гл табл рис прил',
);

const CAPITAL_WORD = new RegExp(`^${CAPITAL}{2,}`, 'u');
const DIGITS = /[\dOОоo]/u;

/** Bounds and prepositions, which no abbreviation is. */
const SMALL = wordSet(
  'не менее более ниже выше свыше реже чаще и в на по для с о об от до из у за при к чем раз',
);

/**
 * «НЕ МЕНЕЕ 3 МЕРОПРИЯТИЙ»: capitals of a whole text, or of a word that the dictionary holds, are only loud; «ШНОР» is an
 * abbreviation.
 */
function isLoud(text: string, loud: boolean): boolean {
  if (SMALL.has(text)) return true;
  if (nounsOf(text).length > 0 && text.length >= 5 && !isCommonAbbreviation(text.toUpperCase())) return true;
  if (loud && wordRole(text) !== undefined) return true;
  return (
    loud &&
    (text.length < 3 || (text.length > 4 && isAdjective(text)) || isPredicate(text) || isNumeral(text))
  );
}

/** Whether no word of a text of several has a small letter. */
const isAllLoud = (text: string): boolean =>
  !/[а-яё]/u.test(text) && (text.match(/[А-ЯЁ]{3,}/gu)?.length ?? 0) > 1;

/** Whether all words of a text of several, but the shortest, begin with a capital: «Не Менее Трёх Встреч». */
function isTitled(text: string): boolean {
  const words = text.match(/[А-Яа-яЁё]{3,}/gu) ?? [];
  return words.length > 2 && words.every((word) => /^[А-ЯЁ][а-яё]/u.test(word));
}

function digitsValue(raw: string): number {
  return Number(
    raw
      .replaceAll(' ', '')
      .replace(',', '.')
      .replace(/[OОоo]/gu, '0')
      .replace(/[lI|]/gu, '1'),
  );
}

function kindOf(name: string, raw: string, word: string): TokenKind {
  if (name === 'range' || name === 'date') return 'date';
  if (name === 'suffixed' || name === 'hundred') return 'number';
  if (name !== 'word') return name as TokenKind;
  if (/\d/u.test(raw)) return 'name';
  return CAPITAL_WORD.test(word) && word === word.toUpperCase() ? 'abbreviation' : 'word';
}

const isNumeral = (word: string): boolean =>
  readNumeral([word.toLowerCase().replaceAll('ё', 'е')], 0) !== undefined;

/** «два-три»: two numerals and the dash between them. */
function numeralPair(word: string): ((start: number, end: number) => readonly Token[]) | undefined {
  const cut = word.indexOf('-');
  if (cut < 0 || !isNumeral(word.slice(0, cut)) || !isNumeral(word.slice(cut + 1))) return undefined;
  const piece = (kind: TokenKind, raw: string, start: number, end: number): Token => ({
    kind,
    raw,
    text: raw.toLowerCase().replaceAll('ё', 'е'),
    start,
    end,
  });
  return (start, end) => [
    piece('word', word.slice(0, cut), start, start + cut),
    piece('dash', '-', start + cut, start + cut + 1),
    piece('word', word.slice(cut + 1), start + cut + 1, end),
  ];
}

const VALUED = wordSet('number suffixed hundred ordinal');

/** Cuts an indicator into tokens. Linear in the length of the text; what is no token is left out. */
export function tokensOf(text: string): readonly Token[] {
  const clean = tidy(text);
  const loud = isAllLoud(clean);
  const titled = isTitled(clean);
  const pattern = PATTERN;
  pattern.lastIndex = 0;
  const tokens: Token[] = [];
  for (let found = pattern.exec(clean); found; found = pattern.exec(clean)) {
    const raw = found[0];
    const group = PATTERNS.findIndex((_, at) => found![at + 1] !== undefined);
    const name = PATTERNS[group]![0];
    const start = found.index;
    const end = start + raw.length;
    let word = name === 'word' ? letters(raw) : raw;
    if (name === 'word' && CAPITAL_WORD.test(word) && word === word.toUpperCase()) {
      if (isLoud(word.toLowerCase().replaceAll('ё', 'е').replaceAll('Ё', 'е'), loud))
        word = tokens.length === 0 ? word[0]! + word.slice(1).toLowerCase() : word.toLowerCase();
    } else if (titled && name === 'word' && tokens.length > 0) word = word.toLowerCase();
    const last = tokens.at(-1);
    const halves = name === 'word' ? numeralPair(word) : undefined;
    if (halves) {
      tokens.push(...halves(start, end));
      continue;
    }
    if (name === 'stop' && /^\.+$/u.test(raw) && last?.end === start && endsNothing(last, clean, end))
      continue;
    const kind = kindOf(name, raw, word);
    const digits = VALUED.has(name) && DIGITS.test(raw);
    tokens.push({
      kind,
      text: word.toLowerCase().replaceAll('ё', 'е'),
      raw: word,
      start,
      end,
      ...(digits && { value: digitsValue(name === 'hundred' ? raw : (/^[\d ,.]+/u.exec(raw)?.[0] ?? raw)) }),
      ...(name === 'suffixed' && { suffixed: true }),
    });
  }
  return tokens;
}

/** A dot after a shortened word, an initial or a lone digit of a list belongs to it. */
function endsNothing(last: Token, text: string, end: number): boolean {
  if (last.kind === 'abbreviation' || last.kind === 'word') {
    if (last.raw.length === 1 && last.raw !== last.raw.toLowerCase()) return true;
    if (!DOTTED.has(last.text)) return false;
    // «… 2022 г. Приказ»: the year ends a sentence, the town «г. Озёрск» does not; the reader tells by the word.
    return text[end] !== '\n';
  }
  return false;
}

/** The place of a run of tokens in the author's text. */
export const rangeOf = (tokens: readonly Token[]): Range =>
  tokens.length === 0 ? [0, 0] : [tokens[0]!.start, tokens.at(-1)!.end];
