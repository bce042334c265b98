import { cellAt, type Grid, type GridCell, type GridRow } from './grid.ts';
import { type Field, type Guess, guessField, plainHeading } from './heading.ts';
import {
  areBareMonths,
  countsItems,
  groupsRows,
  holdsTerms,
  isPeriodTitle,
  periodOfTitles,
  unitOfHeading,
} from './implied-columns.ts';
import type { ColumnName } from './items.ts';

/** A column of the road map as its heading describes it. */
export interface HeadedColumn {
  /** `extra` keeps its text under its own heading. */
  readonly field: Field | 'extra';
  /** One line, as printed. */
  readonly heading: string;
  /** Grid columns, the end is exclusive. */
  readonly from: number;
  readonly to: number;
  /** One of several columns for quarters or months: what a mark in it means. */
  readonly period?: string;
  /** One of several columns under a heading of results: whose result it is. */
  readonly label?: string;
  /** What bare numbers under the heading count: «Неделя» over «1», «3-4». */
  readonly unit?: string;
  /** Nothing in the heading says so: it is what is left for this field. */
  readonly assumed?: true;
  /** What the document itself calls it. */
  readonly name?: ColumnName;
  /** Its cells are merged downwards and title the rows beside them. */
  readonly groups?: true;
}

export interface Header {
  readonly columns: readonly HeadedColumn[];
  /** Rows it takes, from `first` on. */
  readonly first: number;
  readonly rows: number;
  /** The document itself says what its columns are, and marks the rows of its items. */
  readonly stated?: true;
}

/** A column of a document that says what its columns are. */
export interface StatedColumn {
  readonly name: ColumnName;
  readonly heading: string;
}

interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly titles: readonly string[];
}

const oneLine = (text: string): string => text.replace(/\n/g, ' ');

/** The lowest cells of the header with the headings above each. */
function leavesOf(rows: readonly GridRow[], columns: number): readonly Leaf[] {
  const leaves: { from: number; to: number; key: GridCell['source'] | undefined; titles: string[] }[] = [];
  for (let column = 0; column < columns; column++) {
    const path = rows
      .map((row) => cellAt(row, column))
      .filter((cell): cell is GridCell => cell !== undefined);
    const lowest = path.at(-1);
    const last = leaves.at(-1);
    if (last && lowest && last.key === lowest.source) {
      last.to = column + 1;
      continue;
    }
    if (!lowest) continue;
    const titles: string[] = [];
    for (const cell of path) {
      const title = oneLine(cell.text);
      if (title !== '' && titles.at(-1) !== title) titles.push(title);
    }
    leaves.push({ from: column, to: column + 1, key: lowest.source, titles });
  }
  return leaves;
}

const isYear = (title: string): boolean =>
  title.length < 20 && /^20\d\d(?: г(?:од)?)?$/.test(plainHeading(title));

/** «Факт» under a heading of its own speaks of that one; a year under one holds its value of that year. */
function guessLeaf({ titles }: Leaf): Guess | undefined {
  const own = titles.at(-1) ?? '';
  const isPart = titles.length > 1 && own.length < 60 && /^факт/.test(plainHeading(own));
  if (titles.length > 1 && isYear(own)) return undefined;
  return (isPart ? undefined : guessField(own)) ?? guessField(titles.join(' '));
}

const isEnd = (titles: readonly string[]): boolean =>
  /оконч|заверш|^по$/.test(plainHeading(titles.at(-1) ?? ''));
const isStart = (titles: readonly string[]): boolean => /начал|^с$/.test(plainHeading(titles.at(-1) ?? ''));

/** What the cells under a heading look like, where its words do not decide. */
interface Contents {
  /** Numbers of items. */
  readonly counts: (leaf: Leaf) => boolean;
  /** Titles of the rows beside them, merged downwards. */
  readonly groups: (leaf: Leaf) => boolean;
  /** Terms. */
  readonly terms: (leaf: Leaf) => boolean;
}

