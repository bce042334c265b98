import { boundBefore, type Scan } from './bounds.ts';
import type { Core } from './numeral.ts';
import type { Obstacle, Quantity } from './quantity.ts';

const PARTS: ReadonlyMap<string, number> = new Map([
  ['трети', 3],
  ['третей', 3],
  ['четверти', 4],
  ['четвертей', 4],
]);

/** «трёх четвертей педагогов» are 75 % of them; «двух третей» no round share. */
export function partOfAll(
  scan: Scan,
  at: number,
  { end, value, percent }: Core,
): Quantity | Obstacle | undefined {
  const { tokens, words } = scan;
  const parts = PARTS.get(words[end] ?? '');
  if (parts === undefined || percent || value < 1 || value >= parts || tokens[at]!.kind !== 'word')
    return undefined;
  const { start, op, lead } = boundBefore(scan, at);
  const share = (value / parts) * 100;
  if (!Number.isInteger(share) || op === 'about' || op === 'rank' || op === 'from' || op === 'to') {
    return {
      at: [tokens[start]!.start, tokens[end]!.end],
      why: { ru: 'доля названа дробью', en: 'the share is a fraction' },
    };
  }
  return { start, end: end + 1, op, value: share, max: null, percent: true, lead, times: false, rank: false };
}

const WHOLE = /^(?:стопроцентн[а-я]*)$/u;
const SHARES: Readonly<Record<string, number>> = {
  второй: 50,
  вторая: 50,
  второе: 50,
  четвертый: 25,
  пятый: 20,
  десятый: 10,
};

/** «стопроцентный», «каждый второй», «половина», «дважды», «раз в …»: quantities without a numeral. */
export function spelledAt(scan: Scan, at: number): Quantity | undefined {
  const { words } = scan;
  const word = words[at]!;
  const whole = { op: null, max: null, percent: true, lead: null, times: false, rank: false } as const;
  if (WHOLE.test(word)) return { ...whole, start: at, end: at + 1, value: 100 };
  const share = /^кажд(?:ый|ая|ое)$/u.test(word) ? SHARES[words[at + 1] ?? ''] : undefined;
  if (share !== undefined) return { ...whole, start: at, end: at + 2, value: share, op: '>=' };
  if (/^половин[аыу]$|^половиной$/u.test(word)) {
    const bound = boundBefore(scan, at);
    if (bound.op === 'about' || bound.op === 'from' || bound.op === 'to' || bound.op === 'rank')
      return undefined;
    return { ...whole, start: bound.start, end: at + 1, value: 50, op: bound.op, lead: bound.lead };
  }
  if (word === 'раз' && scan.tokens[at - 1]?.kind === 'number') return undefined;
  const often = word === 'дважды' ? 2 : word === 'трижды' ? 3 : word === 'раз' ? 1 : undefined;
  if (often !== undefined) {
    const bound = boundBefore(scan, at);
    if (bound.op === null || bound.op === '>=' || bound.op === '<=') {
      return {
        ...whole,
        percent: false,
        start: bound.start,
        end: at + 1,
        value: often,
        op: bound.op,
        times: true,
      };
    }
  }
  return undefined;
}
