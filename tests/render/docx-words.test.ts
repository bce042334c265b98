import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../src/render/docx.ts';
import { itemBookmark } from '../../src/view/marks.ts';
import { orderView } from '../../src/view/order-view.ts';
import { expectedRows } from './expected-cells.ts';
import { folders, loadFolder } from './loaded.ts';
import { cellWords, rereadDocx, words } from './reread-docx.ts';

describe.each(folders)('every word of the plans in %s', (folder) => {
  const workspace = loadFolder(folder);
  test.each(workspace.plans.map((plan) => [plan.id, plan] as const))('%s', async (_, plan) => {
    const docx = rereadDocx(await renderDocx(orderView(plan, workspace)));
    const table = docx.tables.find(({ caption }) => caption === plan.title)!;
    expect(table.rows.filter(({ header }) => header)).toHaveLength(1);
    expect(table.rows[0]?.header).toBe(true);
    expect(table.rows.every(({ whole }) => whole)).toBe(true);
    const rows = table.rows.slice(1).filter((row) => row.cells[0]?.paragraphs[0]?.bookmarks.length);
    const expected = expectedRows(plan);
    expect(rows).toHaveLength(expected.length);
    plan.items.forEach((item, at) => {
      const row = rows[at]!;
      expect(row.cells[0]?.paragraphs[0]?.bookmarks).toEqual([itemBookmark(item.id)]);
      if (item.excluded !== undefined) {
        expect(cellWords(row.cells[0])).toBe(words(expected[at]!.number));
        expect(cellWords(row.cells[1])).toBe(words(`Исключён (${item.excluded})`));
      } else {
        expect(row.cells.map(cellWords)).toEqual(expected[at]!.cells.map(words));
      }
    });
    const across = table.rows.slice(1).filter((row) => !row.cells[0]?.paragraphs[0]?.bookmarks.length);
    const inTable = (plan.source.context ?? []).filter((entry) => entry['in-table']).length;
    expect(across).toHaveLength(plan.sections.length + inTable);
    plan.sections.forEach((section, at) => {
      const text = cellWords(across[at + inTable]?.cells[0]);
      expect(text.startsWith(words(section.number ?? ''))).toBe(true);
      expect(text).toContain(words(section.title));
    });
  });
});
