import { MONTHS, MONTHS_GENITIVE } from '../../finding/months.ts';
import { plural } from '../../finding/plural.ts';
import { type Day, datePartsOf, lastDayOfMonth } from '../../meaning/day.ts';
import type { Period, PlanPeriod } from '../../meaning/period.ts';
import type { Span } from '../../meaning/spans.ts';
import { writeRhythm } from './rhythm.ts';

/** «14 марта 2021 г.», with no-break spaces: a date is not torn over two lines. */
export function writeDay(day: Day): string {
  const { year, month, date } = datePartsOf(day);
  return `${date}\u00a0${MONTHS_GENITIVE[month - 1]} ${year}\u00a0г.`;
}

/**
 * A period in the Russian of a plan's «Срок» column. `readPeriod` reads it back to the same meaning: years
 * are always written, so the plan it stands in does not matter. With the plan given, a rhythm that runs to
 * the plan's end does not repeat that end, nor one over the whole plan its bounds; it reads back in that plan.
 */
export function writePeriod(period: Period, plan?: PlanPeriod): string {
  if (period.kind === 'composite') return writeParts(period, plan);
  const text = [main(period, plan), period.time, basis(period)].filter(Boolean).join(', ');
  return period.for === undefined ? text : `${text} (${period.for})`;
}

/** Parts with a semicolon between; windows of one owner after his name, with commas. */
function writeParts({ parts, for: owner }: Period, plan: PlanPeriod | undefined): string {
  const windows = parts.every(({ kind }) => kind === 'day' || kind === 'span');
  if (owner !== undefined && windows) return `${owner}: ${parts.map((part) => writePeriod(part)).join(', ')}`;
  const named = owner === undefined ? parts : parts.map((part) => ({ ...part, for: part.for ?? owner }));
  return named.map((part) => writePeriod(part, plan)).join('; ');
}

function main(period: Period, plan: PlanPeriod | undefined): string {
  const { kind, from, to } = period;
  switch (kind) {
    case 'day':
      return writeDay(from!);
    case 'span':
      return writeSpan(period);
    case 'open':
      return from === null && to === null ? 'постоянно' : `постоянно, ${writeSpan(period)}`;
    case 'recurring':
      return [writeBounds(period, plan), writeRhythm(period)].filter(Boolean).join(', ');
    case 'relative':
      return writeRelative(period);
    default:
      return basis({ ...period, kind: 'span', basis: period.basis ?? 'need' });
  }
}

/** Whole months, years and school years by name, anything else by its days. */
function writeSpan({ from, to, time }: Period): string {
  if (from === null || to === null) return writeOpen(from, to);
  const [a, b] = [datePartsOf(from), datePartsOf(to)];
  // Only days have a time of day.
  if (time || a.date !== 1 || to !== lastDayOfMonth(b.year, b.month)) return writeDays(from, to);
  if (a.month === 1 && b.month === 12)
    return a.year === b.year ? `${a.year} год` : `${a.year}–${b.year} годы`;
  if (a.month === 9 && b.month === 8 && b.year === a.year + 1) {
    return `${a.year}/${String(b.year % 100).padStart(2, '0')} учебный год`;
  }
  const last = `${MONTHS[b.month - 1]} ${b.year} г.`;
  if (a.year !== b.year) return `${MONTHS[a.month - 1]} ${a.year} г. – ${last}`;
  return a.month === b.month ? last : `${MONTHS[a.month - 1]} – ${last}`;
}

/** «с 5 по 24 сентября 2022 г.», «с 5 мая по 3 июня 2022 г.» */
function writeDays(from: Day, to: Day): string {
  const [a, b] = [datePartsOf(from), datePartsOf(to)];
  if (a.year !== b.year || from === to) return `с ${writeDay(from)} по ${writeDay(to)}`;
  const start = a.month === b.month ? `${a.date}` : `${a.date} ${MONTHS_GENITIVE[a.month - 1]}`;
  return `с ${start} по ${writeDay(to)}`;
}

/** The days between which a rhythm holds, both with their years; what the plan has itself is left out. */
function writeBounds({ from, to }: Period, plan: PlanPeriod | undefined): string {
  if (from === null || to === null) return writeOpen(from, to);
  if (plan && to === plan.to) return from === plan.from ? '' : `с ${writeDay(from)}`;
  return `в период с ${writeDay(from)} по ${writeDay(to)}`;
}

function writeOpen(from: Day | null, to: Day | null): string {
  if (from !== null) return `с ${writeDay(from)} и далее`;
  return to === null ? 'постоянно' : `до ${writeDay(to)}`;
}

function basis({ kind, basis }: Period): string {
  if (kind === 'on-demand' || basis === undefined) return '';
  if (basis === 'schedule') return 'по отдельному графику';
  return basis === 'need' ? 'по мере необходимости' : 'в каникулярное время';
}

const DISTANCES = {
  day: { of: ['дня', 'дней', 'дней'], for: ['день', 'дня', 'дней'] },
  'working-day': {
    of: ['рабочего дня', 'рабочих дней', 'рабочих дней'],
    for: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  },
  week: { of: ['недели', 'недель', 'недель'], for: ['неделю', 'недели', 'недель'] },
  month: { of: ['месяца', 'месяцев', 'месяцев'], for: ['месяц', 'месяца', 'месяцев'] },
  year: { of: ['года', 'лет', 'лет'], for: ['год', 'года', 'лет'] },
} as const;

/** «в течение 10 рабочих дней после издания приказа», «не позднее чем за 2 недели до педсовета». */
function writeRelative({ event = '', offset }: Period): string {
  if (!offset) return event;
  const n = Math.abs(offset.n);
  const forms = DISTANCES[offset.unit];
  if (offset.n < 0) return `не позднее чем за ${n} ${plural(n, forms.for)} до ${event}`;
  return `в течение ${n} ${plural(n, forms.of)} после ${event}`;
}

/** The spans named before the rest is only counted. */
const NAMED = 4;
const YEAR = /[ \u00a0]\d{4}[ \u00a0]г\.$/;

/** «апрель, июль 2022 г.», «9 ноября 2022 г. и ещё 5»: the year stands once where it is the same. */
export function writeSpans(spans: readonly Span[]): string {
  const words = spans.slice(0, NAMED).map(writeAfterFor);
  const more = spans.length - words.length;
  const last = words.at(-1);
  const year = YEAR.exec(last ?? '')?.[0];
  const named =
    year !== undefined && words.every((text) => YEAR.exec(text)?.[0] === year)
      ? [...words.slice(0, -1).map((text) => text.slice(0, -year.length)), last]
      : words;
  return `${named.join(', ')}${more === 0 ? '' : ` и ещё ${more}`}`;
}

/** The words stand after «за», which takes no «с … по …»: «14–27 сентября», «28 сентября – 11 октября». */
function writeAfterFor({ from, to }: Span): string {
  if (from === to) return writeDay(to);
  const text = writePeriod({ kind: 'span', from, to, parts: [] });
  const [, first, last] = /^с (.+) по (.+)$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return text;
  return /^\d+$/.test(first) ? `${first}–${last}` : `${first} – ${last}`;
}
