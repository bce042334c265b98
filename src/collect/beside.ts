import { wordsAlone } from '../status/known-facts.ts';
import {
  type AnswerCell,
  type AnswerDocument,
  type AnswerPlace,
  type AnswerRow,
  type AnswerTable,
  placeIn,
} from './answer-document.ts';
import { FILLED_BY_LABEL, FORM_TITLE, HOW_TO, isUnfilled } from './answer-fields.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import {
  type AnswerSheet,
  cellAt,
  identitiesIn,
  isFilled,
  isIdentityRow,
  isStatusSheet,
} from './answer-sheet.ts';
import { headingOf } from './headings.ts';

/** Who filled a form, as it says itself: the name, and whatever was written beside it. */
export function filledByIn({ lines }: AnswerDocument, sheets: readonly AnswerSheet[]): string | undefined {
  const rows = sheets.flatMap(({ above, rows: below }) => [...above, ...below]);
  for (const { cells } of rows) {
    const at = cells.findIndex(({ text }) => FILLED_BY.test(text));
    const named = at < 0 ? '' : [nameIn(cells[at]!.text), ...cells.slice(at + 1).map(({ text }) => text)];
    const words = typeof named === 'string' ? '' : named.filter((text) => text !== '').join(', ');
    if (words !== '') return words;
  }
  const line = lines.find((text) => FILLED_BY.test(text));
  const name = line === undefined ? '' : nameIn(line);
  return name === '' ? undefined : name;
}

/** How the line of a form begins in which its filler gives a name. */
const FILLED_BY = new RegExp(`^${FILLED_BY_LABEL.split(' ')[0]}(?=[\\s(:]|$)`, 'i');

/** What is written behind «Заполнил (Ф.И.О., телефон):». */
function nameIn(text: string): string {
  const name = text
    .replace(FILLED_BY, '')
    .replace(/^\s*\([^)]*\)/, '')
    .replace(/^[\s:]+/, '')
    .trim();
  return /^_*$/.test(name) || isUnfilled(name) ? '' : name;
}

/** What is written outside the tables of a form, and above its head, that the form did not say. */
export function besideForm(
  document: AnswerDocument,
  forms: readonly AnswerSheet[],
): readonly AnswerFinding[] {
  if (forms.length === 0) return [];
  const lines = document.lines.flatMap((text) =>
    text === '' || isWordsOfForm(text) ? [] : [finding('text-beside', {}, {}, { text })],
  );
  const above = forms.flatMap(({ table, above: rows }) =>
    rows
      .filter(({ cells }) => !cells.some(({ text }) => FILLED_BY.test(text)))
      .flatMap((row) => strayCells(table, row, ({ text }) => !isWordsOfForm(text))),
  );
  return [...lines, ...above];
}

/** What the form itself says beside its table. */
const isWordsOfForm = (text: string): boolean =>
  wordsAlone(text) === wordsAlone(HOW_TO) ||
  text.startsWith(`${FORM_TITLE}: `) ||
  /^Отвечает: .+; что известно, указано на [^;]+(?:; спрашивается о сроках за [^;]+)?(?:; ответ ожидается до [^;]+ включительно)?$/.test(
    text,
  ) ||
  FILLED_BY.test(text) ||
  identitiesIn(text).length > 0;

/** A table that is no form: that it was not read, with its cells but those with words known to be ours. */
export function otherTable(
  table: AnswerTable,
  isOurs: (cell: AnswerCell) => boolean = () => false,
): readonly AnswerFinding[] {
  if (isStatusSheet(table)) return [finding('printed-status', placeIn(table))];
  const cells = table.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      isFilled(cell) && !isOurs(cell) ? [placeIn(table, row.number, cell.column)] : [],
    ),
  );
  return cells.length === 0
    ? []
    : [finding('other-table', placeIn(table), { count: String(cells.length) }, { cells })];
}

/** The filled cells of a row that nothing reads, in one finding. */
export function strayCells(
  table: AnswerTable,
  row: AnswerRow,
  isStray: (cell: AnswerRow['cells'][number]) => boolean = () => true,
): readonly AnswerFinding[] {
  const [first, ...others] = row.cells.filter((cell) => isFilled(cell) && isStray(cell));
  if (!first) return [];
  const at = (column: number): AnswerPlace => placeIn(table, row.number, column);
  const cells = others.map(({ column }) => at(column));
  const more = { text: first.text, ...(cells.length === 0 ? {} : { cells }) };
  return [finding('text-beside', at(first.column), {}, more)];
}

/** Columns that were added to a form and hold something, and those of the form that are gone. */
export function columnFindings({
  table,
  kind,
  columns,
  others,
  rows,
}: AnswerSheet): readonly AnswerFinding[] {
  if (kind === 'plan') return [];
  const added = others.flatMap(({ column, heading, inPlaceOf }) => {
    if (inPlaceOf.length > 0) return [];
    const cells = rows.flatMap((row) => {
      const cell = cellAt(row, column);
      return cell && cell.column === column && isFilled(cell) && !isIdentityRow(row)
        ? [placeIn(table, row.number, column)]
        : [];
    });
    const [first] = cells;
    return first ? [finding('unknown-column', first, { heading }, { cells: cells.slice(1) })] : [];
  });
  const known = new Set(columns.map(({ key }) => key));
  const renamed = new Set(others.flatMap(({ inPlaceOf }) => inPlaceOf));
  const gone = (['done', 'date', 'value', 'of', 'result', 'evidence'] as const).filter(
    (key) => !known.has(key) && !renamed.has(key),
  );
  return [
    ...added,
    ...gone.map((key) => finding('missing-column', placeIn(table), { heading: headingOf(key) })),
  ];
}
