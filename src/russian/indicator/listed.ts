import { wordSet } from '../words/word-set.ts';
import { type NounPhrase, phraseAt } from './noun-phrase.ts';
import type { Token } from './tokens.ts';

/** «семинаров | и вебинаров», «педагогов | и руководителей»: another noun of the same kind in the same case. */
export function oneMore(
  tokens: readonly Token[],
  at: number,
  first: NounPhrase,
  taken: ReadonlySet<number>,
): NounPhrase | undefined {
  const own = first.head.cases;
  const cases = own.includes('G') ? 'G' : [...'gN'].filter((code) => own.includes(code)).join('');
  const phrase = phraseAt(tokens, at, cases, taken);
  return phrase?.known && phrase.head.kind === first.head.kind && phrase.head.lemma !== first.head.lemma
    ? phrase
    : undefined;
}

const JOINTS = wordSet('и или либо');
const LISTED = wordSet('event person document');
const MOST_LISTED = 8;

/** «не менее 3 семинаров, вебинаров и встреч»: whichever of them, they are counted together. */
export function unitOf(tokens: readonly Token[], phrase: NounPhrase, taken: ReadonlySet<number>): string {
  const units = [phrase.full];
  let end = phrase.end;
  while (LISTED.has(phrase.head.kind) && units.length < MOST_LISTED) {
    const joint = tokens[end];
    if (!joint || taken.has(end) || (joint.kind !== 'comma' && !JOINTS.has(joint.text))) break;
    const more = oneMore(tokens, end + 1, phrase, taken);
    if (!more) break;
    units.push(more.full);
    end = more.end;
  }
  return units.join(' или ');
}
