import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { targetsOf } from '../../src/cli/check/formats.ts';
import type { CommandIo } from '../../src/cli/command.ts';
import { complain } from '../../src/cli/complain.ts';
import { dateOption, dayAt } from '../../src/cli/date.ts';
import { outputTo } from '../../src/cli/terminal/output.ts';
import { terminalOf } from '../../src/cli/terminal/terminal.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { dayOf } from '../../src/meaning/day.ts';

test('the day is that of the time zone, Moscow without saying', () => {
  const night = new Date('2026-03-31T21:30:00Z');
  expect(dayAt(night)).toBe(dayOf(2026, 4, 1));
  expect(dayAt(night, 'UTC')).toBe(dayOf(2026, 3, 31));
  expect(dayAt(night, 'Asia/Kamchatka')).toBe(dayOf(2026, 4, 1));
  expect(dayAt(new Date('2026-03-31T20:59:59Z'))).toBe(dayOf(2026, 3, 31));
  expect(dayAt(new Date('1969-12-31T20:00:00Z'))).toBe(-1);
  expect(() => dayAt(night, 'Mars/Olympus')).toThrow(UsageError);
});

test('a date is typed in either form, and must exist', () => {
  expect(dateOption('--as-of', '2021-06-01')).toBe(dayOf(2021, 6, 1));
  expect(dateOption('--as-of', '01.06.2021')).toBe(dayOf(2021, 6, 1));
  for (const text of ['31.04.2021', '2021-13-01', 'завтра', '', '06/01/2021']) {
    expect(() => dateOption('--as-of', text)).toThrow(UsageError);
  }
});

test('the format of a run that did not say', () => {
  expect(targetsOf([], {})).toEqual([{ format: 'pretty' }]);
  expect(targetsOf([], { GITHUB_ACTIONS: 'true' })).toEqual([{ format: 'github' }]);
  expect(targetsOf(['compact'], { GITHUB_ACTIONS: 'true' })).toEqual([{ format: 'compact' }]);
  expect(targetsOf(['sarif=out/a=b.sarif', 'pretty'], {})).toEqual([
    { format: 'sarif', file: 'out/a=b.sarif' },
    { format: 'pretty' },
  ]);
  expect(() => targetsOf(['json=a', 'sarif=a'], {})).toThrow(UsageError);
  expect(() => targetsOf(['constructor'], {})).toThrow(UsageError);
});

test.each([
  ['a terminal', true, {}, undefined, true],
  ['a pipe', false, {}, undefined, false],
  ['a dumb terminal', true, { TERM: 'dumb' }, undefined, false],
  ['NO_COLOR', true, { NO_COLOR: '1' }, undefined, false],
  ['an empty NO_COLOR says nothing', true, { NO_COLOR: '' }, undefined, true],
  ['NO_COLOR over FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, undefined, false],
  ['FORCE_COLOR', false, { FORCE_COLOR: '' }, undefined, true],
  ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, undefined, false],
  ['--color over NO_COLOR', false, { NO_COLOR: '1' }, true, true],
  ['--no-color over FORCE_COLOR', true, { FORCE_COLOR: '1' }, false, false],
])('colour: %s', (_, isTTY, env, flag, color) => {
  expect(terminalOf({ isTTY }, env, 'linux', flag).color).toBe(color);
});

test.each([
  ['linux', true, {}, true],
  ['linux', true, { LANG: 'ru_RU.UTF-8' }, true],
  ['linux', true, { LANG: 'ru_RU.KOI8-R' }, false],
  ['linux', true, { LC_ALL: 'C', LANG: 'ru_RU.UTF-8' }, false],
  ['win32', true, {}, false],
  ['win32', false, {}, true],
  ['win32', true, { WT_SESSION: 'x' }, true],
  ['win32', true, { TERM_PROGRAM: 'vscode' }, true],
])('frames on %s, terminal %s, %j: UTF-8 %s', (platform, isTTY, env, unicode) => {
  expect(terminalOf({ isTTY }, env, platform, undefined).unicode).toBe(unicode);
});

test('the width is the stream’s, then that of COLUMNS, then 80', () => {
  const width = (columns: number | undefined, env: Record<string, string>): number =>
    terminalOf({ isTTY: true, columns }, env, 'linux', undefined).width;
  expect(width(132, { COLUMNS: '100' })).toBe(132);
  expect(width(undefined, { COLUMNS: '100' })).toBe(100);
  expect(width(undefined, { COLUMNS: 'wide' })).toBe(80);
  expect(width(undefined, { COLUMNS: '-1' })).toBe(80);
  expect(width(0, {})).toBe(80);
});

test('output waits for a slow reader and parts no character', async () => {
  const pieces: Buffer[] = [];
  let waiting = 0;
  const slow = new Writable({
    write(piece: Buffer, _, done) {
      waiting += 1;
      pieces.push(piece);
      setTimeout(() => {
        waiting -= 1;
        done();
      }, 1);
    },
  });
  const text = 'ж👍'.repeat(60_000);
  await outputTo(() => slow).write(text);
  expect(waiting).toBe(0);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Buffer.concat(pieces).toString() === text).toBe(true);
  for (const piece of pieces) expect(piece.toString().includes('\ufffd')).toBe(false);
});

test('a reader that left is no fault; a full disk is', async () => {
  const failing = (code: string) =>
    outputTo(
      () =>
        new Writable({
          write: (_piece, _encoding, done) => done(Object.assign(new Error('write failed'), { code })),
        }),
    );
  const left = failing('EPIPE');
  await left.write('first');
  await left.write('second');
  await expect(failing('ENOSPC').write('x')).rejects.toThrow('write failed');
});

function hearing(env: Record<string, string> = {}): { io: CommandIo; heard: string[] } {
  const heard: string[] = [];
  const io = {
    language: 'ru',
    version: '1.2.3',
    env,
    err: async (text: string) => void heard.push(text),
  } as unknown as CommandIo;
  return { io, heard };
}

test('a fault of ours is told as ours; the stack only to who asks for it', async () => {
  const plain = hearing();
  expect(await complain(new Error('x\u001b[2J\ny'), plain.io)).toBe(3);
  expect(plain.heard).toEqual([
    'Сбой в самой программе, простите: x<U+001B>[2J y\nСообщите о нём разработчикам: команда, которую вы запустили, версия 1.2.3 и вывод с переменной ROADMAP_DEBUG=1.\n',
  ]);
  const asked = hearing({ ROADMAP_DEBUG: '1' });
  await complain(new Error('x'), asked.io);
  expect(asked.heard).toHaveLength(2);
  expect(asked.heard[1]!.startsWith('Error: x\n    at ')).toBe(true);
});

test('wrong usage is told without a stack, whatever is in it', async () => {
  const { io, heard } = hearing({ ROADMAP_DEBUG: '1' });
  const error = new UsageError({ ru: 'Пути «\u001b[2J\n» нет.', en: '' }, { ru: 'Проверьте.', en: '' });
  expect(await complain(error, io)).toBe(2);
  expect(heard).toEqual(['Пути «<U+001B>[2J » нет.\nПроверьте.\n']);
});
