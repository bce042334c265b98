import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, ROOT } from './run-roadmap.ts';

/** A package of its own, whose kept code can be spoilt. */
let folder: string;
const kept = () => join(folder, 'dist', 'cli.cache');

beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'roadmap-start-'));
  for (const part of ['bin', 'dist', 'schemas', 'package.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'plany'));
  writeFileSync(join(folder, 'plany', 'a.yaml'), 'kind: registry\nid: spravochnik\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function roadmap(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'bin', 'roadmap.js'), ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'node') } },
  );
  return { status, stdout, stderr };
}

/** `check` starts in the kept code; the other command lies in a file of its own. */
const both = () => [roadmap('check', 'plany', '--as-of', '2022-06-01'), roadmap('schema', 'facts')];

describe('the code kept by the build', () => {
  it('is there, and changes nothing but the time', () => {
    expect(existsSync(kept())).toBe(true);
    const quick = both();
    expect(quick.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    rmSync(kept());
    expect(both()).toEqual(quick);
  });

  it('is passed over when it is of another Node or damaged', () => {
    const plain = both();
    for (const bytes of [Buffer.alloc(0), Buffer.from('нет'), Buffer.alloc(4096, 7)]) {
      writeFileSync(kept(), bytes);
      expect(both()).toEqual(plain);
    }
  });
});
