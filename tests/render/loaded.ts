import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Workspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folders with plans to render: the examples, and the real documents where they are at hand. */
export const folders: readonly string[] = [join(root, 'examples'), join(root, '../shared/real')].filter(
  existsSync,
);

export function loadFolder(folder: string): Workspace {
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return loadWorkspace(
    memoryFiles(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]))),
  ).workspace;
}

/** A workspace of texts. */
export function loadTexts(texts: Readonly<Record<string, string>>): Workspace {
  return loadWorkspace(memoryFiles(texts)).workspace;
}

/** A plan written in YAML, without its `kind`, and the workspace it stands in. */
export function planOf(yaml: string): { plan: Plan; workspace: Workspace } {
  const { workspace } = loadWorkspace(memoryFiles({ 'a.plan.yaml': `kind: plan\n${yaml}` }));
  return { plan: workspace.plans[0]!, workspace };
}
