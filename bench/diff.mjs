// Two plans of 1,000 items, the later one with 100 edits and an item put in near the top, so that all below it bear other
// numbers: what `roadmap diff` makes of them, and its time beside `git diff --word-diff`.
// Run: npm run build && node bench/diff.mjs
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROADMAP = fileURLToPath(new URL('../bin/roadmap.js', import.meta.url));
const ITEMS = 1000;
const EDITS = 100;
const PLACE = 10;

const WORDS =
  'семинар совет школа кураторы наставники учителя приём отчёт сборник практики район запись'.split(' ');
const deed = (n) =>
  `Провести ${WORDS[n % 12]} ${WORDS[(n * 7 + 3) % 12]} ${WORDS[(n * 5 + 1) % 12]} по теме ${n}-${(n * 37) % 991}`;

const planOf = (items) =>
  `kind: plan\nid: p\ntitle: План\nperiod: 2022\nitems:\n${items
    .map(({ action, when }, at) => `  - {number: "${at + 1}", action: ${action}, when: ${when}}\n`)
    .join('')}`;

const before = Array.from({ length: ITEMS }, (_, n) => ({ action: deed(n), when: 'до 20 мая 2022 г.' }));
const edited = before.map((item, n) =>
  n % (ITEMS / EDITS) === 5 ? { ...item, when: 'до 20 июня 2022 г.' } : item,
);
const after = edited.toSpliced(PLACE, 0, { action: 'Назначить ответственных', when: 'до 1 мая 2022 г.' });

const folder = mkdtempSync(join(tmpdir(), 'roadmap-diff-'));
try {
  writeFileSync(join(folder, 'a.yaml'), planOf(before));
  writeFileSync(join(folder, 'b.yaml'), planOf(after));
  const timed = (run) => {
    const times = Array.from({ length: 5 }, () => {
      const start = process.hrtime.bigint();
      run();
      return Number(process.hrtime.bigint() - start) / 1e6;
    });
    return Math.min(...times);
  };
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 };
  const json = execFileSync(
    process.execPath,
    [ROADMAP, 'diff', 'a.yaml', 'b.yaml', '--format', 'json'],
    options,
  );
  const [{ items }] = JSON.parse(json).plans;
  const count = (holds) => items.filter(holds).length;
  console.log(`added ${count(({ kind }) => kind === 'added')} of 1`);
  console.log(`changed ${count(({ fields }) => fields.length > 0)} of ${EDITS}`);
  console.log(`renumbered ${count(({ renumbered }) => renumbered)} of ${ITEMS - PLACE}`);
  const ours = timed(() => spawnSync(process.execPath, [ROADMAP, 'diff', 'a.yaml', 'b.yaml'], options));
  const git = timed(() =>
    spawnSync('git', ['diff', '--no-index', '--word-diff', 'a.yaml', 'b.yaml'], options),
  );
  console.log(`roadmap diff ${ours.toFixed(0)} ms, git diff --word-diff ${git.toFixed(0)} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
