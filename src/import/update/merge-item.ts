import { valueAtRoute } from '../../edit/edit.ts';
import { folded } from '../../history/signed-text.ts';
import { normaliseNumber } from '../../model/identity.ts';
import type { Item, Plan } from '../../model/plan.ts';
import { asMap, asText } from '../../model/raw.ts';
import type { ItemFields, PartFields } from '../../schema/generated/types.ts';
import type { ComparedRow } from '../compare/comparable.ts';
import { cellText } from '../compare/compare.ts';
import { withParts } from '../draft/own-document.ts';
import { draftOwnItem } from '../draft/own-item.ts';
import { type NamedExecutor, nameAndNote, wholeName } from '../executors/split.ts';
import type { ColumnName } from '../table/items.ts';
import type { ExecutorFinder } from './executors.ts';
import { mergeValues } from './merge-values.ts';
import { atItem, type MergeResult, texts } from './outcome.ts';
import { cellTexts, type PairedRow, partCount } from './rows.ts';

/** A column as each side calls it, and what it prints. */
export interface MergeColumn {
  readonly field: string;
  readonly heading: string;
  readonly base: ColumnName;
  readonly ours: ColumnName | undefined;
  readonly theirs: ColumnName;
}

export interface MergeContext {
  readonly plan: Plan;
  readonly columns: readonly MergeColumn[];
  /** Sheets: parts are lines without numbers. */
  readonly isBook: boolean;
  readonly finder: ExecutorFinder;
  readonly out: MergeResult;
}

/** The number without what the plan prints behind every number. */
export function bareNumber(number: string, plan: Plan): string {
  const suffix = asText(asMap(plan.source.numbering)?.suffix) ?? '';
  return suffix !== '' && number.endsWith(suffix) ? number.slice(0, -suffix.length) : number;
}

/** Carries what the document changed in a row over to its item. */
export function mergeItem(
  base: ComparedRow,
  ours: PairedRow,
  theirs: ComparedRow,
  context: MergeContext,
): void {
  const { plan, columns, isBook, finder, out } = context;
  const { item } = ours;
  mergeNumber(base, ours, theirs, context);
  if (mergeExclusion(base, ours, theirs, context)) return;
  const counts = [base, ours.row, theirs].map((row) => partCount(row, isBook));
  const partsChanged = counts[0] !== counts[2];
  if (partsChanged) mergeParts(base, ours, theirs, context);
  for (const column of columns) {
    if (column.field === 'number') continue;
    const at = atItem(item.number, column.heading);
    const [b, t] = [cellTexts(base, column.base, isBook), cellTexts(theirs, column.theirs, isBook)];
    const o = column.ours === undefined ? b : cellTexts(ours.row, column.ours, isBook);
    if (isLost(t, b, column, theirs)) {
      const [was, here] = [b, o].map((cell) => [...cell.own, ...[...cell.parts.values()].flat()].join('\n'));
      if (was !== '') out.conflicts.push({ at, base: was!, ours: here!, theirs: '' });
      continue;
    }
    const merge = (of: Item['parts'][number], values: (cell: typeof b) => readonly string[]): void =>
      mergeValues(
        { base: values(b), ours: values(o), theirs: values(t) },
        { plan, of, field: column.field, at },
        finder,
        out,
      );
    merge(item, ({ own }) => own);
    if (partsChanged) continue;
    for (const [n, part] of item.parts.entries()) merge(part, ({ parts }) => parts.get(n + 1) ?? []);
  }
}

/** A cell whose words are gone without anybody's having taken them out, or may not go: the author decides. */
const isLost = (
  theirs: ReturnType<typeof cellTexts>,
  base: ReturnType<typeof cellTexts>,
  { field, theirs: name }: MergeColumn,
  row: ComparedRow,
): boolean =>
  theirs.own.length === 0 && base.own.length > 0 && (field === 'action' || row.item.unread.has(name));

function mergeNumber(
  base: ComparedRow,
  { item }: PairedRow,
  theirs: ComparedRow,
  { plan, out }: MergeContext,
): void {
  const [was, is] = [bareNumber(base.number, plan), bareNumber(theirs.number, plan)];
  if (normaliseNumber(was) === normaliseNumber(is) || is === '') return;
  const here = normaliseNumber(item.number);
  if (here === normaliseNumber(is)) return;
  const at = atItem(item.number, '№');
  if (here !== normaliseNumber(was)) {
    out.conflicts.push({ at, base: was, ours: item.number, theirs: is });
    return;
  }
  out.edits.push({ op: 'set', route: [...item.route, 'number'], value: is });
  out.taken.push({ what: 'changed', at, was, is });
}

