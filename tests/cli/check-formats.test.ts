import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/check/formats.ts';
import { folderWith, ROOT, runRoadmap, runShell } from './run-roadmap.ts';

const CROOKED = join(ROOT, 'tests', 'crooked');
const DAY = ['--as-of', '2022-10-01'];

interface Json {
  version: number;
  asOf: string;
  findings: {
    rule: string;
    file: string;
    line: number;
    column: number;
    fingerprint: string;
    message: string;
  }[];
  summary: Record<'error' | 'warning' | 'info' | 'waived', number>;
}

const plan = (action: string): string =>
  [
    'kind: plan',
    'id: zarechny-2022',
    'title: План мероприятий',
    'period: 2022',
    'items:',
    '  - number: "1"',
    `    action: ${action}`,
    '  - number: "1"',
    `    action: ${action}`,
    '',
  ].join('\n');

test('one run, every format: the same findings, each in its file or on stdout', async () => {
  const out = folderWith();
  const formats = FORMATS.filter((format) => format !== 'pretty');
  const { code, stdout, stderr } = await runRoadmap(
    [
      'check',
      CROOKED,
      ...DAY,
      ...formats.flatMap((one) => ['--format', `${one}=${one}.txt`]),
      '--format',
      'compact',
    ],
    { cwd: out },
  );
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(readdirSync(out).sort()).toEqual(formats.map((one) => `${one}.txt`).sort());
  const text = (format: string): string => readFileSync(join(out, `${format}.txt`), 'utf8');
  const { findings, summary, asOf } = JSON.parse(text('json')) as Json;
  const rules = findings.map(({ rule }) => rule).sort();
  expect(asOf).toBe('2022-10-01');
  expect(findings.length).toBe(summary.error + summary.warning + summary.info);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  const sarif = JSON.parse(text('sarif')) as {
    runs: { results: { ruleId: string }[]; tool: { driver: { rules: { help: { markdown?: string } }[] } } }[];
  };
  const inSarif = sarif.runs[0]!.results.map(({ ruleId }) => ruleId);
  expect(inSarif.sort()).toEqual(rules);
  expect(sarif.runs[0]!.tool.driver.rules.filter(({ help }) => help.markdown === undefined)).toEqual([]);
  const gitlab = JSON.parse(text('gitlab')) as { check_name: string }[];
  expect(gitlab.map(({ check_name }) => check_name).sort()).toEqual(rules);
  const found = (format: string, pattern: RegExp): readonly string[] =>
    Array.from(text(format).matchAll(pattern), ([, rule]) => rule!).sort();
  expect(found('junit', /<testcase name="(?!check")([^" ]+)/gu)).toEqual(rules);
  // Many of one rule are folded there.
  expect(new Set(found('markdown', /^- .* \\\[([a-z-]+)\\\]$/gmu))).toEqual(new Set(rules));
  expect(found('github', /^::.*?title=([a-z-]+)::/gmu)).toEqual(rules);
  expect(found('compact', /\[([a-z-]+)\]$/gmu)).toEqual(rules);
  expect(stdout).toBe(text('compact'));
}, 30_000);

test('in GitHub Actions annotations and a page of the job appear without a flag', async () => {
  const folder = folderWith({ 'край/район.plan.yaml': plan('Провести совещание') });
  const summary = join(folder, 'summary.md');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, GITHUB_STEP_SUMMARY: summary };
  const { code, stdout } = await runRoadmap(['check', '.', ...DAY], { cwd: join(folder, 'край'), env });
  expect(code).toBe(1);
  const [annotation] = stdout.split('\n');
  expect(annotation!.startsWith('::')).toBe(true);
  expect(annotation!.includes(' file=край/район.plan.yaml,')).toBe(true);
  const page = readFileSync(summary, 'utf8');
  expect(page.startsWith('## roadmap check\n\n### край/район.plan.yaml\n')).toBe(true);
  const told = await runRoadmap(['check', '.', ...DAY, '--format', 'compact'], {
    cwd: join(folder, 'край'),
    env,
  });
  expect(told.stdout.split('\n')[0]!.startsWith('район.plan.yaml:')).toBe(true);
  expect(readFileSync(summary, 'utf8')).toBe(page);
});

/** Every path that a machine format names, by format. */
async function pathsOf(cwd: string, ...args: string[]): Promise<Record<string, unknown>> {
  const json = ['json', 'sarif', 'gitlab', 'junit', 'github'];
  const entries = await Promise.all(
    json.map(async (format) => {
      const { stdout } = await runRoadmap(['check', ...args, ...DAY, '--format', format], { cwd });
      const found =
        format === 'sarif'
          ? Array.from(stdout.matchAll(/"uri": "([^"]*)",\s*"uriBaseId"/gu), ([, uri]) =>
              decodeURIComponent(uri!),
            )
          : (stdout.match(/[^"' =>\n]*\.plan\.yaml/gu) ?? []);
      return [format, [...new Set(found)].sort()] as const;
    }),
  );
  return Object.fromEntries(entries);
}

test('machine formats name files from the repository, whichever folder the command is run in', async () => {
  const text = plan('Провести совещание');
  const other = text.replace('zarechny-2022', 'gorod-2022');
  const folder = folderWith({ 'a/b/район.plan.yaml': text, 'c/город.plan.yaml': other, '.git/HEAD': '' });
  const both = ['a/b/район.plan.yaml', 'c/город.plan.yaml'];
  const everywhere = (paths: readonly string[]) =>
    Object.fromEntries(['json', 'sarif', 'gitlab', 'junit', 'github'].map((format) => [format, paths]));
  expect(await pathsOf(folder)).toEqual(everywhere(both));
  expect(await pathsOf(join(folder, 'a', 'b'))).toEqual(everywhere([both[0]!]));
  expect(await pathsOf(join(folder, 'a', 'b'), '../../c/город.plan.yaml')).toEqual(everywhere([both[1]!]));
  expect(await pathsOf(ROOT, folder)).toEqual(everywhere(both));
}, 60_000);

test('the JSON of a workspace inside a repository says where the workspace is', async () => {
  const text = plan('Провести совещание');
  const folder = folderWith({ 'a/b/район.plan.yaml': text, 'a/roadmap.config.yaml': '', '.git/HEAD': '' });
  const run = (cwd: string) => runRoadmap(['check', ...DAY, '--format', 'json'], { cwd });
  const inside = JSON.parse((await run(join(folder, 'a'))).stdout) as Json & { base?: string };
  expect([inside.base, inside.findings[0]!.file]).toEqual(['a', 'b/район.plan.yaml']);
  expect(await pathsOf(join(folder, 'a', 'b'))).toMatchObject({
    sarif: ['a/b/район.plan.yaml'],
    gitlab: ['a/b/район.plan.yaml'],
    junit: ['a/b/район.plan.yaml'],
    github: ['a/b/район.plan.yaml'],
  });
}, 30_000);

test('a plan cannot forge an annotation or a terminal sequence', async () => {
  const hostile = '"x\\e[2J\\n::error file=a::forged\\r##[error]forged\\u202e 60% 00"';
  const folder = folderWith({ 'a.plan.yaml': plan(hostile) });
  const formats = FORMATS;
  const { stderr } = await runRoadmap(
    ['check', ...DAY, ...formats.flatMap((format) => ['--format', `${format}=out/${format}`])],
    { cwd: folder },
  );
  expect(stderr).toBe('');
  const text = (format: string): string => readFileSync(join(folder, 'out', format), 'utf8');
  const { findings } = JSON.parse(text('json')) as Json;
  expect(findings.length).toBeGreaterThan(0);
  for (const format of formats) {
    for (const raw of ['\u001b', '\r', '\u202e', '##[error]']) expect(text(format).includes(raw)).toBe(false);
    const commands = text(format)
      .split('\n')
      .filter((line) => line.trimStart().startsWith('::'));
    expect(commands.length).toBe(format === 'github' ? findings.length : 0);
  }
});

test('--max caps what people see and says so; programs get everything', async () => {
  const folder = folderWith({ 'a.plan.yaml': plan('Провести совещание') });
  const run = (...args: string[]) =>
    runRoadmap(['check', ...DAY, '--lang', 'en', ...args], { cwd: folder, env: { COLUMNS: '200' } });
  const [json, capped, wrong] = await Promise.all([
    run('--format', 'json', '--max', '1'),
    run('--max', '1'),
    run('--max', '0'),
  ]);
  const { findings } = JSON.parse(json.stdout) as Json;
  expect(findings.length).toBeGreaterThan(1);
  expect(capped.stdout.includes(`The gravest 1 of ${findings.length} are shown; `)).toBe(true);
  expect(wrong.code).toBe(2);
});

test('--lang, ROADMAP_LANG and the config turn the messages, never the rules', async () => {
  const files = { 'a.plan.yaml': plan('Провести совещание') };
  const run = async (config: string, args: readonly string[], env: Record<string, string> = {}) => {
    const cwd = folderWith({ ...files, 'roadmap.config.yaml': config });
    const { stdout } = await runRoadmap(['check', ...DAY, '--format', 'json', ...args], { env, cwd });
    return JSON.parse(stdout) as Json;
  };
  const russian = await run('language: ru\n', []);
  const english = await Promise.all([
    run('language: ru\n', ['--lang', 'en']),
    run('language: ru\n', [], { ROADMAP_LANG: 'en' }),
    run('language: en\n', []),
  ]);
  const rulesOf = ({ findings }: Json): readonly string[] => findings.map(({ rule }) => rule);
  for (const one of english) {
    expect(one).toEqual(english[0]);
    expect(rulesOf(one)).toEqual(rulesOf(russian));
    expect(one.findings.filter(({ message }, at) => message === russian.findings[at]!.message)).toEqual([]);
  }
});

test('a report that cannot be written is wrong usage and leaves nothing behind', async () => {
  const folder = folderWith({ 'a.plan.yaml': plan('Провести совещание'), 'taken/x': '' });
  const { code } = await runRoadmap(['check', ...DAY, '--format', 'json=taken'], { cwd: folder });
  expect(code).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(['a.plan.yaml', 'taken']);
});

test('output is whole through a slow pipe, and a reader may leave early', () => {
  const folder = folderWith({
    'a.plan.yaml': `kind: plan\nid: a\ntitle: План\nperiod: 2022\nitems:\n${Array.from(
      { length: 800 },
      () => '  - {number: "1", action: Провести совещание}\n',
    ).join('')}`,
  });
  const json = ['check', ...DAY, '--format', 'json'].join(' ');
  const slow = runShell('bash', `roadmap ${json} | (sleep 0.5; cat) > out.json; echo "\${PIPESTATUS[0]}"`, {
    cwd: folder,
  });
  expect(slow).toEqual({ code: 0, stdout: '1\n', stderr: '' });
  const whole = readFileSync(join(folder, 'out.json'), 'utf8');
  expect(whole.length).toBeGreaterThan(200_000);
  expect((JSON.parse(whole) as Json).summary.error).toBeGreaterThan(700);
  const early = runShell('bash', `roadmap ${json} | head -c 20; echo " \${PIPESTATUS[0]}"`, { cwd: folder });
  expect(early).toEqual({ code: 0, stdout: '{\n  "version": 1,\n   1\n', stderr: '' });
  expect(existsSync(join(folder, 'a.plan.yaml'))).toBe(true);
}, 30_000);

test('a report takes no document’s place', async () => {
  const folder = folderWith({ 'roadmap.config.yaml': 'language: ru\n', 'a.plan.yaml': plan('Провести') });
  const before = readFileSync(join(folder, 'a.plan.yaml'), 'utf8');
  for (const file of ['a.plan.yaml', './a.plan.yaml', 'roadmap.config.yaml']) {
    const { code, stderr } = await runRoadmap(['check', '--format', `json=${file}`], { cwd: folder });
    expect([code, stderr]).toEqual([
      2,
      `Отчёт не записан: «${file}» — документ, который проверяется.\nНазовите другой файл.\n`,
    ]);
  }
  expect(readFileSync(join(folder, 'a.plan.yaml'), 'utf8')).toBe(before);
});
