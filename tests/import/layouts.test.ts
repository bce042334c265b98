import { describe, expect, it } from 'vitest';
import type { PlanDocument, SectionFields } from '../../src/schema/generated/types.ts';
import { planOf } from './imported.ts';
import { drawn, p } from './word-file.ts';

const usual = '№ | Мероприятие | Срок | Исполнитель';

/** Sections as «§ number. title [term] {id} (note)», items as «number | action | when», deeds inside them as «- …». */
function lines(holder: Pick<PlanDocument, 'items' | 'sections'>): string[] {
  const whenOf = (when: unknown): string => (typeof when === 'string' ? when : '');
  const items = (holder.items ?? []).flatMap((item) => [
    `${item.number} | ${item.action} | ${whenOf(item.when)}`,
    ...(item.parts ?? []).map((part) => `- ${part.action} | ${whenOf(part.when)}`),
  ]);
  const sections = (holder.sections ?? []).flatMap((section: SectionFields) => [
    `§ ${section.number === undefined ? '' : `${section.number}. `}${section.title}${section.when === undefined ? '' : ` [${whenOf(section.when)}]`}${section.id === undefined ? '' : ` {${section.id}}`}${section.note === undefined ? '' : ` (${section.note})`}`,
    ...lines(section).map((line) => `  ${line}`),
  ]);
  return [...items, ...sections];
}

const read = async (body: string): Promise<string[]> =>
  lines(await planOf(p('План работы центра на 2023/24 учебный год', { bold: true, align: 'center' }) + body));

describe('titles of sections', () => {
  it('stand beside the rows, in a column merged downwards, with or without a number', async () => {
    expect(
      await read(
        drawn(
          '№ | Направление | Мероприятие | Сроки | Ответственный',
          '1 | Кадры | Опрос учителей | май | завуч',
          '^ | ^ | Курсы | июнь | завуч',
          '2 | Среда | Ремонт | июль | завхоз',
          '^ | ^ | Стенд | август | завхоз',
        ),
      ),
    ).toEqual([
      '§ 1. Кадры',
      '  1 | Опрос учителей | май',
      '  2 | Курсы | июнь',
      '§ 2. Среда',
      '  3 | Ремонт | июль',
      '  4 | Стенд | август',
    ]);
    expect(
      await read(
        drawn(
          'Месяц | Мероприятие | Дата | Ответственный',
          'Сентябрь | День здоровья | 7 | Лугов П.П.',
          '^ | Сбор отрядов | 14-15 | вожатые',
          'Октябрь | Слёт | 3 | вожатые',
          '^ | Ярмарка | до 20 | профком',
        ),
      ),
    ).toEqual([
      '§ Сентябрь [Сентябрь]',
      '  1 | День здоровья | 7',
      '  2 | Сбор отрядов | 14-15',
      '§ Октябрь [Октябрь]',
      '  3 | Слёт | 3',
      '  4 | Ярмарка | до 20',
    ]);
  });

  it('are terms: a week in its month, the next month beside it, whatever they look like', async () => {
    expect(
      await read(
        drawn(
          usual,
          '*ОКТЯБРЬ* | > | > | >',
          '1 неделя | > | > | >',
          '1 | Урок мира | 2 | классы',
          '2 неделя | > | > | >',
          '2 | Линейка | 9 | завуч',
          'Ноябрь | > | > | >',
          '1 неделя | > | > | >',
          '3 | Концерт | 4 | хор',
          'В течение года | > | > | >',
          '4 | Дежурство | по графику | классы',
        ),
      ),
    ).toEqual([
      '§ ОКТЯБРЬ [ОКТЯБРЬ]',
      '  § 1 неделя [1 неделя]',
      '    1 | Урок мира | 2',
      '  § 2 неделя [2 неделя]',
      '    2 | Линейка | 9',
      '§ Ноябрь [Ноябрь]',
      '  § 1 неделя [1 неделя]',
      '    3 | Концерт | 4',
      '§ В течение года [В течение года]',
      '  4 | Дежурство | по графику',
    ]);
  });

  it('state a term of their own: beside, before or in brackets behind the title', async () => {
    expect(
      await read(
        drawn(
          usual,
          'сентябрь – октябрь | > | I этап. Сбор сведений | >',
          '1 | Опрос | сентябрь | психолог',
          ' | *Основной этап* | ноябрь – март | ',
          '2 | Занятия | ноябрь | психолог',
          '*Итоговый этап (май 2024 г.)* | > | > | >',
          '3 | Отчёт | май | психолог',
        ),
      ),
    ).toEqual([
      '§ I этап. Сбор сведений [сентябрь – октябрь]',
      '  1 | Опрос | сентябрь',
      '§ Основной этап [ноябрь – март]',
      '  2 | Занятия | ноябрь',
      '§ Итоговый этап [май 2024 г.]',
      '  3 | Отчёт | май',
    ]);
  });

  it('may head items by their numbers, with a term in the same row', async () => {
    expect(
      await read(
        drawn(
          usual,
          '1 | Подготовка | сентябрь | ',
          '1.1 | Приказ | до 5 сентября | директор',
          '2 | Проведение | октябрь | ',
          '2.1 | Тур | 3 октября | жюри',
        ),
      ),
    ).toEqual([
      '§ 1. Подготовка [сентябрь]',
      '  1.1 | Приказ | до 5 сентября',
      '§ 2. Проведение [октябрь]',
      '  2.1 | Тур | 3 октября',
    ]);
  });

  it('have notes under them, and words beside them that are kept as comments', async () => {
    expect(
      await read(
        drawn(
          usual,
          '*Модуль 1. Школа* | > | > | >',
          'Цель модуля – сплотить коллектив | > | > | >',
          '1 | Опрос | январь | психолог',
          '*Модуль 2. Дом* | > | > | >',
          'Задачи | > | встречи с семьями | >',
          '2 | Встреча | март | психолог',
        ),
      ),
    ).toEqual([
      '§ Модуль 1. Школа (Цель модуля – сплотить коллектив)',
      '  1 | Опрос | январь',
      '§ Модуль 2. Дом (Задачи: встречи с семьями)',
      '  2 | Встреча | март',
    ]);
  });

  it('are told by their words, though their numbers are those of rows; a bracket under one is its note', async () => {
    expect(
      await read(
        drawn(
          usual,
          '1. | Раздел 1. Нормы | | ',
          '2. | Приказ | май | завуч',
          '3. | Раздел 2. Кадры | | ',
          '4. | Курсы | июнь | завуч',
        ),
      ),
    ).toEqual(['§ 1. Раздел 1. Нормы', '  2 | Приказ | май', '§ 3. Раздел 2. Кадры', '  4 | Курсы | июнь']);
    expect(
      await read(
        drawn(
          usual,
          'Модуль «Классное руководство» | > | > | >',
          '(по планам классных руководителей) | > | > | >',
          '1 | Классный час | май | завуч',
        ),
      ),
    ).toEqual([
      '§ Модуль «Классное руководство» ((по планам классных руководителей))',
      '  1 | Классный час | май',
    ]);
  });

  it('have short names where numbers begin again', async () => {
    expect(
      await read(
        p('Апрель', { bold: true, align: 'center' }) +
          drawn(usual, '1 | Опрос | 12 | психолог') +
          p('Май', { bold: true, align: 'center' }) +
          drawn(usual, '1 | Встреча | 3 | психолог'),
      ),
    ).toEqual(['§ Апрель [Апрель] {апрель}', '  1 | Опрос | 12', '§ Май [Май] {май}', '  1 | Встреча | 3']);
  });
});

