import { describe, expect, it } from 'vitest';
import { toIso } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { itemPeriodOf } from '../../src/model/meanings.ts';
import type { Plan } from '../../src/model/plan.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

/** What the terms of a section's items mean, `-` where they are not read. */
function meanings(period: string, section: string, terms: readonly string[], above = ''): readonly string[] {
  const items = terms.map(
    (text, at) => `      - {number: ${at + 1}, action: д, when: ${JSON.stringify(text)}}`,
  );
  const text = [
    'kind: plan',
    'id: p',
    'level: school',
    'title: П',
    `period: ${period}`,
    'sections:',
    ...(above === ''
      ? [`  - title: Р\n    when: ${JSON.stringify(section)}\n    items:`, ...items]
      : [
          `  - title: В\n    when: ${JSON.stringify(above)}\n    sections:\n    - title: Р\n${section === '' ? '' : `      when: ${JSON.stringify(section)}\n`}      items:`,
          ...items,
        ]),
    '',
  ].join('\n');
  const { workspace } = loadWorkspace(memoryFiles({ 'p.plan.yaml': text }));
  const plan = workspace.plans[0] as Plan;
  return plan.items.map((item) => {
    const meaning = itemPeriodOf(item, plan, workspace);
    if (!meaning) return '-';
    const [from, to] = [meaning.from, meaning.to].map((day) => (day === null ? '' : toIso(day)));
    return from === to ? String(from) : `${from}..${to}`;
  });
}

describe('the term of a section', () => {
  it('gives bare days their month', () => {
    expect(meanings('2024', 'ЯНВАРЬ', ['12', 'до 15', '10-12', 'с 9 по 20', ''])).toEqual([
      '2024-01-12',
      '..2024-01-15',
      '2024-01-10..2024-01-12',
      '2024-01-09..2024-01-20',
      '2024-01-01..2024-01-31',
    ]);
  });

  it('is what «в течение месяца» means', () => {
    expect(
      meanings('2024', 'ФЕВРАЛЬ', ['в течение месяца', 'В теч. мес.', 'в теч мес', 'весь месяц']),
    ).toEqual(Array(4).fill('2024-02-01..2024-02-29'));
  });

  it('follows the school year', () => {
    expect(meanings('2024/25', 'Сентябрь', ['до 15'])).toEqual(['..2024-09-15']);
    expect(meanings('2024/25', 'Май', ['до 15'])).toEqual(['..2025-05-15']);
  });

  it('leaves alone what names its month itself', () => {
    expect(meanings('2024', 'ЯНВАРЬ', ['до 1 марта', '5 февраля 2024', '03.02.2024'])).toEqual([
      '..2024-03-01',
      '2024-02-05',
      '2024-02-03',
    ]);
  });

  it('is inherited by nested sections', () => {
    expect(meanings('2024', '', ['12', ''], 'МАРТ')).toEqual(['2024-03-12', '2024-03-01..2024-03-31']);
  });

  it('does not say which month of a quarter a bare day is of', () => {
    expect(meanings('2024', 'I квартал 2024 г.', ['12', ''])).toEqual(['-', '2024-01-01..2024-03-31']);
  });
});
