import type { Range } from '../../finding/finding.ts';
import { type Cursor, peek, roleAt } from '../grammar/cursor.ts';
import type { Token } from '../text/token.ts';
import type { Role } from '../words/lexicon.ts';

/** Roles of words that would change what a срок means; where they stand, the words around are no mere names. */
const TEMPORAL: ReadonlySet<string> = new Set(
  (
    'month weekday adverb season quarter half semester trimester part decade week every times until towards since starting not ' +
    'later least most further always yearRound contrary except inclusive current next course along inCourse ' +
    'hour minute year monthWord beginning middle end through after before deadline happening at'
  ).split(' '),
);

/** Words that take back what was said: «уточняется», «предварительно», «перенос». */
const CAVEAT = /^(?:уточн|предвар|возможн|перенос|перенес|отмен|исключ|ориентир|планируем|наличи|завис)/;

const LONGEST_NAME = 14;
const NONE: ReadonlySet<Role> = new Set();

/**
 * Whether the token may stand in a name or a description: no words of time, no years, dates or times of
 * day, no signs that separate. `also` are roles allowed all the same.
 */
export function isPlain(c: Cursor, also: ReadonlySet<Role> = NONE): boolean {
  const token = peek(c);
  if (!token) return false;
  const role = roleAt(c);
  if (isTown(c, token)) return true;
  if (token.kind === 'word') {
    return role === undefined ? !CAVEAT.test(token.text) : !TEMPORAL.has(role) || also.has(role);
  }
  if (token.kind === 'number' || token.kind === 'ordinal') return token.length !== 4;
  return token.kind === 'quote' || token.kind === 'sign' || (token.kind === 'dash' && !token.spaced);
}

/** «г. Усолье», «с. Дубравино»: a town or a village, no year and no «с …»; after a number only that of a school. */
function isTown(c: Cursor, token: Token): boolean {
  const next = peek(c, 1);
  if ((token.text !== 'г' && !(token.text === 'с' && token.dotted)) || next?.kind !== 'word') return false;
  if (roleAt(c, 1) !== undefined) return false;
  const letter = c.text[next.at[0]]!;
  if (letter === letter.toLowerCase()) return false;
  return c.tokens[c.pos - 1]?.kind !== 'number' || c.text[c.tokens[c.pos - 2]?.at[0] ?? -1] === '№';
}

/** Steps over plain words up to a separator, or to the end of the line when asked; tells how many. */
export function skipPlain(
  c: Cursor,
  {
    most = LONGEST_NAME,
    oneLine = false,
    also = NONE,
  }: { most?: number; oneLine?: boolean; also?: ReadonlySet<Role> } = {},
): number {
  let count = 0;
  while (count < most && isPlain(c, also) && !(oneLine && count > 0 && peek(c)!.line)) {
    c.pos++;
    count++;
  }
  return count;
}

/** The author's own words at a place, blanks evened out. */
export const wordsAt = (c: Cursor, [from, to]: Range): string =>
  c.text.slice(from, to).replace(/\s+/g, ' ').trim();
