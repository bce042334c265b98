/**
 * Patterns for paths as the settings and the command line have them: `*` and `?` within a name, `[…]` one of these
 * characters, `**` any folders, `{a,b}` either; everything else is itself, brackets of other kinds too, since names of
 * documents have them. Matched by hand and not by a regular expression: a pattern may come from a stranger, and here each
 * costs at most its length times that of the path.
 */

/** `{…}` may stand for as many patterns as this. */
const MOST_ALTERNATIVES = 256;

/** A matcher of paths with `/`; undefined where the pattern expands to too many others. */
export function globMatcher(pattern: string): ((path: string) => boolean) | undefined {
  const alternatives = expandBraces(pattern);
  if (alternatives === undefined) return undefined;
  const compiled = alternatives.map((one) => one.split('/').map(segmentOf));
  return (path) => {
    const names = path.split('/').map((name) => [...name]);
    return compiled.some((segments) => matchesFrom(segments, names));
  };
}

/** Whether a text has any sign that a pattern gives a meaning to. */
export const isGlob = (text: string): boolean => /[*?[{]/.test(text);

type Piece =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'run' }
  | { readonly kind: 'set'; readonly not: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** The pieces of one name, or `folders` for `**`. */
type Segment = 'folders' | readonly Piece[];

function segmentOf(text: string): Segment {
  if (text === '**') return 'folders';
  const pieces: Piece[] = [];
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    if (character === '*') {
      if (pieces.at(-1)?.kind !== 'run') pieces.push({ kind: 'run' });
    } else if (character === '?') pieces.push({ kind: 'any' });
    else if (character === '[') {
      const end = characters.indexOf(']', at + 2);
      if (end < 0) pieces.push({ kind: 'character', character });
      else {
        pieces.push(setOf(characters.slice(at + 1, end)));
        at = end;
      }
    } else pieces.push({ kind: 'character', character });
  }
  return pieces;
}

function setOf(inside: readonly string[]): Piece {
  const not = inside[0] === '!' || inside[0] === '^';
  const listed = not ? inside.slice(1) : inside;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < listed.length; at++) {
    const from = listed[at] as string;
    const to = listed[at + 1] === '-' ? listed[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return { kind: 'set', not, ranges };
}

/** Both levels go back to the last `*` or `**` alone: what an earlier one could still give, the last one gives too. */
function matchesFrom(segments: readonly Segment[], names: readonly (readonly string[])[]): boolean {
  return matchesSequence(
    segments,
    names,
    (segment) => segment === 'folders',
    (segment, name) => matchesName(segment as readonly Piece[], name),
  );
}

function matchesName(pieces: readonly Piece[], name: readonly string[]): boolean {
  return matchesSequence(pieces, name, ({ kind }) => kind === 'run', matchesCharacter);
}

function matchesCharacter(piece: Piece, character: string): boolean {
  if (piece.kind === 'character') return piece.character === character;
  if (piece.kind === 'set')
    return piece.not !== piece.ranges.some(([from, to]) => from <= character && character <= to);
  return piece.kind === 'any';
}

function matchesSequence<Wanted, Given>(
  wanted: readonly Wanted[],
  given: readonly Given[],
  isRun: (one: Wanted) => boolean,
  matches: (one: Wanted, other: Given) => boolean,
): boolean {
  let at = 0;
  let lastRun = -1;
  let taken = 0;
  for (let from = 0; from < given.length; ) {
    const one = wanted[at];
    if (one !== undefined && isRun(one)) {
      lastRun = at++;
      taken = from;
    } else if (one !== undefined && matches(one, given[from] as Given)) {
      at++;
      from++;
    } else if (lastRun >= 0) {
      at = lastRun + 1;
      from = ++taken;
    } else return false;
  }
  while (at < wanted.length && isRun(wanted[at] as Wanted)) at++;
  return at === wanted.length;
}

/** `a{b,c}d` as `abd`, `acd`, nested ones too; a brace without its twin or without a comma is itself. */
function expandBraces(pattern: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const choice = firstChoice(one);
    if (choice === undefined) done.push(one);
    else open.push(...choice);
    if (done.length + open.length > MOST_ALTERNATIVES) return undefined;
  }
  return done;
}

function firstChoice(pattern: string): readonly string[] | undefined {
  for (let start = pattern.indexOf('{'); start >= 0; start = pattern.indexOf('{', start + 1)) {
    let depth = 0;
    const commas: number[] = [start];
    for (let at = start; at < pattern.length; at++) {
      if (pattern[at] === '{') depth++;
      else if (pattern[at] === ',' && depth === 1) commas.push(at);
      else if (pattern[at] === '}' && --depth === 0) {
        if (commas.length === 1) break;
        const [before, after] = [pattern.slice(0, start), pattern.slice(at + 1)];
        return commas.map((comma, nth) => before + pattern.slice(comma + 1, commas[nth + 1] ?? at) + after);
      }
    }
  }
  return undefined;
}
