import type { Files } from '../source/files.ts';

/**
 * Where a piece of evidence is: a file of the repository, a file that is not there or lies outside, or something
 * that is no file (a URL, «приказ от 28.04.2021 № 85»).
 */
type EvidenceState = 'found' | 'missing' | 'outside' | 'reference';

/** Resolves evidence beside the facts file, then from the top of the workspace. */
export function resolveEvidence(
  evidence: string,
  factsFile: string,
  files: Files,
): { readonly state: EvidenceState; readonly path?: string } {
  if (!looksLikePath(evidence)) return { state: 'reference' };
  const beside = normalisePath([...factsFile.split('/').slice(0, -1), ...evidence.split('/')]);
  const fromTop = normalisePath(evidence.split('/'));
  if (beside === undefined && fromTop === undefined) return { state: 'outside' };
  const path = [beside, fromTop]
    .flatMap((candidate) => (candidate === undefined ? [] : spellingsOf(candidate)))
    .find((candidate) => files.exists(candidate));
  return path === undefined ? { state: 'missing' } : { state: 'found', path };
}

/** «й» and «ё» are one sign or two, as the system wrote the name (a Mac: two): a reader sees no difference. */
const spellingsOf = (path: string): readonly string[] => [
  ...new Set([path, path.normalize('NFC'), path.normalize('NFD')]),
];

/** How two names may differ and be the same to a reader. */
export type NameDifference = 'signs' | 'address' | 'case' | 'blanks' | 'yo' | 'letters';

const FOLDS: Readonly<Record<NameDifference, (name: string) => string>> = {
  address: (name) => name.replace(/(?:%[0-9a-f]{2})+/gi, decoded),
  signs: (name) => name.normalize('NFC'),
  blanks: (name) => name.replace(/[\s\u00a0\u200b\ufeff_]+/g, ' ').replace(/ ?([/.]) ?/g, '$1'),
  yo: (name) => name.replaceAll('ё', 'е').replaceAll('Ё', 'Е'),
  letters: (name) => name.replace(/[aceopxyABCEHKMOPTX]/g, (letter) => TWINS.get(letter)!),
  case: (name) => name.toLowerCase(),
};

const TWINS = new Map([...'aceopxyABCEHKMOPTX'].map((letter, at) => [letter, 'асеорхуАВСЕНКМОРТХ'[at]!]));

function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

const KINDS = Object.keys(FOLDS) as readonly NameDifference[];

const folded = (name: string, but?: NameDifference): string =>
  KINDS.reduce((text, kind) => (kind === but ? text : FOLDS[kind](text)), name);

const foldedNames = new WeakMap<Files, ReadonlyMap<string, string>>();

/** A file whose name a reader would take for the one that is missing, and in what they differ. */
export function similarFile(
  evidence: string,
  factsFile: string,
  files: Files,
): { readonly path: string; readonly differences: readonly NameDifference[] } | undefined {
  const names = foldedNames.get(files) ?? new Map(files.list('').map((path) => [folded(path), path]));
  foldedNames.set(files, names);
  const folder = factsFile.split('/').slice(0, -1);
  for (const steps of [[...folder, ...evidence.split('/')], evidence.split('/')]) {
    const wanted = normalisePath(steps);
    const path = wanted === undefined ? undefined : names.get(folded(wanted));
    if (wanted === undefined || path === undefined) continue;
    return { path, differences: KINDS.filter((kind) => folded(path, kind) !== folded(wanted, kind)) };
  }
  return undefined;
}

/** `www.site.example/report.pdf`: an address whose scheme was left out. */
export const isBareAddress = (evidence: string): boolean =>
  /^(?:www\.\S+|[a-zа-яё0-9-]+(?:\.[a-zа-яё0-9-]+)*\.[a-zа-яё]{2,}\/\S*)$/i.test(evidence);

/** From a root, a drive, or the folder one is in: a path even without an extension. */
const ROOTED = /^(?:\.{0,2}[\\/]|[a-z]:[\\/])/i;

/** A path ends in an extension; a reference of a document is words, a number or a link. */
function looksLikePath(evidence: string): boolean {
  if (ROOTED.test(evidence)) return true;
  return (
    !/^[a-z][a-z0-9+.-]*:/i.test(evidence) &&
    /\.[a-zа-я0-9]{2,5}$/i.test(evidence) &&
    !/№|\sот\s/.test(evidence)
  );
}

/** `a/../b` → `b`; undefined when the path leaves the workspace or is absolute. */
function normalisePath(steps: readonly string[]): string | undefined {
  const path: string[] = [];
  if (steps[0] === '' || steps.some((step) => step.includes('\\') || step.includes('\0'))) return undefined;
  for (const step of steps) {
    if (step === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
