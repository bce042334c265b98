import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.ts';
import type { PlanDocument } from '../../src/schema/generated/types.ts';
import { xlsx } from './excel-file.ts';
import { importBody, itemsOf, outline, planOf } from './imported.ts';
import { docx, drawn, p } from './word-file.ts';

const title = p('План подготовки лицея к зиме на 2024 год', { align: 'center', bold: true });

/** Each item as «number | action | when | executors by their names». */
const told = (plan: PlanDocument): string[] =>
  itemsOf(plan).map((item) => {
    const names = (item.executors ?? []).map((key) => {
      const executor = plan.executors?.[String(key)];
      return typeof executor === 'string' ? executor : (executor?.name ?? String(key));
    });
    return [item.number, item.action, item.when ?? '', names.join(', ')].join(' | ');
  });

describe('a plan that is a list', () => {
  it('has the terms and persons that each deed names', async () => {
    const plan = await planOf(
      title +
        p('1. Провести ревизию отопления. Срок: до 1 августа. Ответственный: завхоз.') +
        p('2. Утеплить окна. Сроки исполнения – сентябрь. Ответственные: завхоз, рабочий.') +
        p('3. Подписать паспорт.') +
        p('Срок: до 15 сентября. Отв.: Сомова Н.И.'),
    );
    expect(told(plan)).toEqual([
      '1 | Провести ревизию отопления | до 1 августа | завхоз',
      '2 | Утеплить окна | сентябрь | завхоз, рабочий',
      '3 | Подписать паспорт | до 15 сентября | Сомова Н.И.',
    ]);
  });

  it('has its headings as sections', async () => {
    const plan = await planOf(
      title +
        p('Сентябрь', { bold: true }) +
        p('– День знаний – отв. Сомова Н.И.') +
        p('– Осмотр здания (отв. завхоз)') +
        p('Октябрь', { bold: true }) +
        p('– День учителя – отв. Сомова Н.И.'),
    );
    expect(outline(plan)).toEqual([
      'Сентябрь | 1 | День знаний | ',
      'Сентябрь | 2 | Осмотр здания | ',
      'Октябрь | 3 | День учителя | ',
    ]);
  });

  it.each([
    ['without terms and persons', title + p('1. Провести ревизию.') + p('2. Утеплить окна.')],
    ['that no title calls a plan', p('1. Ревизия. Срок: май.') + p('2. Окна. Срок: июнь.')],
  ])('is none %s', async (_, body) => {
    const { problems } = await importBody(body);
    expect(problems.map(({ code }) => code)).toContain('no-road-map');
  });
});

describe('columns', () => {
  it('of a post and of who holds it are one executor', async () => {
    const plan = await planOf(
      title +
        drawn(
          '№ | Мероприятие | Срок | Должность ответственного | Ф.И.О.',
          '1 | Педсовет | январь | Директор | Лаптева О.О.',
          '2 | Конкурс | март | Завуч / Вожатая | Сомова Н.И. / Гусев К.К.',
        ),
    );
    expect(told(plan)).toEqual([
      '1 | Педсовет | январь | Директор Лаптева О.О.',
      '2 | Конкурс | март | Завуч Сомова Н.И., Вожатая Гусев К.К.',
    ]);
  });

  it('of the programme of upbringing are known, and its modules are sections', async () => {
    const plan = await planOf(
      title +
        drawn(
          'Дела | Классы | Ориентировочное время проведения | Ответственные',
          'Модуль «Общие дела» | | | ',
          'Линейка | 1–11 | 01.09.2024 | Завуч',
          'Модуль «Классное руководство» | | | ',
          'Классный час | 1–4 | еженедельно | Классные руководители',
        ),
    );
    expect(outline(plan)).toEqual([
      'Модуль «Общие дела» | 1 | Линейка | 01.09.2024',
      'Модуль «Классное руководство» | 2 | Классный час | еженедельно',
    ]);
  });
});

describe('a workbook', () => {
  const plan = async (...sheets: Parameters<typeof xlsx>[0]): Promise<PlanDocument> =>
    (await importDocument(xlsx(sheets), 'план.xlsx', { changes: 'accept' })).draft!.plan;
  const heading = { cells: ['План работы лицея на 2024 год'] };

  it('with a sheet for each month has them as sections with terms, though each bears the title', async () => {
    const columns = { cells: ['№', 'Мероприятие', 'Число', 'Ответственный'] };
    const { sections } = await plan(
      { name: 'Январь', rows: [heading, columns, { cells: ['1', 'Педсовет', '15', 'Директор'] }] },
      {
        name: 'Февраль',
        rows: [
          heading,
          columns,
          { cells: ['1', 'Смотр', '20', 'Вожатая'] },
          { cells: ['2', 'Конкурс', '22', 'Завуч'] },
        ],
      },
    );
    expect(sections?.map((section) => [section.title, section.when, section.items?.length])).toEqual([
      ['Январь', 'Январь', 1],
      ['Февраль', 'Февраль', 2],
    ]);
  });

  it('that shows days as bare numbers has them as days; a start that is the end is one', async () => {
    const { items } = await plan({
      name: 'План',
      rows: [
        heading,
        { cells: ['№', 'Мероприятие', 'Дата начала', 'Дата окончания', 'Ответственный'] },
        { cells: ['1', 'Педсовет', [45_306, 0], [45_306, 0], 'Директор'] },
        { cells: ['2', 'Конкурс', [45_324, 0], [45_350, 0], 'Завуч'] },
      ],
    });
    expect(items?.map(({ when }) => when)).toEqual(['15.01.2024', '02.02.2024 – 28.02.2024']);
  });
});

it('takes the title from the header of the pages where the text has none', async () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const bytes = docx(drawn('№ | Мероприятие | Срок | Ответственный', '1 | Педсовет | январь | Директор'), {
    relations: `<Relationship Id="h1" Type="${office}/header" Target="header1.xml"/>`,
    more: {
      'word/header1.xml':
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>План работы лицея на 2024 год</w:t></w:r></w:p></w:hdr>',
    },
  });
  const { draft } = await importDocument(bytes, 'план.docx', { changes: 'accept' });
  expect(draft?.plan).toMatchObject({ title: 'План работы лицея на 2024 год', period: 2024 });
});
