import { adjectiveLemma, isAdjective } from './adjective.ts';
import { formOf, knownNounsOf } from './lemma.ts';
import { CAPITALS } from './letters.ts';
import type { Gender } from './noun.ts';

/** Which form of a phrase is wanted: after «не менее 1», «не менее 5», «1», «2», «5». */
export type WantedForm = 'genitive-one' | 'genitive-many' | 'one' | 'few' | 'many';

const CODE: Readonly<Record<WantedForm, string>> = {
  'genitive-one': 'g',
  'genitive-many': 'G',
  one: 'n',
  few: 'g',
  many: 'G',
};

/** Adjective of a lemma phrase in the genitive of one or of many; the nominative stays. */
function adjective(lemma: string, gender: Gender, wanted: WantedForm): string | undefined {
  if (wanted === 'one') return lemma;
  const reflexive = lemma.endsWith('ся') ? 'ся' : '';
  const bare = reflexive ? lemma.slice(0, -2) : lemma;
  const stem = bare.slice(0, -2);
  const soft = /[ияе](?:й|я|е)$/u.test(bare.slice(-2)) || /(?:ий|яя|ее)$/u.test(bare);
  const velar = /[гкх]$/u.test(stem);
  const hushing = /[жшчщ]$/u.test(stem);
  if (wanted === 'genitive-one') {
    if (gender === 'f') return stem + (soft || hushing ? 'ей' : 'ой') + reflexive;
    return stem + ((soft && !velar) || hushing ? 'его' : 'ого') + reflexive;
  }
  return stem + (velar || hushing || soft ? 'их' : 'ых') + reflexive;
}

const ABBREVIATION = new RegExp(`^[${CAPITALS}]{2,}$`, 'u');

const headAt = (words: readonly string[]): number =>
  words.findIndex((word) => formOf(word, 'n') !== undefined || formOf(word, 'N') !== undefined);

const genderOf = (lemma: string): Gender | undefined =>
  knownNounsOf(lemma.replaceAll('ё', 'е')).find((one) => one.lemma === lemma)?.gender;

/** True when the noun of a lemma phrase is feminine; false when it is not or is unknown. */
export function isFeminine(phrase: string): boolean {
  const words = phrase.split(' ');
  const at = headAt(words);
  return at >= 0 && genderOf(words[at]!) === 'f';
}

/**
 * A lemma phrase («консультационная встреча», «программа развития») in the form a number asks for; the
 * complement after the noun stays. Undefined when the noun is not of the dictionary.
 */
export function inflect(phrase: string, wanted: WantedForm): string | undefined {
  // «семинар или вебинар»: things counted together.
  const each = phrase.split(' или ').map((one) => inflectOne(one, wanted));
  return each.includes(undefined) ? undefined : each.join(' или ');
}

function inflectOne(phrase: string, wanted: WantedForm): string | undefined {
  const words = phrase.split(' ');
  const at = headAt(words);
  if (at < 0) {
    // An abbreviation has one form for all.
    return ABBREVIATION.test(words[0] ?? '') ? phrase : undefined;
  }
  const lemma = words[at]!;
  const noun = formOf(lemma, CODE[wanted]);
  const gender = genderOf(lemma);
  if (noun === undefined || gender === undefined) return undefined;
  const before: string[] = [];
  for (const word of words.slice(0, at)) {
    if (word === 'и') before.push(word);
    else if (!isAdjective(word) || adjectiveLemma(word, gender) === undefined) return undefined;
    else before.push(adjective(word, gender, wanted)!);
  }
  return [...before, noun, ...words.slice(at + 1)].join(' ');
}
