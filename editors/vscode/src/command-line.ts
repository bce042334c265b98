import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Language } from './words.ts';

/** What a command has answered. */
export interface Answer {
  /** As the command line has it: 0 clean, 1 findings, 2 wrong usage, 3 a fault of the program. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The `roadmap` that is packed with the extension, run by the Node within VS Code: nothing else has to be installed. */
export interface Roadmap {
  readonly program: string;
  readonly entry: string;
  readonly env: NodeJS.ProcessEnv;
  run(args: readonly string[], folder: string): Promise<Answer>;
}

const MOST_OUTPUT = 256 * 1024 * 1024;

export function packedRoadmap(extension: string, language: Language): Roadmap {
  const program = process.execPath;
  const entry = join(extension, 'server', 'bin', 'roadmap.js');
  const env = {
    ...process.env,
    ELECTRON_RUN_AS_NODE: '1',
    ROADMAP_LANG: language,
    NO_COLOR: '1',
    COLUMNS: '100',
  };
  return {
    program,
    entry,
    env,
    run: (args, folder) =>
      new Promise((resolve) => {
        const options = { cwd: folder, env, maxBuffer: MOST_OUTPUT, windowsHide: true };
        execFile(program, [entry, ...args], options, (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 3;
          resolve({ code, stdout, stderr: stderr === '' && code === 3 ? String(error) : stderr });
        });
      }),
  };
}

/** The first line of what a command complains of. */
export const complaintOf = ({ stderr, stdout }: Answer): string =>
  (stderr.trim() || stdout.trim()).split('\n').slice(0, 2).join(' ').trim();
