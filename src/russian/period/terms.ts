import type { Range } from '../../finding/finding.ts';
import { attempt, type Cursor, peek, since, take } from '../grammar/cursor.ts';
import { type Part, patternOf, tableOf } from '../grammar/engine.ts';
import { takeRhythm } from '../grammar/rhythm.ts';
import { takeTimePhrase } from '../grammar/time.ts';
import type { Token } from '../text/token.ts';
import { nounsOf } from '../words/lemma.ts';
import { isOneYear } from './list.ts';
import { POINT_TABLES } from './point.ts';
import { RELATIVE_TABLES, takeRefused, takeRelative } from './relative.ts';
import type { Joined, Joint, Term } from './syntax.ts';
import { takeVague, VAGUE } from './vague.ts';
import { takeWindows, WINDOW_TABLES } from './window.ts';
import { isPlain, skipPlain, wordsAt } from './words-of.ts';
import { YEAR_TABLES } from './year.ts';

/** Brackets within brackets: nobody nests them deeper in a срок. */
const DEEPEST = 2;

export type Terms = { readonly terms: readonly Joined[] } | { readonly unread: Range };

/** Reads the terms of a text one after another; whatever is neither a term nor a harmless word ends it. */
export function takeTerms(c: Cursor, depth = 0): Terms {
  const terms: Joined[] = [];
  skipLabel(c);
  for (;;) {
    const joint = takeJoint(c, terms, depth);
    const token = peek(c);
    if (!token || (token.kind === 'close' && depth > 0)) return { terms };
    // «март...апрель»: from the one to the other, or both?
    if (joint === 'none' && isTornOff(c)) return { unread: unreadFrom(c) };
    if (token.kind === 'open') {
      const inside = takeBracket(c, depth);
      if ('unread' in inside) return inside;
      terms.push(...inside.terms);
      continue;
    }
    const found = TERMS(c) ?? [attempt(c, () => takeOwner(c, joint, terms))];
    for (const term of found) {
      if (!term) return { unread: unreadFrom(c) };
      terms.push({ joint: term === found[0] ? joint : 'comma', term });
    }
  }
}

const isTornOff = (c: Cursor): boolean =>
  c.pos > 0 && /[.]{2}/.test(c.text.slice(c.tokens[c.pos - 1]!.at[1], peek(c)!.at[0]));

/**
 * What may stand where a term may. The order decides where two rows begin with the same words: a rhythm and what is
 * vague hold whole phrases that a window reads the beginning of («до 5 числа месяца», «в течение 2022 года» against
 * «в течение года»), an event is counted from before its name is read as a date («до начала учений»), and only
 * what nothing else reads is refused.
 */
const TERMS = tableOf<readonly Term[]>({
  parts: {
    rhythm: takeRhythm,
    vague: takeVague,
    relative: takeRelative,
    windows: takeWindows,
    time: takeTimePhrase,
    refused: takeRefused,
  },
  rows: [
    ['t:<rhythm>', ({ t }) => [t], 'до 5 числа каждого месяца'],
    ['t:<vague>', ({ t }) => [t], 'в течение года'],
    ['t:<relative>', ({ t }) => [t], 'до начала ГИА'],
    ['and? further dash? comma?', ({ at }) => [{ type: 'further', at }], 'и далее –'],
    // «октябрь, обновление ежегодно»: what is kept up from then on.
    ['further? ~обновлени|актуализаци~ dash? comma?', ({ at }) => [{ type: 'further', at }], 'обновление –'],
    // Several at a time from a list («14, 15 марта»).
    ['t:<windows>', ({ t }) => t, 'до 5 мая'],
    ['time:<time>', ({ time, at }) => [{ type: 'time', time, at }], 'с 10:00 до 12:00'],
    ['t:<refused>', ({ t }) => [t], 'к маю'],
  ],
});

const isName = (token: Token | undefined) =>
  token?.kind === 'word' && token.value === undefined && token.text.length > 1;

/** The words from `start` on, when a name is among them: «I – IV кв.» that was not read as a range is nobody's name. */
const named = (c: Cursor, start: number): string | undefined =>
  c.tokens.slice(start, c.pos).some(isName) ? wordsAt(c, since(c, start)) : undefined;

/** Plain words to the next separator; `oneLine`: no farther than the line goes. */
const nameIn =
  (oneLine: boolean): Part =>
  (c) => {
    const start = c.pos;
    skipPlain(c, { oneLine });
    return named(c, start);
  };

