import type { Range } from '../../finding/finding.ts';
import { attempt, type Cursor, peek, roleAt, since, take, takeRole, takeRoles } from '../grammar/cursor.ts';
import { takeRhythm } from '../grammar/rhythm.ts';
import { takeTimePhrase } from '../grammar/time.ts';
import type { Token } from '../text/token.ts';
import { isOneYear } from './lend.ts';
import { takeRefused, takeRelative } from './relative.ts';
import type { Joined, Joint, Term } from './syntax.ts';
import { takeVague } from './vague.ts';
import { takeWindows } from './window.ts';
import { isPlain, skipPlain, wordsFrom } from './words-of.ts';

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
    const found = takeTerm(c, joint, terms);
    if (!found) return { unread: unreadFrom(c) };
    for (const term of found) terms.push({ joint: term === found[0] ? joint : 'comma', term });
  }
}

const isTornOff = (c: Cursor): boolean =>
  c.pos > 0 && /[.]{2}/.test(c.text.slice(c.tokens[c.pos - 1]!.at[1], peek(c)!.at[0]));

/** A term where one may stand; windows come several at a time from a list («14, 15 марта»). */
function takeTerm(c: Cursor, joint: Joint, before: readonly Joined[]): readonly Term[] | undefined {
  const single =
    attempt(c, takeRhythm) ?? attempt(c, takeVague) ?? attempt(c, takeRelative) ?? attempt(c, takeFurther);
  if (single) return [single];
  const windows = attempt(c, takeWindows);
  if (windows) return windows;
  const start = c.pos;
  const time = attempt(c, takeTimePhrase);
  if (time !== undefined) return [{ type: 'time', time, at: since(c, start) }];
  const refused = attempt(c, takeRefused);
  if (refused) return [refused];
  const owner = attempt(c, (at) => takeOwner(at, joint, before));
  return owner && [owner];
}

function takeFurther(c: Cursor): Term | undefined {
  const start = c.pos;
  takeRole(c, 'and');
  if (!takeRole(c, 'further')) return undefined;
  take(c, 'dash');
  take(c, 'comma');
  return { type: 'further', at: since(c, start) };
}

/** «школа А – …», «школа А: …» before a window; «… – 9 классы» after one. */
function takeOwner(c: Cursor, joint: Joint, before: readonly Joined[]): Term | undefined {
  const start = c.pos;
  if (take(c, 'dash')) {
    if (before.at(-1)?.term.type !== 'window' || !peek(c)) return undefined;
    const from = c.pos;
    if (skipPlain(c, { oneLine: true }) === 0 || !endsHere(c)) return undefined;
    if (!c.tokens.slice(from, c.pos).some(isName)) return undefined;
    return { type: 'owner', text: wordsFrom(c, from), side: 'after', at: since(c, start) };
  }
  const groups =
    joint === 'none' && before.length === 1 && before[0]!.term.type === 'beat' && attempt(c, takeGroups);
  if (groups) return { type: 'owner', text: groups, side: 'after', at: since(c, start) };
  const labelled = attempt(c, () => takeLabel(c, before));
  if (labelled) return { type: 'owner', text: labelled, side: 'before', at: since(c, start) };
  if (joint === 'none' && before.length > 0) return undefined;
  // Numbers alone are nobody's name: «I – IV кв.» that was not read as a range is not read at all.
  if (skipPlain(c) === 0 || !c.tokens.slice(start, c.pos).some(isName)) return undefined;
  let text = wordsFrom(c, start);
  // «3 этап (заключительный): декабрь»
  const more = attempt(c, () => {
    if (!take(c, 'open')) return undefined;
    const inner = c.pos;
    if (skipPlain(c, { oneLine: true }) === 0 || !c.tokens.slice(inner, c.pos).some(isName)) return undefined;
    const words = wordsFrom(c, inner);
    return take(c, 'close') && words;
  });
  if (more) text = `${text}, ${more}`;
  const sign = peek(c);
  if (sign?.kind !== 'colon' && !(sign?.kind === 'dash' && sign.spaced)) return undefined;
  c.pos++;
  return peek(c) ? { type: 'owner', text, side: 'before', at: since(c, start) } : undefined;
}

/** «Ежедневно по группам»: for whom, not when. */
function takeGroups(c: Cursor): string | undefined {
  const start = c.pos;
  if (!takeRole(c, 'by') || skipPlain(c, { most: 2, oneLine: true }) === 0 || !endsHere(c)) return undefined;
  return /(?:ам|ям)$/.test(c.tokens[c.pos - 1]!.text) ? wordsFrom(c, start) : undefined;
}

