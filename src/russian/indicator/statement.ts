import type { PlanPeriod } from '../../meaning/period.ts';
import type { Token } from '../text/token.ts';
import { labelsOf } from './labels.ts';
import { collapsed, made, type Node, type Quantity } from './node.ts';
import { findShapes } from './phrase.ts';
import { quantitiesOf } from './quantity.ts';
import { type IndicatorReading, refused } from './result.ts';
import { type Rhythm, rhythmsOf } from './rhythm.ts';
import { timesOf } from './time.ts';

/** A statement, or a run of one, as nodes. */
export type Nodes = readonly Node[];

/** A run of nodes with one quantity, at `at`. `rhythm`: its own, or one lent by the words around. */
export interface Target {
  readonly nodes: Nodes;
  readonly at: number;
  readonly quantity: Quantity;
  readonly rhythm: Rhythm | undefined;
}

/** A statement with more of them is a table. */
const MOST_QUANTITIES = 48;

/** Makes nodes of the tokens of a statement: times first, then rhythms, labels and quantities of what is left. */
export function nodesOf(tokens: readonly Token[], period: PlanPeriod | undefined): Nodes | IndicatorReading {
  const timed = collapsed(
    tokens.map((token): Node => ({ ...token })),
    timesOf(tokens, period),
    (inside, time) => made('time', inside, { time }),
  );
  const paced = collapsed(timed, rhythmsOf(timed), (inside, rhythm) => made('rhythm', inside, { rhythm }));
  const labelled = collapsed(paced, labelsOf(paced), (inside) => made('label', inside));
  const quantities = quantitiesOf(labelled);
  if ('id' in quantities) return refused(quantities.id, quantities.at);
  if (quantities.length > MOST_QUANTITIES) return refused('too-long', tokens);
  const nodes = collapsed(labelled, quantities, (inside, { quantity }) =>
    made('quantity', inside, { quantity }),
  );
  const lost = nodes.find(({ kind }) => kind === 'number');
  if (lost) return refused('number-unplaced', [lost]);
  findShapes(nodes);
  return nodes;
}

/** True when the nodes could not be made, and why stands in their place. */
export const isRefused = (nodes: Nodes | IndicatorReading): nodes is IndicatorReading =>
  'understood' in nodes;

/** Where the quantities stand. */
export const quantityPlaces = (nodes: Nodes): readonly number[] =>
  nodes.flatMap(({ kind }, at) => (kind === 'quantity' ? [at] : []));

export const rhythmNodes = (nodes: Nodes): Nodes => nodes.filter(({ kind }) => kind === 'rhythm');

/** The last node before `at` that is neither a time nor a rhythm nor a label, or −1. */
export function lastBefore(nodes: Nodes, at: number): number {
  let before = at - 1;
  while (before >= 0 && ['time', 'rhythm', 'label'].includes(nodes[before]!.kind)) before -= 1;
  return before;
}
