import { MONTHS_GENITIVE } from '../../finding/months.ts';
import { remembered } from '../../finding/remembered.ts';
import type { Indicator } from '../../meaning/indicator.ts';
import { knownNounsOf } from '../words/lemma.ts';
import { LETTERS, NUMBERS } from '../words/letters.ts';
import { anyForm, does, type Role, wordRole } from '../words/lexicon.ts';
import { stemsOf } from '../words/likeness.ts';
import { isYear } from '../words/months.ts';
import { HALVES, partsIn, readNumeral, SCALES_BY_FORM } from '../words/numerals.ts';
import { isPredicate, isPreposition } from '../words/statement.ts';
import { stem } from '../words/stem.ts';
import { WORD_BEGINS, WORD_ENDS, withoutTerritory } from './synonyms.ts';

/** A word that says something: as it is written, and the keys it is known by in any of its forms. */
export interface ContentWord {
  readonly text: string;
  readonly keys: readonly string[];
  /** A number that no target holds: a class, a stage, a day of the month. */
  readonly value?: number;
  /** «Подготовлено», «подготовка»: a paper or a thing is there then, an event is not. */
  readonly prepared?: boolean;
  /** It stands in «для …», «с …», «среди …»: those whom the thing is for. */
  readonly audience?: boolean;
}

/** What the meaning holds of a text beside its numbers, made when the first text is compared. */
let held: readonly RegExp[] | undefined;

function heldByMeaning(): readonly RegExp[] {
  const words = (pattern: string) => new RegExp(`${WORD_BEGINS}(?:${pattern})${WORD_ENDS}`, 'gu');
  held ??= [
    // Its bound, as `op`.
    words(
      `не (?:${anyForm('lower', 'higher', 'exceed')}|реже|чаще|позднее|позже)(?: чем)?|` +
        `как минимум|хотя бы|по крайней мере|${anyForm('bound', 'nearly')}|до|от`,
    ),
    // «От общего числа», «удельный вес»: words about the measure, not about what is measured.
    words(`(?:от|из) общего (?:числа|количества|численности)|удельн[а-я]+ вес[а-я]*|${anyForm('measured')}`),
  ];
  return held;
}

/** Words of the span of a rhythm, where the meaning holds one. */
const RHYTHMIC: ReadonlySet<Role | undefined> = new Set<Role>(
  'times adverb periodic day week monthWord quarter half term year school every'.split(' ') as Role[],
);
const roleOf = (word: string): Role | undefined => wordRole(word)?.role;

const DATE = /(?<!\d)(\d{1,2})\.(\d{2})(?:\.(\d{4}))?(?!\d)/gu;
const ROMAN: Readonly<Record<string, number>> = Object.fromEntries(
  'i ii iii iv v vi vii viii ix x xi xii'.split(' ').map((roman, at) => [roman, at + 1]),
);

const PIECE = new RegExp(`\\d+(?:[.,]\\d+)?|[${LETTERS}]+`, 'gu');

/** All words of a text but those of grammar and of bounds, in order; numbers in figures, however they are written. */
const wordsOf = remembered((text: string): readonly ContentWord[] => {
  const plain = withoutTerritory(text)
    .replace(/(\d) (?=\d{3}(?!\d))/gu, '$1')
    .replace(DATE, (all, day: string, month: string, year?: string) => {
      const name = MONTHS_GENITIVE[Number(month) - 1];
      return name ? `${Number(day)} ${name} ${year ?? ''}` : all;
    })
    .replace(/(\d)-?(?:й|я|е|х|го|ой|ый|ая|ое|ых|ую|му|м|ти|и)(?![а-я])/gu, '$1 ');
  const pieces =
    heldByMeaning()
      .reduce((rest, words) => rest.replace(words, ' '), plain)
      .match(PIECE) ?? [];
  const words: ContentWord[] = [];
  let audience = false;
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as string;
    audience = does(piece, 'audience') || (audience && !isPreposition(piece));
    const spelt = readNumeral(pieces, at);
    const scaled = scaledAt(pieces, at);
    const value = scaled?.value ?? spelt?.value ?? figureIn(piece);
    if (value !== undefined) words.push({ text: piece, keys: [`#${value}`], value, audience });
    else if (!does(piece, 'joining') && !does(piece, 'cameAbout')) {
      // «Подготовка к участию» is not yet taking part, whatever is counted.
      const prepared = does(piece, 'prepared') && !/^ко?$/u.test(pieces[at + 1] ?? '');
      words.push({ text: piece, keys: keysOf(piece), audience, ...(prepared ? { prepared } : {}) });
    }
    at += scaled?.length ?? spelt?.length ?? 1;
  }
  return words;
});

