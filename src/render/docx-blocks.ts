import {
  BorderStyle,
  HeightRule,
  ImportedXmlComponent,
  Paragraph,
  Tab,
  type Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { XmlElement } from '../ooxml/xml.ts';
import type { ApprovalMarks, Block, PageSection, Signature, Table as TableBlock } from '../view/document.ts';
import { type DocumentSettings, textWidth } from '../view/settings.ts';
import { controlNode } from './docx-control.ts';
import { LAYOUT_STYLE, styleId } from './docx-styles.ts';
import { CLAUSE_LIST, textParagraph, textRuns } from './docx-text.ts';
import { twips } from './docx-units.ts';

/** Height of the empty place for the mark of an electronic signature, millimetres. */
const MARK_HEIGHT = 22;
const NAME_WIDTH = 48;
/** A double surname gets more, as long as the post keeps its share of the line. */
const NAME_WIDTH_MOST = 68;
/** Of a letter at the size of the text, on the average; and what the margins of a cell take. */
const LETTER_WIDTH = 2.6;
const CELL_MARGINS = 4;
const MARK_WIDTH = 52;
/** Between the marks of agreement and of approval. */
const MARKS_GAP = 10;

/** A table that is written into the package afterwards, as wide as said (twips). */
export interface LaterTable {
  readonly block: TableBlock;
  readonly width: number;
}

/** Stands for the table of a number in what the library writes. */
const PLACE = 'w:table-place';
export const TABLE_PLACE = new RegExp(`<${PLACE} w:at="(\\d+)"/>`);

/** The blocks of a section; its tables are added to `tables`, and a place is held for each. */
export function docxBlocks(
  section: PageSection,
  settings: DocumentSettings,
  tables: LaterTable[],
): (Paragraph | Table)[] {
  const width = textWidth(settings, section.orientation);
  return section.blocks.flatMap((block, at) => [
    ...blockOf(block, section, width, settings, tables),
    // Word joins two tables that touch.
    ...(block.kind === 'table' && section.blocks[at + 1]?.kind === 'table'
      ? [new Paragraph({ style: styleId('table-text') })]
      : []),
  ]);
}

function blockOf(
  block: Block,
  section: PageSection,
  width: number,
  settings: DocumentSettings,
  tables: LaterTable[],
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      if (block.style === 'draft' && section.orientation === 'landscape') {
        return [textParagraph(block, 'draft-landscape')];
      }
      return [textParagraph(block)];
    case 'clause':
      return [
        new Paragraph({
          style: styleId('clause'),
          numbering: { reference: CLAUSE_LIST, level: Math.min(block.level, 8), instance: 0 },
          ...(block.keepNext ? { keepNext: true, keepLines: true } : {}),
          children: textRuns(block.runs),
        }),
      ];
    case 'sides':
      return [
        new Paragraph({
          style: styleId('sides'),
          children: [
            ...textRuns(block.left),
            new TextRun({ children: [new Tab()] }),
            ...textRuns(block.right),
          ],
        }),
      ];
    case 'signature':
      return signature(block, width, settings);
    case 'signing-line':
      return [
        new Paragraph({
          style: styleId('signing-line'),
          ...(block.keepNext ? { keepNext: true } : {}),
          children: [
            ...textRuns(block.name),
            new TextRun({ children: [new Tab()] }),
            new TextRun({ children: [new Tab()] }),
            new TextRun({ children: [new Tab(), '«___» ____________ 20___ г.'] }),
          ],
        }),
      ];
    case 'marks':
      return marks(block, section, width, settings);
    case 'question':
      return [
        new Paragraph({
          style: styleId('note'),
          children: [...textRuns(block.label), new TextRun(': '), imported(controlNode(block.control, 1))],
        }),
      ];
    case 'table':
      tables.push({ block, width: twips(width) });
      return [node(PLACE, { 'w:at': String(tables.length - 1) }) as unknown as Table];
  }
}

