import { applied, valueAtRoute } from '../../edit/edit.ts';
import { folded } from '../../history/signed-text.ts';
import { normaliseNumber } from '../../model/identity.ts';
import type { Section } from '../../model/plan.ts';
import type { ItemFields } from '../../schema/generated/types.ts';
import type { ComparedRow } from '../compare/comparable.ts';
import { cellText } from '../compare/compare.ts';
import type { MatchedRows } from '../compare/match-rows.ts';
import type { FoundSection } from '../table/section-tree.ts';
import type { ExecutorFinder } from './executors.ts';
import { bareNumber, draftRow, isUnedited, type MergeContext, rowText } from './merge-item.ts';
import { atItem, texts } from './outcome.ts';
import { placing } from './placing.ts';
import type { PairedRow } from './rows.ts';
import { isSameTitle, matchSections, printed, type SectionMap } from './sections.ts';

/** The rows of the three sides, matched. */
export interface Rows {
  readonly matched: MatchedRows;
  /** The rows of the base with their items, and the rows of the plan by the same keys. */
  readonly base: ReadonlyMap<ComparedRow, PairedRow>;
  readonly ours: ReadonlyMap<string, PairedRow>;
  readonly theirs: readonly ComparedRow[];
}

/** Rows that the document added, took out or moved, and titles of sections it changed. */
export function mergeStructure(rows: Rows, found: readonly FoundSection[], context: MergeContext): void {
  const { plan, out } = context;
  const own = new Map(
    [...rows.base].flatMap(([row, { key }]) => {
      const ours = rows.ours.get(key);
      return ours ? [[row, ours] as const] : [];
    }),
  );
  const sections = matchSections(rows.matched.pairs, own, found, plan.sections);
  mergeTitles(rows, found, sections, context);
  const place = placing(plan);
  const gone = removals(rows, own, context);
  const replacement = new Map(rows.matched.pairs.map(({ ours, theirs }) => [theirs, own.get(ours)] as const));
  const moved = new Set(
    rows.matched.pairs.flatMap(({ ours, theirs }) => {
      const item = own.get(ours)?.item;
      return item && isMoved(ours, theirs, rows, sections, own) ? [theirs] : [];
    }),
  );
  // What was carried over within a row moves with it.
  const current = moved.size > 0 ? out.edits.reduce<unknown>(applied, plan.source) : plan.source;
  const last = new Map<Section | undefined, object>();
  const fresh = new Map<FoundSection, ItemFields[]>();
  for (const row of rows.theirs) {
    const known = replacement.get(row);
    const isNew = rows.matched.added.includes(row);
    if (!known && !isNew) continue;
    const section = row.item.section;
    const home = sections.get(section);
    const into = section !== undefined && !sections.has(section) ? section : undefined;
    if (known && !moved.has(row) && !into) {
      if (place.has(known.item)) last.set(home, known.item);
      continue;
    }
    if (known) out.taken.push({ what: 'moved', at: atItem(known.item.number), is: rowText(row) });
    if (known && !into) {
      out.edits.push(place.move(known.item, last.get(home), home));
      last.set(home, known.item);
      continue;
    }
    const value = known ? valueAtRoute(current, known.item.route) : added(row, rows, context);
    if (value === undefined) continue;
    if (known) out.edits.push(place.remove(known.item));
    if (into) {
      fresh.set(into, [...(fresh.get(into) ?? []), value as ItemFields]);
      continue;
    }
    out.edits.push(place.insert(row, last.get(home), home, value));
    last.set(home, row);
  }
  for (const { item } of gone) out.edits.push(place.remove(item));
  addSections(fresh, found, sections, context);
}

/** Rows the document has no more: taken out, unless the plan has changed them since. */
function removals(rows: Rows, own: ReadonlyMap<ComparedRow, PairedRow>, { out }: MergeContext): PairedRow[] {
  return rows.matched.missing.flatMap((row) => {
    const ours = own.get(row);
    if (!ours) return [];
    const at = atItem(ours.item.number);
    if (!isUnedited(row, ours.row)) {
      out.conflicts.push({ at, base: rowText(row), ours: rowText(ours.row) });
      return [];
    }
    out.taken.push({ what: 'removed', at, was: rowText(row) });
    return [ours];
  });
}

/** A new row as an item; undefined when the plan has it already. */
function added(row: ComparedRow, rows: Rows, context: MergeContext): ItemFields | undefined {
  const { plan, out } = context;
  const number = bareNumber(row.number, plan) || freeNumber(context);
  const base = new Set([...rows.base.values()].map(({ key }) => key));
  const twin = [...rows.ours.values()].find(
    (one) => !base.has(one.key) && normaliseNumber(one.item.number) === normaliseNumber(number),
  );
  const at = atItem(number);
  if (twin && sameRow(twin.row, row, context.finder)) return undefined;
  if (twin) {
    out.conflicts.push({ at, ours: rowText(twin.row), theirs: rowText(row) });
    return undefined;
  }
  out.taken.push({ what: 'added', at, is: rowText(row) });
  return row.excluded === undefined
    ? draftRow(row, number, context)
    : { number, excluded: row.item.excluded || 'исключён' };
}

