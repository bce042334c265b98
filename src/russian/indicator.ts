import type { Indicator } from '../meaning/indicator.ts';
import type { PlanPeriod } from '../meaning/period.ts';
import { documentSplit, opensDocument } from './indicator-mixed.ts';
import { brackets, isReading, type Parsed, parse } from './indicator-parse.ts';
import { provisoOf } from './indicator-provisos.ts';
import { type IndicatorReading, joined, understood, unread } from './indicator-result.ts';
import type { Rhythm } from './indicator-rhythms.ts';
import { severalTargets } from './indicator-several.ts';
import { statementsOf } from './indicator-split.ts';
import { areStages, readStages } from './indicator-stages.ts';
import { readTarget } from './indicator-target.ts';
import type { TimePhrase } from './indicator-times.ts';
import { type Token, tokensOf } from './indicator-tokens.ts';
import { PIECES } from './indicator-unit.ts';
import { withoutNumbers } from './indicator-unnumbered.ts';
import { isAdjective, knownNounsOf, type NounKind } from './lemma.ts';
import { isNominative, type NounPhrase, phraseAt } from './noun-phrase.ts';
import { wordSet } from './word-set.ts';

export { splitStatements } from './indicator-split.ts';

/** Longer cells are prose, not indicators; reading stops there. */
const LONGEST = 4_000;
/** Nor does an indicator hold more numbers and brackets than this: a list so long is a table of its own. */
const MOST_NUMBERS = 48;
const MOST_TOKENS = 1_000;
const MOST_STATEMENTS = 100;

/** Documents and targets in one list: each run is read on its own. */
function readMixed(
  runs: readonly (readonly Token[])[],
  rhythm: Rhythm | undefined,
  period: PlanPeriod,
): IndicatorReading {
  const parts: Indicator[] = [];
  for (const run of runs) {
    const parsed = parse(run, period);
    if (isReading(parsed)) return parsed;
    const lent = parsed.quantities.length > 0 ? (parsed.rhythm ?? rhythm) : parsed.rhythm;
    const read = readNumbers({ ...parsed, rhythm: lent }, period);
    if (!read.understood) return read;
    parts.push(read.meaning);
  }
  return understood(joined(parts));
}

/** «2022 г. – приказ, 2023 г. – 100 % школ»: a document that has a time of its own. */
const timedDocument = (tokens: readonly Token[], end: number): Token | undefined =>
  tokens
    .slice(0, end)
    .find(
      (_, at) =>
        at > 1 && tokens[at - 1]!.kind === 'dash' && opensDocument(tokens, at) && endsBefore(tokens, at, end),
    );

const endsBefore = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ kind }) => kind === 'comma');

function readNumbers(parsed: Parsed, period: PlanPeriod): IndicatorReading {
  const { tokens, taken, times, rhythm, quantities } = parsed;
  if (quantities.length === 0) return withoutNumbers(parsed);
  const mixed = documentSplit(tokens, quantities);
  if (mixed) return readMixed(mixed, rhythm, period);
  const other = timedDocument(tokens, quantities[0]!.start);
  if (other) {
    return unread([other], 'рядом с числом назван документ', 'a document is named beside the number');
  }
  if (areStages(quantities, times)) return readStages(tokens, taken, quantities, times, period);
  if (quantities.length > 1) return severalTargets(parsed);
  return withDay(readTarget({ tokens, taken, quantity: quantities[0]!, rhythm }), times, period);
}

/** «До 1 июня – 50 % школ»: a day before the plan ends is a step of its own, as in the structured form. */
function withDay(
  read: IndicatorReading,
  times: readonly TimePhrase[],
  { from, to }: PlanPeriod,
): IndicatorReading {
  const by = times.length === 1 && times[0]!.from === null ? times[0]!.by : null;
  if (!read.understood || by === null || by < from || by >= to) return read;
  const { op, value, change } = read.meaning;
  if (op === null || value === null || change !== undefined) return read;
  return understood({ ...read.meaning, stages: [{ from: null, by, op, value }] });
}

/** The number stands in brackets after what it measures: «школьные команды (не менее трёх представителей)». */
function readBracketed(
  main: readonly Token[],
  group: readonly Token[],
  period: PlanPeriod,
): IndicatorReading {
  const inside = parse(group, period);
  if (isReading(inside)) return inside;
  const alone = readNumbers(inside, period);
  if (alone.understood && (alone.meaning.unit !== null || alone.meaning.kind === 'compound')) {
    const { meaning } = alone;
    if (meaning.kind !== 'count' || meaning.of !== null) return alone;
    const holder = phraseAt(main, 0, 'nN');
    return holder ? understood({ ...meaning, of: holder.full }) : alone;
  }
  const whole = parse([...main, ...group], period);
  if (isReading(whole)) return whole;
  const read = readNumbers(whole, period);
  const holder = phraseAt(main, 0, 'nN');
  const bounded =
    whole.quantities.every(({ op, percent }) => op !== null || percent) ||
    whole.rhythm !== undefined ||
    (holder !== undefined && tellsHowMany(main, holder, group));
  // «Банк практик (не менее 10)»: of one bank ten what?
  const single = holder?.head.kind === 'document' && !holder.head.cases.includes('N') && holds(main, holder);
  const several = whole.quantities.some(({ value, percent, times }) => value > 1 && !percent && !times);
  return bounded && !(single && several)
    ? read
    : unread(
        group,
        'неясно, что означает число в скобках',
        'it is unclear what the number in brackets means',
      );
}

