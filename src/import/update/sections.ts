import { folded } from '../../history/signed-text.ts';
import type { Section } from '../../model/plan.ts';
import type { RowMatch } from '../compare/match-rows.ts';
import type { FoundSection } from '../table/section-tree.ts';
import type { PairedRow } from './rows.ts';

/** Which section of the plan a section of the document is; `undefined` as a key: rows above the first section. */
export type SectionMap = ReadonlyMap<FoundSection | undefined, Section | undefined>;

/**
 * A section of the document is the one of the plan that most of its rows come from, else the one of the same title.
 * What is in neither is a new section and has no entry.
 */
export function matchSections(
  pairs: readonly RowMatch[],
  ours: ReadonlyMap<RowMatch['ours'], PairedRow>,
  theirs: readonly FoundSection[],
  sections: readonly Section[],
): SectionMap {
  const votes = new Map<FoundSection | undefined, Map<Section | undefined, number>>();
  for (const { ours: row, theirs: other } of pairs) {
    const item = ours.get(row)?.item;
    if (!item) continue;
    const own = votes.get(other.item.section) ?? new Map<Section | undefined, number>();
    votes.set(other.item.section, own.set(item.section, (own.get(item.section) ?? 0) + 1));
  }
  const found = new Map<FoundSection | undefined, Section | undefined>();
  const taken = new Set<Section>();
  const candidates = [...votes].flatMap(([section, own]) =>
    [...own].map(([of, count]) => ({ section, of, count, sameTitle: isSameTitle(section, of) })),
  );
  candidates.sort((a, b) => Number(b.sameTitle) - Number(a.sameTitle) || b.count - a.count);
  for (const { section, of } of candidates) {
    if (found.has(section) || (of && taken.has(of))) continue;
    // Rows above all sections belong to no section, and the other way round.
    if ((section === undefined) !== (of === undefined)) continue;
    found.set(section, of);
    if (of) taken.add(of);
  }
  for (const section of theirs) {
    if (found.has(section)) continue;
    const twin = sections.find((one) => !taken.has(one) && isSameTitle(section, one));
    if (!twin) continue;
    found.set(section, twin);
    taken.add(twin);
  }
  if (!found.has(undefined)) found.set(undefined, undefined);
  return found;
}

export function isSameTitle(section: FoundSection | undefined, of: Section | undefined): boolean {
  if (!section || !of) return section === of;
  return printed(section.number, section.title) === printed(of.number, of.title);
}

/** The title with its number: a number may be read as part of the words. */
export const printed = (number: string | undefined, title: string): string =>
  folded(number === undefined ? title : `${number.replace(/[.)]+$/, '')}. ${title}`);
