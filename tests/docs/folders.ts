import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../cli/run-roadmap.ts';
import { WORD_FILE, wordFile } from './word-file.ts';

/** Folders a page may work in, by the name it gives them. */
const FOLDERS: Readonly<Record<string, (folder: string) => void>> = {
  empty: () => {},
  /** The examples, as if they were the reader’s own repository. */
  examples: (folder) => cpSync(join(ROOT, 'examples'), folder, { recursive: true }),
  /** The examples in a folder of that name, as they lie in this repository. */
  project: (folder) => {
    cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true });
    cpSync(join(ROOT, 'tests', 'crooked'), join(folder, 'tests', 'crooked'), { recursive: true });
  },
  /** A Word file like those that come by e-mail. */
  word: (folder) => writeFileSync(join(folder, WORD_FILE), wordFile()),
};

export function makeFolder(name: string): string {
  const fill = FOLDERS[name];
  if (!fill) throw new Error(`no folder “${name}”; there are ${Object.keys(FOLDERS).join(', ')}`);
  const folder = join(mkdtempSync(join(tmpdir(), 'roadmap-docs-')), 'plans');
  mkdirSync(folder);
  fill(folder);
  return folder;
}
