import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/cli/check/answer.ts';
import { checkAs } from '../../src/cli/check/run.ts';
import { check as spec } from '../../src/cli/check/spec.ts';
import type { CommandIo } from '../../src/cli/command.ts';
import { parseLine } from '../../src/cli/parse.ts';
import { numbersFrom } from '../histories.ts';
import { runs } from '../lane.ts';

const home = mkdtempSync(join(tmpdir(), 'roadmap-cache-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const root = join(home, 'plany');
const cache = join(home, 'cache');
const at = (path: string) => join(root, path);
const entries = () => (existsSync(join(cache, 'roadmap')) ? readdirSync(join(cache, 'roadmap')) : []);
const DAY = 86_400_000;

/** What a command line prints, and whether the check itself had to run. */
async function run(line: readonly string[], now: number, env: Record<string, string>) {
  const terminal = { interactive: false, width: 80, color: false, unicode: true };
  let printed = '';
  let checked = false;
  const io: CommandIo = {
    language: 'ru',
    chosenLanguage: undefined,
    cwd: root,
    env,
    version: '0',
    now: new Date(now),
    stdout: terminal,
    stderr: terminal,
    out: async (text) => {
      printed += typeof text === 'string' ? text : new TextDecoder().decode(text);
    },
    err: async () => {},
    input: async () => '',
    ask: async () => '',
  };
  const args = parseLine(spec, line);
  const exit = await answer(
    args,
    io,
    (...given) => {
      checked = true;
      return checkAs(args)(...given);
    },
    'test',
  );
  return { exit, printed, checked };
}
const cached = (line: readonly string[], now: number) =>
  run(line, now, { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache });
const anew = (line: readonly string[], now: number) => run([...line, '--no-cache'], now, {});

const plan = (id: string, word: string, rest = '') => `kind: plan
id: ${id}
level: ${id === 'krai' ? 'regional' : 'municipal'}
title: План работы
territory: Озёрский край
period: 2022
${id === 'krai' ? '' : 'implements: krai\n'}executors:
  центр: {name: Методический центр${id === 'krai' ? ', level: municipal' : ''}}
items:
  - number: "1"
    action: Провести ${word} для педагогов
    when: до 20 мая 2022 г.
    executors: [центр]
    indicators: [Не менее двух встреч]
${rest}`;
const facts = (day: string) => `kind: facts
plan: raion
recorded: "2022-05-31"
facts:
  - {item: "1", date: ${day}, done: true, count: 2, evidence: [{file: akty/akt.txt}]}
`;

/** Writes so that the times of the file change: clocks of file systems tick slowly. */
function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  const before = statSync(at(path), { throwIfNoEntry: false })?.ctimeMs;
  do writeFileSync(at(path), text);
  while (statSync(at(path)).ctimeMs === before);
}

function start(): void {
  for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true });
  write('roadmap.config.yaml', 'language: ru\n');
  write('krai.plan.yaml', plan('krai', 'семинар'));
  write('raion.plan.yaml', plan('raion', 'семинар', '    implements: ["1"]\n'));
  write('raion.facts.yaml', facts('2022-05-12'));
  write('akty/akt.txt', 'акт');
}
beforeEach(start);

const EDITS: readonly ((number: (most: number) => number) => void)[] = [
  (number) =>
    write('krai.plan.yaml', plan('krai', ['семинар', 'встречу', 'семинар семинар', 'КВРЦ'][number(4)]!)),
  (number) =>
    write(
      'raion.plan.yaml',
      plan(
        'raion',
        ['семинар', 'занятие'][number(2)]!,
        ['', '    implements: ["1"]\n', '    implements: ["7"]\n'][number(3)],
      ),
    ),
  (number) => write('raion.facts.yaml', facts(['2022-05-12', '2022-05-27', '2031-05-12'][number(3)]!)),
  (number) =>
    write('roadmap.config.yaml', ['language: ru\n', 'language: en\n', 'exclude: [drugoe]\n'][number(3)]!),
  // The same length and the old time again: only the content is another.
  () => {
    const path = at('raion.facts.yaml');
    if (!existsSync(path)) return;
    const { atime, mtime } = statSync(path);
    const text = readFileSync(path, 'utf8');
    write(
      'raion.facts.yaml',
      text.replace(/count: \d/, (old) => (old === 'count: 2' ? 'count: 1' : 'count: 2')),
    );
    utimesSync(path, atime, mtime);
  },
  () => {
    const [from, to] = existsSync(at('raion.plan.yaml'))
      ? ['raion', 'drugoe/raion']
      : ['drugoe/raion', 'raion'];
    if (!existsSync(at(`${from}.plan.yaml`))) return;
    mkdirSync(at('drugoe'), { recursive: true });
    renameSync(at(`${from}.plan.yaml`), at(`${to}.plan.yaml`));
  },
  () => rmSync(at('raion.facts.yaml'), { force: true }),
  () => (existsSync(at('akty/akt.txt')) ? rmSync(at('akty/akt.txt')) : write('akty/akt.txt', 'акт')),
  () => utimesSync(at('krai.plan.yaml'), 1, 1),
  () => rmSync(cache, { recursive: true, force: true }),
  () => {
    for (const name of entries()) {
      const path = join(cache, 'roadmap', name);
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(path, bytes);
    }
  },
  () => start(),
  () => {},
];

