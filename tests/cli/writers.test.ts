import { lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { refuseName } from '../../src/io/write.ts';
import { runs } from '../lane.ts';
import { folderWith, runRoadmap, runShell, startRoadmap } from './run-roadmap.ts';

const PLAN = `kind: plan
id: p
level: school
title: План
period: 2022
items:
  - {number: "1", action: Провести собрание, when: май}
`;

const facts = (count: number): string =>
  `kind: facts\nplan: p\nfacts:\n${Array.from({ length: count }, (_, at) => `  - {item:   "1", date: 2022-05-01,   result: старое ${at}}\n`).join('')}`;

test('what is recorded while the file is laid out anew is in it afterwards', async () => {
  const folder = folderWith({ 'p.plan.yaml': PLAN, 'p.facts.yaml': facts(300) });
  const count = runs(6, 3);
  const started = Array.from({ length: count }, (_, at) => [
    startRoadmap(['fmt', '.'], { cwd: folder }),
    startRoadmap(['done', 'p', '1', '--result', `новое ${at}`, '--date', '2022-06-01'], { cwd: folder }),
  ]).flat();
  expect((await Promise.all(started)).map(({ code }) => code)).toEqual(started.map(() => 0));
  const written = parse(readFileSync(join(folder, 'p.facts.yaml'), 'utf8')) as {
    facts: { result: string }[];
  };
  const fresh = written.facts.map(({ result }) => result).filter((result) => result.startsWith('новое'));
  expect(fresh.sort()).toEqual(Array.from({ length: count }, (_, at) => `новое ${at}`));
  expect(written.facts).toHaveLength(300 + count);
  expect(readdirSync(folder).sort()).toEqual(['p.facts.yaml', 'p.plan.yaml']);
});

test('a full disk for the output is told, and is no fault of the program', () => {
  const folder = folderWith({ 'p.plan.yaml': PLAN });
  const { code, stderr } = runShell('bash', 'roadmap check . --as-of 2022-02-01 > /dev/full', {
    cwd: folder,
  });
  expect(code).toBe(2);
  expect(stderr).toContain('ENOSPC');
});

test.each([
  ['render', 'plan', 'p', '-o', 'dir'],
  ['render', 'plan', 'p', '-o', 'dir.docx'],
  ['check', '--format', 'json=.'],
  ['check', '--format', 'json=dir'],
  ['check', '--format', 'json=p.plan.yaml/r.json'],
  ['check', '--format', `json=${'ж'.repeat(130)}.json`],
  ['render', 'plan', 'p', '-o', `${'ж'.repeat(130)}.docx`],
  ['render', 'plan', 'p', '-o', 'p.plan.yaml/p.docx'],
  ['init', 'ж'.repeat(130), '--level', 'municipal', '--territory', 'Район', '--year', '2026', '--yes'],
])('what cannot be a file is exit 2 with a way out, and leaves nothing behind: %j', async (...line) => {
  const folder = folderWith({ 'p.plan.yaml': PLAN, 'dir/a.txt': '', 'dir.docx/a.txt': '' });
  const before = readdirSync(folder).sort();
  const { code, stderr } = await runRoadmap(line, { cwd: folder });
  const [what, wayOut] = stderr.trimEnd().split('\n').slice(-2);
  expect([code, what?.startsWith('«'), /^\p{Lu}/u.test(wayOut ?? '')]).toEqual([2, true, true]);
  expect(stderr).not.toMatch(/illegal operation|name too long|not a directory/);
  expect(readdirSync(folder).sort()).toEqual(before);
});

test.each([
  ['план.docx', true],
  ['C:\\Планы\\план 1.docx', true],
  ['план.docx.', false],
  ['план.docx ', false],
  ['план.docx:', false],
  ['план:2.docx', false],
  ['как?.docx', false],
  ['aux.docx', false],
  ['Планы/NUL', false],
  ['auxiliary.docx', true],
])('a name that Windows would take for another is refused there: %s', (name, isFine) => {
  const refused = (platform: string): boolean => {
    try {
      refuseName(name, platform);
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EINVAL';
    }
  };
  expect([refused('win32'), refused('linux')]).toEqual([!isFine, false]);
});

test('a plan named by a link to it is the plan, and the link stays', async () => {
  const folder = folderWith({
    'kept/p.plan.yaml': PLAN.replace('period: 2022', 'period:    2022'),
    'links/x': '',
    'roadmap.config.yaml': '',
  });
  symlinkSync('../kept/p.plan.yaml', join(folder, 'links', 'q.plan.yaml'));
  const { code, stdout } = await runRoadmap(['fmt', 'links/q.plan.yaml'], { cwd: folder });
  expect([code, stdout]).toEqual([0, 'kept/p.plan.yaml\n']);
  expect(lstatSync(join(folder, 'links', 'q.plan.yaml')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'kept', 'p.plan.yaml'), 'utf8')).toContain('\nperiod: 2022\n');
});

test('a document’s edits and the layout anew, at once: both are in the plan', async () => {
  const items = Array.from(
    { length: 200 },
    (_, at) => `  - {number: "${at + 2}", action:   Дело ${at}, when: май}\n`,
  );
  const text = PLAN + items.join('');
  const folder = folderWith({ 'p.plan.yaml': text });
  await runRoadmap(['render', 'plan', 'p', '-o', 'p.docx'], { cwd: folder });
  const parts = unzipSync(readFileSync(join(folder, 'p.docx')));
  const body = strFromU8(parts['word/document.xml']!).replace('Дело 150', 'Другое дело');
  writeFileSync(join(folder, 'p.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(body) }));
  const [updated, laid] = await Promise.all([
    startRoadmap(['import', 'p.docx', '--update', 'p'], { cwd: folder }),
    startRoadmap(['fmt', '.'], { cwd: folder }),
  ]);
  expect([updated.code, laid.code]).toEqual([0, 0]);
  expect(readFileSync(join(folder, 'p.plan.yaml'), 'utf8')).toContain('Другое дело');
});
