import { expect, test } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { dashboardView } from '../../src/view/dashboard.ts';
import { extractView } from '../../src/view/extract-view.ts';

const plan = (id: string): string =>
  `kind: plan\nid: ${id}\ntitle: План ${id}\nperiod: 2022\nexecutors: {центр: {name: Методический центр}}\nitems:\n` +
  '  - {number: "1", action: Семинар, when: до 1 декабря 2022 г., executors: [центр]}\n' +
  '  - {number: "2", action: Конкурс, when: до 15 сентября 2022 г., executors: [центр]}\n';

const asOf = parseDay('2022-09-10')!;
/** One plan nobody follows, and one that is followed: no deadline of either is over. */
const { workspace } = loadWorkspace(
  memoryFiles({
    'a.plan.yaml': plan('a'),
    'b.plan.yaml': plan('b'),
    'b.facts.yaml': 'kind: facts\nplan: b\nfacts: [{item: "2", date: 2022-09-05, done: true}]\n',
  }),
);

const NONE = 'Просроченных пунктов нет.';
const extractOf = (ids: readonly string[]): string =>
  JSON.stringify(
    extractView(
      workspace,
      workspace.plans.filter(({ id }) => ids.includes(id)),
      { asOf, executor: 'центр', days: 14, form: 'pages' },
    ),
  );

test('«nothing is overdue» is said only where execution is followed', () => {
  expect(extractOf(['b'])).toContain(NONE);
  expect(extractOf(['a'])).not.toContain(NONE);
  expect(extractOf(['a', 'b'])).not.toContain(NONE);
});

test('of a plan nobody follows the calendar is shown all the same', () => {
  const view = dashboardView(workspace, { asOf, language: 'ru' });
  expect(view.plans.map(({ items }) => items.map(({ state }) => state))).toEqual([
    ['not-followed', 'due-soon'],
    ['not-started', 'done'],
  ]);
});
