import { cellAt, type Grid } from './grid.ts';
import { plainHeading } from './heading.ts';
import { isColumnNumbers, itemNumber, spoken } from './row-kind.ts';

const quarterOrMonth =
  /^(?:i{1,3}|iv|[1-4])(?: ?й)? (?:кв|квартал|полугод\S*)( |$)|^(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|янв|фев|мар|апр|июн|июл|авг|сент?|окт|ноя|дек)( |$)/;

/** «I кв.», «Март»: a column for a stretch of time, in which a mark stands. */
export const isPeriodTitle = (title: string): boolean => {
  if (title.length > 60) return false;
  const plain = plainHeading(title);
  return plain.length <= 24 && quarterOrMonth.test(plain);
};

/** The words that a mark in such a column stands for; the year may be told by the heading above. */
export const periodOfTitles = (titles: readonly string[]): string => {
  const own = titles.at(-1) ?? '';
  const year = /20\d\d/.test(own) ? undefined : titles.find((title) => /20\d\d/.test(title));
  return year === undefined ? own : `${own} ${year}`;
};

/** What a cell of such a column says of the period: a mark names the column, other words stand before it. */
export function textOfPeriod(text: string, period: string): string {
  if (text === '' || /^[-–—]+$/.test(text)) return '';
  return /^(?:[+*•✓✔√☑хxvХXV]|да)$/iu.test(text) ? period : `${text} (${period})`;
}

/** A first column that nobody headed, and whose cells are numbers of items. */
export function countsItems(grid: Grid, column: number, from: number): boolean {
  let full = 0;
  let numbers = 0;
  for (const row of grid.rows.slice(from, from + 60)) {
    if (spoken(row).length < 2 || isColumnNumbers(row)) continue;
    const text = cellAt(row, column)?.text ?? '';
    if (text === '') continue;
    full++;
    if (itemNumber(text) !== undefined) numbers++;
  }
  return full > 0 && numbers === full;
}
