import type { Day } from '../meaning/day.ts';
import type { Period } from '../meaning/period.ts';
import type { Fact } from '../model/workspace.ts';
import { type Deadline, movedDeadline } from './deadlines.ts';
import { closingFact } from './reopening.ts';
import { lastDayOf, type TurnsWorld, turnsOf } from './turns.ts';

/** One sub-event of an item: its own deadline, its own moves, and whether it took place. */
export interface PartStatus extends Deadline {
  /** 1-based, as facts name it. */
  readonly index: number;
  readonly from: Day | null;
  readonly done: boolean;
  readonly doneOn?: Day;
  /** It has several turns: its indicators alone don't show that all of them took place. */
  readonly hasTurns: boolean;
}

/** A sub-event is done when a fact that names it says so, or the whole item is closed. */
export function evaluatePart(
  index: number,
  period: Period | undefined,
  facts: readonly Fact[],
  closed: boolean,
  world: TurnsWorld,
): PartStatus {
  const own = facts.filter((fact) => fact.part === index);
  const turns = turnsOf(period, world);
  const closing = closingFact(
    own.filter(({ indicator }) => indicator === undefined),
    turns,
  );
  const doneOn = closing?.to;
  return {
    index,
    from: period?.from ?? null,
    ...movedDeadline(lastDayOf(period, world) ?? null, own),
    done: closed || closing !== undefined,
    hasTurns: turns !== undefined,
    ...(doneOn === undefined ? {} : { doneOn }),
  };
}
