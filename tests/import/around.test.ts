import { describe, expect, it } from 'vitest';
import { importBody, planOf } from './imported.ts';
import { list, p, tbl, tc, tr, usual } from './word-file.ts';

const table = tbl([[...usual], ['1', 'Провести сбор', 'Март', 'Комитет', 'Справка']]);
const centre = { align: 'center' } as const;
const right = { align: 'right' } as const;

const head =
  p('РОССИЙСКАЯ ФЕДЕРАЦИЯ', centre) +
  p('ОЗЁРСКИЙ КРАЙ', centre) +
  p('УПРАВЛЕНИЕ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ', centre) +
  p('ЗАРЕЧНОГО РАЙОНА', centre) +
  p('П Р И К А З', { ...centre, bold: true });

const formula =
  'В целях поддержки школ Заречного района и на основании приказа министерства п р и к а з ы в а ю :';

describe('an order', () => {
  it('is read with its requisites, clauses and signature', async () => {
    const plan = await planOf(
      head +
        p('от 14 марта 2022 г.\t\t\t№ 127-о') +
        p('п. Заречный') +
        p('Об утверждении «дорожной карты»', { bold: true }) +
        p('по поддержке школ', { bold: true }) +
        p(formula, { align: 'both' }) +
        p('1. Утвердить «дорожную карту» (прилагается).', { align: 'both' }) +
        p('2. Руководителям школ:', { align: 'both' }) +
        p('2.1. разработать планы до 1 апреля;', { align: 'both' }) +
        p('2.2. представить отчёты.', { align: 'both' }) +
        p('3. Контроль возложить на заместителя начальника И.О. Фамилию.', { align: 'both' }) +
        p('') +
        p('Начальник Управления') +
        p('образования\t\t\tА.Б. Речной') +
        p('С приказом ознакомлены:') +
        p('____________ В.Г. Лугова') +
        p('____________ Д.Е. Полевой') +
        p('УТВЕРЖДЕНА', right) +
        p('приказом Управления образования', right) +
        p('от 15.03.2022 № 127-о', right) +
        p('«Дорожная карта»', centre) +
        p('по поддержке школ на 2022 год', centre) +
        table,
    );
    expect(plan.order).toEqual({
      type: 'приказ',
      issuer: {
        name: 'Управление образования администрации Заречного района',
        parent: 'Российская Федерация, Озёрский край',
      },
      number: '127-о',
      date: '2022-03-14',
      place: 'п. Заречный',
      subject: 'Об утверждении «дорожной карты» по поддержке школ',
      preamble: 'В целях поддержки школ Заречного района и на основании приказа министерства',
      clauses: [
        'Утвердить «дорожную карту» (прилагается).',
        { text: 'Руководителям школ:', clauses: ['разработать планы до 1 апреля;', 'представить отчёты.'] },
        'Контроль возложить на заместителя начальника И.О. Фамилию.',
      ],
      signatory: { position: 'Начальник Управления образования', name: 'А.Б. Речной' },
      acquainted: ['В.Г. Лугова', 'Д.Е. Полевой'],
    });
    expect(plan.stamp).toEqual({
      form: 'утверждена',
      type: 'приказ',
      issuer: 'Управления образования',
      number: '127-о',
      date: '2022-03-15',
    });
    expect(plan.title).toBe('«Дорожная карта» по поддержке школ на 2022 год');
    expect([plan.period, plan.territory, plan.level]).toEqual([2022, 'Заречный район', 'municipal']);
  });

  it('has clauses that Word numbers, a formula on its own line and a signature in cells', async () => {
    const plan = await planOf(
      head +
        tbl(
          [
            ['22.04.2021', '№ 85'],
            ['п. Заречный', ''],
          ],
          2,
        ) +
        p('О реализации проекта', centre) +
        p('') +
        p('В соответствии с планом работы') +
        p('ПРИКАЗЫВАЮ:') +
        p('Утвердить план.', { list: [4, 0] }) +
        p('Директорам:', { list: [4, 0] }) +
        p('провести сбор;', { list: [4, 1] }) +
        p('представить отчёт.', { list: [4, 1] }) +
        tbl([['Начальник', '', 'А.Б. Речной']], 3) +
        p('Приложение № 1', right) +
        p('к приказу Управления образования', right) +
        p('от 22.04.2021 № 85', right) +
        p('План мероприятий на 2021/2022 учебный год', centre) +
        table,
      {
        numbering: list(4, [
          ['decimal', '%1.'],
          ['decimal', '%1.%2.'],
        ]),
      },
    );
    expect(plan.order?.clauses).toEqual([
      'Утвердить план.',
      { text: 'Директорам:', clauses: ['провести сбор;', 'представить отчёт.'] },
    ]);
    expect(plan.order?.formula).toBe('ПРИКАЗЫВАЮ');
    expect(plan.order?.preamble).toBe('В соответствии с планом работы');
    expect(plan.order?.signatory).toEqual({ position: 'Начальник', name: 'А.Б. Речной' });
    expect([plan.order?.number, plan.order?.date, plan.order?.place]).toEqual([
      '85',
      '2021-04-22',
      'п. Заречный',
    ]);
    expect(plan.stamp).toBeUndefined();
    expect(plan.period).toBe('2021/22');
  });
});

