import { vi } from 'vitest';

/**
 * What is counted, never timed: the entries that arrays are gone through for and the characters that texts are read or
 * copied for. Twice the size may take twice the work and a little more.
 */
export const MOST = 2.4;

const EARLY: readonly string[] = ['find', 'findLast', 'some', 'every'];

/** Work that something takes; what it gives is added to it. */
export async function workOf(run: () => number | Promise<number>): Promise<number> {
  let work = 0;
  const count = <Owner extends object>(owner: Owner, names: readonly (keyof Owner & string)[], of: (self: never, result: never) => number) => {
    for (const name of names) {
      const real = owner[name] as (...args: unknown[]) => unknown;
      const spy = vi.spyOn(owner as never, name as never) as unknown as { mockImplementation(made: unknown): void };
      spy.mockImplementation(function (this: unknown, ...args: unknown[]) {
        // Those that end early are counted by the entries they looked at.
        const [callback, ...others] = args;
        const looked = EARLY.includes(name) && typeof callback === 'function';
        const counted = (...given: unknown[]): unknown => {
          work += 1;
          return (callback as (...all: unknown[]) => unknown).apply(others[0], given);
        };
        const result = real.apply(this, looked ? [counted, ...others] : args);
        if (!looked) work += of(this as never, result as never);
        return result;
      });
    }
  };
  const length = (self: { length: number }) => self.length;
  count(Array.prototype, ['find', 'findLast', 'filter', 'map', 'some', 'every'], length);
  count(String.prototype, ['split', 'replace', 'replaceAll', 'match', 'search'], length);
  count(String.prototype, ['slice', 'substring', 'repeat'], (_: string, result: string) => result.length);
  try {
    work += await run();
  } finally {
    vi.restoreAllMocks();
  }
  return work;
}
