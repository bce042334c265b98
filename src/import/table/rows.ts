import { MONTH_STEM } from '../../russian/index.ts';
import { isStruckOut, paragraphsOf, shown, textOfBlocks } from '../blocks.ts';
import { type Cells, cellsByColumn } from './cells.ts';
import { filled, type Grid, type GridCell, type GridRow, isColumnNumbers } from './grid.ts';
import { type HeadedColumn, type Header, newHeaderAt } from './header.ts';
import { plainHeading } from './heading.ts';
import type { ColumnName, RowKind } from './items.ts';
import { itemNumber } from './numbers.ts';
import { parseTitle } from './section-title.ts';
import { isWordedTerm, termOfTitle } from './terms.ts';

/** A row as its judges see it. */
interface RowView {
  readonly row: GridRow;
  readonly index: number;
  readonly grid: Grid;
  readonly header: Header;
  /** Cells that say something, in order. */
  readonly texts: readonly GridCell[];
  /** What was read last; at the start nothing. */
  readonly after: 'start' | 'section' | 'item';
  /** The road map has items above this row. */
  readonly hasItems: boolean;
  /** The first row of a piece of the table: it may go on with the last row of the piece before. */
  readonly fragmentStart: boolean;
}

/** A title as found in a row. */
export interface FoundTitle {
  readonly text: string;
  readonly cell: GridCell;
  /** A term that is beside the title. */
  readonly when?: string;
  /** Further words of the row. */
  readonly beside?: readonly GridCell[];
}

export interface Judged {
  readonly kind: RowKind;
  readonly header?: Header;
  readonly title?: FoundTitle;
  readonly excluded?: { readonly number: string; readonly basis: string };
}

interface Judgement {
  /**
   * A small table whose last row is one of these: cells are parted by « | », `>` is covered by the cell on its left, `^`
   * by the one above, `*…*` is bold, `~…~` struck out.
   */
  readonly example: readonly string[];
  readonly judge: (view: RowView) => Judged | undefined;
}

const is = (kind: RowKind, holds: (view: RowView) => boolean): Judgement['judge'] => {
  const judged = { kind };
  return (view) => (holds(view) ? judged : undefined);
};

const titled =
  (kind: RowKind, find: (view: RowView) => FoundTitle | undefined): Judgement['judge'] =>
  (view) => {
    const title = find(view);
    return title && { kind, title };
  };

const usual = '№ | Мероприятие | Срок | Исполнитель';

/** Tried in turn; the first that recognises a row says what it is. What none recognises is an item or a piece of one. */
export const JUDGEMENTS: readonly Judgement[] = [
  {
    example: [usual, '1 | ~Семинар~ | ~май~ | ~школа~'],
    judge: is('struck-row', ({ row }) => isStruckOut(row.cells.map(({ source }) => source))),
  },
  { example: [usual, ' | | | '], judge: is('empty', ({ texts }) => texts.length === 0) },
  { example: [usual, '1 | 2 | 3 | 4'], judge: is('column-numbers', ({ row }) => isColumnNumbers(row)) },
  { example: [usual, 'Продолжение таблицы | > | > | >'], judge: is('seam', ({ texts }) => isSeamRow(texts)) },
  {
    example: [usual, '1 | Семинар | май | школа', usual],
    judge: ({ grid, index, header, row }) => {
      const again = newHeaderAt(grid, index, header);
      if (again) return { kind: 'header', header: again };
      return repeatsHeading(row, header.columns) ? { kind: 'header' } : undefined;
    },
  },
  {
    example: [usual, '1.7 | Исключён (приказ от 12.05.2021 № 80) | | '],
    judge: ({ texts, header }) => {
      const excluded = exclusion(texts) ?? unnumberedExclusion(texts, header);
      return excluded && { kind: 'excluded', excluded };
    },
  },
  {
    example: [usual, '*Раздел 2. Обучение* | > | > | >', 'Цель раздела: научить наставников | > | > | >'],
    judge: is('section-note', isSectionNote),
  },
  {
    example: [usual, 'Целевая группа | > | Молодые учителя – 11 человек | >'],
    judge: is('introduction', isIntroduction),
  },
  {
    example: [usual, '1 | Семинар | май | школа', 'Итого: 1 семинар | > | > | >'],
    judge: is('aside', isAside),
  },
  {
    example: [usual, 'Раздел 1. Подготовка учителей | | | '],
    judge: titled('section', titleInNumberColumn),
  },
  { example: [usual, '1. Кадры | > | > | >'], judge: titled('section', wideTitle) },
  { example: [usual, '1 | Кадры | > | >'], judge: titled('section', numberedWideTitle) },
  {
    example: [usual, 'I этап | > | январь – март 2023 г. | >'],
    judge: titled('section', titleWithTerm),
  },
  {
    example: [
      'Сроки | Мероприятия | Форма | Ответственный | Отметка',
      'Работа с семьями | > | > | > | Памятка для выезда',
    ],
    judge: titled('section', titleWithWordsBeside),
  },
  {
    example: [usual, '2 | *Обучение* | май – июнь | '],
    judge: titled('section', numberedTitleWithTerm),
  },
  {
    example: [usual, '1 | Семинар | май | школа', '2 | Модуль 1 для наставников | | '],
    judge: titled('bare-item', (view) => {
      const title = loneTitle(view);
      return title && fillsSiblings(view) && !isNamedSection(title.cell) ? title : undefined;
    }),
  },
  {
    example: [usual, ' | *Кадры* | | '],
    judge: titled('lone-section', (view) => {
      const title = loneTitle(view);
      // The rest of a broken row is alone as well.
      return title && !(view.fragmentStart && view.hasItems && !title.cell.look.bold) ? title : undefined;
    }),
  },
];

