import type { Section } from '../model/plan.ts';
import { alignedTexts, type TextChange } from './aligned.ts';
import { type MatchedBy, matchRows, type RowKeys } from './match-rows.ts';
import { type MeaningChange, meaningChange } from './meaning-change.ts';
import { isSamePrint, type SignedRow, type SignedSection, type SignedText } from './signed-text.ts';

/** What one signed text says otherwise than another, item by item. Nothing that neither of them shows is in it. */
export interface PlanDifference {
  readonly before: SignedText;
  readonly after: SignedText;
  readonly title?: TextChange;
  /** Lines before the table that were added, removed or took each other's place. */
  readonly context: readonly TextChange[];
  readonly columns: readonly TextChange[];
  readonly sections: readonly SectionChange[];
  /** In the order of the later text; what was removed stands where it stood. */
  readonly items: readonly ItemChange[];
}

interface SectionChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: SignedSection;
  readonly after?: SignedSection;
}

export interface ItemChange {
  /** `excluded`: an act took the item out, its number stays taken. */
  readonly kind: 'added' | 'removed' | 'excluded' | 'changed';
  readonly before?: SignedRow;
  readonly after?: SignedRow;
  /** How the two rows were known to be one item. */
  readonly by?: MatchedBy;
  /** It bears another number. */
  readonly renumbered: boolean;
  /** It stands elsewhere: before or after other items than it did, or in another section. */
  readonly moved: boolean;
  readonly fields: readonly FieldChange[];
}

/** A cell that reads otherwise. */
export interface FieldChange {
  readonly field: string;
  readonly heading: string;
  /** 1-based, of a sub-event. */
  readonly part?: number;
  /** Paragraphs; none: the cell was empty. */
  readonly was: readonly string[];
  readonly is: readonly string[];
  /** What it comes to, where both are read. */
  readonly meaning?: MeaningChange;
}

const KEYS: RowKeys<SignedRow> = {
  mark: ({ item }) => (item.statedId ? item.id : undefined),
  number: ({ item }) => item.id,
  action: ({ cells }) => (cells.get('action') ?? []).join(' '),
};

/** Where `after` reads otherwise than `before`. Blanks and typography, keys of executors, links and facts don't count. */
export function diffPlans(before: SignedText, after: SignedText): PlanDifference {
  const sections = pairSections(before, after);
  const { pairs, missing, added, moved } = matchRows(before.rows, after.rows, KEYS);
  const byAfter = new Map(pairs.map((pair) => [pair.theirs, pair]));
  const isNew = new Set(added);
  const changes: ItemChange[] = [];
  const gone = new Set(missing);
  const leave = (until: SignedRow | undefined): void => {
    for (const row of before.rows) {
      if (row === until) break;
      if (!gone.delete(row)) continue;
      changes.push({ kind: 'removed', before: row, renumbered: false, moved: false, fields: [] });
    }
  };
  for (const row of after.rows) {
    if (isNew.has(row)) {
      changes.push({ kind: 'added', after: row, renumbered: false, moved: false, fields: [] });
      continue;
    }
    const pair = byAfter.get(row);
    if (!pair) continue;
    if (!moved.has(pair.ours)) leave(pair.ours);
    const change = changeOf(pair.ours, row, before, after);
    const isElsewhere =
      moved.has(pair.ours) || sections.get(pair.ours.section) !== (row.section ?? undefined);
    const renumbered = pair.ours.number !== row.number;
    if (change.fields.length === 0 && change.kind === 'changed' && !renumbered && !isElsewhere) continue;
    changes.push({ ...change, by: pair.by, renumbered, moved: isElsewhere });
  }
  leave(undefined);
  const title = isSamePrint(before.title, after.title) ? undefined : { was: before.title, is: after.title };
  return {
    before,
    after,
    ...(title && { title }),
    context: printedChanges(before.context, after.context),
    columns: printedChanges(
      before.columns.map(({ heading }) => heading),
      after.columns.map(({ heading }) => heading),
    ),
    sections: sectionChanges(before, after, sections),
    items: changes,
  };
}

