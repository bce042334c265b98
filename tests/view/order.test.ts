import { describe, expect, test } from 'vitest';
import type { Block, Paragraph, View } from '../../src/view/document.ts';
import { orderView } from '../../src/view/order-view.ts';
import { settingsOf } from '../../src/view/settings.ts';
import { plainText } from '../../src/view/texts.ts';
import { planOf } from '../render/loaded.ts';

const ITEMS = 'items:\n  - {number: "1", action: Действие}';

function viewOf(order: string, head = 'title: План мероприятий по развитию', more = ''): View {
  const { plan, workspace } = planOf(
    `id: a\n${head}\n${order === '' ? '' : `order: ${order}\n`}${more}\n${ITEMS}`,
  );
  return orderView(plan, workspace);
}

const blocksOf = (view: View): readonly Block[] => view.sections.flatMap(({ blocks }) => blocks);

function texts(view: View, style: Paragraph['style']): readonly string[] {
  return blocksOf(view).flatMap((block) =>
    block.kind === 'paragraph' && block.style === style
      ? [plainText(block.runs).replace(/\u00A0/g, ' ')]
      : [],
  );
}

function markOf(view: View): readonly string[] {
  const marks = blocksOf(view).find((block) => block.kind === 'marks')!;
  return marks.right.map(({ runs }) => plainText(runs).replace(/\u00A0/g, ' '));
}

describe('the formula of an order', () => {
  const two = 'clauses: [А, Б]';
  test.each([
    ['приказ', `{type: приказ, preamble: В целях дела, ${two}}`, ['В целях дела приказываю:'], []],
    [
      'приказ, a comma kept',
      `{type: приказ, preamble: "В целях дела,", ${two}}`,
      ['В целях дела, приказываю:'],
      [],
    ],
    ['распоряжение', `{type: распоряжение, preamble: В целях дела., ${two}}`, ['В целях дела:'], []],
    [
      'an abbreviation keeps its dot',
      `{type: распоряжение, preamble: от 14 марта 2021 г., ${two}}`,
      ['от 14 марта 2021 г.:'],
      [],
    ],
    [
      'постановление of a body',
      `{type: постановление, issuer: Администрация района, preamble: В целях дела администрация района, ${two}}`,
      ['В целях дела администрация района постановляет:'],
      [],
    ],
    [
      'постановление of a person',
      `{type: постановление, preamble: В целях дела, ${two}}`,
      ['В целях дела постановляю:'],
      [],
    ],
    [
      'the author wrote it',
      `{type: приказ, preamble: "В целях дела п р и к а з ы в а ю :", ${two}}`,
      ['В целях дела п р и к а з ы в а ю:'],
      [],
    ],
    [
      'another word',
      `{type: распоряжение, formula: обязываю, preamble: В целях дела, ${two}}`,
      ['В целях дела обязываю:'],
      [],
    ],
    [
      'typed with blanks',
      `{type: приказ, formula: "п р и к а з ы в а ю", preamble: В целях дела, ${two}}`,
      ['В целях дела приказываю:'],
      [],
    ],
    ['none', `{type: приказ, formula: none, preamble: В целях дела, ${two}}`, ['В целях дела:'], []],
    [
      'in capitals on a line of its own',
      `{type: приказ, formula: ПРИКАЗЫВАЮ, preamble: "В целях дела", ${two}}`,
      ['В целях дела'],
      ['ПРИКАЗЫВАЮ:'],
    ],
    ['without a preamble', `{type: приказ, ${two}}`, [], ['ПРИКАЗЫВАЮ:']],
  ])('%s', (_, order, preamble, line) => {
    const view = viewOf(order);
    expect(texts(view, 'preamble')).toEqual(preamble);
    expect(texts(view, 'formula')).toEqual(line);
  });

  test('is spaced by a style, not by blanks', () => {
    const [preamble] = blocksOf(viewOf('{type: приказ, preamble: В целях дела}')).flatMap((block) =>
      block.kind === 'paragraph' && block.style === 'preamble' ? [block] : [],
    );
    expect(preamble?.runs.filter(({ style }) => style === 'spaced').map(({ text }) => text)).toEqual([
      'приказываю',
    ]);
  });
});

describe('clauses', () => {
  const clauses = (order: string) =>
    blocksOf(viewOf(order)).flatMap((block) =>
      block.kind === 'clause' ? [`${block.number} ${plainText(block.runs)}`.replace(/\u00A0/g, ' ')] : [],
    );
  test('are numbered through their levels', () => {
    expect(clauses('{clauses: [А, {text: Б, clauses: [В, {text: Г, clauses: [Д]}]}]}')).toEqual([
      '1. А',
      '2. Б',
      '2.1. В',
      '2.2. Г',
      '2.2.1. Д',
    ]);
  });
  test('are not numbered twice, and a date is no number', () => {
    expect(clauses('{clauses: ["1. А", "1 сентября начать", {text: "3) Б", clauses: ["3.1. В"]}]}')).toEqual([
      '1. А',
      '2. 1 сентября начать',
      '3. Б',
      '3.1. В',
    ]);
  });
  test('the last one stays with the signature', () => {
    const blocks = blocksOf(viewOf('{clauses: [А, Б], signatory: {name: И.О. Фамилия}}'));
    const at = blocks.findIndex(({ kind }) => kind === 'signature');
    expect(blocks[at - 1]).toMatchObject({ kind: 'clause', keepNext: true });
  });
});

