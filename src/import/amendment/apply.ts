import { type Edit, valueAtRoute } from '../../edit/edit.ts';
import { editText } from '../../edit/splice.ts';
import type { Route } from '../../finding/finding.ts';
import type { Bilingual } from '../../finding/text.ts';
import type {
  CellLine,
  Clause,
  ClauseRow,
  ClauseTable,
  ItemName,
  ItemPlace,
  Place,
} from '../../history/amendment/clause.ts';
import { placeByNumber } from '../../history/amendment/numbers.ts';
import type { ReadClause } from '../../history/amendment/read.ts';
import { placesOf, soughtWords, type WordChange, withWords } from '../../history/amendment/words-in-text.ts';
import type { PlanInPlace } from '../../history/kept.ts';
import { normaliseNumber } from '../../model/identity.ts';
import { loadWorkspace } from '../../model/load.ts';
import type { Item, Plan, Section } from '../../model/plan.ts';
import { cellTexts, printedColumns } from '../../model/printed.ts';
import { asList, asMap, asText, asTexts } from '../../model/raw.ts';
import { CONFIG_FILE } from '../../source/files.ts';
import { memoryFiles } from '../../source/memory-files.ts';
import { bareNumber, KEPT_WHEN_EXCLUDED } from '../update/merge-item.ts';
import { findColumn, findRow, findSection, type Lookup, refused } from './find.ts';
import { plainHeading } from './order.ts';
import { fieldEdits, partCount, type RowWriter, rowWriter, type Slot, slotsOf } from './row-edits.ts';

/** How an order is read into a plan. */
interface AmendmentContext {
  /** This tool wrote the order. */
  readonly isOwn: boolean;
  /** The act that takes items out, as the plan will name it. */
  readonly act: string;
  /** The edits that give the annex in the new edition that the order has behind it, or why there are none. */
  wholeAnnex(now: PlanInPlace): Promise<Lookup<readonly Edit[]>>;
}

interface AppliedClause extends ReadClause {
  /** Why the clause was left; then nothing of it was done. */
  readonly refused?: Bilingual;
}

export interface AppliedAmendment {
  /** The text of the plan with all clauses that could be carried out. */
  readonly text: string;
  readonly after: PlanInPlace;
  readonly clauses: readonly AppliedClause[];
}

/**
 * Carries the clauses of an order out in the text of a plan, one after another. A clause whose words are not there or
 * are there twice, whose item is not known or not for certain, is left whole, with the reason.
 */
export async function applyAmendment(
  start: PlanInPlace,
  text: string,
  clauses: readonly ReadClause[],
  context: AmendmentContext,
): Promise<AppliedAmendment> {
  let now: Standing = { ...start, text, reloaded: reloader(start), moved: new Set() };
  const applied: AppliedClause[] = [];
  for (const read of clauses) {
    const made =
      read.clause.kind === 'restate-all' ? await context.wholeAnnex(now) : editsOf(read.clause, now, context);
    if ('refused' in made) {
      applied.push({ ...read, refused: made.refused });
      continue;
    }
    const edited = made.value.length === 0 ? now.text : editText(now.text, made.value);
    const after = now.reloaded(edited);
    if (!after) throw new Error('an amendment left no plan');
    now = { ...now, ...after, text: edited, moved: movedBy(read.clause, now.moved) };
    applied.push(read);
  }
  return { text: now.text, after: { plan: now.plan, workspace: now.workspace }, clauses: applied };
}

interface Standing extends PlanInPlace {
  readonly text: string;
  /** Numbers that were one item's before the order and are another's now: what they name further on is not certain. */
  readonly moved: ReadonlySet<string>;
  reloaded(text: string): PlanInPlace | undefined;
}

