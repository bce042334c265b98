// Draws the terminal picture of the front pages from a real run: the Word file of «Первый час» imported and checked.
// `node scripts/terminal-picture.mjs` writes docs/img/check.svg, `--stdout` prints it; needs a built dist.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const COLUMNS = 80;
const CELL = { width: 8.43, height: 18, left: 18, top: 52 };
const FONT = "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const PLAIN = '#d6deeb';
const ESCAPE = String.fromCharCode(27);
const STYLE = new RegExp(`${ESCAPE}\\[(\\d+)m`, 'u');

/** What the escape codes of the report look like; 0 and the codes from 20 on that end a style reset it. */
const LOOKS = {
  1: { 'font-weight': 'bold', fill: '#ffffff' },
  2: { fill: '#7f8ba3' },
  31: { fill: '#ff7b72' },
  32: { fill: '#7ee787' },
  33: { fill: '#e3b341' },
  36: { fill: '#79c0ff' },
};

function run(folder, ...args) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, COLUMNS: String(COLUMNS), FORCE_COLOR: '1', ROADMAP_LANG: 'ru' };
  const bin = join(root, 'bin', 'roadmap.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (status > 1) throw new Error(`roadmap ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The command shown and everything it printed. */
function shown() {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-picture-'));
  try {
    const word = join(root, 'docs', 'files', 'plan-2022.docx');
    run(folder, 'import', word, '-o', 'priozerny.plan.yaml', '--id', 'priozerny-2022');
    // Nothing is done before the order is signed: facts would only lengthen the picture.
    writeFileSync(join(folder, 'roadmap.config.yaml'), 'rules:\n  no-facts: "off"\n');
    return `${ESCAPE}[32m$${ESCAPE}[39m roadmap check --as-of 15.02.2022\n${run(folder, 'check', '--as-of', '15.02.2022')}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attributes = (look) =>
  Object.entries(look)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** A line in pieces of one look, each on its columns, whatever font the reader has. */
function drawLine(line, row) {
  let column = 0;
  let look = {};
  const y = CELL.top + row * CELL.height;
  const pieces = line.split(STYLE).map((piece, at) => {
    if (at % 2 === 1) {
      look = LOOKS[piece] ?? {};
      return '';
    }
    const blanks = piece.length - piece.trimStart().length;
    const x = (CELL.left + (column + blanks) * CELL.width).toFixed(1);
    column += piece.length;
    const word = piece.trim();
    if (word === '') return '';
    const length = (word.length * CELL.width).toFixed(1);
    return `<text x="${x}" y="${y}" textLength="${length}"${attributes(look)}>${xml(word)}</text>\n`;
  });
  return pieces.join('');
}

function picture(text) {
  const lines = text.trimEnd().split('\n');
  const width = Math.ceil(CELL.left * 2 + COLUMNS * CELL.width);
  const height = CELL.top + lines.length * CELL.height;
  const dots = ['#ff5f56', '#ffbd2e', '#27c93f'].map(
    (fill, at) => `<circle cx="${20 + at * 18}" cy="20" r="6" fill="${fill}"/>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">\n` +
    `<title>roadmap check</title>\n<rect width="${width}" height="${height}" rx="10" fill="#10151f"/>\n${dots.join('')}\n` +
    `<g font-family="${FONT}" font-size="14" fill="${PLAIN}">\n${lines.map(drawLine).join('')}</g>\n</svg>\n`
  );
}

const svg = picture(shown());
if (process.argv.includes('--stdout')) process.stdout.write(svg);
else writeFileSync(join(root, 'docs', 'img', 'check.svg'), svg);
