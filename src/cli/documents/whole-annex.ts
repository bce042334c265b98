import type { Edit } from '../../edit/edit.ts';
import { plural } from '../../finding/plural.ts';
import type { OrderBlock } from '../../history/amendment/read.ts';
import type { PlanInPlace } from '../../history/kept.ts';
import { annexEdits } from '../../import/amendment/annex.ts';
import { type Lookup, refused } from '../../import/amendment/find.ts';
import { readForUpdate } from '../../import/update/edition.ts';
import { mergeDocument } from '../../import/update/merge.ts';
import { mergeAround } from '../../import/update/merge-around.ts';
import { emptyMerge, type MergeResult } from '../../import/update/outcome.ts';
import { editionFor } from './edition.ts';

/** An order with the annex behind it. */
interface OrderFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly blocks: readonly OrderBlock[];
  readonly isOwn: boolean;
}

/**
 * The edits that give a plan the annex that an order has behind it. Only the annex is looked at: what the order around it
 * says is no part of the plan. A table of the plan's own columns is taken to the word, another one as `import --update`
 * carries a document over. Refused where a part of the annex has no place in the plan: never half of it is taken.
 */
export async function wholeAnnexEdits(
  now: PlanInPlace,
  { bytes, name, blocks, isOwn }: OrderFile,
): Promise<Lookup<readonly Edit[]>> {
  const theirs = await readForUpdate(bytes, name);
  if (!theirs.ok)
    return refused(
      'приложения с таблицей плана в документе нет',
      'the document has no annex with the table of the plan',
    );
  const ours = await editionFor(now, theirs.value);
  if (!ours.ok) return refused('план не выводится', 'the plan cannot be rendered');
  const { title, context } = theirs.value.draft;
  const own = ours.value.reading.draft;
  const { title: _, context: __, ...around } = own;
  const draft = { ...around, title, ...(context === undefined ? {} : { context }) };
  const last = blocks.findLast((block) => block.kind === 'table');
  const exact = last?.kind === 'table' ? annexEdits(now, last.table, isOwn) : undefined;
  if (!exact) {
    const annex = { ...theirs.value, draft };
    return settled(mergeDocument(ours.value, ours.value, annex, theirs.value.rows.format === 'xlsx', isOwn));
  }
  if ('refused' in exact) return exact;
  const out = emptyMerge();
  mergeAround(own, own, draft, now.plan, out);
  const rest = settled(out);
  return 'refused' in rest ? rest : { value: [...exact.value, ...rest.value] };
}

function settled({ edits, conflicts, notes }: MergeResult): Lookup<readonly Edit[]> {
  const [first] = notes;
  if (conflicts.length > 0)
    return refused(
      `в приложении ${conflicts.length} ${plural(conflicts.length, ['место', 'места', 'мест'])}, которые в план не переносятся`,
      `${conflicts.length} places of the annex cannot be carried over`,
    );
  return first ? { refused: first } : { value: edits };
}
