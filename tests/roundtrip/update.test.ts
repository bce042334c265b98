import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionFor } from '../../src/cli/documents/edition.ts';
import { editText } from '../../src/edit/splice.ts';
import { readForUpdate } from '../../src/import/update/edition.ts';
import { mergeDocument } from '../../src/import/update/merge.ts';
import type { MergeResult } from '../../src/import/update/outcome.ts';
import { renderDocx } from '../../src/render/docx.ts';
import type { ItemFields, PlanDocument } from '../../src/schema/generated/types.ts';
import { orderView } from '../../src/view/order-view.ts';
import { runs } from '../lane.ts';
import { defined, generatedItem, generatedPlan, loaded, printedRows, textOf } from './generated.ts';

/** Merges what a text prints into another one. */
async function merged(
  base: string,
  ours: string,
  theirs: string,
): Promise<{ text: string; outcome: MergeResult }> {
  const document = loaded(theirs);
  const read = await readForUpdate(await renderDocx(orderView(document.plan, document.workspace)), 'a.docx');
  if (!read.ok) throw new Error(read.problem.message.en);
  const [then, now] = [
    await editionFor(loaded(base), read.value),
    await editionFor(loaded(ours), read.value),
  ];
  if (!then.ok || !now.ok) throw new Error('an edition could not be read');
  const outcome = mergeDocument(then.value, now.value, read.value, false);
  return { text: editText(ours, outcome.edits), outcome };
}

type Group = { items?: ItemFields[] };
const groupsOf = (document: PlanDocument): Group[] =>
  [document, ...(document.sections ?? [])].filter(({ items }) => items);

/** What a lawyer does to a table: other words in a cell, a row out, a row in, a row elsewhere. */
type Change = (document: PlanDocument) => void;
const at = fc.tuple(fc.nat(), fc.nat());
const pick = (document: PlanDocument, [group, item]: [number, number]) => {
  const groups = groupsOf(document);
  const { items = [] } = groups[group % groups.length]!;
  return { items, index: item % Math.max(1, items.length) };
};
const reword: fc.Arbitrary<Change> = fc.tuple(at, generatedItem).map(([place, item]) => (document) => {
  const { items, index } = pick(document, place);
  const { number, parts } = items[index]!;
  const { parts: _, ...fields } = item;
  items[index] = defined({ ...fields, number, action: items[index]!.action, parts });
});
const remove: fc.Arbitrary<Change> = at.map((place) => (document) => {
  const { items, index } = pick(document, place);
  if (items.length > 1) items.splice(index, 1);
});
const insert: fc.Arbitrary<Change> = fc
  .tuple(at, generatedItem, fc.nat(9))
  .map(([place, item, n]) => (document) => {
    const { items, index } = pick(document, place);
    items.splice(index, 0, {
      ...item,
      number: `9${n}.${items.length}`,
      action: `Новое дело ${n} ${place.join(' ')}`,
    });
  });
const change = fc.oneof(reword, reword, remove, insert);

const changedBy = (document: PlanDocument, changes: readonly Change[]): PlanDocument => {
  const copy = structuredClone(document);
  for (const one of changes) one(copy);
  return copy;
};

describe('a document of a generated plan that was changed', () => {
  it('makes the plan what the document prints', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPlan, fc.array(change, { maxLength: 4 }), async (document, changes) => {
        const theirs = textOf(changedBy(document, changes));
        const { text, outcome } = await merged(textOf(document), textOf(document), theirs);
        expect(outcome.conflicts).toEqual([]);
        expect(printedRows(loaded(text).plan)).toEqual(printedRows(loaded(theirs).plan));
      }),
      { numRuns: runs(12, 4) },
    );
  });

  it('changes nothing where it came to what the plan has come to', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPlan, fc.array(change, { maxLength: 3 }), async (document, changes) => {
        const both = textOf(changedBy(document, changes));
        const { text, outcome } = await merged(textOf(document), both, both);
        expect([text, outcome.conflicts, outcome.edits]).toEqual([both, [], []]);
      }),
      { numRuns: runs(6, 2) },
    );
  });

  it('leaves alone what only the plan has changed', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPlan, fc.array(change, { maxLength: 3 }), async (document, changes) => {
        const ours = textOf(changedBy(document, changes));
        const { text, outcome } = await merged(textOf(document), ours, textOf(document));
        expect([text, outcome.edits]).toEqual([ours, []]);
      }),
      { numRuns: runs(6, 2) },
    );
  });
});