const NAMES: Readonly<Record<string, Part>> = {
  name: nameIn(false),
  'name-on-line': nameIn(true),
  plain: (c) => (isPlain(c) ? ++c.pos : undefined),
  // No preposition and no particle.
  noun: (c) => (isName(peek(c)) && isPlain(c) && peek(c)!.text.length > 3 ? ++c.pos : undefined),
  'on-line': (c) => (peek(c) && !peek(c)!.line ? true : undefined),
  'word-on-line': (c) => (isPlain(c) && peek(c)!.kind === 'word' ? ++c.pos : undefined),
  'dative-plural': (c) => {
    const { kind, text = '', line } = peek(c) ?? {};
    return kind === 'word' && !line && nounsOf(text).some(({ cases }) => cases.includes('D'))
      ? ++c.pos
      : undefined;
  },
  spaced: (c) => (peek(c)?.spaced ? true : undefined),
  day: (c) => take(c, 'date'),
  end: (c) => {
    const next = peek(c);
    return !next || next.line || ['comma', 'semicolon', 'close'].includes(next.kind) ? true : undefined;
  },
};

/** Whose the window before it is. */
const NAME_OF_WINDOW = tableOf<string>({
  parts: NAMES,
  rows: [['dash name:<name-on-line> <end>', ({ name }) => name, '– 9 классы']],
});

/** For whom the rhythm before it is, not when. */
const NAME_OF_RHYTHM = tableOf<string>({
  parts: NAMES,
  // biome-ignore format: a row is a line
  rows: [
    ['by (<on-line> <plain> &<dative-plural>)? <dative-plural> <end>', ({ at }, c) => wordsAt(c, at), 'по группам'],
  ],
});

/** Each deed of a list right before its time: «приём заявок до 10 октября, подведение итогов до 25 октября». */
const NAME_OF_LISTED = tableOf<string>({
  parts: NAMES,
  // biome-ignore format: a row is a line
  rows: [
    ['<noun> <word-on-line>{0,5} <on-line> &(until|since / <day>)', ({ at }, c) => wordsAt(c, at), '|подведение итогов| до 25 октября'],
  ],
});

/** Whose the windows after it are. */
const NAME_BEFORE = tableOf<string>({
  parts: NAMES,
  // biome-ignore format: a row is a line
  rows: [
    ['n+:<name> (open n+:<name-on-line> close)? (colon / <spaced> dash)', ({ n }) => n.join(', '), '3 этап (заключительный):'],
  ],
});

/** Whose the windows before the bracket are. */
const NAME_IN_BRACKETS = tableOf<string>({
  parts: NAMES,
  // biome-ignore format: a row is a line
  rows: [
    ['open <plain> (<plain> / comma)* close', ({ from }, c) => named({ ...c, pos: c.pos - 1 }, from + 1), '(дневное, вечернее отделение)'],
  ],
});

function takeOwner(c: Cursor, joint: Joint, before: readonly Joined[]): Term | undefined {
  const start = c.pos;
  const owner = (text: string | undefined, side: 'before' | 'after'): Term | undefined =>
    text === undefined ? undefined : { type: 'owner', text, side, at: since(c, start) };
  const last = before.at(-1)?.term.type;
  if (peek(c)?.kind === 'dash') return last === 'window' ? owner(NAME_OF_WINDOW(c), 'after') : undefined;
  if (joint === 'none' && before.length === 1 && last === 'rhythm') {
    const found = owner(NAME_OF_RHYTHM(c), 'after');
    if (found) return found;
  }
  const listed = attempt(c, () => {
    const name = NAME_OF_LISTED(c);
    return isListed(c, before) ? owner(name, 'before') : undefined;
  });
  if (listed || (joint === 'none' && before.length > 0)) return listed;
  const found = owner(NAME_BEFORE(c), 'before');
  return peek(c) && found;
}

/** Whether what begins here is one time of several. */
const isListed = (c: Cursor, before: readonly Joined[]): boolean =>
  before.some(({ term }) => term.type === 'window') ||
  c.tokens.slice(c.pos + 2).some(({ kind }) => kind === 'comma' || kind === 'semicolon');

/** What a bracket holds: terms, else words that say whose the window before it is. */
function takeBracket(c: Cursor, depth: number): Terms {
  const start = c.pos;
  if (start > 0 && APPROXIMATELY(c)) return { terms: [] };
  if (depth < DEEPEST) {
    c.pos++;
    const inside = takeTerms(c, depth + 1);
    if ('terms' in inside && inside.terms.length > 0 && take(c, 'close')) {
      const first: Joint = start === 0 ? 'none' : 'bracket';
      return { terms: inside.terms.map((each, at) => (at === 0 ? { ...each, joint: first } : each)) };
    }
  }
  c.pos = start;
  const text = NAME_IN_BRACKETS(c);
  if (text === undefined) return { unread: unreadBracket(c, start) };
  return { terms: [{ joint: 'bracket', term: { type: 'owner', text, side: 'after', at: since(c, start) } }] };
}

