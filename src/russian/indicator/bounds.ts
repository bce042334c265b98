import type { Comparison } from '../../meaning/indicator.ts';
import { wordSet } from '../words/word-set.ts';
import type { Token } from './tokens.ts';

/** Tokens with what else has claimed (`taken`), and the words that are still free. */
export interface Scan {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly taken: ReadonlySet<number>;
}

export const scanOf = (tokens: readonly Token[], taken: ReadonlySet<number>): Scan => ({
  tokens,
  taken,
  words: tokens.map((token, at) => (token.kind === 'word' && !taken.has(at) ? token.text : '')),
});

const BOUNDS: readonly (readonly [words: string, op: Comparison | 'from' | 'to' | 'about' | 'rank'])[] = [
  ['не менее', '>='],
  ['не меньше', '>='],
  ['не ниже', '>='],
  ['не хуже', 'rank'],
  ['не реже', '>='],
  ['не более', '<='],
  ['не больше', '<='],
  ['не выше', '<='],
  ['не свыше', '<='],
  ['не чаще', '<='],
  ['не превышает', '<='],
  ['не превышают', '<='],
  ['не превысит', '<='],
  ['не превысила', '<='],
  ['не превышающая', '<='],
  ['как минимум', '>='],
  ['хотя бы', '>='],
  ['крайней мере', '>='],
  ['в пределах', '<='],
  ['как максимум', '<='],
  ['минимум', '>='],
  ['максимум', '<='],
  ['неменее', '>='],
  ['неболее', '<='],
  ['свыше', '>'],
  ['более', '>'],
  ['больше', '>'],
  ['выше', '>'],
  ['менее', '<'],
  ['меньше', '<'],
  ['ниже', '<'],
  ['ровно', '='],
  ['от', 'from'],
  ['до', 'to'],
  ['около', 'about'],
  ['порядка', 'about'],
  ['примерно', 'about'],
  ['приблизительно', 'about'],
  ['почти', 'about'],
];
const BOUND_WORDS = BOUNDS.map(([phrase, op]) => [phrase.split(' '), op] as const);
const SIGNS: Readonly<Record<string, Comparison>> = {
  '≥': '>=',
  '>=': '>=',
  '≤': '<=',
  '<=': '<=',
  '>': '>',
  '<': '<',
  '=': '=',
};
export const AFTER: readonly (readonly [words: readonly string[], op: Comparison])[] = [
  [['и', 'более'], '>='],
  [['и', 'больше'], '>='],
  [['и', 'выше'], '>='],
  [['или', 'более'], '>='],
  [['или', 'больше'], '>='],
  [['и', 'менее'], '<='],
  [['и', 'ниже'], '<='],
  [['или', 'менее'], '<='],
];
const LEADS = wordSet('на в во по с со из у для до от к ко о об при под через без над среди между');

const MOVING = wordSet('на в по у');

/** «менне», «мнее», «мене»: slips in the word that bounds most indicators. */
const rightWord = (word: string): string =>
  /^м(?:ене|енне|нее|еннее|енеее|енее|ение|енеие|инее)$/u.test(word) ? 'менее' : word;

export interface Bound {
  readonly start: number;
  readonly op: Comparison | 'from' | 'to' | 'about' | 'rank' | null;
  readonly lead: string | null;
}

/** The words before a number that bound it, read from right to left: «не менее, чем в | 5». */
export function boundBefore({ tokens, words, taken }: Scan, at: number): Bound {
  const usable = (index: number) => index >= 0 && !taken.has(index);
  let before = at - 1;
  let lead: string | null = null;
  const sign = tokens[before];
  if (sign?.kind === 'sign' && SIGNS[sign.text]) return { start: before, op: SIGNS[sign.text]!, lead: null };
  if (sign?.kind === 'sign' && /^[~±+]$/u.test(sign.text)) return { start: before, op: 'about', lead: null };
  if (usable(before) && LEADS.has(words[before]!) && words[before] !== 'от' && words[before] !== 'до') {
    lead = words[before]!;
    before -= 1;
  }
  let far = before;
  if (usable(far) && words[far] === 'чем') far -= 1;
  if (usable(far) && tokens[far]!.kind === 'comma' && far !== before) far -= 1;
  for (const [parts, op] of BOUND_WORDS) {
    const start = far - parts.length + 1;
    if (
      start < 0 ||
      !parts.every((part, step) => usable(start + step) && rightWord(words[start + step]!) === part)
    )
      continue;
    if ((op === 'from' || op === 'to') && lead !== null) continue;
    // «Н е менее»: a torn «не» turns the bound round.
    if (parts.length === 1 && /^[ен]{1,2}$|^ни$/u.test(words[start - 1] ?? ''))
      return { start: start - 1, op: 'about', lead: null };
    const outer = words[start - 1] ?? '';
    const moved = lead === null && usable(start - 1) && MOVING.has(outer);
    return { start: moved ? start - 1 : start, op, lead: lead ?? (moved ? outer : null) };
  }
  return { start: lead === null ? at : at - 1, op: null, lead };
}
