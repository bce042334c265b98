import type { Route } from '../../finding/finding.ts';
import type { ItemFields, SectionFields } from '../../schema/generated/types.ts';
import type { FoundItem } from '../table/items.ts';
import type { FoundSection } from '../table/section-tree.ts';

/** Items in their sections, and the route of each item. */
export interface Placed {
  readonly items: ItemFields[];
  readonly sections: SectionFields[];
  readonly routes: readonly Route[];
}

export function placeItems(
  found: readonly FoundItem[],
  drafts: readonly ItemFields[],
  sections: readonly FoundSection[],
): Placed {
  const top: SectionFields[] = [];
  const made = new Map<FoundSection, { section: SectionFields; route: Route }>();
  for (const section of sections) {
    const parent = section.parent && made.get(section.parent);
    const draft: SectionFields = {
      ...(section.number !== undefined && { number: section.number }),
      title: section.title,
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
