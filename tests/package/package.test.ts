import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { folderWith, ROOT } from '../cli/run-roadmap.ts';
import { npmEnv, type Packed, packed } from './packed.ts';

/** A folder of a user with the package installed in it. */
const folder = folderWith({ 'package.json': '{"name": "plany", "private": true, "type": "module"}\n' });

let pack: Packed;

beforeAll(async () => {
  pack = await packed();
  const args = ['install', '--no-audit', '--no-fund', pack.tarball];
  execFileSync('npm', args, { cwd: folder, env: npmEnv(), stdio: ['ignore', 'ignore', 'pipe'] });
});

function run(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    env: { ...npmEnv(), NODE_PATH: '' },
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

const roadmap = (...args: readonly string[]) => run(join(folder, 'node_modules', '.bin', 'roadmap'), ...args);

const WANTED = [
  /^bin\/(roadmap\.js|package\.json)$/,
  /^dist\/[\w-]+\.(js|cjs)$/,
  /^dist\/commands\/[\w-]+\.js$/,
  /^dist\/THIRD-PARTY\.txt$/,
  /^dist\/types\/[\w/-]+\.d\.ts$/,
  /^schemas\/([\w-]+|output\/[\w-]+)\.schema\.json$/,
  /^docs\/rules\/[\w-]+\.md$/,
  /^(package\.json|LICENSE|README\.md|README\.ru\.md|CHANGELOG\.md)$/,
];

test('the package holds what runs, its schemas and rule pages, and nothing else', () => {
  const paths = pack.files.map(({ path }) => path);
  expect(paths.filter((path) => !WANTED.some((pattern) => pattern.test(path)))).toEqual([]);
  const without = WANTED.filter((pattern) => !paths.some((path) => pattern.test(path)));
  expect(without).toEqual([]);
  expect(pack.size).toBeLessThan(2 * 1024 * 1024);
});

test('it installs without a network, brings nothing along and runs nothing', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'roadmap',
  ]);
  const { dependencies, scripts } = JSON.parse(
    readFileSync(join(folder, 'node_modules', 'roadmap', 'package.json'), 'utf8'),
  ) as { dependencies?: object; scripts: Record<string, string> };
  expect(dependencies ?? {}).toEqual({});
  expect(['preinstall', 'install', 'postinstall'].filter((name) => Object.hasOwn(scripts, name))).toEqual([]);
});

test('init, check, render and import, there and back', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(roadmap('--version').stdout).toBe(`${version}\n`);
  expect(roadmap('init', 'plany', '--yes', '--year', '2026', '--territory', 'Заречный район').code).toBe(0);
  expect(roadmap('check', 'plany', '--as-of', '2026-03-02', '--fail-on', 'info').code).toBe(0);
  const plan = join('plany', 'plans', 'zarechnyi-2026.plan.yaml');
  for (const [what, file] of [
    ['order', 'prikaz.docx'],
    ['plan', 'plan.xlsx'],
  ] as const) {
    expect(roadmap('render', what, plan, '-o', file)).toMatchObject({ code: 0 });
    expect(statSync(join(folder, file)).size).toBeGreaterThan(5000);
    const back = join('nazad', what, 'plan.yaml');
    mkdirSync(join(folder, 'nazad', what), { recursive: true });
    writeFileSync(join(folder, 'nazad', what, 'roadmap.config.yaml'), 'language: ru\n');
    expect(roadmap('import', file, '-o', back)).toMatchObject({ code: 0 });
    const { stdout } = roadmap('check', back, '--as-of', '2026-03-02', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ documents: 1, items: 5, summary: { error: 0 } });
  }
});

test('what it reads beside its code is there: rule pages, schemas, a report with rules', () => {
  expect(roadmap('explain', 'duplicate-number').stdout).toBe(
    readFileSync(join(ROOT, 'docs', 'rules', 'duplicate-number.md'), 'utf8'),
  );
  expect(roadmap('schema', 'plan').stdout).toBe(
    readFileSync(join(ROOT, 'schemas', 'plan.schema.json'), 'utf8'),
  );
  cpSync(join(ROOT, 'examples'), join(folder, 'primery'), { recursive: true });
  const sarif = JSON.parse(roadmap('check', 'primery', '--format', 'sarif').stdout) as {
    runs: { tool: { driver: { rules: { help: { markdown?: string } }[] } } }[];
  };
  const rules = sarif.runs[0]?.tool.driver.rules ?? [];
  expect(rules.filter(({ help }) => (help.markdown ?? '').length > 0).length).toBe(rules.length);
});

test('others’ code that is bundled is named with its licence', () => {
  const notice = readFileSync(join(folder, 'node_modules', 'roadmap', 'dist', 'THIRD-PARTY.txt'), 'utf8');
  const named = notice.match(/^[@\w][\w./@-]* \d+\.\d+\.\d+\S* \(.+\)$/gm)?.map((line) => line.split(' ')[0]);
  for (const name of ['commander', 'docx', 'exceljs', 'fflate', 'saxes', 'yaml']) {
    expect(named).toContain(name);
  }
});

test('in a clone npx runs what was built', () => {
  const { status, stdout } = spawnSync('npx', ['--no-install', 'roadmap', '--version'], {
    cwd: ROOT,
    // Preparing is the build, which other tests are using at the same moment.
    env: npmEnv({ npm_config_ignore_scripts: 'true' }),
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: roadmap('--version').stdout });
});

/** The fenced blocks of a page in one language. */
const blocksOf = (page: string, language: string): readonly string[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text]) =>
    name === language ? [text as string] : [],
  );

const PAGES = ['docs/api.md', 'docs/en/api.md'];

/** The program of a page as a file of its own, in the folder where the package is installed. */
function programOf(page: string, extension: string, more = ''): string {
  const [program = ''] = blocksOf(readFileSync(join(ROOT, page), 'utf8'), 'js');
  const path = join(folder, `${page.replaceAll('/', '-')}.${extension}`);
  writeFileSync(path, program + more);
  return path;
}

test('the programs of the pages compile, and the types are more than any', () => {
  const wrong = [
    'if (report.summary.error < 0) console.log(check(loaded, { asOf: true }));',
    'for (const finding of report.findings) if (finding.line === finding.message) console.log(finding);',
    'for (const plan of status(loaded, { asOf: 0 })) for (const item of plan.items) if (item.state === 7) console.log(1);',
    'for (const parent of trace(loaded, { asOf: 0 })) console.log(parent.nobody);',
  ];
  const more = wrong.map((line) => `// @ts-expect-error the types tell\n${line}\n`).join('');
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--strict', '--noEmit', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022'];
  const roots = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules', '@types')];
  const files = PAGES.map((page) => programOf(page, 'mts', more));
  expect(run(process.execPath, tsc, ...options, ...roots, ...files)).toMatchObject({ code: 0, stdout: '' });
});

test.each(PAGES)('%s: the program prints what the page says', (name) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf(name, 'mjs')], {
    cwd: join(ROOT, 'examples'),
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const path = join(ROOT, name);
  const page = readFileSync(path, 'utf8');
  if (process.env.UPDATE_DOCS) {
    writeFileSync(
      path,
      page.replace(/^```text\n[\s\S]*?^```$/m, () => `\`\`\`text\n${stdout}\`\`\``),
    );
  } else {
    expect(blocksOf(page, 'text')[0]).toBe(stdout);
  }
});
