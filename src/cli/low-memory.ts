import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From so many items on memory matters more than a second. */
const MANY_ITEMS = 5_000;

/** With many items V8 has to look for garbage before it takes more memory: from the next collection on, so one is made at once. */
export function keepMemoryLow(items: number): void {
  if (items <= MANY_ITEMS) return;
  for (const flag of ['--heap-growing-percent=15', '--expose-gc']) setFlagsFromString(flag);
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
