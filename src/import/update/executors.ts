import { folded } from '../../history/signed-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { ExecutorEntry } from '../../schema/generated/types.ts';
import { knownOf, type NameIndex, nameIndex } from '../executors/same.ts';
import {
  type KnownNames,
  type NamedExecutor,
  nameAndNote,
  splitExecutors,
  wholeName,
} from '../executors/split.ts';
import { nameKeyOf } from '../key.ts';

/** Finds the entries of a plan for names in a document; a name that the plan does not know gets a new entry. */
export interface ExecutorFinder {
  /** The executors that the lines of a cell name, as they are written; lines of the plan stay whole. */
  namesIn(lines: readonly string[], whole: readonly string[]): readonly string[];
  /** An executor as the plan prints it; one that it has no entry for stays as it is written. */
  printed(text: string): string;
  /** The entry for one of them. */
  entryOf(text: string): ExecutorEntry;
  /** For the draft of a whole row. */
  refer(executors: readonly NamedExecutor[]): ExecutorEntry[];
  /** New entries of the plan's map, in the order they were met. */
  added(): ReadonlyMap<string, string>;
}

/**
 * `before` is the edition the document was made of: what it called an entry is known too. `areValues`: nobody typed the
 * document, so that a line is a name whatever commas are in it.
 */
export function executorFinder(plan: Plan, before: Plan = plan, areValues = false): ExecutorFinder {
  const byText = new Map<string, string>();
  const byBody: NameIndex = nameIndex();
  const added = new Map<string, string>();
  const learn = (name: string, key: string): void => {
    if (!byText.has(folded(name))) byText.set(folded(name), key);
    byBody.add(folded(name), key);
  };
  for (const [key, { name, aliases }] of plan.executors) {
    for (const each of [name, ...aliases]) learn(each, key);
  }

  const earlier = [...before.executors].filter(([key]) => plan.executors.has(key));
  for (const [key, { name, aliases }] of earlier) for (const each of [name, ...aliases]) learn(each, key);

  const known = knownOf([...plan.executors.values(), ...earlier.map(([, executor]) => executor)]);

  function keyFor(name: string): string {
    const known = byText.get(folded(name)) ?? byBody.find(folded(name));
    if (known !== undefined) return known;
    const base = nameKeyOf(name) || 'исполнитель';
    let key = base;
    for (let n = 2; plan.executors.has(key) || added.has(key); n++) key = `${base}-${n}`;
    added.set(key, name);
    learn(name, key);
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
    namesIn: (lines, whole) => (areValues ? lines : namesIn(lines, whole, known)),
    printed(text) {
      const line = text.replace(/\n/g, ' ');
      const { name, note } = nameAndNote(line);
      const whole = byText.get(folded(line));
      const key = whole ?? byText.get(folded(name)) ?? byBody.find(folded(name));
      const executor = key === undefined ? undefined : plan.executors.get(key);
      if (!executor) return text;
      return whole !== undefined || note === undefined ? executor.name : `${executor.name} ${note}`;
    },
    entryOf: (text) => entryFor(nameAndNote(text.replace(/\n/g, ' '))),
    refer: (executors) => executors.map(entryFor),
    added: () => added,
  };
}

/** Lines that a person typed or changed are read together, as `import` reads a cell; the others stay as they are. */
function namesIn(lines: readonly string[], whole: readonly string[], known: KnownNames): readonly string[] {
  const kept = new Set(whole.map(folded));
  const names: string[] = [];
  let typed: string[] = [];
  const flush = (): void => {
    names.push(...splitExecutors(typed.join('\n'), known).map(wholeName));
    typed = [];
  };
  for (const line of lines) {
    if (!kept.has(folded(line)) && !known.has(line)) {
      typed.push(line);
      continue;
    }
    flush();
    names.push(line);
  }
  flush();
  return names;
}
