import type { PlanPeriod } from '../../meaning/period.ts';
import { type Cursor, cursorAt, cursorOver, peek } from '../grammar/cursor.ts';
import { takeRate } from '../grammar/rhythm.ts';
import type { Token } from '../text/token.ts';
import { ADVERB_RHYTHMS } from '../words/lexicon.ts';
import { isAction } from '../words/statement.ts';
import { labelsOf } from './labels.ts';
import { collapsed, made, type Node, type Nodes, type Rhythm } from './node.ts';
import { findShapes } from './phrase.ts';
import { quantitiesOf } from './quantity.ts';
import { type IndicatorReading, refused } from './refusals.ts';
import { timesOf } from './time.ts';

/** A statement with more of them is a table. */
const MOST_QUANTITIES = 48;

/** Makes nodes of the tokens of a statement: times first, then rhythms, labels and quantities of what is left. */
export function nodesOf(tokens: readonly Token[], period: PlanPeriod | undefined): Nodes | IndicatorReading {
  const timed = collapsed(
    tokens.map((token): Node => ({ ...token })),
    timesOf(tokens, period),
    (inside, time) => made('time', inside, { time }),
  );
  const c = cursorAt('', timed);
  const paced = collapsed(timed, rhythmsOf(c), (inside, rhythm) => made('rhythm', inside, { rhythm }));
  const afterRhythms = cursorOver(c, paced);
  const labelled = collapsed(paced, labelsOf(afterRhythms), (inside) => made('label', inside));
  const found = quantitiesOf(cursorOver(afterRhythms, labelled));
  if ('id' in found) return refused(found.id, found.at);
  if (found.length > MOST_QUANTITIES) return refused('too-long', tokens);
  const nodes = collapsed(labelled, found, (inside, { quantity }) =>
    quantity ? made('quantity', inside, { quantity }) : undefined,
  );
  const lost = nodes.find(({ kind }) => kind === 'number');
  if (lost) return refused('number-unplaced', [lost]);
  findShapes(nodes);
  return nodes;
}

/** True when the nodes could not be made, and why stands in their place. */
export const isRefused = (nodes: Nodes | IndicatorReading): nodes is IndicatorReading =>
  'understood' in nodes;

/** No rhythm of any target is longer. */
const LONGEST = 24;

/** Every rhythm of the nodes, in order. «В течение года», «в 2022 году» are none. */
function rhythmsOf(c: Cursor): readonly Rhythm[] {
  const nodes = c.tokens;
  const found: Rhythm[] = [];
  for (let at = 0; at < nodes.length; at = Math.max(at + 1, c.pos)) {
    c.pos = at;
    // «план на каждый день»: what it is for.
    if (c.words[at]?.role === 'every' && nodes[at - 1]?.text === 'на') continue;
    if (nodes[at]!.text === '/' && c.words[at - 1]?.role !== 'times') continue;
    const periodic = c.words[at]?.role === 'periodic' && at === 0 && isAction(peek(c, 1)?.text ?? '');
    // «Ежегодное | проведение не менее 3 акций»: how often what follows is done.
    const span = periodic ? { per: ADVERB_RHYTHMS[c.words[c.pos++]!.value - 1]!, every: 1 } : takeRate(c);
    // Whether a plan of this year has semesters is not known here.
    if (span && !span.school && span.every <= LONGEST) found.push({ ...span, start: at, end: c.pos });
    else c.pos = at;
  }
  return found;
}
