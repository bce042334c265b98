import type { PlanInPlace } from '../../src/history/kept.ts';
import { type SignedText, signedTextOf } from '../../src/history/signed-text.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

/** A plan of a text, with other documents beside it; the head that every plan needs is added. */
export function planOf(text: string, more: Readonly<Record<string, string>> = {}): PlanInPlace {
  const head = `kind: plan\nid: ozero-2022\nlevel: municipal\ntitle: План мероприятий\nperiod: 2022\n`;
  const { workspace, problems } = loadWorkspace(memoryFiles({ 'a.plan.yaml': `${head}${text}`, ...more }));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const plan = workspace.plans.find(({ id }) => id === 'ozero-2022');
  if (!plan) throw new Error('no plan');
  return { plan, workspace };
}

export const textOf = (text: string, more?: Readonly<Record<string, string>>): SignedText =>
  signedTextOf(planOf(text, more));

/** Items numbered from 1, an action each. */
export const itemsOf = (actions: readonly string[], first = 1): string =>
  `items:\n${actions.map((action, at) => `  - {number: "${first + at}", action: ${JSON.stringify(action)}, when: май}\n`).join('')}`;
