import { describe, expect, it } from 'vitest';
import { ANSWER_FIELDS, FORM_COLUMNS } from '../../src/collect/answer-fields.ts';
import type { Sheet, SheetRow } from '../import/excel-file.ts';
import {
  COLUMN,
  collect,
  date,
  day,
  type Fills,
  formFor,
  formRows,
  lineOf,
  number,
  RAION,
  told,
  workspaceOf,
} from './answer-file.ts';

const PLAN = `${RAION}  центр: {name: Методический центр}
items:
  - {number: "1", action: Утвердить план работы, when: до 31 марта 2022 г., executors: [отдел], indicators: [Приказ]}
  - {number: "2", action: Провести семинары для учителей, when: май 2022 г., executors: [отдел, центр], indicators: [Не менее двух семинаров]}
  - {number: "3", action: Обучить педагогов школ, when: до 30 июня 2022 г., executors: [отдел], indicators: [Не менее 60 % педагогов]}
  - {number: "4", action: Проводить совещания директоров, when: "февраль, апрель 2022 г.", executors: [отдел]}
`;

const workspace = workspaceOf({ 'raion.plan.yaml': PLAN });
const form = formFor(workspace, 'raion', 'отдел', '2022-06-01');
const FILLS: Fills = {
  '1': { done: 'да', date: date('2022-03-30') },
  '2 i1': { value: number(2), date: date('2022-05-12'), result: 'Два семинара' },
};
const rows = formRows(form, FILLS);
const TODAY = '2022-06-10';

const read = async (sheets: readonly Sheet[], around = workspace) =>
  (await collect({ 'ответ.xlsx': sheets }, around, TODAY))[0]!;
const factsOf = async (sheets: readonly Sheet[]) =>
  (await read(sheets)).lines.map(({ item, state, fact }) => ({ item: item?.id, state, fact }));

const sheetOf = (own: readonly SheetRow[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Форма',
  rows: own,
  ...more,
});
const withCells = (row: SheetRow, change: (cells: SheetRow['cells'][number][]) => void): SheetRow => {
  const cells = [...row.cells];
  change(cells);
  return { ...row, cells };
};
const [title, head, ...rest] = rows as [SheetRow, SheetRow, ...SheetRow[]];
const lines = rest.slice(0, -1);
const last = rest.at(-1)!;
const KEY = FORM_COLUMNS.length + ANSWER_FIELDS.length;

describe('a form is known again', async () => {
  const asMade = await factsOf([sheetOf(rows)]);
  const byItem = (facts: typeof asMade) => [...facts].sort((a, b) => (a.item! < b.item! ? -1 : 1));

  it('as it was made', () => {
    expect(asMade).toMatchObject([
      { item: '1', state: 'new', fact: { done: true } },
      { item: '2', state: 'new', fact: { count: 2 } },
    ]);
  });

  it.each<[string, readonly SheetRow[]]>([
    ['sorted', [title, head, ...lines.toReversed(), last]],
    ['without its title', [head, ...lines, last]],
    ['with its rows hidden', [title, head, ...lines.map((row) => ({ ...row, hidden: true })), last]],
    ['without its last line', [title, head, ...lines]],
    [
      'without its empty rows',
      [title, head, ...lines.filter(({ cells }) => cells.some((cell) => typeof cell !== 'string')), last],
    ],
    [
      'without keys',
      [title, ...[head, ...lines].map((row) => withCells(row, (cells) => void cells.splice(KEY, 1))), last],
    ],
    [
      'without keys and last line',
      [title, ...[head, ...lines].map((row) => withCells(row, (cells) => void cells.splice(KEY, 1)))],
    ],
    [
      'with a column added before all',
      [title, head, ...lines, last].map((row) => withCells(row, (cells) => void cells.unshift(''))),
    ],
    [
      'with a column moved',
      [title, head, ...lines, last].map((row) =>
        withCells(row, (cells) => void cells.unshift(cells.splice(KEY, 1)[0] ?? '')),
      ),
    ],
  ])('%s', async (_, own) => {
    expect(byItem(await factsOf([sheetOf(own)]))).toEqual(byItem(asMade));
  });

  it('in a copied sheet, which says the same once more', async () => {
    const copied = await factsOf([sheetOf(rows), sheetOf(rows, { name: 'Форма (2)' })]);
    expect(copied.map(({ state }) => state)).toEqual(['new', 'new', 'repeated', 'repeated']);
  });
});

