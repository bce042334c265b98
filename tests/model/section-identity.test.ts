import { describe, expect, it } from 'vitest';
import { findItem } from '../../src/model/find-item.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Plan } from '../../src/model/plan.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

function planOf(body: string): Plan {
  const text = `kind: plan\nid: p\nlevel: municipal\ntitle: П\nperiod: 2022\n${body}`;
  return loadWorkspace(memoryFiles({ 'p.plan.yaml': text })).workspace.plans[0] as Plan;
}

const ids = (plan: Plan): readonly string[] => plan.items.map(({ id }) => id);

const lookup = (plan: Plan, reference: string): string => {
  const found = findItem(plan, reference);
  if (found.state === 'ambiguous') return `ambiguous: ${found.items.map(({ id }) => id).join(' ')}`;
  return found.state === 'found' ? found.item.action : found.state;
};

describe('numbers that begin again in every section', () => {
  const plan = planOf(`sections:
  - {number: I, title: Кадры, items: [{number: 1, action: а}, {number: 2, action: б}]}
  - {number: "II.", title: Дети, items: [{number: 1, action: в}, {number: 2, action: г}, {number: 3, action: д}]}
  - {id: финал, title: Итоги, items: [{number: 1, action: е}, {number: 7, id: отчёт, action: ж}]}
`);

  it('make section and number the identity of an item', () => {
    expect(plan.numbering).toBe('by-section');
    expect(ids(plan)).toEqual(['I/1', 'I/2', 'II/1', 'II/2', 'II/3', 'финал/1', 'отчёт']);
  });

  it.each([
    ['II/2', 'г'],
    [' II / 2. ', 'г'],
    ['ІІ/2', 'г'],
    ['2/2', 'г'],
    ['ii/2', 'г'],
    ['финал/1', 'е'],
    ['финал/7', 'ж'],
    ['отчёт', 'ж'],
    ['3', 'д'],
    ['1', 'ambiguous: I/1 II/1 финал/1'],
    ['III/1', 'unknown'],
    ['I/3', 'unknown'],
  ])('%s is %s', (reference, expected) => {
    expect(lookup(plan, reference)).toBe(expected);
  });
});

describe('nested sections', () => {
  const nested = planOf(`sections:
  - number: I
    title: Первый
    sections:
      - {number: 1, title: А, items: [{number: 1, action: а}]}
      - {number: 2, title: Б, items: [{number: 1, action: б}]}
  - number: II
    title: Второй
    sections:
      - {number: 1, title: В, items: [{number: 1, action: в}]}
      - {number: 3, title: Г, items: [{number: 1, action: г}]}
`);

  it('are named by as much of their path as tells them apart', () => {
    expect(ids(nested)).toEqual(['I/1/1', '2/1', 'II/1/1', '3/1']);
  });

  it('are found by any path that names one', () => {
    expect(lookup(nested, 'II/3/1')).toBe('г');
    expect(lookup(nested, '3/1')).toBe('г');
    expect(lookup(nested, '1/1')).toBe('ambiguous: I/1/1 II/1/1');
    expect(lookup(nested, 'I/1')).toBe('ambiguous: I/1/1 II/1/1');
    expect(lookup(nested, 'II/1/1')).toBe('в');
  });
});

describe('a plan that numbers through', () => {
  it.each([
    [
      'rows go on in the next section',
      '[{number: 1, action: а}, {number: 2, action: б}]',
      '[{number: 2, action: в}, {number: 3, action: г}]',
    ],
    [
      'numbers carry that of the section',
      '[{number: "1.1", action: а}]',
      '[{number: "1.1", action: б}, {number: "2.2", action: в}]',
    ],
  ])('keeps the plain number as identity: %s', (_, first, second) => {
    const plan = planOf(
      `sections:\n  - {number: 1, title: А, items: ${first}}\n  - {number: 2, title: Б, items: ${second}}\n`,
    );
    expect(plan.numbering).toBe('through');
    expect(ids(plan)).toEqual(plan.items.map(({ number }) => number));
  });

  it('knows the section of an item all the same', () => {
    const plan = planOf(
      'sections:\n  - {number: 1, title: А, items: [{number: 1, action: а}]}\n  - {number: 2, title: Б, items: [{number: 2, action: б}]}\n',
    );
    expect(lookup(plan, '2/2')).toBe('б');
    expect(lookup(plan, '1/2')).toBe('unknown');
  });
});

it('rows above the sections are told apart from those in them', () => {
  const plan = planOf(`items: [{number: 1, action: а}, {number: 9, action: я}]
sections:
  - {number: I, title: А, items: [{number: 1, action: б}]}
  - {number: II, title: Б, items: [{number: 1, action: в}]}
`);
  expect(ids(plan)).toEqual(['/1', '9', 'I/1', 'II/1']);
  expect(lookup(plan, '/1')).toBe('а');
});