/** The kind of a row, and what was found in it; undefined for a row of an item. */
export function judgeRow(view: RowView): Judged | undefined {
  const isItem = view.header.stated === true && isMarked(view.row);
  for (const { judge } of JUDGEMENTS) {
    const judged = judge(view);
    if (judged && !(isItem && NEVER_MARKED.has(judged.kind))) return judged;
  }
  return undefined;
}

/** What a row that bears the mark of an item is not, however it looks. */
const NEVER_MARKED: ReadonlySet<RowKind> = new Set<RowKind>([
  'column-numbers',
  'seam',
  'header',
  'section-note',
  'introduction',
  'aside',
  'section',
  'bare-item',
  'lone-section',
]);

/** Whether a rendered document has marked the row as that of an item. */
const isMarked = (row: GridRow): boolean =>
  [
    ...row.marks,
    ...row.cells.flatMap(({ source, repeated }) =>
      repeated ? [] : [...paragraphsOf(source.blocks)].flatMap(({ marks }) => marks ?? []),
    ),
  ].some((mark) => mark.startsWith('rm_item_'));

/** A row of an item, or a piece of one, as its judges see it. */
export interface ItemView {
  readonly cells: Cells;
  readonly names: readonly ColumnName[];
  /** As it stands, '' when there is none. */
  readonly number: string;
  /** Items of this table bear numbers. */
  readonly numbered: boolean;
  readonly fragmentStart: boolean;
  /** The item above, where one is open. */
  readonly last?: {
    /** Its number cell covers this row too. */
    readonly sharesNumber: boolean;
    readonly action: string;
    readonly hasParts: boolean;
  };
}

interface ItemJudgement {
  readonly kind: RowKind;
  readonly example: readonly string[];
  readonly holds: (view: ItemView) => boolean;
}

const textIn = ({ cells, names }: ItemView, name: ColumnName): string =>
  cells[names.indexOf(name)]?.text ?? '';

const ownText = ({ cells, names }: ItemView, name: ColumnName): string => {
  const cell = cells[names.indexOf(name)];
  return cell && !cell.repeated ? cell.text : '';
};

/** Words that begin where others stopped, and are no term. */
const goesOn = (text: string): boolean => /^[а-яё,;)]/u.test(text) && !BEGINS_TERM.test(text);

const BEGINS_TERM = new RegExp(
  `^(?:в течени|до |по |с |ежемес|еженед|ежекв|ежегод|постоянн|весь |${MONTH_STEM})`,
  'u',
);

/** A row that says everything an item says, and does not begin where another stopped. */
function isWhole({ cells, names }: ItemView): boolean {
  const text = (name: ColumnName): string => cells[names.indexOf(name)]?.text ?? '';
  const wanted = (['action', 'when', 'executors'] as const).filter((name) => names.includes(name));
  return (
    wanted.length >= 2 &&
    wanted.every((name) => text(name) !== '') &&
    cells.every((cell, at) => !cell || names[at] === 'executors' || !goesOn(cell.text))
  );
}

const partMark = /^(?:[-–—•·▪*]|\(?[а-яa-z]\)|\d{1,2}\))\s*/u;

