import fc from 'fast-check';
import { writeDocument } from '../../src/edit/write.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Item, Part, Plan } from '../../src/model/plan.ts';
import type { Workspace } from '../../src/model/workspace.ts';
import type {
  ExecutorEntry,
  ItemFields,
  PlanDocument,
  SectionFields,
} from '../../src/schema/generated/types.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

/** Plans of every shape a table can have; their texts are those of road maps, with what readers stumble over. */

const ACTIONS = [
  'Провести семинар для руководителей школ',
  'Разработать и утвердить положение о проекте «Опора», в том числе:\n- состав рабочей группы;\n- график выездов',
  'Организовать участие педагогов в конкурсе: «Учитель года», «Воспитатель года»',
  'Направить сведения (форма № 3) в министерство',
  '5-дневные сборы учителей химии, физики; информатики',
  'Подвести итоги 2-го этапа мониторинга',
] as const;
const PERIODS = [
  'Март 2022 г.',
  'до 25 апреля 2022 г.',
  'ежеквартально',
  'Май, октябрь 2022 г.',
  'в течение года\n(по графику)',
];
const INDICATORS = [
  'Приказ управления образования',
  'Не менее двух семинаров в месяц',
  '100 % школ; 40 % педагогов',
  'Доля школ, в которых:\n– есть программа;\n– есть куратор',
  'Отчёт (справка), протокол',
];
const EXECUTORS: Readonly<Record<string, { name: string }>> = {
  управление: { name: 'Управление образования, культуры и спорта' },
  центр: { name: 'МБУ «Методический центр»' },
  школы: { name: 'Руководители школ (по списку)' },
  совет: { name: 'Совет директоров' },
};
const COLUMNS = [
  ['number', '№ п/п'],
  ['action', 'Мероприятие'],
  ['when', 'Срок'],
  ['executors', 'Исполнитель'],
  ['indicators', 'Показатель'],
  ['info', 'Информационное сопровождение'],
  ['note', 'Примечание'],
  ['extra.финансирование', 'Источник финансирования'],
] as const;
const NOTES = ['(контроль)', '(Иванова И.И., Петров П.П.)'];
const SECTIONS = ['Подготовка и запуск программы', 'Работа с кадрами', 'Мониторинг'];

const executors: fc.Arbitrary<ExecutorEntry[]> = fc
  .uniqueArray(fc.constantFrom(...Object.keys(EXECUTORS)), { maxLength: 3 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.option(fc.constantFrom(...NOTES)).map((note) => (note === null ? key : { key, note })),
      ),
    ),
  );
const indicators = fc.uniqueArray(fc.constantFrom(...INDICATORS), { maxLength: 3 });

const common = fc.record({
  when: fc.option(fc.constantFrom(...PERIODS), { nil: undefined }),
  executors: executors.map((list) => (list.length > 0 ? list : undefined)),
  indicators: indicators.map((list) => (list.length > 0 ? list : undefined)),
});

const part = fc.record({
  action: fc.constantFrom('Первый этап', 'Второй этап', 'Итоги'),
  when: fc.constantFrom(...PERIODS),
});

const item = fc
  .tuple(
    fc.constantFrom(...ACTIONS),
    common,
    fc.record({
      info: fc.option(fc.constantFrom('Сайт управления', 'Группа проекта'), { nil: undefined }),
      note: fc.option(fc.constantFrom('По согласованию'), { nil: undefined }),
      extra: fc.option(fc.constantFrom('Местный бюджет', 'Без финансирования'), { nil: undefined }),
      parts: fc.option(fc.array(part, { minLength: 2, maxLength: 3 }), { nil: undefined, freq: 4 }),
    }),
  )
  .map(([action, fields, { extra, ...more }]) =>
    defined({ number: '', action, ...fields, ...more, extra: extra && { финансирование: extra } }),
  );

/** Without the fields that are undefined. */
export const defined = <Fields>(fields: object): Fields => JSON.parse(JSON.stringify(fields)) as Fields;

export const generatedItem = item as fc.Arbitrary<ItemFields>;

/** Items are numbered through, and told apart by their actions. */
export function numbered(document: PlanDocument): PlanDocument {
  let number = 0;
  const items = (list: readonly ItemFields[] | undefined): ItemFields[] | undefined =>
    list?.map((one) => ({
      ...one,
      number: String(++number),
      action: `${one.action} (${one.number || number})`,
    }));
  return defined({
    ...document,
    items: items(document.items),
    sections: document.sections?.map((section) => ({ ...section, items: items(section.items) })),
  });
}

export const generatedPlan: fc.Arbitrary<PlanDocument> = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.array(generatedItem, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([count, groups]) =>
    numbered({
      kind: 'plan',
      id: 'made-2022',
      title: 'План мероприятий («дорожная карта») по реализации проекта «Опора» в 2022 году',
      period: 2022,
      order: {
        type: 'приказ',
        issuer: 'Управление образования Заречного района',
        number: '12',
        date: '2022-02-07',
        place: 'п. Заречный',
        subject: 'Об утверждении плана мероприятий («дорожной карты»)',
        preamble: 'В целях поддержки школ',
        clauses: [
          'Утвердить план мероприятий («дорожную карту»).',
          'Контроль за исполнением приказа оставляю за собой.',
        ],
        signatory: { position: 'Начальник управления', name: 'О.Н. Затонский' },
      },
      executors: { ...EXECUTORS },
      columns: COLUMNS.map(([field, heading]) => ({ field, heading })),
      ...(count === 0
        ? { items: groups[0]! }
        : {
            sections: groups
              .slice(0, count)
              .map((items, at): SectionFields => ({ number: String(at + 1), title: SECTIONS[at]!, items })),
          }),
    }),
  );

export const textOf = (document: PlanDocument): string =>
  writeDocument(document as unknown as Readonly<Record<string, unknown>>);

export function loaded(text: string): { plan: Plan; workspace: Workspace } {
  const { workspace, problems } = loadWorkspace(memoryFiles({ 'a.plan.yaml': text }));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return { plan: workspace.plans[0]!, workspace };
}

/** What a printed table tells of a plan: names for keys, texts for meanings. */
export function printedRows(plan: Plan): unknown[] {
  const raw = (route: readonly (string | number)[]): Record<string, unknown> =>
    route.reduce<unknown>(
      (value, step) => (value as Record<string | number, unknown>)[step],
      plan.source,
    ) as Record<string, unknown>;
  const row = (of: Item | Part): unknown => {
    const { info, note, extra } = raw(of.route);
    return {
      action: of.action,
      when: of.when?.text,
      executors: of.executors.map(({ key, note: own }) =>
        [plan.executors.get(key)?.name, own].filter((text) => text !== undefined).join(' '),
      ),
      indicators: of.indicators.map(({ text }) => text),
      info,
      note,
      extra: Object.values(extra ?? {}),
      parts: 'parts' in of ? of.parts.map(row) : undefined,
    };
  };
  return plan.items.map((one) => [one.number, one.section?.title, row(one)]);
}
