/** What the rest of the product may ask of Russian: everything else in this folder is its own affair (tests/architecture). */
export { type Statement, statementsOf } from './compare/content.ts';
export { asksForNone, isOfOtherSubject, provesDocument } from './compare/documents.ts';
export { compareStatements, type IndicatorComparison } from './compare/indicators.ts';
export { countsTheSame } from './compare/units.ts';
export { readIndicator } from './indicator/read.ts';
export { readPeriod } from './period/read.ts';
export { goesOnBelow, hangingWord } from './text/unfinished.ts';
export { nominativeAdjective } from './words/adjective.ts';
export {
  INSTITUTION_NOUNS,
  INSTITUTION_TYPES,
  INSTITUTION_WORD,
  isCommonAbbreviation,
  isLegalForm,
} from './words/institutions.ts';
export { knownNounsOf } from './words/lemma.ts';
export {
  CAPITALS,
  CYRILLIC_LETTERS,
  foldedLetter,
  LATIN_LETTERS,
  LETTERS,
  NUMBERS,
  plainWords,
} from './words/letters.ts';
export { containment, firstWordOf, likeness, stemsOf, wordsOf } from './words/likeness.ts';
export { isYear, MONTH_STEM, monthNumber } from './words/months.ts';
export { nearest } from './words/nearest.ts';
export { isPredicate } from './words/statement.ts';
export { stem } from './words/stem.ts';
export { writeIndicator } from './write/indicator.ts';
export { writeDay, writePeriod, writeSpans } from './write/period.ts';