describe('deeds inside an item', () => {
  it('stand in rows of their own below it', async () => {
    expect(
      await read(
        drawn(
          usual,
          '1 | Смотр-конкурс: | | ',
          ' | отборочный тур | 3 мая | жюри',
          ' | заключительный тур | 17 мая | оргкомитет',
          '2 | Обучение работников | | ',
          ' | а) водителей | март | механик',
          ' | б) поваров | апрель | технолог',
        ),
      ),
    ).toEqual([
      '1 | Смотр-конкурс: | ',
      '- отборочный тур | 3 мая',
      '- заключительный тур | 17 мая',
      '2 | Обучение работников | ',
      '- водителей | март',
      '- поваров | апрель',
    ]);
  });

  it('are a numbered list with a term for each', async () => {
    expect(
      await read(
        drawn(
          usual,
          'I | Методическая работа / 1. Семинар / 2. Открытый урок | 5.10 / 12.10 | завуч',
          'II | Спортивная работа / 1. Кросс / 2. Эстафета | 3 неделя / в теч. мес. | тренер / вожатые',
          'III | Планёрка / О ходе ремонта | 20.10 | директор',
        ),
      ),
    ).toEqual([
      'I | Методическая работа | ',
      '- Семинар | 5.10',
      '- Открытый урок | 12.10',
      'II | Спортивная работа | ',
      '- Кросс | 3 неделя',
      '- Эстафета | в теч. мес.',
      'III | Планёрка | ',
      '- О ходе ремонта | 20.10',
    ]);
  });

  it('stay with the item where terms and deeds are not as many', async () => {
    expect(
      await read(
        drawn(usual, '1 | Работа с кадрами / 1. Семинар / 2. Урок / 3. Итоги | 5.10 / 12.10 | завуч'),
      ),
    ).toEqual(['1 | Работа с кадрами\n1. Семинар\n2. Урок\n3. Итоги | 5.10\n12.10']);
  });
});