/** Reads the plan anew with no more of its workspace than it needs. */
function reloader({ plan, workspace }: PlanInPlace): (text: string) => PlanInPlace | undefined {
  const others = plan.items.some((item) => item.for.length > 0)
    ? workspace.plans.map(({ file }) => file)
    : [];
  const files = [...workspace.registries.map(({ file }) => file), ...others, CONFIG_FILE];
  const beside = Object.fromEntries(
    files.flatMap((file) => {
      const bytes = workspace.files.read(file);
      return typeof bytes === 'string' ? [] : [[file, bytes] as const];
    }),
  );
  return (text) => {
    const loaded = loadWorkspace(
      memoryFiles({ ...beside, [plan.file]: text }),
      new Set([plan.file]),
    ).workspace;
    const found = loaded.plans.find(({ file }) => file === plan.file);
    return found && { plan: found, workspace: loaded };
  };
}

function movedBy(clause: Clause, before: ReadonlySet<string>): ReadonlySet<string> {
  if (clause.kind !== 'renumber') return before;
  const old = new Set(clause.items.map(({ item }) => normaliseNumber(item.number)));
  const both = clause.items.map(({ number }) => normaliseNumber(number)).filter((number) => old.has(number));
  return new Set([...before, ...both]);
}

type Made = Lookup<readonly Edit[]>;

function editsOf(clause: Clause, now: Standing, context: AmendmentContext): Made {
  const writer = rowWriter(now, context.isOwn);
  const doubtful = namesOf(clause).find(({ number }) => now.moved.has(normaliseNumber(number)));
  if (doubtful)
    return refused(
      `пункт ${doubtful.number} перед этим стал другим пунктом: который имеется в виду, неясно`,
      `item ${doubtful.number} has become another one before: which of them is meant is not certain`,
    );
  const made = clauseEdits(clause, now, writer, context);
  return 'refused' in made ? made : { value: [...made.value, ...writer.newExecutors()] };
}

/** Items that a clause names as they are, not those it brings. */
function namesOf(clause: Clause): readonly ItemName[] {
  switch (clause.kind) {
    case 'replace-words':
    case 'add-words':
    case 'remove-words':
      return clause.at.in === 'item' ? [clause.at.item] : [];
    case 'restate-cell':
      return [clause.at.item];
    case 'restate-item':
      return [clause.item];
    case 'exclude-items':
      return clause.items;
    case 'renumber':
      return clause.items.map(({ item }) => item);
    default:
      return [];
  }
}

function clauseEdits(clause: Clause, now: Standing, writer: RowWriter, context: AmendmentContext): Made {
  const { plan } = now;
  switch (clause.kind) {
    case 'replace-words':
    case 'add-words':
    case 'remove-words':
      return wordEdits(clause, clause.at, now, writer);
    case 'restate-cell':
      return cellEdits(clause.at, clause.text, now, writer, context);
    case 'restate-item': {
      const found = findRow(clause.item, plan);
      if ('refused' in found) return found;
      const row = rowFor(clause.table, clause.item.number, now, writer, context, found.value);
      return 'refused' in row ? row : { value: writer.edits(found.value, row.value) };
    }
    case 'add-items':
      return additions(clause.numbers, clause.place, clause.table, now, writer, context);
    case 'exclude-items':
      return exclusions(clause.items, plan, context.act);
    case 'renumber':
      return renumbering(clause.items, plan);
    case 'restate-section': {
      const found = findSection(clause.section, plan);
      if ('refused' in found) return found;
      const { route, number } = found.value;
      return {
        value: [{ op: 'set', route: [...route, 'title'], value: withoutNumber(clause.text, number) }],
      };
    }
    case 'add-section':
      return newSection(clause.section, clause.after, clause.table, now, writer, context);
    case 'exclude-section': {
      const found = findSection(clause.section, plan);
      if ('refused' in found) return found;
      const { route } = found.value;
      if (plan.sections.length < 2)
        return refused('это единственный раздел плана', 'it is the only section of the plan');
      return { value: [{ op: 'remove', route }] };
    }
    case 'restate-title':
      return { value: [{ op: 'set', route: ['title'], value: clause.text }] };
    case 'restate-all':
      return { value: [] };
  }
}

/** A title without the number of its section before it. */
export const withoutNumber = (text: string, number: string | undefined): string => {
  const found = number === undefined ? undefined : /^([^\s.)]+)[.)]?\s+(\S.*)$/u.exec(text);
  return found && normaliseNumber(found[1]!) === normaliseNumber(number!) ? found[2]! : text;
};

