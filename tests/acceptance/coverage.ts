import { diskFiles } from '../../src/io/disk.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Workspace } from '../../src/model/workspace.ts';
import { type TracedObligation, traceChild } from '../../src/trace/trace.ts';
import { gold, sharedPath } from './shared.ts';

/** What people say of an obligation, and the states of ours that say the same. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  full: ['covered'],
  weaker: ['weaker', 'late'],
  partial: ['partly'],
  none: ['missing'],
};

export interface CoverageRow {
  readonly number: string;
  readonly verdict: string;
  readonly state: string;
  readonly right: boolean;
  /** With the links removed: whether a right item is among the first three suggestions; undefined where there is none to find. */
  readonly suggested: boolean | undefined;
  readonly suggestions: readonly string[];
}

/** Compares the trace of the real pair, and its suggestions with the links taken out, with what a person found. */
export function measureCoverage(): CoverageRow[] {
  const { workspace } = loadWorkspace(diskFiles(sharedPath('real')));
  const linked = traced(workspace);
  const unlinked = traced(withoutLinks(workspace), true);
  return gold('coverage.tsv').map((row) => {
    const number = row['regional item no'] ?? '';
    const verdict = row.verdict ?? '';
    const state = linked.get(number)?.state ?? 'not an obligation';
    const suggestions = (unlinked.get(number)?.suggestions ?? []).map(({ item }) => item.number);
    const items = (row['matching Usolye items or NONE'] ?? '').split(';').map((item) => item.trim());
    return {
      number,
      verdict,
      state,
      right:
        STATES[verdict]?.includes(state) === true ||
        // A word of the obligation that the child leaves out keeps it from being proven.
        (state === 'unclear' && /dropped/.test(row['indicator relation'] ?? '')),
      suggested: verdict === 'none' ? undefined : items.some((item) => suggestions.includes(item)),
      suggestions,
    };
  });
}

function traced(workspace: Workspace, suggest = false): Map<string, TracedObligation> {
  const parent = workspace.planOf('irkutsk-2021');
  const child = workspace.planOf('usolye-2021');
  if (!parent || !child) throw new Error('the real pair is not there');
  const asOf = parseDay('2021-12-31') as number;
  const { obligations } = traceChild(parent, child, workspace, { asOf, suggest });
  return new Map(obligations.map((one) => [one.obligation.item.number, one]));
}

function withoutLinks(workspace: Workspace): Workspace {
  const plans = workspace.plans.map((plan) => ({
    ...plan,
    items: plan.items.map(({ implements: _, ...item }) => item),
  }));
  return { ...workspace, plans, planOf: (id) => plans.find((plan) => plan.id === id) };
}
