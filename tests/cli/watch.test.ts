import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BIN, ensureBuilt } from './run-roadmap.ts';

const folder = mkdtempSync(join(tmpdir(), 'roadmap-watch-'));
const plan = (action: string) => `kind: plan
id: raion
level: municipal
title: План работы
territory: Озёрский край
period: 2022
executors: {центр: {name: Методический центр}}
items:
  - number: "1"
    action: ${action}
    when: до 20 мая 2022 г.
    executors: [центр]
    indicators: [Не менее двух встреч]
`;
const write = (action: string) => writeFileSync(join(folder, 'raion.plan.yaml'), plan(action));

beforeAll(ensureBuilt);
let child: ChildProcess | undefined;
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('check --watch checks again when a file is saved, and ends with Ctrl-C', async () => {
  write('Провести встречи');
  child = spawn(process.execPath, [BIN, 'check', '--watch', '--format', 'compact', '--as-of', '2022-03-01'], {
    cwd: folder,
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('no output');
  let printed = '';
  let checks = 0;
  stdout.on('data', (piece) => {
    printed += piece;
  });
  stderr.on('data', () => {
    checks++;
  });
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const ended = new Promise((resolve) => child?.on('exit', (code, signal) => resolve([code, signal])));
  await until(() => checks === 1);
  expect(printed).not.toContain('[repeated-words]');
  write('Провести встречи встречи');
  await until(() => checks === 2);
  expect(printed).toContain('[repeated-words]');
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
}, 30_000);
