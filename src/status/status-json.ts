import { toIso } from '../meaning/day.ts';
import type { Item } from '../model/plan.ts';
import type { IndicatorStatus, ItemStatus } from './evaluate-item.ts';
import type { RegionStatus } from './roll-up.ts';
import type { PlanStatus } from './status.ts';

/** `roadmap status --format json`, version 1 (schemas/output/status.schema.json). */
export function statusJson(
  plans: readonly PlanStatus[],
  asOf: number,
  regions: readonly RegionStatus[] = [],
): unknown {
  return {
    version: 1,
    asOf: toIso(asOf),
    plans: plans.map(({ plan, followed, items, summary, whole }) => ({
      plan: plan.id,
      file: plan.file,
      followed,
      items: items.map(itemJson),
      summary: camelCased(summary),
      ...(whole === undefined ? {} : { wholePlan: camelCased(whole) }),
    })),
    ...(regions.length === 0 ? {} : { regions: regions.map(regionJson) }),
  };
}

/** The state of each obligation of a parent in every plan it is laid on, the worst first. */
function regionJson({ parent, obligations }: RegionStatus): unknown {
  return {
    parent: parent.id,
    obligations: obligations.map(({ item, states }) => ({
      number: item.number,
      ...sectionJson(item),
      plans: [...states].map(([plan, state]) => ({ plan: plan.id, state })),
    })),
  };
}

const sectionJson = ({ section }: Item): object =>
  section?.reference === undefined ? {} : { section: section.reference };

function itemJson(status: ItemStatus): unknown {
  return {
    number: status.item.number,
    ...sectionJson(status.item),
    action: status.item.action,
    state: status.state,
    deadline: dayJson(status.deadline),
    ...(status.originalDeadline === undefined ? {} : { originalDeadline: toIso(status.originalDeadline) }),
    ...(status.daysOverdue === undefined ? {} : { daysOverdue: status.daysOverdue }),
    ...(status.doneOn === undefined ? {} : { doneOn: toIso(status.doneOn) }),
    ...(status.missed.length === 0 ? {} : { missed: status.missed.map(spanJson) }),
    ...(status.notAsked === undefined || status.approvedOn === undefined
      ? {}
      : {
          notAsked: {
            reason: 'before-approval',
            approved: toIso(status.approvedOn),
            turns: status.notAsked.map(spanJson),
          },
        }),
    indicators: status.indicators.map(indicatorJson),
    facts: status.facts.length,
    evidence: status.evidence,
  };
}

function indicatorJson({ stated, state, actual, expected, missed, meaning }: IndicatorStatus): unknown {
  return {
    text: stated.text,
    state,
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    ...(missed === undefined ? {} : { missed: missed.map(spanJson) }),
    target:
      meaning && meaning.value !== null
        ? {
            op: meaning.op,
            value: meaning.value,
            ...(meaning.max === null ? {} : { max: meaning.max }),
            ...(meaning.per === undefined ? {} : { per: meaning.per }),
            ...(meaning.every === undefined ? {} : { every: meaning.every }),
          }
        : null,
  };
}

const dayJson = (day: number | null): string | null => (day === null ? null : toIso(day));

const spanJson = ({ from, to }: { from: number; to: number }): unknown => ({
  from: toIso(from),
  to: toIso(to),
});

const camelCased = (summary: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(summary).map(([state, count]) => [
      state.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      count,
    ]),
  );
