import type { Item, Plan } from '../model/plan.ts';
import type { Fact, Workspace } from '../model/workspace.ts';
import { linksTo } from '../trace/links.ts';
import { isImpossible, isShare } from './evaluate-figures.ts';
import type { ItemStatus } from './evaluate-item.ts';
import { placedIndicators } from './evaluate-item.ts';
import { type Measure, measuresOf, ownerOf } from './measures.ts';
import type { RegionStatus } from './roll-up.ts';
import type { PlanStatus } from './status.ts';

/** A figure that a municipality reached: so many, or a part of a whole. */
export interface ReachedFigure {
  readonly value: number;
  readonly of?: number;
}

/** An indicator of an obligation in all plans that carry it. */
export interface RegionFigure {
  /** As the parent's plan words it. */
  readonly text: string;
  readonly unit: string | null;
  /** By the plans it is laid on; undefined: not known. */
  readonly reached: ReadonlyMap<Plan, ReachedFigure | undefined>;
  /** The sum over all plans; absent where one of them is not known, or the wholes are not. */
  readonly total?: ReachedFigure;
}

/** The figures of an obligation, as far as its indicators have any that may be added up. */
export function regionFigures(
  obligation: RegionStatus['obligations'][number],
  { parent, children }: RegionStatus,
  workspace: Workspace,
): readonly RegionFigure[] {
  const { item, states } = obligation;
  const carriers = children.filter(({ plan }) => states.has(plan));
  return measuresOf(placedIndicators(item, parent, workspace)).flatMap((measure): RegionFigure[] => {
    if (!canBeAdded(measure)) return [];
    const reached = new Map(
      carriers.map((child) => [child.plan, reachedIn(child, item, measure, parent, workspace)]),
    );
    const total = totalOf([...reached.values()], measure);
    const { text, meaning } = measure;
    const unit = meaning?.unit ?? meaning?.of ?? null;
    return [{ text, unit, reached, ...(total === undefined ? {} : { total }) }];
  });
}

/** Numbers of things, and parts of wholes; what is counted by the month, or grows, has no one figure. */
const canBeAdded = ({ meaning }: Measure): boolean =>
  meaning !== undefined &&
  meaning.per === undefined &&
  meaning.change === undefined &&
  (meaning.kind === 'count' || (meaning.kind === 'percent' && isShare(meaning)));

function reachedIn(
  { plan, items, followed }: PlanStatus,
  obligation: Item,
  wanted: Measure,
  parent: Plan,
  workspace: Workspace,
): ReachedFigure | undefined {
  if (!followed) return undefined;
  const carrying = new Set(linksTo(parent, plan, workspace).get(obligation) ?? []);
  const found = items
    .filter(({ item }) => carrying.has(item))
    .flatMap((status) => figuresOf(status, wanted, plan, workspace));
  // Two figures of one unit in one plan may speak of the same things.
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

function figuresOf(
  { item, facts }: ItemStatus,
  wanted: Measure,
  plan: Plan,
  workspace: Workspace,
): readonly ReachedFigure[] {
  const measures = measuresOf(placedIndicators(item, plan, workspace));
  return measures.flatMap((measure, at) => {
    if (!isOfUnit(measure, wanted)) return [];
    const own = facts.filter((fact) => ownerOf(fact, measures) === at && !isImpossible(fact));
    return figureOf(own, wanted) ?? [];
  });
}

const isOfUnit = ({ meaning }: Measure, wanted: Measure): boolean =>
  meaning?.kind === wanted.meaning?.kind &&
  (meaning?.unit ?? null) === (wanted.meaning?.unit ?? null) &&
  (meaning?.of ?? null) === (wanted.meaning?.of ?? null) &&
  meaning?.per === undefined;

/** Of a share the last that states its whole; of a count the sum of what was added. */
function figureOf(facts: readonly Fact[], { meaning }: Measure): ReachedFigure | undefined {
  if (meaning?.kind === 'percent') {
    const last = facts.findLast(({ value }) => value !== undefined);
    return last?.value !== undefined && last.of !== undefined
      ? { value: last.value, of: last.of }
      : undefined;
  }
  const counted = facts.filter(({ count, value }) => count !== undefined || value !== undefined);
  if (counted.length === 0) return undefined;
  return { value: counted.reduce((sum, { count, value }) => value ?? sum + (count ?? 0), 0) };
}

function totalOf(
  figures: readonly (ReachedFigure | undefined)[],
  { meaning }: Measure,
): ReachedFigure | undefined {
  if (figures.length === 0) return undefined;
  let value = 0;
  let of = 0;
  for (const figure of figures) {
    if (!figure || (meaning?.kind === 'percent' && figure.of === undefined)) return undefined;
    value += figure.value;
    of += figure.of ?? 0;
  }
  return meaning?.kind === 'percent' ? { value, of } : { value };
}
