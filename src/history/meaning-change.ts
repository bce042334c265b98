import type { Day } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import { compareRhythms, rhythmOf } from '../meaning/rhythm.ts';
import { indicatorOf, periodOf } from '../model/meanings.ts';
import type { Part, Stated } from '../model/plan.ts';
import { compareStatements, type IndicatorComparison, statementsOf } from '../russian/index.ts';
import { commonRun } from './aligned.ts';
import type { PlanInPlace } from './kept.ts';

/** What another wording comes to. Only what is read on both sides is judged. */
export type MeaningChange =
  /** Other words for the same days, rhythm or value. */
  | { readonly kind: 'same' }
  /** The last day: later by so many days, earlier when negative. */
  | { readonly kind: 'deadline'; readonly was: Day; readonly is: Day; readonly days: number }
  /** The first day, where the last one is the same. */
  | { readonly kind: 'start'; readonly was: Day; readonly is: Day; readonly days: number }
  | { readonly kind: 'rhythm'; readonly relation: 'more' | 'fewer' }
  | { readonly kind: 'indicators'; readonly changes: readonly IndicatorChange[] };

interface IndicatorChange {
  readonly was: string;
  readonly is: string;
  readonly relation: IndicatorComparison['relation'];
  /** The two values, where one number took the place of another. */
  readonly values?: readonly [number, number];
}

/** A row or a sub-event, in the text it is part of; undefined: the text has no such sub-event. */
interface Side {
  readonly row: Part | undefined;
  readonly text: PlanInPlace;
}

/** What a change of a field means; undefined where it means nothing by itself, or one side is not read. */
export function meaningChange(field: string, before: Side, after: Side): MeaningChange | undefined {
  if (field === 'when') return periodChange(before, after);
  if (field === 'indicators') return indicatorsChange(before, after);
  return undefined;
}

function periodChange(before: Side, after: Side): MeaningChange | undefined {
  const [was, is] = [before, after].map(({ row, text }) => periodOf(row?.when, text.plan, text.workspace));
  if (!was || !is) return undefined;
  if (JSON.stringify(was) === JSON.stringify(is)) return { kind: 'same' };
  const [wasRhythm, isRhythm] = [rhythmOf(was), rhythmOf(is)];
  if (wasRhythm && isRhythm) {
    const relation = compareRhythms(wasRhythm, isRhythm);
    if (relation === 'more' || relation === 'fewer') return { kind: 'rhythm', relation };
  }
  // A rhythm that became a date, or the other way round, is no shift of a day.
  if ((wasRhythm === undefined) !== (isRhythm === undefined)) return undefined;
  const ends = daysBetween(lastDay(was), lastDay(is));
  if (ends && ends.days !== 0) return { kind: 'deadline', ...ends };
  const starts = daysBetween(was.from, is.from);
  return ends && starts && starts.days !== 0 ? { kind: 'start', ...starts } : undefined;
}

const lastDay = (period: Period): Day | null => {
  if (period.kind !== 'composite') return period.to;
  const ends = period.parts.map(lastDay);
  return ends.every((end) => end !== null) ? Math.max(...ends) : null;
};

const daysBetween = (was: Day | null, is: Day | null) =>
  was === null || is === null ? undefined : { was, is, days: is - was };

function indicatorsChange(before: Side, after: Side): MeaningChange | undefined {
  const was = before.row?.indicators ?? [];
  const is = after.row?.indicators ?? [];
  const kept = commonRun(
    was.map(({ text }) => text),
    is.map(({ text }) => text),
  );
  const keptBefore = new Set(kept.map(([at]) => at));
  const keptAfter = new Set(kept.map(([, at]) => at));
  const old = was.filter((_, at) => !keptBefore.has(at));
  const now = is.filter((_, at) => !keptAfter.has(at));
  // Which of several answers which is not known.
  if (old.length !== now.length) return undefined;
  const changes = old.flatMap((one, at) => indicatorChange(one, now[at]!, before.text, after.text) ?? []);
  if (changes.length < old.length || changes.length === 0) return undefined;
  return changes.every(({ relation }) => relation === 'same')
    ? { kind: 'same' }
    : { kind: 'indicators', changes };
}

function indicatorChange(
  was: Stated<Indicator>,
  is: Stated<Indicator>,
  before: PlanInPlace,
  after: PlanInPlace,
): IndicatorChange | undefined {
  const old = indicatorOf(was, before.plan, before.workspace);
  const now = indicatorOf(is, after.plan, after.workspace);
  if (!old || !now) return undefined;
  const [asked, ...others] = statementsOf(was.text, old);
  const [given, ...more] = statementsOf(is.text, now);
  if (!asked || !given || others.length > 0 || more.length > 0) return undefined;
  const { relation } = compareStatements(asked, given);
  const isNumber = old.kind === now.kind && old.value !== null && now.value !== null;
  return {
    was: was.text,
    is: is.text,
    relation,
    ...(isNumber && old.value !== now.value ? { values: [old.value, now.value] as [number, number] } : {}),
  };
}
