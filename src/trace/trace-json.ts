import { toIso } from '../meaning/day.ts';
import type { Item } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { DeadlineComparison } from './comparison.ts';

import { byDeadlineVerdict } from './deadline-verdicts.ts';
import type { RollUp } from './rollup.ts';
import type { TracedObligation, TracedParent, UnlinkedItem } from './trace.ts';

/** `roadmap trace --format json`, version 1 (schemas/output/trace.schema.json). */
export function traceJson(
  parents: readonly (TracedParent & { readonly rollUp?: readonly RollUp[] })[],
): unknown {
  return {
    version: 1,
    parents: parents.map(({ plan, children, rollUp }) => ({
      plan: plan.id,
      children: children.map((child) => ({
        plan: child.plan.id,
        obligations: child.obligations.map(obligationJson),
        ...(child.unlinked.length === 0 ? {} : { unlinked: child.unlinked.map(unlinkedJson) }),
        summary: child.summary,
      })),
      ...(rollUp ? { rollup: rollUp.map(rollUpJson) } : {}),
    })),
  };
}

function unlinkedJson({ item, suggestions }: UnlinkedItem): unknown {
  return {
    item: referenceTo(item),
    suggestions: suggestions.map(({ obligation, score, words }) => ({
      number: referenceTo(obligation.item),
      score,
      words,
    })),
  };
}

const sectionJson = ({ section }: Item): object =>
  section?.reference === undefined ? {} : { section: section.reference };

function rollUpJson({ obligation, indicator, pledges, ...sum }: RollUp): unknown {
  const { kind, unit, per, required: asked, total, promised, shortfall, enough } = sum;
  return {
    number: obligation.number,
    ...sectionJson(obligation),
    indicator: indicator.text,
    kind,
    unit,
    ...(per === undefined ? {} : { per }),
    asked,
    ...(total === undefined ? {} : { total, promised, shortfall }),
    plans: pledges.length,
    enough,
    short: pledges
      .filter((pledge) => pledge.enough === false)
      .map(({ plan, value }) => ({ plan: plan.id, promised: value })),
    unknown: pledges.filter((pledge) => pledge.enough === null).map(({ plan }) => plan.id),
  };
}

function obligationJson(coverage: TracedObligation): unknown {
  const { obligation } = coverage;
  return {
    number: obligation.item.number,
    ...sectionJson(obligation.item),
    roles: obligation.roles,
    state: coverage.state,
    items: coverage.items.map(referenceTo),
    flags: coverage.flags.filter((flag) => flag !== 'covered'),
    deadline: deadlineJson(worstDeadline(coverage)),
    indicators: coverage.indicators.map((match) => ({
      parent: match.parent.text,
      child: match.child?.stated.text ?? null,
      relation: match.relation === 'none' ? 'incomparable' : match.relation,
      why: match.why.ru,
    })),
    suggestions: coverage.suggestions.map(({ item, score, words }) => ({
      item: referenceTo(item),
      score,
      words,
    })),
  };
}

/** Of what decides on the time (`Coverage.verdicts`) that which fares worst. */
export function worstDeadline({ verdicts }: TracedObligation): DeadlineComparison | undefined {
  return verdicts.map(({ comparison }) => comparison).sort(byDeadlineVerdict)[0];
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
