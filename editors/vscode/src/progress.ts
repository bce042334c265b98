import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Roadmap } from './command-line.ts';
import type { Words } from './words.ts';

export type State = keyof Words['states'];

/** Of `roadmap status --format json` (schemas/output/status.schema.json) what the extension shows. */
export interface PlanProgress {
  readonly plan: string;
  /** Absolute. */
  readonly file: string;
  /** The folder of the workspace that it was asked in. */
  readonly folder: string;
  readonly items: readonly ItemProgress[];
}

export interface ItemProgress {
  readonly number: string;
  readonly section?: string;
  readonly action: string;
  readonly state: State;
  readonly deadline: string | null;
  readonly indicators: readonly { readonly text: string; readonly state: string }[];
}

/** The state of every item of the plans below a folder; none where there is no plan, or where they can't be read. */
export async function progressIn(folder: string, roadmap: Roadmap): Promise<readonly PlanProgress[]> {
  const { stdout } = await roadmap.run(['status', '.', '--format', 'json'], folder);
  if (!stdout.trimStart().startsWith('{')) return [];
  const { plans } = JSON.parse(stdout) as { readonly plans: readonly Omit<PlanProgress, 'folder'>[] };
  return plans.map((plan) => ({ ...plan, file: absolute(plan.file, folder), folder }));
}

/** Files are named from the folder of the config or of git, which may lie above the one that is open. */
function absolute(file: string, folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, file);
    if (existsSync(path) || dirname(at) === at) return path;
  }
}

/** How an item is named on the command line. */
export const referenceTo = ({ number, section }: Pick<ItemProgress, 'number' | 'section'>): string =>
  section === undefined ? number : `${section}/${number}`;
