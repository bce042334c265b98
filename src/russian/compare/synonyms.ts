import { folded, LETTERS } from '../words/letters.ts';

/** The edges of a word. */
export const WORD_BEGINS = `(?<![${LETTERS}])`;
export const WORD_ENDS = `(?![${LETTERS}])`;

const word = (pattern: string): RegExp => new RegExp(`${WORD_BEGINS}(?:${pattern})${WORD_ENDS}`, 'gu');

/** Forms of a noun of the «учитель» kind. */
const SOFT = '(?:ь|я|ю|ем|е|и|ей|ям|ями|ях)';

/**
 * Words that papers on education use for one thing, and kinds that are told beside the general word, so that the special
 * one answers for the general one and never the reverse: «учитель» becomes «педагог учитель».
 *
 * Sources: Federal Law 273-FZ, art. 2 and 33 (обучающиеся take in учащиеся, whom people call ученики and школьники), art. 23
 * (общеобразовательные организации are schools, образовательные организации and the older «учреждения» are one thing), art. 44
 * («родители (законные представители)» is one phrase); the list of teaching posts, Government Resolution 225 of 21.02.2022
 * (учитель, преподаватель, воспитатель are педагогические работники).
 */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [word('общеобразовательн[а-я]* (?:организаци|учреждени)[а-я]*'), 'школа'],
  [word('образовательн[а-я]* (?:организаци|учреждени)[а-я]*'), 'оо'],
  [word('оу'), 'оо'],
  [word('педагогическ[а-я]* работник[а-я]*'), 'педагог'],
  [word(`(учител|преподавател|воспитател)${SOFT}`), 'педагог $1ь'],
  [word('(?:обучающ|учащ)[а-я]*ся|учени(?:к|ц)[а-я]*|школьни(?:к|ц)[а-я]*'), 'обучающийся'],
  [new RegExp(`${WORD_BEGINS}(родител[а-я]+),? \\(?законн[а-я]* представител[а-я]*\\)?`, 'gu'), '$1'],
];

/** Lower-case, ё folded, one word for what is one thing. */
export const foldedOf = (phrase: string): string =>
  SYNONYMS.reduce(
    (text, [from, to]) => text.replace(from, to),
    folded(phrase).replace(/[\s\u00a0\u202f]+/gu, ' '),
  );

/**
 * «100 % школ муниципалитета», «… Озёрского края»: whose schools are goes without saying: a region speaks of all of its
 * own, a municipality can promise for its own only.
 */
const TERRITORY = new RegExp(
  `(?:[${LETTERS}]+(?:ого|ой|его) )?(?:муниципалитета|муниципального (?:образования|района|округа)|(?:городского )?округа|района|города|области|края|республики|региона|территории)${WORD_ENDS}`,
  'gu',
);

/** The folded phrase without the territory that goes without saying. */
export const withoutTerritory = (phrase: string): string => foldedOf(phrase).replace(TERRITORY, ' ');
