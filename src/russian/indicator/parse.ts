import type { PlanPeriod } from '../../meaning/period.ts';
import { readNumeral } from '../words/numerals.ts';
import { scanOf } from './bounds.ts';
import type { TimePhrase } from './calendar.ts';
import { quantitiesOf } from './numbers.ts';
import type { Quantity } from './quantity.ts';
import { type IndicatorReading, unread } from './result.ts';
import { type Rhythm, rhythmsOf } from './rhythms.ts';
import { timesOf } from './times.ts';
import type { Token } from './tokens.ts';
import { trapsOf } from './traps.ts';

/** A statement with its times, rhythm and quantities found; `taken`: tokens that count nothing themselves. */
export interface Parsed {
  readonly tokens: readonly Token[];
  readonly taken: ReadonlySet<number>;
  readonly times: readonly TimePhrase[];
  readonly rhythm: Rhythm | undefined;
  readonly quantities: readonly Quantity[];
}

/** A statement with one quantity, cut apart. `taken`: tokens of time and of numbers that count nothing. */
export interface Statement {
  readonly tokens: readonly Token[];
  readonly taken: ReadonlySet<number>;
  readonly quantity: Quantity;
  readonly rhythm: Rhythm | undefined;
}

/** Where the quantity of a statement stands, with the words that bound it. */
export const placeOf = ({ tokens, quantity }: Statement): readonly [number, number] => [
  tokens[quantity.start]!.start,
  tokens[quantity.end - 1]!.end,
];

/** A statement with more of them is a table; what looks for their relations need not be fast. */
const MOST_QUANTITIES = 48;

/** Finds times, rhythms, traps and quantities; a number none of them explains makes the statement unread. */
export function parse(tokens: readonly Token[], period: PlanPeriod): Parsed | IndicatorReading {
  const times = timesOf(tokens, period);
  const taken = new Set<number>();
  const take = (start: number, end: number) => {
    for (let at = start; at < end; at++) taken.add(at);
  };
  for (const time of times) take(time.start, time.end);
  const rhythms = rhythmsOf(tokens, taken);
  for (const rhythm of rhythms) take(rhythm.start, rhythm.end);
  for (const at of trapsOf(tokens, taken)) taken.add(at);
  const [rhythm, other] = rhythms;
  if (rhythm && other && (rhythm.per !== other.per || rhythm.every !== other.every)) {
    return unread(
      tokens.slice(other.start, other.end),
      'названы два разных ритма',
      'two different rhythms are named',
    );
  }
  const { found, obstacle } = quantitiesOf(scanOf(tokens, taken));
  if (obstacle) return unread(obstacle.at, obstacle.why.ru, obstacle.why.en);
  if (found.length > MOST_QUANTITIES)
    return unread(tokens, 'слишком много чисел для показателя', 'too many numbers for an indicator');
  const lost = tokens.findIndex(
    (token, at) =>
      token.kind === 'number' && !taken.has(at) && !found.some(({ start, end }) => at >= start && at < end),
  );
  if (lost >= 0)
    return unread(
      [tokens[lost]!],
      'неясно, к чему относится число',
      'it is unclear what the number belongs to',
    );
  return { tokens, taken, times, rhythm, quantities: found };
}

/** True when parsing came out with why the statement is unread. */
export const isReading = (parsed: Parsed | IndicatorReading): parsed is IndicatorReading =>
  'understood' in parsed;

/** Bracketed groups apart from the rest; «12 (двенадцать)» stays whole, an unclosed bracket runs to the end. */
export function brackets(tokens: readonly Token[]): {
  main: readonly Token[];
  groups: readonly (readonly Token[])[];
} {
  const main: Token[] = [];
  const groups: Token[][] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'open') {
      if (depth === 0 && at > 0) {
        const words = tokens.slice(at + 1, at + 6).map(({ text }) => text);
        const digits =
          tokens[at + 1]?.kind === 'number' && readNumeral([tokens[at - 1]!.text], 0) !== undefined;
        const spelled = tokens[at - 1]!.kind === 'number' ? readNumeral(words, 0)?.length : undefined;
        const length = digits ? 1 : (spelled ?? 0);
        if (length > 0 && tokens[at + 1 + length]?.kind === 'close') {
          main.push(...tokens.slice(at, at + length + 2));
          at += length + 1;
          continue;
        }
      }
      if (
        depth === 0 &&
        /^(?:%|процент(?:ы|ов)?)$/u.test(tokens[at + 1]?.text ?? '') &&
        tokens[at + 2]?.kind === 'close'
      ) {
        main.push(tokens[at + 1]!);
        at += 2;
        continue;
      }
      if (depth === 0) groups.push([]);
      depth += 1;
    } else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    else if (depth === 0) main.push(token);
    else groups.at(-1)!.push(token);
  }
  // «(… проекта 0»: the closing bracket itself read as a nought by the scanner.
  const open = depth > 0 ? groups.at(-1) : undefined;
  if (open && open.length > 1 && open.at(-1)!.raw === '0') open.pop();
  return { main, groups: groups.filter((group) => group.length > 0) };
}
