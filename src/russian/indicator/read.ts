import type { Indicator } from '../../meaning/indicator.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { provisoOf } from './provisos.ts';
import { type IndicatorReading, joined, understood, unread } from './result.ts';
import { statementsOf } from './split.ts';
import { stageRun } from './stage-run.ts';
import { readStatement } from './statement.ts';
import { type Token, tokensOf } from './tokens.ts';

export { splitStatements } from './split.ts';

/** Longer cells are prose, not indicators; reading stops there. */
const LONGEST = 4_000;
/** Nor does an indicator hold more numbers and brackets than this: a list so long is a table of its own. */
const MOST_NUMBERS = 48;
const MOST_TOKENS = 1_000;
const MOST_STATEMENTS = 100;

/**
 * Reads a «показатель» as it stands in a plan. Not understood: the place in `text` (UTF-16 units) and why;
 * nothing is guessed. `period` places stages («в I полугодии») on days.
 */
export function readIndicator(text: string, context: { readonly period: PlanPeriod }): IndicatorReading {
  if (text.length > LONGEST)
    return unread(
      [LONGEST, text.length],
      'текст слишком длинный для показателя',
      'the text is too long for an indicator',
    );
  const tokens = tokensOf(text);
  const statements = isTable(tokens) ? [] : statementsOf(tokens);
  if (statements.length > MOST_STATEMENTS || isTable(tokens)) {
    return unread(
      [0, text.length],
      'слишком длинный перечень для показателя',
      'too long a list for an indicator',
    );
  }
  if (statements.length === 0) return unread([0, text.length], 'пустой показатель', 'an empty indicator');
  const parts: Indicator[] = [];
  for (const statement of statements) {
    const proviso = provisoOf(statement);
    if (proviso) return proviso;
  }
  for (let at = 0; at < statements.length; ) {
    const run = stageRun(statements, at, context.period);
    const read =
      run > 1
        ? readStatement(statements.slice(at, at + run).flat(), context.period)
        : readStatement(statements[at]!, context.period);
    if (!read.understood) return read;
    parts.push(read.meaning);
    at += Math.max(1, run);
  }
  return understood(joined(parts));
}

const isTable = (tokens: readonly Token[]): boolean =>
  tokens.length > MOST_TOKENS ||
  tokens.filter(({ kind }) => kind === 'number' || kind === 'ordinal' || kind === 'open' || kind === 'date')
    .length > MOST_NUMBERS;