/** A deed under the item above: marked as one of a list, or promised by its colon, with a term or people of its own. */
const isPart = (view: ItemView): boolean => {
  const { last, numbered, number, fragmentStart } = view;
  const action = ownText(view, 'action');
  if (!last || !numbered || number !== '' || fragmentStart || action === '') return false;
  const listed = partMark.test(action) || last.hasParts || /:\s*$/.test(last.action);
  return (
    listed && !/^[,;)]/.test(action) && (ownText(view, 'when') !== '' || ownText(view, 'executors') !== '')
  );
};

const isMissing = (view: ItemView): boolean => {
  const action = textIn(view, 'action');
  return view.numbered
    ? view.number === ''
    : action === '' || (view.fragmentStart && /^[а-яё,;)]/u.test(action));
};

export const ITEM_JUDGEMENTS: readonly ItemJudgement[] = [
  {
    kind: 'merged-number',
    example: [usual, '1 | Семинар | май | школа', '^ | Вебинар | июнь | центр'],
    holds: ({ last }) => last?.sharesNumber === true,
  },
  {
    kind: 'part-row',
    example: [usual, '2 | Встречи в школах: | | ', ' | - школа № 1 | 8 мая | директор'],
    holds: isPart,
  },
  {
    kind: 'continued-row',
    example: [usual, '1 | Семинар учителей | май | школа', ' | и методистов | | '],
    holds: (view) =>
      view.last !== undefined && isMissing(view) && !(view.numbered && !view.fragmentStart && isWhole(view)),
  },
  { kind: 'item', example: [usual, '1 | Семинар | май | школа'], holds: () => true },
];

export const judgeItem = (view: ItemView): RowKind => ITEM_JUDGEMENTS.find(({ holds }) => holds(view))!.kind;

/** Whether a further row beside a number says as much as an item does: then it is a line of its own in each cell. */
export const isFurther = isWhole;

export const withoutPartMark = (text: string): string => text.replace(partMark, '');

// What the judgements look at.

/** «Раздел 2. Обучение»: the words say what the row is, though its number is one of the rows’. */
const isNamedSection = ({ text }: GridCell): boolean =>
  /^(?:под)?раздел\s+(?:№\s*)?(?:[IVXХІ]+|\d+(?:\.\d+)*)(?![\p{L}\d])/iu.test(text);

/** The heading once more, as it is on the next page. */
export function repeatsHeading(row: GridRow, columns: readonly HeadedColumn[]): boolean {
  const words = new Set(columns.flatMap((column) => [plainHeading(column.heading)]));
  const texts = filled(row)
    // No heading is as long as that.
    .map(({ text }) => (text.length > 400 ? text : plainHeading(text)))
    .filter((text) => text !== '');
  const found = texts.filter((text) => words.has(text));
  const same = found.length;
  return texts.length >= 2 && new Set(found).size >= 2 && same * 3 >= texts.length * 2;
}

const isSeamRow = ([first, second]: readonly GridCell[]): boolean =>
  first !== undefined &&
  second === undefined &&
  /^(?:продолжение|окончание)(?: (?:таблицы|приложения).*)?$/iu.test(first.text);

/** «Исключён (приказ от 12.05.2021 № 80)», «Пункт утратил силу»: the number stays, the rest is gone. */
function exclusion([first, second, ...more]: readonly GridCell[]): Judged['excluded'] {
  if (!first || !second || more.length > 0 || itemNumber(first.text) === undefined) return undefined;
  const basis = basisOfExclusion(second.text);
  return basis === undefined ? undefined : { number: itemNumber(first.text)!, basis };
}

/** The same in a document of ours that prints no numbers. */
function unnumberedExclusion(
  [first, ...more]: readonly GridCell[],
  { stated, columns }: Header,
): Judged['excluded'] {
  if (!stated || !first || more.length > 0 || columns.some(({ field }) => field === 'number'))
    return undefined;
  const basis = basisOfExclusion(first.text);
  return basis === undefined ? undefined : { number: '', basis };
}

function basisOfExclusion(text: string): string | undefined {
  const match = /^(?:пункт\s+)?(?:исключ[её]н[ао]?|утратил[ао]?\s+силу)(?!\p{L})[\s.:,–—-]*([\s\S]*)$/iu.exec(
    text,
  );
  if (!match || match[1]!.length > 200) return undefined;
  return match[1]!.replace(/^\(([\s\S]*)\)\.?$/u, '$1').replace(/\n/g, ' ');
}

