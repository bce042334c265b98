import { describe, expect, it } from 'vitest';
import { readComparable } from '../../src/import/compare/comparable.ts';
import { importDocument } from '../../src/import/import.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import type { PlanDocument } from '../../src/schema/generated/types.ts';
import { planSheets } from '../../src/view/plan-sheets.ts';
import { planView } from '../../src/view/plan-view.ts';
import { itemsOf } from '../import/imported.ts';
import { isFull, someOf } from '../lane.ts';
import { defined, loaded, textOf } from './generated.ts';

/** Headings that say nothing of their field as well as those that do. */
const COLUMNS = [
  ['number', '№'],
  ['action', 'Мероприятие'],
  ['when', 'Когда'],
  ['executors', 'Кто делает'],
  ['indicators', 'Чем подтвердим'],
  ['info', 'Информация'],
  ['note', 'Начало'],
  ['result', 'Итог'],
  ['extra.деньги', 'Деньги'],
] as const;

const plan = defined<PlanDocument>({
  kind: 'plan',
  id: 'made-2022',
  title: 'План мероприятий («дорожная карта») по реализации проекта «Опора» в 2022 году',
  period: 2022,
  executors: { центр: { name: 'МБУ «Методический центр»' }, отдел: { name: 'Отдел образования' } },
  sections: [
    {
      number: '1',
      title: 'Подготовка и запуск программы',
      items: [
        {
          number: '1.1',
          action: 'Провести семинар для руководителей',
          when: 'до 20 мая',
          executors: ['центр'],
          indicators: ['Справка', 'Не менее двух семинаров'],
          info: 'Сайт управления',
          note: 'По согласованию',
          result: 'Проведён',
          extra: { деньги: 'Местный бюджет' },
        },
        {
          number: '1.2',
          action: '5-дневные сборы учителей химии',
          when: 'март',
          executors: ['отдел', 'центр'],
          indicators: ['Приказ'],
          parts: [
            { action: 'Первый этап', when: 'январь' },
            { action: 'Второй этап', when: 'февраль' },
          ],
        },
      ],
    },
    {
      number: '2',
      title: 'Работа с кадрами',
      items: [
        { number: '2.1', action: 'Подвести итоги', info: 'Группа проекта', extra: { деньги: 'Нет' } },
        { number: '2.2', excluded: 'приказ от 12.05.2022 № 80' },
        { number: '2.3', action: 'Направить сводные сведения', when: 'ежеквартально' },
      ],
    },
  ],
});

const others = COLUMNS.filter(([field]) => field !== 'action').map(([field]) => field);
const every = Array.from({ length: 2 ** others.length }, (_, choice) =>
  COLUMNS.filter(([field]) => field === 'action' || (choice >> others.indexOf(field)) & 1),
);
/** All 256, or nearly none of the columns, nearly all of them, and some selections between. */
const choices = [
  ...every.filter(({ length }) => !isFull && (length <= 2 || length >= COLUMNS.length - 1)),
  ...someOf(every, 17),
];

describe('whichever columns a plan prints', () => {
  it.each(['docx', 'xlsx'] as const)(
    '%s: each column and each row is known again',
    async (format) => {
      for (const choice of choices) {
        const columns = choice.map(([field, heading]) => ({ field, heading }));
        const { plan: own, workspace } = loaded(textOf({ ...plan, columns }));
        const bytes =
          format === 'docx'
            ? await renderDocx(planView(own, workspace))
            : await renderXlsx(planSheets(own, workspace));
        const name = choice.map(([field]) => field).join('+');
        const read = await readComparable(bytes, name);
        if (!read.ok) throw new Error(`${name}: ${read.problem.code}`);
        const { draft } = await importDocument(bytes, name, { changes: 'accept' });
        const back = itemsOf(draft!.plan);
        const prints = (field: string): boolean => choice.some(([printed]) => printed === field);
        // A sheet tells parts from the lines of an action by their terms.
        const lines = format === 'xlsx' && !prints('when') ? ['Первый этап', 'Второй этап'] : [];
        const [first] = back;
        expect({
          name,
          columns: read.value.columns.map((column) => [column.name, column.heading]),
          sections: draft!.plan.sections!.map(({ number, title }) => [number, title]),
          actions: back.map(({ action }) => action),
          parts: back.map(({ parts = [] }) => parts.map(({ action }) => action)),
          excluded: back.map(({ excluded }) => excluded),
          numbers: prints('number') ? back.map(({ number }) => number) : [],
          first: [first!.when, first!.indicators, first!.info, first!.note, first!.extra],
        }).toEqual({
          name,
          columns: choice,
          sections: plan.sections!.map(({ number, title }) => [number, title]),
          actions: [
            'Провести семинар для руководителей',
            ['5-дневные сборы учителей химии', ...lines].join('\n'),
            'Подвести итоги',
            undefined,
            'Направить сводные сведения',
          ],
          parts: [[], lines.length > 0 ? [] : ['Первый этап', 'Второй этап'], [], [], []],
          excluded: [undefined, undefined, undefined, 'приказ от 12.05.2022 № 80', undefined],
          numbers: prints('number') ? ['1.1', '1.2', '2.1', '2.2', '2.3'] : [],
          first: [
            prints('when') ? 'до 20 мая' : undefined,
            prints('indicators') ? ['Справка', 'Не менее двух семинаров'] : undefined,
            prints('info') ? 'Сайт управления' : undefined,
            prints('note') ? 'По согласованию' : undefined,
            prints('extra.деньги') ? { деньги: 'Местный бюджет' } : undefined,
          ],
        });
      }
    },
    120_000,
  );
});
