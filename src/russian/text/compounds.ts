import { isAdjective } from '../words/adjective.ts';
import { isCommonAbbreviation } from '../words/institutions.ts';
import { nounsOf } from '../words/lemma.ts';
import { CAPITALS, folded, LETTERS, MARKS, NUMBERS } from '../words/letters.ts';
import { does, wordRole } from '../words/lexicon.ts';
import { cyrillic, roman } from '../words/look-alikes.ts';
import { isYear } from '../words/months.ts';
import { readNumeral } from '../words/numerals.ts';
import { isPredicate } from '../words/statement.ts';
import { joinedAt } from './dates.ts';
import { scan, type Token, type TokenKind } from './token.ts';

const UNTIDY = /[\u00a0\u1680\u2000-\u2012\u2014\u2015\u202f\u205f\u2212\u2500\u3000\ufeff\t\v\f\r]|дорожн/iu;

/** One character for one, so that offsets stay those of the author's text. */
function tidy(text: string): string {
  // Most texts hold none of what is put right here.
  if (!UNTIDY.test(text)) return text;
  const clean = text
    .replace(/[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff\t\v\f]/gu, ' ')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\u2012-\u2015\u2212\u2500]/gu, '–')
    .replaceAll('\r', ' ');
  if (!clean.toLowerCase().includes('дорожн')) return clean;
  // «Муниципальная «дорожная карта»»: the quotes are only manners.
  return clean.replace(/[«"“„](дорожн[a-zа-яё]{1,3} карт[a-zа-яё]{1,3})[»"”“]/giu, ' $1 ');
}

/** The Cyrillic letter that looks like a Latin one, in its case. */
function inRussian(letter: string): string {
  const turned = cyrillic(letter);
  if (/[a-z]/u.test(turned)) return letter;
  return letter === letter.toUpperCase() ? turned.toUpperCase() : turned;
}

/** A word as written, its letters set right as those of `text` are. */
function lettered(written: string, text: string): string {
  const word = written.replaceAll('\u00ad', '').normalize('NFC');
  return /[a-z]/iu.test(word) && !/[a-z]/u.test(text) ? [...word].map(inRussian).join('') : word;
}

const LETTER = `[${LETTERS}]`;
const CAPITAL = `[${CAPITALS}]`;

/** With what a compound begins. */
type Opening = 'number' | 'word' | 'quote' | 'sign';

/** What several tokens make that stand together without a blank. The first that fits wins. */
const COMPOUNDS: Readonly<
  Record<Opening, readonly (readonly [kind: TokenKind | 'hyphened', shape: RegExp])[]>
