import { describe, expect, test } from 'vitest';
import { parseDay, toIso } from '../../src/meaning/day.ts';
import { printedNumber } from '../../src/model/printed.ts';
import { status } from '../../src/status/status.ts';
import { trace } from '../../src/trace/trace.ts';
import { dashboardView } from '../../src/view/dashboard.ts';
import { DASHBOARD_STATES } from '../../src/view/dashboard-states.ts';
import { asked, examples, region, viewOf, workspaceOf } from './workspaces.ts';

const asOf = parseDay('2022-06-15')!;
const view = viewOf(examples);
const items = view.plans.flatMap((plan) => plan.items);

test('items stand in their own places, so that figures find them', () => {
  expect(items.map(({ index }) => index)).toEqual([...items.keys()]);
});

describe('figures agree with the status', () => {
  const statuses = status(examples, { asOf });

  test.each(statuses.map((one) => [one.plan.id, one] as const))('%s', (id, one) => {
    const plan = view.plans.find((shown) => shown.id === id)!;
    expect(plan.followed).toBe(one.followed);
    const inForce = one.plan.items.filter(({ excluded }) => excluded === undefined);
    expect(plan.items).toHaveLength(inForce.length);
    for (const state of DASHBOARD_STATES) {
      // Of a plan nobody records only what the calendar tells is told apart.
      const told = state === 'untracked' || state === 'due-soon';
      const rest = inForce.length - one.summary.untracked - one.summary['due-soon'];
      const unrecorded = told ? one.summary[state as 'untracked'] : state === 'not-followed' ? rest : 0;
      const recorded = state === 'not-followed' ? 0 : one.summary[state];
      const expected = one.followed ? recorded : unrecorded;
      expect(plan.counts[state]).toBe(expected);
      expect(plan.items.filter((item) => item.state === state)).toHaveLength(expected);
    }
  });

  test('and add up', () => {
    const sum = DASHBOARD_STATES.reduce((total, state) => total + view.counts[state], 0);
    expect(sum).toBe(items.length);
  });
});

test('the upper level comes first', () => {
  expect(view.plans.map(({ level }) => level)).toEqual([
    'regional',
    'municipal',
    'municipal',
    'municipal',
    'school',
  ]);
});

test('the timeline holds whole months of all plans', () => {
  expect([toIso(view.axis.from), toIso(view.axis.to)]).toEqual(['2022-01-01', '2023-08-31']);
});

describe('executors', () => {
  test('press with their own items only, each in the list of its state', () => {
    for (const { items: own, overdue, behind, dueSoon } of view.executors) {
      const lists = [
        ['overdue', overdue],
        ['behind', behind],
        ['due-soon', dueSoon],
      ] as const;
      for (const [state, list] of lists) {
        expect([...list].sort((a, b) => a - b)).toEqual(own.filter((index) => items[index]!.state === state));
      }
    }
  });

  test('lose none of what presses', () => {
    const listed = new Set(
      view.executors.flatMap(({ overdue, behind, dueSoon }) => [...overdue, ...behind, ...dueSoon]),
    );
    const pressing = items.filter(
      ({ state, executors }) => ['overdue', 'behind', 'due-soon'].includes(state) && executors.length > 0,
    );
    expect(listed).toEqual(new Set(pressing.map(({ index }) => index)));
  });

  test('of a registry are one body for all plans, those of two plans are two', () => {
    const plan = (id: string) =>
      `kind: plan\nid: ${id}\ntitle: ${id}\nperiod: 2022\nregistry: r\nexecutors: {комитет: Комитет}\nitems: [{number: "1", action: Дело, executors: [комитет, институт]}]\n`;
    const workspace = workspaceOf({
      'a.yaml': plan('a'),
      'b.yaml': plan('b'),
      'r.yaml': 'kind: registry\nid: r\nexecutors: {институт: Институт}\n',
    });
    const found = viewOf(workspace).executors.map(({ name, plans }) => [name, plans]);
    expect(found).toEqual([
      ['Институт', [0, 1]],
      ['Комитет', [0]],
      ['Комитет', [1]],
    ]);
  });
});

