import { normaliseNumber } from '../../model/identity.ts';
import type { Item, Part, Section } from '../../model/plan.ts';
import { cellTexts, sectionTitle } from '../../model/printed.ts';
import { territoryNames } from '../../model/territory-names.ts';
import type { ItemChange, PlanDifference } from '../diff.ts';
import { isSamePrint, type SignedRow, type SignedSection, type SignedText } from '../signed-text.ts';
import type { CellLine, Clause, ClauseRow, ClauseTable, ItemName, ItemPlace, Place } from './clause.ts';
import { isItemNumber, isSectionNumber, placeByNumber } from './numbers.ts';
import { isQuotable } from './quotes.ts';
import { placesOf, soughtWords, type WordChange, withWords } from './words-in-text.ts';

interface AmendmentOptions {
  /** The annex in a new edition, however little has changed. */
  readonly whole?: boolean;
}

/** So few changes are written out, whatever share of the plan they are. */
const FEW = 4;

/** `undefined`: clauses can't say it, or not for certain. */
type Sayable<Value> = Value | undefined;

/**
 * The clauses of the order that makes of the earlier text the later one, in the order in which they are to be carried
 * out; none where nothing differs. Numbers are never recalculated. What clauses can't say for certain (rows that moved,
 * other columns, two items under one number), more than half of the items, or `whole`: the annex in a new edition.
 */
export function amendmentOf(
  difference: PlanDifference,
  { whole = false }: AmendmentOptions = {},
): readonly Clause[] {
  const { before, items, title, context, columns, sections } = difference;
  if (!title && [context, columns, sections, items].every((changes) => changes.length === 0)) return [];
  const count = items.filter(({ kind, fields }) => kind !== 'changed' || fields.length > 0).length;
  const isMost = count > FEW && count > before.rows.length / 2;
  return (
    (whole || isMost || columns.length > 0 ? undefined : clausesOf(difference)) ?? [{ kind: 'restate-all' }]
  );
}

function clausesOf(difference: PlanDifference): Sayable<readonly Clause[]> {
  const { before, after, items } = difference;
  const gone = difference.sections.flatMap(({ kind, before: one }) =>
    kind === 'removed' && one ? [one.section] : [],
  );
  const isGone = (row: SignedRow | undefined): boolean =>
    row?.section !== undefined && gone.includes(row.section);
  const left = items.filter((change) => !isGone(change.before));
  const isNew = new Set(
    difference.sections.flatMap(({ kind, after: one }) => (kind === 'added' && one ? [one.section] : [])),
  );
  const parts: Sayable<readonly Clause[]>[] = [
    titleClauses(difference),
    contextClauses(difference),
    ...difference.sections.map(({ kind, before: was, after: is }) =>
      kind === 'changed' && was && is ? sectionClauses(was, is, before) : [],
    ),
    ...items.map((change) =>
      isGone(change.before)
        ? []
        : isExclusion(change)
          ? exclusion(change, left, before)
          : changeClauses(change, difference),
    ),
    ...gone.map((section): Sayable<readonly Clause[]> => {
      const name = nameOfSection(section, before);
      const isLeft = before.rows.some(
        (row) =>
          row.section === section && !items.some((one) => one.kind === 'removed' && one.before === row),
      );
      const isAround = before.sections.some((one) => one.section.parent === section);
      return name === undefined || isLeft || isAround
        ? undefined
        : [{ kind: 'exclude-section', section: name }];
    }),
    renumbering(items, before, after),
    ...after.sections.map(({ section }) => (isNew.has(section) ? addedSection(section, difference) : [])),
    ...additions(difference, isNew),
  ];
  const said = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) || said.length === 0 || !isUnambiguous(difference) ? undefined : said;
}

