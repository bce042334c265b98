// 10,000 pairs of plans: the order between them rendered, read back from the .docx and carried out must give the later one.
// `node bench/amendments.mjs [pairs]`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pairs = process.argv[2] ?? '10000';
const began = performance.now();
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', 'tests/history/amendment.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ROADMAP_PAIRS: pairs } },
);
console.log(`${pairs} pairs in ${Math.round((performance.now() - began) / 1000)} s`);
process.exitCode = status ?? 1;
