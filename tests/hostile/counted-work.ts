/**
 * What is counted, never timed: the entries that arrays are gone through for and the characters that texts are read or
 * copied for. Twice the size may take twice the work and a little more.
 */
export const MOST = 2.4;

type Method = (this: unknown, ...args: unknown[]) => unknown;

interface Counted {
  readonly owner: object;
  readonly names: readonly string[];
  /** Work of a call, from what it was called on and what it gave. */
  readonly of: (self: { readonly length: number }, result: unknown) => number;
}

const whole: Counted['of'] = ({ length }) => length;

const COUNTED: readonly Counted[] = [
  { owner: Array.prototype, names: ['filter', 'map'], of: whole },
  { owner: String.prototype, names: ['split', 'replace', 'replaceAll', 'match', 'search'], of: whole },
  {
    owner: String.prototype,
    names: ['slice', 'substring', 'repeat'],
    of: (_, result) => (result as string).length,
  },
];

/** Those that end early are counted by the entries they looked at. */
const EARLY: readonly string[] = ['find', 'findLast', 'some', 'every'];

/** Work that something takes; what it gives is added to it. */
export async function workOf(run: () => number | Promise<number>): Promise<number> {
  let work = 0;
  const restore: (() => void)[] = [];
  // A spy of the test runner would keep every call, and there are millions.
  const replace = (owner: object, name: string, by: (real: Method) => Method): void => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
    Object.defineProperty(owner, name, { ...descriptor, value: by(descriptor.value as Method) });
    restore.push(() => Object.defineProperty(owner, name, descriptor));
  };
  for (const { owner, names, of } of COUNTED) {
    for (const name of names) {
      replace(
        owner,
        name,
        (real) =>
          function (...args) {
            const result = real.apply(this, args);
            work += of(this as { length: number }, result);
            return result;
          },
      );
    }
  }
  for (const name of EARLY) {
    replace(
      Array.prototype,
      name,
      (real) =>
        function (callback, ...others) {
          const counted = (...given: unknown[]): unknown => {
            work += 1;
            return (callback as (...all: unknown[]) => unknown).apply(others[0], given);
          };
          return real.call(this, typeof callback === 'function' ? counted : callback, ...others);
        },
    );
  }
  try {
    work += await run();
  } finally {
    for (const one of restore) one();
  }
  return work;
}
