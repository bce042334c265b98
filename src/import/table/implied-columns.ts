import { MONTHS, MONTHS_GENITIVE } from '../../finding/months.ts';
import { cellAt, filled, type Grid, type GridCell, isColumnNumbers } from './grid.ts';
import { guessField, plainHeading } from './heading.ts';
import { itemNumber } from './numbers.ts';
import { isTermText } from './terms.ts';

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

const stretch = /^(?:i{1,3}|iv|[1-4])(?: ?й)? (?:кв|квартал|полугод\S*)( |$)/;

/** The month that a word names, in full or cut («нояб.»), from 0; -1 for any other word. */
const monthOf = (word: string): number =>
  word.length < 3
    ? -1
    : MONTHS.findIndex((name, at) => word === MONTHS_GENITIVE[at] || name.startsWith(word));

/** «I кв.», «Март»: a column for a stretch of time, in which a mark stands. */
export const isPeriodTitle = (title: string): boolean => {
  if (title.length > 60) return false;
  const plain = plainHeading(title);
  return plain.length <= 24 && (stretch.test(plain) || monthOf(plain.split(' ')[0]!) >= 0);
};

/** The month that a Roman or Arabic number stands for, from 0. */
function monthOfNumber(title: string): number {
  const plain = plainHeading(title).replace(/х/g, 'x').replace(/і/g, 'i');
  const roman = ROMAN.indexOf(plain);
  return roman >= 0 ? roman : /^(?:0?[1-9]|1[0-2])$/.test(plain) ? Number(plain) - 1 : -1;
}

/** «IX, X, XI …» under «Месяцы»: several columns under one heading of terms that are numbered as months are. */
export function areBareMonths(titles: readonly (readonly string[])[]): boolean {
  const [first] = titles;
  return (
    first !== undefined &&
    titles.length >= 3 &&
    titles.every((each) => each[0] === first[0] && monthOfNumber(each.at(-1)!) >= 0) &&
    new Set(titles.map((each) => monthOfNumber(each.at(-1)!))).size === titles.length &&
    guessField(first[0]!)?.field === 'when'
  );
}

/** The words that a mark in such a column stands for; the heading above may give the year. */
export const periodOfTitles = (titles: readonly string[]): string => {
  const own = titles.at(-1) ?? '';
  const month = titles.length > 1 ? monthOfNumber(own) : -1;
  // «Сроки: 2011–2013 гг.» above quarters names the years of the plan, not that of each.
  const year = /20\d\d/.test(own)
    ? undefined
    : titles.find((title) => (title.match(/20\d\d/g) ?? []).length === 1);
  const words = month >= 0 ? MONTHS[month]! : own;
  return year === undefined ? words : `${words} ${year}`;
};

const quarters = ['i', 'ii', 'iii', 'iv'];

/** First and last month of what a column is for, from 0; undefined when that is unknown. */
function monthsOf(period: string): readonly [number, number] | undefined {
  const plain = plainHeading(period).replace(/х/g, 'x').replace(/і/g, 'i');
  const month = monthOf(plain.split(' ')[0]!);
  if (month >= 0) return [month, month];
  const [, number, unit] = /^(i{1,3}|iv|[1-4])(?: ?й)? (кв|полугод)/.exec(plain) ?? [];
  if (number === undefined) return undefined;
  const at = /\d/.test(number) ? Number(number) - 1 : quarters.indexOf(number);
  const length = unit === 'кв' ? 3 : 6;
  return [at * length, at * length + length - 1];
}

/** The months that a text names, from 0: «24.01» and «28.02», «май – июнь». */
function namedMonths(text: string): readonly number[] {
  const dates = [...text.matchAll(/(?<!\d)\d{1,2}\.(\d{2})(?!\d)/g)].map(([, month]) => Number(month) - 1);
  const names = [...text.toLowerCase().matchAll(/[а-я]{3,}/g)].map(([word]) => monthOf(word));
  return [...dates, ...names.filter((month) => month >= 0)];
}

/**
 * What a cell of such a column says of the period: a mark names the column; a date or a month that lies in it stands for
 * itself; «до 25» in a column of a month is a day of it; other words are put before the name of the column.
 */
export function textOfPeriod(text: string, period: string): string {
  if (text === '' || /^[-–—]+$/.test(text)) return '';
  if (/^(?:[+*•✓✔√☑хxvХXV]|да)$/iu.test(text)) return period;
  const line = text.replace(/\n/g, ', ').replace(/,{2,}/g, ',');
  const months = monthsOf(period);
  const named = namedMonths(line);
  const isDated = !/20\d\d/.test(period) || /20\d\d/.test(line);
  if (
    months &&
    isDated &&
    named.length > 0 &&
    named.every((month) => month >= months[0] && month <= months[1])
  )
    return line;
  const days = /^((?:до|с|после|не позднее)\s+)?\d{1,2}(?:\s*(?:[-–—,]|и)\s*\d{1,2})*$/iu.test(line);
  if (days && months && months[0] === months[1]) {
    const year = /20\d\d/.exec(period)?.[0];
    return `${line} ${MONTHS_GENITIVE[months[0]]}${year === undefined ? '' : ` ${year}`}`;
  }
  return `${line} (${period})`;
}

/** «Неделя», «Квартал»: a column in which people write only the number of it. */
export function unitOfHeading(title: string): string | undefined {
  const [, unit] = /^(?:№ )?(недел|декад|квартал)\p{L}{0,2}$/u.exec(plainHeading(title)) ?? [];
  return unit && { недел: 'неделя', декад: 'декада', квартал: 'квартал' }[unit];
}

/** «3-4» → «3-4 неделя», where the heading counts weeks. */
export const withUnit = (text: string, unit: string): string =>
  /^(?:\d{1,2}|[ivх]{1,3})(?:\s*[-–—,]\s*(?:\d{1,2}|[ivх]{1,3}))*$/iu.test(text) ? `${text} ${unit}` : text;

/** The cells of a column below its heading, one for each row that has more than one cell filled. */
function cellsBelow(grid: Grid, column: number, from: number, most = 400): readonly GridCell[] {
  return grid.rows.slice(from, from + most).flatMap((row) => {
    const cell = cellAt(row, column);
    return cell && filled(row).length > 1 && !isColumnNumbers(row) ? [cell] : [];
  });
}

/** Cells of one column that are merged downwards over most rows, with words in them. */
export function groupsRows(grid: Grid, column: number, from: number): boolean {
  const cells = cellsBelow(grid, column, from);
  const below = cells.filter(({ repeated }) => repeated).length;
  const heads = cells.filter(({ repeated, text }) => !repeated && /\p{L}{3}/u.test(text)).length;
  return below > 0 && below >= heads && below + heads === cells.length;
}

/** Whether most cells of a column say when, and nothing else. */
export function holdsTerms(grid: Grid, column: number, from: number): boolean {
  const texts = cellsBelow(grid, column, from, 60).flatMap(({ text }) => (text === '' ? [] : [text]));
  return texts.length > 2 && texts.filter(isTermText).length * 4 >= texts.length * 3;
}

/** A first column that nobody headed, and whose cells are numbers of items. */
export function countsItems(grid: Grid, column: number, from: number): boolean {
  let full = 0;
  let numbers = 0;
  for (const row of grid.rows.slice(from, from + 60)) {
    if (filled(row).length < 2 || isColumnNumbers(row)) continue;
    const text = cellAt(row, column)?.text ?? '';
    if (text === '') continue;
    full++;
    if (itemNumber(text) !== undefined) numbers++;
  }
  return full > 0 && numbers === full;
}
