import { describe, expect, it } from 'vitest';
import { importBody, itemsOf, outline } from './imported.ts';
import { p, tbl, tc, tr, type WordParts } from './word-file.ts';

const heads = ['№ п/п', 'Мероприятие', 'Срок', 'Исполнитель', 'Показатель'];
const SECOND = ['2', 'Провести конкурс', 'до 20 июня', 'Отдел', 'Протокол'];
const title = p('План мероприятий района на 2022 год', { align: 'center' });

const inRun = (text: string, properties: string): string =>
  `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const table = (row: string, properties = ''): string =>
  tbl([heads, ['1', 'Провести семинар', 'до 20 мая', 'Отдел', 'Отчёт'], row]).replace(
    '<w:tblPr/>',
    `<w:tblPr>${properties}</w:tblPr>`,
  );
const second = (cell: (text: string) => string, properties = ''): string =>
  tr(
    SECOND.map((text) => tc(cell(text))),
    properties,
  );
const read = async (body: string, parts: WordParts = {}, changes: 'accept' | 'reject' = 'accept') => {
  const { draft, problems } = await importBody(title + body, parts, { changes });
  return {
    lines: draft ? outline(draft.plan) : [],
    plan: draft?.plan,
    codes: problems.map(({ code }) => code),
  };
};
const FIRST = ['| 1 | Провести семинар | до 20 мая'];
const BOTH = [...FIRST, '| 2 | Провести конкурс | до 20 июня'];

describe('words struck out by', () => {
  const style = (type: string, id: string, inner: string): string =>
    `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;
  const strike = '<w:rPr><w:strike/></w:rPr>';
  it.each<readonly [string, string, string]>([
    [
      'the style of the paragraph',
      second((text) => p(text, { style: 'S' })),
      style('paragraph', 'S', strike),
    ],
    [
      'the style it is based on',
      second((text) => p(text, { style: 'B' })),
      style('paragraph', 'S', '<w:rPr><w:dstrike/></w:rPr>') +
        style('paragraph', 'B', '<w:basedOn w:val="S"/>'),
    ],
    [
      'the style of the run',
      second((text) => inRun(text, '<w:rStyle w:val="C"/>')),
      style('character', 'C', strike),
    ],
  ])('%s are no item, and are named', async (_, row, styles) => {
    const { lines, codes } = await read(table(row), { styles });
    expect([lines, codes]).toEqual([FIRST, ['struck-row']]);
  });

  it('the style of their table', async () => {
    const { lines, codes } = await read(
      table(second((text) => p(text))) +
        p('') +
        table(
          second((text) => p(text)),
          '<w:tblStyle w:val="T"/>',
        ),
      { styles: style('table', 'T', strike) },
    );
    expect([lines, new Set(codes)]).toEqual([BOTH, new Set(['struck-row'])]);
  });

  it.each([
    `<w:docDefaults><w:rPrDefault>${strike}</w:rPrDefault></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="N">${strike}</w:style>`,
  ])('what holds of the whole document: %s', async (styles) => {
    const plain = (text: string): string => inRun(text, '<w:strike w:val="0"/>');
    const kept = tbl([
      tr(heads.map((text) => tc(plain(text)))),
      tr(['1', 'Провести семинар', 'до 20 мая', 'Отдел', 'Отчёт'].map((text) => tc(plain(text)))),
      second((text) => p(text)),
    ]);
    const { lines, codes } = await read(kept, { styles });
    expect([lines, codes.includes('struck-row')]).toEqual([FIRST, true]);
  });
});

