import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseDay, toIso } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { chosenItems } from '../../src/status/choose-items.ts';
import { statusJson } from '../../src/status/status-json.ts';
import { judged } from './judged.ts';

/** An order, the mark «УТВЕРЖДАЮ» and a stamp say alike when a plan was approved. */
const APPROVALS = [
  'order: {type: приказ, number: "5", date: 2022-02-02}',
  'approved-by: {position: Глава, name: А.А. Иванов, date: 2022-02-02}',
  'stamp: {form: утверждено, number: "5", date: 2022-02-02}',
  'approved-by: {position: Глава, name: А.А. Иванов, document: приказ от 02.02.2022 № 5}',
  'approved-by: {position: Глава, name: А.А. Иванов, document: распоряжение от 2 февраля 2022 г. № 5-р}',
];

describe.each(APPROVALS)('%s', (plan) => {
  test('a turn that began before is not asked, and that is said', () => {
    const facts = ['item: "1", date: 2022-03-12, count: 1'];
    const items = [
      'when: ежеквартально',
      'when: в течение года, indicators: [Не менее одной встречи в квартал]',
    ];
    const plans = [
      judged({ plan, items, facts: [...facts, 'item: "2", date: 2022-03-12, count: 1'], asOf: '2022-06-15' }),
    ];
    const output = statusJson(plans, parseDay('2022-06-15')!) as {
      plans: { items: { state: string; notAsked: unknown }[] }[];
    };
    const notAsked = {
      reason: 'before-approval',
      approved: '2022-02-02',
      turns: [{ from: '2022-01-01', to: '2022-03-31' }],
    };
    expect(output.plans[0]!.items.map(({ state, notAsked: said }) => [state, said])).toEqual([
      ['in-progress', notAsked],
      ['in-progress', notAsked],
    ]);
  });

  test('a deadline before it is told', () => {
    const { findings } = check(
      loadWorkspace(
        memoryFiles({
          'p.plan.yaml': `kind: plan\nid: p\ntitle: План\nperiod: 2022\n${plan}\nitems:\n  - {number: "1", action: Семинар, when: январь}\n`,
        }),
      ),
      { asOf: parseDay('2022-03-01')!, today: parseDay('2022-03-01')! },
    );
    expect(findings.filter(({ rule }) => rule === 'deadline-before-approval')).toHaveLength(1);
  });

  test('a term that counts from the approval has a day', () => {
    const items = ['when: в течение 10 дней со дня утверждения плана'];
    expect(toIso(judged({ plan, items, facts: [], asOf: '2022-02-05' }).items[0]!.deadline!)).toBe(
      '2022-02-12',
    );
  });
});

test('a filtered list keeps the counts of the whole plan', () => {
  const items = ['when: до 1 марта 2022 г.', 'when: до 1 апреля 2022 г.', 'when: до 1 мая 2022 г.'];
  const facts = [1, 2].map((n) => `item: "${n}", date: 2022-02-10, done: true`);
  const chosen = chosenItems(judged({ items, facts, asOf: '2022-06-01' }), { states: ['overdue'] });
  expect([chosen.summary.items, chosen.summary.done]).toEqual([1, 0]);
  expect([chosen.whole!.items, chosen.whole!.done]).toEqual([3, 2]);
});
