import { execFileSync } from 'node:child_process';
import { programPath } from './program.ts';

const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Settings over those of the repository, which may come from a stranger: none of them may start a program or reach a
 * network. We ask plumbing commands alone, and never one that compares with the working tree: that would run filters.
 */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  'core.pager=cat',
];

const ENVIRONMENT = {
  // A blob that a partial clone lacks is not fetched: the address may be a command.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
};

/** What git prints, or undefined where it fails or is not there. */
export function git(cwd: string, args: readonly string[], input?: string): Buffer | undefined {
  try {
    return execFileSync(programPath('git'), [...SETTINGS.flatMap((one) => ['-c', one]), ...args], {
      cwd,
      env: { ...process.env, ...ENVIRONMENT },
      maxBuffer: MOST_BYTES,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input === undefined ? {} : { input }),
    });
  } catch {
    return undefined;
  }
}

interface Blob {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** What git holds under each of these names (`id`, `commit:./path`), in their order; undefined where it is no blob. */
export function readBlobs(cwd: string, names: readonly string[]): readonly (Blob | undefined)[] {
  // A line feed in a name would be two questions.
  const valid = names.filter((name) => !name.includes('\n'));
  const output =
    git(cwd, ['cat-file', '--batch'], valid.map((name) => `${name}\n`).join('')) ?? Buffer.alloc(0);
  const found = new Map<string, Blob>();
  let at = 0;
  for (const name of valid) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(output.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (id === undefined) continue;
    if (type === 'blob') found.set(name, { id, bytes: output.subarray(at, at + Number(size)) });
    at += Number(size) + 1;
  }
  return names.map((name) => found.get(name));
}
