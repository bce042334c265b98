import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureBuilt, ROOT } from '../cli/run-roadmap.ts';
import { runs } from '../lane.ts';

test('a short hostile run breaks nothing', () => {
  ensureBuilt();
  const script = join(ROOT, 'scripts', 'hostile.mjs');
  const [inputs, rounds] = [runs(300, 30), runs(1, 0)].map(String) as [string, string];
  const few = [
    '--inputs',
    inputs,
    '--kills',
    '1',
    '--rounds',
    rounds,
    '--writers',
    'done,fmt',
    '--seed',
    '7',
  ];
  const args = [script, ...few];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('nothing broke');
  expect(status).toBe(0);
}, 240_000);
