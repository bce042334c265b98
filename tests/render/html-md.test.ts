import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/md.ts';
import { orderView } from '../../src/view/order-view.ts';
import { planSheets } from '../../src/view/plan-sheets.ts';
import { expectedRows } from './expected-cells.ts';
import { folders, loadFolder, planOf } from './loaded.ts';
import { words } from './reread-docx.ts';

/** Rows of cells of the last table; tags outside the void ones must balance, as XML wants it. */
function htmlRows(html: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cell: string | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'table') rows.length = 0;
    if (name === 'tr') rows.push([]);
    if (name === 'td') cell = '';
    if (cell !== undefined && /^(p|br)$/.test(name)) cell += ' ';
  });
  parser.on('text', (text) => {
    if (cell !== undefined) cell += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== 'td') return;
    rows.at(-1)!.push(words(cell!));
    cell = undefined;
  });
  const closed = html.replace(/<(meta|br|col)\b([^>]*)>/g, '<$1$2/>').replace('<!DOCTYPE html>', '');
  parser.write(closed).close();
  return rows.filter((row) => row.length > 0);
}

describe.each(folders)('every word of the plans in %s', (folder) => {
  const workspace = loadFolder(folder);
  test.each(
    workspace.plans
      .filter(({ source }) => !source.order?.annexes?.length)
      .map((plan) => [plan.id, plan] as const),
  )('%s', (_, plan) => {
    const rows = htmlRows(renderHtml(orderView(plan, workspace)));
    expect(rows).toHaveLength(plan.items.length);
    expectedRows(plan).forEach(({ cells }, at) => {
      if (plan.items[at]!.excluded === undefined) expect(rows[at]).toEqual(cells.map(words));
    });
  });
});

const HOSTILE = `id: a
title: "<script>alert(1)</script> & | План"
period: 2022
items:
  - {number: "1", action: "<img src=x onerror=alert(1)> | _a_ \\u0000*b*", when: март, info: {text: "[x](javascript:1)", url: "javascript:alert(1)"}}
  - {number: "2", action: "# Заголовок\\n- список\\n1. номер", info: {text: Сайт, url: "https://example.org/?a=1&b=\\"2"}}
`;

test('text never becomes markup in HTML', () => {
  const { plan, workspace } = planOf(HOSTILE);
  const html = renderHtml(orderView(plan, workspace));
  expect(htmlRows(html)[0]?.slice(0, 2)).toEqual(['1', '<img src=x onerror=alert(1)> | _a_ *b*']);
  expect(html.match(/<(script|img|a)\b/g)).toBeNull();
});

test('text never becomes markup in Markdown', () => {
  const { plan, workspace } = planOf(HOSTILE);
  const lines = renderMarkdown(orderView(plan, workspace)).split('\n');
  expect(lines.slice(-3, -1)).toEqual([
    '| 1 | &lt;img src=x onerror=alert(1)\\> \\| \\_a\\_ \\*b\\* | март |  |  | \\[x\\](javascript:1) |',
    '| 2 | \\# Заголовок<br>\\- список<br>1\\. номер |  |  |  | Сайт |',
  ]);
});

test('days of a spreadsheet view are dates in both', () => {
  const { plan, workspace } = planOf(HOSTILE);
  const view = planSheets(plan, workspace);
  expect(htmlRows(renderHtml({ ...view, sections: view.sections.slice(0, 1) }))[0]?.slice(2, 5)).toEqual([
    'март',
    '01.03.2022',
    '31.03.2022',
  ]);
  expect(renderMarkdown(view)).toContain('| март | 01.03.2022 | 31.03.2022 |');
});
