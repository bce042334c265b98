import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureBuilt, ROOT } from '../cli/run-roadmap.ts';

test('the picture of the terminal is what the terminal shows', () => {
  ensureBuilt();
  const script = join(ROOT, 'scripts', 'terminal-picture.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--stdout'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const path = join(ROOT, 'docs', 'img', 'check.svg');
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, stdout);
  expect(readFileSync(path, 'utf8')).toBe(stdout);
});
