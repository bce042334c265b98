import { remembered } from '../../finding/remembered.ts';
import { folded } from './letters.ts';

/**
 * The Snowball stemmer for Russian (snowballstem.org, «Russian stemming algorithm»), with ё folded to е.
 * Endings are tried longest first; every step looks only inside the region it is allowed to cut.
 */

const VOWELS = 'аеиоуыэюя';

/** Endings that may be cut only when а or я stands before them (which stays), and those cut anywhere. */
interface Endings {
  readonly afterA: readonly string[];
  readonly anywhere: readonly string[];
}

const list = (words: string): readonly string[] =>
  words
    .split(' ')
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);

const GERUND: Endings = {
  afterA: list('в вши вшись'),
  anywhere: list('ив ивши ившись ыв ывши ывшись'),
};
const ADJECTIVE = list('ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею');
const PARTICIPLE: Endings = { afterA: list('ем нн вш ющ щ'), anywhere: list('ивш ывш ующ') };
const VERB: Endings = {
  afterA: list('ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно'),
  anywhere: list(
    'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю',
  ),
};
const NOUN = list(
  'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я',
);
const SUPERLATIVE = list('ейш ейше');
const DERIVATIONAL = list('ост ость');

function cutList(word: string, from: number, endings: readonly string[]): string | undefined {
  for (const ending of endings) {
    if (word.length - ending.length >= from && word.endsWith(ending)) {
      return word.slice(0, word.length - ending.length);
    }
  }
  return undefined;
}

/** The longest ending of both lists decides; one after а/я needs that letter inside the region. */
function cutEndings(word: string, from: number, endings: Endings): string | undefined {
  const long = cutList(word, from, endings.anywhere);
  if (long !== undefined) return long;
  for (const ending of endings.afterA) {
    const at = word.length - ending.length;
    if (at - 1 < from || !word.endsWith(ending)) continue;
    const before = word[at - 1];
    if (before === 'а' || before === 'я') return word.slice(0, at);
  }
  return undefined;
}

/** Where the region after the first vowel begins, or the word's length. */
function regionAfterVowel(word: string): number {
  for (let at = 0; at < word.length; at++) {
    if (VOWELS.includes(word[at]!)) return at + 1;
  }
  return word.length;
}

/** Where the region after the first consonant that follows a vowel begins, counted from `from`. */
function regionAfterPair(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at++) {
    if (!VOWELS.includes(word[at]!) && VOWELS.includes(word[at - 1]!)) return at + 1;
  }
  return word.length;
}

function cutInflection(word: string, rv: number): string {
  const gerund = cutEndings(word, rv, GERUND);
  if (gerund !== undefined) return gerund;
  const bare = cutList(word, rv, ['ся', 'сь']) ?? word;
  const adjective = cutList(bare, rv, ADJECTIVE);
  if (adjective !== undefined) return cutEndings(adjective, rv, PARTICIPLE) ?? adjective;
  return cutEndings(bare, rv, VERB) ?? cutList(bare, rv, NOUN) ?? bare;
}

function compute(word: string): string {
  const rv = regionAfterVowel(word);
  const r2 = regionAfterPair(word, regionAfterPair(word, 0));
  let result = cutInflection(word, rv);
  result = cutList(result, rv, ['и']) ?? result;
  result = cutList(result, Math.max(r2, rv), DERIVATIONAL) ?? result;
  const superlative = cutList(result, rv, SUPERLATIVE);
  const base = superlative ?? result;
  if (base.endsWith('нн') && base.length - 2 >= rv) return base.slice(0, -1);
  if (superlative !== undefined) return superlative;
  return cutList(result, rv, ['ь']) ?? result;
}

const ROOM = 50_000;

/** The stem of one word. Lower-cases and folds ё; a word without Russian vowels comes back as it is. */
export const stem = remembered((word) => compute(folded(word)), ROOM);
