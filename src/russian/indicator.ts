import type { Indicator } from '../meaning/indicator.ts';
import type { PlanPeriod } from '../meaning/period.ts';
import { documentSplit } from './indicator-mixed.ts';
import { type Quantity, quantitiesOf, scanOf } from './indicator-numbers.ts';
import { type IndicatorReading, indicator, joined, understood, unread } from './indicator-result.ts';
import { type Rhythm, rhythmsOf } from './indicator-rhythms.ts';
import { statementsOf } from './indicator-split.ts';
import { areStages, readStages } from './indicator-stages.ts';
import { readTarget } from './indicator-target.ts';
import { type TimePhrase, timesOf } from './indicator-times.ts';
import { type Token, tokensOf } from './indicator-tokens.ts';
import { trapsOf } from './indicator-traps.ts';
import { readWordless } from './indicator-wordless.ts';
import { phraseAt } from './noun-phrase.ts';
import { readNumeral } from './numerals.ts';

export { splitStatements } from './indicator-split.ts';

/** Longer cells are prose, not indicators; reading stops there. */
const LONGEST = 8_000;

interface Parsed {
  readonly tokens: readonly Token[];
  readonly taken: ReadonlySet<number>;
  readonly times: readonly TimePhrase[];
  readonly rhythm: Rhythm | undefined;
  readonly quantities: readonly Quantity[];
}

function parse(tokens: readonly Token[], period: PlanPeriod): Parsed | IndicatorReading {
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

const isReading = (parsed: Parsed | IndicatorReading): parsed is IndicatorReading => 'understood' in parsed;

/** Bracketed groups apart from the rest; «12 (двенадцать)» stays whole, an unclosed bracket runs to the end. */
function brackets(tokens: readonly Token[]): {
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

const ALL = /^(?:все|всех|всем|всеми)$/u;

/** «Выполнение всех мероприятий», «все школы …»: the whole of a population, which is 100 %. */
function wholeOf({ tokens, taken }: Parsed): Indicator | undefined {
  for (const [at, token] of tokens.entries()) {
    if (!ALL.test(token.text) || taken.has(at)) continue;
    const before = tokens[at - 1]?.text ?? '';
    if (/^(?:по|о|об|для|с|со|при|между|на|к|из|от)$/u.test(before)) return undefined;
    const phrase = phraseAt(tokens, at + 1, 'ngdaipNGDAIP', taken);
    const population =
      phrase &&
      (phrase.head.kind === 'person' || phrase.head.kind === 'body' || phrase.head.lemma === 'мероприятие');
    if (
      !population ||
      /отношени|процесс/u.test(phrase.full) ||
      phrase.full.startsWith('участник образовательн')
    )
      return undefined;
    return indicator({ kind: 'percent', op: '=', value: 100, unit: phrase.lemma, of: phrase.full });
  }
  return undefined;
}

const OFTEN = /^еже(?:дневн|недельн|месячн|квартальн|годн)/u;

function withoutNumbers(parsed: Parsed): IndicatorReading {
  const whole = wholeOf(parsed);
  if (whole) return understood(whole);
  const rest = parsed.tokens.filter((_, at) => !parsed.taken.has(at));
  const often = rest.find((token) => OFTEN.test(token.text));
  if (parsed.rhythm || often) {
    const place = parsed.rhythm ? parsed.tokens.slice(parsed.rhythm.start, parsed.rhythm.end) : [often!];
    return unread(place, 'назван ритм, но не сказано, сколько', 'a rhythm is named without a number');
  }
  if (rest.length === 0)
    return unread(parsed.tokens, 'назван срок, а не результат', 'a time is named, not a result');
  return readWordless(rest);
}

/** Where each further quantity begins a target of its own: right after a comma or «и». */
function cutsOf(parsed: Parsed): readonly number[] | number {
  const { tokens, quantities } = parsed;
  const cuts: number[] = [];
  for (const [at, quantity] of quantities.entries()) {
    if (at === 0) continue;
    let start = quantity.start;
    if (quantity.percent && quantity.lead === 'из' && !quantities[at - 1]!.percent) {
      cuts.push(start);
      continue;
    }
    while (start > 0 && /^(?:также|а)$/u.test(tokens[start - 1]!.text)) start -= 1;
    const joint = tokens[start - 1];
    if (joint?.kind !== 'comma' && joint?.text !== 'и') {
      const named = measureBefore(tokens, quantities[at - 1]!.end, start);
      if (named === undefined) return at;
      start = named;
    }
    cuts.push(start);
  }
  return cuts;
}

/** «…, количество участников – | 50»: the comma before a measure of its own. */
function measureBefore(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = to - 1; at > from; at--) {
    if (/^(?:количество|число|численность|доля|охват)$/u.test(tokens[at]!.text)) {
      return tokens[at - 1]?.kind === 'comma' ? at : undefined;
    }
  }
  return undefined;
}

const shifted = (quantity: Quantity, by: number): Quantity => ({
  ...quantity,
  start: quantity.start - by,
  end: quantity.end - by,
});

function severalTargets(parsed: Parsed): IndicatorReading {
  const { tokens, taken, quantities, rhythm } = parsed;
  const cuts = cutsOf(parsed);
  if (typeof cuts === 'number') {
    const { start, end } = quantities[cuts]!;
    return unread(
      tokens.slice(start, end),
      'несколько чисел, связь между ними неясна',
      'several numbers whose relation is unclear',
    );
  }
  if (rhythm)
    return unread(
      tokens.slice(rhythm.start, rhythm.end),
      'неясно, к какому из чисел относится ритм',
      'it is unclear which number the rhythm belongs to',
    );
  const parts: Indicator[] = [];
  for (const [at, quantity] of quantities.entries()) {
    const from = at === 0 ? 0 : cuts[at - 1]!;
    const to = cuts[at] ?? tokens.length;
    const own = shifted(quantity, from);
    const op = quantity.op ?? (quantity.max === null ? quantities[0]!.op : null);
    const inside = new Set(
      [...taken].filter((index) => index >= from && index < to).map((index) => index - from),
    );
    const read = readTarget({
      tokens: tokens.slice(from, to),
      taken: inside,
      quantity: { ...own, op },
      rhythm: undefined,
    });
    if (!read.understood) return read;
    parts.push(read.meaning);
  }
  return understood(joined(parts));
}

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
  return bounded
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
  for (const statement of statements) {
    const read = readStatement(statement, context.period);
    if (!read.understood) return read;
    parts.push(read.meaning);
  }
  return understood(joined(parts));
}
