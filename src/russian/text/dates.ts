import { isListed } from '../words/lexicon.ts';
import { isYear } from '../words/months.ts';
import type { Token } from './token.ts';

const SUFFIX = /^(?:й|я|е|го|му|м|ю|ой|ый|ий|ая|ое|ого|ому|ым|ую|ей|ых|ти|х|ми|мя)$/;
/** «3-х» and «10-ти» are counts, not places in a row. */
const CARDINAL_SUFFIX = /^(?:ти|х|ми|мя|и)$/;

/**
 * The tokens of a срок: those that make one number, ordinal, date or time of day are joined: «2-й», «« 10 »»,
 * «20.10.22», «09.01 2025», «09.2022», «2022-09-01», «10:00», «10-00», and words cut at the end of a line.
 * Nothing is checked: a date that does not exist is still a date, and told so later.
 */
export function joinDates(all: readonly Token[]): readonly Token[] {
  const tokens = all.filter(({ kind }) => kind !== 'stop' && kind !== 'break');
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const [token, length] = joinedAt(tokens, at);
    out.push(token);
    at += length;
  }
  return out;
}

/** What the token at `at` makes with those after it, and how many of them it takes. */
export function joinedAt(tokens: readonly Token[], at: number): readonly [Token, number] {
  const first = tokens[at]!;
  const second = tokens[at + 1];
  const third = tokens[at + 2];
  if (first.kind === 'quote' && second?.kind === 'number' && third?.kind === 'quote') {
    const day = {
      ...second,
      at: [first.at[0], third.at[1]] as const,
      spaced: first.spaced,
      line: first.line,
    };
    const rest = day.length! <= 2 ? filledIn(tokens, at + 3) : undefined;
    if (rest) {
      const date = { day: day.value!, month: rest.month, year: rest.year };
      return [join('date', day, rest.last, date), 3 + rest.length];
    }
    return [day, 3];
  }
  const years = first.kind === 'number' ? glued(first, second) : undefined;
  if (years) return [years, 1];
  if (first.kind === 'word' && second?.kind === 'dash' && third?.kind === 'word' && third.line) {
    const word = first.text + third.text;
    if (!isListed(third.text) && isListed(word)) return [join('word', first, third, { text: word }), 3];
  }
  // «1 п/г»
  const half = first.text === 'п' && second?.kind === 'slash' && third?.text === 'г' && !third.spaced;
  if (half) return [join('word', first, third, { text: 'полугодие' }), 3];
  if (second === undefined || (first.kind !== 'number' && first.kind !== 'word')) return [first, 1];
  const suffixed = withSuffix(first, second, third);
  if (suffixed) return suffixed;
  if (first.kind !== 'number') return [first, 1];
  const clocked =
    tokens[at - 1]?.text === 'в' ? clockWithDash(first, second, third, tokens[at + 3]) : undefined;
  return (
    clocked ??
    dotted(tokens, at) ??
    separated(first, second, third, tokens[at + 3], tokens[at + 4]) ?? [first, 1]
  );
}

const ENDS: ReadonlySet<Token['kind']> = new Set(['dash', 'comma', 'semicolon', 'close'] as const);

/** «2-й», «1го», «I-е», «3-х». */
function withSuffix(first: Token, second: Token, third: Token | undefined): [Token, number] | undefined {
  if (first.value === undefined) return undefined;
  const glued = second.kind === 'word' && !second.spaced && !first.dotted ? second : undefined;
  const hyphened =
    second.kind === 'dash' && third?.kind === 'word' && !third.spaced && !second.spaced ? third : undefined;
  const suffix = glued ?? hyphened;
  if (!suffix || !(SUFFIX.test(suffix.text) || (hyphened && suffix.text === 'и'))) return undefined;
  const cardinal = CARDINAL_SUFFIX.test(suffix.text);
  const counted = { value: first.value, length: 1, text: first.text, ...(cardinal && { suffixed: true }) };
  return [join(cardinal ? 'number' : 'ordinal', first, suffix, counted), glued ? 2 : 3];
}

/** The month and the year of a form whose day is in quotes: «28» 08. 2023, «07» 02 2024. */
function filledIn(
  tokens: readonly Token[],
  at: number,
): { month: number; year: number; last: Token; length: number } | undefined {
  const [month, year] = [tokens[at], tokens[at + 1]];
  if (month?.kind !== 'number' || month.length !== 2 || month.value! > 12 || month.line) return undefined;
  if (year?.kind !== 'number' || year.length !== 4 || year.line) return undefined;
  return { month: month.value!, year: year.value!, last: year, length: 2 };
}

/** «20222024 годы»: two years whose dash was lost. */
function glued(number: Token, next: Token | undefined): Token | undefined {
  if (number.length !== 8 || !/^(?:гг?|год)/.test(next?.text ?? '')) return undefined;
  const [first, last] = [Number(number.text.slice(0, 4)), Number(number.text.slice(4))];
  if (!isYear(first) || !isYear(last) || last <= first || last > first + 15) return undefined;
  return { ...number, years: [first, last] };
}