describe('the matrix', () => {
  test('has the obligations of the trace, with the items that fulfil them', () => {
    const [matrix] = view.matrices;
    const traced = trace(examples, { asOf }).find(({ plan }) => plan.id === 'ozersky-krai-2022')!;
    for (const child of traced.children) {
      const column = matrix!.children.findIndex((at) => view.plans[at]!.id === child.plan.id);
      const found = matrix!.obligations.flatMap(({ number, cells }) => {
        const cell = cells[column];
        return cell ? [[number, cell.items.map((index) => items[index]!.number)]] : [];
      });
      const expected = child.obligations.map(({ obligation, items: own }) => [
        obligation.item.number,
        own.map((item) => printedNumber(item, child.plan)),
      ]);
      expect(found).toEqual(expected);
    }
  });

  test('shows the worst state of several items', () => {
    for (const { obligations } of view.matrices) {
      for (const cell of obligations.flatMap(({ cells }) => cells)) {
        if (!cell || cell.items.length === 0) continue;
        const ranks = cell.items.map((index) => DASHBOARD_STATES.indexOf(items[index]!.state));
        expect(cell.state).toBe(DASHBOARD_STATES[Math.min(...ranks)]);
      }
    }
  });

  test('tells an obligation nobody took from one accepted as it is', () => {
    const states = new Set(
      view.matrices.flatMap(({ obligations }) =>
        obligations.flatMap(({ cells }) => cells.map((cell) => cell?.state)),
      ),
    );
    expect(states.has('missing') && states.has('waived')).toBe(true);
  });
});

describe('requests', () => {
  const shown = (day: string) =>
    viewOf(asked, day).requests.map(({ name, state, daysOverdue, answered, partly, open }) => [
      name,
      state,
      daysOverdue,
      answered,
      partly,
      open,
    ]);

  test('overdue answers first; what was asked and answered later is not known yet', () => {
    expect(shown('2022-06-15')).toEqual([
      ['Школы', 'overdue', 5, 0, 0, [0, 1]],
      ['Отдел', 'partly', undefined, 1, 1, [1]],
      ['Заречный район', 'waiting', undefined, 0, 0, [1]],
      ['Совет', 'answered', undefined, 2, 0, []],
    ]);
    expect(shown('2022-06-05').map(([name, state]) => [name, state])).toEqual([
      ['Совет', 'waiting'],
      ['Отдел', 'waiting'],
      ['Школы', 'waiting'],
      ['Заречный район', 'waiting'],
    ]);
    expect(shown('2022-06-16').map(([name]) => name)).toContain('Центр');
  });

  test('nobody asked, nothing shown; of other plans nothing either', () => {
    expect(viewOf(region(2)).requests).toEqual([]);
    const none = dashboardView(asked, { asOf, language: 'ru', plans: [] });
    expect(none.requests).toEqual([]);
  });
});

describe('chosen plans', () => {
  const chosen = (id: string) =>
    dashboardView(examples, { asOf, language: 'ru', plans: [examples.planOf(id)!] }).plans.map(
      (plan) => plan.id,
    );

  test('come with those that implement them', () => {
    expect(chosen('zarechny-2022')).toEqual(['zarechny-2022', 'klyuchevskaya-2022']);
    expect(chosen('ozersky-krai-2022')).toHaveLength(5);
    expect(chosen('kamensky-2022')).toEqual(['kamensky-2022']);
  });
});

test('plans of one territory are told apart', () => {
  const plan = (id: string) =>
    `kind: plan\nid: ${id}\ntitle: План\nterritory: Заречный район\nperiod: 2022\nitems: [{number: "1", action: Дело}]\n`;
  const { plans } = viewOf(workspaceOf({ 'a.yaml': plan('a'), 'b.yaml': plan('b') }));
  expect(plans.map(({ label }) => label)).toEqual(['Заречный район (a)', 'Заречный район (b)']);
});

test('a moved deadline keeps what it was and why; without a basis it is told apart', () => {
  const { plans } = viewOf(
    workspaceOf({
      'a.plan.yaml':
        'kind: plan\nid: a\ntitle: План\nperiod: 2022\nitems:\n  - {number: "1", action: Дело, when: март}\n  - {number: "2", action: Другое, when: март}\n',
      'a.facts.yaml':
        'kind: facts\nplan: a\nrecorded: 2022-04-01\nfacts:\n  - {item: "1", date: 2022-03-20, rescheduled: {to: 2022-08-01, basis: приказ от 20.03.2022 № 5}}\n  - {item: "2", date: 2022-03-20, rescheduled: {to: 2022-08-01}}\n',
    }),
  );
  const [moved, unfounded] = plans[0]!.items;
  expect([moved!.deadline, moved!.originalDeadline, moved!.basis]).toEqual([
    parseDay('2022-08-01'),
    parseDay('2022-03-31'),
    'приказ от 20.03.2022 № 5',
  ]);
  expect([unfounded!.state, unfounded!.movedWithoutBasis, unfounded!.daysOverdue]).toEqual([
    'overdue',
    parseDay('2022-08-01'),
    asOf - parseDay('2022-03-31')!,
  ]);
});

test('a workspace without plans has an empty page', () => {
  const { plans, matrices, executors } = viewOf(workspaceOf({ 'r.yaml': 'kind: registry\nid: r\n' }));
  expect([plans, matrices, executors]).toEqual([[], [], []]);
});