test.each([
  ['{type: приказ, acquainted: [А.А. Первый]}', ['С приказом ознакомлен:']],
  ['{type: приказ, acquainted: [А.А. Первый, Б.Б. Второй]}', ['С приказом ознакомлены:']],
  ['{type: распоряжение, acquainted: [А.А. Первый, Б.Б. Второй]}', ['С распоряжением ознакомлены:']],
  ['{type: постановление, acquainted: [А.А. Первый]}', ['С постановлением ознакомлен:']],
  ['{type: приказ, acquainted: []}', []],
])('%s', (order, headings) => {
  expect(texts(viewOf(order), 'acquainted')).toEqual(headings);
});

describe('the mark on the annex', () => {
  const issuer = 'issuer: Комитет по образованию, number: 5-д, date: 2022-03-14';
  test('says what a stated stamp says, and lends it nothing of an order it does not name', () => {
    const view = viewOf(`{type: приказ, ${issuer}}`, undefined, 'stamp: {number: 6-д, date: 2022-03-15}');
    expect(markOf(view)).toEqual(['УТВЕРЖДЁН', 'приказом', 'от 15 марта 2022 г. № 6-д']);
  });
  test('leaves a body out whose genitive is not certain', () => {
    expect(markOf(viewOf('{type: распоряжение, issuer: Районо, number: 1, date: 2022-03-14}'))[1]).toBe(
      'распоряжением',
    );
  });
  test('has no participle where the title does not tell its gender', () => {
    expect(markOf(viewOf(`{type: постановление, ${issuer}}`, 'title: О поддержке школ'))).toEqual([
      'Приложение',
      'к постановлению Комитета по образованию',
      'от 14 марта 2022 г. № 5-д',
    ]);
  });
  test('is numbered where the order has further annexes', () => {
    const view = viewOf(
      `{type: приказ, ${issuer}, annexes: [{title: Состав группы, columns: [Имя], rows: [[А]]}]}`,
    );
    const marks = blocksOf(view).flatMap((block) =>
      block.kind === 'marks' ? [plainText(block.right[0]!.runs)] : [],
    );
    expect(marks.map((text) => text.replace(/\u00A0/g, ' '))).toEqual(['Приложение № 1', 'Приложение № 2']);
  });
  test('is «УТВЕРЖДАЮ» with a person, «СОГЛАСОВАНО» beside it', () => {
    const people =
      'approved-by: {position: Глава района, name: И.О. Фамилия, date: 2022-02-01}\nagreed: [{position: Ректор, name: А.А. Второй}]';
    const view = viewOf('', undefined, people);
    expect(markOf(view)).toEqual([
      'УТВЕРЖДАЮ',
      'Глава района',
      '______________ И.О. Фамилия',
      '1 февраля 2022 г.',
    ]);
    const marks = blocksOf(view).find((block) => block.kind === 'marks')!;
    expect(plainText(marks.left[0]!.runs)).toBe('СОГЛАСОВАНО');
    expect(texts(view, 'draft')).toEqual([]);
  });
});

describe('a draft', () => {
  test('is marked on the order, its places for date and number are empty', () => {
    const view = viewOf('{type: приказ, subject: О плане}');
    expect(texts(view, 'draft')).toEqual(['ПРОЕКТ']);
    expect(markOf(view).at(-1)).toBe('от «__» _________ 20__ г. № ______');
  });
  test('is marked on the plan where there is no order', () => {
    const view = viewOf('');
    expect(view.sections.map(({ part }) => part)).toEqual(['annex']);
    expect(texts(view, 'draft')).toEqual(['ПРОЕКТ']);
  });
  test('is no draft with a number alone', () => {
    expect(texts(viewOf('{type: приказ, number: 5}'), 'draft')).toEqual([]);
  });
});

describe('settings', () => {
  test('the profile of 2016 has no place for a QR code and a narrower requisite', () => {
    expect(settingsOf({ profile: 'gost-2016' })).toMatchObject({ codePlace: 0, requisiteWidth: 75 });
    expect(settingsOf({ profile: 'gost-2016', 'qr-code': true, margins: { left: 20 } })).toMatchObject({
      codePlace: 22,
      portrait: { left: 20, right: 10, top: 20, bottom: 20 },
    });
  });
  test('typography off leaves every blank as typed', () => {
    const { plan, workspace } = planOf(`id: a\ntitle: План на 2022 год\n${ITEMS}`);
    const view = orderView(plan, workspace, { settings: settingsOf({ typography: false }) });
    const title = blocksOf(view).find((block) => block.kind === 'paragraph' && block.style === 'title');
    expect(title).toMatchObject({ runs: [{ text: 'План на 2022 год' }] });
  });
});
