import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commentsOf } from '../../src/edit/comments.ts';
import { formatText } from '../../src/edit/format.ts';
import { written } from './documents.ts';

function formatted(text: string): string {
  const result = formatText(text, 'plan.yaml');
  if (!('text' in result)) throw new Error(JSON.stringify(result.problems));
  expect(result.kept).toBeUndefined();
  expect(result.changed).toBe(result.text !== text);
  return result.text;
}

test('any layout becomes one: same data, every comment, and its own layout', () => {
  fc.assert(
    fc.property(written, ({ value, text }) => {
      expect(parse(text)).toEqual(value);
      const once = formatted(text);
      expect(parse(once)).toEqual(value);
      expect(commentsOf(once).toSorted()).toEqual(commentsOf(text).toSorted());
      expect(formatted(once)).toBe(once);
    }),
    { numRuns: 300 },
  );
});
