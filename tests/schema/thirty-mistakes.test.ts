import { expect, test } from 'vitest';
import { validate } from '../../src/schema/validate.ts';
import { locate, placeOf } from '../../src/source/locate.ts';
import { readDocument } from '../../src/source/read.ts';

/** Each mistake stands between ⟦ and ⟧; the numbers say which is which when one is lost. */
const CROOKED = `kind: plan
id: ⟦озёрск 2021⟧
level: ⟦муниципальный⟧
title: План мероприятий
⟦programm⟧: Проект
territory: ⟦5⟧
period: ⟦"21/22"⟧
⟦registry⟧:
order:
  type: ⟦приказы⟧
  date: ⟦31.04.2021⟧
  ⟦подписал⟧: Глава района
  clauses: ⟦Утвердить план⟧
stamp: {date: ⟦апрель⟧}
executors:
  ко: ⟦Комитет⟧
  цо:
    name: Центр
    aliases: [ЦО, ⟦ЦО⟧]
columns:
  - {field: ⟦срок⟧, heading: Срок}
  - {field: number, width: ⟦-1⟧}
context:
  - {heading: Цель, in-table: ⟦да⟧}
sections:
  - ⟦items⟧:
      - number: "1.1"
        action: Утвердить план
        executors: ⟦ко⟧
        indicators:
          - Приказ⟦:⟧ об утверждении
          - {text: Школы, kind: count, value: ⟦"40"⟧}
          - {text: Доля, op: ⟦=>⟧}
        implements: ⟦1.6⟧
        when: {text: май, ⟦начало⟧: 2021-05-01}
        parts:
          - ⟦when⟧: июнь
          - action: ⟦2021⟧
      - ⟦number⟧: "1.2"
      - number: "1.3"
        action: ⟦""⟧
      - ⟦Провести совещание⟧
waivers:
  - ⟦rule⟧: number-gap
⟦вовсе-ничего⟧: {title: x}
`;

function unmark(marked: string): { text: string; starts: readonly number[] } {
  let text = '';
  const starts: number[] = [];
  for (const char of marked) {
    if (char === '⟦') starts.push(text.length);
    else if (char !== '⟧') text += char;
  }
  return { text, starts };
}

test('30 mistakes of 30 kinds are 30 findings at 30 places', () => {
  const { text, starts } = unmark(CROOKED);
  const document = readDocument('plan.yaml', new TextEncoder().encode(text));
  const tree = locate(text);
  const problems = [...document.problems, ...validate('plan', document.value, 'plan.yaml')];
  const places = problems.map(({ at }) => ('route' in at ? placeOf(tree, at).start : at.offsets[0]));
  expect(places.toSorted((a, b) => a - b)).toEqual(starts);
  expect(starts).toHaveLength(30);
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['schema', 'syntax']));
});