const contextHeading =
  /^(актуальн|обоснован|основани|рисков\S* профил|цел[ьи](?! \S+ мероприят)|задач[аи]|проблем|краткая характерист|характеристик|паспорт|приоритет|ожидаемы\S* результат|наименован\S* (оо|школ|организ|учрежд)|период реализ|сроки? реализ|участник|целев\S* (показател|групп)|риск|выявленн|нормативн|исполнител|ответственн|куратор)/;

/** Words that open a row of the table's own introduction: «Актуальность», «Рисковый профиль школы», «Задачи». */
export const isContextHeading = (text: string): boolean => {
  const first = plainHeading((text.slice(0, 400).split(/[:\n]/)[0] ?? '').slice(0, 300));
  return first.length <= 90 && contextHeading.test(first);
};

/** The columns of a header that a cell covers. */
const covered = (cell: GridCell, { columns }: Header): readonly HeadedColumn[] =>
  columns.filter(({ from, to }) => cell.column <= from && cell.column + cell.span >= to);

/** A cell over the columns of two or more fields is no cell of an item. */
const overlaps = (cell: GridCell, header: Header): boolean =>
  covered(cell, header).filter(({ field }) => field !== 'number').length > 1;

/** «Цель раздела: …» in a row under the title of a section, over its whole width or beside its label. */
function isSectionNote({ texts: [first, second, ...more], after, header }: RowView): boolean {
  if (after !== 'section' || !first || more.length > 0 || itemNumber(first.text) !== undefined) return false;
  if (second) return isContextHeading(first.text) && overlaps(second, header) && !isWordedTerm(second.text);
  // «(по планам классных руководителей)» under its title.
  if (/^\([^()\d]*\)\.?$/u.test(first.text) && !termOfTitle(first.text.replace(/[()]/g, ''))) return true;
  if (!overlaps(first, header) || parseTitle(first.text).kind === 'word') return false;
  return (isContextHeading(first.text) && /^[^:–—]{3,60}[:–—]/.test(first.text)) || first.text.length > 250;
}

/** A row of the introduction: «Актуальность | …», or a long text over the whole width. */
function isIntroduction({ row, texts, header, hasItems, after }: RowView): boolean {
  const [first, second] = texts;
  if (hasItems || !first || texts.length > 2 || itemNumber(first.text) !== undefined) return false;
  const wide = (cell: GridCell): boolean => cell.span > 1 || row.cells.length < header.columns.length;
  if (second) {
    if (wide(second) && isContextHeading(first.text)) return true;
    const isLabel =
      first.text.length <= 120 && !/[.;]$/.test(first.text) && parseTitle(first.text).kind === 'none';
    return (
      after === 'start' &&
      isLabel &&
      overlaps(second, header) &&
      !isWordedTerm(second.text) &&
      !isWordedTerm(first.text)
    );
  }
  // In a sheet a text may run over the empty cells beside it, unmerged.
  const runsOver = first.column === header.columns[0]!.from && first.text.length > 12;
  // The chart of a risk profile is under its heading.
  const hasPicture = [...paragraphsOf(first.source.blocks)].some(
    ({ pictures }) => (pictures ?? []).length > 0,
  );
  if (hasPicture && wide(first) && isContextHeading(first.text)) return true;
  return (
    (wide(first) || runsOver) &&
    (first.text.length > 250 || isContextHeading(first.text)) &&
    (first.text.length > 40 || (first.text.includes('\n') && parseTitle(first.text).kind === 'none'))
  );
}

/** «Итого», «Всего по разделу», «Примечание: …»: a row of the table that is no item of it. */
function isAside({ texts: [first, second], header, hasItems }: RowView): boolean {
  if (!first) return false;
  if (/^(?:итого|всего)(?!\p{L})/iu.test(first.text)) return true;
  if (second !== undefined) return false;
  if (/^(?:примечани[ея]\s*[:.\d]|\*+\s*\S)/iu.test(first.text)) return true;
  // A paragraph over the whole width below the first items is no title.
  return (
    hasItems &&
    overlaps(first, header) &&
    first.text.length > 250 &&
    parseTitle(first.text).kind === 'none' &&
    !first.look.bold
  );
}

/** Whether a cell covers (nearly) all columns of a row that has few cells. */
function isWide(cell: GridCell, { row, header }: RowView, missing: number): boolean {
  const width = header.columns.at(-1)!.to - header.columns[0]!.from;
  return (
    cell.span > 1 &&
    row.cells.length <= Math.max(2, header.columns.length - 2) &&
    (cell.span >= width * 0.6 || cell.span >= width - missing)
  );
}

