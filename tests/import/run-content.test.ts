import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.ts';
import { xlsx } from './excel-file.ts';
import { importBody, itemsOf, outline } from './imported.ts';
import { p, tbl, tc, tr, usual } from './word-file.ts';

const text = (words: string): string => `<w:t xml:space="preserve">${words}</w:t>`;
const set = (words: string, look: string): string => `<w:r><w:rPr>${look}</w:rPr>${text(words)}</w:r>`;
const plain = (words: string): string => `<w:r>${text(words)}</w:r>`;
const cell = (...runs: string[]): string => tc(`<w:p>${runs.join('')}</w:p>`);
const raised = '<w:vertAlign w:val="superscript"/>';
const struck = '<w:strike/>';

const indicatorsOf = async (body: string, parts = {}): Promise<unknown[]> => {
  const { draft } = await importBody(body, parts);
  return itemsOf(draft!.plan).flatMap((item) => item.indicators ?? []);
};
const row = (indicator: string, number = '4'): string => tr([number, 'Выставка', 'Июнь', 'Музей', indicator]);
const plan = (...rows: readonly string[]): string => tbl([[...usual], ...rows]);
const codesOf = async (body: string, parts = {}): Promise<string[]> =>
  (await importBody(body, parts)).problems.map(({ code }) => code);

describe('figures off their line', () => {
  it.each([
    ['set as superscript', raised, '45³ гостей'],
    ['moved up', '<w:position w:val="6"/>', '45³ гостей'],
    ['set as subscript', '<w:vertAlign w:val="subscript"/>', '45₃ гостей'],
    ['raised by a style', '<w:rStyle w:val="mark"/>', '45³ гостей'],
  ])('%s join no number', async (_, look, read) => {
    const styles =
      '<w:style w:type="character" w:styleId="mark"><w:name w:val="mark"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    const body = plan(row(cell(plain('45'), set('3', look), plain(' гостей'))));
    expect(await indicatorsOf(body, { styles })).toEqual([read]);
    expect(await codesOf(body, { styles })).toHaveLength(1);
  });

  it('are part of the number of an item', async () => {
    const number = cell(plain('3'), set('1', raised));
    const { draft } = await importBody(
      plan(row('Акт', '3'), tr([number, 'Поход', 'Июль', 'Музей', 'Отчёт'])),
    );
    expect(outline(draft!.plan)).toEqual(['| 3 | Выставка | Июнь', '| 3¹ | Поход | Июль']);
  });

  it('of a workbook are read so too', async () => {
    const indicator = { runs: [['45'], ['3', '<vertAlign val="superscript"/>']] } as const;
    const cells = ['4', 'Выставка', 'Июнь', 'Музей', indicator];
    const bytes = xlsx([{ name: 'План', rows: [{ cells: [...usual] }, { cells }] }]);
    const { draft, problems } = await importDocument(bytes, 'план.xlsx', { changes: 'accept' });
    expect(itemsOf(draft!.plan)[0]?.indicators).toEqual(['45³']);
    expect(problems.map(({ code }) => code)).toEqual(['raised']);
  });

  it('leave words and bare letters alone', async () => {
    const body = plan(row(cell(plain('6'), set('-й', raised), plain(' выпуск газеты'))));
    expect(await indicatorsOf(body)).toEqual(['6-й выпуск газеты']);
    expect(await codesOf(body)).toEqual([]);
  });
});

const math = (inner: string): string =>
  `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inner}</m:oMath>`;
