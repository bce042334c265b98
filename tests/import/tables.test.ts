import { describe, expect, it } from 'vitest';
import { importBody, itemsOf, outline, planOf } from './imported.ts';
import { list, p, tbl, tc, tr, usual } from './word-file.ts';

const row = (number: string, action: string): string[] => [number, action, 'Март', 'Комитет', 'Справка'];

describe('columns', () => {
  it('are told by their headings in any wording and order', async () => {
    const plan = await planOf(
      tbl([
        ['Сроки исполнения', 'Ответственные', 'Содержание деятельности', 'Форма отчётности', '№'],
        ['Март 2022 г.', 'Комитет', 'Провести совещание', 'Протокол', '1'],
      ]),
    );
    expect(plan.items).toEqual([
      {
        number: '1',
        action: 'Провести совещание',
        when: 'Март 2022 г.',
        executors: ['комитет'],
        indicators: ['Протокол'],
      },
    ]);
    expect(plan.columns?.map((column) => column.field)).toEqual([
      'when',
      'executors',
      'action',
      'indicators',
      'number',
    ]);
  });

  it('read a heading of two rows with merged cells', async () => {
    const plan = await planOf(
      tbl(
        [
          tr([
            tc('№', { merge: 'start' }),
            tc('Наименование мероприятия', { merge: 'start' }),
            tc('Реализация', { span: 2 }),
            tc('Ожидаемый результат', { merge: 'start' }),
          ]),
          tr([
            tc('', { merge: 'continue' }),
            tc('', { merge: 'continue' }),
            'Срок',
            'Исполнители',
            tc('', { merge: 'continue' }),
          ]),
          ['1', '2', '3', '4', '5'],
          row('1', 'Утвердить план'),
        ],
        5,
      ),
    );
    expect(outline(plan)).toEqual(['| 1 | Утвердить план | Март']);
    expect(itemsOf(plan)[0]?.executors).toEqual(['комитет']);
  });

  it('join the start and the end of a period in two columns', async () => {
    const plan = await planOf(
      tbl(
        [
          tr([
            tc('№', { merge: 'start' }),
            tc('Мероприятие', { merge: 'start' }),
            tc('Срок реализации', { span: 2 }),
            tc('Ответственный', { merge: 'start' }),
          ]),
          tr([
            tc('', { merge: 'continue' }),
            tc('', { merge: 'continue' }),
            'начало',
            'окончание',
            tc('', { merge: 'continue' }),
          ]),
          ['1', 'Повысить квалификацию учителей', '01.02.2022', '30.06.2022', 'Комитет'],
        ],
        5,
      ),
    );
    expect(outline(plan)).toEqual(['| 1 | Повысить квалификацию учителей | 01.02.2022 – 30.06.2022']);
  });

  it('keep a column of one’s own under its heading', async () => {
    const { draft, summary } = await importBody(
      tbl(
        [
          [...usual, 'Источник финансирования'],
          [...row('1', 'Утвердить план'), 'Местный бюджет'],
        ],
        6,
      ),
    );
    expect(draft?.plan.items?.[0]?.extra).toEqual({ 'istochnik-finansirovaniya': 'Местный бюджет' });
    expect(draft?.plan.columns?.at(-1)).toEqual({
      field: 'extra.istochnik-finansirovaniya',
      heading: 'Источник финансирования',
    });
    expect(summary.notes.map((note) => note.message.ru)).toContain(
      'Графа «Источник финансирования» не узнана и сохранена под своим названием.',
    );
  });

  it('number the rows of a table without a number column, or take the numbers from the actions', async () => {
    const without = await planOf(
      tbl(
        [
          ['Мероприятия', 'Сроки'],
          ['Утвердить план', 'Март'],
          ['Провести сбор', 'Май'],
        ],
        2,
      ),
    );
    expect(outline(without)).toEqual(['| 1 | Утвердить план | Март', '| 2 | Провести сбор | Май']);
    const within = await planOf(
      tbl(
        [
          ['Мероприятия', 'Сроки'],
          ['1.1. Утвердить план', 'Март'],
          ['1.2. Провести сбор', 'Май'],
        ],
        2,
      ),
    );
    expect(outline(within)).toEqual(['| 1.1 | Утвердить план | Март', '| 1.2 | Провести сбор | Май']);
  });
});

