import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { expect, test } from 'vitest';
import { check } from '../../src/api.ts';
import { diskFiles } from '../../src/io/disk.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { BIN, folderWith, plainEnv, ROOT, runRoadmap } from './run-roadmap.ts';

const SCHEMAS = ['config', 'facts', 'links', 'lock', 'plan', 'registry', 'requests'].map(
  (kind) => `.roadmap/schemas/${kind}.schema.json`,
);

const filesOf = (folder: string): readonly string[] => diskFiles(folder).list('');

const plansOf = (folder: string) => loadWorkspace(diskFiles(folder)).workspace.plans;

const LEVELS = [
  ['federal', 'Российская Федерация'],
  ['regional', 'Озёрский край'],
  ['municipal', 'Каменский муниципальный округ'],
  ['school', 'МБОУ «Ключевская школа»'],
] as const;

test.each(LEVELS)(
  '%s: a plan without a single finding, for a year and for a school year',
  async (level, territory) => {
    for (const [year, asOf] of [
      ['2026', '2026-12-01'],
      ['2026/27', '2027-06-01'],
    ] as const) {
      const folder = folderWith();
      const made = await runRoadmap(
        ['init', '--level', level, '--territory', territory, '--programme', 'Проект «Опора»', '--year', year],
        { cwd: folder },
      );
      expect(made).toMatchObject({ code: 0, stderr: '' });
      expect(check(loadWorkspace(diskFiles(folder)), { asOf }).findings).toEqual([]);
      const [plan] = plansOf(folder);
      expect(plan).toMatchObject({ level, territory });
      expect(String(plan?.source.period)).toBe(year);
    }
  },
);

test('what it writes is in the form of roadmap fmt', async () => {
  const folder = folderWith();
  await runRoadmap(['init', '--year', '2026', '--yes'], { cwd: folder });
  expect(await runRoadmap(['fmt', '--check'], { cwd: folder })).toMatchObject({ code: 0 });
});

test('everything a repository needs, and nothing else', async () => {
  const folder = folderWith();
  const args = ['init', '--year', '2026', '--territory', 'Заречный район', '--yes'];
  await runRoadmap(args, { cwd: folder });
  const common = [
    '.gitattributes',
    ...SCHEMAS,
    '.vscode/extensions.json',
    '.vscode/settings.json',
    'README.md',
    'plans/zarechnyi-2026.facts.yaml',
    'plans/zarechnyi-2026.plan.yaml',
    'roadmap.config.yaml',
  ];
  expect(new Set(filesOf(folder))).toEqual(new Set([...common, '.github/workflows/roadmap.yml']));
  const other = folderWith();
  await runRoadmap([...args, '--ci', 'gitlab'], { cwd: other });
  expect(new Set(filesOf(other))).toEqual(new Set([...common, '.gitlab-ci.yml']));
});

test('the editor finds a schema for every document, by settings and by the first line', async () => {
  const folder = folderWith();
  await runRoadmap(['init', '--year', '2026', '--yes'], { cwd: folder });
  const settings = JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8')) as {
    'yaml.schemas': Record<string, string[]>;
  };
  for (const document of filesOf(folder).filter((file) => /\.yaml$/.test(file))) {
    const [name] = document.split('/').slice(-1);
    const bound = Object.entries(settings['yaml.schemas']).filter(([, patterns]) =>
      picomatch.isMatch(name ?? '', patterns),
    );
    expect(bound.map(([schema]) => existsSync(join(folder, schema)))).toEqual([true]);
    const stated = /^# yaml-language-server: \$schema=(\S+)$/m.exec(
      readFileSync(join(folder, document), 'utf8'),
    );
    expect(join(folder, document, '..', stated?.[1] ?? '')).toBe(join(folder, bound[0]?.[0] ?? ''));
  }
  for (const schema of SCHEMAS) {
    const original = schema.replace('.roadmap/', '');
    expect(readFileSync(join(folder, schema))).toEqual(readFileSync(join(ROOT, original)));
  }
});

