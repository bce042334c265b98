import type { Range } from '../../finding/finding.ts';
import { remembered } from '../../finding/remembered.ts';
import type { Token, TokenKind } from '../text/token.ts';
import { type KnownWord, knownWord, type Role } from '../words/lexicon.ts';
import { readNumeral, readOrdinal } from '../words/numerals.ts';

/** A position in the tokens. Grammar rules move it on success and put it back where they fail. */
export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** What the words among the tokens do, looked up once. */
  readonly words: readonly (KnownWord | undefined)[];
  /** Which tokens are words that a number or a place in a row may begin with. */
  readonly numerals: readonly boolean[];
  /** What each part of the grammar gave at each position, so that no words are read twice by the same rule. */
  readonly tried: Map<unknown, ({ readonly end: number; readonly value: unknown } | undefined)[]>;
  pos: number;
}

export function cursorAt(text: string, tokens: readonly Token[]): Cursor {
  const words: (KnownWord | undefined)[] = [];
  const numerals: boolean[] = [];
  for (const { kind, text: word, value } of tokens) {
    const known = kind === 'word' ? looked(word) : undefined;
    words.push(known?.word);
    numerals.push(known !== undefined && (value !== undefined || known.numeral));
  }
  return { text, tokens, words, numerals, tried: new Map(), pos: 0 };
}

const looked = remembered((text) => ({
  word: knownWord(text),
  numeral: text === 'з' || readOrdinal(text) !== undefined || readNumeral([text], 0) !== undefined,
}));

/** A cursor over these tokens: the same one where they are the same. */
export const cursorOver = (c: Cursor, tokens: readonly Token[]): Cursor =>
  c.tokens === tokens ? c : cursorAt(c.text, tokens);

export const peek = (c: Cursor, ahead = 0): Token | undefined => c.tokens[c.pos + ahead];

/** The role of the word `ahead` of the position; undefined when it is no word or an unknown one. */
export function roleAt(c: Cursor, ahead = 0): Role | undefined {
  return c.words[c.pos + ahead]?.role;
}

export function valueAt(c: Cursor, ahead = 0): number {
  return c.words[c.pos + ahead]?.value ?? 0;
}

/** Steps over a token of this kind. */
export function take(c: Cursor, kind: TokenKind): Token | undefined {
  const token = peek(c);
  if (token?.kind !== kind) return undefined;
  c.pos++;
  return token;
}

/** Steps over a word of one of these roles. */
export function takeRole(c: Cursor, ...roles: readonly Role[]): Token | undefined {
  const role = roleAt(c);
  if (role === undefined || !roles.includes(role)) return undefined;
  return c.tokens[c.pos++];
}

/** Steps over one of these words. */
export function takeWord(c: Cursor, ...words: readonly string[]): boolean {
  const token = peek(c);
  if (token?.kind !== 'word' || !words.includes(token.text)) return false;
  c.pos++;
  return true;
}

/** Runs a rule; when it gives nothing the position is where it was. */
export function attempt<T>(c: Cursor, rule: (c: Cursor) => T | undefined): T | undefined {
  const start = c.pos;
  const found = rule(c);
  if (found === undefined) c.pos = start;
  return found;
}

/** The range from the token at `start` to the last one taken. */
export function since(c: Cursor, start: number): Range {
  const first = c.tokens[start];
  const last = c.tokens[Math.max(start, c.pos - 1)];
  return first && last ? [first.at[0], last.at[1]] : [c.text.length, c.text.length];
}
