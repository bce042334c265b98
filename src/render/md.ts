import { toIso } from '../meaning/day.ts';
import type { Block, Cell, Paragraph, Run, SpanRow, Table, View } from '../view/document.ts';
import { printable, safeLink } from './printable.ts';

/** A document as Markdown (GitHub's tables). A table has no spanning cells there: its headings divide it into several. */
export function renderMarkdown(view: View): string {
  const blocks = view.sections.flatMap((section) => section.blocks.map(blockText));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphText(block);
    case 'clause':
      return `${'\u2003'.repeat(block.level)}${escapeText(block.number)} ${runsText(block.runs)}`;
    case 'sides':
      return `${runsText(block.left)} ${runsText(block.right)}`;
    case 'signature':
      return `${runsText(block.position)} ${runsText(block.name)}`.trim();
    case 'signing-line':
      return `${runsText(block.name)} ${escapeText('____________ «___» ____________ 20___ г.')}`;
    case 'marks':
      return [...block.left, ...block.right].map(paragraphText).join('  \n');
    case 'question':
      return `${runsText(block.label)}: ${escapeText('____________________')}`;
    case 'table':
      return tableText(block);
  }
}

function paragraphText(block: Paragraph): string {
  const words = runsText(block.runs);
  switch (block.style) {
    case 'title':
      return `# ${oneLine(words)}`;
    case 'heading':
    case 'context-heading':
      return `## ${oneLine(words)}`;
    case 'table-section':
      return `### ${oneLine(words)}`;
    case 'table-subsection':
      return `#### ${oneLine(words)}`;
    case 'context-item':
    case 'table-item':
      return `- ${oneLine(words)}`;
    case 'organisation':
    case 'document-type':
    case 'draft':
      return `**${oneLine(words)}**`;
    default:
      return words.replace(/\n/g, '  \n');
  }
}

function tableText(table: Table): string {
  const head = [
    line(table.columns.map(({ heading }) => escapeText(heading))),
    line(table.columns.map(({ align }) => (align === 'center' ? ':---:' : '---'))),
  ].join('\n');
  const parts: string[] = [];
  let rows: string[] = [];
  const close = () => {
    if (rows.length > 0) parts.push([head, ...rows].join('\n'));
    rows = [];
  };
  for (const row of table.rows) {
    if (row.kind === 'span') {
      close();
      parts.push(spanText(row));
      continue;
    }
    const cells = row.cells.flatMap((cell) => [
      cellText(cell),
      ...Array<string>((cell.span ?? 1) - 1).fill(''),
    ]);
    rows.push(line(cells));
  }
  close();
  return parts.length > 0 ? parts.join('\n\n') : head;
}

function spanText(row: SpanRow): string {
  return row.blocks.map(blockText).join('\n\n');
}

function cellText(cell: Cell): string {
  const value = cell.value;
  const day = value && 'day' in value ? toIso(value.day).split('-').reverse().join('.') : '';
  const number = value && 'number' in value && cell.paragraphs.length === 0 ? String(value.number) : '';
  return [day, number, ...cell.paragraphs.map(({ runs }) => runsText(runs))]
    .filter((part) => part !== '')
    .join('<br>');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\n/g, '<br>').replace(/\|/g, '\\|')).join(' | ')} |`;
}

function runsText(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const words = escapeText(run.text);
      const styled =
        run.style === 'strong' ? `**${words}**` : run.style === 'emphasis' ? `*${words}*` : words;
      const link = safeLink(run.link);
      return link === undefined ? styled : `[${styled}](<${link}>)`;
    })
    .join('');
}

function oneLine(text: string): string {
  return text.replace(/\n/g, ' ');
}

/** An author's text never becomes markup: HTML, emphasis, links, headings, lists at the start of a line. */
function escapeText(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>&~#]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/^(\s*)([-+>])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2');
}