/** Each field to one column: the surest heading, the first of equals; the rest keep their own headings. */
function assign(leaves: readonly Leaf[], contents: Contents): readonly HeadedColumn[] {
  const periods = periodLeaves(leaves);
  const all = leaves.map((leaf) => (periods.has(leaf) ? undefined : guessLeaf(leaf)));
  const grouping = groupingLeaf(leaves, all, contents);
  const guesses = all.map((guess, index) => (leaves[index] === grouping ? undefined : guess));
  const owner = ownersOf(guesses);
  const results = resultLeaves(leaves);
  const [opening] = leaves;
  const isNumber = opening?.titles.length === 0 && !owner.has('number') && contents.counts(opening);
  const open = (leaf: Leaf): boolean =>
    leaf.titles.length > 0 &&
    leaf !== grouping &&
    !periods.has(leaf) &&
    !results.has(leaf) &&
    ![...owner.values()].includes(leaves.indexOf(leaf));
  // An unknown heading: the column whose cells hold terms is the period, and the first of the rest is the action.
  const term =
    owner.has('when') || periods.size > 0
      ? undefined
      : leaves.find((leaf) => open(leaf) && contents.terms(leaf));
  const deed = owner.has('action') ? undefined : leaves.find((leaf) => open(leaf) && leaf !== term);
  return leaves.map((leaf, index): HeadedColumn => {
    const guess = guesses[index];
    const heading = leaf.titles.join(' ');
    if (leaf === grouping) return { field: 'extra', heading, from: leaf.from, to: leaf.to, groups: true };
    if (leaf === term) return { field: 'when', heading, from: leaf.from, to: leaf.to };
    if (leaf === deed) return { field: 'action', heading, from: leaf.from, to: leaf.to, assumed: true };
    if (isNumber && leaf === opening) return { field: 'number', heading, from: leaf.from, to: leaf.to };
    if (results.has(leaf))
      return { field: 'result', heading, from: leaf.from, to: leaf.to, label: leaf.titles.at(-1)! };
    if (periods.has(leaf) && !owner.has('when'))
      return { field: 'when', heading, from: leaf.from, to: leaf.to, period: periodOfTitles(leaf.titles) };
    const mine = guess && owner.get(guess.field) === index;
    const left = leaves[index - 1];
    const pair =
      guess?.field === 'when' &&
      left !== undefined &&
      owner.get('when') === index - 1 &&
      isStart(left.titles) &&
      (leaf.titles[0] === left.titles[0] || isEnd(leaf.titles));
    const executors = guess?.field === 'executors' ? leaves[owner.get('executors') ?? -1] : undefined;
    // Executors by level, under one heading.
    const beside =
      executors !== undefined && executors.titles.length > 1 && executors.titles[0] === leaf.titles[0];
    // «Должность | Ф.И.О.»: who holds the post.
    const holder = isNameOfPerson(leaf.titles.at(-1) ?? '') && owner.get('executors') === index - 1;
    const field = holder ? 'executors' : mine || pair || beside ? guess!.field : 'extra';
    const unit = field === 'when' ? unitOfHeading(leaf.titles.at(-1) ?? '') : undefined;
    return { field, heading, from: leaf.from, to: leaf.to, ...(unit !== undefined && { unit }) };
  });
}

const isNameOfPerson = (title: string): boolean => /^(?:ф ?и ?о|фамили\S*)( |$)/.test(plainHeading(title));

/** The column of each field. */
function ownersOf(guesses: readonly (Guess | undefined)[]): Map<Field, number> {
  const owner = new Map<Field, number>();
  guesses.forEach((guess, index) => {
    const rival = guess && owner.get(guess.field);
    if (guess && (rival === undefined || guess.weight > guesses[rival]!.weight))
      owner.set(guess.field, index);
  });
  return owner;
}