const HISTORIES = runs(12, 3);
const STEPS = 30;

const LINES = [
  ['--format', 'json', '--as-of', '2022-06-01'],
  ['--format', 'json'],
  ['--as-of', '2022-06-01'],
  ['raion.plan.yaml', '--format', 'json'],
];

describe('the cache of check', () => {
  it('prints in any history of edits what a check anew prints', async () => {
    let answered = 0;
    for (let seed = 1; seed <= HISTORIES; seed++) {
      start();
      const number = numbersFrom(seed * 7919);
      for (let step = 0; step < STEPS; step++) {
        EDITS[number(EDITS.length)]?.(number);
        const line = LINES[number(existsSync(at('raion.plan.yaml')) ? 4 : 3)]!;
        const now = Date.now() + [-DAY, 0, 1, DAY, 2 * DAY][number(5)]!;
        for (let turn = 0; turn < 2; turn++) {
          const { checked, ...told } = await cached(line, now);
          const { checked: _, ...expected } = await anew(line, now);
          expect(told, `seed ${seed}, step ${step}`).toEqual(expected);
          if (!checked) answered++;
        }
      }
    }
    // The second of two runs at least.
    expect(answered).toBeGreaterThanOrEqual(HISTORIES * STEPS);
  });

  it('answers an unchanged workspace without a check, and forgets with the day', async () => {
    const now = Date.now() + DAY;
    const line = ['--format', 'json'];
    const first = await cached(line, now);
    expect(await cached(line, now)).toEqual({ ...first, checked: false });
    expect((await cached(line, now + DAY)).checked).toBe(true);
    expect((await cached([...line, '--quiet'], now)).checked).toBe(true);
  });

  it('does not believe the times of a file that was changed just before', async () => {
    const now = Date.now();
    const { mtime } = statSync(at('raion.facts.yaml'));
    const first = await cached(LINES[0]!, now);
    writeFileSync(at('raion.facts.yaml'), facts('2031-05-12'));
    utimesSync(at('raion.facts.yaml'), mtime, mtime);
    const second = await cached(LINES[0]!, now);
    expect([first.checked, second.checked]).toEqual([true, true]);
    expect(second.printed).not.toBe(first.printed);
  });

  it('lies outside the workspace or nowhere, and keeps nothing that goes to a file', async () => {
    const inside = { XDG_CACHE_HOME: at('.cache'), LOCALAPPDATA: at('.cache') };
    await run(LINES[0]!, Date.now(), inside);
    expect(existsSync(at('.cache'))).toBe(false);
    await cached(['--format', `json=${join(home, 'report.json')}`], Date.now());
    await run(LINES[0]!, Date.now(), {});
    expect(entries()).toEqual([]);
  });

  it('does without any of its entries, and with a changed plan too', async () => {
    const now = Date.now() + DAY;
    for (const lost of [0, 1, 2])
      for (const word of ['семинар', 'встречу встречу']) {
        start();
        await cached(LINES[0]!, now);
        const [name] = entries().sort().slice(lost);
        rmSync(join(cache, 'roadmap', name!));
        write('krai.plan.yaml', plan('krai', word));
        const { checked: _, ...told } = await cached(LINES[0]!, now);
        const { checked: __, ...expected } = await anew(LINES[0]!, now);
        expect(told).toEqual(expected);
      }
  });

  it('may be written by several runs at once', async () => {
    const now = Date.now();
    const told = await Promise.all(Array.from({ length: 4 }, () => cached(LINES[0]!, now)));
    expect(new Set(told.map(({ printed }) => printed)).size).toBe(1);
    // What was printed, what was found, and the texts of that.
    expect(entries()).toHaveLength(3);
    expect((await cached(LINES[0]!, now)).checked).toBe(false);
  });
});
