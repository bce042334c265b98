import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.ts';
import { showDate, showNumber } from '../../src/import/xlsx/number-format.ts';
import { type Sheet, xlsx } from './excel-file.ts';
import { outline } from './imported.ts';

const heading = { cells: ['№', 'Мероприятие', 'Срок', 'Исполнитель', 'Показатель'] };
const row = (number: string, action: string) => ({ cells: [number, action, 'Март', 'Комитет', 'Справка'] });

const read = (sheets: readonly Sheet[], formats: readonly string[] = []) =>
  importDocument(xlsx(sheets, formats), 'план.xlsx', { changes: 'accept' });

describe('a workbook', () => {
  it('has its title above the heading, merged', async () => {
    const { draft } = await read([
      {
        name: 'План',
        rows: [
          { cells: ['План мероприятий («дорожная карта»)'] },
          { cells: ['Заречного района на 2022 год'] },
          { ...heading, at: 4 },
          row('1', 'Провести сбор'),
        ],
        merges: ['A1:E1', 'A2:E2'],
      },
    ]);
    expect(draft?.plan.title).toBe('План мероприятий («дорожная карта») Заречного района на 2022 год');
    expect([draft?.plan.period, draft?.plan.territory]).toEqual([2022, 'Заречный район']);
    expect(outline(draft!.plan)).toEqual(['| 1 | Провести сбор | Март']);
  });

  it('shows dates, numbers and formulas as their cells do', async () => {
    const { draft } = await read(
      [
        {
          name: 'План',
          rows: [
            heading,
            { cells: [[1, 0], 'Первое', [44634, 1], 'Комитет', [0.4, 2]] },
            { cells: [[2, 0], { formula: 'B2', value: 'Второе' }, [44634, 3], 'Комитет', ''] },
          ],
        },
      ],
      ['dd\\.mm\\.yyyy" г."', '0%', '[$-419]d mmmm yyyy" г.";@'],
    );
    expect(outline(draft!.plan)).toEqual(['| 1 | Первое | 14.03.2022 г.', '| 2 | Второе | 14 марта 2022 г.']);
    expect(draft?.plan.items?.[0]?.indicators).toEqual(['40%']);
  });

  it('goes on from sheet to sheet, and leaves hidden sheets out', async () => {
    const { draft, problems } = await read([
      { name: 'Первый', rows: [heading, row('1', 'Первое')] },
      { name: 'Черновик', rows: [heading, row('9', 'Лишнее')], state: 'hidden' },
      { name: 'Второй', rows: [heading, row('2', 'Второе')] },
    ]);
    expect(outline(draft!.plan)).toEqual(['| 1 | Первое | Март', '| 2 | Второе | Март']);
    expect(problems.map((problem) => problem.code)).toEqual(['hidden-sheet']);
  });

  it('makes a section of each sheet that numbers anew', async () => {
    const titled = await read([
      { name: 'Лист1', rows: [{ cells: ['Направление «Кадры»'] }, heading, row('1', 'Первое')] },
      { name: 'Лист2', rows: [{ cells: ['Направление «Дети»'] }, heading, row('1', 'Второе')] },
    ]);
    expect(outline(titled.draft!.plan)).toEqual([
      'Направление «Кадры» | 1 | Первое | Март',
      'Направление «Дети» | 1 | Второе | Март',
    ]);
    const named = await read([
      { name: 'Кадры', rows: [heading, row('1', 'Первое')] },
      { name: 'Дети', rows: [heading, row('1', 'Второе')] },
    ]);
    expect(outline(named.draft!.plan)).toEqual(['Кадры | 1 | Первое | Март', 'Дети | 1 | Второе | Март']);
  });

  it('has numbers that Excel took for fractions or days', async () => {
    const item = (number: number, style: number) => ({
      cells: [[number, style] as const, 'Дело', 'Март', 'Комитет', 'Справка'],
    });
    const { draft, summary } = await read(
      [
        {
          name: 'План',
          rows: [
            heading,
            item(1.8, 0),
            item(1.9, 0),
            item(1.1, 0),
            item(1.11, 0),
            item(45992, 1),
            item(45993, 2),
          ],
        },
      ],
      ['dd\\.mm\\.yyyy', 'd\\-mmm'],
    );
    expect(draft?.plan.items?.map(({ number }) => number)).toEqual([
      '1.8',
      '1.9',
      '1.10',
      '1.11',
      '1.12',
      '2.12',
    ]);
    expect(summary.notes.map((note) => [note.place?.row, note.message.ru])).toEqual([
      [4, 'Excel показывает номер иначе, чем его писали: 1,1 → 1.10.'],
      [6, 'Excel показывает номер иначе, чем его писали: 01.12.2025 → 1.12.'],
      [7, 'Excel показывает номер иначе, чем его писали: 2-декабря → 2.12.'],
      [undefined, 'Название плана не найдено, взято имя файла.'],
      [undefined, 'Период плана в документе не найден: допишите period.'],
    ]);
  });

  it('has hidden columns read and told, and empty ones left out', async () => {
    const { draft, problems } = await read([
      {
        name: 'План',
        rows: [
          { cells: ['№', 'Мероприятие', '', 'Срок', 'Черновик', 'Исполнитель'] },
          { cells: ['1', 'Первое', '', 'Март', 'вычеркнуть', 'Комитет'] },
        ],
        hiddenColumns: [3, 5],
      },
    ]);
    expect(draft?.plan.columns?.map(({ heading }) => heading)).toEqual([
      '№',
      'Мероприятие',
      'Срок',
      'Черновик',
      'Исполнитель',
    ]);
    expect(problems.map(({ code, message }) => [code, message.ru])).toEqual([
      ['hidden-columns', 'На листе «План» скрыты столбцы E; они прочитаны вместе с остальными.'],
    ]);
  });

  it('has hidden rows read and told', async () => {
    const { draft, problems } = await read([
      { name: 'План', rows: [heading, row('1', 'Первое'), { ...row('2', 'Второе'), hidden: true }] },
    ]);
    expect(outline(draft!.plan)).toHaveLength(2);
    expect(problems.map((problem) => problem.message.ru)).toEqual([
      'На листе «План» скрыты строки 3; они прочитаны вместе с остальными.',
    ]);
  });

  it('has sections over the whole width and values merged downwards', async () => {
    const { draft } = await read([
      {
        name: 'План',
        rows: [
          heading,
          { cells: ['I. Подготовка'] },
          row('1', 'Первое'),
          { cells: ['2', 'Второе', '', 'Комитет', 'Справка'] },
        ],
        merges: ['A2:E2', 'C3:C4'],
      },
    ]);
    expect(outline(draft!.plan)).toEqual([
      'I. Подготовка | 1 | Первое | Март',
      'I. Подготовка | 2 | Второе | Март',
    ]);
  });

  it('keeps what stands under the table apart from its last row', async () => {
    const { draft } = await read([
      {
        name: 'План',
        rows: [
          heading,
          row('1', 'Первое'),
          { cells: ['', 'Начальник Управления', '', 'А.Б. Речной'], at: 5 },
        ],
      },
    ]);
    expect(draft?.plan.items).toEqual([
      { number: '1', action: 'Первое', when: 'Март', executors: ['комитет'], indicators: ['Справка'] },
    ]);
    expect(draft?.comments.map((comment) => comment.text)).toEqual([
      'В документе было ещё:\nНачальник Управления А.Б. Речной',
    ]);
  });
});

describe('number formats', () => {
  it.each([
    [44634, 'dd.mm.yyyy', '14.03.2022'],
    [44634, 'dd\\.mm\\.yyyy;@', '14.03.2022'],
    [44634, 'mmmm yyyy', 'март 2022'],
    [44634, 'd mmm', '14 марта'],
    [44634.5, 'dd.mm.yyyy h:mm', '14.03.2022 12:00'],
    [1, 'dd.mm.yyyy', '01.01.1900'],
  ])('show %d by %s', (serial, format, shown) => {
    expect(showDate(serial, format, false)).toBe(shown);
  });

  it('count from 1904 where the workbook does', () => {
    expect(showDate(43172, 'dd.mm.yyyy', true)).toBe('14.03.2022');
  });

  it.each([
    [0.405, '0.0%', '40,5%'],
    [2.5, '0.00', '2,50'],
    [1.1, 'General', '1,1'],
    [12, 'General', '12'],
  ])('show %d by %s', (value, format, shown) => {
    expect(showNumber(value, format)).toBe(shown);
  });
});
