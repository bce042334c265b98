import type { Edit } from '../finding/cure.ts';
import type { Item, Plan } from '../model/plan.ts';
import { asMap } from '../model/raw.ts';

/** An item of a plan that is to implement an item of the parent. */
export interface NewLink {
  readonly plan: Plan;
  readonly item: Item;
  readonly parent: Plan;
  readonly target: Item;
}

/** How the child names the parent's item: with several parents also whose it is. */
export function referenceTo({ plan, parent, target }: NewLink): string {
  return plan.parents.length > 1 ? `${parent.id}#${target.id}` : target.id;
}

/** The edits of the plan's file that add the links to its items. */
export function linkEdits(links: readonly NewLink[]): Edit[] {
  return [...new Set(links.map(({ item }) => item))].flatMap((item): Edit[] => {
    const added = links.filter((link) => link.item === item).map(referenceTo);
    const route = [...item.route, 'implements'];
    const [first] = item.implements ?? [];
    // A single number written without brackets becomes a list.
    const lonely = first !== undefined && first.route.at(-1) === 'implements';
    return lonely
      ? [{ op: 'set' as const, route, value: [statedAt(links[0]?.plan, first.route), ...added] }]
      : added.map((value) => ({ op: 'insert' as const, route, value }));
  });
}

function statedAt(plan: Plan | undefined, route: readonly (string | number)[]): unknown {
  return route.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return asMap(value)?.[String(step)];
  }, plan?.source);
}