/** Numbers with full stops between them. */
function dotted(tokens: readonly Token[], at: number): [Token, number] | undefined {
  const [first, second, third] = [tokens[at]!, tokens[at + 1]!, tokens[at + 2]];
  if (!first.dotted || second.kind !== 'number' || second.line) return undefined;
  if (first.length === 4) return yearFirst(first, second, third);
  if (first.length! > 2) return undefined;
  const tight = !second.spaced;
  if (second.length === 4 && tight) {
    if (first.value! > 12) return undefined;
    return [join('date', first, second, { month: first.value!, year: second.value! }), 2];
  }
  if (second.length! > 2) return undefined;
  const date = { day: first.value!, month: second.value! };
  if (third?.kind === 'number' && !third.line) {
    const full = third.length === 4 && (second.dotted || third.spaced);
    const short = third.length === 2 && second.dotted && !third.spaced && tight;
    if (full || short) {
      const year = full ? third.value! : 2000 + third.value!;
      return [join('date', first, third, { ...date, year }), 3];
    }
  }
  // «05. 10.», «19. 02» at the end: a blank slipped in.
  const blank =
    !tight && first.length === 2 && second.length === 2 && second.value! <= 12 && second.value! > 0;
  if (blank && (second.dotted || third === undefined || ENDS.has(third.kind)) && first.value! <= 31) {
    return [join('date', first, second, date), 2];
  }
  if (!tight || second.length !== 2) return undefined;
  const minutes = second.value!;
  if (first.value! < 24 && (minutes === 0 || (minutes > 12 && minutes < 60 && minutes % 5 === 0))) {
    return [join('clock', first, second, { clock: clockOf(first.value!, minutes) }), 2];
  }
  return [join('date', first, second, date), 2];
}

/** «2022.08.25» */
function yearFirst(first: Token, second: Token, third: Token | undefined): [Token, number] | undefined {
  if (second.spaced || third?.kind !== 'number' || third.spaced || !second.dotted) return undefined;
  if (second.length !== 2 || third.length !== 2) return undefined;
  return [join('date', first, third, { year: first.value!, month: second.value!, day: third.value! }), 3];
}

/** «01/09/2022», «01,09,2022», «01-09-2022», «2022-09-01», «10:00», «10-00». */
function separated(
  first: Token,
  second: Token,
  third: Token | undefined,
  fourth: Token | undefined,
  fifth: Token | undefined,
): [Token, number] | undefined {
  if (third?.kind !== 'number' || second.spaced || third.spaced || first.dotted) return undefined;
  if (second.kind === 'colon' && third.length === 2 && first.value! < 24 && third.value! < 60) {
    return [join('clock', first, third, { clock: clockOf(first.value!, third.value!) }), 3];
  }
  if (second.kind === 'comma' && (first.length !== 2 || third.length !== 2)) return undefined;
  if (!['slash', 'dash', 'comma'].includes(second.kind)) return undefined;
  const full = fourth?.kind === second.kind && fifth?.kind === 'number' && !fourth.spaced && !fifth.spaced;
  if (full && first.length! <= 2 && third.length! <= 2 && fifth.length === 4) {
    return [join('date', first, fifth, { day: first.value!, month: third.value!, year: fifth.value! }), 5];
  }
  if (full && second.kind === 'dash' && first.length === 4 && third.length === 2 && fifth.length === 2) {
    return [join('date', first, fifth, { year: first.value!, month: third.value!, day: fifth.value! }), 5];
  }
  if (!full && second.kind === 'dash' && third.text === '00' && first.value! < 24) {
    return [join('clock', first, third, { clock: clockOf(first.value!, 0) }), 3];
  }
  return undefined;
}

/** «в 14-30» */
function clockWithDash(
  first: Token,
  dash: Token,
  second: Token | undefined,
  next: Token | undefined,
): [Token, number] | undefined {
  if (dash.kind !== 'dash' || dash.spaced || second?.kind !== 'number' || second.spaced) return undefined;
  if (first.dotted || second.length !== 2 || first.value! > 23 || second.value! > 59) return undefined;
  // «в 14-15 мая», «в 10-12 классах»
  if (next && !next.line && !['comma', 'semicolon', 'close'].includes(next.kind) && !/^ч/.test(next.text))
    return undefined;
  return [join('clock', first, second, { clock: clockOf(first.value!, second.value!) }), 3];
}

const clockOf = (hour: number, minutes: number) =>
  `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;

function join(kind: Token['kind'], first: Token, last: Token, more: Partial<Token>): Token {
  return {
    kind,
    text: `${first.text}${last.text}`,
    raw: `${first.raw}${last.raw}`,
    at: [first.at[0], last.at[1]],
    spaced: first.spaced,
    line: first.line,
    ...(last.dotted && { dotted: true }),
    ...more,
  };
}
