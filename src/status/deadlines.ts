import type { Day } from '../meaning/day.ts';
import type { Fact } from '../model/workspace.ts';

export interface DeadlineMove {
  readonly to: Day;
  readonly basis?: string;
  readonly reason?: string;
}

export interface Deadline {
  /** In force, inclusive; null without one. */
  readonly deadline: Day | null;
  /** Where an order moved it: what it was. */
  readonly originalDeadline?: Day;
  /** The last move known, with a basis or without. */
  readonly rescheduled?: DeadlineMove;
}

/** Only a document moves a deadline; a blank is none. */
export const hasBasis = ({ basis }: { readonly basis?: string }): boolean => (basis ?? '').trim() !== '';

/** The deadline of an item or of one of its sub-events, as the facts of that very row have moved it. */
export function movedDeadline(original: Day | null, facts: readonly Fact[]): Deadline {
  const moves = facts.flatMap(({ rescheduled, reason }) =>
    rescheduled ? [{ ...rescheduled, ...(reason === undefined ? {} : { reason }) }] : [],
  );
  const last = moves.at(-1);
  const honoured = moves.filter(hasBasis).at(-1);
  const deadline = honoured?.to ?? original;
  return {
    deadline,
    ...(original !== null && original !== deadline ? { originalDeadline: original } : {}),
    ...(last ? { rescheduled: last } : {}),
  };
}

/**
 * The item's deadline: what its own period states, else the last of its sub-events. A sub-event that is moved moves
 * only itself, and the item along where it now ends later than everything else.
 */
export function itemDeadline(
  stated: Day | null | undefined,
  parts: readonly Deadline[],
  facts: readonly Fact[],
): Deadline {
  const original = stated === undefined ? latest(parts.map(statedOf)) : stated;
  const own = movedDeadline(
    original,
    facts.filter((fact) => fact.part === undefined),
  );
  if (own.deadline === null) return own;
  const isOwn = stated !== undefined || own.deadline !== original;
  const moved = isOwn ? parts.filter((part) => part.deadline !== statedOf(part)) : parts;
  const deadline = latest([...(isOwn ? [own.deadline] : []), ...moved.map((part) => part.deadline)]);
  return {
    ...own,
    deadline,
    ...(original !== null && original !== deadline ? { originalDeadline: original } : {}),
  };
}

const statedOf = ({ deadline, originalDeadline }: Deadline): Day | null => originalDeadline ?? deadline;

function latest(days: readonly (Day | null)[]): Day | null {
  return days.length === 0 || days.includes(null) ? null : Math.max(...(days as Day[]));
}