/** What an excluded item keeps beside its number. */
export const KEPT_WHEN_EXCLUDED = new Set(['id', 'number', 'excluded', 'implements', 'for']);

/** True when the row says no more than that the item is excluded, on one side or the other. */
function mergeExclusion(
  base: ComparedRow,
  ours: PairedRow,
  theirs: ComparedRow,
  context: MergeContext,
): boolean {
  const { plan, out } = context;
  const { item, row } = ours;
  if (base.excluded === theirs.excluded) return theirs.excluded !== undefined;
  const at = atItem(item.number);
  if (row.excluded === theirs.excluded) return true;
  if (row.excluded !== base.excluded || !isUnedited(base, row)) {
    out.conflicts.push({ at, base: rowText(base), ours: rowText(row), theirs: rowText(theirs) });
    return true;
  }
  const raw = asMap(valueAtRoute(plan.source, item.route)) ?? {};
  if (theirs.excluded === undefined) {
    const { number: _, ...fields } = draftRow(theirs, item.number, context);
    for (const [key, value] of Object.entries(fields)) {
      out.edits.push({ op: 'set', route: [...item.route, key], value });
    }
    out.edits.push({ op: 'remove', route: [...item.route, 'excluded'] });
  } else {
    out.edits.push({
      op: 'set',
      route: [...item.route, 'excluded'],
      value: theirs.item.excluded || 'исключён',
    });
    for (const key of Object.keys(raw)) {
      if (!KEPT_WHEN_EXCLUDED.has(key)) out.edits.push({ op: 'remove', route: [...item.route, key] });
    }
  }
  out.taken.push({ what: 'changed', at, ...texts(rowText(row), rowText(theirs)) });
  return true;
}

/** Other parts than before: the list is made anew, parts that stayed as they were keep all they have. */
function mergeParts(base: ComparedRow, ours: PairedRow, theirs: ComparedRow, context: MergeContext): void {
  const { plan, isBook, out } = context;
  const { item, row } = ours;
  const at = atItem(item.number);
  if (partCount(row, isBook) === partCount(theirs, isBook) && rowText(row) === rowText(theirs)) return;
  if (!isUnedited(base, row)) {
    out.conflicts.push({ at, base: rowText(base), ours: rowText(row), theirs: rowText(theirs) });
    return;
  }
  const route = [...item.route, 'parts'];
  const parts = draftRow(theirs, item.number, context).parts ?? [];
  if (parts.length === 0) out.edits.push({ op: 'remove', route });
  else {
    const value = parts.map((part) => {
      const known = item.parts.find((one) => isSamePart(one.action, one.when?.text, part));
      return known ? valueAtRoute(plan.source, known.route) : part;
    });
    out.edits.push({ op: 'set', route, value });
  }
  out.taken.push({ what: 'changed', at, ...texts(rowText(row), rowText(theirs)) });
}

function isSamePart(action: string, when: string | undefined, part: PartFields): boolean {
  const text = typeof part.when === 'object' ? part.when.text : part.when;
  return folded(action) === folded(part.action ?? '') && folded(when ?? '') === folded(String(text ?? ''));
}

/** A row of the document as an item of the plan; the columns are the plan's own. */
export function draftRow(row: ComparedRow, number: string, context: MergeContext): ItemFields {
  const { columns, isBook, finder } = context;
  const item = isBook ? withParts(row.item) : row.item;
  const values = new Map(
    columns.flatMap(({ field, theirs }) => {
      const texts = item.values.get(theirs);
      return texts && field !== 'for' ? [[field as ColumnName, texts] as const] : [];
    }),
  );
  const book = {
    refer: (people: readonly NamedExecutor[]) =>
      finder.refer(finder.namesIn(people.map(wholeName), []).map(nameAndNote)),
    entries: () => ({}),
  };
  return draftOwnItem({ ...item, values }, number, book, true);
}

/** All that a row says, its number left out. */
export function rowText(row: ComparedRow): string {
  if (row.excluded !== undefined) return `Исключён ${row.excluded}`.trim();
  return [...row.cells].flatMap(([, values]) => cellText(values) || []).join(' | ');
}

export const isUnedited = (base: ComparedRow, ours: ComparedRow): boolean => rowText(base) === rowText(ours);