describe('a plan that is a list', () => {
  it('of numbered deeds without terms and people is read, under the title of a plan', async () => {
    expect(await read(drawn('№ | Мероприятие', '1 | Замена ламп', '2 | Ремонт кровли'))).toEqual([
      '1 | Замена ламп | ',
      '2 | Ремонт кровли | ',
    ]);
  });

  it('of an agenda by date is read without numbers', async () => {
    expect(
      await read(
        drawn(
          'Дата | Повестка | Ответственные',
          '03.09.2024 | Расписание | Завуч',
          '01.10.2024 | Отчёты | Завуч',
        ),
      ),
    ).toEqual(['1 | Расписание | 03.09.2024', '2 | Отчёты | 01.10.2024']);
  });
});

describe('columns of terms', () => {
  it('are months by name, cut or numbered, and years', async () => {
    expect(
      await read(
        drawn(
          '№ | Мероприятие | сент. | окт. | нояб. | дек. | Ответственный',
          '1 | Контроль | + | | 15 | | завуч',
          '2 | Смотр | | 3-7 | | Х | завхоз',
        ),
      ),
    ).toEqual(['1 | Контроль | сент., 15 ноября', '2 | Смотр | 3-7 октября, дек.']);
    expect(
      await read(
        drawn(
          '№ | Вопросы контроля | Месяц | > | > | > | Кто контролирует',
          '^ | ^ | 9 | X | 11 | XII | ^',
          '1 | Журналы | + | | V | | завуч',
          '2 | Тетради | | 3, 10 | | до 20 | завуч',
        ),
      ),
    ).toEqual(['1 | Журналы | сентябрь, ноябрь', '2 | Тетради | 3, 10 октября, до 20 декабря']);
    expect(
      await read(
        drawn(
          '№ | Мероприятие | Срок реализации | > | > | Ответственный',
          '^ | ^ | 2023 | 2024 | 2025 | ^',
          '1 | Ремонт | + | | + | завхоз',
        ),
      ),
    ).toEqual(['1 | Ремонт | 2023, 2025']);
  });

  it('keep what contradicts their heading beside it', async () => {
    expect(
      await read(
        drawn(
          '№ | Мероприятие | I кв. | II кв. | III кв. | Ответственный',
          '1 | Сверка | 24.01, 28.02 | июль | 25 | бухгалтер',
        ),
      ),
    ).toEqual(['1 | Сверка | 24.01, 28.02, июль (II кв.), 25 (III кв.)']);
  });

  it('count weeks where the heading says so', async () => {
    expect(
      await read(
        drawn('Неделя | Содержание работы | Ответственный', '1 | Планёрка | завуч', '3-4 | Уроки | завуч'),
      ),
    ).toEqual(['1 | Планёрка | 1 неделя', '2 | Уроки | 3-4 неделя']);
  });
});

describe('rows around the items', () => {
  it('introduce the plan, each label with its text', async () => {
    const plan = await planOf(
      drawn(
        usual,
        'Кураторы проекта | > | Лугов П.П., Белова А.А. | >',
        'Адрес площадки | > | п. Луговой, ул. Лесная | >',
        'Срок реализации | > | 1 сентября 2023 года – 31 мая 2024 года | >',
        '1 | Опрос | январь | психолог',
      ),
    );
    expect(plan.context?.map(({ heading, text }) => [heading, text])).toEqual([
      ['Кураторы проекта', 'Лугов П.П., Белова А.А.'],
      ['Адрес площадки', 'п. Луговой, ул. Лесная'],
      ['Срок реализации', '1 сентября 2023 года – 31 мая 2024 года'],
    ]);
    expect(lines(plan)).toEqual(['1 | Опрос | январь']);
  });

  it('are headings once more, totals and notes', async () => {
    expect(
      await read(
        drawn(
          usual,
          '*Раздел 1. Дом* | > | > | >',
          usual,
          '1 | Опрос | январь | психолог',
          'ИТОГО по разделу 1: | > | 1 | ',
          '*Раздел 2. Двор* | > | > | >',
          usual,
          '2 | Встреча | март | психолог',
          '* – при наличии заявок | > | > | >',
        ),
      ),
    ).toEqual(['§ Раздел 1. Дом', '  1 | Опрос | январь', '§ Раздел 2. Двор', '  2 | Встреча | март']);
  });
});
