import type { Range } from '../../finding/finding.ts';
import type { TokenKind } from '../text/token.ts';
import { formsOf, isRole, isSentenceRole } from '../words/lexicon.ts';
import { type Cursor, peek, roleAt, since } from './cursor.ts';

/**
 * A table, or a rule written as code, for what a pattern can't say: steps on and gives a value, or gives
 * undefined. What it gives depends on the tokens alone: it is asked once for each position.
 */
export interface Part {
  (c: Cursor): unknown;
  /** With which signs it may begin; undefined: with any. */
  first?(): ReadonlySet<string> | undefined;
}

/**
 * What the captures of a row hold, by name; a capture inside an option that was not taken is not there.
 * `at` and `from` are always there: where the row was read, and its first token.
 */
// biome-ignore lint/suspicious/noExplicitAny: a pattern says what its captures hold, and types can't read patterns.
export type Found = Readonly<Record<string, any>> & { readonly at: Range; readonly from: number };

/**
 * One way to say a thing: its pattern; what it means, or how the meaning follows from the captures
 * (undefined: not this row after all); a text that this row and no row before it reads.
 */
export type Row<Meaning> = readonly [
  say: string,
  means: Meaning | ((found: Found, c: Cursor) => Meaning | undefined),
  example: string,
];

export interface Table<Meaning> {
  /** The meaning of the first row that fits at the position, which moves behind it; else undefined and no move. */
  (c: Cursor): Meaning | undefined;
  readonly rows: readonly Row<Meaning>[];
  first(): ReadonlySet<string> | undefined;
  /** Which row fits here: for the tests that no row stands behind one that takes all of its texts. */
  rowAt(c: Cursor): number;
}

interface State {
  readonly c: Cursor;
  readonly found: [name: string, value: unknown][];
}

/** A piece of a pattern: what it does, and with which signs it may begin; undefined: with any. */
interface Piece {
  readonly match: (s: State) => boolean;
  readonly first: ReadonlySet<string> | undefined;
  readonly optional: boolean;
  /** It only looks at the tokens around. */
  readonly looks?: true;
}

const KINDS: ReadonlySet<string> = new Set<TokenKind>(
  (
    'number ordinal clock stop break dash comma semicolon colon slash open close quote bullet sign percent abbreviation name title ' +
    'label rhythm time quantity word'
  ).split(' ') as TokenKind[],
);

/**
 * A table of ways to say things, as a PEG over the roles of words: the first row that fits wins, and within
 * a row the first alternative. Patterns are compiled when the first text is read, not at start-up.
 *
 * `role`, `role|role`  a word that does this in a срок or in a sentence (words/lexicon.ts); `role.gN`: in one of these cases
 * `"слово"`, `~начал~`  this word; a word that begins so (`|` parts several)
 * `comma`, `dash`, …   a token of this kind (not `date`, which is the role of «числа»)
 * `NAME`               another pattern of the table
 * `<part>`             a rule written as code
 * `x:<part>`, `x:role` keeps the value for the meaning: of a part what it gave, of a role what the lexicon
 *                      knows of the word, else the token; `x+:` keeps all of them, as a list
 * `@x`, `!@x`          the token before the position is, is not, such a word, role or kind
 * `a b`, `a / b`, `( )`, `?`, `*`, `{1,4}`, `&a`, `!a`  as in every PEG
 *
 * Throws for a pattern that is wrong, at its first use: that is a fault of this code, not of a text.
 */