/** «1 тысяча», «2 млн», «полутора тысяч», «пять десятков», «дюжина». */
function scaledAt(pieces: readonly string[], at: number): { value: number; length: number } | undefined {
  const piece = pieces[at] as string;
  const half = HALVES.get(piece);
  const scaleIn = (word = '') => SCALES_BY_FORM.get(word)?.worth;
  const number = half ?? (/^\d/u.test(piece) ? Number(piece.replace(',', '.')) : undefined);
  if (number !== undefined) {
    const scale = scaleIn(pieces[at + 1]);
    if (scale !== undefined) return { value: number * scale, length: 2 };
    return half === undefined ? undefined : { value: half, length: 1 };
  }
  const alone = scaleIn(piece);
  return alone === undefined ? undefined : { value: alone, length: 1 };
}

/** «Трети», «двух третей», «четверти»: a share in words, which the meaning holds in percent. */
function isShareInWords(words: readonly ContentWord[], at: number, { kind, value }: Indicator): boolean {
  if (kind !== 'percent' || value === null) return false;
  const holds = (count: number, parts: ContentWord | undefined): boolean => {
    const of = parts && parts.value === undefined ? partsIn(parts.text, count) : undefined;
    return of !== undefined && Math.abs((count / of) * 100 - value) < 0.01;
  };
  const [before, word, next] = [words[at - 1], words[at] as ContentWord, words[at + 1]];
  if (word.value !== undefined) return holds(word.value, next);
  return holds(before?.value ?? 1, word) || holds(1, word);
}

const figureIn = (piece: string): number | undefined =>
  /^\d/u.test(piece) ? Number(piece.replace(',', '.')) : ROMAN[piece];

/** The stem, and that of the noun the form may be of: «кружков» and «кружок» have one noun and two stems. */
function keysOf(piece: string): readonly string[] {
  const lemmas = knownNounsOf(piece).map(({ lemma }) => stem(lemma));
  return [...new Set([stem(piece), ...lemmas])];
}

/** What a statement says beside what its meaning holds. */
export interface Statement {
  readonly text: string;
  readonly meaning: Indicator;
  /** The other parts of the same text, whose units and numbers are no business of this one. */
  readonly aside?: readonly Indicator[];
  /** What those are called whom an obligation is laid on: whose a document is, their roles say. */
  readonly bodies?: readonly string[];
}

/** The content words of a statement in their order: without its bounds, its numbers, the span of its rhythm, its dates. */
export function contentOf(
  { text, meaning, aside = [], bodies = [] }: Statement,
  datesHeld: boolean,
): readonly ContentWord[] {
  const numbers = [meaning, ...aside].flatMap(numbersOf);
  const others = new Set(aside.flatMap(({ unit, of }) => keysIn(`${unit ?? ''} ${of ?? ''}`)));
  for (const key of keysIn(`${meaning.unit ?? ''} ${meaning.of ?? ''}`)) others.delete(key);
  const rhythmic = [meaning, ...aside].some(({ per }) => per !== undefined);
  const each = meaning.kind === 'count' && meaning.of !== null;
  const words = wordsOf(text);
  if (meaning.kind === 'artifact') for (const key of issuersIn(words, bodies)) others.add(key);
  return words.filter((word, at) => {
    if (isShareInWords(words, at, meaning)) return false;
    if (word.value !== undefined) {
      // «25 (двадцати пяти)»: one number, written twice.
      if (word.value === words[at - 1]?.value) return false;
      const held = numbers.indexOf(word.value);
      if (held >= 0 && !isOfClass(words, at)) {
        numbers.splice(held, 1);
        return false;
      }
      return !datesHeld || !isDate(words, at);
    }
    if (word.prepared && meaning.kind !== 'qualitative') return false;
    if (rhythmic && RHYTHMIC.has(roleOf(word.text)) && !isEachOne(words, at)) return false;
    if (meaning.value === 50 && roleOf(word.text) === 'part') return false;
    if (isAllOfThem(meaning) && roleOf(word.text) === 'whole') return false;
    if (each && (roleOf(word.text) === 'every' || /^один|^одн/u.test(word.text))) return false;
    if (datesHeld && isDate(words, at)) return false;
    return !word.keys.some((key) => others.has(key));
  });
}

/** «Все школы» is 100 %: the number holds the word. */
const isAllOfThem = ({ kind, value }: Indicator): boolean => kind === 'percent' && value === 100;

/** The words of the bodies that a document's text names in full: «приказ муниципального органа управления образованием». */
function issuersIn(words: readonly ContentWord[], bodies: readonly string[]): readonly string[] {
  const keys = new Set(words.flatMap((word) => word.keys));
  return bodies.flatMap((name) => {
    const named = wordsOf(name);
    return named.every((word) => word.keys.some((key) => keys.has(key)))
      ? named.flatMap((word) => word.keys)
      : [];
  });
}