/** An item that is taken out keeps its number: nothing new may bear it, nor a number that another item has. */
function isUnambiguous({ before, after, items }: PlanDifference): boolean {
  const numbers = after.rows.map(({ item }) => normaliseNumber(item.number));
  const isTwin = ({ item }: SignedRow): boolean => {
    const number = normaliseNumber(item.number);
    return numbers.indexOf(number) !== numbers.lastIndexOf(number);
  };
  const taken = new Set(
    items.flatMap(({ kind, before: row }) =>
      row && (kind === 'removed' || kind === 'excluded') ? [JSON.stringify(itemName(row, before) ?? '')] : [],
    ),
  );
  return !items.some(
    ({ kind, after: row, renumbered }) =>
      row &&
      (kind === 'added' || renumbered) &&
      (taken.has(JSON.stringify(itemName(row, after) ?? '')) ||
        (before.plan.numbering === 'through' && isTwin(row))),
  );
}

function titleClauses({ title }: PlanDifference): Sayable<readonly Clause[]> {
  if (!title) return [];
  const { was = '', is = '' } = title;
  if (!isQuotable(is)) return undefined;
  const words = wordChange(was, is, [was]);
  return [words ? { ...words, at: { in: 'title' } } : { kind: 'restate-title', text: is }];
}

function contextClauses({ before, context }: PlanDifference): Sayable<readonly Clause[]> {
  const clauses = context.map(({ was, is }): Sayable<Clause> => {
    if (was === undefined || is === undefined) return undefined;
    const words =
      wordChange(was, is, before.context) ??
      checked({ kind: 'replace-words', was, is }, was, is, before.context);
    return words && { ...words, at: { in: 'context' } };
  });
  return clauses.includes(undefined) ? undefined : (clauses as Clause[]);
}

function sectionClauses(was: SignedSection, is: SignedSection, text: SignedText): Sayable<readonly Clause[]> {
  const section = nameOfSection(was.section, text);
  const isOther =
    was.number !== is.number || was.note !== is.note || was.section.when?.text !== is.section.when?.text;
  if (section === undefined || isOther || !isQuotable(is.section.title)) return undefined;
  const words = wordChange(was.section.title, is.section.title, [was.section.title]);
  return [
    words
      ? { ...words, at: { in: 'section', section } }
      : { kind: 'restate-section', section, text: is.section.title },
  ];
}

/** A section by its number where no other has it, else by its title. */
function nameOfSection(section: Section, { sections }: SignedText): Sayable<string> {
  const isAlone = (key: (one: Section) => string): boolean =>
    sections.filter((one) => key(one.section) === key(section)).length === 1;
  const { number } = section;
  if (number !== undefined) {
    const bare = normaliseNumber(number);
    if (isSectionNumber(bare) && isAlone((one) => normaliseNumber(one.number ?? ''))) return bare;
  }
  return isQuotable(section.title) && isAlone(({ title }) => title) ? section.title : undefined;
}

/** An item by its number, with its section where another item has the number too. */
function itemName({ item, section }: SignedRow, text: SignedText): Sayable<ItemName> {
  const number = normaliseNumber(item.number);
  if (!isItemNumber(number)) return undefined;
  const twins = text.rows.filter((row) => normaliseNumber(row.item.number) === number);
  if (twins.length < 2) return { number };
  if (!section || twins.filter((row) => row.section === section).length > 1) return undefined;
  const name = nameOfSection(section, text);
  return name === undefined ? undefined : { number, section: name };
}

function changeClauses(change: ItemChange, { before, after }: PlanDifference): Sayable<readonly Clause[]> {
  const { kind, fields, moved } = change;
  if (moved) return undefined;
  if (kind !== 'changed' || !change.before || !change.after) return [];
  const [was, is] = [change.before, change.after];
  const name = itemName(was, before);
  if (!name) return undefined;
  const isBack = was.excluded !== '' && is.excluded === '';
  if (was.excluded !== is.excluded && !isBack) return undefined;
  if (fields.length === 0 && !isBack) return [];
  const columns = new Set(fields.map(({ field }) => field));
  const [field] = fields;
  if (field && columns.size === 1 && !isBack && field.field !== 'for' && isQuotable(field.heading)) {
    const cell = cellChange(field.field, was, is);
    const isNamed = before.columns.filter(({ heading }) => heading === field.heading).length === 1;
    const at = { item: name, column: field.heading };
    if (cell?.words && isNamed) return [{ ...cell.words, at: { in: 'item', ...at } satisfies Place }];
    if (cell?.text !== undefined && isNamed) return [{ kind: 'restate-cell', at, text: cell.text }];
  }
  return [{ kind: 'restate-item', item: name, table: tableOf([is], after, name.number) }];
}

