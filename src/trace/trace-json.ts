import { toIso } from '../meaning/day.ts';
import type { DeadlineComparison } from './compare-deadlines.ts';
import type { TracedObligation, TracedParent } from './trace.ts';

/** `roadmap trace --format json`, version 1 (schemas/output/trace.schema.json). */
export function traceJson(parents: readonly TracedParent[]): unknown {
  return {
    version: 1,
    parents: parents.map(({ plan, children }) => ({
      plan: plan.id,
      children: children.map((child) => ({
        plan: child.plan.id,
        obligations: child.obligations.map(obligationJson),
        summary: child.summary,
      })),
    })),
  };
}

function obligationJson(coverage: TracedObligation): unknown {
  const { obligation } = coverage;
  return {
    number: obligation.item.number,
    roles: obligation.roles,
    state: coverage.state,
    items: coverage.items.map((item) => item.number),
    flags: coverage.flags,
    deadline: deadlineJson(worstDeadline(coverage)),
    indicators: coverage.indicators.map((match) => ({
      parent: match.parent.text,
      child: match.child?.stated.text ?? null,
      relation: match.relation === 'none' ? 'incomparable' : match.relation,
      why: match.why.ru,
    })),
    suggestions: coverage.suggestions.map(({ item, score }) => ({ item: item.number, score })),
  };
}

const WORST = ['later', 'unknown', 'within', 'earlier'] as const;

/** Of several implementing items the one that fares worst decides. */
export function worstDeadline(coverage: TracedObligation): DeadlineComparison | undefined {
  const comparisons = coverage.deadlines.map(({ comparison }) => comparison);
  return comparisons.sort(
    (a, b) => WORST.indexOf(a.relation) - WORST.indexOf(b.relation) || (b.days ?? 0) - (a.days ?? 0),
  )[0];
}

function deadlineJson(comparison: DeadlineComparison | undefined): unknown {
  if (!comparison) return null;
  const { parent, child, relation, days } = comparison;
  return {
    parent: parent === null ? null : toIso(parent),
    child: child === null ? null : toIso(child),
    relation,
    ...(days === undefined ? {} : { days }),
  };
}
