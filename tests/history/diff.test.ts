import { describe, expect, test } from 'vitest';
import { renumberingInWords, renumberings } from '../../src/history/change-words.ts';
import { diffPlans, isSameEdition, type PlanDifference } from '../../src/history/diff.ts';
import { itemsOf, textOf } from './plans.ts';

const shapeOf = ({ items }: PlanDifference) =>
  items.map(({ kind, before, after, renumbered, moved, fields }) => ({
    kind,
    was: before?.number,
    is: after?.number,
    ...(renumbered && { renumbered }),
    ...(moved && { moved }),
    ...(fields.length > 0 && {
      fields: fields.map(({ field, part }) => (part ? `${field} ${part}` : field)),
    }),
  }));

const DEEDS = [
  'Провести семинар для кураторов',
  'Составить перечень школ',
  'Издать сборник практик',
  'Подвести итоги года',
];

describe('the difference of two signed texts', () => {
  test('is none where only what is not signed differs', () => {
    const before = textOf(`executors: {к: {name: Комитет}}
items:
  - {number: "1", action: "Провести «встречу» — весной", when: май, executors: [к], implements: []}
waivers: [{rule: missing-indicator, item: "1", reason: так решено}]
`);
    const after = textOf(
      `# примечание
executors: {комитет: {name: Комитет}, лишний: {name: Никто}}
items:
  - number: "1."
    action: 'Провести  "встречу" – весной'
    when: май
    executors: [комитет]
`.replace('"1."', '"1"'),
    );
    expect(isSameEdition(diffPlans(before, after))).toBe(true);
  });

  test('names what an executor is called, not its key', () => {
    const before = textOf(
      'executors: {к: {name: Комитет}}\nitems: [{number: "1", action: Встреча, executors: [к]}]\n',
    );
    const after = textOf(
      'executors: {к: {name: Отдел}}\nitems: [{number: "1", action: Встреча, executors: [к]}]\n',
    );
    expect(diffPlans(before, after).items[0]?.fields).toMatchObject([
      { field: 'executors', was: ['Комитет'], is: ['Отдел'] },
    ]);
  });

  test('leaves out what the columns of the plan do not print', () => {
    const plan = (info: string): string =>
      `columns: [{field: number}, {field: action}]\nitems: [{number: "1", action: Встреча, info: ${info}}]\n`;
    expect(isSameEdition(diffPlans(textOf(plan('сайт')), textOf(plan('газета'))))).toBe(true);
  });

  test('tells an item put in between from those that moved up', () => {
    const after = [...DEEDS.slice(0, 2), 'Назначить наставников', ...DEEDS.slice(2)];
    const difference = diffPlans(textOf(itemsOf(DEEDS)), textOf(itemsOf(after)));
    expect(shapeOf(difference)).toEqual([
      { kind: 'added', was: undefined, is: '3' },
      { kind: 'changed', was: '3', is: '4', renumbered: true },
      { kind: 'changed', was: '4', is: '5', renumbered: true },
    ]);
    expect(renumberings(difference.items).map(renumberingInWords)).toEqual(['3–4 → 4–5']);
  });

  test('knows a reworded item by its number, by its id, by its words', () => {
    const before = textOf(`items:
  - {number: "1", action: Провести семинар}
  - {number: "2", id: перечень, action: Составить перечень школ}
  - {number: "3", action: Издать сборник лучших практик района}
`);
    const after = textOf(`items:
  - {number: "1", action: Организовать вебинар по итогам года}
  - {number: "7", id: перечень, action: Подготовить список}
  - {number: "4", action: Издать сборник лучших практик округа}
`);
    expect(shapeOf(diffPlans(before, after))).toEqual([
      { kind: 'changed', was: '1', is: '1', fields: ['action'] },
      { kind: 'changed', was: '2', is: '7', renumbered: true, fields: ['action'] },
      { kind: 'changed', was: '3', is: '4', renumbered: true, fields: ['action'] },
    ]);
  });

  test('tells what was removed where it stood, what an act took out, what stands elsewhere', () => {
    const before = textOf(itemsOf(DEEDS));
    const after = textOf(`items:
  - {number: "4", action: Подвести итоги года, when: май}
  - {number: "1", action: Провести семинар для кураторов, when: май}
  - {number: "3", excluded: приказ от 01.06.2022 № 8}
`);
    expect(shapeOf(diffPlans(before, after))).toEqual([
      { kind: 'changed', was: '4', is: '4', moved: true },
      { kind: 'removed', was: '2', is: undefined },
      { kind: 'excluded', was: '3', is: '3' },
    ]);
  });

  test('looks into sub-events, and at sections', () => {
    const plan = (title: string, when: string): string => `sections:
  - number: I
    title: ${title}
    items:
      - {number: "1", action: Марафон, parts: [{action: Открытие, when: май}, {action: Закрытие, when: ${when}}]}
`;
    const difference = diffPlans(
      textOf(plan('Подготовка', 'июнь')),
      textOf(plan('Подготовительный этап', 'июль')),
    );
    expect(shapeOf(difference)).toEqual([{ kind: 'changed', was: '1', is: '1', fields: ['when 2'] }]);
    expect(difference.sections).toMatchObject([
      { kind: 'changed', before: { title: 'Подготовка' }, after: { title: 'Подготовительный этап' } },
    ]);
  });
});

describe('what a change comes to', () => {
  const meaningOf = (field: 'when' | 'indicators', was: string, is: string) => {
    const plan = (text: string): string =>
      field === 'when'
        ? `items: [{number: "1", action: Встреча, when: ${text}}]\n`
        : `items: [{number: "1", action: Встреча, indicators: [${text}]}]\n`;
    return diffPlans(textOf(plan(was)), textOf(plan(is))).items[0]?.fields[0]?.meaning;
  };

  test.each([
    ['до 30 мая', 'до 30 июня', { kind: 'deadline', days: 31 }],
    ['июнь', 'май', { kind: 'deadline', days: -30 }],
    ['май – июнь', 'июнь', { kind: 'start', days: 31 }],
    ['ежемесячно', 'ежеквартально', { kind: 'rhythm', relation: 'fewer' }],
    ['до 31 мая', 'не позднее 31.05.2022', { kind: 'same' }],
  ])('of a period: %s → %s', (was, is, meaning) => {
    expect(meaningOf('when', was, is)).toMatchObject(meaning);
  });

  test.each([
    ['Не менее 3 встреч', 'Не менее 2 встреч', { relation: 'weaker', values: [3, 2] }],
    ['Не менее 40 % школ', 'Не менее 60 % школ', { relation: 'stronger', values: [40, 60] }],
    ['Не менее 3 встреч', 'Не менее 3 выездов', { relation: 'incomparable' }],
  ])('of an indicator: %s → %s', (was, is, change) => {
    expect(meaningOf('indicators', was, is)).toMatchObject({ kind: 'indicators', changes: [change] });
  });

  test.each([
    ['до 30 мая', 'в удобное время если получится'],
    ['весенняя декада барсука', 'до 30 мая'],
    ['ежеквартально', 'до 1 июля'],
  ])('is not said where one side is not read, or the two do not compare: %s → %s', (was, is) => {
    expect(meaningOf('when', was, is)).toBeUndefined();
  });
});
