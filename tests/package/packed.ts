import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, folderWith, plainEnv, ROOT } from '../cli/run-roadmap.ts';

export interface Packed {
  /** Path of the tarball. */
  readonly tarball: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly size: number;
}

/** The types are the slow half of a build; while the sources are being worked on those of the last build will do. */
function ensureTypes(): void {
  if (existsSync(join(ROOT, 'dist', 'types', 'api.d.ts'))) return;
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '--project', join(ROOT, 'tsconfig.api.json')]);
  if (status !== 0) throw new Error(String(stdout));
}

/** What `npm pack` makes of the build there is. */
export async function packed(): Promise<Packed> {
  ensureBuilt();
  ensureTypes();
  const folder = folderWith();
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const json = execFileSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: npmEnv(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [pack] = JSON.parse(json) as { filename: string; files: Packed['files']; size: number }[];
  if (pack === undefined) throw new Error('npm packed nothing');
  return { tarball: join(folder, pack.filename), files: pack.files, size: pack.size };
}

/** An environment in which npm has neither a network nor a cache: what it installs must be whole. */
export function npmEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const home = folderWith();
  return plainEnv({
    HOME: home,
    npm_config_cache: join(home, 'cache'),
    npm_config_offline: 'true',
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_update_notifier: 'false',
    npm_config_audit: 'false',
    npm_config_fetch_retries: '0',
    ...more,
  });
}