test('a file that is there is never touched, and is told', async () => {
  const folder = folderWith({ 'README.md': 'Наш.\n', '.vscode/settings.json': '{}\n' });
  const args = ['init', '--year', '2026', '--territory', 'Заречный район', '--yes'];
  const first = await runRoadmap(args, { cwd: folder });
  const kept = first.stdout.split('Уже есть, оставлено как было:')[1] ?? '';
  expect(
    kept
      .match(/^ {2}\S+ /gm)
      ?.map((name) => name.trim())
      .slice(0, 2),
  ).toEqual(['README.md', '.vscode/settings.json']);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('Наш.\n');
  const before = filesOf(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const second = await runRoadmap(args, { cwd: folder });
  expect(second.code).toBe(0);
  expect(second.stdout.split('\n')[0]).toBe('Ничего не записано: всё уже есть.');
  expect(filesOf(folder).map((file) => readFileSync(join(folder, file), 'utf8'))).toEqual(before);
});

const KRAI = join(ROOT, 'examples', 'ozersky-krai-2022.plan.yaml');

test('the obligations of the parent become items, every one of them answered', async () => {
  const folder = folderWith();
  const made = await runRoadmap(['init', 'new', '--territory', 'Новый район', '--yes', '--parent', KRAI], {
    cwd: folder,
  });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const root = join(folder, 'new');
  const plan = plansOf(root).find(({ id }) => id === 'novyi-2022');
  expect(readFileSync(join(root, 'plans/ozersky-krai-2022.plan.yaml'), 'utf8').split('\n')[0]).toBe(
    '# yaml-language-server: $schema=../.roadmap/schemas/plan.schema.json',
  );
  expect(plan?.parents.map(({ id }) => id)).toEqual(['ozersky-krai-2022']);
  const { code } = await runRoadmap(['check', 'new', '--as-of', '2022-01-20'], { cwd: folder });
  expect(code).toBe(0);
  const { findings } = check(loadWorkspace(diskFiles(root)), { asOf: '2022-01-20' });
  expect(findings.filter(({ rule }) => rule === 'uncovered-obligation')).toEqual([]);
  expect(plan?.items.length).toBeGreaterThan(20);
});

test('in a workspace only the plan is added, its parent known by id', async () => {
  const folder = folderWith({
    'krai.plan.yaml': readFileSync(KRAI),
    'roadmap.config.yaml': 'language: ru\n',
  });
  await runRoadmap(['init', 'new', '--territory', 'Новый район', '--yes', '--parent', 'ozersky-krai-2022'], {
    cwd: folder,
  });
  expect(readdirSync(join(folder, 'new')).sort()).toEqual(['novyi-2022.facts.yaml', 'novyi-2022.plan.yaml']);
  expect(plansOf(folder).map(({ id }) => id)).toEqual(['ozersky-krai-2022', 'novyi-2022']);
});

test('a parent that is not here yet waits in a comment, and the check passes', async () => {
  const folder = folderWith();
  const { stdout } = await runRoadmap(['init', '--yes', '--year', '2026', '--parent', 'krai-2026'], {
    cwd: folder,
  });
  expect(stdout).toContain('Плана «krai-2026» здесь нет');
  const [file] = filesOf(folder).filter((name) => name.endsWith('.plan.yaml'));
  expect(readFileSync(join(folder, file ?? ''), 'utf8')).toContain('\n# implements: krai-2026\n');
  expect((await runRoadmap(['check', '--as-of', '2026-03-02'], { cwd: folder })).code).toBe(0);
});

test('texts that YAML would take for something else stay what they are', async () => {
  for (const name of ['Район: «да»', '- #1 "Школа"', 'no', "О'Коннор \\ Ко", '2026', '{a: [b']) {
    const folder = folderWith();
    await runRoadmap(['init', '--yes', '--year', '2026', '--territory', name, '--programme', name], {
      cwd: folder,
    });
    expect(plansOf(folder)[0]).toMatchObject({ territory: name, source: { programme: name } });
  }
});

test('what is wrong with the line is told, and nothing is written', async () => {
  const lines: readonly (readonly string[])[] = [
    ['--year', '26'],
    ['--year', '2026/30'],
    ['--level', 'city'],
    ['--territory', ' '],
    ['--parent', 'no/such.plan.yaml'],
    ['--parent', 'note.txt'],
    ['note.txt'],
  ];
  for (const line of lines) {
    const folder = folderWith({ 'note.txt': 'Записка.\n' });
    const { code, stdout } = await runRoadmap(['init', '--yes', ...line], { cwd: folder });
    expect([line, code, stdout]).toEqual([line, 2, '']);
    expect(filesOf(folder)).toEqual(['note.txt']);
  }
});

/** Runs a line at a terminal of its own and answers its questions one by one. */
function atTerminal(line: string, answers: readonly string[], cwd: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qec', line, '/dev/null'], { cwd, env: plainEnv({ LANG: 'C.UTF-8' }) });
    let heard = '';
    let asked = 0;
    child.stdout.on('data', (piece: Buffer) => {
      heard += piece.toString();
      while (
        heard.split(']: ').length - 1 + (heard.includes('Enter): ') ? 1 : 0) > asked &&
        asked < answers.length
      )
        child.stdin.write(`${answers[asked++]}\n`);
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

test('asks at a terminal; an answer it does not understand it asks again', async () => {
  const folder = folderWith();
  const answers = ['наверное', 'школьный', '', 'Гимназия № 2', 'Проект «Рост»', '2026/27'];
  expect(await atTerminal(`"${process.execPath}" "${BIN}" init`, answers, folder)).toBe(0);
  expect(plansOf(folder)[0]).toMatchObject({
    level: 'school',
    territory: 'Гимназия № 2',
    source: { programme: 'Проект «Рост»', period: '2026/27' },
  });
});

test.each([
  ['2026/2027 учебный год', '2026/27'],
  ['2026–2028', '2026-2028'],
  ['2026-2026', '2026'],
  ['15.01.2026..20.12.2026', '2026-01-15..2026-12-20'],
  ['2026-01-15..2026-12-20', '2026-01-15..2026-12-20'],
])(
  'a period typed as %s is written in its usual form, and no text of the plan is told of',
  async (typed, period) => {
    const folder = folderWith();
    const made = await runRoadmap(
      ['init', '--level', 'municipal', '--territory', 'Заречный район', '--year', typed, '--yes'],
      { cwd: folder },
    );
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const [plan] = plansOf(folder);
    expect([String(plan?.source.period), plan?.id.endsWith('-')]).toEqual([period, false]);
    const { findings } = check(loadWorkspace(diskFiles(folder)), { asOf: '2026-02-01' });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  },
);