function wordEdits(change: WordChange, at: Place, now: Standing, writer: RowWriter): Made {
  const slots = slotsAt(at, now);
  if ('refused' in slots) return slots;
  const sought = soughtWords(change);
  if (sought === undefined) {
    const [only, ...others] = slots.value;
    if (!only || others.length > 0)
      return refused('неясно, к чему добавить слова', 'it is not certain what the words are to be added to');
    const isEnded =
      /[.!?]\s*$/.test(only.text) && /^[,;:]/.test(change.kind === 'add-words' ? change.words : '');
    if (isEnded) return refused('текст кончается точкой', 'the text ends with a full stop');
    return { value: [only.edit(withWords(only.text, change, undefined), writer)] };
  }
  const found = slots.value.flatMap((slot) => placesOf(sought, slot.text).map((place) => ({ slot, place })));
  const [first, ...others] = found;
  if (!first) return refused(`слов «${sought}» там нет`, `the words “${sought}” are not there`);
  if (others.length > 0)
    return refused(
      `слова «${sought}» встречаются там ${found.length} раза`,
      `the words “${sought}” are there ${found.length} times`,
    );
  return { value: [first.slot.edit(withWords(first.slot.text, change, first.place), writer)] };
}

function slotsAt(at: Place, now: Standing): Lookup<readonly Slot[]> {
  const { plan } = now;
  const of = (text: string, route: Route): Slot => ({ text, edit: (value) => ({ op: 'set', route, value }) });
  switch (at.in) {
    case 'title':
      return { value: [of(plan.title, ['title'])] };
    case 'section': {
      const found = findSection(at.section, plan);
      return 'refused' in found ? found : { value: [of(found.value.title, [...found.value.route, 'title'])] };
    }
    case 'context':
      return {
        value: textsBelow(plan.source.context, ['context']).map(({ text, route }) => of(text, route)),
      };
    case 'item': {
      const found = findRow(at.item, plan);
      if ('refused' in found) return found;
      if (at.column === undefined) return { value: slotsOf(found.value, printedColumns(plan), now) };
      const column = findColumn(at.column, plan);
      return 'refused' in column ? column : { value: slotsOf(found.value, [column.value], now) };
    }
  }
}

/** What stands before the table: headings, texts, lists, cells of a profile. */
function textsBelow(context: unknown, route: Route): readonly { text: string; route: Route }[] {
  return asList(context).flatMap((value, at) => {
    const entry = asMap(value);
    const profile = asMap(entry?.['risk-profile']);
    const one = (holder: unknown, step: Route): { text: string; route: Route }[] => {
      const text = asText(valueAtRoute(holder, step));
      return text === undefined ? [] : [{ text, route: [...route, at, ...step] }];
    };
    const list = (steps: Route, values: unknown) =>
      asTexts(values).flatMap((_, n) => one(entry, [...steps, n]));
    return [
      ...one(entry, ['heading']),
      ...one(entry, ['text']),
      ...list(['list'], entry?.list),
      ...['high', 'medium', 'low'].flatMap((degree) => list(['risk-profile', degree], profile?.[degree])),
    ];
  });
}

function cellEdits(
  at: { readonly item: ItemName; readonly column?: string | number },
  text: string,
  now: Standing,
  writer: RowWriter,
  { isOwn }: AmendmentContext,
): Made {
  const { plan } = now;
  const found = findRow(at.item, plan);
  if ('refused' in found) return found;
  const column = findColumn(at.column ?? '', plan);
  if ('refused' in column) return column;
  const { field } = column.value;
  const item = found.value;
  if (field === 'number')
    return refused(
      'номер пункта так не меняют: «пункт … считать пунктом …»',
      'the number of an item is not changed so',
    );
  if (item.parts.length > 0)
    return refused(
      'у пункта несколько событий: к которому относится текст, неясно',
      'the item has sub-events: which of them the text belongs to is not certain',
    );
  const lines = [{ text }];
  const unknown = writer.unknownNames(field, lines);
  if (unknown.length > 0) return unknownTerritories(unknown);
  const before = cellTexts(item, plan, field, new Map()).map((one) => one.text);
  const value =
    isOwn && (field === 'executors' || field === 'indicators')
      ? [writer.entry(field, text)]
      : writer.value(field, lines, before);
  return { value: fieldEdits(plan.source, item.route, field, value) };
}