/** What a changed cell can be said as: its words, or a text of one paragraph that takes its place. */
function cellChange(
  field: string,
  was: SignedRow,
  is: SignedRow,
): { readonly words?: WordChange; readonly text?: string } | undefined {
  const [old, now] = [linesOf(field, was), linesOf(field, is)];
  const changed = now.flatMap((text, at) => (isSamePrint(text, old[at] ?? '') ? [] : [at]));
  const [at] = changed;
  // An address is printed as a link, not in words.
  if ([...old, ...now].some((line) => line.includes('://'))) return undefined;
  const words =
    old.length === now.length &&
    at !== undefined &&
    changed.length === 1 &&
    was.parts.length === is.parts.length
      ? wordChange(old[at]!, now[at]!, old)
      : undefined;
  if (words) return { words };
  const [text, ...others] = now;
  const isPlain = was.parts.length === 0 && is.parts.length === 0;
  return isPlain && others.length === 0 && text !== undefined && isQuotable(text) ? { text } : undefined;
}

/** The paragraphs of a cell, those of sub-events behind the item's own. */
const linesOf = (field: string, { cells, parts }: SignedRow): readonly string[] => [
  ...(cells.get(field) ?? []),
  ...parts.flatMap((part) => part.get(field) ?? []),
];

/** How many words beside a change are named with it, where it alone would not be found once. */
const MOST_BESIDE = 3;

/** The change of words that makes one text of another, where its words occur once in all of `lines`. */
function wordChange(was: string, is: string, lines: readonly string[]): Sayable<WordChange> {
  const [old, now] = [was.split(' '), is.split(' ')];
  let [first, last] = [0, 0];
  while (first < Math.min(old.length, now.length) && old[first] === now[first]) first++;
  while (
    last < Math.min(old.length, now.length) - first &&
    old[old.length - 1 - last] === now[now.length - 1 - last]
  )
    last++;
  const isMostly = old.length - first - last > Math.max(MOST_BESIDE, old.length / 2);
  if (first + last === 0 || isMostly) return undefined;
  const gone = old.slice(first, old.length - last).join(' ');
  const come = now.slice(first, now.length - last).join(' ');
  const candidates: WordChange[] = [];
  if (gone === '') {
    for (let n = 1; n <= Math.min(first, MOST_BESIDE); n++)
      candidates.push({ kind: 'add-words', after: old.slice(first - n, first).join(' '), words: come });
  } else if (come === '') candidates.push({ kind: 'remove-words', words: gone });
  for (let n = 0; n <= MOST_BESIDE; n++) {
    const [before, behind] = [Math.max(0, first - n), Math.max(0, last - n)];
    const [a, b] = [old.slice(before, old.length - behind), now.slice(before, now.length - behind)];
    if (gone !== '' && come !== '' && n === 0) candidates.push(trimmed(a.join(' '), b.join(' ')));
    if (n > 0 || (gone !== '' && come !== ''))
      candidates.push({ kind: 'replace-words', was: a.join(' '), is: b.join(' ') });
  }
  for (const change of candidates) {
    const found = checked(change, was, is, lines);
    if (found) return found;
  }
  return undefined;
}

