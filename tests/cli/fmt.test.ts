import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, runRoadmap } from './run-roadmap.ts';

const untidy = `id: a
kind: plan   # план
title:   'План'
items:
- {action: Дело, number: '1'}
`;
const tidy = `kind: plan # план
id: a
title: План
items:
  - number: "1"
    action: Дело
`;
const read = (cwd: string, file: string): string => readFileSync(join(cwd, file), 'utf8');

describe('roadmap fmt', () => {
  it('lays out in place, once', async () => {
    const cwd = folderWith({ 'a.plan.yaml': untidy, 'other.yaml': 'name:   ci\n' });
    expect(await runRoadmap(['fmt'], { cwd })).toMatchObject({ code: 0, stdout: 'a.plan.yaml\n' });
    expect(read(cwd, 'a.plan.yaml')).toBe(tidy);
    expect(read(cwd, 'other.yaml')).toBe('name:   ci\n');
    expect(await runRoadmap(['fmt'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });

  it('--check writes nothing and fails where there is something to write', async () => {
    const cwd = folderWith({ 'a.plan.yaml': untidy, 'b.plan.yaml': tidy.replace('id: a', 'id: b') });
    expect(await runRoadmap(['fmt', '--check'], { cwd })).toMatchObject({ code: 1, stdout: 'a.plan.yaml\n' });
    expect(read(cwd, 'a.plan.yaml')).toBe(untidy);
    expect(await runRoadmap(['fmt', '--check', 'b.plan.yaml'], { cwd })).toMatchObject({
      code: 0,
      stdout: '',
    });
  });

  it('names a broken file, leaves it alone and does the others', async () => {
    const broken = 'kind: plan\nid: "b\n';
    const cp1251 = Buffer.concat([
      Buffer.from('kind: plan\ntitle: '),
      Buffer.from([0xcf, 0xeb, 0xe0, 0xed, 10]),
    ]);
    const cwd = folderWith({ 'a.plan.yaml': untidy, 'b.plan.yaml': broken, 'c.plan.yaml': cp1251 });
    const done = await runRoadmap(['fmt'], { cwd });
    expect(done).toMatchObject({ code: 1, stdout: 'a.plan.yaml\n' });
    expect(
      done.stderr
        .split('\n')
        .map((line) => line.split(':')[0])
        .slice(0, 2),
    ).toEqual(['b.plan.yaml', 'c.plan.yaml']);
    expect(read(cwd, 'b.plan.yaml')).toBe(broken);
    expect(readFileSync(join(cwd, 'c.plan.yaml'))).toEqual(cp1251);
  });

  it('keeps line ends, drops a byte order mark', async () => {
    const cwd = folderWith({ 'a.plan.yaml': `\uFEFF${untidy.replaceAll('\n', '\r\n')}` });
    expect((await runRoadmap(['fmt'], { cwd })).code).toBe(0);
    expect(read(cwd, 'a.plan.yaml')).toBe(tidy.replaceAll('\n', '\r\n'));
  });

  it('formats the config too, and says when there is nothing', async () => {
    const cwd = folderWith({ 'roadmap.config.yaml': 'language:    ru\n', 'a.plan.yaml': tidy });
    expect(await runRoadmap(['fmt'], { cwd })).toMatchObject({ code: 0, stdout: 'roadmap.config.yaml\n' });
    expect(read(cwd, 'roadmap.config.yaml')).toBe('language: ru\n');
    expect((await runRoadmap(['fmt'], { cwd: folderWith() })).code).toBe(2);
  });
});