const unknownTerritories = (names: readonly string[]): { readonly refused: Bilingual } =>
  refused(`план не знает: ${names.join(', ')}`, `the plan does not know ${names.join(', ')}`);

export type Cells = ReadonlyMap<string, readonly CellLine[]>;

/** The cells of a row by the fields of the plan's columns. */
export function cellsOf(row: ClauseRow, { headings }: ClauseTable, plan: Plan): Lookup<Cells> {
  if (row.kind !== 'item') return refused('в строке нет граф', 'the row has no columns');
  const columns = printedColumns(plan);
  const isSame =
    headings === undefined ||
    (headings.length === columns.length &&
      headings.every((heading, at) => plainHeading(heading) === plainHeading(columns[at]!.heading)));
  if (isSame && row.cells.length !== columns.length)
    return refused(
      `в строке граф: ${row.cells.length}, а в плане ${columns.length}`,
      `the row has ${row.cells.length} columns, the plan ${columns.length}`,
    );
  const cells = new Map<string, readonly CellLine[]>();
  for (const [at, lines] of row.cells.entries()) {
    const column: Lookup<{ field: string }> = isSame
      ? { value: columns[at]! }
      : findColumn(headings?.[at] ?? '', plan);
    if ('refused' in column) return column;
    if (cells.has(column.value.field))
      return refused('графа стоит в строке дважды', 'a column is in the row twice');
    cells.set(column.value.field, lines);
  }
  return { value: cells };
}

/** The one row that restates an item, or brings the item of that number. */
function rowFor(
  table: ClauseTable,
  number: string,
  { plan }: Standing,
  writer: RowWriter,
  { isOwn }: AmendmentContext,
  item: Item | undefined,
): Lookup<Cells> {
  const [row, ...others] = table.rows;
  if (!row || others.length > 0)
    return refused(
      `строк: ${table.rows.length}, а пункт один`,
      `there are ${table.rows.length} rows for one item`,
    );
  const found = cellsOf(row, table, plan);
  if ('refused' in found) return found;
  const { number: cell, ...fields } = Object.fromEntries(found.value);
  const stated = (cell ?? []).map(({ text }) => text).join('');
  if (stated !== '' && normaliseNumber(bareNumber(stated, plan)) !== normaliseNumber(number))
    return refused(
      `в строке стоит номер ${stated}, а не ${number}`,
      `the row bears the number ${stated}, not ${number}`,
    );
  const cells = new Map(Object.entries(fields));
  if (!isOwn && item && item.parts.length > 0 && partCount(cells) === 0)
    return refused(
      'у пункта несколько событий, а в строке они не пронумерованы',
      'the item has sub-events, and the row does not number them',
    );
  const unknown = [...cells].flatMap(([field, lines]) => writer.unknownNames(field, lines));
  return unknown.length > 0 ? unknownTerritories(unknown) : { value: cells };
}

/** New items as values, their numbers as the plan writes them. */
function newItems(
  numbers: readonly string[],
  table: ClauseTable,
  now: Standing,
  writer: RowWriter,
  context: AmendmentContext,
): Lookup<readonly object[]> {
  const { plan } = now;
  if (table.rows.length !== numbers.length)
    return refused(
      `строк: ${table.rows.length}, а пунктов ${numbers.length}`,
      `there are ${table.rows.length} rows for ${numbers.length} items`,
    );
  const items: object[] = [];
  for (const [at, row] of table.rows.entries()) {
    const number = numbers[at]!;
    const cells = rowFor({ ...table, rows: [row] }, number, now, writer, context, undefined);
    if ('refused' in cells) return cells;
    items.push({ number: numberAs(number, row, table, plan, context), ...writer.item(cells.value) });
  }
  return { value: items };
}

