import type { Indicator } from '../../meaning/indicator.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import type { TimePhrase } from './calendar.ts';
import { documentSplit, opensDocument } from './mixed.ts';
import { isReading, type Parsed, parse } from './parse.ts';
import { type IndicatorReading, joined, understood, unread } from './result.ts';
import type { Rhythm } from './rhythms.ts';
import { severalTargets } from './several.ts';
import { areStages, readStages } from './stages.ts';
import { readTarget } from './target.ts';
import type { Token } from './tokens.ts';
import { withoutNumbers } from './unnumbered.ts';

/** Reads a statement without brackets, cut apart: documents beside targets, stages, several targets or one. */
export function readNumbers(parsed: Parsed, period: PlanPeriod): IndicatorReading {
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
