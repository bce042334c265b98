import { describe, expect, it } from 'vitest';
import { importBody, itemsOf, outline, planOf } from './imported.ts';
import { p, tbl, tc, tr } from './word-file.ts';

const start = (text: string): string => tc(text, { merge: 'start' });
const goesOn = tc('', { merge: 'continue' });
const fieldsOf = (columns: readonly { field: string }[] | undefined): string[] =>
  (columns ?? []).map(({ field }) => field);

describe('headings as people write them', () => {
  it.each([
    ['№№', 'Что делаем', 'Когда', 'Кто отвечает', 'Итоговый документ'],
    ['№\nп/\nп', 'Меро-\nприятие', 'Сро-\nки', 'Ответст-\nвенный', 'Пока-\nзатель'],
    ['№ пп', 'Ключевые события', 'Планируемый срок', 'Отв.', 'Форма подведения итогов'],
    ['п/п', 'Содержание работы', 'Время', 'Исполнители', 'Отчётность'],
  ])('%s | %s | %s | %s | %s', async (...headings) => {
    const plan = await planOf(tbl([headings, ['1', 'Собрать заявки', 'Март', 'Комитет', 'Справка']]));
    expect(fieldsOf(plan.columns)).toEqual(['number', 'action', 'when', 'executors', 'indicators']);
  });

  it('a first column that nobody headed holds numbers where its cells do', async () => {
    const rows = [
      ['1.', 'Собрать заявки', 'Март', 'Комитет'],
      ['2.', 'Подвести итоги', 'Май', 'Комитет'],
    ];
    const plan = await planOf(tbl([['', 'Мероприятия', 'Срок', 'Исполнители'], ...rows], 4));
    expect(outline(plan)).toEqual(['| 1 | Собрать заявки | Март', '| 2 | Подвести итоги | Май']);
    const words = await planOf(
      tbl(
        [
          ['', 'Мероприятия', 'Срок', 'Исполнители'],
          ['Кадры', 'Собрать заявки', 'Март', 'Комитет'],
        ],
        4,
      ),
    );
    expect(fieldsOf(words.columns)[0]).toBe('extra.column-1');
  });

  it('the actual date is no deadline, and no result where another column tells it', async () => {
    const { draft } = await importBody(
      p('Отчёт о реализации дорожной карты за 2023 год', { align: 'center', bold: true }) +
        tbl(
          [
            tr([
              start('№'),
              start('Мероприятие'),
              tc('Срок', { span: 2 }),
              start('Ответственный'),
              start('Достигнутый результат'),
            ]),
            tr([goesOn, goesOn, 'плановый', 'фактический', goesOn, goesOn]),
            ['1', 'Обучить команды', 'до 1 марта 2023 г.', '27.02.2023', 'Центр', 'Обучено пять команд'],
            ['2', 'Итоговый сбор', 'июнь 2023 г.', '', 'Центр', 'Срок не наступил'],
            ['3', 'Издать сборник', 'май 2023 г.', '', 'Центр', '–'],
          ],
          6,
        ),
    );
    expect(draft?.plan.items?.[0]).toMatchObject({
      when: 'до 1 марта 2023 г.',
      extra: { 'srok-fakticheskii': '27.02.2023' },
    });
    expect(draft?.facts?.facts).toEqual([
      { item: '1', done: true, result: 'Обучено пять команд' },
      { item: '2', result: 'Срок не наступил' },
      { item: '3', result: '–' },
    ]);
  });
});

describe('a column over two cells of its rows', () => {
  it('holds the words of both', async () => {
    const plan = await planOf(
      tbl(
        [
          tr(['№', tc('Мероприятия', { span: 2 }), 'Срок', 'Исполнитель']),
          ['1', 'Кадры', 'Провести курсы', 'Март', 'Комитет'],
        ],
        5,
      ),
    );
    expect(plan.items?.[0]?.action).toBe('Кадры\nПровести курсы');
  });
});

