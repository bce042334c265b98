import type { Fact } from '../model/workspace.ts';
import type { Turns } from './turns.ts';

/** A fact as it counts after everything that was reported later. */
export type Heard = Fact & {
  /** Taken back later: its words and its evidence prove nothing any more. */
  readonly reopened?: true;
};

const reportedOn = ({ to, recorded }: Fact): number => to ?? recorded ?? Number.POSITIVE_INFINITY;

/**
 * `done: false` takes back what was reported before it: of the item, or of the sub-event or the indicator it names; where
 * the item has several turns, of the turn its date lies in. Facts in the order of their dates.
 */
export function afterReopening(facts: readonly Fact[], turns: Turns | undefined): readonly Heard[] {
  const takenBack = facts.flatMap((fact, at) => (fact.done === false ? [{ fact, at }] : []));
  if (takenBack.length === 0) return facts;
  return facts.map((fact, at) => {
    const isTakenBack = takenBack.some(
      (later) =>
        later.fact !== fact &&
        (reportedOn(later.fact) > reportedOn(fact) ||
          (reportedOn(later.fact) === reportedOn(fact) && later.at > at)) &&
        (later.fact.part === undefined || later.fact.part === fact.part) &&
        (later.fact.indicator === undefined || later.fact.indicator === fact.indicator) &&
        isSameTurn(later.fact, fact, turns),
    );
    if (!isTakenBack) return fact;
    const { done: _done, ...rest } = fact;
    return { ...rest, evidence: [], reopened: true as const };
  });
}

function isSameTurn(later: Fact, fact: Fact, turns: Turns | undefined): boolean {
  if (!turns || later.to === undefined || later.whole || fact.whole || fact.to === undefined) return true;
  // What closed the whole item is open again as a whole.
  if (fact.done === true && fact.whole !== false && fact.to >= turns.closesFrom) return true;
  const touches = (one: Fact, at: number): boolean => {
    const turn = turns.required[at];
    return turn !== undefined && (one.from ?? one.to ?? 0) <= turn.to && (one.to ?? 0) >= turn.from;
  };
  const own = turns.required.findIndex((_, at) => touches(later, at));
  return own < 0 || touches(fact, own);
}

/** Nothing has been reported since the item was reopened as a whole. */
export function isOpenAgain(facts: readonly Heard[]): boolean {
  const own = facts.filter(({ part, indicator }) => part === undefined && indicator === undefined);
  const last = own.findLast(({ done }) => done === false);
  if (!last) return false;
  const at = facts.indexOf(last);
  return !facts.some(
    (fact, index) =>
      index !== at &&
      !fact.reopened &&
      (reportedOn(fact) > reportedOn(last) || (reportedOn(fact) === reportedOn(last) && index > at)) &&
      (fact.done === true ||
        fact.count !== undefined ||
        fact.value !== undefined ||
        fact.evidence.length > 0),
  );
}

/**
 * The fact that closes an item, or a sub-event, as a whole: `done: true`; where there are several turns only one that
 * says so (`whole: true`) or is dated in or after the last turn, unless it speaks of that turn alone (`whole: false`).
 */
export function closingFact(facts: readonly Fact[], turns: Turns | undefined): Fact | undefined {
  return facts.find(
    ({ done, whole, to }) =>
      done === true &&
      (turns === undefined ||
        whole === true ||
        (whole !== false && to !== undefined && to >= turns.closesFrom)),
  );
}
