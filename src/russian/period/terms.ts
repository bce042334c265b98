import type { Range } from '../../finding/finding.ts';
import { attempt, type Cursor, peek, roleAt, since, take, takeRole } from '../grammar/cursor.ts';
import { patternOf, tableOf } from '../grammar/engine.ts';
import { takeRhythm } from '../grammar/rhythm.ts';
import { takeTimePhrase } from '../grammar/time.ts';
import type { Token } from '../text/token.ts';
import { isOneYear } from './lend.ts';
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
    const owner = () => attempt(c, () => takeOwner(c, joint, terms));
    const found = TERMS(c) ?? [owner()];
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

/** «школа А – …», «школа А: …» before a window; «… – 9 классы» after one. */
function takeOwner(c: Cursor, joint: Joint, before: readonly Joined[]): Term | undefined {
  const start = c.pos;
  const owner = (text: string | false | undefined, side: 'before' | 'after'): Term | undefined =>
    text ? { type: 'owner', text, side, at: since(c, start) } : undefined;
  const last = before.at(-1)?.term.type;
  if (take(c, 'dash')) {
    if (last !== 'window') return undefined;
    const name = takeName(c, true);
    return owner(endsHere(c) && name, 'after');
  }
  const groups = joint === 'none' && before.length === 1 && last === 'rhythm' && attempt(c, takeGroups);
  if (groups) return owner(groups, 'after');
  const labelled = attempt(c, () => takeLabel(c, before));
  if (labelled) return owner(labelled, 'before');
  if (joint === 'none' && before.length > 0) return undefined;
  const name = takeName(c, false);
  if (!name) return undefined;
  // «3 этап (заключительный): декабрь»
  const more = attempt(c, () => {
    const inner = take(c, 'open') && takeName(c, true);
    return take(c, 'close') && inner;
  });
  const sign = peek(c);
  if (sign?.kind !== 'colon' && !(sign?.kind === 'dash' && sign.spaced)) return undefined;
  c.pos++;
  return peek(c) && owner(more ? `${name}, ${more}` : name, 'before');
}

/** Plain words with a name among them: «I – IV кв.» that was not read as a range is nobody's name. */
function takeName(c: Cursor, oneLine: boolean): string | undefined {
  const start = c.pos;
  skipPlain(c, { oneLine });
  return c.tokens.slice(start, c.pos).some(isName) ? wordsAt(c, since(c, start)) : undefined;
}

/** «Ежедневно по группам»: for whom, not when. */
function takeGroups(c: Cursor): string | undefined {
  const start = c.pos;
  if (!takeRole(c, 'by') || skipPlain(c, { most: 2, oneLine: true }) === 0 || !endsHere(c)) return undefined;
  return /(?:ам|ям)$/.test(c.tokens[c.pos - 1]!.text) ? wordsAt(c, since(c, start)) : undefined;
}

/** «приём заявок до 10 октября, подведение итогов до 25 октября»: each deed right before its time, one of several. */
function takeLabel(c: Cursor, before: readonly Joined[]): string | undefined {
  const start = c.pos;
  while (peek(c)?.kind === 'word' && isPlain(c) && c.pos - start < 6) c.pos++;
  if (c.pos === start || peek(c)?.line || !isNoun(c, start)) return undefined;
  const text = wordsAt(c, since(c, start));
  if (roleAt(c) !== 'until' && roleAt(c) !== 'since' && peek(c)?.kind !== 'date') return undefined;
  const listed =
    before.some(({ term }) => term.type === 'window') ||
    c.tokens.slice(c.pos).some(({ kind }, at) => at > 1 && (kind === 'comma' || kind === 'semicolon'));
  return listed ? text : undefined;
}

/** A name begins with a word of some length: with no preposition and no particle. */
const isNoun = (c: Cursor, at: number): boolean => isName(c.tokens[at]) && c.tokens[at]!.text.length > 3;

const isName = (token: Token | undefined) =>
  token?.kind === 'word' && token.value === undefined && token.text.length > 1;

