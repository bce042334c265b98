import { codePoint, commandMarks, visibleCharacter } from './safe-text.ts';

/** Scripts that take two cells of a terminal for a character (East Asian Width W and F, without emoji). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;
const EMOJI =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f\u20e3)/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\u200c\u200d]+$/u;
/** One cell each and no marks after them: nothing to segment. */
const PLAIN =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2116]*$/u;

const TAB = 4;

/** What the eye sees as one character, as it is printed. */
export interface Glyph {
  readonly text: string;
  /** UTF-16 offset in the line. */
  readonly at: number;
  /** Column of the terminal it begins at, from zero. */
  readonly column: number;
  /** 0, 1 or 2; more for a tab or a character that is spelt out. */
  readonly width: number;
}

let segmenter: Intl.Segmenter | undefined;

function clusters(text: string): Iterable<{ segment: string; index: number }> {
  if (PLAIN.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  segmenter ??= new Intl.Segmenter('ru', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

function widthOfCluster(cluster: string): number {
  if (NO_WIDTH.test(cluster)) return 0;
  return WIDE.test(cluster) || EMOJI.test(cluster) ? 2 : 1;
}

function shownAs(segment: string, column: number, spelt: boolean): string {
  if (spelt) return codePoint(segment);
  return segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : visibleCharacter(segment);
}

/** A line as cells: tabs widened to stops of four, dangerous characters spelt out, marks kept with their letter. */
export function cellsOf(line: string): readonly Glyph[] {
  const cells: Glyph[] = [];
  const commands = commandMarks(line);
  let column = 0;
  for (const { segment, index } of clusters(line)) {
    const shown = shownAs(segment, column, commands.has(index));
    const width = shown === segment ? widthOfCluster(segment) : shown.length;
    cells.push({ text: shown, at: index, column, width });
    column += width;
  }
  return cells;
}

/** Columns of a terminal a safe text takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of clusters(text)) width += widthOfCluster(segment);
  return width;
}

/** Lines of at most `width` columns, broken at blanks; a longer word stays whole. No-break blanks hold. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const size = widthOf(word);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      line = word;
      used = size;
    } else {
      used += line === '' ? size : size + 1;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
