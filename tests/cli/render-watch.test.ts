import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BIN, ensureBuilt, folderWith, runRoadmap } from './run-roadmap.ts';

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
    indicators: [Протокол]
`;
const cwd = folderWith({ 'raion.plan.yaml': plan('Провести встречи') });
const write = (action: string) => writeFileSync(join(cwd, 'raion.plan.yaml'), plan(action));

beforeAll(ensureBuilt);
let child: ChildProcess | undefined;
afterAll(() => {
  child?.kill('SIGKILL');
});

/** The status of an answer to a request under a name that is not the server's. */
const underOtherName = (address: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    get(`${address}page`, { headers: { host: 'rebound.example' } }, ({ statusCode }) => resolve(statusCode));
  });

it('render dashboard --watch shows the page that render writes, and tells a browser when it has changed', async () => {
  const line = ['render', 'dashboard', '.', '--as-of', '2022-03-01'];
  child = spawn(process.execPath, [BIN, ...line, '--watch', '-o', 'kept.html'], { cwd });
  const address = await new Promise<string>((resolve) => {
    let printed = '';
    child?.stdout?.on('data', (piece) => {
      printed += piece;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (found) resolve(found);
    });
  });
  const ended = new Promise((resolve) => child?.on('exit', (code, signal) => resolve([code, signal])));
  await runRoadmap([...line, '-o', 'once.html'], { cwd });
  const page = async () => (await fetch(`${address}page`)).text();
  const written = readFileSync(join(cwd, 'once.html'), 'utf8');
  // A file is sealed in its last line.
  expect(await page()).toBe(written.replace(/<!-- roadmap\.digest .* -->\n$/, ''));
  expect(readFileSync(join(cwd, 'kept.html'), 'utf8')).toBe(written);
  expect(await (await fetch(address)).text()).toContain("new EventSource('/changes')");
  expect(await underOtherName(address)).toBe(403);
  expect((await fetch(`${address}../raion.plan.yaml`)).status).toBe(404);

  const changes = await fetch(`${address}changes`);
  const reader = changes.body!.pipeThrough(new TextDecoderStream()).getReader();
  write('Провести совещания');
  let told = '';
  while (!told.includes('data: changed')) told += (await reader.read()).value ?? '';
  expect(await page()).toContain('Провести совещания');

  // A plan that can't be read for a moment leaves the page as it was.
  writeFileSync(join(cwd, 'raion.plan.yaml'), 'kind: plan\nid: "raion\n');
  await new Promise<void>((resolve) => child?.stderr?.once('data', () => resolve()));
  expect((await fetch(address)).status).toBe(200);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
}, 60_000);

it('--watch is of the page alone', async () => {
  const { code } = await runRoadmap(['render', 'order', 'raion', '--watch'], { cwd });
  expect(code).toBe(2);
});
