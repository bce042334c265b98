import { expect, test } from 'vitest';
import { renderDocx } from '../../src/render/docx.ts';
import { orderView } from '../../src/view/order-view.ts';
import { folders, loadFolder, planOf } from './loaded.ts';
import { cellWords, rereadDocx } from './reread-docx.ts';
import { canValidate, invalidParts } from './schema-validity.ts';

const long = 'Очень длинный текст пункта. '.repeat(360);
const PLANS: Readonly<Record<string, string>> = {
  'control characters':
    'id: a\ntitle: "План\\u0001 с\\u0008 знаками\\u0007"\nitems:\n  - {number: "1", action: "до\\u0000\\u000bпосле\\tи \\uFFFE\\x85конец"}',
  emoji:
    'id: a\ntitle: План 😀\nitems:\n  - {number: "1", action: "Праздник 🎉 школы 👩‍🏫", executors: [нет-такого]}',
  'a long cell': `id: a\ntitle: План\nitems:\n  - {number: "1", action: "${long}"}`,
  markup:
    'id: a\ntitle: "<План> & «\\"кавычки\\"»"\nitems:\n  - {number: "<1>", action: "]]> &amp; <w:p/>", when: "<b>март</b>"}',
  'empty sections':
    'id: a\ntitle: План\nsections:\n  - {title: Пустой}\n  - {title: Второй, sections: [{title: Вложенный, items: []}]}',
  'one item': 'id: a\ntitle: План\nitems:\n  - {number: 1, action: Единственный}',
  'no items': 'id: a\ntitle: План',
  'only a number column':
    'id: a\ntitle: План\ncolumns: [{field: number}]\nitems:\n  - {number: "1", excluded: приказ от 01.02.2022 № 3}',
  'a link':
    'id: a\ntitle: План\nitems:\n  - {number: "1", action: А, info: {text: Сайт, url: "https://example.org/?a=1&b=2"}}\n  - {number: "2", action: Б, info: {text: Ещё, url: "javascript:alert(1)"}}',
  'twenty columns': `id: a\ntitle: План\ncolumns: [{field: number}, ${Array.from({ length: 19 }, (_, at) => `{field: extra.графа${at}}`).join(', ')}]\nitems:\n  - {number: "1", action: А, extra: {графа3: Третья, графа18: Последняя}}`,
  'an order of nothing': 'id: a\ntitle: План\norder: {}\nitems:\n  - {number: "1", action: А}',
  'deep clauses':
    'id: a\ntitle: План\norder: {type: приказ, preamble: "В целях 2021 г.", clauses: [{text: А, clauses: [{text: Б, clauses: [В]}]}, Г]}\nitems:\n  - {number: "1", action: А}',
};

async function rendered(yaml: string): Promise<Uint8Array> {
  const { plan, workspace } = planOf(yaml);
  return renderDocx(orderView(plan, workspace));
}

test.each(Object.entries(PLANS))('%s: a document, twice the same bytes', async (_, yaml) => {
  const bytes = await rendered(yaml);
  expect(await rendered(yaml)).toEqual(bytes);
  expect(rereadDocx(bytes).tables.filter(({ caption }) => caption !== '')).toHaveLength(1);
});

test('letters stand in the order of the plan, whatever signs would turn them round', async () => {
  const bytes = await rendered('id: a\ntitle: "План \\u202Eна \\u2067март"\nitems: []');
  expect(rereadDocx(bytes).paragraphs.map(({ text }) => text)).toContain('План на март');
});

test.runIf(canValidate)('all are valid by the schemas', { timeout: 60_000 }, async () => {
  const packages: Record<string, Uint8Array> = {};
  for (const [name, yaml] of Object.entries(PLANS)) packages[name] = await rendered(yaml);
  for (const folder of folders) {
    const workspace = loadFolder(folder);
    for (const plan of workspace.plans) packages[plan.id] = await renderDocx(orderView(plan, workspace));
  }
  expect(invalidParts('wml', packages)).toEqual([]);
});

test('control characters go, the words around them stay', async () => {
  const { plan, workspace } = planOf(PLANS['control characters']!);
  const table = rereadDocx(await renderDocx(orderView(plan, workspace))).tables.at(-1)!;
  expect(table.rows[1]?.cells.map(cellWords)).toEqual(['1', 'до после и конец', '', '', '']);
});

test('ten thousand characters stay whole', async () => {
  const { plan, workspace } = planOf(PLANS['a long cell']!);
  const table = rereadDocx(await renderDocx(orderView(plan, workspace))).tables.at(-1)!;
  expect(cellWords(table.rows[1]?.cells[1])).toBe(long.trim());
});

test('only links of the web and of mail are links', async () => {
  const { plan, workspace } = planOf(PLANS['a link']!);
  const { parts } = rereadDocx(await renderDocx(orderView(plan, workspace)));
  const targets = [
    ...parts['word/_rels/document.xml.rels']!.matchAll(/Target="([^"]*)" TargetMode="External"/g),
  ];
  expect(targets.map(([, target]) => target)).toEqual(['https://example.org/?a=1&amp;b=2']);
});