/** Millimetres that keep a name on one line: Word breaks a double surname at its hyphen. */
function nameWidth({ name }: Signature): number {
  const letters = name.reduce((sum, { text }) => sum + text.length, 0);
  const needed = Math.ceil(letters * LETTER_WIDTH) + CELL_MARGINS;
  return Math.min(NAME_WIDTH_MOST, Math.max(NAME_WIDTH, needed));
}

/** Post, place for the mark and name on one line that never parts from the last clause. */
function signature(block: Signature, width: number, settings: DocumentSettings): (Paragraph | Table)[] {
  const mark = block.markPlace ? MARK_WIDTH : 0;
  const name = nameWidth(block);
  const position = Math.min(settings.requisiteWidth, width - mark - name);
  const sizes = [position, width - position - name, name].map(twips);
  const dotted = { style: BorderStyle.DOTTED, size: 4, color: '808080' };
  const frame = { top: dotted, bottom: dotted, left: dotted, right: dotted };
  const cells = [
    [new Paragraph({ style: styleId('signature'), children: textRuns(block.position) })],
    [new Paragraph({ style: styleId('signature') })],
    [new Paragraph({ style: styleId('signature-name'), children: textRuns(block.name) })],
  ];
  return [
    new Paragraph({ style: styleId('signature-gap') }),
    layoutTable(
      sizes,
      cells.map(
        (children, at) =>
          new TableCell({
            width: { size: sizes[at]!, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.BOTTOM,
            ...(at === 1 && block.markPlace ? { borders: frame } : {}),
            children,
          }),
      ),
      block.markPlace ? MARK_HEIGHT : undefined,
    ),
  ];
}

function marks(
  block: ApprovalMarks,
  section: PageSection,
  width: number,
  settings: DocumentSettings,
): (Paragraph | Table)[] {
  const name = section.orientation === 'landscape' ? 'approval-mark-landscape' : 'approval-mark';
  if (block.left.length === 0) return block.right.map((line) => textParagraph(line, name));
  const right = Math.min(settings.approvalMarkWidth, (width - MARKS_GAP) / 2);
  const sizes = [width - MARKS_GAP - right, MARKS_GAP, right].map(twips);
  const cells = [block.left, [], block.right].map(
    (lines, at) =>
      new TableCell({
        width: { size: sizes[at]!, type: WidthType.DXA },
        children:
          lines.length > 0 ? lines.map((line) => textParagraph(line, 'signature')) : [new Paragraph({})],
      }),
  );
  return [layoutTable(sizes, cells)];
}

/** One row of fixed widths (twips) without lines. Built from its parts: the library's own table draws lines. */
function layoutTable(sizes: readonly number[], children: readonly TableCell[], height?: number): Table {
  const table = node('w:tbl', undefined, [
    node('w:tblPr', undefined, [
      node('w:tblStyle', { 'w:val': LAYOUT_STYLE }),
      node('w:tblW', { 'w:type': 'dxa', 'w:w': String(sizes.reduce((sum, size) => sum + size, 0)) }),
      node('w:tblLayout', { 'w:type': 'fixed' }),
    ]),
    node(
      'w:tblGrid',
      undefined,
      sizes.map((width) => node('w:gridCol', { 'w:w': String(width) })),
    ),
  ]);
  table.push(
    new TableRow({
      cantSplit: true,
      ...(height === undefined ? {} : { height: { value: twips(height), rule: HeightRule.ATLEAST } }),
      children,
    }),
  );
  return table as unknown as Table;
}

/** An element of ours as one of the library's. */
function imported(element: XmlElement): ImportedXmlComponent {
  const made = new ImportedXmlComponent(element.name, { ...element.attributes });
  for (const child of element.children) made.push(typeof child === 'string' ? child : imported(child));
  return made;
}

function node(
  name: string,
  attributes?: Record<string, string>,
  children: readonly ImportedXmlComponent[] = [],
): ImportedXmlComponent {
  const made = new ImportedXmlComponent(name, attributes);
  for (const child of children) made.push(child);
  return made;
}
