import { nearest } from '../russian/index.ts';
import type { Executor, Plan } from './plan.ts';

/** The executor likely meant by a key that is in no list: written by its name, or mistyped. */
export function meantExecutor(key: string, { executors }: Plan): Executor | undefined {
  const byName = [...executors.values()].find(({ name, aliases }) => name === key || aliases.includes(key));
  if (byName) return byName;
  const near = nearest(key, executors.keys());
  return near === undefined ? undefined : executors.get(near);
}
