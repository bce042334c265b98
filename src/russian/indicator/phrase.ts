import {
  adjectiveLemma,
  isAdjective,
  isGenitiveAdjective,
  isNominativeAdjective,
} from '../words/adjective.ts';
import { formOf, knownNounsOf, nounsOf } from '../words/lemma.ts';
import { does, type SentenceRole } from '../words/lexicon.ts';
import type { Noun } from '../words/noun.ts';
import { isVerb, needsObject, opensClause } from '../words/statement.ts';
import { isWord, type Node, type Shape } from './node.ts';

/** A noun with its adjectives: nodes `start`…`end` (exclusive), complement included. */
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
  /** The noun of the complement, where there is one. */
  readonly of: Noun | undefined;
}

const lettersNoun = (raw: string): Noun => ({
  lemma: raw,
  gender: 'f',
  kind: does(raw.toLowerCase(), 'paperLetters') ? 'document' : 'body',
  cases: 'ngdaipNGDAIP',
});

/** Which cases the caller accepts: any of the letters («n», «N», «g», …). */
const admits = (noun: Noun, cases: string): boolean =>
  [...noun.cases].some((letter) => cases.includes(letter));

const JOINT = new Set(['и', 'или']);

/** Finds the shape of every phrase of a statement, once; runs cut out of it share them. */
export function findShapes(nodes: readonly Node[]): void {
  for (const [at, node] of nodes.entries()) {
    if (node.kind === 'word' || node.kind === 'abbreviation') node.shape = shapeOf(nodes, at);
  }
}

function shapeOf(nodes: readonly Node[], at: number): Shape {
  const noun = adjectivesEnd(nodes, at);
  const first = complementEnd(nodes, noun + 1);
  // «курсы | повышения | квалификации»: an action noun needs its own object.
  const deverbal = first > noun + 1 && needsObject(nodes[first - 1]!.text);
  const end = deverbal ? complementEnd(nodes, first) : first;
  return { noun: noun - at, first: first - at, end: end - at };
}

/** The shape of the phrase at `at`; a run that was cut off sooner has no more than it holds. */
function shapeAt(nodes: readonly Node[], at: number): Shape | undefined {
  const node = nodes[at];
  if (!node) return undefined;
  const shape = node.shape ?? shapeOf(nodes, at);
  const room = nodes.length - at;
  if (shape.end <= room) return shape;
  const first = shape.first <= room ? shape.first : shape.noun + 1;
  return { noun: shape.noun, first, end: first };
}

/** Adjectives from `at` on, with «и» between two of them; the index after the last. */
function adjectivesEnd(nodes: readonly Node[], at: number): number {
  let end = at;
  while (end - at < 8) {
    const node = nodes[end];
    if (node?.kind !== 'comma' && (!isWord(node) || nounsOf(node.text).length > 0)) break;
    const next = nodes[end + 1];
    if (isAdjective(node.text)) end += 1;
    else if (
      (JOINT.has(node.text) || node.kind === 'comma') &&
      end > at &&
      isWord(next) &&
      isAdjective(next.text) &&
      nounsOf(next.text).length === 0
    )
      end += 2;
    else break;
  }
  return end;
}

/** The genitive group right after a noun: «программа | дополнительного профессионального образования». */
function complementEnd(nodes: readonly Node[], at: number): number {
  let end = at;
  while (end - at < 5 && isWord(nodes[end]) && isGenitiveAdjective(nodes[end]!.text)) {
    if (knownNounsOf(nodes[end]!.text).some((noun) => admits(noun, 'gG'))) break;
    end += 1;
  }
  const noun = nodes[end];
  if (noun?.kind === 'abbreviation') return end === at ? end + 1 : at;
  if (!isWord(noun) || noun.raw[0] !== noun.raw[0]!.toLowerCase()) return at;
  return nounsOf(noun.text).some((one) => admits(one, 'gG')) ? end + 1 : at;
}

/** Populations lose their plural beside a singular head: «директор школы», not «директор школ». */
function complementText(nodes: readonly Node[], from: number, to: number, person: boolean): string {
  const words = nodes.slice(from, to).map((node) => (node.kind === 'abbreviation' ? node.raw : node.text));
  const body = person && to - from === 1 ? nounsOf(words[0]!).find(({ kind }) => kind === 'body') : undefined;
  if (body?.cases === 'G') return formOf(body.lemma, 'g') ?? words[0]!;
  return words.join(' ');
}

/**
 * The noun phrase that begins at `at` and whose noun stands in one of `cases`; undefined where there is none or its
 * lemma is unsure.
 */
