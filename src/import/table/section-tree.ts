import type { Look } from './grid.ts';
import { looksOf, parseTitle, rankOf, type Title } from './section-title.ts';

/** A section of the plan as found. */
export interface FoundSection {
  readonly number?: string;
  readonly title: string;
  /** As it stood in the row. */
  readonly text: string;
  readonly parent?: FoundSection;
  readonly depth: number;
  /** Words under the title. */
  note?: string;
}

interface Standing {
  readonly section: FoundSection;
  readonly title: Title;
  readonly look: string;
  readonly rank: number;
}

/** Places each section row in the tree, by its number, else by how such rows looked before. */
export function sectionTree(): {
  enter(text: string, look: Look): FoundSection;
  /** An item was read: what follows is no sub-heading of an empty section. */
  item(): void;
  current(): FoundSection | undefined;
} {
  let open: Standing[] = [];
  const depths = new Map<string, number>();
  let bare = false;

  /** `1.2` goes on from `1.1`, and `2` from `1`; a number that starts again does not. */
  function goesOn(title: Title, from: Title): boolean {
    if (title.kind !== from.kind || title.parts.length !== from.parts.length || title.parts.length === 0)
      return false;
    const last = title.parts.length - 1;
    return (
      title.parts.slice(0, last).every((part, index) => part === from.parts[index]) &&
      title.parts[last]! > from.parts[last]!
    );
  }

  function depthOf(title: Title, look: string, rank: number): number {
    const last = open.length - 1;
    if (title.kind === 'arabic' && title.parts.length > 1) {
      for (let depth = last; depth >= 0; depth--) {
        const { parts, kind } = open[depth]!.title;
        if (kind === 'none' || kind === 'letter' || parts.length === 0) continue;
        if (parts.length < title.parts.length && parts.every((part, index) => part === title.parts[index]))
          return depth + 1;
      }
    }
    for (let depth = 0; depth <= last; depth++)
      if (goesOn(title, open[depth]!.title) && open[depth]!.look === look) return depth;
    for (let depth = 0; depth <= last; depth++) if (goesOn(title, open[depth]!.title)) return depth;
    if (bare && last >= 0) {
      const known = depths.get(look);
      return known !== undefined && known <= last && open[last]!.look !== look ? known : last + 1;
    }
    const known = depths.get(look);
    if (known !== undefined && known <= last + 1) return known;
    let depth = last + 1;
    while (depth > 0 && open[depth - 1]!.rank >= rank) depth--;
    return depth;
  }

  return {
    enter(text, look) {
      const title = parseTitle(text);
      const key = looksOf(title, look);
      const rank = rankOf(title, look);
      const depth = depthOf(title, key, rank);
      const parent = open[depth - 1]?.section;
      const section: FoundSection = {
        ...(title.number !== undefined && { number: title.number }),
        title: title.title,
        text,
        ...(parent && { parent }),
        depth,
      };
      open = [...open.slice(0, depth), { section, title, look: key, rank }];
      if (!depths.has(key)) depths.set(key, depth);
      bare = true;
      return section;
    },
    item() {
      bare = false;
    },
    current: () => open.at(-1)?.section,
  };
}
