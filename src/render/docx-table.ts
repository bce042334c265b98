import { toIso } from '../meaning/day.ts';
import { element, writeNode, type XmlElement, type XmlNode } from '../ooxml/xml.ts';
import {
  CELL_FILLS,
  type Cell,
  CONTROL_FILL,
  type Column,
  type Control,
  type ItemRow,
  type Paragraph as ParagraphBlock,
  type Run,
  type SpanRow,
  type Table as TableBlock,
} from '../view/document.ts';
import { controlNode } from './docx-control.ts';
import { type StyleName, styleId, TABLE_STYLE } from './docx-styles.ts';
import { twips } from './docx-units.ts';
import { printable, safeLink } from './printable.ts';

/**
 * Tables are written as XML at once, a row after the other: the library's objects of a long plan take gigabytes, and
 * it reads the whole text again for every list.
 */

/** Twips that the margins of a cell take from a table inside it. */
const INNER_MARGINS = 240;

/** What is counted over all of a document. */
export interface Counters {
  /** Number of the next bookmark. */
  bookmark(): number;
  /** Number of a fresh list that begins with an ordinal; a part that has nothing in a column leaves a gap there. */
  listFrom(ordinal: number): number;
  /** Number of the list of dashes. */
  dashes(): number;
  /** Number of the next content control. */
  control(): number;
  /** Id of the relationship to an address. */
  link(address: string): string;
}

/** A table as wide as the page, its header row on every page, its rows whole. Column widths share the page. */
export function* tableXml(block: TableBlock, width: number, numbers: Counters): Iterable<string> {
  const widths = shares(block, width);
  yield `<w:tbl>${[...tableHead(block, widths), headerRow(block.columns, widths)].map(writeNode).join('')}`;
  for (const row of block.rows)
    yield writeNode(
      row.kind === 'span' ? spanRow(row, widths, numbers) : itemRow(row, block.columns, widths, numbers),
    );
  yield '</w:tbl>';
}

/** The highest ordinal that a table's lists begin with; 0 without lists. */
export function highestOrdinal({ rows }: TableBlock): number {
  let highest = 0;
  for (const row of rows) {
    if (row.kind === 'span') {
      for (const block of row.blocks)
        if (block.kind === 'table') highest = Math.max(highest, highestOrdinal(block));
    } else
      for (const { paragraphs } of row.cells)
        for (const { ordinal = 0 } of paragraphs) highest = Math.max(highest, ordinal);
  }
  return highest;
}

const valued = (name: string, value: string | number): XmlElement =>
  element(name, { 'w:val': String(value) });

function tableHead(block: TableBlock, widths: readonly number[]): XmlElement[] {
  const line = (text: string): string => printable(text).replace(/\n/g, ' ');
  return [
    element('w:tblPr', {}, [
      valued('w:tblStyle', TABLE_STYLE),
      element('w:tblW', { 'w:type': 'dxa', 'w:w': String(sum(widths)) }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblLook', {
        'w:val': '0020',
        'w:firstRow': '1',
        'w:lastRow': '0',
        'w:firstColumn': '0',
        'w:lastColumn': '0',
        'w:noHBand': '1',
        'w:noVBand': '1',
      }),
      valued('w:tblCaption', line(block.caption)),
      valued('w:tblDescription', line(block.description)),
    ]),
    element(
      'w:tblGrid',
      {},
      widths.map((width) => element('w:gridCol', { 'w:w': String(width) })),
    ),
  ];
}

const rowOf = (cells: readonly XmlElement[], header = false): XmlElement =>
  element('w:tr', {}, [
    element('w:trPr', {}, [element('w:cantSplit'), ...(header ? [element('w:tblHeader')] : [])]),
    ...cells,
  ]);

/** `properties` in the order of the schema. */
const cellOf = (width: number, properties: readonly XmlElement[], content: readonly XmlNode[]): XmlElement =>
  element('w:tc', {}, [
    element('w:tcPr', {}, [element('w:tcW', { 'w:type': 'dxa', 'w:w': String(width) }), ...properties]),
    ...(content.length > 0 ? content : [emptyParagraph()]),
  ]);

const emptyParagraph = (): XmlElement =>
  element('w:p', {}, [element('w:pPr', {}, [valued('w:pStyle', styleId('table-text'))])]);

function headerRow(columns: readonly Column[], widths: readonly number[]): XmlElement {
  const cells = columns.map(({ heading }, at) => {
    const text = element('w:p', {}, [
      element('w:pPr', {}, [valued('w:pStyle', styleId('table-heading'))]),
      ...runNodes({ text: heading }),
    ]);
    return cellOf(widths[at]!, [valued('w:vAlign', 'center')], [text]);
  });
  return rowOf(cells, true);
}

