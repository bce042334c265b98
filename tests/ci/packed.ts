import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { folderWith, plainEnv, ROOT, runRoadmap } from '../cli/run-roadmap.ts';

export interface Packed {
  /** Path of the tarball. */
  readonly tarball: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly size: number;
}

/** What `npm pack` makes of the build there is. */
export async function packed(): Promise<Packed> {
  await runRoadmap(['--version']);
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
    ...more,
  });
}
