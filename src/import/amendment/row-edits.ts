import { type Edit, valueAtRoute } from '../../edit/edit.ts';
import { keysOf } from '../../fields/item-fields.ts';
import type { Route } from '../../finding/finding.ts';
import type { CellLine } from '../../history/amendment/clause.ts';
import type { PlanInPlace } from '../../history/kept.ts';
import { isSamePrint } from '../../history/signed-text.ts';
import type { Item, Part } from '../../model/plan.ts';
import { cellTexts, type PrintedColumn } from '../../model/printed.ts';
import { asMap } from '../../model/raw.ts';
import { territoryNames } from '../../model/territory-names.ts';
import type { ExecutorEntry, ItemFields, PartFields } from '../../schema/generated/types.ts';
import { statementLines } from '../draft/statements.ts';
import { nameAndNote } from '../executors/split.ts';
import { nameKeyOf } from '../key.ts';
import { executorFinder } from '../update/executors.ts';

/** Writes texts of an order into rows of a plan. */
export interface RowWriter {
  /** A text of a column as the value of one entry of its list, or of the field. */
  entry(field: string, text: string): unknown;
  /** The paragraphs of a cell as the value of its field; undefined where there are none. */
  value(field: string, lines: readonly CellLine[], before: readonly string[]): unknown;
  /** The names in `lines` that the plan knows no school or territory by; for the column of those an item binds. */
  unknownNames(field: string, lines: readonly CellLine[]): readonly string[];
  /** A row as a new item; its number is not in it. */
  item(cells: ReadonlyMap<string, readonly CellLine[]>): Omit<ItemFields, 'number'>;
  /** What has to change in an item for its row to read so. Fields without a cell stay. */
  edits(item: Item, cells: ReadonlyMap<string, readonly CellLine[]>): readonly Edit[];
  /** Whether an item states a field. */
  has(item: Item, field: string): boolean;
  /** Entries of executors that the plan lacks, for those that were met. */
  newExecutors(): readonly Edit[];
}

/** `isOwn`: in an order that this tool wrote a paragraph is a value; else cells are parted as `import` does. */
export function rowWriter({ plan, workspace }: PlanInPlace, isOwn: boolean): RowWriter {
  const finder = executorFinder(plan);
  const names = territoryNames(plan, workspace);
  const fresh = new Map<string, string>();

  function executor(text: string): ExecutorEntry {
    const printed = (key: string, note?: string): string => {
      const name = fresh.get(key) ?? plan.executors.get(key)?.name ?? key;
      return note === undefined ? name : `${name} ${note}`;
    };
    const { name, note } = nameAndNote(text.replace(/\n/g, ' '));
    const keys = [...plan.executors.keys(), ...fresh.keys()];
    const whole = keys.find((key) => isSamePrint(printed(key), text));
    if (whole !== undefined) return whole;
    const noted = note === undefined ? undefined : keys.find((key) => isSamePrint(printed(key, note), text));
    if (noted !== undefined && note !== undefined) return { key: noted, note };
    // Another spelling is the same body to `import`; an order that was signed is taken at its word.
    const base = nameKeyOf(name) || 'исполнитель';
    let key = base;
    for (let n = 2; plan.executors.has(key) || fresh.has(key); n++) key = `${base}-${n}`;
    fresh.set(key, name);
    return note === undefined ? key : { key, note };
  }

  const joined = (lines: readonly CellLine[]): string => lines.map(({ text }) => text).join('\n');

  function value(field: string, lines: readonly CellLine[], before: readonly string[]): unknown {
    if (lines.length === 0) return undefined;
    const texts = lines.map(({ text }) => text);
    switch (field) {
      case 'executors':
        return (isOwn ? texts : finder.namesIn(texts, before)).map(executor);
      case 'indicators':
        return isOwn ? texts : statementLines(texts.join('\n'));
      case 'for':
        return texts.flatMap((text) => [...names].find(([, name]) => isSamePrint(name, text))?.[0] ?? []);
      default: {
        const url = lines.find((line) => line.url !== undefined)?.url;
        const text = joined(lines);
        return LINKED.has(field) && url !== undefined ? { text, url } : text;
      }
    }
  }

  const present = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(values).filter(([, one]) => one !== undefined));

  function fields(cells: ReadonlyMap<string, readonly CellLine[]>, part: number): Record<string, unknown> {
    const extra: Record<string, unknown> = {};
    const found: Record<string, unknown> = {};
    for (const [field, lines] of cells) {
      const own = value(field, linesOf(lines, part), []);
      if (field.startsWith('extra.')) extra[field.slice('extra.'.length)] = own;
      else found[field] = own;
    }
    const extras = present(extra);
    return { ...present(found), ...(Object.keys(extras).length > 0 && { extra: extras }) };
  }

  function parts(cells: ReadonlyMap<string, readonly CellLine[]>): readonly PartFields[] {
    return Array.from({ length: partCount(cells) }, (_, at) => {
      const { for: _for, ...own } = fields(cells, at + 1);
      return { action: '', ...own };
    });
  }

  return {
    entry: (field, text) => (field === 'executors' ? executor(text) : text),
    value,
    unknownNames: (field, lines) =>
      field === 'for'
        ? lines.flatMap(({ text }) =>
            [...names.values()].some((name) => isSamePrint(name, text)) ? [] : [text],
          )
        : [],
    item(cells) {
      const own = parts(cells);
      return { action: '', ...fields(cells, 0), ...(own.length > 0 && { parts: own as PartFields[] }) };
    },
    edits(item, cells) {
      const edits: Edit[] = [];
      const count = partCount(cells);
      const set = (holder: Item | Part, part: number): void => {
        for (const [field, lines] of cells) {
          const own = linesOf(lines, part);
          const shown = cellTexts(holder, plan, field, names);
          const isSame =
            shown.length === own.length &&
            shown.every(
              ({ text, link }, at) => isSamePrint(text, own[at]!.text) && (!isOwn || link === own[at]!.url),
            );
          if (isSame) continue;
          edits.push(
            ...fieldEdits(
              plan.source,
              holder.route,
              field,
              value(
                field,
                own,
                shown.map(({ text }) => text),
              ),
            ),
          );
        }
      };
      set(item, 0);
      if (count === item.parts.length) for (const [at, part] of item.parts.entries()) set(part, at + 1);
      else if (count === 0) edits.push({ op: 'remove', route: [...item.route, 'parts'] });
      else {
        const list = parts(cells).map((part) => {
          const known = item.parts.find(
            (one) =>
              isSamePrint(one.action, part.action ?? '') &&
              isSamePrint(one.when?.text ?? '', String(part.when ?? '')),
          );
          const raw = known && asMap(valueAtRoute(plan.source, known.route));
          return raw ? { ...raw, ...part } : part;
        });
        edits.push({ op: 'set', route: [...item.route, 'parts'], value: list });
      }
      if (item.excluded !== undefined) edits.push({ op: 'remove', route: [...item.route, 'excluded'] });
      return edits;
    },
    has: (item, field) => valueAtRoute(plan.source, [...item.route, field]) !== undefined,
    newExecutors() {
      const has = asMap(plan.source.executors) !== undefined;
      const entries = [...fresh].map(([key, name]) => [key, { name }] as const);
      if (entries.length === 0) return [];
      return has
        ? entries.map(([key, entry]): Edit => ({ op: 'set', route: ['executors', key], value: entry }))
        : [{ op: 'set', route: ['executors'], value: Object.fromEntries(entries) }];
    },
  };
}

