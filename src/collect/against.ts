import type { Day } from '../meaning/day.ts';
import type { Fact } from '../model/workspace.ts';
import { wordsAlone } from '../status/known-facts.ts';
import type { FactContent } from './read-line.ts';

/** How what a line says stands to what is recorded. */
export type Standing =
  | { readonly state: 'new'; readonly fact: FactContent }
  | { readonly state: 'recorded' }
  | { readonly state: 'contradicts'; readonly recorded: Fact };

export interface Question {
  /** Days of the turn that the line speaks of. */
  readonly turn?: { readonly from: Day; readonly to: Day };
  /** The line gives its date itself. */
  readonly hasDate: boolean;
  /** «Нет» or «частично» was answered. */
  readonly isNotDone: boolean;
  /** Who answers. */
  readonly by?: string;
  /** The day the form was made: what the same body reported since answers the same question. */
  readonly madeOn?: Day;
}

/**
 * What of a line is new beside the facts that are recorded about its item. A field is known where a fact about the same thing
 * has it; what is left is new. It contradicts where a fact says otherwise of the same day, or was reported by the same body
 * since the form was made: that is another answer to the same question.
 */
export function standingOf(fact: FactContent, recorded: readonly Fact[], question: Question): Standing {
  const same = recorded.filter((one) => isAboutTheSame(one, fact, question));
  const contradiction = same.find((one) => contradicts(one, fact, question, same));
  if (contradiction) return { state: 'contradicts', recorded: contradiction };
  const left = leftOf(fact, same, question);
  return left ? { state: 'new', fact: left } : { state: 'recorded' };
}

function isAboutTheSame(one: Fact, fact: FactContent, { turn }: Question): boolean {
  if (one.part !== fact.part || one.indicator !== fact.indicator || one.measure !== fact.measure)
    return false;
  if (!turn) return true;
  return one.to !== undefined && (one.from ?? one.to) <= turn.to && one.to >= turn.from;
}

/** The same body said it since it was asked. */
const isSameQuestion = (one: Fact, { by, madeOn }: Question): boolean =>
  one.by !== undefined &&
  one.by === by &&
  (madeOn === undefined || one.recorded === undefined || one.recorded >= madeOn);

const isSameDate = (one: Fact, fact: FactContent, { hasDate }: Question): boolean =>
  hasDate ? one.to === fact.to && (one.from ?? one.to) === (fact.from ?? fact.to) : false;

/** Taken back by a later `done: false`. */
const isTakenBack = (one: Fact, all: readonly Fact[]): boolean =>
  all.slice(all.indexOf(one) + 1).some(({ done }) => done === false);

function contradicts(one: Fact, fact: FactContent, question: Question, all: readonly Fact[]): boolean {
  const again = isSameQuestion(one, question);
  const sameDate = isSameDate(one, fact, question);
  if (one.done === true && !isTakenBack(one, all)) {
    if (question.isNotDone) return true;
    if (fact.done && question.hasDate && one.to !== undefined && !sameDate) return true;
  }
  if (isOtherFigure(one, fact) && (again || sameDate)) return true;
  // A figure of another day is another figure, unless it answers the same question.
  if (again && hasFigure(one) && hasFigure(fact) && question.hasDate && one.to !== undefined && !sameDate)
    return true;
  if (again && one.result !== undefined && fact.result !== undefined && !isSameText(one.result, fact.result))
    return true;
  if (again && one.reason !== undefined && fact.reason !== undefined && !isSameText(one.reason, fact.reason))
    return true;
  return (
    again &&
    one.rescheduled !== undefined &&
    fact.rescheduled !== undefined &&
    one.rescheduled.to !== fact.rescheduled.to
  );
}

const hasFigure = ({ count, value }: Pick<Fact, 'count' | 'value'>): boolean =>
  count !== undefined || value !== undefined;

const isOtherFigure = (one: Fact, fact: FactContent): boolean =>
  hasFigure(one) &&
  hasFigure(fact) &&
  (one.count !== fact.count || one.value !== fact.value || one.of !== fact.of);

const isSameText = (one: string, other: string): boolean =>
  one === other || wordsAlone(one) === wordsAlone(other);

/** What no fact says yet, with the aim and the date it is said of; undefined: everything is known. */
function leftOf(fact: FactContent, same: readonly Fact[], question: Question): FactContent | undefined {
  const { done, count, value, of, result, evidence, rescheduled, reason, whole, ...rest } = fact;
  const isDated = (one: Fact): boolean => !question.hasDate || isSameDate(one, fact, question);
  const isKnown = (test: (one: Fact) => boolean): boolean => same.some(test);
  const knownFigure = isKnown(
    (one) => hasFigure(one) && !isOtherFigure(one, fact) && (isDated(one) || isSameQuestion(one, question)),
  );
  const left = {
    ...(done && !isKnown((one) => one.done === true && !isTakenBack(one, same) && isDated(one))
      ? { done, ...(whole === undefined ? {} : { whole }) }
      : {}),
    ...(hasFigure(fact) && !knownFigure ? figuresOf({ count, value, of }) : {}),
    ...(result !== undefined && !isKnown((one) => one.result !== undefined && isSameText(one.result, result))
      ? { result }
      : {}),
    ...(rescheduled &&
    !isKnown(
      (one) =>
        one.rescheduled?.to === rescheduled.to &&
        (rescheduled.basis === undefined || isSameText(one.rescheduled.basis ?? '', rescheduled.basis)),
    )
      ? { rescheduled }
      : {}),
    ...(reason !== undefined && !isKnown((one) => one.reason !== undefined && isSameText(one.reason, reason))
      ? { reason }
      : {}),
  };
  const proofs = evidence.filter((entry) => !isKnown((one) => one.evidence.includes(entry)));
  if (Object.keys(left).length === 0 && proofs.length === 0) return undefined;
  return { ...rest, ...left, evidence: proofs };
}

function figuresOf(
  figures: Readonly<Record<'count' | 'value' | 'of', number | undefined>>,
): Pick<FactContent, 'count' | 'value' | 'of'> {
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== undefined));
}
