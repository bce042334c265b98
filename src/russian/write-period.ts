import { type Day, datePartsOf, lastDayOfMonth } from '../meaning/day.ts';
import type { Period } from '../meaning/period.ts';
import { plural } from './plural.ts';
import { writeRhythm } from './write-rhythm.ts';

const NAMES = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const OF = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

/**
 * A period in the Russian of a plan's «Срок» column. `readPeriod` reads it back to the same meaning: years
 * are always written, so the plan it stands in does not matter.
 */
export function writePeriod(period: Period): string {
  if (period.kind === 'composite') return writeParts(period);
  const text = [main(period), period.time, basis(period)].filter(Boolean).join(', ');
  return period.for === undefined ? text : `${text} (${period.for})`;
}

/** Parts with a semicolon between; those of one owner after his name, with commas. */
function writeParts({ parts, for: owner }: Period): string {
  if (owner !== undefined) return `${owner}: ${parts.map(writePeriod).join(', ')}`;
  return parts.map(writePeriod).join('; ');
}

function main(period: Period): string {
  const { kind, from, to } = period;
  switch (kind) {
    case 'day':
      return writeDay(from!);
    case 'span':
      return period.time && from !== null && to !== null ? writeDays(from, to) : writeSpan(from, to);
    case 'open':
      return from === null && to === null
        ? 'постоянно'
        : `постоянно, ${period.time && from !== null && to !== null ? writeDays(from, to) : writeSpan(from, to)}`;
    case 'recurring':
      return `${writeRhythm(period)}, ${writeBounds(from, to)}`;
    case 'relative':
      return writeRelative(period);
    default:
      return basis({ ...period, kind: 'span', basis: period.basis ?? 'need' });
  }
}

/** «5 мая 2022 г.» */
export function writeDay(day: Day): string {
  const { year, month, date } = datePartsOf(day);
  return `${date} ${OF[month - 1]} ${year} г.`;
}

/** Whole months, years and school years by name, anything else by its days. */
function writeSpan(from: Day | null, to: Day | null): string {
  if (from === null || to === null) return writeOpen(from, to);
  const [a, b] = [datePartsOf(from), datePartsOf(to)];
  if (a.date !== 1 || to !== lastDayOfMonth(b.year, b.month)) return writeDays(from, to);
  if (a.month === 1 && b.month === 12)
    return a.year === b.year ? `${a.year} год` : `${a.year}–${b.year} годы`;
  if (a.month === 9 && b.month === 8 && b.year === a.year + 1) {
    return `${a.year}/${String(b.year % 100).padStart(2, '0')} учебный год`;
  }
  const last = `${NAMES[b.month - 1]} ${b.year} г.`;
  if (a.year !== b.year) return `${NAMES[a.month - 1]} ${a.year} г. – ${last}`;
  return a.month === b.month ? last : `${NAMES[a.month - 1]} – ${last}`;
}

/** «с 5 по 24 сентября 2022 г.», «с 5 мая по 3 июня 2022 г.» */
function writeDays(from: Day, to: Day): string {
  const [a, b] = [datePartsOf(from), datePartsOf(to)];
  if (a.year !== b.year || from === to) return `с ${writeDay(from)} по ${writeDay(to)}`;
  const start = a.month === b.month ? `${a.date}` : `${a.date} ${OF[a.month - 1]}`;
  return `с ${start} по ${writeDay(to)}`;
}

/** The days between which a rhythm holds, both with their years. */
function writeBounds(from: Day | null, to: Day | null): string {
  if (from === null || to === null) return writeOpen(from, to);
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
