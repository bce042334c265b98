import type { FactFields } from '../../schema/generated/types.ts';
import { datesOf, rangesOf } from '../around/dates.ts';

/** Words that say a thing was not, or not yet, done. */
const notDone =
  /(^|\s)не\s+(выполн|исполн|провед|состоял|реализ|достиг|утвержд|разработ|завершен|сделан|наступил|начат|начал|требу|планир)|перенес|отмен|(^|\s)в (работе|стадии|процессе)|планирует|будет |частично|продолжа|^\s*нет\.?\s*$|^[\s.?–—-]*$/iu;

/** A day named as that of a document: «приказ от 05.07.2021 № 358», «письмо … 30.03.2020 №01-121». */
const isOfDocument = (text: string, start: number, end: number): boolean =>
  /(приказ|распоряжени|постановлени|письм|протокол|положени|договор)[^.!?\n]{0,80}$/iu.test(
    text.slice(Math.max(0, start - 90), start),
  ) || /^\s*(г\.)?\s*(№|N\s)/u.test(text.slice(end, end + 6));

/** The only day (or stretch of days) that a result names, if it names one. */
function dayOfResult(text: string): FactFields['date'] | undefined {
  const ranges = rangesOf(text);
  const single = datesOf(text).filter(
    (date) =>
      !ranges.some((range) => date.start >= range.start && date.start < range.end) &&
      !isOfDocument(text, date.start, date.end),
  );
  if (ranges.length === 1 && single.length === 0) return { from: ranges[0]!.iso, to: ranges[0]!.to };
  return ranges.length === 0 && single.length === 1 ? single[0]!.iso : undefined;
}

/** What the result column says of an item, as a fact. */
export function factOfResult(item: string, result: string): FactFields {
  const date = dayOfResult(result);
  return { item, ...(date && { date }), ...(claimsNotDone(result) ? {} : { done: true }), result };
}

/** A statement about the whole, or about one of those whose results are on separate lines («Школа № 2: нет»). */
export const claimsNotDone = (text: string): boolean =>
  notDone.test(text) || text.split('\n').some((line) => notDone.test(line.replace(/^[^:]{1,60}:\s*/u, '')));
