import { remembered } from '../finding/remembered.ts';
import type { Bilingual } from '../finding/text.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Item, Stated } from '../model/plan.ts';
import { containment, wordsOf } from '../russian/index.ts';
import type { IndicatorMatch } from './comparison.ts';

/** An indicator of the child, as it is written. */
export interface GivenIndicator {
  readonly item: Item;
  readonly stated: Stated<Indicator>;
}

/** A word or two of what is counted. */
const MENTIONED = 0.6;

const runOf = remembered((text) => ` ${wordsOf(text).join(' ')} `);

const NO_WORDS = '  ';

/** So many words in one order are no chance. */
const ENOUGH_WORDS = 3;

/**
 * The same words in the same order, alone or, when there are enough of them, within a longer statement: that shows where
 * to look, and is no proof while one of the two is not read.
 */
export function repeatedIn(
  required: Stated<Indicator>,
  given: readonly GivenIndicator[],
  why: Bilingual,
): IndicatorMatch | undefined {
  if (given.length === 0) return undefined;
  const words = runOf(required.text);
  if (words === NO_WORDS) return undefined;
  const isLong = words.split(' ').length - 2 >= ENOUGH_WORDS;
  const child = given.find(({ stated }) => {
    const run = runOf(stated.text);
    return run === words || (isLong && run.includes(words));
  });
  return (
    child && {
      parent: required,
      child: { item: child.item, stated: child.stated },
      relation: 'incomparable',
      why,
    }
  );
}

/** What could not be read is not lost: a statement that names the thing may well hold its number. */
export function hiddenIn(
  required: Stated<Indicator>,
  { unit, of, kind }: Indicator,
  unread: readonly GivenIndicator[],
): IndicatorMatch | undefined {
  const thing = unit ?? of;
  if (thing === null) return undefined;
  const share = kind === 'percent' || kind === 'staged';
  const child = unread.find(
    ({ stated }) =>
      containment(thing, stated.text) >= MENTIONED && (!share || /%|процент|дол[яию]/iu.test(stated.text)),
  );
  return child && { parent: required, child, relation: 'incomparable', why: CHILD_NOT_READ };
}

const CHILD_NOT_READ: Bilingual = {
  ru: 'показатель исполнителя не прочитан',
  en: 'the implementing item’s indicator was not read',
};
