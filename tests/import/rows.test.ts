import { describe, expect, it } from 'vitest';
import { importBody, importPlans, itemsOf, outline, planOf } from './imported.ts';
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

describe('a cell that stands in no column', () => {
  it('is told and kept as a comment', async () => {
    const { draft, summary } = await importBody(
      tbl([[...usual], [...row('1', 'А'), 'на полях'], row('2', 'Б')], 6),
    );
    expect(outline(draft!.plan)).toEqual(['| 1 | А | Март', '| 2 | Б | Март']);
    expect(draft?.comments[0]?.text).toBe('В документе было ещё:\nна полях');
    expect(summary.notes[0]?.message.ru).toBe(
      'Ячейка не стоит ни в одной графе, её слова записаны комментарием: «на полях».',
    );
  });
});

describe('a row that says the table goes on', () => {
  it('is no section', async () => {
    const plan = await planOf(
      tbl([[...usual], row('1', 'А'), wide('Продолжение таблицы'), ['1', '2', '3', '4', '5'], row('2', 'Б')]),
    );
    expect(outline(plan)).toEqual(['| 1 | А | Март', '| 2 | Б | Март']);
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
    expect(
      await executorsOf('министерство образования, науки и спорта, школы, участвующие в проекте'),
    ).toEqual(['министерство образования, науки и спорта', 'школы, участвующие в проекте']);
    expect(await executorsOf('Речной А.Б., 2-33-44')).toEqual(['Речной А.Б., 2-33-44']);
    expect(await executorsOf('Лугова В.Г., методисты')).toEqual(['Лугова В.Г.', 'методисты']);
  });

  it('that a converter broke inside a phrase are one indicator', async () => {
    const cell = (text: string) =>
      tc(
        text
          .split('|')
          .map((line) => p(line))
          .join(''),
      );
    const plan = await planOf(
      tbl([
        tr(['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат']),
        tr([
          '1',
          'Собрание',
          'март',
          'Завуч',
          cell('Протокол|общешкольного|собрания,|посвящённого|переходу на новые|ФГОС'),
        ]),
        tr(['2', 'Группа', 'март', 'Завуч', cell('Приказ о группе по НОО и ФГОС|ООО|План группы')]),
        tr(['3', 'Итоги', 'март', 'Завуч', cell('приказ|справка|открытые уроки')]),
      ]),
    );
    expect(itemsOf(plan).map(({ indicators }) => indicators)).toEqual([
      ['Протокол общешкольного собрания, посвящённого переходу на новые ФГОС'],
      ['Приказ о группе по НОО и ФГОС ООО', 'План группы'],
      ['приказ', 'справка', 'открытые уроки'],
    ]);
  });

  it('of indicators need no bullets', async () => {
    const plan = await planOf(tbl([[...usual], ['1', 'А', 'Март', 'Комитет', '• Приказ\n• Справка']]));
    expect(plan.items?.[0]?.indicators).toEqual(['Приказ', 'Справка']);
  });

  it('with a dash say that there is nothing', async () => {
    const plan = await planOf(tbl([[...usual], ['1', 'А', 'Март', '-', '–']]));
    expect(plan.items).toEqual([{ number: '1', action: 'А', when: 'Март' }]);
  });
});

describe('several items typed into one row', () => {
  it('are parted where every cell has a line for each of them, or one for all', async () => {
    const { draft, summary } = await importBody(
      tbl([
        [...usual],
        ['1.\n2.', 'Педсовет\nСеминар', 'март\nапрель', 'Завуч', 'Протокол\nПрограмма'],
        ['3.', 'Итоги', 'июнь', 'Завуч', 'Справка'],
      ]),
    );
    expect(itemsOf(draft!.plan)).toEqual([
      { number: '1', action: 'Педсовет', when: 'март', executors: ['завуч'], indicators: ['Протокол'] },
      { number: '2', action: 'Семинар', when: 'апрель', executors: ['завуч'], indicators: ['Программа'] },
      { number: '3', action: 'Итоги', when: 'июнь', executors: ['завуч'], indicators: ['Справка'] },
    ]);
    expect(summary.notes[0]?.place?.row).toBe(2);
  });

  it('stay together where the lines do not match', async () => {
    const plan = await planOf(
      tbl([[...usual], ['1.\n2.', 'Педсовет\nСеминар', 'март\nмай\nиюнь', 'Завуч', '']]),
    );
    expect(plan.items).toHaveLength(1);
    const { draft, summary } = await importBody(tbl([[...usual], row('6\n7', 'Конкурс')]));
    expect(outline(draft!.plan)).toEqual(['| 1 | 6 7\nКонкурс | Март']);
    expect(summary.notes[0]?.message.ru).toContain('В графе номера стоят слова');
  });
});