/** «март (20-25)»: whose are these numbers? To the first token that is no name. */
function unreadBracket(c: Cursor, start: number): Range {
  const at: Cursor = { ...c, pos: start + 1 };
  while (isPlain(at) || (peek(at)?.kind === 'comma' && at.pos > start + 1)) at.pos++;
  return since({ ...at, pos: at.pos + 1 }, start);
}

/** «(включительно)» */
const APPROXIMATELY = patternOf('open inclusive|about close');

/** What may part two terms, and how it joins them; `dash`: a dash or «но», which part less than a comma. */
const SIGNS = tableOf<Joint | 'dash' | 'explains' | 'number'>({
  parts: {
    ...NAMES,
    head: (c) => (peek(c)?.line || c.pos === 0 ? true : undefined),
    'small-number': (c) => (peek(c)?.kind === 'number' && peek(c)!.value! < 30 ? ++c.pos : undefined),
    rhythm: takeRhythm,
    vague: takeVague,
  },
  rows: [
    ['comma / and !further', 'comma', 'и'],
    ['semicolon', 'semicolon', ';'],
    ['bullet / <head> dash', 'line', '•'],
    ['<small-number> close', 'number', '1)'],
    ['dash &(<rhythm> / <vague> / and? further)', 'dash', 'май| –|постоянно'],
    ['&("но" not? least) contrary', 'dash', '|но| не реже'],
    ['about|inclusive', 'none', 'включительно'],
    ['colon / <spaced> dash', 'explains', ':'],
  ],
});

/** Steps over what separates: commas, «и», line breaks, bullets, numbers of a list. */
function takeJoint(c: Cursor, terms: readonly Joined[], depth: number): Joint {
  let joint: Joint = terms.length === 0 || beginsSentence(c) ? 'comma' : 'none';
  const last = terms.at(-1)?.term;
  for (;;) {
    const start = c.pos;
    const token = peek(c);
    if (!token) return joint;
    if (token.line && start > 0 && joint !== 'semicolon' && !goesOn(c)) joint = 'line';
    const sign = SIGNS(c);
    const stays =
      sign === undefined ||
      (sign === 'number' && depth > 0) ||
      (sign === 'dash' && token.kind === 'dash' && !last) ||
      (sign === 'explains' && !mayExplain(last, token));
    if (stays) {
      c.pos = start;
      return joint;
    }
    if (sign === 'semicolon') joint = 'semicolon';
    else if (sign === 'comma') joint = joint === 'none' || joint === 'line' ? 'comma' : joint;
    else if (sign === 'dash') joint = joint === 'none' ? 'comma' : joint;
    else if (sign === 'explains') joint = 'bracket';
    else if (sign !== 'none' && start > 0) joint = 'line';
  }
}

/** «2 раза в год: май, ноябрь», «2 раза в год – май, ноябрь», «2022 год: март» */
const mayExplain = (term: Term | undefined, { kind }: Token): boolean =>
  term?.type === 'rhythm' || (kind === 'colon' && term?.type === 'window' && isOneYear(term));

/** «Март. Октябрь.» */
function beginsSentence(c: Cursor): boolean {
  const token = peek(c);
  if (token?.kind !== 'word' || !token.spaced || !c.tokens[c.pos - 1]?.dotted) return false;
  const letter = c.text[token.at[0]]!;
  return letter !== letter.toLowerCase();
}

/** «март,⏎июнь», «2022 год:⏎март»: the line is broken, not the list. */
const goesOn = (c: Cursor): boolean => {
  const before = c.tokens[c.pos - 1]!;
  return before.kind === 'comma' || before.kind === 'colon' || before.text === 'и';
};

/**
 * «Срок исполнения –», «Дата проведения:», «В период:» at the head say only that a срок follows; «Срок сдачи отчёта –»
 * too, but no word that is not known after «Срок» alone.
 */
const skipLabel = patternOf(
  'in deadline|span colon / deadline|happening|span (doing? (and during)? <name>{0,4} colon / doing (and during)? <name>{0,4} dash / (and during)? dash) / deadline|happening doing?',
  { name: (c) => (isName(peek(c)) && isPlain(c) ? ++c.pos : undefined) },
);

function unreadFrom(c: Cursor): Range {
  const start = c.pos;
  const at: Cursor = { ...c, pos: c.pos + 1 };
  while (peek(at) && peek(at)!.kind !== 'semicolon' && !peek(at)!.line) at.pos++;
  return since(at, start);
}

/** For the test that every row is reached by its example. */
export const PERIOD_TABLES = {
  TERMS,
  NAME_OF_WINDOW,
  NAME_OF_RHYTHM,
  NAME_OF_LISTED,
  NAME_BEFORE,
  NAME_IN_BRACKETS,
  SIGNS,
  VAGUE,
  ...RELATIVE_TABLES,
  ...WINDOW_TABLES,
  ...POINT_TABLES,
  ...YEAR_TABLES,
};
