import { widthOf } from '../../report/width.ts';

/** Colours take no room. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape of a terminal
const COLOURS = /\u001b\[[\d;]*m/g;

const size = (text: string): number => widthOf(text.replace(COLOURS, ''));

/**
 * A text whose lines run past the edge, wrapped at blanks; what goes on is indented a little deeper. Lines of tables, which
 * were measured when they were drawn, stay as they are.
 */
export function fitted(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => (/[│|]/.test(line) || size(line) <= width ? [line] : wrapped(line, width)))
    .join('\n');
}

function wrapped(line: string, width: number): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  // A legend is parted by wider gaps: its signs stay with their words.
  const gap = /\S {2,}\S/.test(line) ? /(?<=\S {2,})(?=\S)/ : /(?<=\S )(?=\S)/;
  for (const word of line.slice(indent.length).split(gap)) {
    const before = lines.length === 0 ? indent : `${indent}  `;
    if (current !== '' && size(before + current + word.trimEnd()) > width) {
      lines.push((before + current).trimEnd());
      current = word;
    } else current += word;
  }
  lines.push((lines.length === 0 ? indent : `${indent}  `) + current);
  return lines;
}
