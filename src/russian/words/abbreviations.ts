import { ABBREVIATIONS } from './generated/abbreviations.ts';
import { isLegalForm } from './institutions.ts';

/**
 * Abbreviations that every reader of these papers knows (abbreviations.txt, with their sources): they need no entry in a
 * glossary.
 */
const KNOWN: ReadonlySet<string> = new Set(ABBREVIATIONS.split(' '));

/** True for an abbreviation that needs no expansion in a plan; case does not matter. */
export function isCommonAbbreviation(word: string): boolean {
  const capitals = word.toUpperCase();
  return KNOWN.has(capitals) || isLegalForm(capitals);
}