function spanRow(row: SpanRow, widths: readonly number[], numbers: Counters): XmlElement {
  const width = sum(widths);
  const content = row.blocks.map((block) =>
    block.kind === 'table'
      ? innerTable(block, Math.min(widthOf(block), width - INNER_MARGINS), numbers)
      : paragraphNode(block, block.style, numbers, row.keepNext, false),
  );
  // A cell must not end with a table.
  if (row.blocks.at(-1)?.kind === 'table') content.push(emptyParagraph());
  return rowOf([cellOf(width, widths.length > 1 ? [valued('w:gridSpan', widths.length)] : [], content)]);
}

function innerTable(block: TableBlock, width: number, numbers: Counters): XmlElement {
  const widths = shares(block, width);
  return element('w:tbl', {}, [
    ...tableHead(block, widths),
    headerRow(block.columns, widths),
    ...Array.from(block.rows, (row) =>
      row.kind === 'span' ? spanRow(row, widths, numbers) : itemRow(row, block.columns, widths, numbers),
    ),
  ]);
}

function itemRow(
  row: ItemRow,
  columns: readonly Column[],
  widths: readonly number[],
  numbers: Counters,
): XmlElement {
  let at = 0;
  const cells = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const size = sum(widths.slice(at, at + span));
    const centred = span === 1 && columns[at]?.align === 'center';
    at += span;
    return cellOf(
      size,
      [
        ...(span > 1 ? [valued('w:gridSpan', span)] : []),
        ...shading(cell.control ? CONTROL_FILL : cell.mark && CELL_FILLS[cell.mark]),
      ],
      cell.control ? [controlParagraph(cell.control, numbers)] : cellParagraphs(cell, centred, numbers),
    );
  });
  return rowOf(cells);
}

const shading = (fill: string | undefined): readonly XmlElement[] =>
  fill === undefined ? [] : [element('w:shd', { 'w:fill': fill, 'w:color': 'auto', 'w:val': 'clear' })];

const controlParagraph = (control: Control, numbers: Counters): XmlElement =>
  element('w:p', {}, [
    element('w:pPr', {}, [valued('w:pStyle', styleId('table-text'))]),
    controlNode(control, numbers.control()),
  ]);

function cellParagraphs(cell: Cell, centred: boolean, numbers: Counters): XmlElement[] {
  const written = cell.paragraphs.length > 0 ? cell.paragraphs : valueParagraphs(cell);
  return written.map((block) =>
    paragraphNode(
      block,
      centred && block.style === 'table-text' ? 'table-number' : block.style,
      numbers,
      false,
      true,
    ),
  );
}

/** A typed cell in words: a date as people write it, a number. */
function valueParagraphs({ value }: Cell): readonly ParagraphBlock[] {
  if (!value) return [];
  const text = 'day' in value ? toIso(value.day).split('-').reverse().join('.') : String(value.number);
  return [{ kind: 'paragraph', style: 'table-text', runs: [{ text }] }];
}

function paragraphNode(
  block: ParagraphBlock,
  style: StyleName,
  numbers: Counters,
  keepNext: boolean,
  counted: boolean,
): XmlElement {
  const properties = [valued('w:pStyle', styleId(style))];
  if (block.keepNext || keepNext) properties.push(element('w:keepNext'));
  const list = (level: number, number: number): XmlElement =>
    element('w:numPr', {}, [valued('w:ilvl', level), valued('w:numId', number)]);
  if (block.style === 'context-item' || block.style === 'table-item')
    properties.push(list(block.style === 'table-item' ? 1 : 0, numbers.dashes()));
  else if (block.ordinal !== undefined && counted) properties.push(list(0, numbers.listFrom(block.ordinal)));
  const runs = block.runs.flatMap((run): XmlElement[] => {
    const link = safeLink(run.link);
    return link === undefined
      ? runNodes(run)
      : [element('w:hyperlink', { 'w:history': '1', 'r:id': numbers.link(link) }, runNodes(run))];
  });
  const content = [element('w:pPr', {}, properties), ...runs];
  if (block.bookmark === undefined) return element('w:p', {}, content);
  const id = String(numbers.bookmark());
  content.splice(1, 0, element('w:bookmarkStart', { 'w:name': block.bookmark, 'w:id': id }));
  return element('w:p', {}, [...content, element('w:bookmarkEnd', { 'w:id': id })]);
}

/** A line feed in a text is a line break. */
function runNodes({ text, style }: Run): XmlElement[] {
  return printable(text)
    .split('\n')
    .map((line, at) =>
      element('w:r', {}, [
        ...(style ? [element('w:rPr', {}, [valued('w:rStyle', styleId(style))])] : []),
        ...(at > 0 ? [element('w:br')] : []),
        element('w:t', { 'xml:space': 'preserve' }, line === '' ? [] : [line]),
      ]),
    );
}

/** Twips that the columns ask for. */
const widthOf = ({ columns }: TableBlock): number => twips(sum(columns.map(({ width }) => width)));

function shares(block: TableBlock, width: number): number[] {
  const whole = block.columns.reduce((total, column) => total + column.width, 0);
  return block.columns.map((column) => Math.max(1, Math.floor((column.width / whole) * width)));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
