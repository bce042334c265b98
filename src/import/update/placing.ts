import type { Edit } from '../../edit/edit.ts';
import type { Route } from '../../finding/finding.ts';
import type { Item, Plan, Section } from '../../model/plan.ts';

/**
 * The items of a plan as they stand while edits are made one after another: an edit names a place by its index, and
 * each insertion and removal shifts those behind it.
 */
interface Placing {
  /** Takes an item out. */
  remove(item: Item): Edit;
  /** Puts a new one behind another of the section, or before all; from now on `of` refers to it. */
  insert(of: object, behind: object | undefined, section: Section | undefined, value: unknown): Edit;
  /** Takes an item with all its lines behind another of the section, or before all. */
  move(item: Item, behind: object | undefined, section: Section | undefined): Edit;
  has(of: object): boolean;
}

export function placing(plan: Plan): Placing {
  const lists = new Map<Section | undefined, object[]>();
  const homes = new Map<object, Section | undefined>();
  const listOf = (section: Section | undefined): object[] => {
    const list = lists.get(section) ?? [];
    lists.set(section, list);
    return list;
  };
  for (const item of plan.items) {
    listOf(item.section).push(item);
    homes.set(item, item.section);
  }
  const routeOf = (section: Section | undefined): Route => [...(section?.route ?? []), 'items'];
  return {
    remove(item) {
      const section = homes.get(item);
      const list = listOf(section);
      const at = list.indexOf(item);
      list.splice(at, 1);
      homes.delete(item);
      return { op: 'remove', route: [...routeOf(section), at] };
    },
    insert(of, behind, section, value) {
      const list = listOf(section);
      const at = behind === undefined ? 0 : list.indexOf(behind) + 1;
      const index = at < list.length ? { index: at } : {};
      list.splice(at, 0, of);
      homes.set(of, section);
      return { op: 'insert', route: routeOf(section), ...index, value };
    },
    move(item, behind, section) {
      const { route } = this.remove(item);
      const to = this.insert(item, behind, section, undefined);
      return to.op === 'insert'
        ? { op: 'move', route, to: to.route, ...(to.index === undefined ? {} : { index: to.index }) }
        : to;
    },
    has: (of) => homes.has(of),
  };
}