> = {
  quote: [
    [
      'title',
      /«[^«»]{0,400}(?:«[^«»]{0,400}»[^«»]{0,400}){0,5}»|“[^“”]{0,400}”|"[^"\n]{0,400}"|„[^“”]{0,400}[“”]/uy,
    ],
  ],
  number: [
    // «02.1.05-12»
    ['name', /\d+\.\d+\.\d{3,}-\d{2}(?![\d.])/uy],
    ['date', /\d{4}\/(?:\d{4}|\d{2})(?!\d)/uy],
    // «1ОО %», «5О %», «3,О %»
    ['number', /[1lI][0OОоo]{2}(?= ?%)|\d[OО](?= ?%)|\d+,[OОоo](?= ?%)/uy],
    ['odd', /\d+(?:,\d+){2,}/uy],
    ['name', /\d+(?:\.\d+){2,}/uy],
    [
      'name',
      new RegExp(
        String.raw`\d+\+|\d+-${CAPITAL}[${LETTERS}${NUMBERS}]*|\d+-?(?:дневн|летн|часов|этапн|месячн|балл?ьн|классн|местн|сторонн|разов|уровнев|мерн)${LETTER}*|\d{1,2}[a-zA-Zа-яА-Я](?![${LETTERS}.])`,
        'uy',
      ),
    ],
    ['number', /(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[,.]\d+)?/uy],
  ],
  word: [
    ['name', /https?:\/\/[^\s,;]+/uy],
    ['number', /[lI][0OОоo]{2}(?= ?%)/uy],
    // A three, or the letter of a scanner?
    ['odd', new RegExp(`(?<![${LETTERS}${NUMBERS}.])З(?= (?!${CAPITAL})${LETTER})`, 'uy')],
    [
      'hyphened',
      new RegExp(
        String.raw`${LETTER}[${LETTERS}${MARKS}\u00ad'’]*(?:-${LETTER}[${LETTERS}${MARKS}\u00ad]*)*(?:-\d[\d.${LETTERS}]*|(?<=${CAPITAL})\d[\d.${LETTERS}]*)?(?:-${CAPITAL}${LETTER}*)?`,
        'uy',
      ),
    ],
  ],
  sign: [
    ['percent', new RegExp(`%(?:-?(?:ный|ная|ное|ных|ного|ной|ый|ое|ая|ом|м|е|й|я)(?!${LETTER}))?`, 'uy')],
    ['number', /\|[0OОоo]{2}(?= ?%)/uy],
    ['odd', /\|\d+/uy],
    ['stop', /…+/uy],
    ['slash', /\/(?![№#≥≤<>=+/*~±&!?])/uy],
    ['sign', /[№#≥≤<>=+/*~±&!?]+/uy],
  ],
};

const OPENINGS: Partial<Record<TokenKind, Opening>> = {
  number: 'number',
  word: 'word',
  quote: 'quote',
  sign: 'sign',
  slash: 'sign',
};

const PLAIN = /^[А-Яа-яЁё]+$/u;
const ENDS_A_WORD = new Set<TokenKind>(['comma', 'stop', 'break', 'semicolon', 'colon', 'open', 'close']);

const CAPITAL_WORD = new RegExp(`^${CAPITAL}{2,}`, 'u');

/** Bounds, prepositions and the like, which no abbreviation is; «КО» is a committee. */
const isSmall = (word: string): boolean =>
  (does(word, 'preposition') && !does(word, 'organisation')) ||
  does(word, 'conjunction') ||
  does(word, 'bound') ||
  does(word, 'neverLetters');

/**
 * «НЕ МЕНЕЕ 3 МЕРОПРИЯТИЙ»: capitals of a whole text, or of a word that the dictionary holds, are only loud; «ШНОР» is an
 * abbreviation.
 */
function isLoud(text: string, loud: boolean): boolean {
  if (isSmall(text)) return true;
  if (nounsOf(text).length > 0 && text.length >= 5 && !isCommonAbbreviation(text.toUpperCase())) return true;
  if ((loud || text.length >= 5) && wordRole(text) !== undefined) return true;
  return (
    loud &&
    (text.length < 3 || (text.length > 4 && isAdjective(text)) || isPredicate(text) || isNumeral(text))
  );
}

/** Whether no word of a text of several has a small letter. */
const isAllLoud = (text: string): boolean =>
  !/[а-яё]/u.test(text) && (text.match(/[А-ЯЁ]{3,}/gu)?.length ?? 0) > 1;

/** Whether all words of a text of several, but the shortest, begin with a capital: «Не Менее Трёх Встреч». */
function isTitled(text: string): boolean {
  if (/(?<![А-Яа-яЁё])[а-яё][А-Яа-яЁё]{2}/u.test(text)) return false;
  const words = text.match(/[А-Яа-яЁё]{3,}/gu) ?? [];
  return words.length > 2 && words.every((word) => /^[А-ЯЁ][а-яё]/u.test(word));
}

const isNumeral = (word: string): boolean => readNumeral([word], 0) !== undefined;

/** «два-три», «сентябрь-октябрь»: two words and the dash between them. */
function isRange(written: string): boolean {
  const halves = folded(written).split('-');
  const role = (word: string) => wordRole(word)?.role;
  return (
    halves.length === 2 &&
    (halves.every(isNumeral) ||
      halves.every((word) => role(word) === 'month') ||
      halves.every((word) => role(word) === 'weekday'))
  );
}

const numberIn = (written: string): number =>
  Number(
    written
      .replaceAll(' ', '')
      .replace(',', '.')
      .replace(/[OОоo]/gu, '0')
      .replace(/[lI|]/gu, '1'),
  );

/** «15.09»: a day of a month, where a date may stand. */
const SHORT_DATE = /^(\d{1,2})\.(0[1-9]|1[0-2])$/u;

/**
 * Cuts an indicator, or any sentence, into its tokens: those of `scan` with compounds made of those that stand together:
 * hyphened words, quoted titles, fractions, references. Linear in the length of the text; what is no token is left out.
 */
export function sentenceTokens(text: string): readonly Token[] {
  const clean = tidy(text);
  const loud = isAllLoud(clean);
  const titled = isTitled(clean);
  const all = scan(text);
  const plain = all.filter(({ kind }) => kind !== 'stop' && kind !== 'break');
  const out: Token[] = [];
  let place = 0;
  for (let at = 0; at < all.length; ) {
    const first = all[at]!;
    while (place < plain.length && plain[place]!.at[0] < first.at[0]) place += 1;
    const found = joined(first) ?? compoundAt(first, at) ?? single(first);
    const end = found?.at[1] ?? first.at[1];
    if (found && !endsNothing(found, out.at(-1), clean)) out.push(found);
    while (at < all.length && all[at]!.at[0] < end) at += 1;
  }
  return out;

  function compoundAt(first: Token, at: number): Token | undefined {
    const opening = OPENINGS[first.kind] ?? (first.text === '*' ? 'sign' : undefined);
    if (opening === undefined || clean[first.at[0]] === ' ') return undefined;
    const next = all[at + 1];
    const beside = next !== undefined && next.at[0] - first.at[1] <= (opening === 'number' ? 1 : 0);
    const { text, raw } = first;
    if (opening === 'number' && !beside && text !== 'з' && /^\d+$/u.test(raw)) return undefined;
    // No compound begins with a plain word that a blank, or a mark that ends it, sets apart.
    if (opening === 'word' && (!beside || ENDS_A_WORD.has(next.kind)) && text !== 'з' && PLAIN.test(raw))
      return undefined;
    for (const [kind, shape] of COMPOUNDS[opening]) {
      shape.lastIndex = first.at[0];
      const written = shape.exec(clean)?.[0];
      if (written === undefined) continue;
      const end = first.at[0] + written.length;
      let last = at;
      while (last + 1 < all.length && all[last + 1]!.at[0] < end) last += 1;
      if (all[last]!.at[1] !== end) continue;
      // A token alone is a compound only as «1ОО %» is.
      const alone = last === at && opening !== 'sign' && kind !== 'odd';
      if (alone && (kind !== 'number' || /^\d+$/u.test(written))) continue;
      return made(kind, written, [first.at[0], end], all.slice(at, last + 1));
    }
    return undefined;
  }

  function made(
    kind: TokenKind | 'hyphened',
    written: string,
    range: readonly [number, number],
    parts: readonly Token[],
  ): Token | undefined {
    const first = parts[0]!;
    const base = { raw: written, at: range, spaced: first.spaced, line: first.line };
    switch (kind) {
      case 'number': {
        const [, day, month] = SHORT_DATE.exec(written) ?? [];
        const dated = day !== undefined && {
          parts: [{ ...first, kind: 'date' as const, at: range, day: Number(day), month: Number(month) }],
        };
        return { ...base, kind, text: written, value: numberIn(written), ...dated };
      }
      case 'date':
        return { ...base, kind, text: written, parts };
      case 'hyphened':
        if (/\d/u.test(written)) return { ...base, kind: 'name', text: folded(written) };
        // «плануРМК» is only glued.
        return (/['’-]/u.test(written) || written === written.toUpperCase()) && !isRange(written)
          ? word({ ...base, kind: 'word', text: parts.map(({ text }) => text).join('') })
          : undefined;
      default:
        return { ...base, kind, text: folded(written) };
    }
  }

  /** What `joinDates` makes of it, where that is no matter of the срок: ordinals, whole dates, words cut at the end of a line. */
  function joined(first: Token): Token | undefined {
    if (plain[place] !== first || (first.kind !== 'number' && first.kind !== 'word')) return undefined;
    const [token, length] = joinedAt(plain, place);
    if (length === 1 && token.years === undefined) return undefined;
    const raw = clean.slice(...token.at);
    const { kind, suffixed, day, month, year, years } = token;
    const whole = day !== undefined && month !== undefined && isYear(year ?? 0) && !/\s/u.test(raw);
    if (kind === 'ordinal' || suffixed || years || (kind === 'date' && whole)) return { ...token, raw };
    return kind === 'word' ? word({ ...token, raw }) : undefined;
  }

  function single(first: Token): Token | undefined {
    const raw = clean.slice(first.at[0], first.at[1]);
    switch (first.kind) {
      case 'word':
        return word(first, raw);
      case 'number':
        return { ...first, raw, kind: /^\d+$/u.test(raw) ? 'number' : 'odd' };
      case 'semicolon':
      case 'bullet':
        return { ...first, raw, kind: 'stop' };
      case 'sign':
        return raw === '.' ? { ...first, raw, kind: 'stop' } : undefined;
      case 'quote':
      case 'slash':
        return undefined;
      default:
        return { ...first, raw };
    }
  }

  /** A word, with mere loudness taken from it, or an abbreviation. */
  function word(token: Token, written = token.raw): Token {
    const plain = PLAIN.test(written);
    if (plain && !titled && !/[А-ЯЁ]/u.test(written[1] ?? '')) return sameRaw(token, written);
    const raw = plain ? written : lettered(written, token.text);
    const capitals = CAPITAL_WORD.test(raw) && raw === raw.toUpperCase();
    if (/\d/u.test(raw) && roman(raw) === undefined && /\d/u.test(token.text))
      return { ...token, raw, kind: 'name' };
    if (capitals && !isLoud(token.text, loud)) return { ...token, raw, kind: 'abbreviation' };
    if (!capitals && !titled) return { ...token, raw };
    const small = raw.toLowerCase();
    return { ...token, raw: out.length === 0 ? raw[0]! + small.slice(1) : small };
  }
}

const sameRaw = (token: Token, raw: string): Token => (token.raw === raw ? token : { ...token, raw });

/** A dot after a shortened word, an initial or a lone digit of a list belongs to it. */
function endsNothing({ kind, raw, at }: Token, last: Token | undefined, text: string): boolean {
  if (kind !== 'stop' || !/^\.+$/u.test(raw) || last?.at[1] !== at[0]) return false;
  if (last.kind !== 'abbreviation' && last.kind !== 'word') return false;
  if (last.raw.length === 1 && last.raw !== last.raw.toLowerCase()) return true;
  if (!does(last.text, 'shortened')) return false;
  // «… 2022 г. Приказ»: the year ends a sentence, the town «г. Озёрск» does not; the reader tells by the word.
  return text[at[1]] !== '\n';
}
