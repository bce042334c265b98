import { ANY_CASE } from '../words/noun.ts';
import { wordSet } from '../words/word-set.ts';
import { phraseAt } from './noun-phrase.ts';
import type { Token } from './tokens.ts';

const EACH = /^кажд/u;

const ONE = wordSet('одного одну одно одной 1');

const EACH_LEADS = wordSet('на от с в из для у по со');

/** «от каждой школы», «на ШНОР», «с каждым куратором», «каждая школа – …»: whom each is counted for. */
export function perEach(tokens: readonly Token[], from: number, taken: ReadonlySet<number>): string | null {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' || taken.has(at)) continue;
    const each = EACH.test(tokens[at + 1]?.text ?? '');
    if (each && EACH_LEADS.has(token.text)) {
      return phraseAt(tokens, at + 2, ANY_CASE, taken)?.lemma ?? null;
    }
    if (token.text === 'на' || token.text === 'от') {
      // «на одного обучающегося», «на 1 школу».
      const one = ONE.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
      const phrase = phraseAt(tokens, one, token.text === 'на' ? 'a' : 'gG', taken);
      if (phrase && (phrase.head.kind === 'body' || (phrase.head.kind === 'person' && token.text === 'на')))
        return phrase.lemma;
      if (phrase && phrase.lemma === 'муниципальное образование') return phrase.lemma;
    }
  }
  const before = tokens.slice(0, from).findIndex((token, at) => EACH.test(token.text) && !taken.has(at));
  return before < 0 ? null : (phraseAt(tokens, before + 1, ANY_CASE, taken)?.lemma ?? null);
}