describe('columns of time', () => {
  it('for the start and the end are one column of the plan', async () => {
    const plan = await planOf(
      tbl(
        [
          ['№', 'Мероприятие', 'Дата начала', 'Дата окончания', 'Ответственный'],
          ['1', 'Издать приказ', '10.01.2025', '20.01.2025', 'Комитет'],
          ['2', 'Вести сбор', 'постоянно', '', 'Комитет'],
        ],
        5,
      ),
    );
    expect(outline(plan)).toEqual([
      '| 1 | Издать приказ | 10.01.2025 – 20.01.2025',
      '| 2 | Вести сбор | постоянно',
    ]);
    expect(plan.columns?.[2]).toEqual({ field: 'when', heading: 'Дата начала – окончания' });
  });

  it('for quarters or months say when by a mark', async () => {
    const plan = await planOf(
      tbl(
        [
          tr([start('№'), start('Мероприятие'), tc('2024 год', { span: 4 }), start('Ответственный')]),
          tr([goesOn, goesOn, 'I кв.', 'II кв.', 'III кв.', 'IV кв.', goesOn]),
          ['1', 'Закупка', '+', '', '', '', 'Комитет'],
          ['2', 'Ремонт', '', 'х', 'V', '–', 'Комитет'],
          ['3', 'Открытие', '', '', 'до 15 сентября', '', 'Школы'],
        ],
        7,
      ),
    );
    expect(outline(plan)).toEqual([
      '| 1 | Закупка | I кв. 2024 год',
      '| 2 | Ремонт | II кв. 2024 год, III кв. 2024 год',
      '| 3 | Открытие | до 15 сентября (III кв. 2024 год)',
    ]);
  });

  it('for years under the period say when, and those for values keep their year', async () => {
    const plan = await planOf(
      tbl(
        [
          tr([
            start('№'),
            start('Мероприятие'),
            tc('Срок реализации', { span: 2 }),
            start('Исполнитель'),
            tc('Плановые значения целевых показателей по годам', { span: 2 }),
          ]),
          tr([goesOn, goesOn, '2023', '2024', goesOn, '2023', '2024']),
          ['1', 'Обучить учителей', '+', '+', 'Центр', '40', '60'],
        ],
        7,
      ),
    );
    expect(plan.items?.[0]).toMatchObject({ when: '2023, 2024', extra: { 2023: '40', 2024: '60' } });
  });
});

describe('results', () => {
  it('of several schools are told apart', async () => {
    const { draft } = await importBody(
      p('Отчёт о выполнении дорожной карты за 2023 год', { align: 'center' }) +
        tbl(
          [
            tr([start('№'), start('Мероприятие'), start('Срок'), tc('Результат выполнения', { span: 2 })]),
            tr([goesOn, goesOn, goesOn, 'Школа № 1', 'Школа № 2']),
            ['1', 'Педсоветы', 'март', 'проведён', 'проведён'],
            ['2', 'Курсы', 'апрель', '5 человек', 'нет'],
          ],
          5,
        ),
    );
    expect(draft?.facts?.facts).toEqual([
      { item: '1', done: true, result: 'Школа № 1: проведён\nШкола № 2: проведён' },
      { item: '2', result: 'Школа № 1: 5 человек\nШкола № 2: нет' },
    ]);
  });
});

describe('executors of several levels', () => {
  it('stand in columns under one heading', async () => {
    const plan = await planOf(
      tbl(
        [
          tr([start('№'), start('Мероприятие'), start('Срок'), tc('Ответственные', { span: 2 })]),
          tr([goesOn, goesOn, goesOn, 'муниципальный уровень', 'школьный уровень']),
          ['1', 'Диагностика', 'Март', 'Центр', 'Завучи'],
        ],
        5,
      ),
    );
    expect(plan.items?.[0]?.executors).toEqual(['центр', 'завучи']);
  });
});

describe('the result of a plan that is no report', () => {
  const rows = (heading: string): string =>
    tbl([
      ['№', 'Мероприятие', 'Срок', 'Исполнитель', heading],
      ['1', 'Обучить учителей', 'Май', 'Центр', 'Обучено 20 учителей'],
    ]);

  it('is expected, and told', async () => {
    const title = p('План мероприятий на 2023 год', { align: 'center' });
    const { draft, summary } = await importBody(title + rows('Результат исполнения мероприятия'));
    expect(draft?.facts).toBeUndefined();
    expect(itemsOf(draft!.plan)[0]?.indicators).toEqual(['Обучено 20 учителей']);
    expect(summary.notes.map((note) => note.message.ru).join()).toContain('прочитана как показатели');
  });

  it('is done where the document or the heading says so', async () => {
    const title = p('Отчёт о реализации плана мероприятий за 2023 год', { align: 'center' });
    expect((await importBody(title + rows('Результат исполнения'))).draft?.facts?.facts).toHaveLength(1);
    expect((await importBody(rows('Отметка об исполнении'))).draft?.facts?.facts).toHaveLength(1);
  });
});
