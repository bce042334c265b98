import { type Block, type Cell, type Paragraph, type Row, type Table, tidy } from '../blocks.ts';

/** A paragraph of the text around the road map. */
export interface Line {
  readonly kind: 'line';
  /** Without its automatic number; soft breaks are newlines. */
  readonly text: string;
  /** Tabs and runs of blanks kept: they part the post from the name in a signature. */
  readonly raw: string;
  readonly label: string | undefined;
  readonly style: string;
  readonly align: Paragraph['align'] | '';
  readonly bold: boolean;
  readonly indent: number;
}

/** A row of a table that only puts texts side by side. */
interface TextPair {
  readonly kind: 'sides';
  readonly cells: readonly (readonly Line[])[];
}

/** A table with contents of its own: a further annex. */
export interface FurtherTable {
  readonly kind: 'data';
  readonly table: Table;
  /** Words that were above it. */
  readonly title?: string;
}

/** An empty paragraph. */
export interface Gap {
  readonly kind: 'gap';
}

export type TextNode = Line | TextPair | FurtherTable | Gap;

/** The chart of a risk profile says in its description what it shows: a line for each degree. */
const chartText = (pictures: readonly string[]): string =>
  pictures
    .flatMap((text) => /^Диаграмма «.*?»\.\s*(.+)$/su.exec(text)?.[1] ?? [])
    .join('\n')
    .replace(/\.\s+(?=(?:Высокая|Средняя|Низкая) значимость)/gu, '\n')
    .replace(/\.$/, '');

function lineOf(paragraph: Paragraph): Line | Gap {
  const own = tidy(paragraph.text);
  const text =
    own === '' || /^Диаграмма «.* значимость: /su.test(own)
      ? tidy(chartText(paragraph.pictures ?? [own]))
      : own;
  if (text === '') return { kind: 'gap' };
  return {
    kind: 'line',
    text,
    raw: paragraph.text.replaceAll('\u00a0', ' '),
    label: paragraph.label,
    style: paragraph.style ?? '',
    align: paragraph.align ?? '',
    bold: paragraph.bold ?? false,
    indent: paragraph.indent ?? 0,
  };
}

const linesOfCell = (cell: Cell): readonly Line[] =>
  textNodesOf(cell.blocks).flatMap((node): readonly Line[] =>
    node.kind === 'line' ? [node] : node.kind === 'sides' ? node.cells.flat() : [],
  );

const markWords =
  /^(утвержд[её]н|утверждаю|согласован|приложение|рассмотрен|принят)|^«?_{2,}|№|ознакомлен|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]/iu;

/** A table of few rows that holds marks, a date beside a number or a signature; or has one column. */
function isLayout(table: Table): boolean {
  if (table.columns <= 1 || table.rows.length === 1) return true;
  if (table.rows.length > 6 || table.columns > 4) return false;
  const texts = table.rows.map((row) => row.cells.map((cell) => linesOfCell(cell)[0]?.text ?? ''));
  const heads = texts[0]!.filter((text) =>
    /^(№(\s*п|$)|фио|ф\.и\.о|фамили|должност|наименован)/iu.test(text),
  ).length;
  return heads === 0 && texts.flat().some((text) => markWords.test(text));
}

/** «П Р И К А З» on a line of its own. */
const isOrderWord = ({ text }: Line): boolean =>
  text.length < 40 && /^(?:приказ|распоряжение|постановление)$/iu.test(text.replace(/\s/g, ''));

/** A head of an order whose lines are parted by soft breaks is read line by line. */
function headLines(paragraph: Paragraph): readonly TextNode[] {
  const whole = lineOf(paragraph);
  if (whole.kind === 'gap' || !whole.text.includes('\n')) return [whole];
  const lines = whole.text.split('\n').map((text): Line => ({ ...whole, text, raw: text }));
  return lines.some(isOrderWord) ? lines : [whole];
}

function sidesOf(row: Row): TextNode {
  const cells = row.cells.map(linesOfCell);
  const full = cells.filter((cell) => cell.length > 0);
  if (full.length === 0) return { kind: 'gap' };
  return { kind: 'sides', cells };
}

/** The text around the road map as lines, layout rows and tables; a text with blank lines inside is kept together. */
export function textNodesOf(blocks: readonly Block[]): readonly TextNode[] {
  return blocks.flatMap((block): readonly TextNode[] => {
    if (block.kind === 'paragraph') return headLines(block);
    if (!isLayout(block)) return [{ kind: 'data', table: block }];
    return block.rows.flatMap((row): readonly TextNode[] => {
      const sides = sidesOf(row);
      if (sides.kind === 'gap') return [sides];
      // A lone cell stands where its paragraphs would, and so does the whole head of an order beside an empty cell.
      if (row.cells.length === 1) return textNodesOf(row.cells[0]!.blocks);
      const full = row.cells.filter((cell) => linesOfCell(cell).length > 0);
      const head = full.find((cell) => linesOfCell(cell).some(isOrderWord));
      if (!head) return [sides];
      const others = full.filter((cell) => cell !== head).map(linesOfCell);
      return [
        ...(others.length > 0 ? [{ kind: 'sides', cells: others } as const] : []),
        ...textNodesOf(head.blocks),
        { kind: 'gap' },
      ];
    });
  });
}

/** The words of a node in one string. */
export function textOfNode(node: TextNode): string {
  if (node.kind === 'line') return node.text.replace(/\n/g, ' ');
  if (node.kind === 'sides')
    return node.cells
      .flat()
      .map((line) => line.text.replace(/\n/g, ' '))
      .join(' ');
  return '';
}

export const isCapitals = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length > 2 && letters === letters.toUpperCase();
};
