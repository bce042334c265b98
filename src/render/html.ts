import { toIso } from '../meaning/day.ts';
import { escaped } from '../ooxml/xml.ts';
import type { Block, Cell, PageSection, Paragraph, Row, Run, Table, View } from '../view/document.ts';
import { htmlStyles } from './html-styles.ts';
import { printable, safeLink } from './printable.ts';

/** A document as one HTML page without scripts or outside files: nothing in it is fetched, all text is escaped. */
export function renderHtml(view: View): string {
  const { meta } = view;
  const author = meta.author === undefined ? '' : `<meta name="author" content="${line(meta.author)}">\n`;
  return [
    '<!DOCTYPE html>',
    `<html lang="${text(meta.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">',
    `${author}<title>${line(meta.title)}</title>`,
    `<style>\n${htmlStyles(view.settings)}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...view.sections.map(sectionHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function sectionHtml(section: PageSection): string {
  const blocks = section.blocks.map(blockHtml).join('\n');
  return `<section class="${section.orientation}" aria-label="${line(section.name)}">\n${blocks}\n</section>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHtml(block);
    case 'clause':
      return `<p class="clause level-${block.level}"><span class="number">${text(block.number)}</span> ${runsHtml(block.runs)}</p>`;
    case 'sides':
      return `<p class="sides"><span>${runsHtml(block.left)}</span> <span>${runsHtml(block.right)}</span></p>`;
    case 'signature':
      return `<p class="signature"><span>${runsHtml(block.position)}</span> ${block.markPlace ? '<span class="mark-place" aria-hidden="true"></span> ' : ''}<span>${runsHtml(block.name)}</span></p>`;
    case 'signing-line':
      return `<p class="signing-line">${runsHtml(block.name)} <span aria-hidden="true">____________________ «___» ____________ 20___ г.</span></p>`;
    case 'marks':
      return `<div class="marks">${[block.left, block.right].map((lines) => `<div>${lines.map(paragraphHtml).join('')}</div>`).join('')}</div>`;
    case 'question':
      return `<p class="question">${runsHtml(block.label)}: <span aria-hidden="true">____________________</span></p>`;
    case 'table':
      return tableHtml(block);
  }
}

const TAGS: Readonly<Partial<Record<Paragraph['style'], string>>> = {
  heading: 'h1',
  title: 'h2',
  'context-heading': 'h3',
};

function paragraphHtml(block: Paragraph): string {
  const tag = TAGS[block.style] ?? 'p';
  const ordinal = block.ordinal === undefined ? '' : ` data-ordinal="${block.ordinal}"`;
  return `<${tag} class="${block.style}"${ordinal}>${runsHtml(block.runs)}</${tag}>`;
}

function tableHtml(table: Table): string {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  const share = (width: number) => Math.round((width / whole) * 1000) / 10;
  const columns = table.columns.map(({ width }) => `<col style="width: ${share(width)}%">`).join('');
  const heads = table.columns.map(({ heading }) => `<th scope="col">${text(heading)}</th>`).join('');
  const rows = Array.from(table.rows, (row) => rowHtml(row, table)).join('\n');
  return `<table>\n<caption>${text(table.caption)}</caption>\n<colgroup>${columns}</colgroup>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table>`;
}

function rowHtml(row: Row, table: Table): string {
  if (row.kind === 'span') {
    const blocks = row.blocks.map(blockHtml).join('');
    return `<tr><th scope="colgroup" colspan="${table.columns.length}">${blocks}</th></tr>`;
  }
  return `<tr>${row.cells.map((cell, at) => cellHtml(cell, table.columns[at]?.align)).join('')}</tr>`;
}

function cellHtml(cell: Cell, align: 'left' | 'center' | undefined): string {
  const span = cell.span === undefined ? '' : ` colspan="${cell.span}"`;
  const names = [align === 'center' ? 'centre' : '', cell.mark ?? ''].filter((name) => name !== '');
  const classes = names.length > 0 ? ` class="${names.join(' ')}"` : '';
  const day = cell.value && 'day' in cell.value ? dayText(cell.value.day) : '';
  const number =
    cell.value && 'number' in cell.value && cell.paragraphs.length === 0 ? String(cell.value.number) : '';
  return `<td${span}${classes}>${day}${number}${cell.paragraphs.map(paragraphHtml).join('')}</td>`;
}

function dayText(day: number): string {
  const iso = toIso(day);
  return `<time datetime="${iso}">${iso.split('-').reverse().join('.')}</time>`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const words = text(run.text);
      const styled =
        run.style === 'strong'
          ? `<strong>${words}</strong>`
          : run.style === 'emphasis'
            ? `<em>${words}</em>`
            : run.style === 'spaced'
              ? `<span class="spaced">${words}</span>`
              : words;
      const link = safeLink(run.link);
      return link === undefined
        ? styled
        : `<a href="${escaped(link)}" rel="noopener noreferrer">${styled}</a>`;
    })
    .join('');
}

/** Where no element may stand: in an attribute, in the title of the page. */
const line = (words: string): string => escaped(printable(words).replace(/\n/g, ' '));

function text(words: string): string {
  return escaped(printable(words)).replace(/\n/g, '<br>');
}
