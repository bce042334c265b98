import type { Indicator } from '../meaning/indicator.ts';
import type { Fact } from '../model/workspace.ts';
import { evaluateCount, evaluateShare } from './evaluate-figures.ts';
import { evaluateRhythm } from './evaluate-rhythm.ts';
import { evaluateStages } from './evaluate-stages.ts';
import { type IndicatorResult, judged, type Moment } from './proof.ts';

export type { IndicatorResult, IndicatorState, Moment } from './proof.ts';

/**
 * Judges one measure — an indicator, or a part of a compound one — by the facts that belong to it, in the order of
 * their dates. Pure; «done» alone never makes a number met.
 */
export function evaluateIndicator(
  indicator: Indicator,
  facts: readonly Fact[],
  item: Moment,
): IndicatorResult {
  const moment = withOwnDay(indicator, item);
  const result = evaluateMeasure(indicator, facts, moment);
  // Short on its own day is no better than reached after it.
  const isLate = result.state === 'met-late' || result.state === 'unmet';
  return moment !== item && isLate ? { ...result, lateStage: true } : result;
}

function evaluateMeasure(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  if (indicator.kind === 'qualitative') return evaluateWords(facts, moment);
  // «Рост на 0,2»: facts state levels, and the level at the start is not recorded.
  if (indicator.change !== undefined || indicator.kind === 'compound') return evaluateUnread(facts, moment);
  if (indicator.kind === 'staged') return evaluateStages(indicator, facts, moment);
  if (indicator.per !== undefined) return evaluateRhythm(indicator, facts, moment);
  if (indicator.kind === 'artifact') return evaluateArtifact(facts, moment);
  return indicator.kind === 'percent'
    ? evaluateShare(indicator, facts, moment)
    : evaluateCount(indicator, facts, moment);
}

/** «К 1 июня – 50 % педагогов»: a target with a day of its own falls due on it, within the item's deadline. */
function withOwnDay(indicator: Indicator, moment: Moment): Moment {
  const [only, ...others] = indicator.stages;
  const by = indicator.kind === 'staged' || others.length > 0 ? undefined : only?.by;
  if (by === undefined || by === null || (moment.deadline !== null && moment.deadline <= by)) return moment;
  return { ...moment, deadline: by };
}

/** A document is there when evidence shows it: what shows another one was left out before (`factsByMeasure`). */
function evaluateArtifact(facts: readonly Fact[], moment: Moment): IndicatorResult {
  const first = facts.find((fact) => fact.evidence.length > 0);
  if (first) return judged({ kind: 'enough', on: first.to }, moment);
  return judged({ kind: facts.length > 0 ? 'words' : 'nothing' }, moment);
}

/** Without a number or a document only a statement that it is done counts. */
function evaluateWords(facts: readonly Fact[], moment: Moment): IndicatorResult {
  const done = facts.find((fact) => fact.done === true);
  return judged(done ? { kind: 'enough', on: done.to } : { kind: 'words' }, moment);
}

/** A target that cannot be computed is never met, whatever the facts say. */
export function evaluateUnread(facts: readonly Fact[], moment: Moment): IndicatorResult {
  return judged({ kind: facts.some((fact) => fact.done === true) ? 'unusable' : 'words' }, moment);
}

/** A compound indicator is what its measures are together: met when all of them are. */
export function jointResult(results: readonly IndicatorResult[]): IndicatorResult {
  const [only] = results;
  if (only && results.length === 1) return only;
  const missed = results.flatMap((result) => result.missed ?? []);
  const open = results.flatMap((result) => result.open ?? []);
  const notAsked = results.flatMap((result) => result.notAsked ?? []);
  const days = results.flatMap(({ reachedOn }) => reachedOn ?? []);
  const state = joinedState(results.map((result) => result.state));
  return {
    state,
    ...(missed.length > 0 ? { missed } : {}),
    ...(open.length > 0 ? { open } : {}),
    ...(notAsked.length > 0 ? { notAsked } : {}),
    ...(days.length === results.length && days.length > 0 ? { reachedOn: Math.max(...days) } : {}),
    ...(results.some(({ lateStage }) => lateStage) ? { lateStage: true } : {}),
  };
}

function joinedState(states: readonly IndicatorResult['state'][]): IndicatorResult['state'] {
  const has = (state: IndicatorResult['state']): boolean => states.includes(state);
  const someMet = has('met') || has('met-late');
  if (has('unmet') || has('partly')) return someMet || has('partly') ? 'partly' : 'unmet';
  if (has('unverifiable')) return 'unverifiable';
  if (has('pending') || states.length === 0) return 'pending';
  return has('met-late') ? 'met-late' : 'met';
}
