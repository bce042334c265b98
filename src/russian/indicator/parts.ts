import type { Part } from '../grammar/engine.ts';
import { isAdjective } from '../words/adjective.ts';
import { does, isSentenceRole } from '../words/lexicon.ts';
import { isAction, isInfinitive, isPredicate, isState, isVerb } from '../words/statement.ts';
import { isDocument } from './papers.ts';
import { isTwoWords, type NounPhrase, phraseAt, subjectAt } from './phrase.ts';

type Test = (phrase: NounPhrase) => boolean;

/** What is asked of a phrase in a pattern; beside these, a role of its noun, or the noun itself. */
const TESTS: Readonly<Record<string, Test>> = {
  document: isDocument,
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
};

/**
 * The parts that all tables of an indicator know: `<any>` node, `<verb>`, `<predicate>`, `<action>`, `<adjective>`, `<infinitive>`, and noun
 * phrases: `<subject …>` in the nominative, `<gG …>` in these cases, up to the end of the phrase or, with `noun`, of its
 * noun. What follows is asked of the phrase: `document`, `event`, …, a role of its noun, the noun itself; `!` denies.
 */
export const partNamed = (name: string): Part | undefined => PARTS[name] ?? phraseOf(name);
