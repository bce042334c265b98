import { isSameEdition, type PlanDifference } from '../../history/diff.ts';
import { workspaceWith } from '../../history/editions.ts';
import type { Day } from '../../meaning/day.ts';
import type { Item, Plan } from '../../model/plan.ts';
import { compareChild, compareParents, type Shift } from '../../trace/against.ts';
import { linksTo } from '../../trace/links.ts';
import type { Comparison } from './sides.ts';

/** Whom a difference concerns beside the plan itself. */
export interface Touched {
  /** Obligations of the parents that this plan covers otherwise than before. */
  readonly obligations: readonly Shift[];
  /** Plans below that fare otherwise with an item of this one. */
  readonly children: readonly Shift[];
  /** Items of plans below that implement an item whose text changed: to be compared again. */
  readonly links: readonly TouchedLink[];
}

interface TouchedLink {
  readonly child: Plan;
  readonly items: readonly Item[];
  readonly obligation: Item;
}

const NOBODY: Touched = { obligations: [], children: [], links: [] };

/** Whom the difference concerns; nobody where the text stands by itself. */
export function touchedBy(
  difference: PlanDifference,
  { before, after, around }: Comparison,
  asOf: Day,
): Touched {
  if (!around || isSameEdition(difference)) return NOBODY;
  const now = after.plan;
  const children = around.plans.filter(({ parents }) => parents.some(({ id }) => id === now.id));
  const then = workspaceWith(around, before.plan);
  return {
    obligations: now.parents.length > 0 ? compareChild(now, before.plan, around, asOf) : [],
    children:
      children.length === 0
        ? []
        : compareParents(around, then, asOf, new Map([[now, new Set(children)]])).flatMap(
            ({ shifts }) => shifts,
          ),
    links: children.flatMap((child) => linksOf(child, now, difference, around)),
  };
}

function linksOf(
  child: Plan,
  parent: Plan,
  { items }: PlanDifference,
  around: Parameters<typeof linksTo>[2],
): readonly TouchedLink[] {
  const links = linksTo(parent, child, around);
  return items.flatMap(({ kind, after, fields }) => {
    const answers = after && links.get(after.item);
    if (!answers || (kind !== 'excluded' && fields.length === 0)) return [];
    return [{ child, items: answers, obligation: after.item }];
  });
}