/** A column left of the deeds whose cells are merged over several rows: «Направление», «Раздел», «Месяц». */
function groupingLeaf(
  leaves: readonly Leaf[],
  guesses: readonly (Guess | undefined)[],
  contents: Contents,
): Leaf | undefined {
  const owner = ownersOf(guesses);
  const deeds = owner.get('action') ?? -1;
  return leaves.find((leaf, at) => {
    const field = guesses[at]?.field;
    const isFree =
      field === undefined ||
      (field !== 'number' && owner.get(field) !== at) ||
      // The month of several dates.
      (field === 'when' && guesses.some((other, index) => index > deeds && other?.field === 'when'));
    return at < deeds && leaf.titles.length > 0 && isFree && contents.groups(leaf);
  });
}

/** Columns for quarters or months side by side; fewer than three may be words of an item. */
function periodLeaves(leaves: readonly Leaf[]): ReadonlySet<Leaf> {
  const bare = leaves.filter(({ titles }) => titles.length > 1);
  const months = areBareMonths(bare.map(({ titles }) => titles)) ? bare : [];
  const named = leaves.filter(({ titles }) => isPeriodTitle(titles.at(-1) ?? ''));
  const found = months.length > 0 ? months : named;
  // Under «Срок реализации» years are such columns too.
  const years = leaves.filter(
    ({ titles: [top = '', ...below] }) => guessField(top)?.field === 'when' && isYear(below.at(-1) ?? ''),
  );
  return new Set([...(found.length >= 3 ? found : []), ...(years.length >= 2 ? years : [])]);
}

/** «Результат выполнения» over a column for each school. */
function resultLeaves(leaves: readonly Leaf[]): ReadonlySet<Leaf> {
  const found = leaves.filter(
    ({ titles }) =>
      titles.length > 1 &&
      guessField(titles[0]!)?.field === 'result' &&
      guessField(titles.at(-1)!) === undefined,
  );
  const [first] = found;
  return new Set(
    found.length > 1 && found.every(({ titles }) => titles[0] === first!.titles[0]) ? found : [],
  );
}

/** A header names the action and something else of an item, in short texts. */
function isHeader(leaves: readonly Leaf[], mayBeList: boolean): boolean {
  const periods = periodLeaves(leaves);
  const full = leaves.filter((leaf) => leaf.titles.length > 0 && !periods.has(leaf));
  if (full.length < 2 || full.some((leaf) => leaf.titles.join(' ').length > 160)) return false;
  if (full.some((leaf) => leaf.titles.at(-1)!.split(' ').length > 14)) return false;
  // A number of an item beside words: a row that merely talks of periods and executors.
  if (full.some((leaf) => /^\d{1,3}(?:\.\d{1,3})*[.)]?$/.test(leaf.titles[0]!))) return false;
  const known = full.map(guessLeaf).filter((guess) => guess !== undefined);
  const fields = new Set(known.map((guess) => guess.field));
  if (periods.size > 0) fields.add('when');
  if (mayBeList && full.length === 2 && fields.has('number') && fields.has('action')) return true;
  if (known.length * 2 < full.length) return false;
  const beside = ['when', 'executors', 'indicators', 'result'].filter((field) =>
    fields.has(field as Field),
  ).length;
  // A plan printed without terms and bodies is one still: numbered deeds with a column of what is said about them.
  const numberedDeeds = fields.has('action') && fields.has('number') && fields.size > 2;
  return (
    numberedDeeds ||
    (fields.has('action') && beside >= 1) ||
    (fields.has('number') && beside >= 2) ||
    beside >= 3
  );
}

/** How many rows a header that starts here takes: merges downwards, or sub-headings under a wide heading. */
function heightOf(grid: Grid, first: number): number {
  let height = 1;
  while (height < 4) {
    const next = grid.rows[first + height];
    if (!next) break;
    const above = grid.rows[first + height - 1]!;
    const merged = next.cells.some((cell) => cell.repeated && cell.text !== '');
    const under = above.cells.filter((cell) => cell.span > 1 && cell.text !== '' && !cell.repeated);
    const loose =
      under.length > 0 &&
      under.length < above.cells.length &&
      next.cells.every((cell) => {
        const below = under.some(
          (wide) => cell.column >= wide.column && cell.column + cell.span <= wide.column + wide.span,
        );
        return below ? cell.text !== '' && cell.text.length < 80 : cell.text === '';
      });
    if (!merged && !loose) break;
    height++;
  }
  return height;
}