/** Words in the number column of an otherwise empty row run over the cells beside it: a heading nobody merged. */
function titleInNumberColumn({ texts: [first, second], header }: RowView): FoundTitle | undefined {
  const [column] = header.columns;
  if (!first || second || first.repeated || column!.field !== 'number' || first.column !== column!.from)
    return undefined;
  const isInside = first.span <= column!.to - column!.from;
  return isInside && /\p{L}{3}/u.test(first.text) && itemNumber(first.text) === undefined
    ? { text: first.text, cell: first }
    : undefined;
}

function wideTitle(view: RowView): FoundTitle | undefined {
  const [first, second] = view.texts;
  if (!first || second || first.repeated) return undefined;
  const alone = view.row.cells.length === 1 && view.header.columns.length > 1;
  return isWide(first, view, 1) || alone ? { text: first.text, cell: first } : undefined;
}

function numberedWideTitle(view: RowView): FoundTitle | undefined {
  const { texts, header } = view;
  const [first, second, third] = texts;
  if (!first || !second || third || itemNumber(first.text) === undefined) return undefined;
  if (first.column !== header.columns[0]!.from || (first.repeated && second.repeated)) return undefined;
  return isWide(second, view, 2)
    ? { text: withDot(`${first.text.trim()} ${second.text}`, first.text), cell: second }
    : undefined;
}

/** «I этап | январь – март», or the term first: two cells of which one only says when. */
function titleWithTerm(view: RowView): FoundTitle | undefined {
  const { texts, header } = view;
  const [first, second, third] = texts;
  if (!first || !second || third || first.repeated || itemNumber(first.text) !== undefined) return undefined;
  const [title, term] = isWordedTerm(second.text)
    ? [first, second]
    : isWordedTerm(first.text)
      ? [second, first]
      : [undefined, undefined];
  if (!title || !term || title.text.length > 250 || termOfTitle(title.text)) return undefined;
  const apart = overlaps(title, header) || overlaps(term, header);
  const shaped = title.look.bold || title.look.capitals || parseTitle(title.text).kind === 'word';
  return apart || shaped ? { text: title.text, cell: title, when: oneLine(term.text) } : undefined;
}

/** A title that covers the columns of an item's deed and term, with further words in the last cells. */
function titleWithWordsBeside({ row, texts, header }: RowView): FoundTitle | undefined {
  const [first, ...beside] = texts;
  if (!first || beside.length === 0 || beside.length > 2 || first.repeated) return undefined;
  if (itemNumber(first.text) !== undefined || first.text.length > 250) return undefined;
  const over = covered(first, header).filter(({ field }) => field !== 'number');
  const deeds = over.some(({ field }) => field === 'action') && over.some(({ field }) => field === 'when');
  return deeds && over.length >= 3 && row.cells.length < header.columns.length
    ? { text: first.text, cell: first, beside }
    : undefined;
}

/** «2 | Обучение | май – июнь |» above 2.1: a section that states its term. */
function numberedTitleWithTerm({ grid, index, texts, header }: RowView): FoundTitle | undefined {
  const [first, second, third, fourth] = texts;
  if (!first || !second || !third || fourth) return undefined;
  const number = itemNumber(first.text);
  const field = (cell: GridCell): string | undefined =>
    header.columns.find(({ from, to }) => cell.column >= from && cell.column < to)?.field;
  if (number === undefined || field(second) !== 'action' || field(third) !== 'when') return undefined;
  const next = grid.rows[index + 1];
  const below = next && filled(next)[0]?.text.replace(/\s/g, '');
  const heads = below?.startsWith(`${number.replace(/[.)]+$/, '')}.`) && /\.\d/.test(below);
  return (heads || second.look.bold) && isWordedTerm(third.text)
    ? {
        text: withDot(`${first.text.trim()} ${second.text}`, first.text),
        cell: second,
        when: oneLine(third.text),
      }
    : undefined;
}

/** A title in the only cell of its row, or beside its number, that no merge confirms. */
function loneTitle({ grid, index, texts, header }: RowView): FoundTitle | undefined {
  const [first, second, third] = texts;
  const next = grid.rows[index + 1];
  if (!first || third || texts.every((cell) => cell.repeated)) return undefined;
  if (!second) return isSetApart(first, undefined, next) ? { text: first.text, cell: first } : undefined;
  const number = itemNumber(first.text);
  if (number === undefined || first.column !== header.columns[0]!.from) return undefined;
  const at = header.columns.findIndex((column) => second.column >= column.from && second.column < column.to);
  return at === 1 && isSetApart(second, number, next)
    ? { text: withDot(`${first.text.trim()} ${second.text}`, first.text), cell: second }
    : undefined;
}

