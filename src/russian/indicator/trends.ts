import type { Comparison, Indicator } from '../../meaning/indicator.ts';
import { isAdjective } from '../words/adjective.ts';
import { phraseAt } from './noun-phrase.ts';
import type { Statement } from './parse.ts';
import { DOWN, FELL, GREW, REACH, UP } from './words.ts';

/** Which way a statement says that what it measures goes; «достижение» names no way. */
export type Trend = 'up' | 'down' | 'reach' | undefined;

/** «Рост доли …», «Ежегодное снижение …», «Достижение …»: the trend told by the first words. */
export function trendOf({ tokens, taken }: Pick<Statement, 'tokens' | 'taken'>): Trend {
  // «До 1 июня – рост доли …»: a time before the word that gives the trend does not hide it.
  const free = tokens.filter((_, at) => !taken.has(at));
  const start = free.findIndex(({ kind }) => kind !== 'dash' && kind !== 'comma' && kind !== 'colon');
  const words = free.slice(Math.max(0, start), Math.max(0, start) + 4);
  for (const [at, token] of words.slice(0, 3).entries()) {
    if (words.slice(at + 1, at + 3).some(({ text }) => text.startsWith('квалификаци'))) return undefined;
    if (UP.test(token.text)) return 'up';
    if (DOWN.test(token.text)) return 'down';
    if (REACH.test(token.text)) return 'reach';
    // «Ежегодное увеличение …»: only adjectives may stand before the word that gives the trend.
    if (token.kind !== 'word' || !isAdjective(token.text)) return undefined;
  }
  return undefined;
}

/** «Доля … выросла | на 3 %»: the verb next to the number tells the trend. */
export function trendBeside({ tokens, taken, quantity }: Statement): Trend {
  let at = quantity.start - 1;
  while (at >= 0 && taken.has(at)) at -= 1;
  // «На 5 % увеличена доля …»: the verb may follow a share.
  const after = quantity.percent && at < 0 ? tokens[quantity.end] : undefined;
  const text = (after ?? tokens[at])?.text ?? '';
  if (GREW.has(text)) return 'up';
  return FELL.has(text) ? 'down' : undefined;
}

const FLIP: Readonly<Record<Comparison, Comparison>> = {
  '>=': '<=',
  '>': '<',
  '=': '=',
  '<': '>',
  '<=': '>=',
};

/** «Рост на 5 %», «снижение до 20 %», «увеличение в 2 раза»: a change, or the level to reach. */
export function trended(
  statement: Statement,
  trend: 'up' | 'down' | 'reach',
): Partial<Indicator> | undefined {
  const { quantity } = statement;
  const { value, op, lead, max, percent } = quantity;
  const down = trend === 'down';
  const toLevel = lead === 'до' || quantity.baseline !== undefined;
  if (max !== null) return undefined;
  if (isAmong(statement)) return { op: op ?? '=', value };
  if (quantity.baseline !== undefined && quantity.baseline > value !== down) return undefined;
  if (toLevel) return { op: down ? '<=' : '>=', value };
  if (trend === 'reach') return undefined;
  if (quantity.times && lead === 'в') {
    if (value <= 1 && !down) return undefined;
    return { change: 'times', op: down ? '<=' : '>=', value: down ? 1 / value : value };
  }
  if (lead === 'на' && !quantity.times) {
    const bound = op ?? '>=';
    return down ? { change: 'by', op: FLIP[bound], value: -value } : { change: 'by', op: bound, value };
  }
  if (down && op === '<=' && percent) return { op, value };
  return undefined;
}

/** «Повышение уровня … у 60 % обучающихся», «… в 5 школах»: among how many it happens, not by how much. */
function isAmong({ tokens, quantity, taken }: Statement): boolean {
  const { lead, percent, end } = quantity;
  if (lead !== 'у' && lead !== 'в' && lead !== 'во' && lead !== 'среди') return false;
  const phrase = phraseAt(tokens, end, percent || lead === 'у' ? 'gG' : 'pP', taken);
  return phrase?.head.kind === 'person' || phrase?.head.kind === 'body';
}

/** «Улучшение качества … на 5 %», «Положительная динамика не менее 3 %»: a share gained, though the word is no «рост». */
export const isGain = ({ tokens, quantity: { percent, lead } }: Statement): boolean =>
  percent &&
  (lead === null || lead === 'на') &&
  tokens.slice(0, 2).some(({ text }) => text === 'улучшение' || text === 'динамика');
