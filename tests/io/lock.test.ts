import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editFile, lockOf } from '../../src/io/edit.ts';
import { withLock } from '../../src/io/lock.ts';
import { writeWhole } from '../../src/io/write.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'roadmap-lock-'));

/** The number of a process that is gone. */
const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;

/** Leaves a lock with this content that is so many seconds old, and tries to take it. */
async function tryOver(content: string, seconds: number): Promise<string> {
  const path = join(folder(), '.p.facts.yaml.lock');
  writeFileSync(path, content);
  const then = Date.now() / 1000 - seconds;
  utimesSync(path, then, then);
  const { state } = await withLock(path, 60, () => 1);
  expect(existsSync(path)).toBe(state === 'busy');
  return state;
}

describe('a lock', () => {
  it('has its owner in it from the first moment and is gone afterwards', async () => {
    const path = join(folder(), 'lock');
    const { state } = await withLock(path, 0, () => {
      expect(readFileSync(path, 'utf8')).toBe(`${process.pid}@${hostname()}`);
    });
    expect(state).toBe('done');
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('is gone when what was done under it failed', async () => {
    const path = join(folder(), 'lock');
    await expect(
      withLock(path, 0, () => {
        throw new Error('no room');
      }),
    ).rejects.toThrow('no room');
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('is waited for while its owner lives', async () => {
    expect(await tryOver(`${process.pid}@${hostname()}`, 5)).toBe('busy');
    expect(await tryOver('1@another-machine', 5)).toBe('busy');
    expect(await tryOver('', 0)).toBe('busy');
  });

  it.each([
    ['of a process that is gone', () => `${gone()}@${hostname()}`, 0],
    ['of an older version, of a process that is gone', () => String(gone()), 0],
    ['half-written, of a process that is gone', () => `${gone()}@`, 0],
    ['empty, left by a killed run', () => '', 3600],
    ['half-written', () => '@', 3600],
    ['of a number that belongs to another program by now', () => `${process.pid}@${hostname()}`, 3600],
    ['of another machine, an hour old', () => '1@another-machine', 3600],
  ])('is taken over: %s', async (_, content, seconds) => {
    expect(await tryOver(content(), seconds)).toBe('done');
  });

  it('that is taken over by many at once is held by one at a time', async () => {
    const path = join(folder(), 'p.yaml');
    writeFileSync(path, '0');
    writeFileSync(lockOf(path), String(gone()));
    const add = (bytes: Uint8Array | undefined): string =>
      String(Number(Buffer.from(bytes ?? []).toString()) + 1);
    await Promise.all(Array.from({ length: 20 }, () => editFile(path, add)));
    expect(readFileSync(path, 'utf8')).toBe('20');
  });
});

describe('writing over a file', () => {
  it.each([0o600, 0o640, 0o664, 0o444])('keeps its rights: %o', (mode) => {
    const path = join(folder(), 'p.yaml');
    writeFileSync(path, 'one');
    chmodSync(path, mode);
    writeWhole(path, 'two');
    expect(statSync(path).mode & 0o777).toBe(mode);
    expect(readFileSync(path, 'utf8')).toBe('two');
  });

  it('clears away what killed runs left, and nothing else', () => {
    const here = folder();
    const left = [`.p.yaml.${gone()}-1.tmp`, `.other.yaml.${gone()}-7.tmp`];
    const kept = [`.p.yaml.${process.pid}-99.tmp`, '.notes.tmp', 'x.1-1.tmp'];
    for (const name of [...left, ...kept]) writeFileSync(join(here, name), '');
    writeWhole(join(here, 'p.yaml'), 'text');
    expect(readdirSync(here).sort()).toEqual([...kept, 'p.yaml'].sort());
  });

  it('takes a name as long as the system allows', () => {
    const path = join(folder(), `${'я'.repeat(120)}.yaml`);
    writeWhole(path, 'text');
    writeWhole(path, 'other');
    expect(readFileSync(path, 'utf8')).toBe('other');
  });
});