const oneLine = (text: string): string => text.replace(/\n/g, ' ');

/** «1 Кадры» reads as a numbered title only with a dot after the number. */
const withDot = (text: string, number: string): string =>
  /[.)]$/.test(number.trim()) ? text : text.replace(number.trim(), `${number.trim()}.`);

/** A lone cell in a row is a section when the page shows it so, or the next number is one of its own. */
function isSetApart(cell: GridCell, number: string | undefined, next: GridRow | undefined): boolean {
  const title = parseTitle(cell.text);
  if (cell.text.length > 250 || /^[а-яё(]/u.test(cell.text)) return false;
  const below = next && filled(next)[0]?.text.replace(/\s/g, '');
  const own = number?.replace(/[.)]+$/, '') ?? title.number;
  if (own !== undefined && below?.startsWith(`${own}.`) && /\.\d/.test(below)) return true;
  // «Модуль «Классное руководство»», «Направление: спорт»
  if (/^(?:модуль|направление|блок|(?:под)?раздел)(?:\s*[:–—]\s|\s+[«"„])/iu.test(cell.text)) return true;
  if (title.kind === 'word' || (title.kind === 'roman' && number === undefined)) return true;
  if (number !== undefined && /^[IVXLC]+\.?$/.test(number)) return true;
  if (number === undefined && termOfTitle(cell.text)) return true;
  return cell.look.bold || cell.look.capitals || /^heading|^заголовок/.test(cell.look.style);
}

const depthOf = (number: string): number => number.replace(/[.)]+$/, '').split('.').length;

/**
 * Whether a numbered row with nothing but an action is one of items: others whose numbers stand as high have their
 * periods and executors, so that a section made of this one would swallow them.
 */
function fillsSiblings({ grid, header, row, texts }: RowView): boolean {
  const at = header.columns.findIndex((column) => column.field === 'number');
  const numberOf = (of: GridRow): string =>
    cellsByColumn(of, header.columns)[at]?.text.replace(/\s/g, '') ?? '';
  const own = at < 0 ? '' : numberOf(row);
  const [, words] = texts;
  if (!/^\d/.test(own) || !words || words.look.bold || words.look.capitals) return false;
  return grid.rows.some(
    (other) =>
      other !== row &&
      filled(other).length > 2 &&
      /^\d+(?:\.\d+)*[.)]?$/.test(numberOf(other)) &&
      depthOf(numberOf(other)) === depthOf(own) &&
      !isColumnNumbers(other),
  );
}

/** Whether the number column says something, here or `before`: otherwise messages name rows by their actions. */
export function usesNumbers(grid: Grid, header: Header, before: boolean): boolean {
  const at = header.columns.findIndex((column) => column.field === 'number');
  if (at < 0 || before) return at >= 0;
  let full = 0;
  let rows = 0;
  for (const row of grid.rows.slice(header.first + header.rows)) {
    const cells = cellsByColumn(row, header.columns);
    if (filled(row).length < 2 || isColumnNumbers(row)) continue;
    rows++;
    if (cells[at]?.text) full++;
  }
  return full > 0 && full * 4 >= rows;
}

/** The title in the cell of a section row, and the words under it: «Цель: …», or what is set otherwise than the title. */
export function splitTitleCell(cell: GridCell): { title: string; notes: string[] } {
  const full = [...paragraphsOf(cell.source.blocks)].filter((paragraph) => shown(paragraph) !== '');
  const [first, ...below] = full;
  if (!first || below.length === 0) return { title: cell.text, notes: [] };
  const isNote = (paragraph: (typeof full)[number]): boolean =>
    (isContextHeading(shown(paragraph)) && /^[^:]{3,60}:/.test(shown(paragraph))) ||
    ((first.bold === true || /section/.test(first.style ?? '')) &&
      !(
        (first.bold ?? false) === (paragraph.bold ?? false) && (first.style ?? '') === (paragraph.style ?? '')
      ));
  const at = below.findIndex(isNote);
  if (at < 0) return { title: cell.text, notes: [] };
  return {
    title: textOfBlocks([first, ...below.slice(0, at)]),
    notes: below.slice(at).map((paragraph) => shown(paragraph)),
  };
}
