import type { Indicator } from '../../meaning/indicator.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { wordSet } from '../words/word-set.ts';
import { bothTargets, bracketSplit, readBracketed, readTimed, restates } from './bracketed.ts';
import { opensDocument } from './mixed.ts';
import { readNumbers } from './numbered.ts';
import { brackets, isReading, parse } from './parse.ts';
import { type IndicatorReading, joined, understood, unread } from './result.ts';
import type { Token } from './tokens.ts';

/** Reads one statement of an indicator: what stands outside its brackets, and what the brackets add to it. */
export function readStatement(tokens: readonly Token[], period: PlanPeriod): IndicatorReading {
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

function readEach(runs: readonly (readonly Token[])[], period: PlanPeriod): IndicatorReading {
  const parts: Indicator[] = [];
  for (const run of runs) {
    const read = readStatement(run, period);
    if (!read.understood) return read;
    parts.push(read.meaning);
  }
  return understood(joined(parts));
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