const LINKED: ReadonlySet<string> = new Set(keysOf('linked-text'));

/** The lines of the item's own, `part` 0, or of a sub-event. */
function linesOf(lines: readonly CellLine[], part: number): readonly CellLine[] {
  let at = 0;
  return lines.filter((line) => {
    at = line.part ?? at;
    return at === part && (line.text !== '' || line.part === undefined);
  });
}

/** How many sub-events the cells of a row speak of. */
export const partCount = (cells: ReadonlyMap<string, readonly CellLine[]>): number =>
  Math.max(0, ...[...cells.values()].flatMap((lines) => lines.flatMap(({ part = 0 }) => [part])));

/** Writes a value where a field has it; an empty one is taken out, an action stays, empty, for the author to see. */
export function fieldEdits(source: unknown, holder: Route, field: string, value: unknown): readonly Edit[] {
  const own = field.startsWith('extra.') ? ['extra', field.slice('extra.'.length)] : [field];
  const route = [...holder, ...own];
  if (value === undefined) {
    if (valueAtRoute(source, route) === undefined) return [];
    return [field === 'action' ? { op: 'set', route, value: '' } : { op: 'remove', route }];
  }
  if (own.length > 1 && !asMap(valueAtRoute(source, [...holder, 'extra'])))
    return [{ op: 'set', route: [...holder, 'extra'], value: { [own[1]!]: value } }];
  return [{ op: 'set', route, value }];
}

/** A text of a row that words can be changed in. */
export interface Slot {
  readonly text: string;
  edit(text: string, writer: RowWriter): Edit;
}

/** The texts of an item and of its sub-events in some of its columns. */
export function slotsOf(
  item: Item,
  columns: readonly PrintedColumn[],
  { plan }: PlanInPlace,
): readonly Slot[] {
  return columns.flatMap(({ field }) =>
    [item, ...item.parts].flatMap((holder) => slotsIn(holder, field, plan)),
  );
}

function slotsIn(holder: Item | Part, field: string, plan: PlanInPlace['plan']): readonly Slot[] {
  const of = (text: string, route: Route): Slot => ({
    text,
    edit: (now, writer) => ({ op: 'set', route, value: writer.entry(field, now) }),
  });
  // A meaning written beside a text is that of the former text.
  const ofStated = ({ text, route }: { text: string; route: Route }): Slot =>
    of(text, route.at(-1) === 'text' ? route.slice(0, -1) : route);
  switch (field) {
    case 'number':
    case 'for':
      return [];
    case 'when':
      return holder.when && !holder.when.inherited ? [ofStated(holder.when)] : [];
    case 'indicators':
      return holder.indicators.map(ofStated);
    case 'executors':
      return cellTexts(holder, plan, field, new Map()).map(({ text }, at) => {
        const { route } = holder.executors[at]!;
        return of(text, route.at(-1) === 'key' ? route.slice(0, -1) : route);
      });
    default: {
      const own = field.startsWith('extra.') ? ['extra', field.slice('extra.'.length)] : [field];
      const route = [...holder.route, ...own];
      const isMap = asMap(valueAtRoute(plan.source, route)) !== undefined;
      return cellTexts(holder, plan, field, new Map()).map(({ text }) =>
        of(text, isMap ? [...route, 'text'] : route),
      );
    }
  }
}