function endsHere(c: Cursor): boolean {
  const next = peek(c);
  return !next || next.line || next.kind === 'comma' || next.kind === 'semicolon' || next.kind === 'close';
}

/** What a bracket holds: terms, else words that say whose the window before it is. */
function takeBracket(c: Cursor, depth: number): Terms {
  const start = c.pos;
  // «(включительно)»
  if (start > 0 && APPROXIMATELY(c)) return { terms: [] };
  c.pos++;
  const inner = c.pos;
  if (depth < DEEPEST) {
    const inside = takeTerms(c, depth + 1);
    if ('terms' in inside && inside.terms.length > 0 && take(c, 'close')) {
      const first: Joint = start === 0 ? 'none' : 'bracket';
      return { terms: inside.terms.map((each, at) => (at === 0 ? { ...each, joint: first } : each)) };
    }
  }
  c.pos = inner;
  while (isPlain(c) || (peek(c)?.kind === 'comma' && c.pos > inner)) c.pos++;
  const text = wordsAt(c, since(c, inner));
  // «март (20-25)»: whose are these numbers?
  const named = c.tokens.slice(inner, c.pos).some(isName);
  if (!named || !take(c, 'close')) return { unread: since({ ...c, pos: c.pos + 1 }, start) };
  return { terms: [{ joint: 'bracket', term: { type: 'owner', text, side: 'after', at: since(c, start) } }] };
}

const APPROXIMATELY = patternOf('open inclusive|about close');

/** Steps over what separates: commas, «и», line breaks, bullets, numbers of a list. */
function takeJoint(c: Cursor, terms: readonly Joined[], depth: number): Joint {
  let joint: Joint = terms.length === 0 || beginsSentence(c) ? 'comma' : 'none';
  for (;;) {
    const token = peek(c);
    if (!token) return joint;
    const atLine = token.line || c.pos === 0;
    if (atLine && c.pos > 0 && joint !== 'semicolon' && !goesOn(c)) joint = 'line';
    if (token.kind === 'comma' || isAnd(c)) joint = joint === 'none' || joint === 'line' ? 'comma' : joint;
    else if (token.kind === 'semicolon') joint = 'semicolon';
    else if (token.kind === 'bullet' || (token.kind === 'dash' && atLine))
      joint = c.pos === 0 ? joint : 'line';
    else if (depth === 0 && isEnumerator(c)) {
      joint = c.pos === 0 ? joint : 'line';
      c.pos++;
    } else if (token.kind === 'dash' && terms.length > 0 && mayFollowDash(c))
      joint = joint === 'none' ? 'comma' : joint;
    else if (isAtLeast(c)) joint = joint === 'none' ? 'comma' : joint;
    else if (roleAt(c) === 'about' || roleAt(c) === 'inclusive') joint = joint === 'none' ? 'none' : joint;
    else if (token.kind === 'dash' && token.spaced && terms.at(-1)?.term.type === 'rhythm') joint = 'bracket';
    else if (token.kind === 'colon' && mayExplain(terms.at(-1)?.term)) joint = 'bracket';
    else return joint;
    c.pos++;
  }
}

/** «2 раза в год: май, ноябрь», «2022 год: март» */
const mayExplain = (term: Term | undefined): boolean =>
  term?.type === 'rhythm' || (term?.type === 'window' && isOneYear(term));

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

/** «и», «по графику, но не реже 2 раз в год» */
const isAnd = patternOf('&(and !further)');
const isAtLeast = patternOf('&("но" not? least)');

/** «1)» at the head of a line. */
const isEnumerator = (c: Cursor) =>
  peek(c)?.kind === 'number' && peek(c)!.value! < 30 && peek(c, 1)?.kind === 'close';

/** «далее – постоянно», «май – ежегодно»: a dash before what is no date. */
const mayFollowDash = patternOf('&(dash (<rhythm> / <vague> / and? further))', {
  rhythm: takeRhythm,
  vague: takeVague,
});

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
  VAGUE,
  ...RELATIVE_TABLES,
  ...WINDOW_TABLES,
  ...POINT_TABLES,
  ...YEAR_TABLES,
};
