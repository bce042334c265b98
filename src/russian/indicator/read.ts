import type { Indicator } from '../../meaning/indicator.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { sentenceTokens } from '../text/compounds.ts';
import type { Token } from '../text/token.ts';
import { hasMinus, readWithBrackets } from './brackets.ts';
import { provisoOf, unclaimed, withWords } from './claims.ts';
import { type Nodes, quantityPlaces, rhythmNodes } from './node.ts';
import { readNumbers } from './numbers.ts';
import { type IndicatorReading, joined, refused, understood } from './refusals.ts';
import { statementsOf } from './split.ts';
import { areStages } from './stages.ts';
import { isRefused, nodesOf } from './statement.ts';

export { splitStatements } from './split.ts';

/** Longer cells are prose, not indicators; reading stops there. */
const LONGEST = 4_000;
/** Nor does an indicator hold more numbers and brackets than this: a list so long is a table of its own. */
const MOST_NUMBERS = 48;
const MOST_TOKENS = 1_000;
const MOST_STATEMENTS = 100;

type Period = PlanPeriod | undefined;

/**
 * Signs that make another number of the one beside them, and a raised figure behind a number: «10²» is a hundred, or ten
 * with a mark of a footnote. «30¹» is thirty either way, «30²⁾» has the bracket of a mark.
 */
const UNREAD_SIGNS = /[√∛∜∑∏∫∞⁒﹪]|(?<=\d)[⁺⁻]?[⁰²³⁴-⁹](?![⁰¹²³⁴-⁹]*⁾)|(?<=\d)¹[⁰¹²³⁴-⁹]+(?!⁾)/u;

/**
 * Reads a «показатель» as it stands in a plan. Not understood: the place in `text` (UTF-16 units) and why;
 * nothing is guessed and no word is passed over. `period` places stages («в I полугодии») on days; without one only
 * a stage that needs it is not understood.
 */
export function readIndicator(text: string, context: { readonly period?: Period }): IndicatorReading {
  if (text.length > LONGEST) return refused('too-long', [LONGEST, text.length]);
  // Nobody but its font knows what such a sign shows: it may be «≥» or «≤».
  const unknown = /[\ue000-\uf8ff]/.exec(text);
  if (unknown) return refused('private-sign', [unknown.index, unknown.index + 1]);
  const odd = UNREAD_SIGNS.exec(text);
  if (odd) return refused('number-unclear', [odd.index, odd.index + odd[0].length]);
  const tokens = sentenceTokens(text);
  const statements = isTable(tokens) ? [] : statementsOf(tokens);
  if (statements.length > MOST_STATEMENTS || isTable(tokens)) return refused('too-long', [0, text.length]);
  if (statements.length === 0) return refused('empty', [0, text.length]);
  for (const statement of statements) {
    const proviso = provisoOf(statement);
    if (proviso) return proviso;
  }
  const parts: Indicator[] = [];
  for (let at = 0; at < statements.length; ) {
    const run = Math.max(1, stageRun(statements, at, context.period));
    const read = readStatement(statements.slice(at, at + run).flat(), context.period);
    if (!read.understood) return read;
    parts.push(read.meaning);
    at += run;
  }
  return understood(joined(parts));
}

const isTable = (tokens: readonly Token[]): boolean =>
  tokens.length > MOST_TOKENS ||
  tokens.filter(({ kind }) => kind === 'number' || kind === 'ordinal' || kind === 'open' || kind === 'date')
    .length > MOST_NUMBERS;

/** «2022 год – 3 школы; 2023 год – 5 школ»: how many statements from `at` on are stages of one target, each dated. */
function stageRun(statements: readonly (readonly Token[])[], at: number, period: Period): number {
  if (statements.length - at < 2) return 0;
  const runs: Nodes[] = [];
  for (const statement of statements.slice(at)) {
    const nodes = nodesOf(statement, period);
    if (
      isRefused(nodes) ||
      quantityPlaces(nodes).length !== 1 ||
      nodes.filter(({ kind }) => kind === 'time').length !== 1
    )
      break;
    runs.push(nodes);
  }
  return runs.length >= 2 && countOneThing(runs, period) && areStages(runs.flat()) ? runs.length : 0;
}

/** «5 семинаров; 10 консультаций» of one year are two targets: stages count one thing, and name it at least once. */
function countOneThing(runs: readonly Nodes[], period: Period): boolean {
  const meanings = runs.flatMap((nodes) => {
    const read = readNumbers(nodes, rhythmNodes(nodes)[0]?.rhythm, period);
    return read.understood ? [read.meaning] : [];
  });
  const named = new Set(meanings.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  // «Количество участников: 2022 г. – 50 чел.; 2023 г. – 70 чел.»
  const units = named.size > 1 ? new Set([...named].filter((unit) => unit !== 'человек')) : named;
  // «2022 – 50 %; 2023 – 70 %»: shares of what the item is about.
  const shares = meanings.length === runs.length && meanings.every(({ kind }) => kind === 'percent');
  return units.size === 1 || (units.size === 0 && shares);
}

/** Reads one statement, and refuses it where a word of it has no place in what was read. */
function readStatement(tokens: readonly Token[], period: Period): IndicatorReading {
  const plain = tokens.every(({ kind }) => kind !== 'open' && kind !== 'close');
  const nodes = nodesOf(tokens, period);
  const read =
    plain && !isRefused(nodes) && !hasMinus(tokens)
      ? readNumbers(nodes, rhythmNodes(nodes)[0]?.rhythm, period)
      : readWithBrackets(tokens, period);
  if (!read.understood || isRefused(nodes)) return read;
  const loose = unclaimed(nodes, read.meaning);
  if (loose) return loose;
  const whole = read.meaning.kind === 'staged' || read.meaning.kind === 'compound';
  return understood(withWords(read.meaning, nodes, whole));
}