/** The number with the dot behind it that the rows of the plan have, if they have one. */
function numberAs(
  number: string,
  row: ClauseRow,
  table: ClauseTable,
  plan: Plan,
  { isOwn }: AmendmentContext,
): string {
  const found = cellsOf(row, table, plan);
  const stated = 'value' in found ? (found.value.get('number') ?? []).map(({ text }) => text).join('') : '';
  if (isOwn && stated !== '') return bareNumber(stated, plan);
  return plan.items.length > 0 && plan.items.every((item) => item.number.endsWith('.'))
    ? `${number}.`
    : number;
}

function additions(
  numbers: readonly string[],
  place: ItemPlace,
  table: ClauseTable,
  now: Standing,
  writer: RowWriter,
  context: AmendmentContext,
): Made {
  const { plan } = now;
  const items = newItems(numbers, table, now, writer, context);
  if ('refused' in items) return items;
  const home = homeOf(numbers, place, plan);
  if ('refused' in home) return home;
  const section = home.value;
  const there = plan.items.filter((item) => sameSection(item.section, section));
  const scope = plan.numbering === 'by-section' ? there : plan.items;
  const taken = numbers.find((number) =>
    scope.some((item) => normaliseNumber(item.number) === normaliseNumber(number)),
  );
  if (taken !== undefined)
    return refused(`пункт ${taken} в плане уже есть`, `the plan has an item ${taken} already`);
  const beside = place.after ?? place.before;
  const list = there.map((item) => ({ number: normaliseNumber(item.number), at: Number(item.route.at(-1)) }));
  const neighbour =
    beside === undefined ? undefined : list.find(({ number }) => number === normaliseNumber(beside));
  if (beside !== undefined && !neighbour)
    return refused(`пункта ${beside} там нет`, `there is no item ${beside} there`);
  if (!context.isOwn && beside !== undefined && now.moved.has(normaliseNumber(beside)))
    return refused(
      `который пункт ${beside} имеется в виду, неясно`,
      `which item ${beside} is meant is not certain`,
    );
  const route: Route = [...(section?.route ?? []), 'items'];
  const order = list.map(({ number }) => number);
  let next = neighbour ? neighbour.at + (place.after === undefined ? 0 : 1) : undefined;
  const edits = items.value.map((value, n): Edit => {
    const at = next ?? placeByNumber(order, numbers[n]!);
    if (next === undefined) order.splice(at, 0, numbers[n]!);
    else {
      next++;
      order.splice(at, 0, numbers[n]!);
    }
    return { op: 'insert', route, ...(at < order.length - 1 ? { index: at } : {}), value };
  });
  return { value: edits };
}

const sameSection = (one: Section | undefined, other: Section | undefined): boolean =>
  one?.route.join('/') === other?.route.join('/');

/** The section that new items go into; none in a plan without sections. */
function homeOf(numbers: readonly string[], place: ItemPlace, plan: Plan): Lookup<Section | undefined> {
  if (place.section !== undefined) return findSection(place.section, plan);
  if (plan.sections.length === 0) return { value: undefined };
  const beside = place.after ?? place.before;
  if (beside !== undefined) {
    const found = findRow({ number: beside }, plan);
    return 'refused' in found ? found : { value: found.value.section };
  }
  const unknown = refused(
    'в какой раздел добавить пункт, не сказано',
    'the section of the new item is not named',
  );
  if (plan.numbering === 'by-section') return unknown;
  const order = plan.items.map((item) => normaliseNumber(item.number));
  const places = numbers.map((number) => placeByNumber(order, number));
  const homes = places.map((at) => {
    const [before, behind] = [plan.items[at - 1], plan.items[at]];
    if (!before || !behind) return before?.section ?? behind?.section;
    return sameSection(before.section, behind.section) ? before.section : undefined;
  });
  const [home, ...others] = homes;
  return home && others.every((one) => sameSection(one, home)) ? { value: home } : unknown;
}

