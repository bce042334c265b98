import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, runRoadmap, runShell } from './run-roadmap.ts';

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
  const runs = Array.from({ length: 6 }, (_, at) => [
    runRoadmap(['fmt', '.'], { cwd: folder }),
    runRoadmap(['done', 'p', '1', '--result', `новое ${at}`, '--date', '2022-06-01'], { cwd: folder }),
  ]).flat();
  expect((await Promise.all(runs)).map(({ code }) => code)).toEqual(runs.map(() => 0));
  const written = parse(readFileSync(join(folder, 'p.facts.yaml'), 'utf8')) as {
    facts: { result: string }[];
  };
  const fresh = written.facts.map(({ result }) => result).filter((result) => result.startsWith('новое'));
  expect(fresh.sort()).toEqual(['новое 0', 'новое 1', 'новое 2', 'новое 3', 'новое 4', 'новое 5']);
  expect(written.facts).toHaveLength(306);
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