const CONTAINERS = wordSet('банк база реестр сборник перечень список каталог пакет комплект план график');

/** «Банк практик», «План мероприятий» hold many things; «Программа повышения квалификации» is one itself. */
function holds(main: readonly Token[], holder: NounPhrase): boolean {
  if (CONTAINERS.has(holder.head.lemma)) return true;
  return phraseAt(main, holder.headEnd, 'G') !== undefined;
}

/** «Справки (5)», «Приказы (2 шт.)»: things in the plural, and in the brackets only their number. */
function tellsHowMany(main: readonly Token[], holder: NounPhrase, group: readonly Token[]): boolean {
  const plain = group[0]!.kind === 'number' && group.slice(1).every(({ text }) => PIECES.test(text));
  return plain && holder.head.cases.includes('N') && holder.headEnd === main.length;
}

/** «100 % ШНОР (8 школ)»: a share, and in brackets how many that is. */
function restates(parsed: Parsed, group: readonly Token[], period: PlanPeriod): boolean {
  const inside = parse(group, period);
  if (isReading(inside) || inside.quantities.length !== 1 || inside.rhythm) return false;
  const [own, other] = [parsed.quantities[0]!, inside.quantities[0]!];
  if (!own.percent || other.percent || other.op !== null || other.max !== null || other.lead !== null)
    return false;
  if (other.start !== 0 || group.length - other.end > 2) return false;
  const read = readNumbers(parsed, period);
  const again = readNumbers(inside, period);
  if (!read.understood || read.meaning.unit === null || !again.understood) return false;
  return again.meaning.unit === null || isSameCircle(read.meaning.unit, again.meaning.unit);
}

const kindOf = (unit: string): NounKind | undefined => {
  const [word = ''] = unit.split(' ').filter((one) => !isAdjective(one.toLowerCase()));
  return word === word.toUpperCase() ? 'body' : knownNounsOf(word.replaceAll('ё', 'е'))[0]?.kind;
};

/** Both are people, or both are schools and their like. */
function isSameCircle(unit: string, again: string): boolean {
  const kind = kindOf(unit);
  return (kind === 'person' || kind === 'body') && kindOf(again) === kind;
}

/** «Команды (не менее трёх представителей) из 100 % школ»: a count, and a share of those who must have it. */
function bothTargets(parsed: Parsed, group: readonly Token[], period: PlanPeriod): IndicatorReading {
  const counted = readBracketed(parsed.tokens.slice(0, parsed.quantities[0]!.start), group, period);
  const share = readNumbers(parsed, period);
  if (!counted.understood) return counted;
  return share.understood ? understood(joined([counted.meaning, share.meaning])) : share;
}

/** «3 семинара, школьные команды (не менее трёх человек)»: the comma before the noun that the bracket measures. */
function bracketSplit(tokens: readonly Token[]): number | undefined {
  const open = tokens.findLastIndex(({ kind }) => kind === 'open');
  const cut = tokens.slice(0, open).findLastIndex(({ kind }) => kind === 'comma');
  if (cut < 1 || tokens.slice(cut, open).some(({ kind }) => kind === 'close')) return undefined;
  const phrase = phraseAt(tokens, cut + 1, 'nN');
  return phrase?.known && isNominative(tokens, phrase) && phrase.end <= open ? cut : undefined;
}

function readEach(runs: readonly (readonly Token[])[], period: PlanPeriod): IndicatorReading {
  const parts: Indicator[] = [];
  for (const run of runs) {
    const read = readStatement(run, period);
    if (!read.understood) return read;
    parts.push(read.meaning);
  }
  return understood(joined(parts));
}

/** Brackets that only date the numbers before them are read as if they were not there. */
function readTimed(tokens: readonly Token[], period: PlanPeriod): IndicatorReading {
  const open = parse(
    tokens.filter(({ kind }) => kind !== 'open' && kind !== 'close'),
    period,
  );
  if (isReading(open)) return open;
  return areStages(open.quantities, open.times)
    ? readNumbers(open, period)
    : unread(tokens, 'несколько чисел, связь между ними неясна', 'several numbers whose relation is unclear');
}

