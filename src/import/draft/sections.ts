import type { Route } from '../../finding/finding.ts';
import type { ItemFields, SectionFields } from '../../schema/generated/types.ts';
import { nameKeyOf } from '../key.ts';
import type { FoundItem } from '../table/items.ts';
import type { FoundSection } from '../table/section-tree.ts';

/** Items in their sections, and the route of each item. */
interface PlacedItems {
  readonly items: ItemFields[];
  readonly sections: SectionFields[];
  readonly routes: readonly Route[];
}

/** Whether a number is in two sections, once in each: the items are then known by section and number. */
function restartsIn(found: readonly FoundItem[]): boolean {
  const homes = new Map<string, FoundSection | undefined>();
  return found.some(({ number, section }) => {
    if (number === '') return false;
    const again = homes.has(number) && homes.get(number) !== section;
    homes.set(number, section);
    return again;
  });
}

/** Short names, out of their titles, for sections without a number or with one that occurs twice. */
function sectionIds(sections: readonly FoundSection[]): ReadonlyMap<FoundSection, string> {
  const count = new Map<string, number>();
  for (const { number } of sections) if (number) count.set(number, (count.get(number) ?? 0) + 1);
  const ids = new Map<FoundSection, string>();
  const taken = new Set(count.keys());
  for (const section of sections) {
    if (section.number !== undefined && count.get(section.number) === 1) continue;
    const base = shortNameOf(section.when ?? section.title) || 'раздел';
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    ids.set(section, id);
  }
  return ids;
}

/** The first words of a title, as many as are quickly typed. */
function shortNameOf(title: string): string {
  const [first = '', ...more] = nameKeyOf(title).split('-');
  return more.reduce((name, word) => (name.length + word.length < 16 ? `${name}-${word}` : name), first);
}

export function placeItems(
  found: readonly FoundItem[],
  drafts: readonly ItemFields[],
  sections: readonly FoundSection[],
): PlacedItems {
  const top: SectionFields[] = [];
  const ids = restartsIn(found) ? sectionIds(sections) : new Map<FoundSection, string>();
  const made = new Map<FoundSection, { section: SectionFields; route: Route }>();
  for (const section of sections) {
    const parent = section.parent && made.get(section.parent);
    const draft: SectionFields = {
      ...(section.number !== undefined && { number: section.number }),
      ...(ids.has(section) && { id: ids.get(section)! }),
      title: section.title,
      ...(section.when !== undefined && { when: section.when }),
      ...(section.note !== undefined && { note: section.note }),
    };
    let siblings = top;
    if (parent) {
      parent.section.sections ??= [];
      siblings = parent.section.sections;
    }
    siblings.push(draft);
    made.set(section, { section: draft, route: [...(parent?.route ?? []), 'sections', siblings.length - 1] });
  }
  const items: ItemFields[] = [];
  const routes = drafts.map((draft, index): Route => {
    const home = found[index]!.section && made.get(found[index]!.section!);
    if (!home) {
      items.push(draft);
      return ['items', items.length - 1];
    }
    home.section.items ??= [];
    home.section.items.push(draft);
    return [...home.route, 'items', home.section.items.length - 1];
  });
  return { items, sections: top, routes };
}
