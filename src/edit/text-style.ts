import { doubleQuoted, isPlainScalar, needsEscapes } from '../source/quote.ts';

/** Columns of a line, its indent included; a longer text is folded. */
export const LINE = 100;

/** The narrowest a folded text gets, however deep it is. */
const LEAST = 40;

/** A text on one line: plain where that is safe, else in the quotes that need fewer escapes. */
export function inlineText(text: string, flow: boolean): string {
  if (isPlainScalar(text, flow)) return text;
  const single = /["\\]/.test(text) && !/['\n\t\r]/.test(text) && !needsEscapes(text);
  return single ? `'${text}'` : doubleQuoted(text);
}

/** A block scalar: its header (`|-`, `>-`) and its lines, without indent. */
interface BlockText {
  readonly header: string;
  readonly lines: readonly string[];
}

/**
 * A text as a block scalar where it is to be one: several lines are kept as they are, a line that would run
 * past the edge (`room` columns are left for it) is folded. Undefined: it goes on one line.
 */
export function blockText(text: string, room: number, indent: number): BlockText | undefined {
  if (needsEscapes(text) || /^[\s\uFEFF]|[^\S\n]$|\n[^\S\n]*\n$|\n[^\S\n]+\n/.test(text)) return undefined;
  if (text.includes('\n')) {
    const closed = text.endsWith('\n');
    return { header: closed ? '|' : '|-', lines: (closed ? text.slice(0, -1) : text).split('\n') };
  }
  if (inlineText(text, false).length <= room) return undefined;
  const lines = folded(text, Math.max(LEAST, LINE - indent));
  return lines.length > 1 ? { header: '>-', lines } : undefined;
}

/** Breaks at single blanks between words, where folding gives the blank back. */
function folded(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}
