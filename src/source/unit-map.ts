/** The value of a scalar as read, and where in the text each of its UTF-16 units is. */
export interface ScalarMap {
  readonly value: string;
  /** `starts[i]`, `ends[i]`: the source of the unit `i` (an escape is several units long, a fold covers the line break). */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A scalar map as far as it is put together. */
export interface Collector {
  value: string;
  readonly starts: number[];
  readonly ends: number[];
}

/** Adds a character whose source is `start`…`end`. */
export function put(out: Collector, character: string, start: number, end: number): void {
  out.value += character;
  for (let i = 0; i < character.length; i++) {
    out.starts.push(start);
    out.ends.push(end);
  }
}