describe('what an answer holds beside its answers is told', () => {
  it('an added column', async () => {
    const own = [
      title,
      ...[head, ...lines].map((row, at) =>
        withCells(row, (cells) => void cells.push(at === 0 ? 'Кто' : at === 1 ? 'Иванова' : '')),
      ),
    ];
    expect(told(await read([sheetOf([...own, last])]))).toEqual(['P3 unknown-column']);
  });

  it('a second sheet', async () => {
    const other: Sheet = { name: 'Лист2', rows: [{ cells: ['Просим', 'продлить'] }] };
    expect(told(await read([sheetOf(rows), other]))).toEqual(['Лист2 other-table']);
  });

  it('what was typed over the words of the plan', async () => {
    const own = rows.map((row, at) =>
      at === 2 ? withCells(row, (cells) => void cells.splice(1, 1, 'Обсудить план')) : row,
    );
    expect(told(await read([sheetOf(own)]))).toEqual(['B3 locked-changed']);
  });

  it('what was typed over the words of a row that is not answered', async () => {
    const bare = formRows(form, {});
    const own = bare.map((row, at) =>
      at === 2 ? withCells(row, (cells) => void cells.splice(1, 2, 'Уже утвердили', 'в марте')) : row,
    );
    expect(told(await read([sheetOf(own)]))).toEqual(['B3 locked-changed', 'C3 locked-changed']);
  });

  it('what was typed over the question and over what was known, in a row that is answered and in one that is not', async () => {
    const own = rows.map((row, at) =>
      at === 2 || at === 5
        ? withCells(row, (cells) => void cells.splice(3, 2, 'Проведём в мае', 'Уже проведено'))
        : row,
    );
    expect([...told(await read([sheetOf(own)]))].sort()).toEqual([
      'D3 locked-changed',
      'D6 locked-changed',
      'E3 locked-changed',
      'E6 locked-changed',
    ]);
  });

  it('what was typed behind the words of the form, and over a key', async () => {
    const own = rows.map((row, at) =>
      at === 2
        ? withCells(row, (cells) => {
            cells[2] = `${cells[2]} – в марте`;
            cells[KEY] = 'Иванова';
          })
        : row,
    );
    const answer = await read([sheetOf(own)]);
    expect(told(answer)).toEqual(['C3 locked-changed', 'O3 locked-changed']);
    expect(lineOf(answer, '1')).toMatchObject({ state: 'new' });
  });

  it('nothing, where a row repeats the words of its item', async () => {
    const own = rows.map((row, at) =>
      at === 4 ? withCells(row, (cells) => void cells.splice(1, 1, 'Провести семинары для учителей')) : row,
    );
    expect(told(await read([sheetOf(own)]))).toEqual([]);
  });

  it('a column without a heading', async () => {
    const own = rows.map((row, at) =>
      at === 2 ? withCells(row, (cells) => void cells.push('', 'см. письмо')) : row,
    );
    const answer = await read([sheetOf(own)]);
    expect(told(answer)).toEqual(['Q3 unknown-column']);
    expect(answer.findings[0]?.message.ru).toBe('Графа без заголовка, не прочитана');
  });

  it('words above the form and beside its last line', async () => {
    const own = [
      withCells(title, (cells) => void cells.push('Срочно!')),
      { cells: ['', 'Отвечает: Отдел; что известно, указано на 1 июня 2022 г.', '', 'Просим учесть'] },
      ...rows.slice(1, -1),
      withCells(last, (cells) => void cells.push('Иванова')),
    ];
    expect(told(await read([sheetOf(own)]))).toEqual(['B12 text-beside', 'B1 text-beside', 'D2 text-beside']);
  });

  it('a row with a number that is none of the plan and is not answered', async () => {
    const own = [...rows.slice(0, -1), { cells: ['5', 'Дополнительно: ярмарка', 'в мае'] }, last];
    const answer = await read([sheetOf(own)]);
    expect(answer.findings).toMatchObject([
      { code: 'text-beside', place: { cell: 'A11' }, cells: [{ cell: 'B11' }, { cell: 'C11' }] },
    ]);
  });

  it('all cells of an answered row that is none of the plan', async () => {
    const added: SheetRow = { cells: ['5', 'Ярмарка', '', '', '', 'да', date('2022-05-12')] };
    const answer = await read([sheetOf([...rows.slice(0, -1), added, last])]);
    expect(answer.lines.at(-1)).toMatchObject({
      state: 'unread',
      cells: [{ place: { cell: 'F11' } }, { place: { cell: 'G11' } }],
      findings: [{ code: 'unknown-row', cells: [{ cell: 'A11' }, { cell: 'B11' }] }],
    });
  });

  it.each([
    [['', '', 'Иванова И.И.', ''], 'Иванова И.И.'],
    [['', '', 'Иванова И.И.', '', '8 900 000-00-00'], 'Иванова И.И., 8 900 000-00-00'],
    [[': Иванова И.И.'], 'Иванова И.И.'],
    [['', ''], undefined],
  ])('who filled it: %j', async ([behind = '', ...cells], name) => {
    const by: SheetRow = { cells: ['', `Заполнил (Ф.И.О., телефон)${behind}`, ...cells] };
    const answer = await read([sheetOf([title, by, ...rows.slice(1)])]);
    expect(answer.filledBy).toBe(name);
    expect(told(answer)).toEqual([]);
  });

  it('comments, on an answer, on the question and on a cell that is empty', async () => {
    const answer = await read([
      sheetOf(rows, { comments: { F3: 'по письму', B4: 'не понимаем', J6: 'пришлём позже' } }),
    ]);
    expect([...told(answer)].sort()).toEqual(['B4 comment', 'F3 comment', 'J6 comment']);
    expect(lineOf(answer, '1')).toMatchObject({
      state: 'new',
      findings: [{ code: 'comment', text: 'по письму' }],
    });
  });

  it('what is struck out, in an answer and in the question; the rest of the cell is read', async () => {
    const struck = (text: string, more: string): SheetRow['cells'][number] => ({
      runs: [
        [text, '<strike/>'],
        [more, ''],
      ],
    });
    const own = rows.map((row, at) =>
      at === 2
        ? withCells(row, (cells) => {
            cells[1] = struck('Утвердить план работы', '');
            cells[COLUMN.get('result')!] = struck('Не утверждён', 'Утверждён');
          })
        : row,
    );
    const answer = await read([sheetOf(own)]);
    expect([...told(answer)].sort()).toEqual(['B3 struck', 'J3 struck']);
    expect(lineOf(answer, '1').fact).toMatchObject({ done: true, result: 'Утверждён' });
  });

  it('a choice that is struck out is none', async () => {
    const own = rows.map((row, at) =>
      at === 2
        ? withCells(row, (cells) => {
            cells[COLUMN.get('done')!] = { runs: [['да', '<strike/>']] };
          })
        : row,
    );
    const answer = await read([sheetOf(own)]);
    expect(lineOf(answer, '1').fact).toBeUndefined();
    expect(told(answer)).toContain('F3 struck');
  });

  it('what was not asked', async () => {
    const own = formRows(form, { ...FILLS, '2 i1': { ...FILLS['2 i1'], of: number(5) } });
    expect(told(await read([sheetOf(own)]))).toEqual(['I5 not-asked']);
  });

  it('hidden rows', async () => {
    expect(
      told(await read([sheetOf(rows.map((row, at) => (at === 2 ? { ...row, hidden: true } : row)))])),
    ).toEqual(['3 hidden-row']);
  });

  it('words below the form', async () => {
    expect(told(await read([sheetOf([...rows, { cells: ['', '', 'Исп. Иванова'] }])]))).toEqual([
      'C12 text-beside',
    ]);
  });
});