/** Whether two texts are one edition. */
export const isSameEdition = ({ title, context, columns, sections, items }: PlanDifference): boolean =>
  !title && [context, columns, sections, items].every((changes) => changes.length === 0);

const printedChanges = (before: readonly string[], after: readonly string[]): readonly TextChange[] =>
  alignedTexts(before, after).filter(
    ({ was, is }) => was === undefined || is === undefined || !isSamePrint(was, is),
  );

function changeOf(
  before: SignedRow,
  after: SignedRow,
  old: SignedText,
  now: SignedText,
): Pick<ItemChange, 'kind' | 'before' | 'after' | 'fields'> {
  if (before.excluded !== after.excluded && after.excluded !== '')
    return { kind: 'excluded', before, after, fields: [] };
  const fields: FieldChange[] = [];
  const columns = [...now.columns, ...old.columns].filter(
    ({ field }, at, all) => field !== 'number' && all.findIndex((one) => one.field === field) === at,
  );
  const rows = Math.max(before.parts.length, after.parts.length);
  for (const { field, heading } of columns) {
    for (let part = 0; part <= rows; part++) {
      const cells = (row: SignedRow) => (part === 0 ? row.cells : row.parts[part - 1]);
      const [was, is] = [cells(before)?.get(field) ?? [], cells(after)?.get(field) ?? []];
      if (was.length === is.length && was.every((text, at) => isSamePrint(text, is[at] as string))) continue;
      const meaning = meaningChange(
        field,
        { row: holderOf(before, part), text: old },
        { row: holderOf(after, part), text: now },
      );
      fields.push({
        field,
        heading,
        was,
        is,
        ...(part === 0 ? {} : { part }),
        ...(meaning && { meaning }),
      });
    }
  }
  return { kind: 'changed', before, after, fields };
}

const holderOf = ({ item }: SignedRow, part: number) => (part === 0 ? item : item.parts[part - 1]);

type SectionPairs = ReadonlyMap<Section | undefined, Section | undefined>;

/** Which section of the later text each of the earlier one is: by title, then by number, then by place. */
function pairSections(before: SignedText, after: SignedText): SectionPairs {
  const pairs = new Map<Section | undefined, Section | undefined>([[undefined, undefined]]);
  const left = new Set(after.sections);
  const same: readonly ((one: SignedSection, other: SignedSection) => boolean)[] = [
    (one, other) => one.title === other.title && one.number === other.number,
    (one, other) => one.title === other.title && one.section.depth === other.section.depth,
    (one, other) =>
      one.number !== '' && one.number === other.number && one.section.depth === other.section.depth,
  ];
  for (const isSame of same) {
    for (const one of before.sections) {
      if (pairs.has(one.section)) continue;
      const other = [...left].find((candidate) => isSame(one, candidate));
      if (!other) continue;
      left.delete(other);
      pairs.set(one.section, other.section);
    }
  }
  // A title without a number that was reworded: the section at its place, where nothing else took it.
  before.sections.forEach((one, at) => {
    const other = after.sections[at];
    if (pairs.has(one.section) || !other || !left.has(other) || one.number !== other.number) return;
    if (one.section.depth !== other.section.depth || before.sections.length !== after.sections.length) return;
    left.delete(other);
    pairs.set(one.section, other.section);
  });
  return pairs;
}

function sectionChanges(
  before: SignedText,
  after: SignedText,
  pairs: SectionPairs,
): readonly SectionChange[] {
  const old = new Map(
    [...pairs].flatMap(([one, other]) => (other === undefined ? [] : [[other, one] as const])),
  );
  const ofBefore = new Map(before.sections.map((one) => [one.section, one]));
  return [
    ...before.sections.flatMap((one): SectionChange[] =>
      pairs.has(one.section) ? [] : [{ kind: 'removed', before: one }],
    ),
    ...after.sections.flatMap((one): SectionChange[] => {
      const was = old.has(one.section) ? ofBefore.get(old.get(one.section) as Section) : undefined;
      if (!was) return [{ kind: 'added', after: one }];
      const isSame =
        was.number === one.number && isSamePrint(was.title, one.title) && isSamePrint(was.note, one.note);
      return isSame ? [] : [{ kind: 'changed', before: was, after: one }];
    }),
  ];
}
