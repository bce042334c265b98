/** Millimetres → the width of a column in characters of the standard type (seven pixels each). */
export function charactersOf(mm: number): number {
  return Math.max(4, Math.round((mm / 25.4) * 96 * 10) / (10 * FIGURE));
}

/** Excel shows no row higher than this, in points. */
const HIGHEST = 409;
const LEADING = 1.27;

/** Height of a row in points: as many lines as its fullest cell needs when words wrap. */
export function rowHeight(
  cells: readonly { readonly text: string; readonly width: number }[],
  size: number,
): number {
  const most = cells.reduce((lines, { text, width }) => Math.max(lines, linesOf(text, width, size)), 1);
  return Math.min(HIGHEST, Math.round(most * size * LEADING + 4));
}

/** Pixels of a figure that widths of columns count, of a point, and between a text and the lines around it. */
const FIGURE = 7;
const PIXELS = 96 / 72;
const PADDING = 5;
/** A Russian letter of the type of books, blanks counted, is so much of its size wide; a little more lest a line be cut. */
const LETTER = 0.47;

function linesOf(text: string, width: number, size: number): number {
  const fit = Math.max(2, Math.floor((width * FIGURE - PADDING) / (size * PIXELS * LETTER)));
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > fit) {
        lines++;
        used = 0;
      }
      used += word.length + (used > 0 ? 1 : 0);
      if (used > fit) {
        lines += Math.ceil(used / fit) - 1;
        used %= fit;
      }
    }
  }
  return lines;
}