describe('marks', () => {
  it('stand side by side', async () => {
    const marks = tbl(
      [
        tr([
          tc('СОГЛАСОВАНО\nДиректор школы\n______ А.Б. Речной\n«12» марта 2022 г.'),
          tc('УТВЕРЖДАЮ\nНачальник Управления образования\n______ В.Г. Лугова\n«15» марта 2022 г.'),
        ]),
      ],
      2,
    );
    const plan = await planOf(marks + p('План работы на 2022 год', centre) + table);
    expect(plan.agreed).toEqual([{ position: 'Директор школы', name: 'А.Б. Речной', date: '2022-03-12' }]);
    expect(plan['approved-by']).toEqual({
      position: 'Начальник Управления образования',
      name: 'В.Г. Лугова',
      date: '2022-03-15',
    });
    expect(plan.order).toBeUndefined();
  });
});

describe('marks side by side', () => {
  it('may be parted by tabs', async () => {
    const plan = await planOf(
      p('СОГЛАСОВАНО\t\t\tУТВЕРЖДАЮ') +
        p('Начальник Управления образования\t\tДиректор школы') +
        p('__________ А.Б. Речной\t\t__________ В.Г. Лугова') +
        p('\t\t\t«15» марта 2022 г.') +
        p('План работы на 2022 год', centre) +
        table,
    );
    expect(plan.agreed).toEqual([{ position: 'Начальник Управления образования', name: 'А.Б. Речной' }]);
    expect(plan['approved-by']).toEqual({
      position: 'Директор школы',
      name: 'В.Г. Лугова',
      date: '2022-03-15',
    });
  });
});

describe('the head of an order', () => {
  const rest =
    p('О работе школ', { bold: true }) +
    p('') +
    p('В целях поддержки школ приказываю:') +
    p('1. Утвердить план') +
    p('И.о. директора ______________ Воробьёв Сергей Петрович') +
    p('План работы на 2021 год', centre) +
    table;
  const order = {
    type: 'приказ',
    issuer: { name: 'Управление образования', parent: 'Администрация Берёзовского округа' },
    number: '58',
    date: '2021-02-26',
    place: 'г. Берёзовск',
    subject: 'О работе школ',
    preamble: 'В целях поддержки школ',
    clauses: ['Утвердить план'],
    signatory: { position: 'И.о. директора', name: 'Воробьёв Сергей Петрович' },
  };
  const lines =
    'Администрация Берёзовского округа\nУПРАВЛЕНИЕ ОБРАЗОВАНИЯ\nП Р И К А З\n«26» февраля 2021 г. № 58\nг. Берёзовск';

  it('may stand in a cell beside an empty one', async () => {
    expect((await planOf(tbl([tr([tc(lines), ''])], 2) + rest)).order).toEqual(order);
  });

  it('may be one paragraph of soft breaks', async () => {
    expect((await planOf(p(lines) + rest)).order).toEqual(order);
  });
});

describe('a table among the clauses', () => {
  it('does not end the order', async () => {
    const duties = tbl(
      [
        ['№', 'Направление', 'Кто'],
        ['1', 'Сайт', 'В.Г. Лугова'],
      ],
      3,
    );
    const plan = await planOf(
      p('ПРИКАЗ', centre) +
        p('от 01.02.2023 № 15') +
        p('О проекте', centre) +
        p('') +
        p('приказываю:') +
        p('1. Утвердить обязанности:') +
        duties +
        p('2. Утвердить план.') +
        p('Начальник:\t\tА.Б. Речной') +
        p('План работы на 2023 год', centre) +
        table,
    );
    expect(plan.order?.clauses).toEqual(['Утвердить обязанности:', 'Утвердить план.']);
    expect(plan.order?.signatory).toEqual({ position: 'Начальник', name: 'А.Б. Речной' });
    expect(plan.order?.annexes?.[0]?.rows).toEqual([['1', 'Сайт', 'В.Г. Лугова']]);
  });
});

