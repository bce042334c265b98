import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { AS_OF, judged, municipalPlan, type Row, regionalPlan, tracedOf, workspaceOf } from './region.ts';

type Asked = Omit<Row, 'number'>;

const stateOf = (asked: Asked, rows: readonly Asked[], more?: string) => {
  const { state, flags } = judged(asked, rows, more);
  return [state, flags];
};

const TWO = { when: 'октябрь', indicators: ['Не менее двух семинаров', 'Аналитическая справка'] };

test.each([
  ['all as asked', [TWO], ['covered', ['covered']]],
  ['nothing', [], ['missing', ['missing']]],
  ['an indicator is lost', [{ ...TWO, indicators: ['Не менее двух семинаров'] }], ['partly', ['partly']]],
  ['a month late', [{ ...TWO, when: 'ноябрь' }], ['late', ['late']]],
  [
    'fewer',
    [{ ...TWO, indicators: ['Не менее одного семинара', 'Аналитическая справка'] }],
    ['weaker', ['weaker']],
  ],
  ['no indicator at all', [{ ...TWO, indicators: ['Статья'] }], ['weaker', ['weaker']]],
  [
    'several things at once',
    [{ when: 'ноябрь', indicators: ['Не менее одного семинара'] }],
    ['partly', ['partly', 'late', 'weaker']],
  ],
  [
    'shared between two items',
    [
      { ...TWO, indicators: ['Не менее двух семинаров'] },
      { ...TWO, indicators: ['Аналитическая справка'] },
    ],
    ['covered', ['covered']],
  ],
] as const)('%s', (_, rows, expected) => {
  expect(stateOf(TWO, rows)).toEqual(expected);
});

test('what cannot be compared is unclear, neither covered nor weaker', () => {
  const { state, indicators } = judged({ indicators: ['Повышение активности'] }, [
    { indicators: ['Справка'] },
  ]);
  expect([state, indicators.map(({ relation }) => relation)]).toEqual(['unclear', ['incomparable']]);
});

describe('roles', () => {
  const both = { executors: ['моуо', 'ммс'] };

  test('an obligation of several roles wants each of them', () => {
    expect(judged(both, [{ executors: ['комитет', 'центр'] }]).state).toBe('covered');
    const half = judged(both, [{ executors: ['центр'] }]);
    expect([half.state, half.rolesLeft]).toEqual(['partly', ['моуо']]);
    expect(judged(both, [{ executors: ['центр'] }, { executors: ['комитет'] }]).state).toBe('covered');
  });

  test('a body that fills no role leaves open what others in the plan fill', () => {
    const { state, rolesOpen, rolesUnfilled } = judged(both, [{ executors: ['архив'] }]);
    expect([state, rolesOpen, rolesUnfilled]).toEqual(['partly', ['моуо', 'ммс'], []]);
  });

  const rolesToldOf = (executors: readonly string[]) => {
    const files = {
      'krai.yaml': regionalPlan([{ number: '1', ...both }, { number: '2' }]),
      'raion.yaml': municipalPlan([
        { number: '1', executors, implements: ['1'] },
        { number: '2', executors: ['центр'], implements: ['2'] },
      ]),
    };
    return check(loadWorkspace(memoryFiles(files)), { asOf: AS_OF, today: AS_OF }).findings.filter(
      ({ rule }) => rule === 'wrong-role',
    );
  };

  test('the wrong body and a missing one are told at the link, with the obligation beside', () => {
    const found = rolesToldOf(['центр']);
    expect(found.map(({ item, related }) => [item, related.map(({ file }) => file)])).toEqual([
      ['1', ['krai.yaml']],
      ['2', ['krai.yaml']],
    ]);
    expect(rolesToldOf(['центр', 'комитет']).map(({ item }) => item)).toEqual(['2']);
  });
});

describe('waivers', () => {
  const waiver = (rule: string, item: string, until = '2022-12-31') =>
    `waivers:\n  - {rule: ${rule}, item: "${item}", reason: так согласовано, until: ${until}}\n`;
  const late = { ...TWO, when: 'ноябрь' };
  const lateAndWeak = { when: 'ноябрь', indicators: ['Не менее одного семинара', 'Аналитическая справка'] };

  test.each([
    ['a missing item', [], waiver('uncovered-obligation', 'krai#1'), ['waived', ['waived', 'missing']]],
    [
      'the deadline, by the own item',
      [late],
      waiver('deadline-after-parent', '1'),
      ['waived', ['waived', 'late']],
    ],
    [
      'the deadline, by the obligation',
      [late],
      waiver('deadline-after-parent', 'krai#1'),
      ['waived', ['waived', 'late']],
    ],
    [
      'the deadline only, the indicator is weaker too',
      [lateAndWeak],
      waiver('deadline-after-parent', '1'),
      ['weaker', ['late', 'weaker']],
    ],
    ['another rule', [late], waiver('weaker-indicator', '1'), ['late', ['late']]],
    ['another item', [late], waiver('deadline-after-parent', '2'), ['late', ['late']]],
    ['till yesterday', [late], waiver('deadline-after-parent', '1', '2022-05-31'), ['late', ['late']]],
    [
      'till today',
      [late],
      waiver('deadline-after-parent', '1', '2022-06-01'),
      ['waived', ['waived', 'late']],
    ],
  ] as const)('%s', (_, rows, more, expected) => {
    expect(stateOf(TWO, rows, more)).toEqual(expected);
  });

  test('every problem of a waived obligation is a waived finding, and the other way round', () => {
    const files = {
      'krai.yaml': regionalPlan([{ number: '1', ...TWO }, { number: '2', ...TWO }, { number: '3' }]),
      'raion.yaml': municipalPlan(
        [
          { number: '1', ...lateAndWeak, implements: ['1'] },
          { number: '2', ...lateAndWeak, implements: ['2'] },
        ],
        `${waiver('deadline-after-parent', '1')}  - {rule: weaker-indicator, item: "1", reason: так согласовано}\n`,
      ),
    };
    const states = [...tracedOf(workspaceOf(files))].map(([number, { state }]) => [number, state]);
    expect(states).toEqual([
      ['1', 'waived'],
      ['2', 'late'],
      ['3', 'missing'],
    ]);
    const { findings } = check(loadWorkspace(memoryFiles(files)), { asOf: AS_OF, today: AS_OF });
    const levels = ['uncovered-obligation', 'deadline-after-parent', 'weaker-indicator', 'wrong-role'];
    const open = findings.filter(({ rule }) => levels.includes(rule));
    expect(open.map(({ rule, item }) => [rule, item]).sort()).toEqual([
      ['deadline-after-parent', '2'],
      ['uncovered-obligation', undefined],
      ['weaker-indicator', '2'],
    ]);
  });
});
