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
  const path = [beside, fromTop].find((candidate) => candidate !== undefined && files.exists(candidate));
  return path === undefined ? { state: 'missing' } : { state: 'found', path };
}

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