describe('nothing is lost', () => {
  const words = async (body: string): Promise<string> => {
    const { draft } = await importBody(body);
    return JSON.stringify(draft);
  };
  const requisites =
    p('ПРИКАЗ', centre) + p('от 01.02.2023 № 15') + p('О проекте', centre) + p('') + p('приказываю:');

  it('of what stands beside the issuer and the number', async () => {
    const beside = tbl([['Отдел образования', 'Мәгариф бүлеге']], 2);
    const numbered = p('ПРИКАЗ', centre) + tbl([['01.02.2023', 'экземпляр второй', '№ 15']], 3);
    const end = p('О проекте') + p('') + p('приказываю:') + p('1. Утвердить план.') + table;
    const text = await words(p('ОТДЕЛ ОБРАЗОВАНИЯ', centre) + beside + numbered + end);
    expect(text).toContain('Мәгариф бүлеге');
    expect(text).toContain('экземпляр второй');
  });

  it('of a table above the order, and of the titles of tables below', async () => {
    const list = (name: string): string =>
      tbl(
        [
          ['№', 'Школа', 'Телефон'],
          ['1', name, '2-33-44'],
        ],
        3,
      );
    const text = await words(
      list('Первая') +
        requisites +
        p('1. Утвердить план.') +
        p('План работы', centre) +
        table +
        p('') +
        list('Вторая'),
    );
    expect(text).toContain('Первая');
    const below = await words(p('План работы', centre) + table + p('Телефоны школ', centre) + list('Вторая'));
    expect(below).toContain('Телефоны школ');
  });

  it('of a mark that names no order, of a second one, and of a second title', async () => {
    const marks =
      p('УТВЕРЖДЕНО\nна заседании педагогического совета', right) +
      p('УТВЕРЖДАЮ\nДиректор школы\n____ А.Б. Речной', right) +
      p('') +
      p('УТВЕРЖДАЮ\nПредседатель совета\n____ В.Г. Лугова', right);
    const titles = p('Отчёт о реализации плана за март', centre) + p('') + p('') + p('План работы', centre);
    const text = await words(marks + titles + table);
    for (const part of ['педагогического совета', 'А.Б. Речной', 'В.Г. Лугова', 'за март']) {
      expect(text).toContain(part);
    }
  });
});

describe('text above the table', () => {
  it('becomes the context', async () => {
    const plan = await planOf(
      p('План мероприятий на 2022 год', { ...centre, bold: true }) +
        p('Актуальность', { bold: true }) +
        p('В районе девять школ.', { align: 'both' }) +
        p('Цель: повысить качество образования.', { align: 'both' }) +
        p('Задачи:', { align: 'both' }) +
        p('- обучить учителей;', { align: 'both' }) +
        p('- оснастить кабинеты.', { align: 'both' }) +
        table,
    );
    expect(plan.context).toEqual([
      { heading: 'Актуальность', text: 'В районе девять школ.' },
      { heading: 'Цель', text: 'повысить качество образования.' },
      { heading: 'Задачи', list: ['обучить учителей;', 'оснастить кабинеты.'] },
    ]);
  });
});

describe('a report', () => {
  it('gives facts, its text and its signature', async () => {
    const body =
      p('Отчёт координатора о реализации муниципальной дорожной карты проекта «Опора» (первый этап)', {
        ...centre,
        bold: true,
      }) +
      p('В Заречном районе девять школ.', { align: 'both' }) +
      tbl(
        [
          [...usual, 'Отметка о выполнении'],
          ['1', 'Провести сбор', 'Март', 'Комитет', 'Справка', 'Сбор проведён 14.03.2022'],
          ['2', 'Обучить учителей', 'Май', 'Комитет', 'Отчёт', 'Не проведено, перенесено на осень'],
          ['3', 'Подвести итоги', 'Декабрь', 'Комитет', 'Отчёт', ''],
        ],
        6,
      ) +
      p('Выводы:') +
      p('- работа идёт по плану.') +
      p('Координатор проекта\t\tА.Б. Речной');
    const { draft } = await importBody(body);
    expect(draft?.facts?.facts).toEqual([
      { item: '1', date: '2022-03-14', done: true, result: 'Сбор проведён 14.03.2022' },
      { item: '2', result: 'Не проведено, перенесено на осень' },
    ]);
    expect(draft?.facts?.reports).toEqual([
      {
        title: 'Отчёт координатора о реализации муниципальной дорожной карты проекта «Опора» (первый этап)',
        stage: 'Первый этап',
        sections: [
          { text: 'В Заречном районе девять школ.' },
          { heading: 'Выводы', list: ['работа идёт по плану.'], 'after-table': true },
        ],
        signatory: { position: 'Координатор проекта', name: 'А.Б. Речной' },
      },
    ]);
    expect(draft?.plan.title).toBe('Муниципальная дорожная карта проекта «Опора»');
    expect(draft?.plan.columns?.map((column) => column.field)).toEqual([
      'number',
      'action',
      'when',
      'executors',
      'indicators',
    ]);
  });
});

