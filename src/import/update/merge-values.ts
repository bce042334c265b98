import { valueAtRoute } from '../../edit/edit.ts';
import type { Bilingual } from '../../finding/text.ts';
import { folded } from '../../history/signed-text.ts';
import type { Item, Part, Plan } from '../../model/plan.ts';
import { asMap } from '../../model/raw.ts';
import type { ExecutorFinder } from './executors.ts';
import { mergeList } from './merge-list.ts';
import { type MergeResult, texts } from './outcome.ts';

/** The texts of one place on the three sides. */
interface ThreeTexts {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

export interface Holder {
  readonly plan: Plan;
  /** The item, or a part of one, that the texts belong to. */
  readonly of: Item | Part;
  /** What the column prints: `when`, `executors`, `extra.NAME`. */
  readonly field: string;
  readonly at: Bilingual;
}

const whole = (values: readonly string[]): string => values.join('\n');
const same = (one: readonly string[], other: readonly string[]): boolean =>
  folded(whole(one)) === folded(whole(other));

/** Carries what the document changed in one place over to the plan, or returns the conflict. */
export function mergeValues(
  read: ThreeTexts,
  holder: Holder,
  finder: ExecutorFinder,
  out: MergeResult,
): void {
  const sides =
    holder.field === 'executors'
      ? {
          base: read.base.map(finder.printed),
          ours: read.ours.map(finder.printed),
          theirs: finder.namesIn(read.theirs, [...read.base, ...read.ours]).map(finder.printed),
        }
      : read;
  const { base, ours, theirs } = sides;
  if (same(base, theirs) || same(ours, theirs)) return;
  const done =
    holder.field === 'executors' || holder.field === 'indicators'
      ? mergeEntries(sides, holder, finder, out)
      : holder.field !== 'for' && mergeText(sides, holder, out);
  const at = holder.at;
  if (done) out.taken.push({ what: 'changed', at, ...texts(whole(ours), whole(theirs)) });
  else out.conflicts.push({ at, base: whole(base), ours: whole(ours), theirs: whole(theirs) });
}

/** A cell that holds one text. */
function mergeText(
  { base, ours, theirs }: ThreeTexts,
  { plan, of, field }: Holder,
  out: MergeResult,
): boolean {
  if (!same(base, ours)) return false;
  const own = field.startsWith('extra.') ? ['extra', field.slice('extra.'.length)] : [field];
  const route = [...of.route, ...own];
  const raw = valueAtRoute(plan.source, route);
  if (theirs.length === 0) {
    if (raw === undefined) return false;
    // An action is required of an item: it stays, empty, for the author to see.
    out.edits.push(field === 'action' ? { op: 'set', route, value: '' } : { op: 'remove', route });
    return true;
  }
  const value = whole(theirs);
  if (asMap(raw)) out.edits.push({ op: 'set', route: [...route, 'text'], value });
  else if (own.length > 1 && !asMap(valueAtRoute(plan.source, [...of.route, 'extra']))) {
    out.edits.push({ op: 'set', route: [...of.route, 'extra'], value: { [own[1] as string]: value } });
  } else out.edits.push({ op: 'set', route, value });
  return true;
}

/** A cell that holds a list: only the entries that changed are touched. */
function mergeEntries(
  sides: ThreeTexts,
  { plan, of, field }: Holder,
  finder: ExecutorFinder,
  out: MergeResult,
): boolean {
  const route = [...of.route, field];
  const entries = entryTexts(of, field, plan);
  if (entries.length > 0 && !Array.isArray(valueAtRoute(plan.source, route))) return false;
  const merged = entryChanges(sides, entries);
  if (!merged) return false;
  const { changes, values } = merged;
  const left = changes.reduce((sum, { remove, from, to }) => sum - remove + to - from, entries.length);
  if (left === 0) {
    out.edits.push({ op: 'remove', route });
    return true;
  }
  // Edits are made one after another: the list is as long as those before have left it.
  let length = entries.length;
  for (const { at, remove, from, to } of changes.toReversed()) {
    const put = values.slice(from, to);
    const replaced = Math.min(remove, put.length);
    for (let n = remove - 1; n >= replaced; n--) out.edits.push({ op: 'remove', route: [...route, at + n] });
    length -= remove - replaced;
    put.forEach((text, n) => {
      const place = [...route, at + n];
      const structured = n < replaced && field === 'indicators' && asMap(valueAtRoute(plan.source, place));
      const value = field === 'executors' ? finder.entryOf(text) : text;
      if (structured) out.edits.push({ op: 'set', route: [...place, 'text'], value });
      else if (n < replaced) out.edits.push({ op: 'set', route: place, value });
      else {
        out.edits.push({ op: 'insert', route, ...(at + n < length && { index: at + n }), value });
        length++;
      }
    });
  }
  return true;
}

/** What each entry of the plan prints. */
function entryTexts(of: Item | Part, field: string, plan: Plan): readonly string[] {
  if (field === 'indicators') return of.indicators.map(({ text }) => text);
  return of.executors.map(({ key, note }) => {
    const name = plan.executors.get(key)?.name ?? key;
    return note === undefined ? name : `${name} ${note}`;
  });
}

function entryChanges({ base, ours, theirs }: ThreeTexts, entries: readonly string[]) {
  const plain = entries.map(folded);
  if (ours.length === entries.length) {
    const changes = mergeList(base.map(folded), ours.map(folded), theirs.map(folded));
    return changes === 'conflict' ? undefined : { changes, values: theirs };
  }
  // In a workbook an entry of several lines can be told from several entries only with the plan.
  if (!same(base, ours) || !same(ours, entries)) return undefined;
  const values = regrouped(theirs, entries);
  const changes = mergeList(plain, plain, values.map(folded));
  return changes === 'conflict' ? undefined : { changes, values };
}

/** Lines put together where they are an entry of the plan, the others each by itself. */
function regrouped(lines: readonly string[], entries: readonly string[]): string[] {
  const values: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const entry = entries.find((text) => {
      const count = text.split('\n').length;
      return count > 1 && folded(lines.slice(at, at + count).join('\n')) === folded(text);
    });
    const count = entry === undefined ? 1 : entry.split('\n').length;
    values.push(lines.slice(at, at + count).join('\n'));
    at += count;
  }
  return values;
}