/** «приём заявок до 10 октября, подведение итогов до 25 октября»: each deed right before its time, one of several. */
function takeLabel(c: Cursor, before: readonly Joined[]): string | undefined {
  const start = c.pos;
  while (peek(c)?.kind === 'word' && isPlain(c) && c.pos - start < 6) c.pos++;
  if (c.pos === start || peek(c)?.line || !isNoun(c, start)) return undefined;
  const text = wordsFrom(c, start);
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
  c.pos++;
  const inner = c.pos;
  // «(включительно)»
  if (start > 0 && attempt(c, () => takeRole(c, 'inclusive', 'about') && take(c, 'close')))
    return { terms: [] };
  if (depth < DEEPEST) {
    const inside = takeTerms(c, depth + 1);
    if ('terms' in inside && inside.terms.length > 0 && take(c, 'close')) {
      const first: Joint = start === 0 ? 'none' : 'bracket';
      return { terms: inside.terms.map((each, at) => (at === 0 ? { ...each, joint: first } : each)) };
    }
  }
  c.pos = inner;
  while (isPlain(c) || (peek(c)?.kind === 'comma' && c.pos > inner)) c.pos++;
  const text = c.pos > inner ? wordsFrom(c, inner) : '';
  // «март (20-25)»: whose are these numbers?
  const named = c.tokens.slice(inner, c.pos).some(isName);
  if (!named || !take(c, 'close')) return { unread: since({ ...c, pos: c.pos + 1 }, start) };
  return { terms: [{ joint: 'bracket', term: { type: 'owner', text, side: 'after', at: since(c, start) } }] };
}

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
    } else if (token.kind === 'dash' && mayFollowDash(c, terms)) joint = joint === 'none' ? 'comma' : joint;
    else if (isAtLeast(c)) joint = joint === 'none' ? 'comma' : joint;
    else if (roleAt(c) === 'about' || roleAt(c) === 'inclusive') joint = joint === 'none' ? 'none' : joint;
    else if (token.kind === 'dash' && token.spaced && terms.at(-1)?.term.type === 'beat') joint = 'bracket';
    else if (token.kind === 'colon' && mayExplain(terms.at(-1)?.term)) joint = 'bracket';
    else return joint;
    c.pos++;
  }
}

/** «2 раза в год: май, ноябрь», «2022 год: март» */
const mayExplain = (term: Term | undefined): boolean =>
  term?.type === 'beat' || (term?.type === 'window' && isOneYear(term));

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

const isAnd = (c: Cursor) => roleAt(c) === 'and' && roleAt(c, 1) !== 'further';

/** «по графику, но не реже 2 раз в год» */
const isAtLeast = (c: Cursor) =>
  peek(c)?.text === 'но' &&
  (roleAt(c, 1) === 'least' || (roleAt(c, 1) === 'not' && roleAt(c, 2) === 'least'));

/** «1)» at the head of a line. */
const isEnumerator = (c: Cursor) =>
  peek(c)?.kind === 'number' && peek(c)!.value! < 30 && peek(c, 1)?.kind === 'close';

/** «далее – постоянно», «май – ежегодно»: a dash before what is no date. */
function mayFollowDash(c: Cursor, terms: readonly Joined[]): boolean {
  if (terms.length === 0) return false;
  const pos = c.pos++;
  const follows =
    attempt(c, takeRhythm) !== undefined ||
    attempt(c, takeVague) !== undefined ||
    attempt(c, takeFurther) !== undefined;
  c.pos = pos;
  return follows;
}

/** «Срок исполнения –», «Дата проведения:», «В период:» at the head: it says only that a срок follows. */
function skipLabel(c: Cursor): void {
  if (attempt(c, () => takeRole(c, 'in') && takeRole(c, 'deadline', 'span') && take(c, 'colon'))) return;
  attempt(c, () => {
    if (!takeRole(c, 'deadline', 'happening', 'span')) return undefined;
    const doing = takeRole(c, 'doing');
    attempt(c, () => takeRole(c, 'and') && takeRole(c, 'during'));
    const start = c.pos;
    for (let words = 0; words < 4 && isName(peek(c)) && isPlain(c); words++) c.pos++;
    // «Срок сдачи отчёта – …», but no word that is not known after «Срок» alone.
    return take(c, 'colon') ?? (doing || c.pos === start ? take(c, 'dash') : undefined);
  }) ??
    attempt(c, () => {
      if (!takeRole(c, 'deadline', 'happening')) return undefined;
      if (takeRole(c, 'doing')) return true;
      return roleAt(c) === 'until' || roleAt(c) === 'not' || roleAt(c) === 'since' || takeRoles(c)
        ? true
        : undefined;
    });
}

function unreadFrom(c: Cursor): Range {
  const start = c.pos;
  const at: Cursor = { ...c, pos: c.pos + 1 };
  while (peek(at) && peek(at)!.kind !== 'semicolon' && !peek(at)!.line) at.pos++;
  return since(at, start);
}