const mr = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`;
const fraction = (over: string, under: string, look = ''): string =>
  `<m:f>${look}<m:num>${mr(over)}</m:num><m:den>${mr(under)}</m:den></m:f>`;

const eqField = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('equations', () => {
  it.each([
    ['a fraction', math(fraction('3', '4')), '3/4 школ'],
    ['a mixed number', plain('2') + math(fraction('1', '3')), '2 1/3 школ'],
    ['a compound fraction', math(fraction('a+b', '2')), '(a+b)/2 школ'],
    [
      'two numbers without a bar',
      math(fraction('5', '2', '<m:fPr><m:type m:val="noBar"/></m:fPr>')),
      '(5; 2) школ',
    ],
    ['a power', math(`<m:sSup><m:e>${mr('20')}</m:e><m:sup>${mr('3')}</m:sup></m:sSup>`), '20^3 школ'],
    ['a lowered sign', math(`<m:sSub><m:e>${mr('n')}</m:e><m:sub>${mr('1')}</m:sub></m:sSub>`), 'n₁ школ'],
    ['a root', math(`<m:rad><m:deg/><m:e>${mr('16')}</m:e></m:rad>`), '√16 школ'],
    [
      'a matrix',
      math(
        `<m:m><m:mr><m:e>${mr('1')}</m:e><m:e>${mr('2')}</m:e></m:mr><m:mr><m:e>${mr('3')}</m:e><m:e>${mr('4')}</m:e></m:mr></m:m>`,
      ),
      '[1 2, 3 4] школ',
    ],
    ['a fraction of a field', eqField('EQ \\f(3;4)'), '3/4 школ'],
    ['a fraction below a root, of a field', eqField('EQ \\r(3;\\f(1;2))'), '³√(1/2) школ'],
    ['a power of a field', plain('10') + eqField('EQ \\s\\up5(3)'), '10³ школ'],
  ])('%s reads as it stands, and is told', async (_, inner, read) => {
    const body = plan(row(cell(inner, plain(' школ'))));
    expect(await indicatorsOf(body)).toEqual([read]);
    expect(await codesOf(body)).toEqual(['equation']);
  });
});

describe('what holds no text', () => {
  const namespace = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
  const picture = `<w:r><w:drawing><wp:inline xmlns:wp="${namespace}"><wp:docPr id="1" name="1"/></wp:inline></w:drawing></w:r>`;
  it('is told: a formula of another program, a picture between the words of a cell', async () => {
    const words = [plain('не менее '), plain(' школ')] as const;
    const object = '<w:r><w:object/></w:r>';
    expect(await codesOf(plan(row(cell(words[0], object, words[1]))))).toEqual(['object']);
    expect(await codesOf(plan(row(cell(words[0], picture, words[1]))))).toEqual(['picture']);
  });
  it('goes unsaid beside words outside of tables', async () => {
    expect(await codesOf(p('Герб', {}, picture + plain('Управление')) + plan(row('Акт')))).toEqual([]);
  });
});

describe('pictorial fonts', () => {
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
  it.each([
    ['Symbol', '\uf0a3', 'на ≤ 5 дней'],
    ['Symbol', '\uf0b1', 'на ± 5 дней'],
    ['Wingdings', '\uf0fc', 'на ✓ 5 дней'],
    ['Wingdings', 'ü', 'на ✓ 5 дней'],
    ['Times New Roman', '\uf0b3', 'на ≥ 5 дней'],
  ])('%s: %j shows what it means', async (name, sign, read) => {
    const body = plan(row(cell(plain('на '), set(sign, font(name)), plain(' 5 дней'))));
    expect(await indicatorsOf(body)).toEqual([read]);
    expect(await codesOf(body)).toEqual([]);
  });

  it('by a style, and as a symbol of its own', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="signs"><w:name w:val="signs"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:style>';
    const body = plan(
      row(cell(set('\uf0b3', '<w:rStyle w:val="signs"/>'), plain(' 7 встреч'))),
      row(cell(plain('не '), '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', plain(' 9 дней')), '5'),
    );
    expect(await indicatorsOf(body, { styles })).toEqual(['≥ 7 встреч', 'не ≤ 9 дней']);
  });

  it.each(['MT Extra', 'Wingdings 3', 'ZapfDingbats'])('%s: no sign of another font', async (name) => {
    const body = plan(row(cell(plain('на '), set('\uf04c', font(name)), plain(' 5 дней'))));
    expect(await indicatorsOf(body)).toEqual(['на \uf04c 5 дней']);
    expect(await codesOf(body)).toEqual(['private-sign']);
  });

  it('keep a sign that nobody knows, and name it', async () => {
    const body = plan(row(cell(plain('5 '), set('\ue123', ''), plain(' дней'))));
    expect(await indicatorsOf(body)).toEqual(['5 \ue123 дней']);
    const { problems } = await importBody(body);
    expect(problems.map(({ message }) => message.ru)).toEqual([
      expect.stringContaining('Таблица 1, строка 2: знак особого шрифта не узнан (U+E123)'),
    ]);
  });
});

describe('words struck out', () => {
  const gone = (words: string, look = struck): string => cell(set(words, look));
  it('are no part of a cell; a row of them is no item', async () => {
    const body = plan(
      row('Акт', '1'),
      tr([gone('2'), gone('Поход'), gone('Май', '<w:dstrike/>'), gone('Клуб'), gone('Отчёт')]),
      tr(['3', 'Слёт', cell(set('май ', struck), plain('июнь')), 'Клуб', 'Отчёт']),
    );
    const { draft, problems } = await importBody(body);
    expect(outline(draft!.plan)).toEqual(['| 1 | Выставка | Июнь', '| 3 | Слёт | июнь']);
    expect(problems.map(({ code }) => code)).toEqual(['struck-row', 'struck']);
    expect(problems[0]?.message.ru).toContain('Поход');
  });

  it('by a style, and in a title above the table', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="old"><w:name w:val="old"/><w:rPr><w:strike/></w:rPr></w:style>';
    const body = p('Черновик', { style: 'old' }) + plan(row('Акт', '1'));
    const { problems } = await importBody(body, { styles });
    expect(problems.map(({ code, message }) => [code, message.en])).toEqual([
      ['struck', 'Paragraph “Черновик”: words that are struck out were not read: “Черновик”.'],
    ]);
  });
});

describe('tracked changes', () => {
  const ins = (inner: string): string => `<w:ins w:id="1" w:author="А">${inner}</w:ins>`;
  const del = (words: string): string =>
    `<w:del w:id="2" w:author="А"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
  const body = plan(
    row('Акт', '1'),
    tr(['2', 'Слёт', cell(del('март'), ins(plain('апрель'))), 'Клуб', 'Отчёт']),
    tr([
      '3',
      'Поход',
      'Июль',
      '<w:tc><w:tcPr><w:cellDel w:id="3" w:author="А"/></w:tcPr><w:p><w:r><w:t>Клуб</w:t></w:r></w:p></w:tc>',
      'Фото',
    ]),
  );

  it.each([
    ['accept', 'апрель', 'reject'],
    ['reject', 'март', 'accept'],
  ] as const)('taken as %s are counted, and the other way is named', async (changes, when, other) => {
    const { draft, problems } = await importBody(body, {}, { changes });
    expect(outline(draft!.plan)[1]).toBe(`| 2 | Слёт | ${when}`);
    const told = problems.find(({ code }) => code === 'tracked-changes');
    expect(told?.message.en).toContain(' has 3 tracked changes');
    expect(told?.help?.en).toContain(`--changes ${other}`);
  });

  it('leave the neighbours of a deleted cell under their headings', async () => {
    const { draft, problems } = await importBody(body);
    const last = itemsOf(draft!.plan).at(-1);
    expect([last?.executors, last?.indicators]).toEqual([undefined, ['Фото']]);
    expect(problems.find(({ code }) => code === 'deleted-cell')?.message.en).toContain('“Клуб”');
  });
});

