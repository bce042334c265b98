import { datePartsOf } from '../../meaning/day.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { readOrdinal } from '../words/numerals.ts';
import { afterYear, isYear, NO_DAYS, span, type TimePhrase, yearFor } from './calendar.ts';
import { romanOf, type Token } from './tokens.ts';

const SPAN_WORD =
  /^(?:квартал[а-я]*|кв|полугоди[а-я]*|полуг|четверт(?:ь|и|ей|ям|ях)|триместр[а-я]*|семестр[а-я]*|этап[а-я]*|декад[а-я]*)$/u;

const HALF = /^полуг/u;
const QUARTER = /^(?:квартал|кв$)/u;

function partOfYear(word: string, n: number, year: number | undefined, period: PlanPeriod) {
  const from = datePartsOf(period.from);
  if (HALF.test(word) && period.schoolYear && year === undefined) {
    if (n === 1) return span(from.year, 9, from.year, 12);
    return n === 2 ? span(from.year + 1, 1, from.year + 1, 8) : NO_DAYS;
  }
  const single = year ?? (period.schoolYear ? undefined : yearFor(1, period));
  if (single === undefined) return NO_DAYS;
  if (HALF.test(word) && n <= 2) return span(single, n * 6 - 5, single, n * 6);
  if (QUARTER.test(word) && n <= 4) return span(single, n * 3 - 2, single, n * 3);
  return NO_DAYS;
}

/** «1 квартал», «во II полугодии 2022 г.», «2-й этап», «третья четверть». */
export function readSpans(tokens: readonly Token[], at: number, period: PlanPeriod): TimePhrase | undefined {
  const first = tokens[at]!;
  const n =
    first.kind === 'number' || first.kind === 'ordinal'
      ? first.value
      : first.kind === 'abbreviation' || first.kind === 'word'
        ? (romanOf(first.raw) ?? readOrdinal(first.text))
        : undefined;
  if (n === undefined) return undefined;
  let end = at + 1;
  while (
    end - at < 12 &&
    (['dash', 'comma'].includes(tokens[end]?.kind ?? '') || tokens[end]?.text === 'и') &&
    isCounting(tokens[end + 1])
  ) {
    end += 2;
  }
  const word = tokens[end];
  if (word?.kind !== 'word' || !SPAN_WORD.test(word.text)) return undefined;
  const several = end > at + 1;
  // «в 3 этапах»: how many of them, not which.
  if (!several && first.kind === 'number' && !first.suffixed && /(?:ов|ах|ях)$/u.test(word.text))
    return undefined;
  end += 1;
  const years = isYear(tokens[end]) ? afterYear(tokens, end + 1) : undefined;
  const year = years && !years.school ? tokens[end]!.value : undefined;
  end = years ? years.end : afterYear(tokens, end).end;
  return { start: at, end, ...(several || years?.school ? NO_DAYS : partOfYear(word.text, n, year, period)) };
}

const isCounting = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' || token.kind === 'ordinal' || romanOf(token.raw) !== undefined);
