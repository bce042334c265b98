import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../src/render/docx.ts';
import { itemBookmark } from '../../src/view/marks.ts';
import { orderView } from '../../src/view/order-view.ts';
import { expectedRows } from './expected-cells.ts';
import { folders, loadFolder, planOf } from './loaded.ts';
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

test('a part is labelled with its own number in every column, by lists and not by text', async () => {
  const { plan, workspace } = planOf(`id: a
title: План
period: 2022
items:
  - number: "1"
    action: Марафон
    parts:
      - {action: Первая, when: март}
      - {action: Вторая, indicators: [Сборник, Отчёт]}
      - {action: Третья, when: май, indicators: [Справка]}
  - {number: "2", action: Одна, parts: [{action: Единственная, when: июнь}]}`);
  const { parts, tables } = rereadDocx(await renderDocx(orderView(plan, workspace)));
  const [, first, second] = tables.at(-1)!.rows;
  const label = (list: string) => labelOf(parts['word/numbering.xml']!, list);
  const labelled = (row: typeof first) =>
    row!.cells.map(({ paragraphs }) => paragraphs.map(({ text, list }) => [list ? label(list) : '', text]));
  expect(labelled(first)).toEqual([
    [['', '1']],
    [
      ['', 'Марафон'],
      ['1)', 'Первая'],
      ['2)', 'Вторая'],
      ['3)', 'Третья'],
    ],
    [
      ['1)', 'март'],
      ['3)', 'май'],
    ],
    [['', '']],
    [
      ['2)', 'Сборник'],
      ['', 'Отчёт'],
      ['3)', 'Справка'],
    ],
  ]);
  expect(labelled(second)[1]).toEqual([
    ['', 'Одна'],
    ['', 'Единственная'],
  ]);
  const lists = tables
    .at(-1)!
    .rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs.flatMap(({ list }) => list || [])));
  expect(new Set(lists).size).toBe(lists.length);
});

/** What Word prints before the first paragraph of a list: its start in the pattern of its level. */
function labelOf(numbering: string, list: string): string {
  const num = new RegExp(`<w:num [^>]*w:numId="${list}".*?</w:num>`, 's').exec(numbering)![0];
  const abstract = /<w:abstractNumId w:val="(\d+)"/.exec(num)![1];
  const level = new RegExp(`<w:abstractNum [^>]*w:abstractNumId="${abstract}".*?</w:lvl>`, 's').exec(
    numbering,
  )![0];
  const start = /<w:startOverride w:val="(\d+)"/.exec(num)?.[1] ?? /<w:start w:val="(\d+)"/.exec(level)![1]!;
  return /<w:lvlText w:val="([^"]*)"/.exec(level)![1]!.replace('%1', start);
}

test('a double surname has room on one line: Word would break it at its hyphen', async () => {
  const nameWidth = async (name: string): Promise<number> => {
    const { plan, workspace } = planOf(
      `id: a\ntitle: План\norder: {type: приказ, signatory: {position: Начальник, name: ${name}}}`,
    );
    const { parts } = rereadDocx(await renderDocx(orderView(plan, workspace)));
    const [, grid = ''] = /<w:tblGrid>(.*?)<\/w:tblGrid>/s.exec(parts['word/document.xml']!) ?? [];
    return Number(/w:w="(\d+)"\/>$/.exec(grid)?.[1]);
  };
  const usual = await nameWidth('И.И. Иванов');
  expect(await nameWidth('И.И. Иванов-Крамской')).toBeGreaterThan(usual);
  expect(await nameWidth('О.Н. Затонский')).toBe(usual);
});
