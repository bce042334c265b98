import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programPath } from './program.ts';

const MOST_MS = 180_000;
/** More than any reader of ours takes. */
const MOST_BYTES = 128 * 1024 * 1024;

type OfficeFailure = 'not-installed' | 'failed';

/**
 * A document in another format, made by LibreOffice in a folder and a profile of its own: a copy that a person has
 * open neither disturbs it nor is disturbed, and macros and links of the document meet nothing of his. `from` and `to`
 * are extensions without a dot.
 */
export function convertByOffice(bytes: Uint8Array, from: string, to: string): Uint8Array | OfficeFailure {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-office-'));
  try {
    const source = join(folder, `document.${from}`);
    writeFileSync(source, bytes);
    const out = join(folder, 'out');
    const { error, status } = spawnSync(
      programPath('soffice'),
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        to,
        '--outdir',
        out,
        source,
      ],
      { stdio: 'ignore', timeout: MOST_MS, killSignal: 'SIGKILL' },
    );
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return 'not-installed';
    return (status === 0 && read(join(out, `document.${to}`))) || 'failed';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(path: string): Uint8Array | undefined {
  try {
    return statSync(path).size > MOST_BYTES ? undefined : readFileSync(path);
  } catch {
    return undefined;
  }
}