/** All of them or none. */
function exclusions(names: readonly ItemName[], plan: Plan, act: string): Made {
  const edits: Edit[] = [];
  for (const name of names) {
    const found = findRow(name, plan);
    if ('refused' in found) return found;
    const { route, excluded } = found.value;
    if (excluded !== undefined)
      return refused(`пункт ${name.number} уже исключён`, `item ${name.number} is taken out already`);
    edits.push({ op: 'set', route: [...route, 'excluded'], value: act });
    for (const key of Object.keys(asMap(valueAtRoute(plan.source, route)) ?? {}))
      if (!KEPT_WHEN_EXCLUDED.has(key)) edits.push({ op: 'remove', route: [...route, key] });
  }
  return { value: edits };
}

function renumbering(
  pairs: readonly { readonly item: ItemName; readonly number: string }[],
  plan: Plan,
): Made {
  const edits: Edit[] = [];
  const moving = new Set<Item>();
  const made: { item: Item; number: string }[] = [];
  for (const { item: name, number } of pairs) {
    const found = findRow(name, plan);
    if ('refused' in found) return found;
    moving.add(found.value);
    made.push({ item: found.value, number });
  }
  for (const { item, number } of made) {
    const isTaken = [
      ...plan.items.filter((one) => !moving.has(one)).map((one) => ({ item: one, number: one.number })),
      ...made,
    ].some(
      (other) =>
        other.item !== item &&
        normaliseNumber(other.number) === normaliseNumber(number) &&
        (plan.numbering !== 'by-section' || sameSection(other.item.section, item.section)),
    );
    if (isTaken)
      return refused(`номер ${number} занят другим пунктом`, `another item bears the number ${number}`);
    const dot = /\.+$/.exec(item.number)?.[0] ?? '';
    edits.push({ op: 'set', route: [...item.route, 'number'], value: `${number}${dot}` });
  }
  return { value: edits };
}

function newSection(
  name: string,
  after: string | undefined,
  table: ClauseTable,
  now: Standing,
  writer: RowWriter,
  context: AmendmentContext,
): Made {
  const { plan } = now;
  const [head, ...rows] = table.rows;
  if (head?.kind !== 'section')
    return refused(
      'в таблице нет строки с названием раздела',
      'the table has no row with the title of the section',
    );
  if (plan.sections.length === 0) return refused('в плане нет разделов', 'the plan has no sections');
  if ('value' in findSection(name, plan))
    return refused(`раздел ${name} в плане уже есть`, `the plan has a section ${name} already`);
  const numbers: string[] = [];
  for (const row of rows) {
    const cells = cellsOf(row, table, plan);
    if ('refused' in cells) return cells;
    const number = normaliseNumber(
      bareNumber((cells.value.get('number') ?? []).map(({ text }) => text).join(''), plan),
    );
    if (number === '') return refused('у пункта раздела нет номера', 'an item of the section has no number');
    numbers.push(number);
  }
  const taken =
    plan.numbering === 'by-section'
      ? undefined
      : numbers.find((number) => 'value' in findRow({ number }, plan));
  if (taken !== undefined && !isFirst(taken))
    return refused(`пункт ${taken} в плане уже есть`, `the plan has an item ${taken} already`);
  const items = newItems(numbers, { ...table, rows }, now, writer, context);
  if ('refused' in items) return items;
  const behind = after === undefined ? undefined : findSection(after, plan);
  if (behind && 'refused' in behind) return behind;
  const top = plan.sections.filter(({ depth }) => depth === 0);
  const at = behind && 'value' in behind ? Number(behind.value.route.at(-1)) + 1 : top.length;
  if (behind && 'value' in behind && behind.value.depth > 0)
    return refused(`раздел ${after} — часть другого`, `section ${after} is part of another`);
  const title = withoutNumber(head.text, name);
  const isNumbered = title !== head.text;
  const dot = top.every(({ number }) => number?.endsWith('.')) ? '.' : '';
  const value = { ...(isNumbered && { number: `${name}${dot}` }), title, items: items.value };
  return { value: [{ op: 'insert', route: ['sections'], ...(at < top.length ? { index: at } : {}), value }] };
}

/** The first number of a section whose items count anew. */
const isFirst = (number: string): boolean => /^0*1$/.test(number);