describe('titles', () => {
  const titleOf = async (body: string): Promise<string> => (await planOf(body + table)).title;

  it.each([
    'План-график мероприятий по обновлению содержания образования',
    'Комплекс мер по поддержке школ',
    'Календарный план муниципального этапа олимпиады',
    'Циклограмма работы методической службы',
  ])('are known without any setting: %s', async (title) => {
    expect(await titleOf(p(title))).toBe(title);
  });

  it('go on in a heading of a lower level', async () => {
    const body =
      p('План мероприятий школы', { bold: true }) +
      p('по повышению качества образования на 2021-2022 учебный год', { align: 'center' });
    expect(await titleOf(body)).toBe(
      'План мероприятий школы по повышению качества образования на 2021-2022 учебный год',
    );
  });

  it('are the centred lines above the table where no word tells them', async () => {
    const body = p('Проект «Опора»', centre) + p('Шаги к успеху', centre);
    expect(await titleOf(body)).toBe('Проект «Опора» Шаги к успеху');
  });

  it('stop at a goal that is set alike', async () => {
    const plan = await planOf(p('План мероприятий школы') + p('Цель: помочь учителям') + table);
    expect([plan.title, plan.context]).toEqual([
      'План мероприятий школы',
      [{ heading: 'Цель', text: 'помочь учителям' }],
    ]);
  });

  it('that the plan does not take are kept', async () => {
    const { draft } = await importBody(
      p('Дорожная карта на 2022 год', centre) + p('') + p('') + p('Перечень мероприятий', centre) + table,
    );
    expect(draft?.plan.title).toBe('Дорожная карта на 2022 год');
    expect(draft?.comments[0]?.text).toContain('Перечень мероприятий');
  });

  it('of the plan behind a report stand in the nominative', async () => {
    const title = 'Отчёт об исполнении плана мероприятий («дорожной карты») по развитию наставничества';
    expect(await titleOf(p(title, centre))).toBe(
      'План мероприятий («дорожная карта») по развитию наставничества',
    );
  });
});

describe('what the plan is about', () => {
  const title = p('План мероприятий по подготовке к экзаменам', centre);
  const of = async (body: string): Promise<unknown[]> => {
    const { period, territory, level } = await planOf(body + table);
    return [period, territory, level];
  };

  it('is not told by the day of another document', async () => {
    const order =
      p('ПРИКАЗ', centre) +
      p('от 12.01.2024 № 7') +
      p('О плане мероприятий', centre) +
      p('') +
      p('Во исполнение приказа министерства от 31 мая 2021 г. № 287 приказываю:') +
      p('1. Утвердить план.') +
      p('Начальник\t\tА.Б. Речной') +
      title;
    expect((await of(order))[0]).toBe(2024);
  });

  it('is told by the school whose head approves it', async () => {
    const mark = p('УТВЕРЖДАЮ\nДиректор МБОУ «Лицей № 4»\n____ А.Б. Речной\n«28» августа 2023 г.', right);
    expect((await of(mark + title)).slice(1)).toEqual(['МБОУ «Лицей № 4»', 'school']);
  });

  it('is told by the school named at the top', async () => {
    const top =
      p('Муниципальное бюджетное общеобразовательное учреждение', centre) +
      p('«Кленовская школа»', centre) +
      p('УТВЕРЖДАЮ\nДиректор школы\n____ А.Б. Речной\nПриказ № 44 от 15.03.2021 г.', right);
    const { draft } = await importBody(top + title + table);
    expect([draft?.plan.territory, draft?.plan.level]).toEqual([
      'Муниципальное бюджетное общеобразовательное учреждение «Кленовская школа»',
      'school',
    ]);
    expect(draft?.plan['approved-by']).toEqual({
      position: 'Директор школы',
      name: 'А.Б. Речной',
      date: '2021-03-15',
      document: 'приказ № 44',
    });
  });

  it('ends the name of a school at its number', async () => {
    const own = p('План мероприятий МОУ СОШ № 12 на 2022 год', centre);
    expect(await of(own)).toEqual([2022, 'МОУ СОШ № 12', 'school']);
    expect((await of(p('План Степной район, 2021 год', centre)))[1]).toBe('Степной район');
  });
});

describe('an issuer in capitals', () => {
  it('keeps the name of its district', async () => {
    const plan = await planOf(
      p('УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ПОЛЯРНОГО МУНИЦИПАЛЬНОГО РАЙОНА', centre) +
        p('ПРИКАЗ', centre) +
        p('№ 33 от 10.02.2022') +
        p('О плане работы', centre) +
        p('') +
        p('приказываю:') +
        p('1. Утвердить план.') +
        p('Начальник управления ___________ /Ф.Ф. Северов/') +
        p('План работы', centre) +
        table,
    );
    expect(plan.order?.issuer).toBe('Управление образования Полярного муниципального района');
    expect(plan.order?.signatory).toEqual({ position: 'Начальник управления', name: 'Ф.Ф. Северов' });
  });
});
