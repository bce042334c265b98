import { applied, type Edit, valueAtRoute } from '../../edit/edit.ts';
import type { Route } from '../../finding/finding.ts';
import type { ClauseRow, ClauseTable } from '../../history/amendment/clause.ts';
import type { PlanInPlace } from '../../history/kept.ts';
import { matchRows } from '../../history/match-rows.ts';
import { folded } from '../../history/signed-text.ts';
import { normaliseNumber } from '../../model/identity.ts';
import type { Item, Plan, Section } from '../../model/plan.ts';
import { sectionTitle } from '../../model/printed.ts';
import { asList, asMap, asText } from '../../model/raw.ts';
import { rawOf } from '../../model/raw-node.ts';
import { bareNumber, KEPT_WHEN_EXCLUDED } from '../update/merge-item.ts';
import { type Cells, cellsOf, withoutNumber } from './apply.ts';
import type { Lookup } from './find.ts';
import { type RowWriter, rowWriter } from './row-edits.ts';

/** A row of the new edition. */
interface AnnexRow {
  readonly number: string;
  readonly action: string;
  readonly cells?: Cells;
  readonly excluded?: string;
}

/** Rows under a title; those before the first title have none. */
interface AnnexGroup {
  readonly title?: { readonly text: string; readonly note: string };
  readonly rows: AnnexRow[];
}

/**
 * The edits that make the table of a plan the table of an annex in a new edition, to the word. Undefined where the table
 * says less than the plan holds: sections within sections, a context among the rows.
 */
export function annexEdits(
  now: PlanInPlace,
  table: ClauseTable,
  isOwn: boolean,
): Lookup<readonly Edit[]> | undefined {
  const { plan } = now;
  const isNested = plan.sections.some(({ depth }) => depth > 0);
  const isWithin = asList(plan.source.context).some((entry) => asMap(entry)?.['in-table'] === true);
  if (isNested || isWithin) return undefined;
  const groups = groupsOf(table, plan);
  if ('refused' in groups) return groups;
  const [first, ...titled] = groups.value;
  // Rows above the first title have no place in a plan of sections, nor titles in a plan without.
  if (!first || plan.sections.length > 0 !== titled.length > 0) return undefined;
  if (titled.length > 0 && first.rows.length > 0) return undefined;
  const writer = rowWriter(now, isOwn);
  const rows = groups.value.flatMap((group) => group.rows);
  const { pairs } = matchRows<Item | AnnexRow>(plan.items, rows, {
    mark: () => undefined,
    number: ({ number }) => number,
    action: ({ action }) => folded(action),
  });
  const itemOf = new Map(pairs.map(({ ours, theirs }) => [theirs as AnnexRow, ours as Item]));
  const content = pairs.flatMap(({ ours, theirs }) => contentEdits(ours as Item, theirs as AnnexRow, writer));
  const after = content.reduce<unknown>(applied, plan.source);
  const made = (row: AnnexRow): unknown => {
    const item = itemOf.get(row);
    if (item) return valueAtRoute(after, item.route);
    return row.cells
      ? { number: row.number, ...writer.item(row.cells) }
      : { number: row.number, excluded: row.excluded };
  };
  const lists =
    titled.length === 0
      ? placedInOrder(['items'], undefined, first.rows, plan, itemOf, made)
      : sectionEdits(titled, plan, itemOf, made);
  const edits = Array.isArray(lists) ? [...content, ...lists] : [{ op: 'set', ...lists } as Edit];
  return { value: [...edits, ...writer.newExecutors()] };
}

function groupsOf(table: ClauseTable, plan: Plan): Lookup<readonly AnnexGroup[]> {
  const groups: AnnexGroup[] = [{ rows: [] }];
  for (const row of table.rows) {
    if (row.kind === 'section') {
      groups.push({ title: { text: row.text, note: row.note ?? '' }, rows: [] });
      continue;
    }
    const read = rowOf(row, table, plan);
    if ('refused' in read) return read;
    groups.at(-1)!.rows.push(read.value);
  }
  return { value: groups };
}

function rowOf(row: ClauseRow, table: ClauseTable, plan: Plan): Lookup<AnnexRow> {
  if (row.kind === 'excluded')
    return { value: { number: bareNumber(row.number, plan), action: '', excluded: row.act } };
  const found = cellsOf(row, table, plan);
  if ('refused' in found) return found;
  const { number = [], ...fields } = Object.fromEntries(found.value);
  const cells = new Map(Object.entries(fields));
  const own = (cells.get('action') ?? []).filter(({ part }) => part === undefined);
  return {
    value: {
      number: bareNumber(number.map(({ text }) => text).join(''), plan),
      action: own.map(({ text }) => text).join('\n'),
      cells,
    },
  };
}

function contentEdits(item: Item, row: AnnexRow, writer: RowWriter): readonly Edit[] {
  const number: readonly Edit[] =
    item.number === row.number || row.number === ''
      ? []
      : [{ op: 'set', route: [...item.route, 'number'], value: row.number }];
  if (row.cells) return [...number, ...writer.edits(item, row.cells)];
  if (item.excluded !== undefined && folded(item.excluded) === row.excluded) return number;
  const keys = ['action', 'when', 'executors', 'indicators', 'parts', 'info', 'note', 'result', 'extra'];
  const stated = keys.filter((key) => !KEPT_WHEN_EXCLUDED.has(key) && writer.has(item, key));
  return [
    ...number,
    { op: 'set', route: [...item.route, 'excluded'], value: row.excluded },
    ...stated.map((key): Edit => ({ op: 'remove', route: [...item.route, key] })),
  ];
}