describe('a column under another heading', () => {
  const headed = (heading: string, key = 'result', fills = FILLS) =>
    formRows(form, fills).map((row, at) =>
      at === 1 ? withCells(row, (cells) => void cells.splice(COLUMN.get(key)!, 1, heading)) : row,
    );

  it.each([
    ['Результат (кратко)', 'result'],
    ['Достигнутый результат', 'result'],
    ['ДАТА (дд.мм.гггг)', 'date'],
    ['Дата исполнения', 'date'],
  ])('that says the same is read: %s', async (heading, key) => {
    expect(await factsOf([sheetOf(headed(heading, key))])).toEqual(await factsOf([sheetOf(rows)]));
  });

  it.each(['Что получилось у школ', ''])('holds the rows that have words in it: «%s»', async (heading) => {
    const answer = await read([sheetOf(headed(heading))]);
    expect(told(answer)).toEqual(['J5 renamed-column']);
    expect(lineOf(answer, '1')).toMatchObject({ state: 'new' });
    expect(lineOf(answer, '2', 'i1')).toMatchObject({ state: 'unread' });
    expect(lineOf(answer, '2', 'i1').fact).toBeUndefined();
  });

  it('holds rows that have nothing else', async () => {
    const answer = await read([sheetOf(headed('Итоги года', 'result', { '1': { result: 'Утверждён' } }))]);
    expect(answer.lines).toMatchObject([
      { state: 'unread', findings: [{ code: 'renamed-column', text: 'Утверждён' }] },
    ]);
  });
});

