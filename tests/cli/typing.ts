import { spawn } from 'node:child_process';
import { BIN, ensureBuilt, plainEnv } from './run-roadmap.ts';

export const CTRL_C = '\u0003';

/** Runs the built command at a pseudo-terminal and types: each answer when the words it waits for are on the screen. */
export function typing(
  args: readonly string[],
  cwd: string,
  ...turns: readonly (readonly [words: string, answer: string])[]
): Promise<{ readonly code: number | null; readonly screen: string }> {
  ensureBuilt();
  return new Promise((resolve) => {
    const command = [process.execPath, BIN, ...args].map((word) => `'${word}'`).join(' ');
    const child = spawn('script', ['-qefc', command, '/dev/null'], {
      cwd,
      env: plainEnv({ TERM: 'xterm', TMPDIR: cwd }),
    });
    const left = [...turns];
    let screen = '';
    child.stdout.on('data', (piece: Buffer) => {
      screen += piece.toString();
      const [next] = left;
      if (!next || !screen.includes(next[0])) return;
      left.shift();
      child.stdin.write(next[1]);
    });
    child.on('close', (code) => resolve({ code, screen }));
  });
}
