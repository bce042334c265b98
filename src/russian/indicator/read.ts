import type { Indicator } from '../../meaning/indicator.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { sentenceTokens } from '../text/compounds.ts';
import type { Token } from '../text/token.ts';
import {
  bracketCut,
  bracketsOf,
  isHours,
  readBracketed,
  readBracketedShare,
  readTimed,
  restates,
  sharesToo,
} from './brackets.ts';
import { readNumbers } from './numbers.ts';
import { opensDocument } from './papers.ts';
import { provisoOf, unclaimed } from './provisos.ts';
import { withWords } from './qualifiers.ts';
import { type IndicatorReading, joined, readEach, refused, understood } from './result.ts';
import { statementsOf } from './split.ts';
import { areStages } from './stages.ts';
import { isRefused, type Nodes, nodesOf, quantityPlaces, rhythmNodes } from './statement.ts';

export { indicatorRefusals } from './refusals.ts';
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

/** What stands outside the brackets of a statement, and what the brackets add to it. */
function readWithBrackets(tokens: readonly Token[], period: Period): IndicatorReading {
  const read = (run: readonly Token[]) => readWithBrackets(run, period);
  const cut = afterBrackets(tokens);
  if (cut > 0) return readEach([tokens.slice(0, cut), tokens.slice(cut + 1)], read);
  if (hasMinus(tokens)) return refused('minus', tokens);
  const { main, groups } = bracketsOf(tokens);
  if (main.length === 0 && groups.length > 0) return read(groups.flat());
  const nodes = nodesOf(main, period);
  if (isRefused(nodes)) return nodes;
  const inner: { group: readonly Token[]; nodes: Nodes }[] = [];
  for (const group of groups) {
    const made = nodesOf(group, period);
    if (isRefused(made)) return made;
    inner.push({ group, nodes: made });
  }
  const numbered = inner.filter((one) => quantityPlaces(one.nodes).length > 0);
  const places = quantityPlaces(nodes);
  const own = rhythmNodes(nodes)[0]?.rhythm;
  if (numbered.length === 0) {
    // «30 % (2022 г.), 50 % (2023 г.)»: the brackets hold the times of the stages.
    if (places.length > 1 && inner.some((one) => one.nodes.some(({ kind }) => kind === 'time')))
      return readTimed(tokens, period);
    const lent = inner.flatMap((one) => rhythmNodes(one.nodes))[0]?.rhythm;
    return readNumbers(nodes, own ?? (places.length < 2 ? lent : undefined), period);
  }
  if (numbered.every(({ group }) => isHours(group))) return readNumbers(nodes, own, period);
  const [only, ...others] = numbered;
  if (others.length === 0 && places.length === 1) {
    const quantity = nodes[places[0]!]!.quantity!;
    // «Команды (не менее трёх представителей) из 100 % школ»: a count, and a share of those who must have it.
    if (quantity.percent && quantity.lead === 'из')
      return readEach(
        [
          () => readBracketed(nodes.slice(0, places[0]), only!.nodes, period),
          () => readNumbers(nodes, own, period),
        ],
        (one) => one(),
      );
    if (restates(nodes, only!.nodes, period)) return readNumbers(nodes, own, period);
    if (sharesToo(nodes, only!.nodes)) return readBracketedShare(nodes, only!.nodes, period);
  }
  if (others.length > 0 || places.length > 0) {
    const at = bracketCut(tokens);
    if (at !== undefined) return readEach([tokens.slice(0, at), tokens.slice(at + 1)], read);
    return refused('second-number-in-brackets', only!.group);
  }
  return readBracketed(nodes, only!.nodes, period);
}

/** «-5 %»: less by five, or a bullet before five. */
const hasMinus = ([sign, number, percent]: readonly Token[]): boolean =>
  sign?.kind === 'dash' &&
  number?.kind === 'number' &&
  sign.at[1] === number.at[0] &&
  percent?.kind === 'percent';

/** «Совещания (1 раз в месяц), | протоколы»: a document begins after what the brackets add to the words before. */
const afterBrackets = (tokens: readonly Token[]): number =>
  tokens.findIndex(
    ({ kind }, at) => kind === 'comma' && tokens[at - 1]?.kind === 'close' && opensDocument(tokens, at + 1),
  );