describe('a tracked change', () => {
  const change = '<w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange>';
  const moved = (text: string): string =>
    text === 'Провести конкурс'
      ? '<w:p><w:moveFrom w:id="2" w:author="a"><w:r><w:t>Провести конкурс</w:t></w:r></w:moveFrom><w:moveTo w:id="3" w:author="a"><w:r><w:t>Конкурс провести</w:t></w:r></w:moveTo></w:p>'
      : p(text);
  it.each<readonly [string, string, readonly string[], readonly string[]]>([
    ['of a stroke', second((text) => inRun(text, `<w:strike/>${change}`)), FIRST, BOTH],
    ['that inserts a row', second((text) => p(text), '<w:ins w:id="1" w:author="a"/>'), BOTH, FIRST],
    ['that deletes a row', second((text) => p(text), '<w:del w:id="1" w:author="a"/>'), FIRST, BOTH],
    ['that moves words', second(moved), [...FIRST, '| 2 | Конкурс провести | до 20 июня'], BOTH],
  ])('%s is taken or not as asked, and is told either way', async (_, row, accepted, rejected) => {
    for (const [changes, wanted] of [
      ['accept', accepted],
      ['reject', rejected],
    ] as const) {
      const { lines, codes } = await read(table(row), {}, changes);
      expect([changes, lines, codes.includes('tracked-changes')]).toEqual([changes, wanted, true]);
    }
  });
});

describe('a table in a cell', () => {
  it('is words of the cell', async () => {
    const inner = tbl(
      [
        ['Школа', 'Число'],
        ['№ 1', '3'],
      ],
      2,
    );
    const row = second((text) => (text === 'Протокол' ? p('Протоколы:') + inner + p('') : p(text)));
    const { plan, codes } = await read(table(row));
    const words = JSON.stringify(itemsOf(plan!)[1]!.indicators);
    for (const word of ['Протоколы', 'Школа', 'Число', '№ 1', '3']) expect(words).toContain(word);
    expect(codes).toEqual([]);
  });

  it('is the plan itself where the other only keeps it in place', async () => {
    const { lines } = await read(tbl([[tc(p('Шапка') + table(second((text) => p(text))) + p(''))]], 1));
    expect(lines).toEqual(BOTH);
  });
});

describe('an order set without an empty line', () => {
  const head = ['УПРАВЛЕНИЕ ОБРАЗОВАНИЯ РАЙОНА', 'ПРИКАЗ', '12.02.2022 № 15', 'Об утверждении плана'];
  const tail = ['Начальник управления А.А. Лугова', 'План мероприятий на 2022 год'];
  const clauses = ['Утвердить план мероприятий.', 'Контроль оставляю за собой.'];
  const numbered = clauses.map((text, at) => `${at + 1}. ${text}`);
  it.each([
    ['the formula on a line of its own', ['В целях развития', 'ПРИКАЗЫВАЮ:', ...numbered]],
    ['the formula behind the preamble', ['В целях развития ПРИКАЗЫВАЮ:', ...numbered]],
    ['all of it in one paragraph', [['В целях развития приказываю:', ...numbered].join('\n')]],
  ])('%s', async (_, body) => {
    const { draft } = await importBody(
      [...head, ...body, ...tail].map((line) => p(line)).join('') + table(second((text) => p(text))),
    );
    const { order, title: named } = draft!.plan;
    expect(order).toMatchObject({
      number: '15',
      subject: 'Об утверждении плана',
      preamble: 'В целях развития',
      clauses,
      signatory: { position: 'Начальник управления', name: 'А.А. Лугова' },
    });
    expect(named).toBe('План мероприятий на 2022 год');
  });

  it('people listed in a clause are no signature', async () => {
    const list = [
      '2. Утвердить рабочую группу в составе.',
      'Директор школы А.А. Лугова',
      'Директор центра Б.Б. Озёрный',
      '3. Контроль оставляю за собой.',
    ];
    const { draft } = await importBody(
      [...head, 'ПРИКАЗЫВАЮ:', '1. Утвердить план.', ...list, ...tail].map((line) => p(line)).join('') +
        table(second((text) => p(text))),
    );
    expect(draft!.plan.order?.signatory?.name).toBe('А.А. Лугова');
    expect(draft!.plan.order?.signatory?.position).toBe('Начальник управления');
    expect(JSON.stringify(draft!.plan.order?.clauses)).toContain('Директор центра Б.Б. Озёрный');
  });
});
