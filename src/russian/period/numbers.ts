import { type Cursor, peek, roleAt, take, takeOrdinal, takeRole } from '../grammar/cursor.ts';
import type { Token } from '../text/token.ts';

/** Lists longer than a month has days are no lists of days, quarters or weeks. */
const LONGEST_LIST = 31;

/** A number, or a range of them. */
export type Item = readonly [n: number, last?: number];

/** A list of numbers, before what they number is known. */
export interface Numbers {
  readonly numbers: readonly Item[];
  /** What the last of them is a day of the month of, and whether it closes a range. */
  readonly date?: Token;
  readonly closing?: boolean;
}

/** Steps over «14-15, 20», «I–II», «вторая», «10, 17 и 24.03.2022»; years are no such numbers. */
export function takeNumbers(c: Cursor): Numbers | undefined {
  const numbers: Item[] = [];
  while (numbers.length < LONGEST_LIST) {
    const listed = numbers.length > 0 ? take(c, 'date') : undefined;
    if (listed) return { numbers, date: listed };
    if (isYearNumber(c)) return undefined;
    const n = takeOrdinal(c);
    if (n === undefined) return undefined;
    // «25-авг» as spreadsheets write it.
    if (peek(c)?.kind === 'dash' && !peek(c)!.spaced && roleAt(c, 1) === 'month') c.pos++;
    else if (take(c, 'dash')) {
      const date = take(c, 'date');
      if (date) return { numbers: [...numbers, [n]], date, closing: true };
      if (isYearNumber(c)) return undefined;
      const last = takeOrdinal(c);
      if (last === undefined) return undefined;
      numbers.push([n, last]);
      if (!goesOn(c)) return { numbers };
      continue;
    }
    numbers.push([n]);
    if (!goesOn(c)) return { numbers };
  }
  return undefined;
}

const goesOn = (c: Cursor) => (take(c, 'comma') ?? takeRole(c, 'and')) !== undefined;

const isYearNumber = (c: Cursor) => peek(c)?.kind === 'number' && peek(c)!.length === 4;