/** «Каждому», «каждой школе»: whom it is for, not how often («каждый месяц», «каждую вторую неделю»). */
const isEachOne = (words: readonly ContentWord[], at: number): boolean =>
  roleOf(words[at]?.text ?? '') === 'every' &&
  !words.slice(at + 1, at + 4).some(({ text }) => RHYTHMIC.has(roleOf(text)) || roleOf(text) === 'weekday');

/** «9 классов»: the number of a class, not how many. */
const isOfClass = (words: readonly ContentWord[], at: number): boolean =>
  /^класс/u.test(words[at + 1]?.text ?? '') &&
  words.some((word, other) => other !== at && word.value !== undefined);

const isMonth = (word: string): boolean => roleOf(word) === 'month';

/** A day, a month, a year of a date. */
function isDate(words: readonly ContentWord[], at: number): boolean {
  const word = words[at] as ContentWord;
  if (word.value === undefined)
    return isMonth(word.text) || (roleOf(word.text) === 'year' && isYear(words[at - 1]?.value ?? 0));
  return isYear(word.value) || isMonth(words[at + 1]?.text ?? '');
}

function numbersOf({ value, max, stages, parts }: Indicator): number[] {
  const own = [value, max, ...stages.map((stage) => stage.value)].filter((one) => one !== null);
  return [...new Set(own), ...parts.flatMap(numbersOf)];
}

/** The keys of the words of a lemma phrase. */
export const keysIn = (phrase: string): readonly string[] =>
  wordsOf(phrase).flatMap(({ keys, prepared }) => (prepared ? [] : keys));

/** A finite verb: what people did. «Отдела» looks like one and is a noun. */
export const isVerb = ({ text, value }: ContentWord): boolean =>
  value === undefined && knownNounsOf(text).length === 0 && isPredicate(text);

interface Account {
  /** Words of the obligation that the child does not have. */
  readonly lost: readonly ContentWord[];
  /** Words of the child that the obligation does not have. */
  readonly added: readonly ContentWord[];
  /** The same words, and in the same order. */
  readonly sameOrder: boolean;
}

/** Accounts for every content word of an obligation in what is to answer it. */
export function accountOf(asked: readonly ContentWord[], given: readonly ContentWord[]): Account {
  const missing = (from: readonly ContentWord[], among: readonly ContentWord[]): readonly ContentWord[] => {
    const keys = new Set(among.flatMap((word) => word.keys));
    return from.filter((word) => !word.keys.some((key) => keys.has(key)));
  };
  const sameOrder =
    asked.length === given.length &&
    asked.every((word, at) => word.keys.some((key) => given[at]?.keys.includes(key) === true));
  return { lost: missing(asked, given), added: missing(given, asked), sameOrder };
}

const SAYS = new RegExp(`[${LETTERS}${NUMBERS}]`, 'u');

/** Ways a cell parts its statements, the surest first. */
const PARTINGS: readonly RegExp[] = [/[;\n]+/u, /[;\n]+|,\s+/u, /[;\n]+|[,.]\s+/u];

const leavesOf = (meaning: Indicator): readonly Indicator[] =>
  meaning.kind === 'compound' ? meaning.parts.flatMap(leavesOf) : [meaning];

const known = new WeakMap<Indicator, readonly Statement[]>();

/**
 * The single statements of a compound with their own words, where the text falls into as many pieces and each names what
 * its part counts; else each has the whole text, and the other parts are told beside it.
 */
export function statementsOf(text: string, meaning: Indicator): readonly Statement[] {
  let statements = known.get(meaning);
  if (!statements) {
    statements = parted(text, leavesOf(meaning));
    known.set(meaning, statements);
  }
  return statements;
}

function parted(text: string, leaves: readonly Indicator[]): readonly Statement[] {
  const [first] = leaves;
  if (leaves.length < 2 || !first) return first ? [{ text, meaning: first }] : [];
  for (const parting of PARTINGS) {
    const pieces = text.split(parting).filter((piece) => SAYS.test(piece));
    if (pieces.length === leaves.length && leaves.every((leaf, at) => names(pieces[at] as string, leaf)))
      return leaves.map((meaning, at) => ({ text: pieces[at] as string, meaning }));
  }
  return leaves.map((meaning) => ({ text, meaning, aside: leaves.filter((other) => other !== meaning) }));
}

/** Whether a piece has the noun of what is counted. */
function names(piece: string, { unit, of }: Indicator): boolean {
  const asked = stemsOf(unit ?? of ?? '');
  const has = stemsOf(piece);
  return [...asked].some((word) => has.has(word));
}
