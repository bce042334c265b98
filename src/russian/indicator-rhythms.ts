import type { Per } from '../meaning/period.ts';
import type { Token } from './indicator-tokens.ts';
import { readNumeral } from './numerals.ts';

/** «в месяц», «в два месяца», «ежемесячно»: tokens `start`…`end` (exclusive) and the span it counts over. */
export interface Rhythm {
  readonly start: number;
  readonly end: number;
  readonly per: Per;
  readonly every: number;
}

const SPANS: readonly (readonly [RegExp, Per])[] = [
  [/^(?:день|дня|дней|сутки)$/u, 'day'],
  [/^недел[юиья]$/u, 'week'],
  [/^недель$/u, 'week'],
  [/^месяц(?:а|ев)?$|^мес$/u, 'month'],
  [/^квартал(?:а|ов)?$/u, 'quarter'],
  [/^полугоди[ея]$|^полугодий$|^полгода$/u, 'half-year'],
  [/^год(?:а)?$|^лет$/u, 'year'],
  [/^четверт[ьи]$|^четвертей$/u, 'school-quarter'],
];
const ADVERBS: readonly (readonly [RegExp, Per])[] = [
  [/^ежедневно$/u, 'day'],
  [/^еженедельно$/u, 'week'],
  [/^ежемесячно$/u, 'month'],
  [/^ежеквартально$/u, 'quarter'],
  [/^ежегодно$/u, 'year'],
];
const CALENDAR_YEAR = /^(?:календарн|отчетн)/u;

const spanOf = (word: string, rows: typeof SPANS): Per | undefined =>
  rows.find(([form]) => form.test(word))?.[1];

function rhythmAt(tokens: readonly Token[], words: readonly string[], at: number): Rhythm | undefined {
  const word = words[at]!;
  const adverb = spanOf(word, ADVERBS);
  if (adverb) return { start: at, end: at + 1, per: adverb, every: 1 };
  const each = /^кажд(?:ый|ую|ое|ые|ого|ой)$/u.test(word);
  if (!each && word !== 'в' && word !== 'за') return undefined;
  let end = at + 1;
  if (each === false && /^кажд(?:ый|ую|ое)$/u.test(words[end] ?? '')) end += 1;
  let every = 1;
  const digits = tokens[end];
  const spelled = readNumeral(words, end);
  if (digits?.kind === 'number' && Number.isInteger(digits.value)) {
    every = digits.value!;
    end += 1;
  } else if (spelled) {
    every = spelled.value;
    end += spelled.length;
  }
  const school = /^(?:учебн(?:ый|ого)|уч)$/u.test(words[end] ?? '');
  if (school || CALENDAR_YEAR.test(words[end] ?? '')) end += 1;
  const per = spanOf(words[end] ?? '', SPANS);
  if (!per || every < 1 || every > 24) return undefined;
  if (school) return per === 'year' ? { start: at, end: end + 1, per: 'school-year', every } : undefined;
  return { start: at, end: end + 1, per, every };
}

/** Every rhythm of the tokens, in order. «В течение года», «в 2022 году» are none. */
export function rhythmsOf(tokens: readonly Token[], taken: ReadonlySet<number>): readonly Rhythm[] {
  const words = tokens.map((token) => (token.kind === 'word' ? token.text : ''));
  const found: Rhythm[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (taken.has(at)) continue;
    const rhythm = rhythmAt(tokens, words, at);
    if (!rhythm || [...Array(rhythm.end - at).keys()].some((step) => taken.has(at + step))) continue;
    found.push(rhythm);
    at = rhythm.end - 1;
  }
  return found;
}
