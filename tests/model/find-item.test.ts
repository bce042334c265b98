import { describe, expect, it } from 'vitest';
import { findItem } from '../../src/model/find-item.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Plan } from '../../src/model/plan.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

function planOf(items: string): Plan {
  const text = `kind: plan\nid: p\nlevel: municipal\ntitle: П\nperiod: 2022\nitems:\n${items}`;
  return loadWorkspace(memoryFiles({ 'p.plan.yaml': text })).workspace.plans[0] as Plan;
}

const described = (plan: Plan, reference: string): string => {
  const found = findItem(plan, reference);
  return found.state === 'found' ? found.item.action : found.state;
};

describe('an item is found', () => {
  const plan = planOf(
    [
      '  - {number: "1.1", action: первый}',
      '  - {number: "1.10", action: десятый}',
      '  - {number: "2.", action: второй, id: итог}',
      '  - {number: "2", action: снова второй, id: отчёт}',
      '',
    ].join('\n'),
  );

  it('by its number, and 1.1 is not 1.10', () => {
    expect(described(plan, '1.1')).toBe('первый');
    expect(described(plan, '1.10.')).toBe('десятый');
  });

  it('by its id where the number is shared, and never by the first match', () => {
    expect(described(plan, 'итог')).toBe('второй');
    expect(described(plan, 'отчёт')).toBe('снова второй');
    expect(described(plan, '2')).toBe('ambiguous');
  });

  it('or not at all', () => {
    expect(described(plan, '3')).toBe('unknown');
    expect(described(plan, 'constructor')).toBe('unknown');
  });
});