export function tableOf<Meaning>({
  names = {},
  parts = {},
  partNamed,
  rows,
}: {
  readonly names?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, Part>>;
  /** Parts that many tables know, by what stands between `<` and `>`. */
  readonly partNamed?: (name: string) => Part | undefined;
  readonly rows: readonly Row<Meaning>[];
}): Table<Meaning> {
  let compiled:
    | {
        readonly pieces: readonly Piece[];
        readonly first: ReadonlySet<string> | undefined;
        /** With which any row may begin: kinds, roles, words. */
        readonly signs: ReadonlySet<string>;
      }
    | undefined;
  const inPieces = () => {
    if (compiled) return compiled;
    const pieces = compile(
      rows.map(([say]) => say),
      names,
      (name) => parts[name] ?? partNamed?.(name),
    );
    compiled = {
      pieces,
      first: union(pieces),
      signs: new Set(pieces.flatMap(({ first = [] }) => [...first])),
    };
    return compiled;
  };
  // Which rows may begin with a token is asked again and again. It hangs on the word where a row names it, else on what
  // the word does.
  const byWord = new Map<string, readonly number[]>();
  const byRole = new Map<string, readonly number[]>();
  const byRoleOfNumeral = new Map<string, readonly number[]>();
  const rowsFor = (c: Cursor): readonly number[] => {
    const { pieces, signs } = inPieces();
    const token = peek(c);
    const named = token !== undefined && signs.has(token.text);
    const known = named ? byWord : c.numerals[c.pos] ? byRoleOfNumeral : byRole;
    // A kind and a role may have one name, as «date» has.
    const key = named ? token.text : `${token?.kind ?? ''} ${roleAt(c) ?? ''}`;
    let all = known.get(key);
    if (!all) {
      all = [...pieces.keys()].filter((row) => mayBegin(pieces[row]!.first, c));
      known.set(key, all);
    }
    return all;
  };
  const read = (c: Cursor): { row: number; meaning: Meaning } | undefined => {
    const start = c.pos;
    const may = rowsFor(c);
    if (may.length === 0) return undefined;
    const state: State = { c, found: [] };
    for (const row of may) {
      if (state.found.length > 0) state.found.length = 0;
      if (compiled!.pieces[row]!.match(state)) {
        const means = rows[row]![1];
        const meaning =
          typeof means === 'function'
            ? (means as (found: Found, c: Cursor) => Meaning | undefined)(foundIn(state, start), c)
            : means;
        if (meaning !== undefined) return { row, meaning };
      }
      c.pos = start;
    }
    return undefined;
  };
  return Object.assign((c: Cursor) => read(c)?.meaning, {
    rows,
    first: () => inPieces().first,
    rowAt: (c: Cursor) => {
      const { pos } = c;
      const row = read(c)?.row ?? -1;
      c.pos = pos;
      return row;
    },
  });
}

/** A rule written as code that begins only with these signs: kinds of tokens, roles, words, `numeral` for words of number. */
export const startingWith = (signs: string, part: Part): Part =>
  Object.assign((c: Cursor) => part(c), { first: () => new Set(signs.split(' ')) });

/** A pattern as a part of hand-written rules: true when it fits. */
export function patternOf(say: string, parts: Readonly<Record<string, Part>> = {}): Table<true> {
  return tableOf<true>({ parts, rows: [[say, true, '']] });
}

