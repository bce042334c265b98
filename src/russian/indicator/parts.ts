import { remembered } from '../../finding/remembered.ts';
import type { Part } from '../grammar/engine.ts';
import { isAdjective } from '../words/adjective.ts';
import { does, isSentenceRole } from '../words/lexicon.ts';
import {
  isAction,
  isInfinitive,
  isPredicate,
  isShortParticiple,
  isState,
  isVerb,
} from '../words/statement.ts';
import type { Node, Quantity } from './node.ts';
import { isDocument, opensDocument } from './papers.ts';
import { isTwoWords, type NounPhrase, phraseAt, subjectAt } from './phrase.ts';

type Test = (phrase: NounPhrase) => boolean;

/** What is asked of a phrase in a pattern; beside these, a role of its noun, or the noun itself. */
const TESTS: Readonly<Record<string, Test>> = {
  document: isDocument,
  documentNoun: ({ head }) => head.kind === 'document',
  event: ({ head }) => head.kind === 'event',
  person: ({ head }) => head.kind === 'person',
  body: ({ head }) => head.kind === 'body',
  thing: ({ head }) => head.kind === 'thing',
  measure: ({ head }) => head.kind === 'measure',
  known: ({ known }) => known,
  state: ({ head }) => isState(head.lemma),
  one: ({ head }) => head.cases.includes('n'),
  many: ({ head }) => head.cases.includes('N'),
  /** No genitive singular, as «справки» may be, so that it is surely of no word before it. */
  sure: ({ head, adjectives }) => !/[gG]/u.test(head.cases) || adjectives.length > 0,
  ofPerson: ({ of }) => of?.kind === 'person',
};

function testOf(name: string): Test {
  if (name.startsWith('!')) {
    const test = testOf(name.slice(1));
    return (phrase) => !test(phrase);
  }
  const all = name.split('|').map((one): Test => {
    const known = TESTS[one];
    if (known) return known;
    if (!isSentenceRole(one)) return ({ head }) => head.lemma === one;
    return (phrase) => does(phrase.head.lemma, one) || isTwoWords(phrase, one);
  });
  return (phrase) => all.some((test) => test(phrase));
}

/** `<subject event known>`, `<gG person|body>`: a phrase in the nominative, or in one of the cases, that stands the tests. */
function phraseOf(name: string): Part | undefined {
  const [cases = '', ...asked] = name.split(' ');
  if (cases !== 'subject' && !/^[ngdaip]+$/iu.test(cases)) return undefined;
  const tests = asked.filter((one) => one !== 'noun').map(testOf);
  const to = asked.includes('noun') ? 'headEnd' : 'end';
  return (c) => {
    const phrase = cases === 'subject' ? subjectAt(c.tokens, c.pos) : phraseAt(c.tokens, c.pos, cases);
    if (!phrase || !tests.every((test) => test(phrase))) return undefined;
    c.pos = phrase[to];
    return phrase;
  };
}

const NUMBER_TESTS: Readonly<Record<string, (quantity: Quantity) => boolean>> = {
  percent: ({ percent }) => percent,
  times: ({ times }) => times,
  plain: ({ op, max }) => op === null && max === null,
  one: ({ value }) => value === 1,
  whole: ({ value }) => Number.isInteger(value) && value >= 1,
  bare: ({ lead }) => lead === null,
};

/** A quantity, with its place among the nodes. */
export interface NumberAt extends Quantity {
  readonly at: number;
}

/** `<number !percent на>`: a quantity that stands the tests, or has this preposition before its number. */
function numberOf(name: string): Part | undefined {
  const [first, ...asked] = name.split(' ');
  if (first !== 'number') return undefined;
  const tests = asked.map((one) => {
    const plain = one.replace('!', '');
    const test = NUMBER_TESTS[plain] ?? (({ lead }: Quantity) => lead === plain);
    return (quantity: Quantity) => test(quantity) === (plain === one);
  });
  return (c) => {
    const { quantity } = (c.tokens[c.pos] ?? {}) as Partial<Node>;
    if (!quantity || !tests.every((test) => test(quantity))) return undefined;
    return { ...quantity, at: c.pos++ } satisfies NumberAt;
  };
}

/** The word here, if it `fits`. */
export const wordThat =
  (fits: (word: string) => boolean): Part =>
  (c) => {
    const node = c.tokens[c.pos];
    if (node?.kind !== 'word' || !fits(node.text)) return undefined;
    c.pos += 1;
    return node;
  };

const PARTS: Readonly<Record<string, Part>> = {
  any: (c) => c.tokens[c.pos++],
  verb: wordThat(isVerb),
  predicate: wordThat(isPredicate),
  action: wordThat(isAction),
  adjective: wordThat(isAdjective),
  infinitive: wordThat(isInfinitive),
  participle: wordThat(isShortParticiple),
  papers: (c) => opensDocument(c.tokens, c.pos) || undefined,
};

/**
 * The parts that all tables of an indicator know: `<any>` node, `<verb>`, `<predicate>`, `<action>`, `<adjective>`, `<infinitive>`,
 * `<participle>`, `<papers>` where documents begin, quantities (`<number …>`), and noun phrases: `<subject …>` in the nominative, `<gG …>` in these cases, up to the end of the phrase or, with `noun`, of its
 * noun. What follows is asked of the phrase: `document`, `event`, …, a role of its noun, the noun itself; `!` denies.
 */
export const partNamed = remembered(
  (name): Part | undefined => PARTS[name] ?? numberOf(name) ?? phraseOf(name),
);
