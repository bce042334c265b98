import { type CST, Parser } from 'yaml';
import { columnOf } from './column.ts';

/** A comment of a text, and where it is. */
export interface PlacedComment {
  /** Offset of its `#`. */
  readonly start: number;
  /** As written, `#` included, without trailing blanks. */
  readonly line: string;
  /** Nothing but blanks is before it on its line. */
  readonly alone: boolean;
  /** From zero. */
  readonly column: number;
  /** The line above it is blank. */
  readonly blank: boolean;
}

/** Every comment of a text, in order. */
export function placedComments(text: string): readonly PlacedComment[] {
  const found: PlacedComment[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      const { type, source, offset } = value as Partial<CST.SourceToken>;
      if (type === 'comment' && source !== undefined && offset !== undefined) {
        const column = columnOf(text, offset);
        const alone = text.slice(offset - column, offset).trim() === '';
        found.push({
          start: offset,
          line: source.trimEnd(),
          alone,
          column,
          blank: alone && isBelowBlank(text, offset),
        });
      } else Object.values(value).forEach(look);
    }
  };
  for (const token of new Parser().parse(text)) look(token);
  return found.sort((a, b) => a.start - b.start);
}

/** Every comment of a text, in order, without trailing blanks. */
export const commentsOf = (text: string): readonly string[] => placedComments(text).map(({ line }) => line);

/** Whether the line above the one that an offset is in is blank. */
export function isBelowBlank(text: string, at: number): boolean {
  const start = at - columnOf(text, at);
  if (start === 0) return false;
  const above = text.lastIndexOf('\n', start - 2) + 1;
  return text.slice(above, start).trim() === '';
}
