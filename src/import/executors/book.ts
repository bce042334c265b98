import type { ExecutorEntry, ExecutorFields } from '../../schema/generated/types.ts';
import { nameKeyOf } from '../key.ts';
import { type NameIndex, nameIndex } from './same.ts';
import type { NamedExecutor } from './split.ts';

/** The map of a plan's executors, filled as rows are read. */
export interface ExecutorBook {
  refer(executors: readonly NamedExecutor[]): ExecutorEntry[];
  entries(): Record<string, ExecutorFields>;
}

/** `isOwn`: a document that this tool rendered spells a name in one way, so that another spelling is another entry. */
export function executorBook(isOwn = false): ExecutorBook {
  const keys: NameIndex = isOwn ? exactIndex() : nameIndex();
  const found = new Map<string, { name: string; aliases: string[] }>();
  function keyFor(name: string): string {
    const known = keys.find(name);
    if (known !== undefined) {
      const entry = found.get(known)!;
      if (entry.name !== name && !entry.aliases.includes(name)) entry.aliases.push(name);
      return known;
    }
    const base = nameKeyOf(name) || 'исполнитель';
    let key = base;
    for (let n = 2; found.has(key); n++) key = `${base}-${n}`;
    keys.add(name, key);
    found.set(key, { name, aliases: [] });
    return key;
  }
  return {
    refer: (executors) => {
      const seen = new Set<string>();
      return executors.flatMap(({ name, note }): ExecutorEntry[] => {
        const key = keyFor(name);
        const entry = `${key} ${note ?? ''}`;
        if (!isOwn && seen.has(entry)) return [];
        seen.add(entry);
        return [note === undefined ? key : { key, note }];
      });
    },
    entries: () =>
      Object.fromEntries(
        [...found].map(([key, { name, aliases }]): [string, ExecutorFields] => [
          key,
          aliases.length > 0 ? { name, aliases } : { name },
        ]),
      ),
  };
}

function exactIndex(): NameIndex {
  const keys = new Map<string, string>();
  return { find: (name) => keys.get(name), add: (name, key) => keys.set(name, key) };
}
