import type { Indicator } from '../meaning/indicator.ts';
import type { PlanPeriod } from '../meaning/period.ts';
import { documentSplit } from './indicator-mixed.ts';
import { brackets, isReading, type Parsed, parse } from './indicator-parse.ts';
import { type IndicatorReading, joined, understood, unread } from './indicator-result.ts';
import type { Rhythm } from './indicator-rhythms.ts';
import { severalTargets } from './indicator-several.ts';
import { statementsOf } from './indicator-split.ts';
import { areStages, readStages } from './indicator-stages.ts';
import { readTarget } from './indicator-target.ts';
import { type Token, tokensOf } from './indicator-tokens.ts';
import { withoutNumbers } from './indicator-unnumbered.ts';
import { phraseAt } from './noun-phrase.ts';

export { splitStatements } from './indicator-split.ts';

/** Longer cells are prose, not indicators; reading stops there. */
const LONGEST = 8_000;

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

function readNumbers(parsed: Parsed, period: PlanPeriod): IndicatorReading {
  const { tokens, taken, times, rhythm, quantities } = parsed;
  if (quantities.length === 0) return withoutNumbers(parsed);
  const mixed = documentSplit(tokens, quantities);
  if (mixed) return readMixed(mixed, rhythm, period);
  if (areStages(quantities, times)) return readStages(tokens, taken, quantities, times, period);
  if (quantities.length > 1) return severalTargets(parsed);
  return readTarget({ tokens, taken, quantity: quantities[0]!, rhythm });
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
  const bounded =
    whole.quantities.every(({ op, percent }) => op !== null || percent) || whole.rhythm !== undefined;
  const holder = phraseAt(main, 0, 'nN');
  // «Банк практик (не менее 10)»: of one bank ten what?
  const single = holder?.head.kind === 'document' && !holder.head.cases.includes('N');
  const several = whole.quantities.some(({ value, percent, times }) => value > 1 && !percent && !times);
  return bounded && !(single && several)
    ? read
    : unread(
        group,
        'неясно, что означает число в скобках',
        'it is unclear what the number in brackets means',
      );
}

/** «Команды (не менее трёх представителей) из 100 % школ»: a count, and a share of those who must have it. */
function bothTargets(parsed: Parsed, group: readonly Token[], period: PlanPeriod): IndicatorReading {
  const counted = readBracketed(parsed.tokens.slice(0, parsed.quantities[0]!.start), group, period);
  const share = readNumbers(parsed, period);
  if (!counted.understood) return counted;
  return share.understood ? understood(joined([counted.meaning, share.meaning])) : share;
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

function readStatement(tokens: readonly Token[], period: PlanPeriod): IndicatorReading {
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
    const lent = parsed.rhythm ?? (parsed.quantities.length === 1 ? rhythm : undefined);
    return readNumbers({ ...parsed, rhythm: lent }, period);
  }
  const hours = numbered.every(
    ({ group }) => /^(?:час|часа|часов|ч)$/u.test(group.at(-1)!.text) && group.length <= 3,
  );
  if (hours) return readNumbers(parsed, period);
  const [only] = parsed.quantities;
  if (numbered.length === 1 && parsed.quantities.length === 1 && only?.percent && only.lead === 'из') {
    return bothTargets(parsed, numbered[0]!.group, period);
  }
  if (numbered.length > 1 || parsed.quantities.length > 0) {
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
  const statements = statementsOf(tokensOf(text));
  if (statements.length === 0) return unread([0, text.length], 'пустой показатель', 'an empty indicator');
  const parts: Indicator[] = [];
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

/** «2022 год – 3 школы; 2023 год – 5 школ»: how many statements from `at` on are stages of one target, each dated. */
function stageRun(statements: readonly (readonly Token[])[], at: number, period: PlanPeriod): number {
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
  const units = statements.flatMap((statement) => {
    const read = readStatement(statement, period);
    return read.understood && read.meaning.unit !== null ? [read.meaning.unit] : [];
  });
  return new Set(units).size === 1;
}
