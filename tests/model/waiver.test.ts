import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Plan, Waiver } from '../../src/model/plan.ts';
import { covers as coversIn, isInForce, type Waived } from '../../src/model/waiver.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const waiver = (item?: string, until?: string): Waiver => ({
  rule: 'uncovered-obligation',
  reason: 'согласовано',
  route: ['waivers', 0],
  ...(item === undefined ? {} : { item }),
  ...(until === undefined ? {} : { until }),
});

const head = (id: string): string => `kind: plan\nid: ${id}\nlevel: municipal\ntitle: П\nperiod: 2022\n`;
const SECTIONS = [
  'sections:',
  '  - {number: I, title: А, items: [{number: 1, action: а}, {number: 2, action: б}]}',
  '  - {number: II, title: Б, items: [{number: 1, action: в}]}',
  '',
].join('\n');
const { workspace } = loadWorkspace(
  memoryFiles({ 'own.plan.yaml': head('own') + SECTIONS, 'krai.plan.yaml': head('krai') + SECTIONS }),
);
const own = workspace.planOf('own') as Plan;
const covers = (one: Waiver, waived: Waived): boolean => coversIn(one, waived, own, workspace);

const finding = { rule: 'uncovered-obligation', parentItem: 'krai#1.45' };

describe('a waiver', () => {
  it('names the parent’s item in full, or by number where no item of the plan’s own is at stake', () => {
    expect(covers(waiver('krai#1.45'), finding)).toBe(true);
    expect(covers(waiver('1.45'), finding)).toBe(true);
    expect(covers(waiver('other#1.45'), finding)).toBe(false);
    expect(covers(waiver('1.4'), finding)).toBe(false);
  });

  it('takes a bare number for the plan’s own item where there is one', () => {
    const own = { rule: 'uncovered-obligation', item: '7', parentItem: 'krai#1.45' };
    expect(covers(waiver('7.'), own)).toBe(true);
    expect(covers(waiver('1.45'), own)).toBe(false);
    expect(covers(waiver('krai#1.45'), own)).toBe(true);
  });

  it('without an item accepts the rule in the whole plan, and no other rule', () => {
    expect(covers(waiver(), finding)).toBe(true);
    expect(covers(waiver(), { ...finding, rule: 'late' })).toBe(false);
  });

  it('names an item by its section where numbers begin again in every one', () => {
    const second = { rule: 'uncovered-obligation', item: 'I/2', parentItem: 'krai#II/1' };
    expect(covers(waiver('I/2'), second)).toBe(true);
    expect(covers(waiver('2'), second)).toBe(true);
    expect(covers(waiver('II/2'), second)).toBe(false);
    expect(covers(waiver('krai#2/1'), second)).toBe(true);
    expect(covers(waiver('krai#I/1'), second)).toBe(false);
    // Which of the two is meant nobody can tell.
    expect(covers(waiver('1'), { rule: 'uncovered-obligation', item: 'I/1' })).toBe(false);
  });

  it('is in force to the end of its last day', () => {
    const until = waiver(undefined, '2022-03-31');
    expect(isInForce(until, parseDay('2022-03-31') as number)).toBe(true);
    expect(isInForce(until, parseDay('2022-04-01') as number)).toBe(false);
    expect(isInForce(waiver(), parseDay('2099-01-01') as number)).toBe(true);
  });
});
