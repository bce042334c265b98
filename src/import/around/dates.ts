import { MONTHS_GENITIVE } from '../../finding/months.ts';
import { dayOf, toIso } from '../../meaning/day.ts';
import { isYear, monthNumber } from '../../russian/index.ts';

/** A day that exists, as an ISO date; a document of another century is a slip of a key. */
function iso(year: number, month: number, date: number): string | undefined {
  const day = isYear(year) ? dayOf(year, month, date) : undefined;
  return day === undefined ? undefined : toIso(day);
}

interface FoundDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const monthNames = MONTHS_GENITIVE.join('|');
const yearMark = '(?:\\s*(?:года|г\\.|г(?![а-яё])))';

/** «31» августа 2023 г., 31.08.2023, 31. 08. 2023, «31» 08. 2023, 31/08/2023, 31.08.23 г. */
const pattern = new RegExp(
  `(?:[«"]\\s*)?(\\d{1,2})\\s*[»"]?[\\s_]*(${monthNames})[\\s_]*(\\d{4})${yearMark}?|(?<![\\d.])[«"]?(\\d{1,2})(?:[»"]?\\s?[./]\\s?|[»"][\\s_]{1,20})(\\d{1,2})(?:\\s?[./]\\s?|_[\\s_]{0,20})(?:(\\d{4})(?!\\d)${yearMark}?|(\\d{2})${yearMark})`,
  'giu',
);

/** Every full date of a text: «14 марта 2021 года», «22.04.2021 г.»; two figures are a year only before «г.». */
export function datesOf(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(pattern)) {
    const month = match[2] ? monthNumber(match[2]) : Number(match[5]);
    const year = match[7] === undefined ? Number(match[3] ?? match[6]) : 2000 + Number(match[7]);
    const date = iso(year, month, Number(match[1] ?? match[4]));
    if (date) found.push({ iso: date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** A text with its full dates taken out. */
export function withoutDates(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of datesOf(text)) {
    pieces.push(text.slice(from, start));
    from = end;
  }
  return [...pieces, text.slice(from)].join(' ');
}

export const firstDate = (text: string): string | undefined => datesOf(text)[0]?.iso;

const range = new RegExp(
  `(?<!\\d)(\\d{1,2})\\s*(?:по|до|[-–—])\\s*(\\d{1,2})\\s*(${monthNames})\\s*(\\d{4})`,
  'giu',
);

/** Stretches of days inside one month: «с 26 по 29 октября 2021 года». */
export function rangesOf(text: string): readonly (FoundDate & { readonly to: string })[] {
  const found: (FoundDate & { to: string })[] = [];
  for (const match of text.matchAll(range)) {
    const month = monthNumber(match[3]!);
    const from = iso(Number(match[4]), month, Number(match[1]));
    const to = iso(Number(match[4]), month, Number(match[2]));
    if (from && to && from < to)
      found.push({ iso: from, to, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
