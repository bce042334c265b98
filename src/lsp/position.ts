import type { Position, Range as TextRange } from 'vscode-languageserver';
import type { Range } from '../finding/finding.ts';
import type { LineIndex } from '../source/lines.ts';

/** The offset of a position; of one past the end of its line or of the text, that end. */
export function offsetAt(
  { lineOf, offsetOf }: LineIndex,
  text: string,
  { line, character }: Position,
): number {
  const column = Math.max(0, Math.min(character, lineOf(Math.max(0, line) + 1).length));
  return Math.min(offsetOf(Math.max(0, line) + 1, column + 1), text.length);
}

export function positionAt({ positionOf }: LineIndex, offset: number): Position {
  const { line, column } = positionOf(offset);
  return { line: line - 1, character: column - 1 };
}

export const textRange = (lines: LineIndex, [from, to]: Range): TextRange => ({
  start: positionAt(lines, from),
  end: positionAt(lines, to),
});