describe('rows', () => {
  it('drop repeated headings and rows of column numbers', async () => {
    const plan = await planOf(
      tbl([
        [...usual],
        ['1', '2', '3', '4', '5'],
        row('1.', 'Первое'),
        [...usual],
        ['1', '2', '3', '4', '5'],
        row('2.', 'Второе'),
      ]),
    );
    expect(outline(plan)).toEqual(['| 1 | Первое | Март', '| 2 | Второе | Март']);
    expect(plan.numbering).toEqual({ suffix: '.' });
  });

  it('join tables that a page break parted, with and without a heading', async () => {
    const plan = await planOf(
      tbl([[...usual], row('1', 'Первое')]) +
        p('') +
        p('Продолжение таблицы') +
        tbl([[...usual], row('2', 'Второе')]) +
        p('') +
        tbl([row('3', 'Третье')]),
    );
    expect(outline(plan)).toEqual(['| 1 | Первое | Март', '| 2 | Второе | Март', '| 3 | Третье | Март']);
  });

  it('join a row that was cut in the middle of its cells', async () => {
    const plan = await planOf(
      tbl([[...usual], ['1', 'Организовать сбор', 'Март', 'Комитет,', 'Справка о']]) +
        tbl([[...usual], ['', 'сведений о школах', '', 'школы', 'сборе'], row('2', 'Второе')]),
    );
    expect(outline(plan)).toEqual([
      '| 1 | Организовать сбор сведений о школах | Март',
      '| 2 | Второе | Март',
    ]);
    expect(itemsOf(plan)[0]?.indicators).toEqual(['Справка о сборе']);
    expect(itemsOf(plan)[0]?.executors).toEqual(['комитет', 'школы']);
  });

  it('repeat the value of a vertical merge', async () => {
    const plan = await planOf(
      tbl([
        [...usual],
        tr(['1', 'Первое', tc('Постоянно', { merge: 'start' }), 'Комитет', 'Справка']),
        tr(['2', 'Второе', tc('', { merge: 'continue' }), 'Комитет', 'Справка']),
        row('3', 'Третье'),
      ]),
    );
    expect(outline(plan)).toEqual([
      '| 1 | Первое | Постоянно',
      '| 2 | Второе | Постоянно',
      '| 3 | Третье | Март',
    ]);
  });

  it('carry a vertical merge over to the next piece of a broken table', async () => {
    const goesOn = tc('', { merge: 'continue' });
    const plan = await planOf(
      tbl([[...usual], tr(['1', 'Первое', tc('Постоянно', { merge: 'start' }), 'Комитет', 'Справка'])]) +
        p('') +
        tbl([
          tr(['2', 'Второе', goesOn, 'Комитет', 'Справка']),
          tr(['3', 'Третье', goesOn, 'Комитет', 'Справка']),
          tr(['4', 'Четвёртое', 'Май', 'Комитет', 'Справка']),
        ]),
    );
    expect(outline(plan)).toEqual([
      '| 1 | Первое | Постоянно',
      '| 2 | Второе | Постоянно',
      '| 3 | Третье | Постоянно',
      '| 4 | Четвёртое | Май',
    ]);
  });

  it('read rows under one merged number as one item', async () => {
    const { draft, summary } = await importBody(
      tbl([
        [...usual],
        tr([
          tc('1', { merge: 'start' }),
          tc('Провести совещания', { merge: 'start' }),
          'Март',
          'Комитет',
          'Протокол',
        ]),
        tr([tc('', { merge: 'continue' }), tc('', { merge: 'continue' }), 'Май', 'Школы', 'Отчёт']),
      ]),
    );
    expect(draft?.plan.items).toEqual([
      {
        number: '1',
        action: 'Провести совещания',
        when: 'Март\nМай',
        executors: ['комитет', 'школы'],
        indicators: ['Протокол', 'Отчёт'],
      },
    ]);
    expect(summary.notes.some((note) => note.place?.row === 3)).toBe(true);
  });

  it('take numbers from Word’s own numbering, with its levels and restarts', async () => {
    const numbered = (level: number, text: string): string[] => [
      tc(p('', { list: [1, level] })),
      text,
      'Март',
      'Комитет',
      'Справка',
    ];
    const plan = await planOf(
      tbl([
        [...usual],
        numbered(0, 'А'),
        numbered(1, 'Б'),
        numbered(1, 'В'),
        numbered(0, 'Г'),
        numbered(1, 'Д'),
      ]),
      {
        numbering: list(1, [
          ['decimal', '%1.'],
          ['decimal', '%1.%2.'],
        ]),
      },
    );
    expect(itemsOf(plan).map((item) => item.number)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
  });

  it('keep an empty cell empty and a repeated number repeated', async () => {
    const plan = await planOf(tbl([[...usual], ['1', 'Первое', '', '', ''], row('1', 'Второе')]));
    expect(plan.items).toHaveLength(2);
    expect(plan.items?.[0]).toEqual({ number: '1', action: 'Первое' });
  });

  it('do not take an item with bare cells for a section when the next number does not belong to it', async () => {
    const plan = await planOf(
      tbl([[...usual], row('1', 'Первое'), ['2', 'Провести конкурс', '', '', ''], row('3', 'Третье')]),
    );
    expect(outline(plan)).toHaveLength(3);
    expect(plan.sections).toBeUndefined();
  });
});

describe('sections', () => {
  const wide = (text: string, look = {}): string => tr([tc(text, { span: 5 }, look)]);

  it('nest by their numbers', async () => {
    const plan = await planOf(
      tbl([
        [...usual],
        wide('I. Подготовка'),
        wide('1. Кадры'),
        row('1.1', 'А'),
        wide('2. Средства'),
        row('2.1', 'Б'),
        wide('II. Работа'),
        row('3.1', 'В'),
      ]),
    );
    expect(outline(plan)).toEqual([
      'I. Подготовка 1. Кадры | 1.1 | А | Март',
      'I. Подготовка 2. Средства | 2.1 | Б | Март',
      'II. Работа | 3.1 | В | Март',
    ]);
  });

  it('nest by their look where they have no numbers', async () => {
    const top = { bold: true, align: 'center' } as const;
    const sub = { italic: true } as const;
    const plan = await planOf(
      tbl([
        [...usual],
        wide('Организация', top),
        wide('Кадры', sub),
        row('1', 'А'),
        wide('Средства', sub),
        row('2', 'Б'),
        wide('Контроль', top),
        row('3', 'В'),
      ]),
    );
    expect(outline(plan)).toEqual([
      'Организация Кадры | 1 | А | Март',
      'Организация Средства | 2 | Б | Март',
      'Контроль | 3 | В | Март',
    ]);
  });

  it('are seen in rows that nobody merged', async () => {
    const plan = await planOf(
      tbl([
        [...usual],
        tr([tc('1.', {}, { bold: true }), tc('Организация', {}, { bold: true }), '', '', '']),
        row('1.1.', 'А'),
        tr(['2.', 'Контроль', '', '', '']),
        row('2.1.', 'Б'),
      ]),
    );
    expect(outline(plan)).toEqual(['1. Организация | 1.1 | А | Март', '2. Контроль | 2.1 | Б | Март']);
  });

  it('stand between tables as headings', async () => {
    const plan = await planOf(
      p('План мероприятий («дорожная карта») на 2022 год', { align: 'center', bold: true }) +
        p('1. Организация', { bold: true }) +
        tbl([[...usual], row('1.1', 'А')]) +
        p('2. Контроль', { bold: true }) +
        tbl([[...usual], row('2.1', 'Б')]),
    );
    expect(plan.title).toBe('План мероприятий («дорожная карта») на 2022 год');
    expect(outline(plan)).toEqual(['1. Организация | 1.1 | А | Март', '2. Контроль | 2.1 | Б | Март']);
  });

  it('keep the rows of the table’s own introduction apart', async () => {
    const plan = await planOf(
      tbl([
        [...usual],
        tr([tc('Актуальность', { span: 2 }), tc('В районе девять школ, две из них в проекте.', { span: 3 })]),
        tr([tc('Задачи', { span: 2 }), tc('- обновить базу;\n- обучить учителей.', { span: 3 })]),
        row('1', 'А'),
      ]),
    );
    expect(plan.context).toEqual([
      { heading: 'Актуальность', text: 'В районе девять школ, две из них в проекте.', 'in-table': true },
      { heading: 'Задачи', list: ['обновить базу;', 'обучить учителей.'], 'in-table': true },
    ]);
    expect(outline(plan)).toEqual(['| 1 | А | Март']);
  });
});

describe('layout', () => {
  it('opens a table that only holds the road map in place', async () => {
    const plan = await planOf(
      tbl([tr([tc(p('План на 2022 год', { bold: true }) + tbl([[...usual], row('1', 'А')]) + p(''))])], 1),
    );
    expect(outline(plan)).toEqual(['| 1 | А | Март']);
    expect(plan.title).toBe('План на 2022 год');
  });

  it('keeps the words of a table inside a cell', async () => {
    const inner = tbl(
      [
        ['Школа № 1', 'март'],
        ['Школа № 2', 'май'],
      ],
      2,
    );
    const plan = await planOf(
      tbl([[...usual], ['1', tc(p('Посетить школы') + inner + p('')), 'Март', 'Комитет', 'Акт']]),
    );
    expect(plan.items?.[0]?.action).toBe('Посетить школы\nШкола № 1 март\nШкола № 2 май');
  });

  it('reads rows whose borders were dragged apart', async () => {
    const plan = await planOf(
      tbl(
        [
          tr([tc('№'), tc('Мероприятие', { span: 2 }), tc('Срок'), tc('Исполнитель')]),
          tr([tc('1', { span: 2 }), tc('Первое'), tc('Март'), tc('Комитет')]),
        ],
        5,
      ),
    );
    expect(plan.items).toEqual([{ number: '1', action: 'Первое', when: 'Март', executors: ['комитет'] }]);
  });

  it('says so when there is no road map', async () => {
    const { draft, problems } = await importBody(
      p('Служебная записка') +
        tbl(
          [
            ['ФИО', 'Должность'],
            ['И.О. Фамилия', 'методист'],
          ],
          2,
        ),
    );
    expect(draft).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual(['no-road-map']);
  });
});

it.each([
  ['Раздел I. ЯНВАРЬ', 'ЯНВАРЬ'],
  ['1. Январь', 'Январь'],
  ['II. I квартал', 'I квартал'],
  ['I. Работа с кадрами', undefined],
])('the title «%s» of a section states the term %s', async (title, when) => {
  const { sections } = await planOf(
    tbl([
      [...usual],
      tr([tc(title, { span: 5 }, { bold: true })]),
      ['1', 'Слёт', 'до 10', 'Клуб', 'Акт'],
      tr([tc('III. Прочее', { span: 5 }, { bold: true })]),
      ['1', 'Бег', 'май', 'Клуб', 'Акт'],
    ]),
  );
  expect(sections?.[0]?.when).toBe(when);
});