describe('cells with tracked changes', () => {
  const tracked = (mark: string, inner: string): string =>
    `<w:tc><w:tcPr>${mark}</w:tcPr><w:p>${inner}</w:p></w:tc>`;
  const insertedCell = tracked('<w:cellIns w:id="3"/>', plain('Клуб'));
  const read = async (body: string, changes: 'accept' | 'reject') => {
    const { draft, problems } = await importBody(body, {}, { changes });
    const { executors = {} } = draft!.plan;
    return {
      rows: itemsOf(draft!.plan).map(({ when, executors: named = [], indicators }) => [
        when,
        named.map((one) => executors[String(one)]?.name),
        indicators,
      ]),
      codes: problems.map(({ code }) => code),
    };
  };

  it('name the words of a deleted one, though they are deleted too', async () => {
    const gone = '<w:del w:id="4"><w:r><w:delText>Клуб</w:delText></w:r></w:del>';
    const { problems } = await importBody(
      plan(row('Акт', '1'), tr(['2', 'Слёт', 'май', tracked('<w:cellDel w:id="3"/>', gone), 'Фото'])),
    );
    expect(problems.find(({ code }) => code === 'deleted-cell')?.message.en).toContain('“Клуб”');
  });

  it('keep columns apart when an inserted one is not taken, unless the row is full without it', async () => {
    const short = plan(row('Акт', '1'), tr(['2', 'Слёт', 'май', insertedCell, 'Фото']));
    expect(await read(short, 'reject')).toEqual({
      rows: [
        ['Июнь', ['Музей'], ['Акт']],
        ['май', [], ['Фото']],
      ],
      codes: ['tracked-changes', 'refused-cell'],
    });
    const full = plan(row('Акт', '1'), tr(['2', 'Слёт', 'май', insertedCell, 'Школы', 'Фото']));
    expect((await read(full, 'reject')).rows[1]).toEqual(['май', ['Школы'], ['Фото']]);
  });

  it('name what a joined one held', async () => {
    const joined = (way: string, words: string) =>
      tracked(`<w:cellMerge w:id="3" w:vMerge="${way}"/>`, plain(words));
    const body = plan(
      tr(['1', 'Выставка', 'май', joined('rest', 'Клуб'), 'Акт']),
      tr(['2', 'Слёт', 'июнь', joined('cont', 'Школы'), 'Фото']),
    );
    expect(await read(body, 'accept')).toEqual({
      rows: [
        ['май', ['Клуб'], ['Акт']],
        ['июнь', ['Клуб'], ['Фото']],
      ],
      codes: ['tracked-changes', 'joined-cell'],
    });
    expect((await read(body, 'reject')).rows[1]).toEqual(['июнь', ['Школы'], ['Фото']]);
  });

  it('count a paragraph that was parted, and strike out by a change of looks', async () => {
    const parted = plan(
      row('Акт', '1'),
      tr([
        '2',
        'Слёт',
        'май',
        tc(
          `<w:p><w:pPr><w:rPr><w:ins w:id="3"/></w:rPr></w:pPr>${plain('Клуб')}</w:p><w:p>${plain('Школы')}</w:p>`,
        ),
        'Фото',
      ]),
    );
    expect((await read(parted, 'accept')).codes).toEqual(['tracked-changes']);
    const look = '<w:strike/><w:rPrChange w:id="4"><w:rPr/></w:rPrChange>';
    const restruck = plan(row(cell(set('Акт', look), plain(' и фото'))));
    expect((await read(restruck, 'accept')).rows[0]![2]).toEqual(['и фото']);
    expect((await read(restruck, 'reject')).rows[0]![2]).toEqual(['Акт и фото']);
  });
});

