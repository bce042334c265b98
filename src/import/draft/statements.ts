import { goesOnBelow } from '../../russian/index.ts';

/**
 * Splits the text of an indicator cell into statements: lines, and what a semicolon parts; a list stays under its colon,
 * and a sentence that a line end broke is one.
 */
export function statementLines(text: string): string[] {
  const statements: string[] = [];
  // A dash in an otherwise empty cell says that there is none.
  if (/^[-–—\s]+$/.test(text)) return statements;
  let list = false;
  for (const line of text.split('\n')) {
    const isItem = /^[-–—•·▪]\s*\S|^\d{1,2}\)\s|^\p{Ll}/u.test(line);
    const before = statements.at(-1);
    if (before !== undefined && (goesOnBelow(before, line) || isBroken(before, line))) {
      statements[statements.length - 1] = `${before} ${line.trim()}`;
      continue;
    }
    if (list && isItem) {
      statements[statements.length - 1] += `\n${line}`;
      continue;
    }
    list = line.endsWith(':');
    // A list of values needs no bullets.
    statements.push(...atSemicolons(line.replace(/^[•▪●➢✓]\s+/u, '')));
  }
  return statements;
}

/** An adjective that waits for its noun: «школьного», «новые»; and one that no statement begins with. */
const WAITS = /(?<!\p{L})\p{Ll}{3,}(?:ого|его|ому|ему|ых|их|ыми|ими|ые)$/u;
const OBLIQUE = /^\p{Ll}{3,}(?:ого|его|ому|ему|ых|их|ыми|ими)(?!\p{L})/u;
/** «НОО», below «ФГОС» of a longer line. */
const ABBREVIATION = /^\p{Lu}{2,5}[.,;]?$/u;

/** A sentence that a converter broke at the ends of its printed lines, inside a phrase. */
function isBroken(before: string, line: string): boolean {
  const end = before.trimEnd();
  if (/[.;:!?]$/u.test(end)) return false;
  if (end.endsWith(',')) return /^\p{Ll}/u.test(line);
  if (OBLIQUE.test(line)) return true;
  if (WAITS.test(end) && /^\p{Ll}|^\p{Lu}{2}/u.test(line)) return true;
  return ABBREVIATION.test(line.trim()) && /\p{Ll}.*\s\p{Lu}{2,}$/u.test(end);
}

/** A semicolon inside brackets or quotes parts nothing. */
function atSemicolons(line: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === '(' || sign === '«') depth++;
    else if (sign === ')' || sign === '»') depth = Math.max(0, depth - 1);
    else if (sign === ';' && depth === 0 && line[at + 1] === ' ') {
      out.push(line.slice(from, at + 1).trim());
      from = at + 1;
    }
  }
  out.push(line.slice(from).trim());
  return out.filter((part) => part !== '');
}
