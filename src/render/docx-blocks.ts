import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Tab,
  type Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, Marks, PageSection, Signature } from '../view/document.ts';
import { type DocumentSettings, textWidth } from '../view/settings.ts';
import { LAYOUT_STYLE, styleId } from './docx-styles.ts';
import { docxTable, type TableTools, tableOf } from './docx-table.ts';
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

/** The labels of parts counted so far in a document, and the highest of them. */
export interface Lists {
  count: number;
  highest: number;
}

export function docxBlocks(
  section: PageSection,
  settings: DocumentSettings,
  lists: Lists,
): (Paragraph | Table)[] {
  const width = textWidth(settings, section.orientation);
  const tools: TableTools = {
    listOf: (ordinal) => {
      lists.highest = Math.max(lists.highest, ordinal);
      return ++lists.count;
    },
  };
  return section.blocks.flatMap((block, at) => [
    ...blockOf(block, section, width, settings, tools),
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
  tools: TableTools,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      if (block.style === 'draft' && section.orientation === 'landscape') {
        return [textParagraph(block, {}, 'draft-landscape')];
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
    case 'table':
      return [docxTable(block, twips(width), tools)];
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
  block: Marks,
  section: PageSection,
  width: number,
  settings: DocumentSettings,
): (Paragraph | Table)[] {
  const name = section.orientation === 'landscape' ? 'approval-mark-landscape' : 'approval-mark';
  if (block.left.length === 0) return block.right.map((line) => textParagraph(line, {}, name));
  const right = Math.min(settings.approvalMarkWidth, (width - MARKS_GAP) / 2);
  const sizes = [width - MARKS_GAP - right, MARKS_GAP, right].map(twips);
  const cells = [block.left, [], block.right].map(
    (lines, at) =>
      new TableCell({
        width: { size: sizes[at]!, type: WidthType.DXA },
        children:
          lines.length > 0 ? lines.map((line) => textParagraph(line, {}, 'signature')) : [new Paragraph({})],
      }),
  );
  return [layoutTable(sizes, cells)];
}

function layoutTable(sizes: readonly number[], children: readonly TableCell[], height?: number): Table {
  return tableOf(LAYOUT_STYLE, sizes, [
    new TableRow({
      cantSplit: true,
      ...(height === undefined ? {} : { height: { value: twips(height), rule: HeightRule.ATLEAST } }),
      children,
    }),
  ]);
}