/** Without the marks that both ends share: «школ,» → «округов,». */
function trimmed(was: string, is: string): WordChange {
  const mark = /[,.;:]$/.exec(was)?.[0];
  const isShared = mark !== undefined && is.endsWith(mark) && was.length > 1 && is.length > 1;
  return isShared
    ? { kind: 'replace-words', was: was.slice(0, -1), is: is.slice(0, -1) }
    : { kind: 'replace-words', was, is };
}

/** The change, where its words are whole, occur once, and give what they have to. */
function checked(change: WordChange, was: string, is: string, lines: readonly string[]): Sayable<WordChange> {
  const sought = soughtWords(change);
  const put = change.kind === 'replace-words' ? change.is : change.kind === 'add-words' ? change.words : 'да';
  if (sought === undefined || ![sought, put].every((text) => isQuotable(text) && /[\p{L}\p{N}]/u.test(text)))
    return undefined;
  const places = lines.flatMap((line) => placesOf(sought, line));
  const [place, ...others] = placesOf(sought, was);
  if (places.length !== 1 || !place || others.length > 0) return undefined;
  return isSamePrint(withWords(was, change, place), is) ? change : undefined;
}

/** Taken out, and not before: an item that was taken out has nothing more to lose. */
const isExclusion = ({ kind, before }: ItemChange): boolean =>
  before !== undefined && ((kind === 'removed' && before.excluded === '') || kind === 'excluded');

/** All items of a section that are taken out, in one clause at the place of the first. */
function exclusion(
  change: ItemChange,
  items: readonly ItemChange[],
  text: SignedText,
): Sayable<readonly Clause[]> {
  const name = change.before && itemName(change.before, text);
  // Another act in place of the one that took it out is nothing a clause says.
  if (!name || change.before?.excluded !== '') return undefined;
  const together = items.filter(isExclusion).flatMap((one) => {
    const other = one.before && itemName(one.before, text);
    return other && other.section === name.section ? [other] : [];
  });
  return together[0]?.number === name.number ? [{ kind: 'exclude-items', items: together }] : [];
}

function renumbering(
  items: readonly ItemChange[],
  before: SignedText,
  after: SignedText,
): Sayable<readonly Clause[]> {
  const bySection = new Map<string | undefined, { item: ItemName; number: string }[]>();
  for (const { renumbered, before: was, after: is } of items) {
    if (!renumbered || !was || !is) continue;
    const item = itemName(was, before);
    const number = normaliseNumber(is.item.number);
    // Another closing mark behind every number is no other number.
    if (item && item.number === number) return undefined;
    if (!item || !isItemNumber(number) || !itemName(is, after)) return undefined;
    bySection.set(item.section, [...(bySection.get(item.section) ?? []), { item, number }]);
  }
  return [...bySection.values()].map((pairs) => ({ kind: 'renumber', items: pairs }));
}

function addedSection(section: Section, { items, after }: PlanDifference): Sayable<readonly Clause[]> {
  const name = nameOfSection(section, after);
  const note = after.sections.find((one) => one.section === section)?.note;
  const isFlat = section.depth === 0 && !after.sections.some((one) => one.section.parent === section);
  const rows = after.rows.filter((row) => row.section === section);
  const areNew = rows.every((row) => items.some((one) => one.kind === 'added' && one.after === row));
  if (name === undefined || note !== '' || section.when || !isFlat || !areNew) return undefined;
  if (rows.some((row) => row.excluded !== '' || !itemName(row, after))) return undefined;
  const top = after.sections.filter((one) => one.section.depth === 0);
  const at = top.findIndex((one) => one.section === section);
  const [previous] = top.slice(at - 1, at);
  const behind = at === top.length - 1 ? undefined : previous && nameOfSection(previous.section, after);
  if (at < top.length - 1 && behind === undefined) return undefined;
  // The first section of a plan that had none would take its items in.
  if (top.length === 1) return undefined;
  const table = tableOf(rows, after);
  const head: ClauseRow = { kind: 'section', text: sectionTitle(section) };
  return [
    {
      kind: 'add-section',
      section: name,
      ...(behind === undefined ? {} : { after: behind }),
      table: { ...table, rows: [head, ...table.rows] },
    },
  ];
}

