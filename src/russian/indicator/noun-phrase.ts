import {
  adjectiveLemma,
  isAdjective,
  isGenitiveAdjective,
  isNominativeAdjective,
} from '../words/adjective.ts';
import { knownNounsOf, nounsOf } from '../words/lemma.ts';
import type { Noun, NounKind } from '../words/noun.ts';
import { wordSet } from '../words/word-set.ts';
import type { Token } from './tokens.ts';

/** A noun with its adjectives: tokens `start`…`end` (exclusive), complement included. */
export interface NounPhrase {
  readonly start: number;
  readonly end: number;
  /** Where the noun itself ends, before its complement. */
  readonly headEnd: number;
  readonly head: Noun;
  /** Adjectives and noun in the nominative singular. */
  readonly lemma: string;
  /** The lemma with the genitive complement: «программа дополнительного образования». */
  readonly full: string;
  readonly adjectives: readonly string[];
  readonly known: boolean;
  /** What the noun of the complement is, where there is one. */
  readonly complement: NounKind | undefined;
}

/** Programmes, routes and acts known by their letters. */
const PAPER_LETTERS = wordSet('ООП АООП АОП ИОМ НПА ЛНА КТП ИУП ДПП ПООП ОП КИМ УМК РПВ КПВР ДООП');

const abbreviationNoun = (raw: string): Noun => ({
  lemma: raw,
  gender: 'f',
  kind: PAPER_LETTERS.has(raw) ? 'document' : 'body',
  cases: 'ngdaipNGDAIP',
});

/** Which cases the caller accepts: any of the letters («n», «N», «g», …). */
const admits = (noun: Noun, cases: string): boolean =>
  [...noun.cases].some((letter) => cases.includes(letter));

/** Participles that say of a counted thing only that it came about. */
const PASSING =
  /^(?:проведенн|обученн|организованн|принявш|прошедш|охваченн|реализованн|опубликованн|размещенн|состоявш|привлеченн|вовлеченн)/u;
const SKIP = new Set(['и', 'или']);
const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** Adjectives from `at` on, with «и» between two of them; the index after the last. */
function adjectivesEnd(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): number {
  let end = at;
  while (end - at < 8 && !taken.has(end)) {
    const token = tokens[end];
    if (!isWord(token) || nounsOf(token.text).length > 0) break;
    if (isAdjective(token.text)) end += 1;
    else if (
      (SKIP.has(token.text) || token.kind === 'comma') &&
      end > at &&
      isWord(tokens[end + 1]) &&
      isAdjective(tokens[end + 1]!.text) &&
      nounsOf(tokens[end + 1]!.text).length === 0
    ) {
      end += 2;
    } else break;
  }
  return end;
}

/** The genitive group right after a noun: «программа | дополнительного профессионального образования». */
function complementEnd(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): number {
  let end = at;
  while (end - at < 5 && isWord(tokens[end]) && !taken.has(end) && isGenitiveAdjective(tokens[end]!.text)) {
    if (knownNounsOf(tokens[end]!.text).some((noun) => admits(noun, 'gG'))) break;
    end += 1;
  }
  const noun = tokens[end];
  if (!noun || taken.has(end)) return at;
  if (noun.kind === 'abbreviation') return end === at ? end + 1 : at;
  if (!isWord(noun) || noun.raw[0] !== noun.raw[0]!.toLowerCase()) return at;
  const good = nounsOf(noun.text).some((one) => admits(one, 'gG'));
  return good ? end + 1 : at;
}

/** Populations lose their plural beside a singular head: «директор школы», not «директор школ». */
function complementText(tokens: readonly Token[], from: number, to: number, person: boolean): string {
  const words = tokens
    .slice(from, to)
    .map((token) => (token.kind === 'abbreviation' ? token.raw : token.text));
  if (person && to - from === 1 && words[0] === 'школ') return 'школы';
  return words.join(' ');
}

const complementKind = (token: Token): NounKind | undefined =>
  token.kind === 'abbreviation' ? 'body' : nounsOf(token.text).find((noun) => admits(noun, 'gG'))?.kind;

/** The noun of a phrase whose case fits, the first of the dictionary; undefined when the word is no noun. */
function headAt(token: Token | undefined, cases: string): Noun | undefined {
  if (token?.kind === 'abbreviation') return abbreviationNoun(token.raw);
  if (token?.kind !== 'word') return undefined;
  return nounsOf(token.text).find((noun) => admits(noun, cases));
}

/** Nothing of the tokens is taken. */
const NONE: ReadonlySet<number> = new Set();

/**
 * A noun phrase that begins at `at` and whose noun stands in one of `cases`; undefined where there is none
 * or its lemma is unsure.
 */
export function phraseAt(
  tokens: readonly Token[],
  at: number,
  cases: string,
  taken: ReadonlySet<number> = NONE,
): NounPhrase | undefined {
  const noun = adjectivesEnd(tokens, at, taken);
  if (taken.has(noun)) return undefined;
  const head = headAt(tokens[noun], cases);
  if (!head) return undefined;
  const describing = tokens.slice(at, noun);
  const adjectives: string[] = [];
  for (const token of describing) {
    if (SKIP.has(token.text)) adjectives.push('и');
    else if (token.kind === 'word' && !PASSING.test(token.text)) {
      const lemma = adjectiveLemma(token.text, head.gender);
      if (lemma === undefined) return undefined;
      adjectives.push(lemma);
    }
  }
  const headEnd = noun + 1;
  const first = complementEnd(tokens, headEnd, taken);
  // «курсы | повышения | квалификации»: an action noun needs its own object.
  const deverbal = first > headEnd && /(?:ния|тия|ции|ки)$/u.test(tokens[first - 1]!.text);
  const end = deverbal ? complementEnd(tokens, first, taken) : first;
  const lemma = [...adjectives, head.lemma].join(' ');
  const complement = end > headEnd ? ` ${complementText(tokens, headEnd, end, head.kind === 'person')}` : '';
  return {
    start: at,
    end,
    headEnd,
    head,
    lemma,
    full: lemma + complement,
    adjectives,
    complement: end > headEnd ? complementKind(tokens[first - 1]!) : undefined,
    known: tokens[noun]!.kind === 'abbreviation' || knownNounsOf(tokens[noun]!.text).length > 0,
  };
}

/** True when the adjectives of a phrase agree with a nominative reading of its noun. */
export function isNominative(tokens: readonly Token[], phrase: NounPhrase): boolean {
  if (!/[nN]/u.test(phrase.head.cases)) return false;
  return tokens
    .slice(phrase.start, phrase.headEnd - 1)
    .every((token) => SKIP.has(token.text) || token.kind !== 'word' || isNominativeAdjective(token.text));
}
