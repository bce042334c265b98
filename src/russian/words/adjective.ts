import { does } from './lexicon.ts';
import type { Gender } from './noun.ts';

const ADJECTIVE =
  /^(.{2,}?)(ыми|ими|ого|его|ому|ему|ый|ий|ой|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ей|ом|ем)(ся)?$/u;
const STRESSED =
  /(?:^|-)(?:городск|областн|краев|типов|правов|цифров|делов|сетев|выездн|основн|родн|миров|трудов|годов|целев|срезов|входн|тестов|языков|кадров|передов|полев|игров|лесн|степн|речн|морск|донск|тверск|лугов|берегов|заводск|слободск|речев|бытов|ключев|лицев|участков|молод|больш|прост|мастерск|боев|рядов|видов|силов)$/u;

/** Endings that nouns have as well. */
const AMBIGUOUS_ENDINGS = new Set(['ой', 'ей', 'ом', 'ем', 'им', 'ым']);

/** Stem of an adjective form and whether its endings are soft; undefined when the word is none. */
function adjectiveStem(word: string): { stem: string; soft: boolean; reflexive: boolean } | undefined {
  const found = ADJECTIVE.exec(word);
  if (!found || does(word, 'noAdjective')) return undefined;
  const [, stem = '', ending = '', reflexive] = found;
  if (
    AMBIGUOUS_ENDINGS.has(ending) &&
    !/(?:н|ск|цк|ов|ев|ущ|ющ|ящ|ащ|вш|т|рабоч|горяч|молод|общ|младш|старш|лучш|высш|перв|втор)$/u.test(stem)
  ) {
    return undefined;
  }
  const plain = /[гкхжшчщ]$/u.test(stem);
  return { stem, soft: !plain && /^[иеяю]/u.test(ending), reflexive: reflexive !== undefined };
}

/** True when the form may be an adjective or a full participle. */
export function isAdjective(word: string): boolean {
  return adjectiveStem(word) !== undefined;
}

/** True when the form may stand in the genitive (of either number). */
export function isGenitiveAdjective(word: string): boolean {
  return isAdjective(word) && /(?:ого|его|ой|ей|ых|их)(?:ся)?$/u.test(word);
}

/** True when the form may stand in the nominative (of either number). */
export function isNominativeAdjective(word: string): boolean {
  return isAdjective(word) && /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)(?:ся)?$/u.test(word);
}

/** An adjective of a name into the nominative, capitals kept: «Усольского» → «Усольский»; what is none stays. */
export function nominativeAdjective(word: string, gender: Gender): string {
  const lower = word.toLowerCase();
  const lemma = adjectiveLemma(lower, gender);
  if (lemma === undefined) return word;
  if (word.length > 2 && word === word.toUpperCase()) return lemma.toUpperCase();
  // Only the ending changes: capitals inside the word are those of the name.
  let same = 0;
  while (same < lemma.length && lemma[same] === lower[same]) same++;
  return word.slice(0, same) + lemma.slice(same);
}

/** «аналитическая», «общее» → «аналитические», «общие». */
export const pluralAdjective = (lemma: string): string =>
  lemma.replace(/(?:ая|ое)$/u, 'ые').replace(/(?<=[гкхжшчщ])ые$/u, 'ие');

/** Nominative singular of an adjective form, agreeing with a noun of `gender`; undefined when it is none. */
export function adjectiveLemma(word: string, gender: Gender): string | undefined {
  const cut = word.lastIndexOf('-');
  const own = cut > 0 ? word.slice(cut + 1) : word;
  const read = adjectiveStem(own);
  if (!read) return undefined;
  const { stem, soft, reflexive } = read;
  const hushing = /[жшчщ]$/u.test(stem);
  const back = /[гкх]$/u.test(stem);
  const ending =
    gender === 'f'
      ? soft
        ? 'яя'
        : 'ая'
      : gender === 'n'
        ? soft || hushing
          ? 'ее'
          : 'ое'
        : STRESSED.test(stem)
          ? 'ой'
          : soft || hushing || back
            ? 'ий'
            : 'ый';
  return `${cut > 0 ? word.slice(0, cut + 1) : ''}${stem}${ending}${reflexive ? 'ся' : ''}`;
}