/** New items of sections that were there, those that stand side by side in one clause. */
function additions(
  { items, after }: PlanDifference,
  isNew: ReadonlySet<Section>,
): readonly Sayable<readonly Clause[]>[] {
  const added = new Set(items.flatMap(({ kind, after: row }) => (kind === 'added' && row ? [row] : [])));
  const runs: SignedRow[][] = [];
  let previous: SignedRow | undefined;
  for (const row of after.rows) {
    const isOurs = added.has(row) && !(row.section && isNew.has(row.section));
    const run = runs.at(-1);
    if (isOurs && run && previous && run.includes(previous) && previous.section === row.section)
      run.push(row);
    else if (isOurs) runs.push([row]);
    previous = row;
  }
  const placed = new Set(after.rows.filter((row) => !added.has(row)));
  return runs.map((run) => {
    const place = placeOf(run, after, placed);
    for (const row of run) placed.add(row);
    const areNamed = run.every((row) => row.excluded === '' && itemName(row, after));
    if (!place || !areNamed) return undefined;
    const numbers = run.map(({ item }) => normaliseNumber(item.number));
    return [{ kind: 'add-items', numbers, place, table: tableOf(run, after) }];
  });
}

/** Where new rows go: nothing is said where their numbers say it. */
function placeOf(
  run: readonly SignedRow[],
  text: SignedText,
  placed: ReadonlySet<SignedRow>,
): Sayable<ItemPlace> {
  const [first] = run as [SignedRow];
  const home = text.rows.filter((row) => row.section === first.section);
  const there = home.filter((row) => placed.has(row));
  const section = first.section && nameOfSection(first.section, text);
  if (first.section && section === undefined) return undefined;
  const own: ItemPlace = text.sections.length > 0 && section !== undefined ? { section } : {};
  // Rows above the first section belong to none, which an order has no word for.
  if (text.sections.length > 0 && section === undefined) return undefined;
  const at = there.filter((row) => home.indexOf(row) < home.indexOf(first)).length;
  const numbers = there.map(({ item }) => normaliseNumber(item.number));
  const isPlain = run.every(
    ({ item }, n) =>
      placeByNumber(
        [
          ...numbers.slice(0, at),
          ...run.slice(0, n).map((row) => normaliseNumber(row.item.number)),
          ...numbers.slice(at),
        ],
        normaliseNumber(item.number),
      ) ===
      at + n,
  );
  if (isPlain) return own;
  const neighbour = at > 0 ? there[at - 1] : there[0];
  const name = neighbour && itemName(neighbour, text);
  if (!name) return undefined;
  return at > 0 ? { ...own, after: name.number } : { ...own, before: name.number };
}

/** Rows as an order quotes them. */
function tableOf(rows: readonly SignedRow[], text: SignedText, number?: string): ClauseTable {
  const { plan, workspace, columns } = text;
  const names = territoryNames(plan, workspace);
  const lines = (holder: Item | Part, field: string): readonly CellLine[] =>
    cellTexts(holder, plan, field, names).map(({ text: line, link }) => ({
      text: line,
      ...(link === undefined ? {} : { url: link }),
    }));
  return {
    headings: columns.map(({ heading }) => heading),
    rows: rows.map(
      ({ item, number: printed }): ClauseRow => ({
        kind: 'item',
        cells: columns.map(({ field }) => {
          // The number of an item that is restated stays what it is until it is changed.
          if (field === 'number')
            return [{ text: number === undefined ? printed : printed.replace(item.number, number) }];
          const parts = item.parts.flatMap((part, at) =>
            lines(part, field).map((line, n) => (n === 0 ? { ...line, part: at + 1 } : line)),
          );
          return [...lines(item, field), ...parts];
        }),
      }),
    ),
  };
}