function compile(
  patterns: readonly string[],
  names: Readonly<Record<string, string>>,
  partNamed: (name: string) => Part | undefined,
): readonly Piece[] {
  const known = new Map<string, Piece>();
  const knownParts = new Map<string, Part>();
  const named = (name: string): Piece => {
    const made = known.get(name) ?? parse(names[name]!);
    known.set(name, made);
    return made;
  };
  function parse(text: string): Piece {
    const signs =
      text.match(
        /"[^"]*"|~[^~]*~|<[^>]*>|\{\d+,\d+\}|[a-z]\w*\+?:(?=\S)|[()?*!&@]|\/(?= )|[^\s()?*!&@{}"~<>]+/g,
      ) ?? [];
    let at = 0;
    const choice = (): Piece => {
      const all = [sequence()];
      while (signs[at] === '/') {
        at++;
        all.push(sequence());
      }
      if (all.length === 1) return all[0]!;
      return {
        match: (s) => {
          for (const one of all) if ((one.optional || mayBegin(one.first, s.c)) && tried(one, s)) return true;
          return false;
        },
        first: union(all),
        optional: all.some(({ optional }) => optional),
      };
    };
    const sequence = (): Piece => {
      const all: Piece[] = [];
      while (at < signs.length && signs[at] !== ')' && signs[at] !== '/') all.push(repeated());
      if (all.length === 1) return all[0]!;
      const needed = all.findIndex(({ optional }) => !optional);
      return {
        match: (s) => {
          for (const one of all) if (!one.match(s)) return false;
          return true;
        },
        // What only looks ahead or back takes nothing: what follows it must begin there too.
        first: needed < 0 ? undefined : union(all.slice(0, needed + 1).filter(({ looks }) => !looks)),
        optional: needed < 0,
      };
    };
    const repeated = (): Piece => {
      const one = single();
      const sign = signs[at];
      const times =
        sign === '?'
          ? [0, 1]
          : sign === '*'
            ? [0, 99]
            : sign?.startsWith('{')
              ? sign.match(/\d+/g)!.map(Number)
              : undefined;
      if (!times) return one;
      at++;
      const [least, most] = times as [number, number];
      const match = (s: State) => {
        if (least === 0 && !one.optional && !mayBegin(one.first, s.c)) return true;
        let n = 0;
        while (n < most) {
          const before = s.c.pos;
          if (!tried(one, s) || s.c.pos === before) break;
          n++;
        }
        return n >= least;
      };
      return { match, first: one.first, optional: least === 0 || one.optional };
    };
    const single = (): Piece => {
      const sign = signs[at++];
      if (sign === undefined) throw new Error(`a pattern ends too early: ${text}`);
      if (sign === '(') {
        const inner = choice();
        if (signs[at++] !== ')') throw new Error(`a bracket is open: ${text}`);
        return inner;
      }
      if (sign === '!' || sign === '&') {
        const inner = single();
        const match = (s: State) => {
          const { pos } = s.c;
          const kept = s.found.length;
          const fits = inner.match(s);
          s.c.pos = pos;
          if (s.found.length > kept) s.found.length = kept;
          return fits === (sign === '&');
        };
        return { match, first: sign === '&' ? inner.first : NOTHING, optional: true, looks: true };
      }
      if (sign === '@') {
        const inner = single();
        const match = (s: State) => {
          const { pos } = s.c;
          s.c.pos = pos - 1;
          const fits = pos > 0 && inner.match(s);
          s.c.pos = pos;
          return fits;
        };
        return { match, first: NOTHING, optional: true, looks: true };
      }
      if (sign.endsWith(':')) return kept(sign.slice(0, -1));
      if (sign.startsWith('<')) {
        const part = partOf(sign);
        return { match: (s) => partAt(part, s) !== undefined, first: part.first?.(), optional: false };
      }
      if (names[sign] !== undefined) return named(sign);
      const { fits, first } = wordOf(sign);
      return { match: ({ c }) => fits(c) && c.pos++ >= 0, first, optional: false };
    };
    const kept = (name: string): Piece => {
      const sign = signs[at++]!;
      if (sign.startsWith('<')) {
        const part = partOf(sign);
        const match = (s: State) => {
          const value = partAt(part, s);
          return value !== undefined && s.found.push([name, value]) > 0;
        };
        return { match, first: part.first?.(), optional: false };
      }
      const { fits, first } = wordOf(sign);
      const match = ({ c, found }: State) =>
        fits(c) && found.push([name, c.words[c.pos] ?? peek(c)]) > 0 && c.pos++ >= 0;
      return { match, first, optional: false };
    };
    const partOf = (sign: string): Part => {
      const part = knownParts.get(sign) ?? partNamed(sign.slice(1, -1));
      if (!part) throw new Error(`no such part: ${sign} in ${text}`);
      knownParts.set(sign, part);
      return part;
    };
    const wordOf = (sign: string): { fits: (c: Cursor) => boolean; first?: ReadonlySet<string> } => {
      if (sign.startsWith('"')) {
        const word = sign.slice(1, -1);
        return { fits: (c) => peek(c)?.kind === 'word' && peek(c)!.text === word, first: new Set([word]) };
      }
      if (sign.startsWith('~')) {
        const stems = sign.slice(1, -1).split('|');
        return {
          fits: (c) => peek(c)?.kind === 'word' && stems.some((stem) => peek(c)!.text.startsWith(stem)),
        };
      }
      if (KINDS.has(sign)) return { fits: (c) => peek(c)?.kind === sign, first: new Set([sign]) };
      const roles = new Map(
        sign.split('|').map((each): [role: string, cases: string | undefined] => {
          const [role = '', cases] = each.split('.');
          return [role, cases];
        }),
      );
      const first = new Set<string>(roles.keys());
      const inSentences = [...roles.keys()].filter(isSentenceRole);
      for (const role of inSentences) for (const form of formsOf(role).keys()) first.add(form);
      for (const role of roles.keys())
        if (!isRole(role) && !isSentenceRole(role)) throw new Error(`no such role: ${role} in ${text}`);
      const fits = (c: Cursor) => {
        const { role, cases = '' } = c.words[c.pos] ?? {};
        if (role !== undefined && roles.has(role) && isAmong(cases, roles.get(role))) return true;
        const token = peek(c);
        // «УТВЕРЖДЁН приказ»: capitals do not make another word of it.
        const loud = token?.kind === 'abbreviation';
        const word = inSentences.length > 0 && (token?.kind === 'word' || loud) ? token!.text : '';
        return inSentences.some((one) => {
          const forms = formsOf(one);
          return forms.has(word) && isAmong(forms.get(word)!, roles.get(one));
        });
      };
      return { fits, first };
    };
    const whole = choice();
    if (at < signs.length) throw new Error(`a pattern goes on after its end: ${text}`);
    return whole;
  }
  return patterns.map(parse);
}

