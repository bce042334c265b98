import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { orderView } from '../../src/view/order-view.ts';
import { runs } from '../lane.ts';
import { generatedPlan, loaded, printedRows, textOf } from './generated.ts';

describe('a generated plan, rendered and imported', () => {
  it('is the same plan', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPlan, async (document) => {
        const { plan, workspace } = loaded(textOf(document));
        const bytes = await renderDocx(orderView(plan, workspace));
        const { draft, problems } = await importDocument(bytes, 'made.docx', { changes: 'accept' });
        expect(problems).toEqual([]);
        const back = loaded(textOf(draft!.plan)).plan;
        expect(printedRows(back)).toEqual(printedRows(plan));
        expect(back.source.title).toBe(document.title);
        const { issuer: _, ...order } = document.order!;
        expect(back.source.order).toMatchObject(order);
      }),
      { numRuns: runs(15, 5) },
    );
  });
});
