import { describe, expect, it } from 'vitest';
import { writeDocument } from '../../src/edit/write.ts';
import { compareDocuments, hasNoDifference } from '../../src/import/compare/compare.ts';
import { comparableOfPlan, executorNames } from '../../src/import/compare/of-plan.ts';
import { importDocuments } from '../../src/import/import.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { RawMap } from '../../src/model/raw.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { documents, haveRealDocuments, realBytes } from './import.ts';
import { haveKinds, kindBytes, kindFiles } from './kinds-around.ts';

/** What `verify` says of each plan of a document right after `import`. */
async function differences(bytes: Uint8Array, file: string): Promise<unknown[]> {
  const imported = await importDocuments(bytes, file, { changes: 'accept' });
  return imported.flatMap(({ draft, places }): unknown[] => {
    if (!draft) return [`${file}: not read`];
    const text = writeDocument(draft.plan as unknown as Record<string, unknown>, {
      comments: draft.comments.filter(({ document }) => document === 'plan'),
    });
    const { workspace } = loadWorkspace(memoryFiles({ 'p.plan.yaml': text }));
    const plan = workspace.plans[0]!;
    const names = executorNames(plan.executors);
    const ours = comparableOfPlan(plan.source as unknown as RawMap, names.nameOf);
    const nameOf = (key: string): string => names.settled(draft.plan.executors?.[key]?.name ?? key);
    const theirs = comparableOfPlan(draft.plan as unknown as RawMap, nameOf, places);
    const found = compareDocuments(ours, theirs);
    return hasNoDifference(found) ? [] : [{ file, found }];
  });
}

describe('verify right after import', () => {
  it.skipIf(!haveKinds).each(kindFiles())('finds no difference in %s', async (file) => {
    expect(await differences(kindBytes(file), file)).toEqual([]);
  });

  it.skipIf(!haveRealDocuments).each(documents.map(([file]) => file))('finds none in %s', async (file) => {
    expect(await differences(realBytes(file), file)).toEqual([]);
  });
});
