import { isAdjective } from '../words/adjective.ts';
import { nounsOf } from '../words/lemma.ts';
import { isAction } from './actions.ts';
import { SHARE } from './level.ts';
import type { Statement } from './parse.ts';
import { isPredicate } from './words.ts';

/** The word after a number is no noun of the dictionary, no verb and no preposition: «100 Мбит/с». */
export function isUnknownThing({ tokens, quantity, taken }: Statement): boolean {
  const next = tokens[quantity.end];
  if (!next || taken.has(quantity.end) || (next.kind !== 'word' && next.kind !== 'abbreviation'))
    return false;
  return !isPredicate(next.text) && !FOLLOWS.test(next.text);
}

const FOLLOWS = /^(?:на|от|с|со|в|во|из|для|у|по|и|за|при|к|до|о|об|кажд[а-я]+|раз|раза)$/u;

/** «Не менее половины от»: the words that would say of whom are cut off, or no noun is among them. */
export const ofNothing = ({ tokens, quantity }: Statement): boolean =>
  ['от', 'из', 'среди'].includes(tokens[quantity.end]?.text ?? '');

/** «80 % троечников», «доля троечников – 5 %»: the share is of somebody whom the dictionary does not know. */
export function ofUnknown(statement: Statement): boolean {
  const { tokens, quantity, taken } = statement;
  const next = tokens[quantity.end]?.text ?? '';
  if (isUnknownThing(statement) && nounsOf(next).length === 0 && !isAction(next) && !isAdjective(next)) {
    return true;
  }
  const share = tokens.findIndex(({ text }) => SHARE.test(text));
  const whose = share >= 0 && share < quantity.start ? tokens[share + 1] : undefined;
  return (
    whose?.kind === 'word' &&
    !taken.has(share + 1) &&
    share + 1 < quantity.start &&
    nounsOf(whose.text).length === 0 &&
    !isAdjective(whose.text) &&
    !FOLLOWS.test(whose.text)
  );
}
