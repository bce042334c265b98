import type { KnownNames, NamedExecutor } from './split.ts';
import { splitExecutors } from './split.ts';

/** Names that differ only in case, quotes, dashes, full stops and blanks are one body. */
export const sameBody = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"„“”'’]/g, '')
    .replace(/\s*[-–—]\s*/g, '-')
    .replace(/\.(?=\p{L}\.|$|\s|,)/gu, '')
    .replace(/\.(?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/№\s+/g, '№')
    .trim();

/** Words of posts that are usually cut, by what is left of them. */
const CUTS = new Set(
  'зам дир рук кл ст соц муз пед мед зав нач отв преп восп инстр гл вед физ псих пом учит библ хоз адм спорт спец'.split(
    ' ',
  ),
);

/** «зам», «рук-ли» for «заместитель», «руководители». */
function isCutOf(cut: string, word: string): boolean {
  if (CUTS.has(cut)) return word.length > cut.length && word.startsWith(cut);
  const ends = /^(\p{L}{2,})-(\p{L}{1,4})$/u.exec(cut);
  return ends !== null && word.startsWith(ends[1]!) && word.endsWith(ends[2]!) && word.length > cut.length;
}

/** Whether two names (as `sameBody` has them) are one with words cut in either: «зам дир по ур», «зам директора по ур». */
function isShortened(one: string, other: string): boolean {
  const [a, b] = [one.split(' '), other.split(' ')];
  return (
    a.length === b.length &&
    a.every((word, at) => word === b[at] || isCutOf(word, b[at]!) || isCutOf(b[at]!, word))
  );
}

const hasCut = (name: string): boolean =>
  name.split(' ').some((word) => CUTS.has(word) || /^\p{L}+-\p{L}{1,4}$/u.test(word));

/** Entries by their names: one found by another spelling, or by a name in which words are cut. */
export interface NameIndex {
  find(name: string): string | undefined;
  add(name: string, key: string): void;
}

export function nameIndex(): NameIndex {
  const keys = new Map<string, string>();
  return {
    find(name) {
      const plain = sameBody(name);
      const known = keys.get(plain);
      if (known !== undefined) return known;
      const first = plain.split(' ').length;
      for (const [other, key] of keys) {
        if (
          other.split(' ').length === first &&
          (hasCut(plain) || hasCut(other)) &&
          isShortened(plain, other)
        )
          return key;
      }
      return undefined;
    },
    add(name, key) {
      const plain = sameBody(name);
      if (!keys.has(plain)) keys.set(plain, key);
    },
  };
}

/** What the cells of a plan name, for parting what one of them runs together: a cell is no witness for itself. */
export function knownIn(cells: readonly string[]): (cell: string) => KnownNames {
  const sources = new Map<string, Set<string>>();
  for (const cell of new Set(cells)) {
    for (const { name } of splitExecutors(cell)) {
      const plain = sameBody(name);
      sources.set(plain, (sources.get(plain) ?? new Set()).add(cell));
    }
  }
  return (cell) => ({
    has: (name) => {
      const found = sources.get(sameBody(name));
      return found !== undefined && (found.size > 1 || !found.has(cell));
    },
  });
}

/** The names and aliases of a plan's entries. */
export function knownOf(
  entries: Iterable<{ readonly name: string; readonly aliases?: readonly string[] }>,
): KnownNames {
  const names = new Set<string>();
  for (const { name, aliases = [] } of entries)
    for (const each of [name, ...aliases]) names.add(sameBody(each));
  return { has: (name) => names.has(sameBody(name)) };
}

export type { NamedExecutor };
