import { afterEach, expect, test, vi } from 'vitest';
import type { CommandIo } from '../../src/cli/command.ts';
import { progressOf, watchedFiles, whileWaiting } from '../../src/cli/terminal/progress.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** What a bar writes when each of so many steps takes so long. */
function drawn(steps: number, milliseconds: number, interactive = true): string[] {
  vi.useFakeTimers({ toFake: ['performance'] });
  const written: string[] = [];
  const progress = progressOf(ioOf(written, interactive), steps, 'Читаю');
  for (let step = 0; step < steps; step++) {
    vi.advanceTimersByTime(milliseconds);
    progress.step();
  }
  progress.end();
  return written;
}

const ioOf = (written: string[], interactive: boolean): CommandIo =>
  ({
    stderr: { interactive, width: 80, color: false, unicode: false },
    err: async (text: string) => void written.push(text),
  }) as unknown as CommandIo;

test('what is waited for is said to who looks, and taken off, also when it fails', async () => {
  const label = { ru: 'Жду', en: 'Waiting' };
  for (const [interactive, expected] of [
    [true, ['Waiting', '\r\u001b[K']],
    [false, []],
  ] as const) {
    const written: string[] = [];
    const io = { ...ioOf(written, interactive), language: 'en' as const };
    expect(await whileWaiting(io, label, async () => 1)).toBe(1);
    expect(written).toEqual(expected);
    await expect(whileWaiting(io, label, () => Promise.reject(new Error('нет')))).rejects.toThrow();
    expect(written).toEqual([...expected, ...expected]);
  }
});

test('nothing is drawn for half a second, nor where nobody looks', () => {
  expect(drawn(4, 100)).toEqual([]);
  expect(drawn(10, 1000, false)).toEqual([]);
});

test('a bar moves, not oftener than the eye sees, and is taken off', () => {
  expect(drawn(3, 300)).toEqual([
    `\rЧитаю ${'#'.repeat(20)}${'.'.repeat(10)} 2/3`,
    `\rЧитаю ${'#'.repeat(30)} 3/3`,
    '\r\u001b[K',
  ]);
  expect(drawn(600, 1)).toHaveLength(2 + 1);
});

test('files are counted as they are read, and stay what they are', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const written: string[] = [];
  const files = watchedFiles(
    memoryFiles({ 'a.yaml': 'a', 'b.md': 'b', 'c.yml': 'c' }),
    ioOf(written, true),
    'Читаю',
  );
  expect(files.list('')).toEqual(['a.yaml', 'b.md', 'c.yml']);
  vi.advanceTimersByTime(600);
  expect(Buffer.from(files.read('a.yaml') as Uint8Array).toString()).toBe('a');
  files.end();
  expect(written).toEqual([`\rЧитаю ${'#'.repeat(15)}${'.'.repeat(15)} 1/2`, '\r\u001b[K']);
});