describe('rows that lack something', () => {
  it('with nothing but a number are no items, and told', async () => {
    const { draft, summary } = await importBody(tbl([[...usual], row('1', 'А'), ['2', '', '', '', '']]));
    expect(outline(draft!.plan)).toEqual(['| 1 | А | Март']);
    expect(summary.notes[0]?.message.ru).toBe('В строке стоит только номер 2, пункт из неё не прочитан.');
  });

  it('without an action say so in its place', async () => {
    const { draft, summary } = await importBody(tbl([[...usual], row('1', 'А'), row('2', '')]));
    expect(outline(draft!.plan)[1]).toBe('| 2 | [мероприятие не указано] | Март');
    expect(summary.notes.map((note) => note.message.ru).join()).toContain('В пункте 2 нет мероприятия');
  });

  it('without a number count on from the last one written', async () => {
    const bare = (action: string): string[] => ['', action, 'Май', 'Школы', 'Отчёт'];
    const plan = await planOf(tbl([[...usual], row('3', 'А'), bare('Б'), bare('В'), row('4', 'Г')]));
    expect(plan.items?.map(({ number }) => number)).toEqual(['3', '3-1', '3-2', '4']);
  });
});

describe('sections inside a table', () => {
  it('begin above the heading where each of them repeats it', async () => {
    const plan = await planOf(
      tbl([wide('1. Анализ'), [...usual], row('1', 'А'), wide('2. Помощь'), [...usual], row('1', 'Б')]),
    );
    expect(outline(plan)).toEqual(['1. Анализ | 1 | А | Март', '2. Помощь | 1 | Б | Март']);
  });

  it('keep the words under their titles', async () => {
    const title = p('Этап 1. Подготовка', { bold: true }) + p('Цель: собрать команду.');
    const plan = await planOf(tbl([[...usual], tr([tc(title, { span: 5 })]), row('1', 'А')]));
    expect(plan.sections?.[0]).toMatchObject({ title: 'Этап 1. Подготовка', note: 'Цель: собрать команду.' });
  });
});

describe('other tables of the document', () => {
  const main = tbl([[...usual], row('1', 'А'), row('2', 'Б')]);
  const timetable = tbl(
    [
      ['№', 'Школа', 'Дата', 'Ответственный'],
      ['1', 'Школа № 1', '12.03.2023', 'А.Б. Речной'],
    ],
    4,
  );

  it('are no part of the road map', async () => {
    const { draft } = await importBody(main + p('График консультаций', centre) + timetable);
    expect(outline(draft!.plan)).toEqual(['| 1 | А | Март', '| 2 | Б | Март']);
    expect(draft?.comments[0]?.text).toContain('1 | Школа № 1 | 12.03.2023 | А.Б. Речной');
  });

  it('may be a second plan, which is read by itself', async () => {
    const [first, second] = await importPlans(
      p('План мероприятий по чтению на 2023 год', centre) +
        main +
        p('План мероприятий по счёту на 2023 год', centre) +
        tbl([[...usual], row('1', 'В')]),
    );
    expect(outline(first!.draft!.plan)).toEqual(['| 1 | А | Март', '| 2 | Б | Март']);
    expect(second!.draft!.plan.title).toBe('План мероприятий по счёту на 2023 год');
    expect(outline(second!.draft!.plan)).toEqual(['| 1 | В | Март']);
  });

  it('that go on may have columns of their own', async () => {
    const plan = await planOf(
      main +
        p('2. Помощь') +
        tbl(
          [
            [...usual, 'Бюджет'],
            [...row('3', 'В'), 'Местный'],
          ],
          6,
        ),
    );
    expect(plan.columns?.at(-1)).toEqual({ field: 'extra.byudzhet', heading: 'Бюджет' });
  });

  it('go on without a heading though a row of theirs reads like one', async () => {
    const plan = await planOf(
      main +
        p('') +
        tbl([
          row('3', 'В'),
          ['4', 'Мероприятия по профилактике', 'Период каникул', 'Ответственные за каникулы', 'Итоги'],
        ]),
    );
    expect(plan.items?.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
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
