import type { Bilingual } from '../../finding/text.ts';
import type { TextChange } from '../../history/aligned.ts';
import { pairColumns } from '../compare/compare.ts';
import { matchRows } from '../compare/match-rows.ts';
import type { ColumnName } from '../table/items.ts';
import type { Edition, ReadEdition } from './edition.ts';
import { type ExecutorFinder, executorFinder } from './executors.ts';
import { mergeAround } from './merge-around.ts';
import { type MergeColumn, type MergeContext, mergeItem } from './merge-item.ts';
import { mergeStructure } from './merge-structure.ts';
import { emptyMerge, type MergeResult } from './outcome.ts';
import { renamings } from './rename-executors.ts';
import { itemRows } from './rows.ts';

/**
 * The three-way merge of an edited document into a plan: what `theirs` changed against `base`, the edition it was
 * rendered from, is carried over to `ours`, the plan as it is now. Where ours changed the same place too it keeps its
 * own, and the conflict is reported. The edits are for the text of the plan's file, in the order to be made. `areValues`: nobody
 * typed the document, a paragraph of a cell is a value.
 */
export function mergeDocument(
  base: Edition,
  ours: Edition,
  theirs: ReadEdition,
  isBook: boolean,
  areValues = false,
): MergeResult {
  const out = emptyMerge();
  const { plan } = ours;
  const finder = executorFinder(plan, base.plan, areValues);
  const rows = {
    matched: matchRows(base.reading.rows.rows, theirs.rows.rows),
    base: new Map(itemRows(base).map((one) => [one.row, one])),
    ours: new Map(itemRows(ours).map((one) => [one.key, one])),
    theirs: theirs.rows.rows,
  };
  const columns = mergeColumns(base, ours, theirs, out);
  const context: MergeContext = { plan, columns, isBook, finder, out };
  for (const { ours: row, theirs: other } of rows.matched.pairs) {
    const known = rows.base.get(row);
    const mine = known && rows.ours.get(known.key);
    if (mine) mergeItem(row, mine, other, context);
  }
  mergeStructure(rows, theirs.rows.found, context);
  mergeAround(base.reading.draft, ours.reading.draft, theirs.draft, plan, out);
  settleExecutors(finder, context);
  return out;
}

/** Columns of the three sides that print the same field. */
function mergeColumns(
  base: Edition,
  ours: Edition,
  theirs: ReadEdition,
  out: MergeResult,
): readonly MergeColumn[] {
  const { pairs, differences } = pairColumns(base.reading.rows, theirs.rows);
  const there = new Map(pairs.map(({ column, there: other }) => [column, other]));
  for (const { was, is } of differences as readonly TextChange[]) {
    out.notes.push({
      ru: `Графы таблицы изменились: было «${was ?? ''}», стало «${is ?? ''}»; columns плана оставлен как есть.`,
      en: `The columns of the table changed: “${was ?? ''}” became “${is ?? ''}”; the plan keeps its \`columns\`.`,
    });
  }
  const own = fieldsOf(ours);
  return fieldsOf(base).flatMap(({ name, heading, field }): MergeColumn[] => {
    const other = there.get(name);
    if (other === undefined || field === 'number') return [];
    const mine = own.find((column) => column.field === field);
    return [{ field, heading, base: name, ours: mine?.name, theirs: other }];
  });
}

function fieldsOf({
  reading,
  fields,
}: Edition): readonly { name: ColumnName; heading: string; field: string }[] {
  const { columns } = reading.rows;
  const exact = columns.length === fields.length;
  return columns.map(({ name, heading }, at) => ({ name, heading, field: exact ? fields[at]! : name }));
}

/** Bodies of the document that the plan has no entry for get one; one that was only renamed keeps its own. */
function settleExecutors(finder: ExecutorFinder, { plan, out }: MergeContext): void {
  const renamed = renamings(finder.added(), out.edits, plan);
  for (const { key, was, is, edit, instead } of renamed) {
    const kept = out.edits.filter((one) => !instead.has(one));
    out.edits.splice(0, out.edits.length, ...kept, edit);
    out.taken.push({ what: 'changed', at: atExecutor(key), was, is });
  }
  const known = new Set(renamed.map(({ is }) => is));
  const used = JSON.stringify(out.edits);
  const added = [...finder.added()].filter(
    ([key, name]) => !known.has(name) && used.includes(JSON.stringify(key)),
  );
  if (added.length === 0) return;
  const has = plan.source.executors !== undefined && plan.source.executors !== null;
  if (has) {
    for (const [key, name] of added)
      out.edits.push({ op: 'set', route: ['executors', key], value: { name } });
  } else {
    const value = Object.fromEntries(added.map(([key, name]) => [key, { name }]));
    out.edits.push({ op: 'set', route: ['executors'], value });
  }
  for (const [key, name] of added) out.taken.push({ what: 'added', at: atExecutor(key), is: name });
}

const atExecutor = (key: string): Bilingual => ({ ru: `исполнитель ${key}`, en: `executor ${key}` });
