import type { Indicator } from '../../meaning/indicator.ts';
import type { Per } from '../../meaning/period.ts';
import { readNumeral } from '../words/numerals.ts';
import { isAction } from './actions.ts';
import type { Token } from './tokens.ts';

/** «в месяц», «в два месяца», «ежемесячно»: tokens `start`…`end` (exclusive) and the span it counts over. */
export interface Rhythm {
  readonly start: number;
  readonly end: number;
  readonly per: Per;
  readonly every: number;
}

const SPAN_FORMS: readonly (readonly [forms: string, per: Per])[] = [
  ['день дня дней сутки', 'day'],
  ['неделю недели недель неделя', 'week'],
  ['месяц месяца месяцев мес', 'month'],
  ['квартал квартала кварталов', 'quarter'],
  ['полугодие полугодия полугодий полгода', 'half-year'],
  ['год года лет', 'year'],
  ['четверть четверти четвертей', 'school-quarter'],
];
const SPANS: ReadonlyMap<string, Per> = new Map(
  SPAN_FORMS.flatMap(([forms, per]) => forms.split(' ').map((form) => [form, per] as const)),
);
const ADVERBS: ReadonlyMap<string, Per> = new Map([
  ['ежедневно', 'day'],
  ['еженедельно', 'week'],
  ['ежемесячно', 'month'],
  ['ежеквартально', 'quarter'],
  ['ежегодно', 'year'],
]);
const CALENDAR_YEAR = /^(?:календарн|отчетн)/u;

const OFTEN = /^(еже(?:дневн|недельн|месячн|квартальн|годн))(?:ый|ая|ое|ые)$/u;

/** «Ежегодное | проведение не менее 3 акций», «Ежемесячное | размещение»: how often what follows is done. */
function adjectiveAt(words: readonly string[], at: number): Rhythm | undefined {
  const found = at === 0 && words[at]!.startsWith('еже') ? OFTEN.exec(words[at]!) : null;
  const per = found ? ADVERBS.get(`${found[1]}о`) : undefined;
  return per && isAction(words[at + 1] ?? '') ? { start: at, end: at + 1, per, every: 1 } : undefined;
}

function rhythmAt(tokens: readonly Token[], words: readonly string[], at: number): Rhythm | undefined {
  const word = words[at]!;
  const adverb = ADVERBS.get(word);
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
  const per = SPANS.get(words[end] ?? '');
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
    const rhythm = adjectiveAt(words, at) ?? rhythmAt(tokens, words, at);
    if (!rhythm || [...Array(rhythm.end - at).keys()].some((step) => taken.has(at + step))) continue;
    found.push(rhythm);
    at = rhythm.end - 1;
  }
  return found;
}

/** A rhythm as an indicator holds it. */
export const rhythmOf = (rhythm: Rhythm | undefined): Pick<Partial<Indicator>, 'per' | 'every'> =>
  rhythm ? { per: rhythm.per, ...(rhythm.every !== 1 && { every: rhythm.every }) } : {};
