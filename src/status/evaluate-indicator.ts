import type { Day } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Fact } from '../model/workspace.ts';
import { evaluateCount, evaluateShare } from './evaluate-figures.ts';
import { evaluateRhythm } from './evaluate-rhythm.ts';
import { evaluateStages } from './evaluate-stages.ts';
import {
  evaluateUnread,
  type IndicatorResult,
  type IndicatorState,
  isOver,
  type Moment,
  reached,
  withoutFigures,
} from './indicator-result.ts';

export type { IndicatorResult, IndicatorState, Moment } from './indicator-result.ts';

/** Judges one statement by the facts that belong to it, in the order of their dates. Pure; «done» alone never makes a number met. */
export function evaluateIndicator(
  indicator: Indicator,
  facts: readonly Fact[],
  item: Moment,
): IndicatorResult {
  const moment = ownMoment(indicator, item);
  if (indicator.kind === 'compound') return evaluateCompound(indicator, facts, moment);
  if (indicator.kind === 'qualitative') return evaluateWords(facts, moment);
  // «Рост на 0,2»: facts state levels, and from what level one began nobody wrote down.
  if (indicator.change !== undefined) return evaluateUnread(facts, moment);
  if (indicator.kind === 'staged') return evaluateStages(indicator, facts, moment);
  if (indicator.per !== undefined) return evaluateRhythm(indicator, facts, moment);
  if (indicator.kind === 'artifact') return evaluateArtifact(facts, moment);
  return indicator.kind === 'percent'
    ? evaluateShare(indicator, facts, moment)
    : evaluateCount(indicator, facts, moment);
}

/** «К 1 июня – 50 % педагогов»: a target with a day of its own falls due on it, within the item's deadline. */
function ownMoment(indicator: Indicator, moment: Moment): Moment {
  const [only, ...others] = indicator.stages;
  const by = indicator.kind === 'staged' || others.length > 0 ? undefined : only?.by;
  if (by === undefined || by === null || (moment.deadline !== null && moment.deadline <= by)) return moment;
  return { ...moment, deadline: by };
}

/** A document is there when somebody named it as evidence. */
function evaluateArtifact(facts: readonly Fact[], moment: Moment): IndicatorResult {
  const first = facts.find((fact) => fact.evidence.length > 0);
  return first ? reached(first.to, moment) : withoutFigures(facts, moment);
}

/** No number and no document: only somebody's word that it is done counts. */
function evaluateWords(facts: readonly Fact[], moment: Moment): IndicatorResult {
  const done = facts.find((fact) => fact.done === true);
  if (done) return reached(done.to, moment);
  return { state: isOver(moment) ? 'unverifiable' : 'pending' };
}

const isMet = (state: IndicatorState): boolean => state === 'met' || state === 'met-late';

function evaluateCompound(indicator: Indicator, facts: readonly Fact[], moment: Moment): IndicatorResult {
  const results = indicator.parts.map((part) => evaluateIndicator(part, facts, moment));
  const state = compoundState(results.map((result) => result.state));
  const missed = results.flatMap((result) => result.missed ?? []);
  const days = results.map((result) => result.reachedOn);
  return {
    state,
    ...(missed.length > 0 ? { missed } : {}),
    ...(isMet(state) && !days.includes(undefined) ? { reachedOn: Math.max(...(days as Day[])) } : {}),
  };
}

function compoundState(states: readonly IndicatorState[]): IndicatorState {
  if (states.every(isMet)) return states.includes('met-late') ? 'met-late' : 'met';
  if (states.includes('unmet') || states.includes('partly'))
    return states.some(isMet) || states.includes('partly') ? 'partly' : 'unmet';
  return states.includes('unverifiable') ? 'unverifiable' : 'pending';
}