function foundIn({ c, found }: State, start: number): Found {
  const all: Record<string, unknown> = { at: since(c, start), from: start };
  for (const [name, value] of found) {
    if (name.endsWith('+'))
      all[name.slice(0, -1)] = [...((all[name.slice(0, -1)] as unknown[]) ?? []), value];
    else all[name] = value;
  }
  return all as Found;
}

function tried(one: Piece, s: State): boolean {
  const { pos } = s.c;
  const kept = s.found.length;
  if (one.match(s)) return true;
  s.c.pos = pos;
  if (s.found.length > kept) s.found.length = kept;
  return false;
}

function partAt(part: Part, { c }: State): unknown {
  let places = c.tried.get(part);
  if (!places) {
    places = [];
    c.tried.set(part, places);
  }
  const known = places[c.pos];
  if (known) {
    c.pos = known.end;
    return known.value;
  }
  const { pos } = c;
  const value = part(c);
  places[pos] = { end: c.pos, value };
  return value;
}

const isAmong = (cases: string, wanted: string | undefined): boolean =>
  wanted === undefined || [...wanted].some((one) => cases.includes(one));

const NOTHING: ReadonlySet<string> = new Set();

function mayBegin(first: ReadonlySet<string> | undefined, c: Cursor): boolean {
  if (!first) return true;
  const token = peek(c);
  if (!token) return false;
  const role = roleAt(c);
  return (
    first.has(token.kind) ||
    first.has(token.text) ||
    (role !== undefined && first.has(role)) ||
    (c.numerals[c.pos]! && first.has('numeral'))
  );
}

/** The signs one of these pieces begins with; undefined when one may begin with any. */
function union(pieces: readonly Piece[]): ReadonlySet<string> | undefined {
  const all = new Set<string>();
  for (const { first } of pieces) {
    if (!first) return undefined;
    for (const sign of first) all.add(sign);
  }
  return all;
}