export function phraseAt(nodes: readonly Node[], at: number, cases: string): NounPhrase | undefined {
  const shape = shapeAt(nodes, at);
  const noun = shape && nodes[at + shape.noun];
  if (!noun) return undefined;
  const head =
    noun.kind === 'abbreviation'
      ? lettersNoun(noun.raw)
      : noun.kind === 'word'
        ? nounsOf(noun.text).find((one) => admits(one, cases))
        : undefined;
  if (!head) return undefined;
  const adjectives: string[] = [];
  for (const node of nodes.slice(at, at + shape.noun)) {
    if (JOINT.has(node.text)) adjectives.push(node.text);
    else if (node.kind === 'word' && !does(node.text, 'passing')) {
      const lemma = adjectiveLemma(node.text, head.gender);
      if (lemma === undefined) return undefined;
      adjectives.push(lemma);
    }
  }
  const headEnd = at + shape.noun + 1;
  const end = at + shape.end;
  const lemma = [...adjectives, head.lemma].join(' ');
  const last = nodes[at + shape.first - 1]!;
  return {
    start: at,
    end,
    headEnd,
    head,
    lemma,
    full: end > headEnd ? `${lemma} ${complementText(nodes, headEnd, end, head.kind === 'person')}` : lemma,
    adjectives,
    of:
      end === headEnd
        ? undefined
        : last.kind === 'abbreviation'
          ? lettersNoun(last.raw)
          : nounsOf(last.text).find((one) => admits(one, 'gG')),
    known: noun.kind === 'abbreviation' || knownNounsOf(noun.text).length > 0,
  };
}

/** True when the adjectives of a phrase agree with a nominative reading of its noun. */
export function isNominative(nodes: readonly Node[], phrase: NounPhrase): boolean {
  if (!/[nN]/u.test(phrase.head.cases)) return false;
  return nodes
    .slice(phrase.start, phrase.headEnd - 1)
    .every((node) => node.kind === 'comma' || JOINT.has(node.text) || isNominativeAdjective(node.text));
}

/** The phrase at `at` if it stands in the nominative. */
export function subjectAt(nodes: readonly Node[], at: number): NounPhrase | undefined {
  const phrase = phraseAt(nodes, at, 'nN');
  return phrase && isNominative(nodes, phrase) ? phrase : undefined;
}

/** «семинаров | и вебинаров», «педагогов | и руководителей»: another noun of the same kind in the same case. */
function oneMore(nodes: readonly Node[], at: number, first: NounPhrase): NounPhrase | undefined {
  const own = first.head.cases;
  const cases = own.includes('G') ? 'G' : [...'gN'].filter((code) => own.includes(code)).join('');
  const phrase = phraseAt(nodes, at, cases);
  return phrase?.known && phrase.head.kind === first.head.kind && phrase.head.lemma !== first.head.lemma
    ? phrase
    : undefined;
}

const LIST_JOINTS = new Set(['и', 'или', 'либо']);
const LISTED = new Set<Noun['kind']>(['event', 'person', 'document']);
const MOST_LISTED = 8;

/** «не менее 3 семинаров, вебинаров и встреч»: whichever of them, they are counted together. */
export function unitOf(nodes: readonly Node[], phrase: NounPhrase): string {
  const units = [phrase.full];
  let end = phrase.end;
  while (LISTED.has(phrase.head.kind) && units.length < MOST_LISTED) {
    const joint = nodes[end];
    if (!joint || (joint.kind !== 'comma' && !LIST_JOINTS.has(joint.text))) break;
    const more = oneMore(nodes, end + 1, phrase);
    if (!more) break;
    units.push(more.full);
    end = more.end;
  }
  return units.join(' или ');
}

/** Whether the noun and the adjective before it are together what the noun alone is not. */
export const isTwoWords = ({ adjectives, lemma }: NounPhrase, role: SentenceRole): boolean =>
  adjectives.length > 0 && does(lemma.split(' ').slice(-2).join(' '), role);

/** The phrase without what any such noun may drop: «участник проекта» keeps its complement, «школа …» does not. */
export const shortUnit = (phrase: NounPhrase): string =>
  does(phrase.head.lemma, 'relative') ? phrase.full : phrase.lemma;

const TAIL = new Set<Node['kind']>(['word', 'abbreviation', 'name', 'title']);
const LONGEST_TAIL = 14;

/** Names of a population: its words up to the verb, with the clause that narrows it («…, имеющих статус …»). */
export function populationOf(nodes: readonly Node[], phrase: NounPhrase): string {
  let text = phrase.full;
  let clause = false;
  for (let at = phrase.end; at < Math.min(phrase.end + LONGEST_TAIL, nodes.length); at++) {
    const node = nodes[at]!;
    const next = nodes[at + 1]?.text === 'не' ? nodes[at + 2] : nodes[at + 1];
    if (node.kind === 'comma' && isWord(next) && opensClause(next.text)) {
      text += ',';
      clause = true;
    } else if (
      !TAIL.has(node.kind) ||
      (node.kind === 'word' && isVerb(node.text) && nounsOf(node.text).length === 0)
    )
      break;
    else if (!clause && node.text === 'и' && oneMore(nodes, at + 1, phrase)) text += ' и';
    else if (!clause && node.kind === 'word' && !mayBeGenitive(node.text)) break;
    else text += ` ${node.kind === 'word' ? node.text : node.raw}`;
  }
  return text;
}

const mayBeGenitive = (word: string): boolean =>
  isGenitiveAdjective(word) || nounsOf(word).some(({ cases }) => /[gG]/u.test(cases));
