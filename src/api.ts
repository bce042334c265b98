/**
 * What programs may use of `roadmap`: load a workspace, then check it, ask for its status or trace its levels. All of it is
 * pure: the same files and the same date give the same answer. What the command line prints beside is not promised.
 */
import { check as checkLoaded } from './check/check.ts';
import { newSince as sinceReport } from './check/since.ts';
import { renamedFiles } from './check/since-renames.ts';
import type { CheckReport } from './finding/report.ts';
import { type Day, parseDay } from './meaning/day.ts';
import type { Loaded } from './model/load.ts';
import { type PlanStatus, status as statusOf } from './status/status.ts';
import { type TracedParent, trace as traceWorkspace } from './trace/trace.ts';

export type { Finding, FramedPlace, Place, Severity } from './finding/finding.ts';
export type { CheckReport, CheckSummary } from './finding/report.ts';
export type { Bilingual, Language } from './finding/text.ts';
export { diskFiles } from './io/disk.ts';
export { type Day, toIso } from './meaning/day.ts';
export type { Indicator } from './meaning/indicator.ts';
export type { Period } from './meaning/period.ts';
export { type Loaded, loadWorkspace } from './model/load.ts';
export type { Item, Plan, Section } from './model/plan.ts';
export type { Fact, FactsFile, Registry, Workspace } from './model/workspace.ts';
export type { Problem } from './source/document.ts';
export type { Files, ReadFailure } from './source/files.ts';
export { memoryFiles } from './source/memory-files.ts';
export type { IndicatorStatus, ItemState, ItemStatus } from './status/evaluate-item.ts';
export type { PlanStatus } from './status/status.ts';
export type { TracedChild, TracedObligation, TracedParent } from './trace/trace.ts';

/** A date as `2022-06-01` or `01.06.2022`, or the number of the day since 1970-01-01 (UTC). */
export type When = string | Day;

function dayOf(when: When): Day {
  const day = typeof when === 'number' ? when : parseDay(when);
  if (day === undefined || !Number.isInteger(day)) throw new RangeError(`not a date: ${when}`);
  return day;
}

/** A day after all others. */
const NEVER: Day = Number.MAX_SAFE_INTEGER;

export interface CheckWhen {
  /** The day everything is judged at. */
  readonly asOf: When;
  /** The real day: facts with a later date are reported as future. Without it none are, since nothing here knows the time. */
  readonly today?: When;
  /** Which files are reported, by their path in the workspace; the whole of it is checked all the same. */
  readonly reports?: (file: string) => boolean;
  /** An older state of the same workspace: only what it has not is reported, the rest is counted in `summary.older`. */
  readonly since?: Loaded;
}

/** Everything wrong in a workspace. Throws `RangeError` for a date that does not exist, never for what is in a file. */
export function check(loaded: Loaded, { asOf, today, reports, since }: CheckWhen): CheckReport {
  const when = { asOf: dayOf(asOf), today: today === undefined ? NEVER : dayOf(today) };
  const report = checkLoaded(loaded, reports === undefined ? when : { ...when, reports });
  if (since === undefined) return report;
  return sinceReport(report, checkLoaded(since, when), renamedFiles(since.workspace, loaded.workspace));
}

export interface StatusWhen {
  /** The day that is judged. */
  readonly asOf: When;
  /** The day up to which records are known; without it facts are known by their own date. */
  readonly knownAt?: When;
}

/** What is done, overdue or unmet, plan by plan. Throws `RangeError` for a date that does not exist. */
export function status(loaded: Loaded, { asOf, knownAt }: StatusWhen): readonly PlanStatus[] {
  const clock = { asOf: dayOf(asOf), ...(knownAt === undefined ? {} : { knownAt: dayOf(knownAt) }) };
  return statusOf(loaded.workspace, clock);
}

export interface TraceWhen {
  /** The day waivers and rhythms are judged at. */
  readonly asOf: When;
  /** Look for likely items of obligations that nothing is linked to. */
  readonly suggest?: boolean;
}

/** Which obligations of every parent plan its children cover. Throws `RangeError` for a date that does not exist. */
export function trace(loaded: Loaded, { asOf, suggest = false }: TraceWhen): readonly TracedParent[] {
  return traceWorkspace(loaded.workspace, { asOf: dayOf(asOf), suggest });
}
