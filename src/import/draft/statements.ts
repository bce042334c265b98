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
    if (before !== undefined && goesOnBelow(before, line)) {
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
