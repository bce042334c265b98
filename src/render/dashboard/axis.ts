import { type Day, datePartsOf } from '../../meaning/day.ts';
import { endOfMonth } from '../../meaning/months.ts';
import type { Pen } from './marks.ts';

/** Percent of the axis a day begins at, with one decimal: a tenth of a percent is a pixel. */
export function at(day: Day, { view }: Pen): number {
  const { from, to } = view.axis;
  return Math.round(((Math.min(Math.max(day, from), to + 1) - from) / (to + 1 - from)) * 1000) / 10;
}

interface Month {
  readonly from: Day;
  readonly to: Day;
  readonly year: number;
  /** 1…12. */
  readonly month: number;
}

/** The whole months of the axis. */
export function monthsOf({ view }: Pen): readonly Month[] {
  const months: Month[] = [];
  for (let from = view.axis.from; from <= view.axis.to; ) {
    const { year, month } = datePartsOf(from);
    const to = endOfMonth(from);
    months.push({ from, to, year, month });
    from = to + 1;
  }
  return months;
}

/** On a long axis only the first month of a quarter has its name. */
const MANY_MONTHS = 26;

export function axisHtml(pen: Pen): string {
  const months = monthsOf(pen);
  const shown = months.length > MANY_MONTHS ? months.filter(({ month }) => month % 3 === 1) : months;
  const labels = shown.map(({ from, month, year }, nth) => {
    const quarter = month % 3 === 1 ? ' class="q"' : '';
    const big = month === 1 || nth === 0 ? `<b>${year}</b>` : '';
    return `<i${quarter} style="left:${at(from, pen)}%">${big}${monthWord(month, pen)}</i>`;
  });
  const { asOf, axis } = pen.view;
  const today =
    asOf < axis.from || asOf > axis.to
      ? ''
      : `<em style="left:${at(asOf, pen)}%">${pen.words.texts.today}</em>`;
  return `<div class="axis" aria-hidden="true">${labels.join('')}${today}</div>`;
}

/** «сен»: a column of the axis has no room for more. */
export const monthWord = (month: number, { words }: Pen): string =>
  (words.months[month - 1] ?? '').slice(0, 3);

/** Lines of the months and of the day, as custom properties of the table. */
export function gridStyle(pen: Pen): string {
  const lines = monthsOf(pen)
    .slice(1)
    .map(({ from, month }) => {
      const colour = month === 1 ? 'var(--line2)' : 'var(--line)';
      return `linear-gradient(${colour},${colour}) ${at(from, pen)}% 0/1px 100% no-repeat`;
    });
  const { asOf, axis } = pen.view;
  const today = asOf < axis.from || asOf > axis.to ? '-9999px' : `${at(asOf, pen)}%`;
  return `--today:${today};--grid:${lines.length === 0 ? 'none' : lines.join(',')}`;
}
