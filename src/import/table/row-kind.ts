import type { GridCell, GridRow } from './grid.ts';
import type { Column, Header } from './header.ts';
import { plainHeading } from './heading.ts';
import { parseTitle } from './section-title.ts';

/** The cells of a row that say something, a cell over several columns once. */
export const spoken = (row: GridRow): readonly GridCell[] => row.cells.filter((cell) => cell.text !== '');

/** «1 | 2 | 3 | 4 | 5» under a heading: the numbers of the columns. */
export function isColumnNumbers(row: GridRow): boolean {
  const texts = spoken(row).map((cell) => cell.text.replace(/[.)(]/g, '').trim());
  return (
    texts.length >= 3 &&
    texts.length >= row.cells.length - 1 &&
    texts.every((text, index) => text === String(index + 1))
  );
}

/** The heading once more, as it stands on the next page. */
export function repeatsHeading(row: GridRow, columns: readonly Column[]): boolean {
  const words = new Set(columns.flatMap((column) => [plainHeading(column.heading)]));
  const texts = spoken(row)
    // No heading is as long as that.
    .map(({ text }) => (text.length > 400 ? text : plainHeading(text)))
    .filter((text) => text !== '');
  const found = texts.filter((text) => words.has(text));
  const same = found.length;
  return texts.length >= 2 && new Set(found).size >= 2 && same * 3 >= texts.length * 2;
}

/** A number of an item as written: «1.», «2.10», «п. 3», «4а», «№ 5», «IV»; undefined for anything else. */
export function itemNumber(text: string): string | undefined {
  // «6 7» are two numbers, not 67.
  if (/\d\s+\d/.test(text)) return undefined;
  const bare = text.replace(/\s+/g, '');
  if (/^(?:№|п\.?|пункт)?\d{1,4}(?:[.-]\d{1,4}){0,6}[.)]?(?:[а-яa-z][.)]?)?(?:<?\*+>?)?$/iu.test(bare))
    return bare;
  if (/^(?:[IVXLCХІ]{1,7}|[А-ЯA-Zа-яa-z])(?:\.\d{1,4})*[.)]?$/u.test(bare)) return bare;
  return undefined;
}

/** «Исключён (приказ от 12.05.2021 № 80)», «Пункт утратил силу»: the number stays, the rest is gone. */
export function exclusion(row: GridRow): { number: string; basis: string } | undefined {
  const [first, second, ...more] = spoken(row);
  if (!first || !second || more.length > 0 || itemNumber(first.text) === undefined) return undefined;
  const match = /^(?:пункт\s+)?(?:исключ[её]н[ао]?|утратил[ао]?\s+силу)(?!\p{L})[\s.:,–—-]*([\s\S]*)$/iu.exec(
    second.text,
  );
  if (!match || match[1]!.length > 200) return undefined;
  return { number: first.text, basis: match[1]!.replace(/^\(([\s\S]*)\)\.?$/u, '$1').replace(/\n/g, ' ') };
}

const contextHeading =
  /^(актуальн|обоснован|основани|рисков\S* профил|цел[ьи](?! \S+ мероприят)|задач[аи]|проблем|краткая характерист|характеристик|паспорт|приоритет|ожидаемы\S* результат|наименован\S* (оо|школ|организ|учрежд)|период реализ|сроки реализ|участник|целев\S* (показател|групп)|риск|выявленн|нормативн|исполнител|ответственн|куратор)/;

/** «Продолжение таблицы» over the width of a row. */
export function isSeamRow(row: GridRow): boolean {
  const [first, second] = spoken(row);
  return (
    first !== undefined &&
    second === undefined &&
    /^(?:продолжение|окончание)(?: (?:таблицы|приложения).*)?$/iu.test(first.text)
  );
}

/** «Итого», «Всего по разделу», «Примечание: …»: a row of the table that is no item of it. */
export function isAside(row: GridRow): boolean {
  const [first, second] = spoken(row);
  if (!first) return false;
  return (
    /^(?:итого|всего)(?!\p{L})/iu.test(first.text) ||
    (second === undefined && /^(?:примечани[ея]\s*[:.\d]|\*+\s*\S)/iu.test(first.text))
  );
}

/** Words that open a row of the table's own introduction: «Актуальность», «Рисковый профиль школы», «Задачи». */
export const isContextHeading = (text: string): boolean => {
  const first = plainHeading((text.slice(0, 400).split(/[:\n]/)[0] ?? '').slice(0, 300));
  return first.length <= 90 && contextHeading.test(first);
};

/**
 * The text of a section row: one cell over (nearly) all columns, or a number beside such a cell, or a lone cell that
 * is set apart by its look or its number. `lone` tells that no merge confirms it.
 */
export function sectionText(
  row: GridRow,
  header: Header,
  next: GridRow | undefined,
): { text: string; cell: GridCell; lone: boolean } | undefined {
  const cells = spoken(row);
  const leaves = header.columns.length;
  const width = header.columns.at(-1)!.to - header.columns[0]!.from;
  const [first, second] = cells;
  if (!first || cells.length > 2 || cells.every((cell) => cell.repeated)) return undefined;
  const wide = (cell: GridCell, missing: number): boolean =>
    cell.span > 1 &&
    row.cells.length <= Math.max(2, leaves - 2) &&
    (cell.span >= width * 0.6 || cell.span >= width - missing);
  if (!second) {
    const first0 = header.columns[0]!;
    // Words in the number column of an otherwise empty row run over the cells beside it: a heading nobody merged.
    const inNumber =
      first0.field === 'number' && first.column === first0.from && /\p{L}{3}/u.test(first.text);
    if (inNumber && itemNumber(first.text) === undefined)
      return { text: first.text, cell: first, lone: false };
    if (wide(first, 1) || (row.cells.length === 1 && leaves > 1))
      return { text: first.text, cell: first, lone: false };
    return isSetApart(first, undefined, next) ? { text: first.text, cell: first, lone: true } : undefined;
  }
  const number = itemNumber(first.text);
  if (number === undefined || first.column !== header.columns[0]!.from) return undefined;
  const text = `${first.text.trim()} ${second.text}`;
  if (wide(second, 2)) return { text: withDot(text, first.text), cell: second, lone: false };
  const isAction =
    header.columns.findIndex((column) => second.column >= column.from && second.column < column.to) === 1;
  return isAction && isSetApart(second, number, next)
    ? { text: withDot(text, first.text), cell: second, lone: true }
    : undefined;
}

/** «1 Кадры» reads as a numbered title only with a dot after the number. */
const withDot = (text: string, number: string): string =>
  /[.)]$/.test(number.trim()) ? text : text.replace(number.trim(), `${number.trim()}.`);

/** A lone cell in a row is a section when the page shows it so, or the next number is one of its own. */
function isSetApart(cell: GridCell, number: string | undefined, next: GridRow | undefined): boolean {
  const title = parseTitle(cell.text);
  if (cell.text.length > 250 || /^[а-яё(]/u.test(cell.text)) return false;
  const below = next && spoken(next)[0]?.text.replace(/\s/g, '');
  const own = number?.replace(/[.)]+$/, '') ?? title.number;
  if (own !== undefined && below?.startsWith(`${own}.`) && /\.\d/.test(below)) return true;
  if (title.kind === 'word' || (title.kind === 'roman' && number === undefined)) return true;
  if (number !== undefined && /^[IVXLC]+\.?$/.test(number)) return true;
  return cell.look.bold || cell.look.capitals || /^heading|^заголовок/.test(cell.look.style);
}