/** A value that takes the place of a whole list. */
interface Replaced {
  readonly route: Route;
  readonly value: unknown;
}

/** Rows taken out and put in where the others keep their order; the list anew where they do not. */
function placedInOrder(
  route: Route,
  section: Section | undefined,
  rows: readonly AnnexRow[],
  plan: Plan,
  itemOf: ReadonlyMap<AnnexRow, Item>,
  made: (row: AnnexRow) => unknown,
): readonly Edit[] | Replaced {
  const there = plan.items.filter((item) => item.section === section);
  const kept = rows.flatMap((row) => itemOf.get(row) ?? []);
  const places = kept.map((item) => there.indexOf(item));
  const isOrdered = places.every((at, n) => at >= 0 && (n === 0 || at > places[n - 1]!));
  if (!isOrdered) return { route, value: rows.map(made) };
  const removed = there.flatMap((item, at) => (kept.includes(item) ? [] : [at])).reverse();
  return [
    ...removed.map((at): Edit => ({ op: 'remove', route: [...route, at] })),
    ...rows.flatMap((row, at): Edit[] =>
      itemOf.has(row) ? [] : [{ op: 'insert', route, index: at, value: made(row) }],
    ),
  ];
}

function sectionEdits(
  groups: readonly AnnexGroup[],
  plan: Plan,
  itemOf: ReadonlyMap<AnnexRow, Item>,
  made: (row: AnnexRow) => unknown,
): readonly Edit[] | Replaced {
  const homes = sectionsOf(groups, plan, itemOf);
  const isSame =
    groups.length === plan.sections.length && homes.every((home, at) => home === plan.sections[at]);
  const lists = groups.map((group, at) => {
    const home = homes[at];
    return home && placedInOrder([...home.route, 'items'], home, group.rows, plan, itemOf, made);
  });
  if (isSame && lists.every((list) => Array.isArray(list)))
    return [
      ...groups.flatMap(({ title }, at) => titleEdits(plan.sections[at]!, title!, plan)),
      ...(lists as readonly (readonly Edit[])[]).flat(),
    ];
  const areNumbered = plan.sections.every(({ number }) => number !== undefined);
  return {
    route: ['sections'],
    value: groups.map(({ title, rows }, at) => {
      const home = homes[at];
      const items = rows.map(made);
      if (!home) return { ...newSection(title!, areNumbered, plan), items };
      const route: Route = [];
      const changed = titleEdits(home, title!, plan).map((edit) => ({
        ...edit,
        route: [...route, edit.route.at(-1)!],
      }));
      const raw = changed.reduce<unknown>(applied, rawOf(plan, home.route));
      return { ...(raw as object), items };
    }),
  };
}

/** Which section of the plan each title is: the same words, else the same number, else where most of its rows come from. */
function sectionsOf(
  groups: readonly AnnexGroup[],
  { sections }: Plan,
  itemOf: ReadonlyMap<AnnexRow, Item>,
): readonly (Section | undefined)[] {
  const left = new Set(sections);
  const homes: (Section | undefined)[] = groups.map(() => undefined);
  const ways: readonly ((group: AnnexGroup, section: Section) => boolean)[] = [
    ({ title }, section) => title!.text === folded(sectionTitle(section)),
    ({ title }, section) =>
      section.number !== undefined && withoutNumber(title!.text, section.number) !== title!.text,
    ({ rows }, section) => {
      const known = rows.flatMap((row) => itemOf.get(row) ?? []);
      return known.filter((item) => item.section === section).length * 2 > known.length;
    },
  ];
  for (const isIt of ways)
    groups.forEach((group, at) => {
      const home = homes[at] ?? [...left].find((section) => isIt(group, section));
      homes[at] = home;
      if (home) left.delete(home);
    });
  return homes;
}

function titleEdits(
  section: Section,
  { text, note }: { readonly text: string; readonly note: string },
  plan: Plan,
): readonly Edit[] {
  const { route, number, when } = section;
  const stated = asText(rawOf(plan, route)?.note);
  const edits: Edit[] = [];
  if (text !== folded(sectionTitle(section))) {
    const bare = number === undefined ? text : withoutNumber(text, number);
    const term = when ? ` (${folded(when.text)})` : '';
    const title = term !== '' && bare.endsWith(term) ? bare.slice(0, -term.length) : bare;
    edits.push({ op: 'set', route: [...route, 'title'], value: title });
  }
  if (note !== folded(stated ?? ''))
    edits.push(
      note === ''
        ? { op: 'remove', route: [...route, 'note'] }
        : { op: 'set', route: [...route, 'note'], value: note },
    );
  return edits;
}

/** A title the plan lacks; its number as the others write theirs. */
function newSection(
  { text, note }: { readonly text: string; readonly note: string },
  areNumbered: boolean,
  { sections }: Plan,
): object {
  const found = areNumbered ? /^(\d+(?:\.\d+)*|[IVXLCІХС]+)([.)]?)\s+(\S.*)$/u.exec(text) : null;
  const dot = sections.every(({ number }) => number?.endsWith('.')) ? '.' : '';
  return {
    ...(found && { number: `${normaliseNumber(found[1]!)}${dot}` }),
    title: found ? found[3]! : text,
    ...(note !== '' && { note }),
  };
}
