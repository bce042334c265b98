import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { expect, test } from 'vitest';
import { renderDocx } from '../../src/render/docx.ts';
import { renderOnLetterhead } from '../../src/render/letterhead.ts';
import { orderView } from '../../src/view/order-view.ts';
import { folders, loadFolder, planOf } from './loaded.ts';
import { rereadDocx, words } from './reread-docx.ts';
import { canValidate, invalidParts } from './schema-validity.ts';

const line = (...texts: string[]) => new Paragraph({ children: texts.map((text) => new TextRun(text)) });
const cell = (...texts: string[]) => new TableCell({ children: [line(...texts)] });

async function blankOf(children: (Paragraph | Table)[], footer = 'тел. 2-12-85'): Promise<Uint8Array> {
  const blank = new Document({
    numbering: { config: [{ reference: 'own', levels: [{ level: 0, text: '%1)' }] }] },
    sections: [
      {
        properties: { page: { margin: { left: 1701 } } },
        headers: { default: new Header({ children: [line('{{организация}}')] }) },
        footers: { default: new Footer({ children: [line(footer)] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(blank));
}

const usual = [
  line('УПРАВЛЕНИЕ ОБРАЗОВАНИЯ'),
  line('П Р И К А З'),
  new Table({ rows: [new TableRow({ children: [cell('{{да', 'та', '}}'), cell('№ {{номер}}')] })] }),
  line('{{ Место }}'),
  new Paragraph({ text: 'Пункт бланка', numbering: { reference: 'own', level: 0 } }),
  line('{{заголовок}}'),
  line('{{текст}}'),
  line('{{подпись}}'),
  line('{{приложение}}'),
];

const workspace = loadFolder(folders[0]!);
const plan = workspace.planOf('kamensky-2022')!;
const plain = workspace.planOf('zarechny-2022')!;

test('the blank keeps its own lines and gets the order, the annex follows', async () => {
  const { bytes, notes } = await renderOnLetterhead(orderView(plan, workspace), await blankOf(usual));
  expect(notes).toEqual([]);
  const docx = rereadDocx(bytes!);
  const paragraphs = docx.paragraphs.map(({ text }) => words(text));
  const order = plan.source.order!;
  const at = (text: string) => paragraphs.indexOf(words(text));
  expect(docx.tables[0]?.rows[0]?.cells.map(({ paragraphs: [first] }) => words(first!.text))).toEqual([
    '16 февраля 2022 г.',
    '№ 118-р',
  ]);
  const sequence = [
    'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ',
    'П Р И К А З',
    order.place!,
    'Пункт бланка',
    order.subject!,
    plan.title,
  ];
  const places = sequence.map(at);
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(at('С распоряжением ознакомлены:')).toBeGreaterThan(at(order.clauses![0] as string));
  // Not twice: the blank prints the kind of the document itself.
  expect(paragraphs.filter((text) => text.replaceAll(' ', '') === 'РАСПОРЯЖЕНИЕ')).toHaveLength(1);
  expect(docx.tables.filter(({ caption }) => caption === plan.title)).toHaveLength(1);
  expect(docx.parts['word/header1.xml']).toContain('Администрация Каменского городского округа');
  expect(Object.values(docx.parts).filter((part) => part.includes('{{'))).toEqual([]);
  expect(docx.sections[0]).toBe('portrait');
  expect(docx.sections).toContain('landscape');
  if (canValidate) expect(invalidParts('wml', { letterhead: bytes! })).toEqual([]);
});

test('ids of lists and relations stay apart from those of the blank', async () => {
  const { bytes } = await renderOnLetterhead(orderView(plain, workspace), await blankOf(usual));
  const { parts } = rereadDocx(bytes!);
  const ids = (part: string, pattern: RegExp) => [...parts[part]!.matchAll(pattern)].map(([, id]) => id);
  for (const [part, pattern] of [
    ['word/numbering.xml', /<w:abstractNum [^>]*w:abstractNumId="(\d+)"/g],
    ['word/numbering.xml', /<w:num [^>]*w:numId="(\d+)"/g],
    ['word/styles.xml', /w:styleId="([^"]+)"/g],
    ['word/_rels/document.xml.rels', / Id="([^"]+)"/g],
  ] as const) {
    const all = ids(part, pattern);
    expect(new Set(all).size, part).toBe(all.length);
  }
  const used = new Set(ids('word/document.xml', /<w:numId w:val="(\d+)"/g));
  const defined = new Set(ids('word/numbering.xml', /<w:num [^>]*w:numId="(\d+)"/g));
  expect([...used].filter((id) => !defined.has(id))).toEqual([]);
});

test('the same bytes twice; also on a document of our own as the blank', async () => {
  const view = orderView(plain, workspace);
  const blank = await blankOf([line('{{текст}}')]);
  const first = await renderOnLetterhead(view, blank);
  expect(await renderOnLetterhead(view, blank)).toEqual(first);
  const own = planOf(
    'id: a\ntitle: План\norder: {type: приказ, clauses: ["{{текст}}"], signatory: {name: И.О. Фамилия}}',
  );
  const ours = await renderDocx(orderView(own.plan, own.workspace));
  const { bytes, notes } = await renderOnLetterhead(view, ours);
  // It prints a number sign, but leaves no places for date and number.
  expect(notes).toHaveLength(1);
  if (canValidate) expect(invalidParts('wml', { first: first.bytes!, second: bytes! })).toEqual([]);
});

test('a blank that asks for nothing but the text gets the rest with it', async () => {
  const { bytes, notes } = await renderOnLetterhead(
    orderView(plain, workspace),
    await blankOf([line('{{text}}')], ''),
  );
  expect(notes).toEqual([]);
  const docx = rereadDocx(bytes!);
  const paragraphs = docx.paragraphs.map(({ text }) => words(text));
  expect(paragraphs[0]).toBe('ПРИКАЗ');
  expect(paragraphs).toContain('7 февраля 2022 г. № 53');
  const signature = docx.tables.find(({ style }) => style === 'RmLayout');
  expect(signature?.rows[0]?.cells.map((one) => words(one.paragraphs[0]!.text))).toEqual([
    plain.source.order!.signatory!.position,
    '',
    plain.source.order!.signatory!.name,
  ]);
});

test.each([
  ['a blank that is no document', new Uint8Array([1, 2, 3]), 1],
  ['an empty file', new Uint8Array(), 1],
])('%s is refused', async (_, blank, count) => {
  const result = await renderOnLetterhead(orderView(plain, workspace), blank);
  expect(result.bytes).toBeUndefined();
  expect(result.notes).toHaveLength(count);
});

test('a misspelt or a missing placeholder is refused', async () => {
  const view = orderView(plain, workspace);
  const misspelt = await renderOnLetterhead(view, await blankOf([line('{{тект}} {{дата}} {{}}')]));
  expect(misspelt).toMatchObject({ notes: [{}, {}] });
  expect(misspelt.bytes).toBeUndefined();
  const missing = await renderOnLetterhead(view, await blankOf([line('{{дата}}')]));
  expect(missing.bytes).toBeUndefined();
  expect(missing.notes).toHaveLength(1);
});

test.each([
  ['among other words, which would be lost', [line('Текст: {{текст}}')]],
  ['twice', [line('{{текст}}'), line('{{текст}}')]],
])('a block of the order that stands %s is refused', async (_, lines) => {
  const { bytes, notes } = await renderOnLetterhead(orderView(plain, workspace), await blankOf(lines));
  expect(bytes).toBeUndefined();
  expect(notes).toHaveLength(1);
});
