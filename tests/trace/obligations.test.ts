import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { trace } from '../../src/trace/trace.ts';
import { AS_OF, municipalPlan, regionalPlan, tracedOf, workspaceOf } from './region.ts';

const numbers = (files: Record<string, string>, child?: string): string[] => [
  ...tracedOf(workspaceOf(files), child).keys(),
];

describe('what is laid on a municipality', () => {
  test('items with a role of its level, alone or among others, sub-events included', () => {
    const krai = `${regionalPlan([
      { number: '1' },
      { number: '2', executors: ['министерство'] },
      { number: '3', executors: ['министерство', 'ммс'] },
      { number: '4', executors: ['школы'] },
    ])}  - number: "5"
    action: Провести неделю методики
    executors: [министерство]
    parts:
      - {action: Открыть её, executors: [министерство]}
      - {action: Провести день в районе, executors: [ммс, моуо]}
  - {number: "6", excluded: приказ от 12.05.2022 № 80}
`;
    const traced = tracedOf(
      workspaceOf({ 'krai.yaml': krai, 'raion.yaml': municipalPlan([{ number: '1' }]) }),
    );
    expect([...traced].map(([number, { obligation }]) => [number, obligation.roles])).toEqual([
      ['1', ['моуо']],
      ['3', ['ммс']],
      ['5', ['ммс', 'моуо']],
    ]);
  });

  test('an item for named territories binds nobody else', () => {
    const registry = `kind: registry
id: krai-registry
executors: {}
schools:
  школа-7: {name: Школа № 7, territory: Заречный район}
  школа-9: {name: Школа № 9, territory: Каменский округ}
`;
    const files = {
      'registry.yaml': registry,
      'krai.yaml': regionalPlan([
        { number: '1', for: ['Заречный район'] },
        { number: '2', for: ['kamensky'] },
        { number: '3', for: ['школа-7'] },
        { number: '4', for: ['школа-9', 'Заречный район'] },
        { number: '5' },
        // Names compare without case.
        { number: '6', for: ['Школа-7'] },
        { number: '7', for: ['KAMENSKY'] },
      ]),
      'raion.yaml': municipalPlan([{ number: '1' }]),
      'kamensky.yaml': municipalPlan([{ number: '1' }], '', 'kamensky', 'Каменский округ'),
    };
    expect(numbers(files)).toEqual(['1', '3', '4', '5', '6']);
    expect(numbers(files, 'kamensky')).toEqual(['2', '4', '5', '7']);
  });
});

describe('links', () => {
  const school = `kind: plan
id: school
level: school
title: План школы
territory: Школа № 7
period: 2022
implements: raion
items:
  - {number: "1", action: Провести урок, implements: ["2"]}
`;

  test('over three levels: the school answers the municipality, the municipality the region', () => {
    const raion = municipalPlan(
      [
        { number: '1', implements: ['1'] },
        { number: '2', executors: ['школы'], implements: [] },
      ],
      '  школы: {name: Школы, level: school}\n',
    );
    const all = trace(
      workspaceOf({
        'krai.yaml': regionalPlan([{ number: '1' }]),
        'raion.yaml': raion,
        'school.yaml': school,
      }),
      { asOf: AS_OF },
    );
    expect(
      all.map(({ plan, children }) => [
        plan.id,
        children.map((child) => [
          child.plan.id,
          child.obligations.map(({ obligation, items }) => [
            obligation.item.number,
            items.map((item) => item.number),
          ]),
        ]),
      ]),
    ).toEqual([
      ['krai', [['raion', [['1', ['1']]]]]],
      ['raion', [['school', [['2', ['1']]]]]],
    ]);
  });

  test('with several parents each is traced, and a reference names its parent', () => {
    const federal = regionalPlan([{ number: '1' }, { number: '2' }])
      .replace('id: krai', 'id: strana')
      .replace('level: regional', 'level: federal');
    const raion = municipalPlan([
      { number: '1', implements: ['krai#1', 'strana#2'] },
      { number: '2', implements: ['1'] },
    ]).replace('implements: krai\n', 'implements: [krai, strana]\n');
    const files = {
      'krai.yaml': regionalPlan([{ number: '1' }]),
      'raion.yaml': raion,
      'strana.yaml': federal,
    };
    const all = trace(workspaceOf(files), { asOf: AS_OF });
    const linked = all.map(({ plan, children }) => [
      plan.id,
      children[0]?.obligations.map(({ obligation, items }) => [
        obligation.item.number,
        items.map(({ number }) => number),
      ]),
    ]);
    expect(linked).toEqual([
      ['krai', [['1', ['1']]]],
      [
        'strana',
        [
          ['1', []],
          ['2', ['1']],
        ],
      ],
    ]);
    const { findings } = check(loadWorkspace(memoryFiles(files)), { asOf: AS_OF, today: AS_OF });
    expect(
      findings.filter(({ rule }) => rule === 'unknown-parent-item').map(({ file, item }) => [file, item]),
    ).toEqual([['raion.yaml', '2']]);
  });

  test('an excluded item implements nothing', () => {
    const files = {
      'krai.yaml': regionalPlan([{ number: '1' }]),
      'raion.yaml': municipalPlan([{ number: '1', implements: ['1'], excluded: 'приказ от 01.03.2022 № 5' }]),
    };
    expect(tracedOf(workspaceOf(files)).get('1')?.state).toBe('missing');
  });

  test('plans that implement each other are reported and still end', () => {
    const krai = regionalPlan([{ number: '1' }]).replace(
      'period: 2022\n',
      'period: 2022\nimplements: raion\n',
    );
    const files = { 'krai.yaml': krai, 'raion.yaml': municipalPlan([{ number: '1', implements: ['1'] }]) };
    const loaded = loadWorkspace(memoryFiles(files));
    expect(trace(loaded.workspace, { asOf: AS_OF }).map(({ plan }) => plan.id)).toEqual(['krai', 'raion']);
    const { findings } = check(loaded, { asOf: AS_OF, today: AS_OF });
    expect(findings.filter(({ rule }) => rule === 'implements-cycle').length).toBeGreaterThan(0);
  });
});
