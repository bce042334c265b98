import type { Plan } from '../../model/plan.ts';
import type { ExecutorEntry } from '../../schema/generated/types.ts';
import { folded } from '../compare/comparable.ts';
import { type NamedExecutor, nameAndNote, sameBody } from '../draft/executors.ts';
import { nameKeyOf } from '../key.ts';

/** Finds the entries of a plan for names in a document; a name that the plan does not know gets a new entry. */
export interface ExecutorFinder {
  /** The entry for what stands in a cell. */
  entryOf(text: string): ExecutorEntry;
  /** For the draft of a whole row. */
  refer(executors: readonly NamedExecutor[]): ExecutorEntry[];
  /** New entries of the plan's map, in the order they were met. */
  added(): ReadonlyMap<string, string>;
}

export function executorFinder(plan: Plan): ExecutorFinder {
  const byText = new Map<string, string>();
  const byBody = new Map<string, string>();
  const added = new Map<string, string>();
  const learn = (map: Map<string, string>, name: string, key: string): void => {
    if (!map.has(name)) map.set(name, key);
  };
  for (const [key, { name, aliases }] of plan.executors) {
    learn(byText, folded(name), key);
    learn(byBody, sameBody(folded(name)), key);
    for (const alias of aliases) {
      learn(byText, folded(alias), key);
      learn(byBody, sameBody(folded(alias)), key);
    }
  }

  function keyFor(name: string): string {
    const known = byText.get(folded(name)) ?? byBody.get(sameBody(folded(name)));
    if (known !== undefined) return known;
    const base = nameKeyOf(name) || 'исполнитель';
    let key = base;
    for (let n = 2; plan.executors.has(key) || added.has(key); n++) key = `${base}-${n}`;
    added.set(key, name);
    learn(byText, folded(name), key);
    learn(byBody, sameBody(folded(name)), key);
    return key;
  }

  function entryFor({ name, note }: NamedExecutor): ExecutorEntry {
    const whole = note === undefined ? name : `${name} ${note}`;
    const known = byText.get(folded(whole));
    if (known !== undefined) return known;
    const key = keyFor(name);
    return note === undefined ? key : { key, note };
  }

  return {
    entryOf: (text) => entryFor(nameAndNote(text.replace(/\n/g, ' '))),
    refer: (executors) => executors.map(entryFor),
    added: () => added,
  };
}
