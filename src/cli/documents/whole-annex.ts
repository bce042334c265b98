import type { Edit } from '../../edit/edit.ts';
import { plural } from '../../finding/plural.ts';
import type { PlanInPlace } from '../../history/kept.ts';
import { type Lookup, refused } from '../../import/amendment/find.ts';
import { readForUpdate } from '../../import/update/edition.ts';
import { mergeDocument } from '../../import/update/merge.ts';
import type { MergeResult } from '../../import/update/outcome.ts';
import { editionFor } from './edition.ts';

/**
 * The edits that give a plan the annex that an order has behind it, as `import --update` carries a document over. Only
 * the annex is looked at: what the order around it says is no part of the plan. Refused where a part of the annex has no
 * place in the plan, so that never half of it is taken.
 */
export async function wholeAnnexEdits(
  now: PlanInPlace,
  bytes: Uint8Array,
  name: string,
  isOwn: boolean,
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
  const { title: _, context: __, ...around } = ours.value.reading.draft;
  const annex = {
    ...theirs.value,
    draft: { ...around, title, ...(context === undefined ? {} : { context }) },
  };
  return settled(mergeDocument(ours.value, ours.value, annex, theirs.value.rows.format === 'xlsx', isOwn));
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
