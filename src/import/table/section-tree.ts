import type { TextLook } from './grid.ts';
import { looksOf, parseTitle, rankOf, type Title } from './section-title.ts';
import { isWordedTerm, type TitleTerm, termOfTitle } from './terms.ts';

/** A section of the plan as found. */
export interface FoundSection {
  readonly number?: string;
  readonly title: string;
  /** As it was in the row. */
  readonly text: string;
  readonly parent?: FoundSection;
  readonly depth: number;
  /** The term that holds for what is in it: beside the title, or the title itself. */
  readonly when?: string;
  /** Words under the title. */
  note?: string;
}

/** «Раздел I.», «2.», «Блок 3:» before a title. */
const NUMBERED = /^(?:(?:раздел|блок|этап|часть)\s+)?(?:[ivxіх]{1,5}|\d{1,2})[.):]\s*(?=\p{L})/iu;

interface OpenSection {
  readonly section: FoundSection;
  readonly title: Title;
  readonly look: string;
  readonly rank: number;
  /** The title is a term. */
  readonly term: TitleTerm | undefined;
}

/** «I этап (январь – март 2023 г.)»: the term in brackets behind a title. */
function partTerm(text: string): { text: string; when?: string } {
  const match = /^([^()]*\S.*?)\s*\(([^()]{3,60})\)$/.exec(text);
  return match && isWordedTerm(match[2]!) ? { text: match[1]!, when: match[2]! } : { text };
}

/** Places each section row in the tree, by its number, else by how such rows looked before. */
export function sectionTree(): {
  enter(text: string, look: TextLook, when?: string): FoundSection;
  /** An item was read: what follows is no sub-heading of an empty section. */
  item(): void;
  current(): FoundSection | undefined;
} {
  let open: OpenSection[] = [];
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

  /** «1 неделя» goes under «ЯНВАРЬ», «ФЕВРАЛЬ» beside it, whatever either looks like. */
  function depthOfTerm(term: TitleTerm): number | undefined {
    const at = open.findIndex((each) => each.term !== undefined && each.term.rank >= term.rank);
    if (at >= 0) return at;
    return open.some((each) => each.term) ? open.length : undefined;
  }

  return {
    enter(whole, look, beside) {
      const { text, when } = beside === undefined ? partTerm(whole) : { text: whole, when: beside };
      const title = parseTitle(text);
      // Stages, each with its term beside its title, are of one rank however they are numbered or set.
      const isStage = when !== undefined && title.kind !== 'arabic';
      const term = termOfTitle(text) ?? (isStage ? { when, rank: 1 } : undefined);
      // A numbered title that is a month sorts by its number, and is a term all the same.
      const own = term ?? termOfTitle(text.replace(NUMBERED, ''));
      const key = term ? `term ${term.rank}` : looksOf(title, look);
      const rank = rankOf(title, look);
      const depth = (term && depthOfTerm(term)) ?? depthOf(title, key, rank);
      const parent = open[depth - 1]?.section;
      const section: FoundSection = {
        ...(title.number !== undefined && { number: title.number }),
        title: title.title,
        text,
        ...((when ?? own?.when) !== undefined && { when: when ?? own!.when }),
        ...(parent && { parent }),
        depth,
      };
      open = [...open.slice(0, depth), { section, title, look: key, rank, term }];
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
