import { type LineParts, partsOf } from './line-parts.ts';

/** The lines of a text, counted from zero. */
export interface Lines {
  readonly count: number;
  at(number: number): LineParts | undefined;
  numberOf(offset: number): number;
  /** The first line from `from` on that is neither blank nor deeper than the column `indent`; blank lines before it count to it. */
  afterDeeper(from: number, indent: number): number;
}

/** The lines of a text; the parts of each are read when they are asked for. */
export function linesOf(text: string): Lines {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    starts.push(at);
    const stop = text.indexOf('\n', at);
    at = stop === -1 ? text.length : stop + 1;
  }
  const known: (LineParts | undefined)[] = [];
  const line = (number: number): LineParts | undefined => {
    const start = starts[number];
    if (start === undefined) return undefined;
    const stop = (starts[number + 1] ?? text.length + 1) - 1;
    const end = stop > start && text[stop - 1] === '\r' ? stop - 1 : Math.min(stop, text.length);
    const trimmed = number === starts.length - 1 && text[end - 1] === '\n' ? end - 1 : end;
    known[number] ??= partsOf(text, start, trimmed);
    return known[number];
  };
  return {
    count: starts.length,
    at: line,
    numberOf(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    afterDeeper(from, indent) {
      let last = from;
      for (let number = from; number < starts.length; number++) {
        const { start, body, end } = line(number) as LineParts;
        if (body >= end) continue;
        if (body - start <= indent) break;
        last = number + 1;
      }
      return last;
    },
  };
}
