import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The real documents and what people read in them lie beside the checkout; they never come into it. */
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Visible to whoever reads the test's name: without the documents nothing is measured. */
export const hasShared = existsSync(SHARED);

export const sharedPath = (path: string): string => SHARED + path;

/** Rows of a tab-separated table by the names in its first line. */
export function table(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.split('\n');
  const names = head.split('\t');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
    });
}

export const gold = (name: string): Record<string, string>[] =>
  table(readFileSync(sharedPath(`gold/${name}`), 'utf8'));
