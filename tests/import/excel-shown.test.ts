import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.ts';
import { showDate, showNumber, showText } from '../../src/import/xlsx/number-format.ts';
import { type SheetRow, xlsx } from './excel-file.ts';
import { itemsOf } from './imported.ts';
import { usual } from './word-file.ts';

describe('a number format', () => {
  it.each([
    [40, '0" %"', '40 %'],
    [12, '"не более "0', 'не более 12'],
    [7, '000', '007'],
    [2.5, '0.0" балла"', '2,5 балла'],
    [3, '"1."0', '1.3'],
    [1, '[=1]"да";"нет"', 'да'],
    [0, '[=1]"да";"нет"', 'нет'],
    [0.25, '# ?/?', '1/4'],
    [2.5, '# ?/?', '2 1/2'],
    [1234567, '#,##0" руб."', '1\u00a0234\u00a0567 руб.'],
    [-5, '0;"минус "0', 'минус 5'],
    [0, '0;-0;"нет"', 'нет'],
    [0.5, '0%', '50%'],
    [1500, '0.0,"тыс."', '1,5тыс.'],
    [12345, '0.0E+00', '1,2E+04'],
    [30, 'General" чел."', '30 чел.'],
    [8, '[Red]0\\ шт', '8 шт'],
    [250, '[$₽-419]0', '₽250'],
    [0.1 + 0.2, 'General', '0,3'],
    [1234.5, '# ##0.0', '1 234,5'],
    [79001234567, '+#(###)###-##-##', '+7(900)123-45-67'],
    [15, '0"-"0', '1-5'],
    [1e21, 'General', '1E+21'],
  ])('%d under %j shows %j', (value, format, shown) => {
    expect(showNumber(value, format)).toBe(shown);
  });

  it.each([
    [44836.5, 'dd.mm.yyyy" г."', '02.10.2022 г.'],
    [1.5, '[h]:mm', '36:00'],
    [0.4, 'h:mm', '9:36'],
    [1.25, '[mm]', '1800'],
    [44836, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2 октября 2022 г.'],
    [44836, 'dddd, d mmmm', 'воскресенье, 2 октября'],
  ])('day %d under %j shows %j', (value, format, shown) => {
    expect(showDate(value, format, false)).toBe(shown);
  });

  it('adds words to a text', () => {
    expect(showText('пять', '@" шт."')).toBe('пять шт.');
    expect(showText('пять', '0;0;0;"около "@')).toBe('около пять');
    expect(showText('пять', '0')).toBe('пять');
  });
});

const read = async (rows: readonly SheetRow[], formats: readonly string[] = []) => {
  const bytes = xlsx([{ name: 'План', rows: [{ cells: [...usual] }, ...rows] }], formats);
  return importDocument(bytes, 'план.xlsx', { changes: 'accept' });
};

describe('a cell of a workbook', () => {
  it.each([
    ['2023-03-05T00:00:00', '05.03.2023'],
    ['2023-03-05', '05.03.2023'],
    ['2023-03-05T14:30:00.000Z', '05.03.2023 14:30'],
    ['14:30:00', '14:30'],
  ])('with the date %s shows %s', async (iso, when) => {
    const { draft } = await read([{ cells: ['1', 'Выставка', { type: 'd', value: iso }, 'Музей', 'Акт'] }]);
    expect(itemsOf(draft!.plan)[0]?.when).toBe(when);
  });

  it.each([
    ['2023-03-05T00:00:00', '05.03.2023'],
    ['2023-03-05 00:00:00', '05.03.2023'],
    ['2023-03-05T09:15', '05.03.2023 09:15'],
    ['2023-03-05', '2023-03-05'],
  ])('with the text %s shows %s', async (written, when) => {
    const { draft } = await read([{ cells: ['1', 'Выставка', written, 'Музей', 'Акт'] }]);
    expect(itemsOf(draft!.plan)[0]?.when).toBe(when);
  });

  it.each(['#Н/Д', '#ССЫЛКА!', '#VALUE!'])('that holds %s as a text is an error too', async (written) => {
    const { draft, problems } = await read([
      { cells: ['1', 'Выставка', written, 'Музей', { formula: 'A1', value: written }] },
    ]);
    const [item] = itemsOf(draft!.plan);
    expect([item?.when, item?.indicators]).toEqual([undefined, undefined]);
    expect(problems.map(({ code }) => code)).toEqual(['error-value', 'error-value']);
  });

  it('without a value, or with an error, is named and never text', async () => {
    const { draft, problems } = await read([
      { cells: ['1', 'Выставка', { formula: 'A1' }, 'Музей', 'Акт'] },
      { cells: ['2', 'Слёт', 'Май', 'Клуб', { type: 'e', value: '#REF!' }] },
      { cells: ['3', 'Поход', 'Май', { type: 'e', value: '#DIV/0!' }, 'Акт'] },
    ]);
    const [first, second, third] = itemsOf(draft!.plan);
    expect([first?.when, second?.indicators, third?.executors]).toEqual([undefined, undefined, undefined]);
    expect(problems.map(({ code, message }) => [code, message.en])).toEqual([
      ['no-value', expect.stringContaining('row 2: a formula without a value (C2)')],
      ['error-value', expect.stringContaining('row 3: the cell holds the error #REF! (E3)')],
      ['error-value', expect.stringContaining('row 4: the cell holds the error #DIV/0! (D4)')],
    ]);
  });

  it('shows the words of its format, in the number of an item too', async () => {
    const { draft } = await read(
      [{ cells: [[5, 1], 'Выставка', 'Май', 'Музей', [40, 2]] }],
      ['"1."0', '"не менее "0" гостей"'],
    );
    const [item] = itemsOf(draft!.plan);
    expect([item?.number, item?.indicators]).toEqual(['1.5', ['не менее 40 гостей']]);
  });

  it('is read with its escapes, once', async () => {
    const { draft } = await read([
      { cells: ['1', 'Файл itog_x005F_x0042_1_x000D_готов', 'Май', 'Музей', 'Акт'] },
    ]);
    expect(itemsOf(draft!.plan)[0]?.action).toBe('Файл itog_x0042_1\nготов');
  });
});

describe('a sheet that is too large', () => {
  it('is refused, unless what lies beyond is only formatted', async () => {
    const item: SheetRow = { cells: ['1', 'Выставка', 'Май', 'Музей', 'Акт'] };
    const far = await read([item, { cells: ['2', 'Слёт', 'Май', 'Клуб', 'Акт'], at: 10_001 }]);
    expect([far.draft, far.problems.map(({ code, severity }) => [code, severity])]).toEqual([
      undefined,
      [['sheet-too-large', 'error']],
    ]);
    const empty = await read([item, { cells: ['', ''], at: 10_001 }]);
    expect(empty.problems).toEqual([]);
  });
});
