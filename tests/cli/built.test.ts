import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/cli/check/spec.ts';
import { runHere } from './in-process.ts';
import { ROOT, startRoadmap } from './run-roadmap.ts';

/** The file that `check` starts in is bundled and escaped by a way of its own: what it says is what the sources say. */
test.each([
  ['examples', '2022-06-15', 'json'],
  ['tests/crooked', '2021-06-01', 'json'],
  ['tests/crooked', '2021-06-01', 'pretty'],
] as const)('the built check of %s on %s as %s', async (folder, day, format) => {
  const line = [folder, '--as-of', day, '--format', format];
  const world = { cwd: join(ROOT), now: new Date().toISOString() };
  expect(await startRoadmap(['check', ...line], { cwd: ROOT })).toEqual(await runHere(check, line, world));
});
