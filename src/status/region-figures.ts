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
  /** Figures «for each school» are told one by one: their sum says nothing. */
  readonly isAdded: boolean;
  /** The sum over those that are known, where any is. */
  readonly sum?: ReachedFigure;
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
    if (!isOneFigure(measure)) return [];
    const reached = new Map(
      carriers.map((child) => [child.plan, reachedIn(child, item, measure, parent, workspace)]),
    );
    const { text, meaning } = measure;
    const unit = meaning?.unit ?? meaning?.of ?? null;
    const isAdded = !(meaning?.kind === 'count' && meaning.of !== null);
    const known = [...reached.values()].filter((figure) => figure !== undefined);
    const sum = isAdded && known.length > 0 ? sumOf(known, measure) : undefined;
    return [
      {
        text,
        unit,
        reached,
        isAdded,
        ...(sum === undefined ? {} : { sum }),
        ...(sum === undefined || known.length < reached.size ? {} : { total: sum }),
      },
    ];
  });
}

/** Numbers of things, and parts of wholes; what is counted by the month, or grows, has no one figure. */
const isOneFigure = ({ meaning }: Measure): boolean =>
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

/** Known figures of shares have their wholes. */
function sumOf(figures: readonly ReachedFigure[], { meaning }: Measure): ReachedFigure {
  const value = figures.reduce((sum, figure) => sum + figure.value, 0);
  if (meaning?.kind !== 'percent') return { value };
  return { value, of: figures.reduce((sum, { of }) => sum + (of ?? 0), 0) };
}