/** Whether two rows say the same, whichever of its names an executor is called by. */
function sameRow(ours: ComparedRow, theirs: ComparedRow, finder: ExecutorFinder): boolean {
  const contentOf = (row: ComparedRow): string => {
    if (row.excluded !== undefined) return rowText(row);
    return JSON.stringify(
      [...row.cells].flatMap(([column, values]) => {
        const lines =
          column === 'executors'
            ? finder
                .namesIn(
                  values.map(({ text }) => text),
                  [],
                )
                .map(finder.printed)
            : [cellText(values)];
        return lines.join('') === '' ? [] : [folded(lines.join('\n'))];
      }),
    );
  };
  return contentOf(ours) === contentOf(theirs);
}

/** A row without a number gets the next whole one, so that it can be named. */
function freeNumber({ plan, out }: MergeContext): string {
  const given = out.edits.flatMap((edit) =>
    edit.op === 'insert' ? [(edit.value as ItemFields).number] : [],
  );
  const whole = [...plan.items.map(({ number }) => number), ...given.map(String)].map((number) =>
    Number.parseInt(number, 10),
  );
  const number = String(Math.max(0, ...whole.filter((value) => !Number.isNaN(value))) + 1);
  out.notes.push({
    ru: `У новой строки не было номера, ей дан номер ${number}.`,
    en: `A new row had no number; it was given ${number}.`,
  });
  return number;
}

/** Another order, or another section that the plan has; a section that only changed its title moves nothing. */
function isMoved(
  base: ComparedRow,
  theirs: ComparedRow,
  rows: Rows,
  sections: SectionMap,
  own: ReadonlyMap<ComparedRow, PairedRow>,
): boolean {
  const section = theirs.item.section;
  const item = own.get(base)?.item;
  const before = rows.base.get(base)?.item;
  if (!sections.has(section)) return true;
  // Where the plan itself has moved it since, it stays.
  const isStill = before?.section?.title === item?.section?.title;
  return isStill && (rows.matched.moved.has(base) || sections.get(section) !== item?.section);
}

function mergeTitles(
  { base }: Rows,
  found: readonly FoundSection[],
  sections: SectionMap,
  { plan, out }: MergeContext,
): void {
  for (const section of found) {
    const ours = sections.get(section);
    if (!ours || isSameTitle(section, ours)) continue;
    const was = [...base.values()].find(({ item }) => item.section?.route.join() === ours.route.join());
    const at = { ru: `раздел «${folded(ours.title)}»`, en: `section “${folded(ours.title)}”` };
    const [title, is] = [printed(ours.number, ours.title), printed(section.number, section.title)];
    const before = was?.item.section;
    const original = before && printed(before.number, before.title);
    if (original === is) continue;
    if (original !== undefined && original !== title) {
      out.conflicts.push({ at, base: original, ours: title, theirs: is });
      continue;
    }
    const raw = valueAtRoute(plan.source, ours.route) as { number?: unknown; title?: unknown };
    // A number that the plan has in the words of the title stays there.
    const words = raw.number === undefined && section.number !== undefined ? section.text : section.title;
    if (folded(words) !== folded(ours.title)) {
      out.edits.push({ op: 'set', route: [...ours.route, 'title'], value: words });
    }
    if (raw.number !== undefined && section.number !== undefined && section.number !== String(raw.number)) {
      out.edits.push({ op: 'set', route: [...ours.route, 'number'], value: section.number });
    }
    out.taken.push({ what: 'changed', at, ...texts(title, is) });
  }
}

/** New sections go behind the one before them in the document, from the last to the first. */
function addSections(
  fresh: ReadonlyMap<FoundSection, readonly ItemFields[]>,
  found: readonly FoundSection[],
  sections: SectionMap,
  { out }: MergeContext,
): void {
  const all = [...fresh].map(([section, items]) => {
    const before = found.slice(0, found.indexOf(section)).findLast((one) => {
      const ours = sections.get(one);
      return ours !== undefined && ours.depth === Math.min(section.depth, ours.depth);
    });
    return { section, items, behind: before && sections.get(before) };
  });
  for (const { section, items, behind } of all.toReversed()) {
    const route = behind ? behind.route.slice(0, -1) : ['sections'];
    const index = behind ? Number(behind.route.at(-1)) + 1 : 0;
    const value = {
      ...(section.number !== undefined && { number: section.number }),
      title: section.title,
      items: [...items],
    };
    out.edits.push({ op: 'insert', route, index, value });
    const title = printed(section.number, section.title);
    out.taken.push({ what: 'added', at: { ru: `раздел «${title}»`, en: `section “${title}”` } });
  }
}
