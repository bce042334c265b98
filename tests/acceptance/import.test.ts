import { describe, expect, it } from 'vitest';
import { writeDocument } from '../../src/edit/write.ts';
import type { DraftComment } from '../../src/import/draft/comments.ts';
import type { Draft } from '../../src/import/draft/plan.ts';
import type { FactsDocument } from '../../src/schema/generated/types.ts';
import { validate } from '../../src/schema/validate.ts';
import { readDocument } from '../../src/source/read.ts';
import { documents, haveRealDocuments, importReal, measureImport } from './import.ts';

const checked = (value: Draft['plan'] | FactsDocument, comments: readonly DraftComment[]): unknown => {
  const text = writeDocument(value as unknown as Record<string, unknown>, { comments });
  const read = readDocument('draft.yaml', new TextEncoder().encode(text));
  return [read.problems, validate(value.kind, read.value, 'draft.yaml'), read.value];
};

describe.skipIf(!haveRealDocuments)('real documents against their gold tables', () => {
  it('loses no row and no cell', async () => {
    const measures = await measureImport();
    expect(
      measures.flatMap(({ document, differences }) => differences.map((text) => `${document}: ${text}`)),
    ).toEqual([]);
    expect(
      measures.map(({ document, rows, read, cells, equal }) => ({ document, rows, read, cells, equal })),
    ).toEqual([
      { document: 'irkutsk.docx', rows: 74, read: 74, cells: 518, equal: 518 },
      { document: 'irkutsk-split.docx', rows: 74, read: 74, cells: 518, equal: 518 },
      { document: 'usolye.docx', rows: 42, read: 42, cells: 294, equal: 294 },
      { document: 'usolye-tracked.docx', rows: 42, read: 42, cells: 294, equal: 294 },
      { document: 'usolye.xlsx', rows: 42, read: 42, cells: 294, equal: 294 },
      { document: 'shakhty-report.docx', rows: 14, read: 14, cells: 98, equal: 98 },
    ]);
  });

  it('drafts documents that the schema finds nothing wrong with', async () => {
    for (const [file] of documents) {
      const { draft } = await importReal(file);
      const { plan, facts, comments } = draft!;
      const above = (document: DraftComment['document']) =>
        comments.filter((comment) => comment.document === document);
      expect(checked(plan, above('plan'))).toEqual([[], [], plan]);
      if (facts) expect(checked(facts, above('facts'))).toEqual([[], [], facts]);
    }
  });
});
