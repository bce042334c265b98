import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/io/disk.ts';
import { dayOf } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { folderWith, ROOT, runRoadmap } from './run-roadmap.ts';

const EXAMPLES = join(ROOT, 'examples');

/** The examples in a folder of their own, where things may be written. */
function examples(): string {
  const folder = folderWith();
  for (const name of readdirSync(EXAMPLES))
    if (/\.yaml$/.test(name) && !/requests/.test(name))
      copyFileSync(join(EXAMPLES, name), join(folder, name));
  return folder;
}

const form = (cwd: string, ...words: string[]) => runRoadmap(['render', 'form', ...words], { cwd });
const requestsIn = (cwd: string) => loadWorkspace(diskFiles(cwd)).workspace.requests;

const REGION = examples();
const OTHER = examples();

describe('forms for a region', async () => {
  const cwd = REGION;
  const DAY = ['--as-of', '2022-06-01', '--answer-by', '2022-06-10'];
  const first = await form(cwd, 'ozersky-krai-2022', ...DAY, '-o', 'формы', '--record');

  it('are one for each municipality and each executor of the region', () => {
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(readdirSync(join(cwd, 'формы')).sort()).toEqual([
      'kamensky-2022 Каменский городской округ.xlsx',
      'lesnogorsk-2022 Лесногорский муниципальный округ.xlsx',
      'ozersky-krai-2022 институт.xlsx',
      'ozersky-krai-2022 колледж.xlsx',
      'ozersky-krai-2022 координатор.xlsx',
      'ozersky-krai-2022 кураторы.xlsx',
      'ozersky-krai-2022 министерство.xlsx',
      'ozersky-krai-2022 центр-качества.xlsx',
      'ozersky-krai-2022 школы.xlsx',
      'zarechny-2022 Заречный район.xlsx',
    ]);
  });

  it('are awaited no earlier than they are made', async () => {
    const early = await form(
      cwd,
      'ozersky-krai-2022',
      '--as-of',
      '2022-06-01',
      '--answer-by',
      '2022-05-31',
      '-o',
      'x',
    );
    expect(early).toMatchObject({ code: 2, stdout: '' });
    expect(existsSync(join(cwd, 'x'))).toBe(false);
  });

  it('are written down, whom, what and until when', () => {
    const [{ file, requests } = { file: '', requests: [] }, ...others] = requestsIn(cwd);
    expect(others).toEqual([]);
    expect(file).toBe('requests.yaml');
    expect(requests).toHaveLength(10);
    expect(requests[2]).toMatchObject({
      plan: 'zarechny-2022',
      to: { kind: 'territory', key: 'Заречный район' },
      sent: dayOf(2022, 6, 1),
      due: dayOf(2022, 6, 10),
      file: 'формы/zarechny-2022 Заречный район.xlsx',
    });
    expect(requests[2]?.items).toContain('14');
  });

  it('are known to the check', async () => {
    const { stdout } = await runRoadmap(['check', 'requests.yaml', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).findings).toEqual([]);
  });

  it('are the same and recorded once when they are made again', async () => {
    const before = readFileSync(join(cwd, 'requests.yaml'));
    const again = await form(cwd, 'ozersky-krai-2022', ...DAY, '-o', 'формы', '--record');
    expect(again.code).toBe(0);
    expect(readFileSync(join(cwd, 'requests.yaml')).equals(before)).toBe(true);
  });

  it('are not written over once somebody has typed into them', async () => {
    const path = join(cwd, 'формы', 'ozersky-krai-2022 школы.xlsx');
    writeFileSync(path, 'typed');
    const again = await form(cwd, 'ozersky-krai-2022', ...DAY, '-o', 'формы');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('ozersky-krai-2022 школы.xlsx');
    expect(readFileSync(path, 'utf8')).toBe('typed');
  });

  it('are followed by letters to those who have not answered in full', async () => {
    const path = join(cwd, 'requests.yaml');
    // Lesnogorsk has answered all, Kamensk a part.
    const requests = requestsIn(cwd)[0]!.requests;
    const [kamensk, lesnogorsk] = requests.map(({ items }) => items);
    const answer = (items: readonly string[]) =>
      `    answers: [{received: 2022-06-09, items: [${items.map((item) => `"${item}"`).join(', ')}]}]\n`;
    const text = readFileSync(path, 'utf8')
      .replace(/( {4}file: формы\/kamensky.*\n)/, `$1${answer(kamensk!.slice(1))}`)
      .replace(/( {4}file: формы\/lesnogorsk.*\n)/, `$1${answer(lesnogorsk!)}`);
    writeFileSync(path, text);
    const reminded = await form(
      cwd,
      ...['ozersky-krai-2022', '--remind', '--record', '--as-of', '2022-06-14', '-o', 'письма'],
      ...[
        '--for',
        'Каменский городской округ',
        '--for',
        'Лесногорский муниципальный округ',
        '--for',
        'кураторы',
      ],
    );
    expect(reminded.code).toBe(0);
    expect(readdirSync(join(cwd, 'письма')).sort()).toEqual([
      'напоминание kamensky-2022 Каменский городской округ.docx',
      'напоминание kamensky-2022 Каменский городской округ.eml',
      'напоминание ozersky-krai-2022 кураторы.docx',
      'напоминание ozersky-krai-2022 кураторы.eml',
    ]);
    const mail = readFileSync(
      join(cwd, 'письма', 'напоминание kamensky-2022 Каменский городской округ.eml'),
      'latin1',
    );
    const words = Buffer.from(mail.split('\r\n\r\n')[2] ?? '', 'base64').toString('utf8');
    const open = words.split('\r\n').filter((line) => /^\d[\d.]* – /.test(line));
    expect(open).toHaveLength(1);
    expect(open[0]).toMatch(/^1\.1 – /);
    expect(requestsIn(cwd)[0]!.requests.map(({ reminded: days }) => days.length)).toEqual([
      1, 0, 0, 0, 0, 0, 0, 0, 1, 0,
    ]);
  });
});

