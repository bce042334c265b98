import type { Indicator } from '../meaning/indicator.ts';
import type { Per } from '../meaning/period.ts';
import { indicatorOf } from '../model/meanings.ts';
import type { Item, Plan, Stated } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { IndicatorMatch } from './comparison.ts';

import type { TracedParent } from './trace.ts';

/** What one plan promises of an indicator that every plan of its level must have. */
interface Pledge {
  readonly plan: Plan;
  /** Its figure in the obligation's own unit and rhythm; 0 where nothing is promised, null where it is not known. */
  readonly value: number | null;
  readonly enough: boolean | null;
}

/** What all children together promise of one indicator of an obligation. */
export interface RollUp {
  readonly obligation: Item;
  readonly indicator: Stated<Indicator>;
  /** `sum`: numbers add up; `share`: a share or a document is a matter of each plan, only how many promise it adds up. */
  readonly kind: 'sum' | 'share';
  readonly unit: string | null;
  readonly per?: Per;
  /** What each must reach; null for a document. */
  readonly required: number | null;
  /** `sum`: for all of them together. */
  readonly total?: number;
  /** `sum`: promised by those whose figures could be read. */
  readonly promised?: number;
  /** `sum`: what those who promise too little lack; others' surplus does not make up for it. */
  readonly shortfall?: number;
  readonly enough: number;
  readonly pledges: readonly Pledge[];
}

/** Adds up what the children of a parent promise: every indicator of every obligation that can be counted. */
export function rollUpOf({ plan, children }: TracedParent, workspace: Workspace): RollUp[] {
  const required = new Map<Stated<Indicator>, { obligation: Item; pledges: Pledge[] }>();
  for (const child of children) {
    for (const { obligation, indicators, items, state } of child.obligations) {
      // What a plan is excused from is not expected of it.
      if (state === 'waived') continue;
      for (const stated of obligation.item.indicators) {
        const meaning = indicatorOf(stated, plan, workspace);
        if (!meaning || !isCountable(meaning)) continue;
        const match = indicators.find(({ parent }) => parent === stated);
        const known = required.get(stated) ?? { obligation: obligation.item, pledges: [] };
        known.pledges.push(pledgeOf(meaning, items.length === 0 ? undefined : match, child.plan, workspace));
        required.set(stated, known);
      }
    }
  }
  const order = new Map(plan.items.map((item, at) => [item, at]));
  return [...required]
    .map(([stated, { obligation, pledges }]) =>
      added(obligation, stated, indicatorOf(stated, plan, workspace) as Indicator, pledges),
    )
    .sort(
      (a, b) =>
        (order.get(a.obligation) ?? 0) - (order.get(b.obligation) ?? 0) ||
        a.obligation.indicators.indexOf(a.indicator) - b.obligation.indicators.indexOf(b.indicator),
    );
}

const isCountable = ({ kind, value, op, change }: Indicator): boolean =>
  kind === 'artifact' ||
  ((kind === 'count' || kind === 'percent') &&
    value !== null &&
    change === undefined &&
    (op === '>=' || op === '>' || op === '='));

function pledgeOf(
  required: Indicator,
  match: IndicatorMatch | undefined,
  plan: Plan,
  workspace: Workspace,
): Pledge {
  if (!match || match.relation === 'none') return { plan, value: 0, enough: false };
  if (match.relation === 'incomparable') return { plan, value: null, enough: null };
  const enough = match.relation !== 'weaker';
  const given = match.child && indicatorOf(match.child.stated, plan, workspace);
  return { plan, value: given ? valueIn(required, given) : null, enough };
}

/** The child's figure, where it is counted over the same span. */
function valueIn(required: Indicator, given: Indicator): number | null {
  const same = [given, ...given.parts].find(
    (one) =>
      one.kind === required.kind &&
      one.value !== null &&
      one.per === required.per &&
      (one.every ?? 1) === (required.every ?? 1),
  );
  return same?.value ?? null;
}

function added(
  obligation: Item,
  indicator: Stated<Indicator>,
  meaning: Indicator,
  pledges: readonly Pledge[],
): RollUp {
  const enough = pledges.filter((pledge) => pledge.enough === true).length;
  const { unit, of, value, per } = meaning;
  const head = {
    obligation,
    indicator,
    unit: unit ?? of,
    ...(per === undefined ? {} : { per }),
    required: value,
    enough,
    pledges,
  };
  // «На каждую школу» says nothing of a total.
  if (meaning.kind !== 'count' || of !== null || value === null) return { ...head, kind: 'share' };
  const figures = pledges.flatMap((pledge) => (pledge.value === null ? [] : [pledge.value]));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  return {
    ...head,
    kind: 'sum',
    total: value * pledges.length,
    promised: sum(figures),
    shortfall: sum(figures.map((figure) => Math.max(0, value - figure))),
  };
}
