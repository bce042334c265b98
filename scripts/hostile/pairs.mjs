// Two writers of one file at once, as an editor's «save» and a colleague's `done`: what either says it wrote is in the file.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './world.mjs';

const BIN = join(ROOT, 'bin', 'roadmap.js');

const run = (cwd, args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd,
      env: { PATH: process.env.PATH },
      stdio: 'ignore',
    });
    child.on('close', resolve);
  });

/** One round: `fmt` beside four `done`; gives how many facts were said to be written and are not there. */
export async function roundOfWriters(random) {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-pair-'));
  try {
    cpSync(join(ROOT, 'examples'), folder, { recursive: true });
    const record = async (name) => {
      await new Promise((resolve) => setTimeout(resolve, random.below(200)));
      const args = ['done', 'lesnogorsk-2022', '2', '--result', name, '--date', '2022-03-10'];
      return { name, code: await run(folder, args) };
    };
    const names = Array.from({ length: 4 }, (_, at) => `запись ${at}`);
    const [format, ...recorded] = await Promise.all([run(folder, ['fmt', '.']), ...names.map(record)]);
    const { facts } = parse(readFileSync(join(folder, 'lesnogorsk-2022.facts.yaml'), 'utf8'));
    const lost = recorded.filter(
      ({ name, code }) => code === 0 && !facts.some(({ result }) => result === name),
    );
    const left = readdirSync(folder).filter((name) => /\.(tmp|lock)$/.test(name));
    return {
      runs: 5,
      refused: recorded.filter(({ code }) => code === 2).length + (format === 2 ? 1 : 0),
      lost: lost.length,
      left: left.length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
