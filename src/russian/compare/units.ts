import { folded, LETTERS, NUMBERS } from '../words/letters.ts';
import { does } from '../words/lexicon.ts';
import { stem } from '../words/stem.ts';
import { foldedOf, WORD_BEGINS, WORD_ENDS, withoutTerritory } from './synonyms.ts';

/** How what the child names stands to what the parent names: the same, part of it, the whole it is part of. */
type Kinship = 'same' | 'narrower' | 'wider' | 'other';

const WORDS = new RegExp(`[${LETTERS}${NUMBERS}+]+`, 'gu');
/** «Школы, имеющие статус опорных»: the опорные ones. */
const OF_STATUS = new Set(['имеющих', 'имеющий', 'статус']);

const wordsIn = (phrase: string): readonly string[] =>
  (foldedOf(phrase).match(WORDS) ?? []).filter((word) => !does(word, 'joining') && !OF_STATUS.has(word));

const stemsOf = (phrase: string): readonly string[] => [...new Set(wordsIn(phrase).map(stem))];

const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$/u;

/** The noun of a lemma phrase: its first word that is no adjective. */
export function headOf(phrase: string): string {
  const words = foldedOf(phrase).split(/[\s,]+/u);
  const noun = words.find((word) => !ADJECTIVE.test(word) || /(?:ние|тие|сие|щийся)$/u.test(word));
  return stem(noun ?? words[0] ?? '');
}

/** Kinship of two lemma phrases by stems: more words describe less. */
export function kinshipOf(parent: string, child: string): Kinship {
  if (headOf(parent) !== headOf(child)) return 'other';
  const mine = stemsOf(parent);
  const other = stemsOf(child);
  const lost = mine.filter((word) => !other.includes(word));
  const added = other.filter((word) => !mine.includes(word));
  if (lost.length === 0 && added.length === 0) return 'same';
  if (lost.length === 0) return 'narrower';
  return added.length === 0 ? 'wider' : 'other';
}

/** True when the two phrases count one thing: equal, or one says less about it; two different levels are two things. */
export function countsTheSame(parent: string, child: string): boolean {
  // «семинар или вебинар»: whichever the child counts must be among those the parent asks for.
  return child.split(' или ').every((one) => parent.split(' или ').some((asked) => countsOne(asked, one)));
}

function countsOne(parent: string, child: string): boolean {
  const kinship = kinshipOf(parent, child);
  if (kinship === 'other') return false;
  const hasLevel = (phrase: string) => wordsIn(phrase).some((word) => does(word, 'level'));
  return kinship !== 'wider' || !hasLevel(child) || hasLevel(parent);
}

/** «школы проекта», «участник программы»: a circle smaller than a territory. */
const OF_PROJECT = new RegExp(`${WORD_BEGINS}(?:проекта|программы|участни[а-я]+)${WORD_ENDS}`, 'u');

/** Kinship of the circles two shares are taken of. A project takes in some of a territory, never more. */
export function kinshipOfCircles(parent: string, child: string): Kinship {
  const asked = withoutTerritory(parent);
  const given = withoutTerritory(child);
  const kinship = kinshipOf(asked, given);
  if (kinship !== 'other' || headOf(asked) !== headOf(given)) return kinship;
  const narrowed = asked !== foldedOf(parent) && !OF_PROJECT.test(asked) && OF_PROJECT.test(given);
  return narrowed ? 'narrower' : 'other';
}

/** Kinds of documents: the special one answers for the general one, never the reverse. */
const BROADER: Readonly<Record<string, readonly string[]>> = {
  приказ: ['распорядительный документ', 'нормативно-правовой акт', 'локальный акт', 'документ'],
  распоряжение: ['распорядительный документ', 'нормативно-правовой акт', 'документ'],
  постановление: ['распорядительный документ', 'нормативно-правовой акт', 'документ'],
  'аналитическая справка': ['справка'],
  'аналитический отчет': ['отчет'],
  'статистический отчет': ['отчет'],
  'план-график': ['план', 'график'],
  'методические рекомендации': ['рекомендации'],
  'протокол заседания': ['протокол'],
};
const DIRECTIVE = 'распорядительный документ';

/** «Распорядительный акт» is the same as «распорядительный документ». */
const asDirective = (unit: string): string => (unit === 'распорядительный акт' ? DIRECTIVE : unit);

const generalsOf = (unit: string): readonly string[] => {
  const plain = folded(unit);
  const exact = BROADER[plain];
  if (exact) return exact;
  const kind = Object.keys(BROADER).find((one) => plain.startsWith(`${one} `));
  return kind === undefined ? [] : [kind, ...BROADER[kind]!];
};

/** How a document the child shows answers the one the parent asks for. */
export function documentKinship(parent: string, child: string): Kinship | 'equivalent' | 'letter' {
  const asked = asDirective(folded(parent));
  if (asked === asDirective(folded(child))) return 'same';
  if (`${parent} ${child}`.includes(' или ')) return 'other';
  const general = generalsOf(child).includes(asked);
  if (general) return asked === DIRECTIVE || asked.includes('акт') ? 'equivalent' : 'narrower';
  if (generalsOf(parent).includes(folded(child))) return 'wider';
  if (headOf(child) === stem('письмо') && (asked === DIRECTIVE || generalsOf(parent).includes(DIRECTIVE)))
    return 'letter';
  const kinship = kinshipOf(parent, child);
  // «программа» may be any programme: it answers no question about «программа развития».
  return kinship === 'narrower' || kinship === 'same' ? kinship : 'other';
}
