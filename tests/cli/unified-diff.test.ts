import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/cli/terminal/unified-diff.ts';

const lines = fc.array(fc.constantFrom('а', 'б', 'в', ''), { minLength: 1, maxLength: 30 });

/** Applies a diff the way `patch` does. */
function patched(before: readonly string[], diff: string): string[] {
  const out: string[] = [];
  let at = 0;
  for (const line of diff.split('\n').slice(2, -1)) {
    const hunk = /^@@ -(\d+),/.exec(line);
    if (hunk) while (at < Number(hunk[1]) - 1) out.push(before[at++]!);
    else if (line[0] === '+') out.push(line.slice(1));
    else {
      expect(before[at]).toBe(line.slice(1));
      if (line[0] === ' ') out.push(line.slice(1));
      at++;
    }
  }
  return [...out, ...before.slice(at)];
}

describe('a diff of two texts', () => {
  it('makes one of the other', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = unifiedDiff(before.join('\n'), after.join('\n'), 'a.yaml', false);
        expect(patched(before, diff)).toEqual(after);
      }),
    );
  });

  it('names the lines and shows three around them', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
    expect(unifiedDiff(before.join('\n'), before.with(4, 'пять').join('\n'), 'a.yaml', false)).toBe(
      '--- a.yaml\n+++ a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+пять\n 6\n 7\n 8\n',
    );
  });
});
