import { describe, expect, it } from 'vitest';
import { importBody, itemsOf, outline, planOf } from './imported.ts';
import { p, tbl, tc, tr, usual } from './word-file.ts';

const row = (number: string, action: string): string[] => [number, action, 'Март', 'Комитет', 'Справка'];
const wide = (text: string): string => tr([tc(text, { span: 5 }, { bold: true })]);
const centre = { align: 'center', bold: true } as const;

describe('rows that are no items', () => {
  it('are told and kept as a comment', async () => {
    const { draft, summary } = await importBody(
      tbl([
        [...usual],
        row('1', 'А'),
        tr([tc('ИТОГО', { span: 2 }), '', '', '3 справки']),
        row('2', 'Б'),
        wide('Всего по плану: 2 мероприятия'),
        tr([tc('* Сроки уточняются.', { span: 5 })]),
      ]),
    );
    expect(outline(draft!.plan)).toEqual(['| 1 | А | Март', '| 2 | Б | Март']);
    expect(draft?.comments[0]?.text).toBe(
      'В документе было ещё:\nИТОГО | 3 справки\nВсего по плану: 2 мероприятия\n* Сроки уточняются.',
    );
    expect(summary.notes.filter((note) => note.place !== undefined)).toHaveLength(3);
  });
});

describe('a numbered row without period and executor', () => {
  it('is an item among items, so that no section swallows the next ones', async () => {
    const { draft, summary } = await importBody(
      tbl([
        [...usual],
        ['1', 'Аналитический этап', '', '', ''],
        row('1.1', 'Собрать данные'),
        row('2', 'Повысить квалификацию'),
        row('2.1', 'Обучить директоров'),
      ]),
    );
    expect(itemsOf(draft!.plan).map(({ number }) => number)).toEqual(['1', '1.1', '2', '2.1']);
    expect(draft?.plan.sections).toBeUndefined();
    expect(summary.notes[0]?.place?.row).toBe(2);
  });
});

describe('several rows under one number', () => {
  it('keep their values on lines of their own', async () => {
    const goesOn = tc('', { merge: 'continue' });
    const plan = await planOf(
      tbl([
        [...usual],
        tr([tc('1', { merge: 'start' }), 'Экскурсии', 'октябрь', 'Школы', '200 человек']),
        tr([goesOn, 'Ярмарка профессий', 'ноябрь', 'Комитет', '300 человек']),
      ]),
    );
    expect(plan.items).toEqual([
      {
        number: '1',
        action: 'Экскурсии\nЯрмарка профессий',
        when: 'октябрь\nноябрь',
        executors: ['школы', 'комитет'],
        indicators: ['200 человек', '300 человек'],
      },
    ]);
  });

  it('a list in the action does not give its first number to the row', async () => {
    const plan = await planOf(
      tbl(
        [
          ['Мероприятия', 'Сроки'],
          ['1. Педсовет.\n2. Семинар.', 'Январь\nФевраль'],
        ],
        2,
      ),
    );
    expect(plan.items?.[0]?.action).toBe('1. Педсовет.\n2. Семинар.');
  });
});

describe('cells', () => {
  it('of executors keep classes and posts together', async () => {
    const executorsOf = async (text: string): Promise<string[]> => {
      const plan = await planOf(tbl([[...usual], ['1', 'А', 'Март', text, 'Справка']]));
      return Object.values(plan.executors ?? {}).map(({ name }) => name);
    };
    expect(await executorsOf('Классные руководители 9, 11 классов')).toEqual([
      'Классные руководители 9, 11 классов',
    ]);
    expect(await executorsOf('Школы № 1, № 4, методисты')).toEqual(['Школы № 1, № 4', 'методисты']);
    expect(await executorsOf('Лугова В.Г., начальник отдела; Речной А.Б., методист')).toEqual([
      'Лугова В.Г., начальник отдела',
      'Речной А.Б., методист',
    ]);
    expect(await executorsOf('Лугова В.Г., методисты')).toEqual(['Лугова В.Г.', 'методисты']);
  });

  it('with a dash say that there is nothing', async () => {
    const plan = await planOf(tbl([[...usual], ['1', 'А', 'Март', '-', '–']]));
    expect(plan.items).toEqual([{ number: '1', action: 'А', when: 'Март' }]);
  });
});

describe('sections between tables', () => {
  const one = (action: string): string => tbl([[...usual], row('1', action)]);
  const title = p('План работы на 2023 год', centre);

  it('begin above the first one too', async () => {
    const plan = await planOf(
      title +
        p('Цель: помочь учителям.') +
        p('Направление 1. Анализ', { bold: true }) +
        one('А') +
        p('Направление 2. Помощь', { bold: true }) +
        one('Б'),
    );
    expect(outline(plan)).toEqual([
      'Направление 1. Анализ | 1 | А | Март',
      'Направление 2. Помощь | 1 | Б | Март',
    ]);
    expect(plan.context).toEqual([{ heading: 'Цель', text: 'помочь учителям.' }]);
  });

  it('need no number where they are set alike below the title', async () => {
    const plan = await planOf(
      title +
        p('Работа с кадрами', { bold: true }) +
        one('А') +
        p('Работа с детьми', { bold: true }) +
        one('Б'),
    );
    expect(outline(plan)).toEqual(['Работа с кадрами | 1 | А | Март', 'Работа с детьми | 1 | Б | Март']);
  });

  it('keep the words under their titles', async () => {
    const plan = await planOf(
      title +
        p('Риск «Кадры»', { bold: true }) +
        p('Цель: найти учителей.') +
        one('А') +
        p('Риск «Успеваемость»', { bold: true }) +
        p('Цель: помочь отстающим.') +
        p('Задачи:') +
        p('- найти причины;') +
        p('- составить планы.') +
        one('Б'),
    );
    expect(plan.sections?.map(({ title: text, note }) => [text, note])).toEqual([
      ['Риск «Кадры»', 'Цель: найти учителей.'],
      ['Риск «Успеваемость»', 'Цель: помочь отстающим.\nЗадачи:\n- найти причины;\n- составить планы.'],
    ]);
  });

  it('are not opened anew by the title above the rest of a table', async () => {
    const plan = await planOf(
      title + p('1. Анализ', centre) + one('А') + p('1. Анализ', centre) + tbl([[...usual], row('2', 'Б')]),
    );
    expect(outline(plan)).toEqual(['1. Анализ | 1 | А | Март', '1. Анализ | 2 | Б | Март']);
  });
});
