import { CELL_FILLS } from '../view/document.ts';
import { type DocumentSettings, PAPER } from '../view/settings.ts';

/** The look of the printed page on the screen, and the page itself when the browser prints. */
export function htmlStyles(settings: DocumentSettings): string {
  const { portrait, landscape } = settings;
  const margin = (m: DocumentSettings['portrait']) => `${m.top}mm ${m.right}mm ${m.bottom}mm ${m.left}mm`;
  return `
@page portrait { size: A4 portrait; margin: ${margin(portrait)}; }
@page landscape { size: A4 landscape; margin: ${margin(landscape)}; }
body { margin: 0; background: #f2f2f2; color: #000; font: ${settings.fontSize}pt/1.25 "${cssString(settings.font)}", "Liberation Serif", "PT Astra Serif", serif; }
section { box-sizing: border-box; max-width: ${PAPER.width}mm; margin: 1rem auto; padding: ${margin(portrait)}; background: #fff; page: portrait; break-after: page; }
section.landscape { max-width: ${PAPER.height}mm; padding: ${margin(landscape)}; page: landscape; }
p, h1, h2, h3 { margin: 0; font-size: inherit; font-weight: normal; }
.organisation, .document-type, .place, .heading, .title { text-align: center; }
.organisation, .document-type, .heading, .title, .context-heading, .draft { font-weight: bold; }
.document-type, .heading, .preamble, .title { margin-top: 1.2em; }
.title { margin-bottom: 0.8em; }
.preamble, .clause, .body, .context-text { text-indent: ${settings.firstLineIndent}mm; text-align: justify; line-height: ${settings.lineSpacing * 1.2}; }
.spaced { letter-spacing: 0.2em; }
.sides, .signature { display: flex; justify-content: space-between; align-items: flex-end; }
.sides, .context-heading { margin-top: 0.6em; }
.signature { margin-top: 1.5em; break-inside: avoid; }
.signature span:first-child { max-width: ${settings.requisiteWidth}mm; }
.mark-place { width: 52mm; height: 22mm; border: 1px dotted #808080; }
.acquainted { margin-top: 1.5em; }
.marks { display: grid; grid-template-columns: 1fr ${settings.approvalMarkWidth}mm; gap: 10mm; }
.context-item::before { content: "– "; }
[data-ordinal]::before { content: attr(data-ordinal) ") "; }
table { width: 100%; border-collapse: collapse; font-size: ${settings.tableFontSize}pt; line-height: 1.2; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { border: 1px solid #000; padding: 0.5mm 1.5mm; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
thead { display: table-header-group; }
thead th, th .table-section, th .table-subsection, .centre { text-align: center; }
tbody th { font-weight: normal; }
.table-section, .table-subsection { font-weight: bold; }
.table-subsection { font-style: italic; }
${fills()}
tr { break-inside: avoid; }
p + table, th table { margin-top: 0.5em; }
@media print { body { background: none; } section { margin: 0; padding: 0; max-width: none; } }
`.trimStart();
}

/** Shaded cells, in print too. */
function fills(): string {
  return Object.entries(CELL_FILLS)
    .map(([mark, fill]) => `td.${mark} { background: #${fill}; print-color-adjust: exact; }`)
    .join('\n');
}

/** A name from the config must not end the string it is in. */
function cssString(name: string): string {
  return name.replace(/[^\p{L}\p{N} -]/gu, '');
}