const HOURS = wordSet('час часа часов ч');

/** «-5 %»: less by five, or a bullet before five. */
const hasMinus = ([sign, number, percent]: readonly Token[]): boolean =>
  sign?.kind === 'dash' &&
  number?.kind === 'number' &&
  sign.end === number.start &&
  percent?.kind === 'percent';

/** «Совещания (1 раз в месяц), | протоколы»: a document begins after what the brackets told of the words before. */
const afterBrackets = (tokens: readonly Token[]): number =>
  tokens.findIndex(
    ({ kind }, at) => kind === 'comma' && tokens[at - 1]?.kind === 'close' && opensDocument(tokens, at + 1),
  );

function readStatement(tokens: readonly Token[], period: PlanPeriod): IndicatorReading {
  const cutAt = afterBrackets(tokens);
  if (cutAt > 0) return readEach([tokens.slice(0, cutAt), tokens.slice(cutAt + 1)], period);
  if (hasMinus(tokens))
    return unread(tokens, 'неясно, минус это или тире', 'a minus, or a dash before a number');
  const { main, groups } = brackets(tokens);
  if (main.length === 0 && groups.length > 0) return readStatement(groups.flat(), period);
  const parsed = parse(main, period);
  if (isReading(parsed)) return parsed;
  const inner = groups.map((group) => ({ group, parsed: parse(group, period) }));
  const broken = inner.find((one) => isReading(one.parsed));
  if (broken && isReading(broken.parsed)) return broken.parsed;
  const numbered = inner.filter((one) => !isReading(one.parsed) && one.parsed.quantities.length > 0);
  const rhythm = inner
    .map((one) => (isReading(one.parsed) ? undefined : one.parsed.rhythm))
    .find((one) => one);
  if (numbered.length === 0) {
    // «30 % (2022 г.), 50 % (2023 г.)»: the brackets hold the times of the stages.
    const timed = inner.some((one) => !isReading(one.parsed) && one.parsed.times.length > 0);
    if (timed && parsed.quantities.length > 1) return readTimed(tokens, period);
    const lent = parsed.rhythm ?? (parsed.quantities.length < 2 ? rhythm : undefined);
    return readNumbers({ ...parsed, rhythm: lent }, period);
  }
  const hours = numbered.every(({ group }) => HOURS.has(group.at(-1)!.text) && group.length <= 5);
  if (hours) return readNumbers(parsed, period);
  const [only] = parsed.quantities;
  if (numbered.length === 1 && parsed.quantities.length === 1 && only?.percent && only.lead === 'из') {
    return bothTargets(parsed, numbered[0]!.group, period);
  }
  if (
    numbered.length === 1 &&
    parsed.quantities.length === 1 &&
    restates(parsed, numbered[0]!.group, period)
  ) {
    return readNumbers(parsed, period);
  }
  if (numbered.length > 1 || parsed.quantities.length > 0) {
    const cut = bracketSplit(tokens);
    if (cut !== undefined) return readEach([tokens.slice(0, cut), tokens.slice(cut + 1)], period);
    return unread(numbered[0]!.group, 'в скобках ещё одно число', 'another number stands in the brackets');
  }
  return readBracketed(main, numbered[0]!.group, period);
}

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

/** «2022 год – 3 школы; 2023 год – 5 школ»: how many statements from `at` on are stages of one target, each dated. */
function stageRun(statements: readonly (readonly Token[])[], at: number, period: PlanPeriod): number {
  if (statements.length - at < 2) return 0;
  let end = at;
  for (; end < statements.length; end++) {
    const parsed = parse(statements[end]!, period);
    if (isReading(parsed) || parsed.quantities.length !== 1 || parsed.times.length !== 1) break;
  }
  if (end - at < 2 || !countOneThing(statements.slice(at, end), period)) return 0;
  const together = parse(statements.slice(at, end).flat(), period);
  return !isReading(together) && areStages(together.quantities, together.times) ? end - at : 0;
}

/** «5 семинаров; 10 консультаций» of one year are two targets: stages count one thing, and name it at least once. */
function countOneThing(statements: readonly (readonly Token[])[], period: PlanPeriod): boolean {
  const meanings = statements.flatMap((statement) => {
    const read = readStatement(statement, period);
    return read.understood ? [read.meaning] : [];
  });
  const named = new Set(meanings.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  // «Количество участников: 2022 г. – 50 чел.; 2023 г. – 70 чел.»
  const units = named.size > 1 ? new Set([...named].filter((unit) => unit !== 'человек')) : named;
  // «2022 – 50 %; 2023 – 70 %»: shares of what the item is about.
  const shares = meanings.length === statements.length && meanings.every(({ kind }) => kind === 'percent');
  return units.size === 1 || (units.size === 0 && shares);
}
