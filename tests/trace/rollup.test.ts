import { expect, test } from 'vitest';
import { rollUpOf } from '../../src/trace/rollup.ts';
import { type TracedParent, trace } from '../../src/trace/trace.ts';
import { AS_OF, municipalPlan, regionalPlan, workspaceOf } from './region.ts';

function rollUp(
  indicators: readonly string[],
  promised: readonly (readonly string[] | undefined)[],
  more = '',
) {
  const workspace = workspaceOf({
    'krai.yaml': regionalPlan([{ number: '1', indicators }]),
    ...Object.fromEntries(
      promised.map((given, at) => [
        `r${at}.yaml`,
        municipalPlan(
          given ? [{ number: '1', implements: ['1'], indicators: given }] : [],
          more,
          `r${at}`,
          `Район ${at}`,
        ),
      ]),
    ),
  });
  const [parent] = trace(workspace, { asOf: AS_OF });
  return rollUpOf(parent as TracedParent, workspace).map(({ pledges, obligation, indicator, ...sum }) => ({
    ...sum,
    number: obligation.number,
    pledges: pledges.map(({ plan, value, enough }) => [plan.id, value, enough]),
  }));
}

test('numbers add up; a surplus of one does not make up for another', () => {
  expect(
    rollUp(
      ['Не менее трёх кандидатур'],
      [['Не менее пяти кандидатур'], ['Не менее двух кандидатур'], undefined],
    ),
  ).toEqual([
    {
      number: '1',
      kind: 'sum',
      unit: 'кандидатура',
      required: 3,
      total: 9,
      promised: 7,
      shortfall: 4,
      enough: 1,
      pledges: [
        ['r0', 5, true],
        ['r1', 2, false],
        ['r2', 0, false],
      ],
    },
  ]);
});

test('shares and documents are a matter of each', () => {
  const [share, document] = rollUp(
    ['Не менее 60 % педагогов', 'Справка'],
    [['Не менее 50 % педагогов', 'Справка'], ['70 % педагогов'], ['80 % учеников', 'Справка']],
  );
  expect([share?.kind, share?.enough, share?.pledges]).toEqual([
    'share',
    1,
    [
      ['r0', 50, false],
      ['r1', 70, true],
      ['r2', null, null],
    ],
  ]);
  expect([document?.kind, document?.required, document?.enough]).toEqual(['share', null, 2]);
});

test('a figure in another rhythm is not added to the sum', () => {
  const [sum] = rollUp(
    ['Не менее двух встреч в месяц'],
    [['Не менее двух встреч в месяц'], ['Не менее одной встречи в неделю']],
  );
  expect([sum?.per, sum?.promised, sum?.pledges.map(([, value]) => value)]).toEqual(['month', 2, [2, null]]);
});

test('what is waived is not expected', () => {
  const waivers = 'waivers:\n  - {rule: uncovered-obligation, item: "krai#1", reason: так согласовано}\n';
  expect(rollUp(['Не менее трёх кандидатур'], [undefined], waivers)).toEqual([]);
});
