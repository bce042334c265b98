import { remembered } from '../../finding/remembered.ts';

/** Grammatical gender of a noun: decides the ending of the adjectives beside it. */
export type Gender = 'm' | 'f' | 'n';

/** What a noun is to an indicator. */
export type NounKind = 'document' | 'event' | 'person' | 'body' | 'thing' | 'measure';

/** A reading of one word form as a noun. `cases`: ngdaip of the singular, upper-case of the plural. */
export interface Noun {
  readonly lemma: string;
  readonly gender: Gender;
  readonly kind: NounKind;
  readonly cases: string;
}

/** Every case of both numbers, as `cases` has them. */
export const ANY_CASE = 'ngdaipNGDAIP';

/** Who or what does it. */
const DOER = ['ник', 'ист', 'тор', 'лог', 'ент', 'ант', 'инг', 'изм'];

/**
 * Endings of derived nouns whose lemma and gender are certain without a dictionary, with what must stand before them.
 * Plain comparisons: as many regular expressions cost a run 3 ms.
 */
const DERIVED: readonly (readonly [
  before: readonly string[] | 'long',
  ending: string,
  lemma: string,
  gender: Gender,
  cases: string,
])[] = [
  [['а', 'е', 'и', 'я'], 'ний', 'ние', 'n', 'G'],
  [['а', 'е', 'и', 'я'], 'ния', 'ние', 'n', 'gNA'],
  [['а', 'е', 'и', 'я'], 'ние', 'ние', 'n', 'na'],
  [['а', 'е', 'и', 'я'], 'нию', 'ние', 'n', 'd'],
  [['а', 'е', 'и', 'я'], 'нием', 'ние', 'n', 'i'],
  [['т', 'с'], 'ий', 'ие', 'n', 'G'],
  [['т'], 'ие', 'ие', 'n', 'na'],
  [['т'], 'ия', 'ие', 'n', 'gNA'],
  [[''], 'ция', 'ция', 'f', 'n'],
  [[''], 'ций', 'ция', 'f', 'G'],
  [[''], 'ции', 'ция', 'f', 'gdpNA'],
  [[''], 'цию', 'ция', 'f', 'a'],
  ['long', 'остей', 'ость', 'f', 'G'],
  ['long', 'ости', 'ость', 'f', 'gdpNA'],
  ['long', 'ость', 'ость', 'f', 'na'],
  [[''], 'телей', 'тель', 'm', 'GA'],
  [[''], 'теля', 'тель', 'm', 'ga'],
  [[''], 'тель', 'тель', 'm', 'n'],
  [[...DOER, 'ер'], 'ов', '', 'm', 'GA'],
  [DOER, 'а', '', 'm', 'ga'],
  [DOER, '', '', 'm', 'n'],
  [[''], 'ств', 'ство', 'n', 'G'],
  [[''], 'ства', 'ство', 'n', 'gNA'],
  [[''], 'ство', 'ство', 'n', 'na'],
];

/** Three letters at least before the ending, the last of them no vowel: «деятельн|ость», not «гость». */
const isLong = (stem: string): boolean => stem.length >= 3 && !'аеиоуыэюя'.includes(stem.at(-1)!);

/** The noun a word is by its ending alone, remembered; none where the ending is not certain. */
export const derived = remembered(derive);

function derive(form: string): readonly Noun[] {
  if (form.length < 6 || form.endsWith('ский') || form.endsWith('еский')) return [];
  for (const [before, ending, lemma, gender, cases] of DERIVED) {
    if (!form.endsWith(ending)) continue;
    const stem = form.slice(0, form.length - ending.length);
    if (before === 'long' ? isLong(stem) : before.some((tail) => stem.endsWith(tail)))
      return [{ lemma: stem + lemma, gender, kind: 'thing', cases }];
  }
  return [];
}
