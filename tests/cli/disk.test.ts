import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outputTo } from '../../src/cli/terminal/output.ts';
import { isFull, someOf } from '../lane.ts';
import { programHere } from './in-process.ts';
import { folderWith, plainEnv, ROOT, runShell } from './run-roadmap.ts';

/** Three hundred kilobytes and more: more than the small disk holds, and than one buffer. */
const ITEMS = 1500;

const item = (at: number, gap = ' '): string =>
  `  - {number:${gap}"${at}", action: Провести собрание родителей класса ${at} и оформить протокол, when: май, executors: [школа]}\n`;

const plan = (gap?: string, items = ITEMS): string =>
  `kind: plan\nid: p\nlevel: school\ntitle: План\nperiod: 2022\nexecutors: {школа: {name: Школа № 1}}\nitems:\n${Array.from({ length: items }, (_, at) => item(at + 1, gap)).join('')}`;

const facts = (count: number): string =>
  `kind: facts\nplan: p\nfacts:\n${Array.from({ length: count }, (_, at) => `  - {item: "${at + 1}", date: 2022-05-01, result: Собрание проведено}\n`).join('')}`;

/** What a run ends with when the disk or the output refuses it: exit code 2 and one sentence, no fault of the program. */
function expectRefusal(told: string, { code, stderr }: { code: number | null; stderr: string }): void {
  expect([told, code]).toEqual([told, 2]);
  expect([told, stderr.trim() === '', /Сбой|\n\s+at /.test(stderr)]).toEqual([told, false, false]);
}

const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));

describe('the output cannot be written', () => {
  const folder = folderWith({ 'p.plan.yaml': plan(' ', 60), 'p.facts.yaml': facts(3) });
  copyFileSync(join(ROOT, 'docs', 'files', 'plan-2022.docx'), join(folder, 'plan.docx'));

  test.each([
    'check . --as-of 2022-02-01',
    ...['json', 'compact', 'sarif', 'github', 'gitlab', 'junit', 'markdown'].map(
      (format) => `check . --as-of 2022-02-01 --format ${format}`,
    ),
    'status --as-of 2022-02-01',
    'status --as-of 2022-02-01 --format csv',
    'status --as-of 2022-02-01 --format json',
    'import plan.docx',
    'explain no-facts',
    'schema plan',
    'completion bash',
    'fmt . --check',
    'done p 1 --done --date 2022-05-05 --dry-run',
    '--help',
    '--version',
  ])('%s > /dev/full', async (line) => {
    writeFileSync(join(folder, 'p.plan.yaml'), plan('  ', 60));
    expectRefusal(line, await (isFull ? intoShell(line) : intoStream(line)));
  });

  const intoShell = (line: string) => runShell('bash', `roadmap ${line} > /dev/full`, { cwd: folder });
  const intoStream = (line: string) =>
    programHere(line.split(' '), {
      cwd: folder,
      env: plainEnv(),
      out: outputTo(() => createWriteStream('/dev/full')).write,
    });
});

/** Commands that write, each in a folder of its own. */
const WRITERS = Object.entries({
  done: 'done p 1 --done --date 2022-05-05',
  fmt: 'fmt .',
  'import -o': 'import plan.docx -o new.plan.yaml',
  render: 'render plan p -o p.html',
  'check --format': 'check . --as-of 2022-02-01 --format json=report.json',
  init: 'init new',
});

/** Of these writers all, or the first one. */
const among = (...names: readonly string[]) =>
  someOf(
    WRITERS.filter(([name]) => names.includes(name)),
    WRITERS.length,
  );

function worldFor(folder: string): void {
  writeFileSync(join(folder, 'p.plan.yaml'), plan('  '));
  writeFileSync(join(folder, 'p.facts.yaml'), facts(ITEMS));
  copyFileSync(join(ROOT, 'docs', 'files', 'plan-2022.docx'), join(folder, 'plan.docx'));
}

describe('the disk cannot be written', () => {
  // A file of at most 64 blocks: what is larger is refused in the middle, as by a disk that gets full.
  test.each(among('done', 'fmt', 'render'))('%s: a file that gets too large', (name, line) => {
    const folder = folderWith();
    worldFor(folder);
    const before = snapshot(folder);
    const result = runShell('bash', `trap '' XFSZ; ulimit -f 64; roadmap ${line}`, { cwd: folder });
    expectRefusal(name, result);
    expect(snapshot(folder)).toEqual(before);
  });

  test.each(someOf(WRITERS, 2))('%s: a folder without the right to write', (name, line) => {
    const folder = folderWith();
    const inside = join(folder, 'w');
    mkdirSync(inside);
    worldFor(inside);
    const before = snapshot(inside);
    chmodSync(folder, 0o755);
    chmodSync(inside, 0o555);
    const asNobody = process.getuid?.() === 0 ? 'setpriv --reuid 65534 --regid 65534 --clear-groups ' : '';
    const result = runShell('bash', `run() { ${asNobody}"$@"; }\n${withoutFunction(line)}`, { cwd: inside });
    chmodSync(inside, 0o755);
    expectRefusal(name, result);
    expect(snapshot(inside)).toEqual(before);
  });

  const mounted = spawnSync('bash', ['-c', 'unshare -m true']).status === 0;

  test.runIf(mounted).each(among('done', 'fmt', 'render', 'check --format'))(
    '%s: a disk that is full',
    (name, line) => {
      const folder = folderWith();
      const world = folderWith();
      worldFor(world);
      const script = [
        `mount -t tmpfs -o size=700k tmpfs '${folder}' && cd '${folder}' || exit 77`,
        `cp '${world}'/* . && head -c 900k /dev/zero > filler 2> /dev/null`,
        `roadmap ${line}; code=$?`,
        `cmp p.plan.yaml '${world}/p.plan.yaml' >&2 && cmp p.facts.yaml '${world}/p.facts.yaml' >&2 || exit 78`,
        '[ "$(ls -A | sort | tr "\\n" " ")" = "filler p.facts.yaml p.plan.yaml plan.docx " ] || exit 79',
        'exit $code',
      ].join('\n');
      // The mount is of this process alone, and goes with it.
      const result = runShell('bash', `export -f roadmap; unshare -m bash -c ${quoted(script)}`, {
        cwd: world,
      });
      expectRefusal(name, result);
    },
  );
});

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The line with the program itself, which another user can start. */
const withoutFunction = (line: string): string =>
  `run "${process.execPath}" "${join(ROOT, 'bin', 'roadmap.js')}" ${line}`;
