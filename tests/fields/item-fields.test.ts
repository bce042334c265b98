import { expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { columnFields, itemFields } from '../../src/fields/item-fields.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const repeated = (values: readonly unknown[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

it('says everything of a field once, and in an order that is no accident', () => {
  expect(repeated(itemFields.map(({ key }) => key))).toEqual([]);
  expect(repeated(columnFields.map(({ column }) => column.position))).toEqual([]);
  expect(repeated(itemFields.flatMap(({ headings = [] }) => headings.map(({ step }) => step)))).toEqual([]);
});

it('prints the columns in this order, under these headings, so many millimetres wide', () => {
  const columns = columnFields.map(
    ({ key, column: { heading, width = 'the rest', isUsual } }) =>
      `${isUsual ? '' : '('}${key}: ${heading}, ${width}${isUsual ? '' : ')'}`,
  );
  expect(columns.join('\n')).toMatchInlineSnapshot(`
    "number: № п/п, 14
    action: Мероприятие, the rest
    when: Срок реализации, 42
    executors: Ответственный исполнитель, 52
    indicators: Показатель реализации, 58
    (for: Для кого, the rest)
    (info: Информационное сопровождение, 42)
    (result: Результат, 42)
    (note: Примечание, 34)"
  `);
});

it('has every printed text proof-read, and no name of an executor or bracket beside it', () => {
  const plan = `kind: plan
id: shkola-2026
level: school
title: План школы
period: 2026
executors:
  школа: {name: Школа}
items:
  - number: "1"
    action: Провести смотр смотр
    when: до 20 октября
    executors: [{key: школа, note: (контроль контроль)}]
    indicators: [Справка справка]
    info: на сайте сайте
    result: сделано сделано
    note: на территории края края
    extra: {направление: кадры кадры}
    parts:
      - {action: Отбор участников, note: вместе вместе}
`;
  const day = parseDay('2026-03-01') as number;
  const files = memoryFiles({ 'a.plan.yaml': new TextEncoder().encode(plan) });
  const { findings } = check(loadWorkspace(files), { asOf: day, today: day });
  const words = findings.filter(({ rule }) => rule === 'repeated-words').map(({ line }) => line);
  expect(words).toEqual([10, 13, 14, 15, 16, 17, 19]);
});
