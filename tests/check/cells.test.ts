import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { dayOf } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const asOf = dayOf(2021, 1, 1) as number;

function plan(id: string, period: string, items: string): string {
  return `kind: plan
id: ${id}
level: municipal
title: План мероприятий
territory: Заречный район
period: ${period}
executors:
  центр: {name: Методический центр}
  школы: {name: Школы № 3 и № 5}
items:
${items}`;
}

/** Findings of one rule: whose, and the message. */
function found(rule: string, texts: Readonly<Record<string, string>>) {
  const report = check(loadWorkspace(memoryFiles(texts)), { asOf, today: asOf });
  return report.findings
    .filter((finding) => finding.rule === rule)
    .map((finding) => `${finding.plan} ${finding.item}`);
}

const item = (number: number, when: string, indicator = 'Приказ', executor = 'центр') =>
  `  - {number: "${number}", action: Провести семинар, when: ${when}, executors: [${executor}], indicators: [${indicator}]}\n`;

describe('a wording judged once', () => {
  it('is judged anew for plans of another period', () => {
    const rows = item(1, 'до 1 марта 2022 г.');
    expect(
      found('period-outside-plan', {
        'a.yaml': plan('a', '2022', rows),
        'b.yaml': plan('b', '2021', rows),
        'c.yaml': plan('c', '2022', rows),
        'd.yaml': plan('d', '2021', rows),
      }),
    ).toEqual(['b 1', 'd 1']);
  });

  it('is excused in the plan that was approved before it, and in no other of the period', () => {
    const rows = item(1, '1 – 20 декабря 2021 г.');
    const signed = (id: string, date: string): string =>
      plan(id, '2022', rows).replace(
        'executors:',
        `approved-by: {position: Глава, date: ${date}}\nexecutors:`,
      );
    const texts = {
      'a.yaml': plan('a', '2022', rows),
      'b.yaml': signed('b', '2021-11-25'),
      'c.yaml': signed('c', '2022-01-10'),
    };
    expect(found('period-outside-plan', texts)).toEqual(['a 1']);
    // What was over before the approval has a rule of its own: one cause, one finding.
    expect(found('deadline-before-approval', texts)).toEqual(['c 1']);
  });

  it('is not what stands beside a text as its meaning', () => {
    const reversed = '{text: Март 2022 г., from: 2022-03-31, to: 2022-03-01}';
    const rows = item(1, 'Март 2022 г.') + item(2, reversed) + item(3, 'Март 2022 г.');
    expect(found('period-reversed', { 'a.yaml': plan('a', '2022', rows) })).toEqual(['a 2']);
  });

  it('is passed over in the item where another rule tells it', () => {
    const rows =
      item(1, 'Март 2022 г.', 'Школы № 3 и № 5', 'школы') +
      item(2, 'Март 2022 г.', 'Школы № 3 и № 5', 'центр');
    expect(found('indicator-repeats-executor', { 'a.yaml': plan('a', '2022', rows) })).toEqual(['a 1']);
    expect(found('unread-indicator', { 'a.yaml': plan('a', '2022', rows) })).toEqual(['a 2']);
  });
});
