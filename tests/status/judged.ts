import { parseDay, toIso } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import type { ItemStatus } from '../../src/status/evaluate-item.ts';
import { planStatus } from '../../src/status/status.ts';

export interface Given {
  /** Keys of the plan beside its head and items, in YAML. */
  readonly plan?: string;
  /** Items, each the inside of a flow map: `when: "Март", indicators: [Приказ]`; numbered from 1. */
  readonly items: readonly string[];
  /** Facts, each the inside of a flow map; undefined: no facts file. */
  readonly facts?: readonly string[];
  readonly config?: string;
  readonly asOf: string;
  readonly knownAt?: string;
}

/** The plan of a year with these items and facts, judged on a day. */
export function judged({ plan = '', items, facts, config, asOf, knownAt }: Given) {
  const rows = items.map((item, at) => `  - {number: "${at + 1}", action: Провести работу, ${item}}`);
  const { workspace, problems } = loadWorkspace(
    memoryFiles({
      'p.plan.yaml': `kind: plan\nid: p-2022\nlevel: municipal\ntitle: План\nperiod: 2022\n${plan}\nitems:\n${rows.join('\n')}\n`,
      ...(facts
        ? {
            'p.facts.yaml': `kind: facts\nplan: p-2022\nfacts: [${facts.map((fact) => `{${fact}}`).join(', ')}]\n`,
          }
        : {}),
      ...(config === undefined ? {} : { 'roadmap.config.yaml': config }),
    }),
  );
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message.ru).join('\n'));
  const clock = { asOf: parseDay(asOf)!, ...(knownAt === undefined ? {} : { knownAt: parseDay(knownAt)! }) };
  return planStatus(workspace.planOf('p-2022')!, workspace, clock);
}

/** The state of the first item. */
export const stateOf = (given: Given): string => judged(given).items[0]!.state;

/** The first indicator of the first item in short: «unmet 1/2 2022-04-01..2022-04-30». */
export function indicatorOf(given: Given, at = 0): string {
  const { state, actual, expected, missed } = judged(given).items[0]!.indicators[at]!;
  const figures =
    actual === undefined && expected === undefined ? '' : ` ${actual ?? '-'}/${expected ?? '-'}`;
  return `${state}${figures}${(missed ?? []).map((span) => ` ${spanOf(span)}`).join('')}`;
}

export const missedOf = ({ missed }: ItemStatus): string[] => missed.map(spanOf);

const spanOf = ({ from, to }: { from: number; to: number }): string =>
  from === to ? toIso(to) : `${toIso(from)}..${toIso(to)}`;