describe('numbers of items', () => {
  const numbers = async (...written: string[]): Promise<string[]> => {
    const { draft } = await importBody(plan(...written.map((number) => row('Акт', number))));
    return itemsOf(draft!.plan).map(({ number }) => String(number));
  };
  it.each([
    [
      ['i', 'ii', 'iii', 'iv'],
      ['i', 'ii', 'iii', 'iv'],
    ],
    [
      ['i.', 'ii.', 'iii.'],
      ['i', 'ii', 'iii'],
    ],
    [
      ['(i)', '(ii)', '(iii)'],
      ['i', 'ii', 'iii'],
    ],
    [
      ['а)', 'б)', 'в)'],
      ['а', 'б', 'в'],
    ],
    [
      ['II.i', 'II.ii', 'II.iii'],
      ['II.i', 'II.ii', 'II.iii'],
    ],
    [
      ['3.i', '3.ii', '3.iii'],
      ['3.i', '3.ii', '3.iii'],
    ],
    [
      ['Ⅰ', 'Ⅱ', 'ⅲ'],
      ['I', 'II', 'iii'],
    ],
    [
      ['.1', 'п.2', '№ 3'],
      ['1', '2', '3'],
    ],
  ])('%j', async (written, read) => {
    expect(await numbers(...written)).toEqual(read);
  });
});

it('small Roman numbers that stand before the deeds are the numbers of the items', async () => {
  const body = tbl(
    [
      [usual[1], usual[2], usual[3], usual[4]],
      ['i. Слёт', 'май', 'Клуб', 'Акт'],
      ['ii. Поход', 'июнь', 'Клуб', 'Фото'],
    ],
    4,
  );
  const { draft } = await importBody(body);
  expect(outline(draft!.plan)).toEqual(['| i | Слёт | май', '| ii | Поход | июнь']);
});

it('a row with nothing left but its number, of whichever kind, is struck out', async () => {
  const gone = (words: string): string => cell(set(words, struck));
  const { draft, problems } = await importBody(
    plan(row('Акт', 'а)'), tr(['б)', gone('Поход'), gone('май'), gone('Клуб'), gone('Фото')])),
  );
  expect(outline(draft!.plan)).toEqual(['| а | Выставка | Июнь']);
  expect(problems.map(({ code }) => code)).toEqual(['struck-row']);
});