describe('nothing is taken from', () => {
  it('merged cells', async () => {
    const answer = await read([sheetOf(rows, { merges: ['F3:F4'] })]);
    expect(lineOf(answer, '1')).toMatchObject({ state: 'unread' });
    expect(told(answer)).toContain('F3 merged');
  });

  it('a row of another form', async () => {
    const foreign = formRows(formFor(workspace, 'raion', 'центр', '2022-06-01'), {
      '2 i1': { value: number(7) },
    });
    const row = foreign.find(({ cells }) => cells.some((cell) => Array.isArray(cell)))!;
    const answer = await read([sheetOf([title, head, ...lines, row, last])]);
    expect(answer.lines.at(-1)).toMatchObject({ state: 'unread', findings: [{ code: 'foreign-row' }] });
  });

  it('a row under a known number with other words', async () => {
    const own = [
      title,
      ...[head, ...lines].map((row) => withCells(row, (cells) => void cells.splice(KEY, 1))),
    ].map((row, at) =>
      at === 2 ? withCells(row, (cells) => void cells.splice(1, 1, 'Закупить автобусы')) : row,
    );
    const answer = await read([sheetOf([...own, last])]);
    expect(answer.lines[0]).toMatchObject({ state: 'unread', findings: [{ code: 'unknown-row' }] });
  });
});

it('days of a workbook that counts from 1904 are the days that it shows', async () => {
  const serial = (text: string): SheetRow['cells'][number] => [day(text) + 25_569 - 1462, 1];
  const own = formRows(form, { '1': { done: 'да', date: serial('2022-03-30') } });
  const [answer] = await collect({ 'ответ.xlsx': [sheetOf(own)] }, workspace, TODAY, true);
  expect(told(answer!)).toEqual([]);
  expect(lineOf(answer!, '1').fact).toMatchObject({ from: day('2022-03-30'), to: day('2022-03-30') });
  // A day copied as a number into the other count is four years off, and out of the plan.
  const copied = formRows(form, { '1': { done: 'да', date: date('2022-03-30') } });
  const [wrong] = await collect({ 'ответ.xlsx': [sheetOf(copied)] }, workspace, TODAY, true);
  expect(told(wrong!)).toEqual(['G3 date-in-future']);
});

describe('the last of several turns', () => {
  it('does not close the others', async () => {
    const turn = '4 t20220401-20220430';
    const answer = await read([
      sheetOf(formRows(form, { [turn]: { done: 'да', date: date('2022-04-20') } })),
    ]);
    expect(lineOf(answer, '4', 't20220401-20220430').fact).toEqual({
      item: '4',
      from: day('2022-04-20'),
      to: day('2022-04-20'),
      done: true,
      whole: false,
      evidence: [],
    });
  });
});
