import { isGenitiveAdjective } from '../words/adjective.ts';
import { nounsOf } from '../words/lemma.ts';
import { oneMore } from './listed.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import { isPredicate } from './words.ts';

/** Nouns that say little without their complement: «участник проекта». */
const RELATIVE = new Set([
  'участник',
  'представитель',
  'член',
  'победитель',
  'призёр',
  'руководитель',
  'участница',
]);

/** The phrase without what any such noun may drop: «участник проекта» keeps its complement, «школа …» does not. */
export const shortUnit = (phrase: NounPhrase): string =>
  RELATIVE.has(phrase.head.lemma) ? phrase.full : phrase.lemma;

const CLAUSE = /(?:щих|вших|нных|мых|щей|шей|щего|щихся|вшихся|торых|нной|нного)$/u;
const TAIL = new Set<string>(['word', 'abbreviation', 'name', 'quote']);
const LONGEST_TAIL = 14;

/** Names of a population: its words up to the verb, with the clause that narrows it («…, имеющих статус …»). */
export function populationOf(
  tokens: readonly Token[],
  phrase: NounPhrase,
  taken: ReadonlySet<number>,
): string {
  let text = phrase.full;
  let clause = false;
  for (let at = phrase.end; at < Math.min(phrase.end + LONGEST_TAIL, tokens.length); at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    if (taken.has(at)) break;
    if (token.kind === 'comma' && opensClause(next, tokens[at + 2])) {
      text += ',';
      clause = true;
    } else if (!TAIL.has(token.kind) || (isPredicate(token.text) && nounsOf(token.text).length === 0)) break;
    else if (!clause && token.text === 'и' && oneMore(tokens, at + 1, phrase, taken)) text += ' и';
    else if (!clause && token.kind === 'word' && !mayBeGenitive(token.text)) break;
    else text += ` ${token.kind === 'word' ? token.text : token.raw}`;
  }
  return text;
}

/** «…, имеющих статус», «…, не прошедших курсы». */
function opensClause(next: Token | undefined, after: Token | undefined): boolean {
  const word = next?.text === 'не' ? after : next;
  return word?.kind === 'word' && CLAUSE.test(word.text);
}

const mayBeGenitive = (word: string): boolean =>
  isGenitiveAdjective(word) || nounsOf(word).some(({ cases }) => /[gG]/u.test(cases));
