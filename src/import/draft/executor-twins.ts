import { containment, wordsOf } from '../../russian/index.ts';
import type { ExecutorFields } from '../../schema/generated/types.ts';

/** Two entries that may be one body: reported to the author, never merged automatically. */
interface Twins {
  readonly keys: readonly [string, string];
  readonly names: readonly [string, string];
}

const most = 40;

/** Pairs whose words are nearly the same; a number apart («школа № 3», «школа № 5») makes them two. */
export function executorTwins(executors: Readonly<Record<string, ExecutorFields>>): readonly Twins[] {
  const entries = Object.entries(executors).slice(0, 400);
  const twins: Twins[] = [];
  for (const [at, [key, { name }]] of entries.entries()) {
    for (const [other, { name: second }] of entries.slice(at + 1)) {
      if (twins.length >= most) return twins;
      const digits = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');
      if (digits(name) !== digits(second) || wordsOf(name).length < 2 || wordsOf(second).length < 2) continue;
      if (containment(name, second) === 1 && containment(second, name) === 1) {
        twins.push({ keys: [key, other], names: [name, second] });
      }
    }
  }
  return twins;
}
