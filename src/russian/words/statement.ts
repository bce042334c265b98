import { isAdjective } from './adjective.ts';
import { knownNounsOf, nounsOf } from './lemma.ts';
import { does, wordRole } from './lexicon.ts';

/** Words that steer the reading of an indicator: what they govern, name or do. Lower-case, ё folded. */

export const isPreposition = (word: string): boolean => does(word, 'preposition');

/** Which way what is measured is to go. */
export type Trend = 'up' | 'down' | 'reach';

/** «Рост», «снижено», «доведение»: the trend a word names. */
export const trendIn = (word: string): Trend | undefined =>
  does(word, 'rise') ? 'up' : does(word, 'fall') ? 'down' : does(word, 'reach') ? 'reach' : undefined;

/** The same as done, after what has changed: «доля … выросла на 3 %». */
export const changedIn = (word: string): Trend | undefined =>
  does(word, 'risen') ? 'up' : does(word, 'fallen') ? 'down' : undefined;

/** Words that announce a number: «доля …», «количество …». */
export const isMeasure = (word: string): boolean => does(word, 'amount');
/** Those of them that announce a share. */
export const isShare = (word: string): boolean => does(word, 'share');

/** «Разработан», «размещена», «имеется»: what makes a target of the document after it. */
export const isMade = (word: string): boolean => does(word, 'made') || does(word, 'placed');

/** An action noun in the nominative: «выполнение», «участие», «охват». */
export function isAction(word: string): boolean {
  if (does(word, 'action')) return true;
  if (does(word, 'noAction')) return false;
  return (
    /(?:ание|ение|яние|тие|ация|яция|изация)$/u.test(word) &&
    nounsOf(word).some(({ kind }) => kind === 'thing')
  );
}

/** «100 % охвата», «100 % выполнения»: an action noun in the genitive as well. */
export const isActionOf = (word: string): boolean =>
  isAction(word) ||
  word === 'охвата' ||
  word === 'явки' ||
  (word.endsWith('ния') && isAction(`${word.slice(0, -1)}е`));

/** «курсы | повышения квалификации»: an action in the genitive, which needs an object of its own. */
export const needsObject = (word: string): boolean => /(?:ния|тия|ции|ки)$/u.test(word);

export const isEvery = (word: string): boolean => wordRole(word)?.role === 'every';

/** Action nouns that are counted as things as well. */
export const isShown = (word: string): boolean => does(word, 'shown');
/** «проведён», «приняты», «открыто»: a short participle, which no noun is. */
export const isShortParticiple = (word: string): boolean =>
  /(?:[аеия]н|нят|крыт|гнут)[аоы]?$/u.test(word) && nounsOf(word).length === 0;

/** Short participles and finite verbs: what makes a statement of a list of words. */
export function isPredicate(word: string): boolean {
  if (word.length < 4 || does(word, 'noPredicate')) return false;
  if (word.length >= 6 && /(?:[аея]н[аоы]?|ин[аоы]|(?:нят|крыт|гнут)[аоы]?)$/u.test(word)) return true;
  return (
    word.length >= 5 &&
    /(?:[аеиоуыя]л(?:и|а|о)|шл(?:и|а|о)|(?:л|ла|ло|ли)с[ья]|ются|ится|ется|ятся|ует|уют|яет|яют|ают|ает)$/u.test(
      word,
    )
  );
}

/** A verb that is no noun of the dictionary as well. */
export const isVerb = (word: string): boolean => isPredicate(word) && knownNounsOf(word).length === 0;

/** «Оформить», «увеличить»: what is to be done. */
export const isInfinitive = (word: string): boolean =>
  /(?:[аеиоуыя]ть|сти|чь)(?:ся)?$/u.test(word) && word.length > 4 && nounsOf(word).length === 0;

/** Participles of a clause that narrows whom a target is of: «…, имеющих», «…, прошедших», «…, охваченных». */
export const opensClause = (word: string): boolean =>
  /(?:щих|вших|нных|мых|щей|шей|щего|щихся|вшихся|торых|нной|нного)$/u.test(word);

/** States and qualities that nobody shows on paper: «динамика», «открытость», «взаимодействие». */
export function isState(lemma: string): boolean {
  if (does(lemma, 'state')) return true;
  if (does(lemma, 'noAction') || NO_STATE.test(lemma) || isAdjective(lemma)) return false;
  return /(?:[^г]ость|ание|ение|яние|тие|ация|яция|изация|ство|изм)$/u.test(lemma);
}
/** «-ство» of people, bodies and amounts. */
const NO_STATE = /^(?:больш|меньш|множе|сооб|мини|аген|товари|хозяй|обще|прави|изда|учи|коли|руково)/u;
/** Units that measure time: «10 дней» alone are a time, not a result. */
export const isTimeUnit = (unit: string | null): boolean =>
  /(?:^| )(?:день|час|неделя|месяц)$/u.test(unit ?? '');
