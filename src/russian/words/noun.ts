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
