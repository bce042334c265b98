import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../cli/run-roadmap.ts';
import { WORD_FILE, wordFile } from './word-file.ts';

const CROOKED = join(ROOT, 'tests', 'crooked');

const OLD = 'kind: plan\nid: raion-2022\ntitle: План мероприятий района\nperiod: 2022\nitems: []\n';

/** Letters А to я follow one another there too; other letters are not needed. */
const inWindows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) as number;
    return code < 128 ? code : code - 0x410 + 0xc0;
  });

/** Folders a page may work in, by the name it gives them. */
const FOLDERS: Readonly<Record<string, (folder: string) => void>> = {
  empty: () => {},
  /** The examples, as if they were the reader’s own repository. */
  examples: (folder) => cpSync(join(ROOT, 'examples'), folder, { recursive: true }),
  /** The examples in a folder of that name, as they lie in this repository. */
  project: (folder) => {
    cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true });
    cpSync(CROOKED, join(folder, 'tests', 'crooked'), { recursive: true });
  },
  /** A plan saved by an old editor. */
  'windows-1251': (folder) => writeFileSync(join(folder, 'план.yaml'), inWindows1251(OLD)),
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