/** The header that starts in a row, if one does. */
function headerAt(grid: Grid, first: number, mayBeList = false): Header | undefined {
  const row = grid.rows[first];
  if (!row || row.cells.filter((cell) => cell.text !== '').length < 2) return undefined;
  for (let rows = heightOf(grid, first); rows >= 1; rows--) {
    const leaves = leavesOf(grid.rows.slice(first, first + rows), grid.columns);
    if (isHeader(leaves, mayBeList)) {
      const contents: Contents = {
        counts: (leaf) => countsItems(grid, leaf.from, first + rows),
        groups: (leaf) => groupsRows(grid, leaf.from, first + rows),
        terms: (leaf) => holdsTerms(grid, leaf.from, first + rows),
      };
      return { columns: assign(leaves, contents), first, rows };
    }
  }
  return undefined;
}

/**
 * A header further down, which takes the place of the one above: it names as much as that one did, so that the rest of
 * a broken row that happens to use such words is not taken for it.
 */
export function newHeaderAt(grid: Grid, first: number, before: Header): Header | undefined {
  const header = headerAt(grid, first);
  const fields = (of: Header): number => of.columns.filter(({ field }) => field !== 'extra').length;
  const plain = (of: Header): boolean =>
    of.columns.every(({ heading }) => heading === '' || /^[^\p{Ll}]/u.test(heading));
  if (!header || fields(header) < Math.min(3, fields(before)) || (plain(before) && !plain(header)))
    return undefined;
  const numbered = (of: Header): boolean => of.columns.some(({ field }) => field === 'number');
  return numbered(before) && !numbered(header) && header.columns.length >= before.columns.length
    ? undefined
    : header;
}

/**
 * A row that shows the columns a document says it has: most of its headings are theirs. A heading that somebody
 * reworded in its place is the same column; one that was added is what its words say.
 */
function statedHeaderAt(grid: Grid, first: number, stated: readonly StatedColumn[]): Header | undefined {
  const leaves = leavesOf(grid.rows.slice(first, first + 1), grid.columns);
  const headings = leaves.map(({ titles }) => plainHeading(titles.join(' ')));
  const left = [...stated];
  const take = (at: number): StatedColumn | undefined => left.splice(at, 1)[0];
  const found = headings.map((heading) => {
    const at = left.findIndex((column) => plainHeading(column.heading) === heading);
    return at < 0 ? undefined : take(at);
  });
  const same = found.filter((column) => column !== undefined).length;
  if (same * 2 <= headings.filter((heading) => heading !== '').length) return undefined;
  if (leaves.length === stated.length) {
    stated.forEach((column, at) => {
      if (!found[at] && left.includes(column)) found[at] = take(left.indexOf(column));
    });
  }
  const columns = leaves.map(({ from, to, titles }, at): HeadedColumn => {
    const heading = titles.join(' ');
    const name = found[at]?.name;
    if (name?.startsWith('extra.')) return { field: 'extra', name, heading, from, to };
    if (name !== undefined) return { field: name as Field, name, heading, from, to };
    const field = guessField(heading)?.field;
    const isFree = field !== undefined && stated.every((column) => column.name !== field);
    return { field: isFree ? field : 'extra', heading, from, to };
  });
  return { columns, first, rows: 1, stated: true };
}

/**
 * The first header of a table among its first rows.
 *
 * @param stated the columns the document says it has
 * @param mayBeList «№ | Мероприятие» is a header as well
 */
export function findHeader(
  grid: Grid,
  stated?: readonly StatedColumn[],
  mayBeList = false,
): Header | undefined {
  const last = Math.min(grid.rows.length, 60);
  for (let first = 0; first < last; first++) {
    const header = stated ? statedHeaderAt(grid, first, stated) : headerAt(grid, first, mayBeList);
    if (header) return header;
  }
  return undefined;
}
