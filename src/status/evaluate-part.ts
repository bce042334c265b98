import type { Day } from '../meaning/day.ts';
import type { Period } from '../meaning/period.ts';
import type { Fact } from '../model/workspace.ts';
import { type Deadline, movedDeadline } from './deadlines.ts';

/** One sub-event of an item: its own deadline, its own moves, and whether it took place. */
export interface PartStatus extends Deadline {
  /** 1-based, as facts name it. */
  readonly index: number;
  readonly from: Day | null;
  readonly done: boolean;
  readonly doneOn?: Day;
}

/** A sub-event is done when a fact that names it says so, or the whole item is closed. */
export function evaluatePart(
  index: number,
  period: Period | undefined,
  facts: readonly Fact[],
  closed: boolean,
): PartStatus {
  const own = facts.filter((fact) => fact.part === index);
  const said = own.filter((fact) => fact.done === true);
  const doneOn = said[0]?.to;
  return {
    index,
    from: period?.from ?? null,
    ...movedDeadline(period?.to ?? null, own),
    done: closed || said.length > 0,
    ...(doneOn === undefined ? {} : { doneOn }),
  };
}
