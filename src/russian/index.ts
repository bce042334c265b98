/** What the rest of the product may ask of Russian: everything else in this folder is its own affair (tests/architecture). */
export { compareIndicators, type IndicatorComparison } from './compare/indicators.ts';
export { countsTheSame } from './compare/units.ts';
export { readIndicator } from './indicator/read.ts';
export { isPredicate } from './indicator/words.ts';
export { readPeriod } from './period/read.ts';
export { PERIOD_REFUSALS } from './period/refusals.ts';
export { isCommonAbbreviation } from './words/abbreviations.ts';
export { knownNounsOf } from './words/lemma.ts';
export { CAPITALS, CYRILLIC_LETTERS, LATIN_LETTERS, LETTERS, NUMBERS } from './words/letters.ts';
export { containment, firstWordOf, likeness, stemsOf, wordsOf } from './words/likeness.ts';
export { nearest } from './words/nearest.ts';
export { plural } from './words/plural.ts';
export { remembered } from './words/remembered.ts';
export { stem } from './words/stem.ts';
export { writeDay } from './write/day.ts';
export { writeIndicator } from './write/indicator.ts';
export { writePeriod } from './write/period.ts';
export { writeSpans } from './write/spans.ts';