describe('what is asked for wrongly', () => {
  const cwd = OTHER;
  it.each([
    [['zarechny-2022', '-o', 'a.xlsx'], '--for'],
    [['zarechny-2022', '--for', 'коратор', '-o', 'a.xlsx'], 'куратор'],
    [['zarechny-2022', '--state', 'due-son', '-o', 'формы'], 'due-soon'],
    [['zarechny-2022', '--stage', 'Десятый', '-o', 'формы'], 'Мониторинг'],
    [['zarechny-2022', '--due', '2022-06-30..2022-06-01', '-o', 'формы'], '--due'],
    [['zarechny-2022', '--for', 'кураторы', '-o', 'a.pdf'], '.xlsx'],
    [['zarechny-2022', '--due', '2030-01-01..2030-02-01', '-o', 'формы'], '--due'],
    [['zarechny-2022'], '-o'],
  ])('%j', async (words, told) => {
    const { code, stderr } = await form(cwd, ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(existsSync(join(cwd, 'формы'))).toBe(false);
  });
});

it('what is past its term is overdue, though nobody records the plan', async () => {
  const cwd = examples();
  const made = await form(
    cwd,
    ...['kamensky-2022', '--for', 'Каменский городской округ', '--as-of', '2022-03-10'],
    ...['--state', 'overdue', '--record', '-o', 'kamensky.xlsx'],
  );
  expect(made.code).toBe(0);
  // 25 February and 4 March; everything else is due later, or comes again each month.
  expect(requestsIn(cwd)[0]!.requests.map(({ items }) => items)).toEqual([['1.1', '1.4']]);
});

it('one form is a file, in Word too', async () => {
  const cwd = OTHER;
  const made = await form(
    cwd,
    'zarechny-2022',
    '--for',
    'Заречный район',
    '--as-of',
    '2022-06-01',
    '-o',
    'a.docx',
  );
  expect(made.code).toBe(0);
  expect(readFileSync(join(cwd, 'a.docx')).subarray(0, 2).toString()).toBe('PK');
  // A form is no plan, whatever its table looks like.
  const imported = await runRoadmap(['import', 'a.docx', '-o', 'b.yaml'], { cwd });
  expect(imported.code).not.toBe(0);
  expect(imported.stderr).toContain('roadmap collect');
  expect(existsSync(join(cwd, 'b.yaml'))).toBe(false);
  rmSync(join(cwd, 'a.docx'));
});
