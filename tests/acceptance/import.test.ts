import { describe, expect, it } from 'vitest';
import { haveRealDocuments, measureImport } from './import.ts';

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
});
