import type { Bilingual } from '../finding/text.ts';
import type { Calendar } from '../meaning/calendar.ts';
import type { Day } from '../meaning/day.ts';
import type { Period, PlanPeriod } from '../meaning/period.ts';
import { compareRhythms, type RhythmRelation, rhythmOf } from '../meaning/rhythm.ts';
import { compareRelative } from './compare-relative.ts';
import type { DeadlineComparison } from './comparison.ts';
import { type DueTurn, dueTurnsOf, hasFixedDays } from './turns.ts';

/** What the two periods are read in. */
interface DeadlineContext {
  readonly parent: PlanPeriod | undefined;
  readonly child: PlanPeriod | undefined;
  readonly calendar: Calendar;
}

/** A relation without the last days, which are the same whatever it is. */
type Verdict = Omit<DeadlineComparison, 'parent' | 'child'>;

/**
 * A child's period against its parent's. `within`: inside the parent's window, or just its last day; `earlier`: done
 * before the parent's window opens; `later`: after a deadline of the parent's, by the reported number of days; `rarer`:
 * fewer turns or windows than asked; `unknown` where the texts were not read, have no days to compare, or do not say
 * enough. `within` and `earlier` are given only for what is proven. Both ends are inclusive.
 */
export function compareDeadlines(
  parent: Period | undefined,
  child: Period | undefined,
  context: DeadlineContext,
): DeadlineComparison {
  const ends = {
    parent: parent ? lastDay(parent, context.parent) : null,
    child: child ? lastDay(child, context.child) : null,
  };
  return { ...ends, ...(parent && child ? judged(parent, child, context) : unknown(UNREAD)) };
}

/** The obligation sets no term at all: whenever the item is done, it is in time. */
export const withoutTerm = (child: Period | undefined, plan: PlanPeriod | undefined): DeadlineComparison => ({
  parent: null,
  child: child ? lastDay(child, plan) : null,
  ...within(NO_TERM),
});

const known = new WeakMap<Period, WeakMap<Period, DeadlineComparison>>();

/**
 * The same for two periods of plans, compared once: hundreds of plans repeat a few wordings, and what is read of one
 * wording in plans of one period is one object.
 */
export const compareOnce: typeof compareDeadlines = (parent, child, context) => {
  if (!parent || !child) return compareDeadlines(parent, child, context);
  const ofParent = known.get(parent) ?? new WeakMap<Period, DeadlineComparison>();
  known.set(parent, ofParent);
  const comparison = ofParent.get(child) ?? compareDeadlines(parent, child, context);
  ofParent.set(child, comparison);
  return comparison;
};

const unknown = (why: Bilingual): Verdict => ({ relation: 'unknown', why });
const within = (why: Bilingual): Verdict => ({ relation: 'within', why });
const rarer = (why: Bilingual): Verdict => ({ relation: 'rarer', why });
const later = (days: number): Verdict => ({ relation: 'later', days, why: LATER });

/** «Постоянно»: goes on as long as the plan does, and has no day to be ready by. */
const isEndless = ({ kind, from, to }: Period): boolean => kind === 'open' && from === null && to === null;

/** «Постоянно с сентября», «постоянно». */
const goesOn = ({ kind, to }: Period): boolean => kind === 'open' && to === null;

function lastDay(period: Period, plan: PlanPeriod | undefined): Day | null {
  if (isEndless(period)) return plan?.to ?? null;
  if (period.kind !== 'composite') return period.to;
  const ends = period.parts.map((part) => lastDay(part, plan));
  return ends.every((end) => end !== null) ? Math.max(...ends) : null;
}

function judged(parent: Period, child: Period, context: DeadlineContext): Verdict {
  if (parent.kind === 'relative' && child.kind === 'relative') return compareRelative(parent, child);
  const required = goesOn(parent) ? undefined : dueTurnsOf(parent, context.parent, context.calendar);
  if (goesOn(parent)) return againstActivity(parent, child, context);
  if (!required) return isSameTerm(parent, child) ? within(SAME_TERM) : unknown(UNDATED);
  if (isRarer(parent, child)) return rarer(RARER);
  if (isEndless(child)) return activity(parent, context);
  const given = dueTurnsOf(child, context.child, context.calendar);
  if (!given) return unknown(child.kind === 'span' || child.kind === 'open' ? OPEN : UNDATED);
  // The dates of school quarters are each school's own: where the calendar lacks them there are no turns to count.
  if (required.length === 0 || given.length === 0)
    return isSameTerm(parent, child) ? within(SAME_TERM) : unknown(UNDATED);
  if (parent.kind === 'recurring' && child.kind === 'recurring')
    return compareRecurring({ parent, child, required: required, given }, context);
  return required.length === 1
    ? againstOne(required[0] as DueTurn, given, child)
    : againstTurns(required, given, child.kind === 'recurring');
}

/** The same words without days: «по необходимости», «по отдельному графику», «с марта». */
const isSameTerm = (parent: Period, child: Period): boolean =>
  JSON.stringify(parent) === JSON.stringify(child);

/** «Постоянно», «постоянно с сентября»: kept by what goes on as long; by a date or two it is not. */
function againstActivity(
  parent: Period,
  child: Period,
  { parent: plan, child: own }: DeadlineContext,
): Verdict {
  const opens = parent.from ?? plan?.from ?? null;
  if (isEndless(child)) return within(ENDLESS);
  if (child.kind === 'recurring') return unknown(HOW_OFTEN);
  if (child.kind === 'on-demand' || child.kind === 'relative') return unknown(UNDATED);
  const begins = child.kind === 'composite' ? null : child.from;
  const inTime = begins !== null && (opens === null ? begins === own?.from : begins <= opens);
  if (child.to === null)
    return inTime ? within(ENDLESS) : child.kind === 'open' ? rarer(ENDS) : unknown(OPEN);
  const last = plan?.to ?? null;
  if (child.kind !== 'composite' && inTime && last !== null && child.to >= last) return within(ENDLESS);
  // As long as its own plan lasts: whether that is long enough depends on the plan after it.
  if (begins !== null && begins === own?.from && child.to === own.to) return unknown(OTHER_YEARS);
  return rarer(ENDS);
}

/** «Постоянно» of the child: in time only where its plan ends in time and nothing is required but that it be done. */
function activity(parent: Period, { child: own }: DeadlineContext): Verdict {
  const ends = own?.to;
  const simple = parent.kind !== 'recurring' && parent.kind !== 'composite';
  const enough =
    parent.kind === 'open' ? (to: Day) => ends !== undefined && ends <= to : (to: Day) => ends === to;
  return simple && parent.to !== null && enough(parent.to) ? within(WITHIN) : unknown(OPEN);
}

function againstOne(required: DueTurn, given: readonly DueTurn[], child: Period): Verdict {
  const [opens, last] = [required.from, (given.at(-1) as DueTurn).to];
  const inside = ({ from, to }: DueTurn): boolean =>
    to <= required.to && (opens === null || (from ?? to) >= opens);
  if (child.kind === 'recurring' && given.length > 1 && last > required.to) {
    if (opens !== null && given.some(inside)) return within(WITHIN);
    return given.every(({ from, to }) => (from ?? to) > required.to)
      ? later(firstLate(required, given))
      : unknown(WHICH_TURN);
  }
  if (last > required.to) return later(last - required.to);
  if (opens !== null && last < opens) return { relation: 'earlier', startsBefore: true, why: EARLIER };
  return inTime(opens, given);
}

const firstLate = (required: DueTurn, given: readonly DueTurn[]): number =>
  (given[0] as DueTurn).to - required.to;

/**
 * Several turns are required. By the end of each, and after the end of the one before, as many must fall due. As many
 * dated turns as asked are paired in order, so that «июнь, октябрь» is late for «май, октябрь», not rarer.
 */
function againstTurns(required: readonly DueTurn[], given: readonly DueTurn[], recurs: boolean): Verdict {
  const [end, last] = [(required.at(-1) as DueTurn).to, (given.at(-1) as DueTurn).to];
  if (!recurs && last > end) return later(last - end);
  if (
    required.length === given.length &&
    given.every(({ dated }) => dated) &&
    required.every(({ dated }) => dated)
  ) {
    const days = Math.max(...required.map(({ to }, at) => (given[at] as DueTurn).to - to));
    if (days > 0) return later(days);
  }
  let after = Number.NEGATIVE_INFINITY;
  let possible = false;
  for (const to of new Set(required.map((turn) => turn.to))) {
    const wanted = required.filter((turn) => turn.to === to).length;
    const opens = required.find((turn) => turn.to === to)?.from ?? null;
    const sure = given.filter((turn) => falls(turn, after, to) && isNear(turn, after, opens)).length;
    const perhaps = given.filter((turn) => turn.to > after && (turn.from ?? after) <= to).length;
    if (perhaps < wanted) return rarer(MISSED);
    if (sure < wanted) possible = true;
    after = to;
  }
  return possible ? unknown(WHICH_TURN) : inTime((required[0] as DueTurn).from, given);
}

/** Within the window; that it begins before the window opens is worth telling. */
function inTime(opens: Day | null, given: readonly DueTurn[]): Verdict {
  const begins = given[0]?.from ?? null;
  const early = opens !== null && begins !== null && begins < opens;
  return { ...within(WITHIN), ...(early ? { startsBefore: true } : {}) };
}

/** Done before the window opens, a turn is of that window only where it is nearer to it than to the one before. */
const isNear = ({ to }: DueTurn, after: Day, opens: Day | null): boolean =>
  opens === null || to >= opens || opens - to < to - after;

/** Whether a turn is certain to fall due after one day and by another. */
const falls = ({ from, to, dated }: DueTurn, after: Day, by: Day): boolean =>
  to <= by && (dated ? to > after : (from ?? to) > after);

/** How often the child falls due against its parent; undefined where one of them is no rhythm. */
function frequency(parent: Period, child: Period): RhythmRelation | undefined {
  const [required, given] = [rhythmOf(parent), rhythmOf(child)];
  return required && given && compareRhythms(required, given);
}

const isRarer = (parent: Period, child: Period): boolean => frequency(parent, child) === 'fewer';

interface Recurring {
  readonly parent: Period;
  readonly child: Period;
  readonly required: readonly DueTurn[];
  readonly given: readonly DueTurn[];
}

/** Rhythm against rhythm: how often, from when until when, and on which days. */
function compareRecurring({ parent, child, required, given }: Recurring, context: DeadlineContext): Verdict {
  const bounds = compareBounds({ parent, child, required: required, given }, context);
  if (bounds) return bounds;
  const fixed = hasFixedDays(child);
  // «По будням» may well be every day that counts.
  if (frequency(parent, child) === 'unknown' && rhythmOf(parent)?.per === 'day') return unknown(HOW_OFTEN);
  if (frequency(parent, child) === 'unknown')
    return fixed ? againstTurns(required, given, true) : unknown(HOW_OFTEN);
  if (!hasFixedDays(parent)) return within(WITHIN);
  return fixed ? againstTurns(required, given, true) : unknown(WHICH_TURN);
}

/** Whether the child's rhythm misses the first or the last turn of the parent's, and by whose will. */
function compareBounds(
  { parent, child, required, given }: Recurring,
  { child: own }: DeadlineContext,
): Verdict | undefined {
  const [first, last] = [given[0] as DueTurn, given.at(-1) as DueTurn];
  const starts = (first.from ?? first.to) > (required[0] as DueTurn).to && isAfter(child.from, parent.from);
  const final = required.at(-1) as DueTurn;
  const ends = last.to < (final.from ?? final.to) && isAfter(parent.to, child.to);
  if (!starts && !ends) return undefined;
  const byPlan = (!starts || child.from === own?.from) && (!ends || child.to === own?.to);
  return byPlan ? unknown(OTHER_YEARS) : rarer(starts ? STARTS_LATER : ENDS_EARLIER);
}

const isAfter = (a: Day | null, b: Day | null): boolean => a !== null && b !== null && a > b;

const NO_TERM: Bilingual = { ru: 'поручение не имеет срока', en: 'the obligation has no period' };
const UNREAD: Bilingual = {
  ru: 'один из сроков не указан или не прочитан',
  en: 'one of the periods is not given or could not be read',
};
const UNDATED: Bilingual = {
  ru: 'у одного из сроков нет дат, которые можно сравнить',
  en: 'one of the periods has no days to compare',
};
const SAME_TERM: Bilingual = { ru: 'срок тот же', en: 'the same period' };
const ENDLESS: Bilingual = {
  ru: 'и поручение, и пункт исполняются постоянно',
  en: 'both the obligation and the item go on all the time',
};
const ENDS: Bilingual = {
  ru: 'поручение исполняется постоянно, а пункт — в ограниченный срок',
  en: 'the obligation goes on all the time, the item for a limited time',
};
const HOW_OFTEN: Bilingual = {
  ru: 'хватает ли такого ритма для поручения, не сказано',
  en: 'whether this rhythm is enough for the obligation is not said',
};
const OTHER_YEARS: Bilingual = {
  ru: 'план исполнителя охватывает не весь срок поручения',
  en: 'the implementing plan does not last for all of the obligation’s period',
};
const OPEN: Bilingual = {
  ru: 'у исполнителя нет крайнего срока',
  en: 'the implementing item has no deadline',
};
const WHICH_TURN: Bilingual = {
  ru: 'на какой из сроков поручения придётся исполнение, не сказано',
  en: 'which of the obligation’s dates the item falls on is not said',
};
const LATER: Bilingual = {
  ru: 'крайний срок позже, чем в поручении',
  en: 'the deadline is later than the obligation’s',
};
const EARLIER: Bilingual = {
  ru: 'исполняется раньше, чем открывается срок поручения',
  en: 'done before the obligation’s window opens',
};
const WITHIN: Bilingual = { ru: 'укладывается в срок поручения', en: 'within the obligation’s period' };
const MISSED: Bilingual = {
  ru: 'в поручении несколько сроков, а к одному из них ничего не исполняется',
  en: 'the obligation has several dates, and nothing falls due by one of them',
};
const RARER: Bilingual = {
  ru: 'пункт исполняется реже, чем требует поручение',
  en: 'the item recurs more rarely than the obligation asks',
};
const STARTS_LATER: Bilingual = {
  ru: 'пункт начинает исполняться позже, чем поручение',
  en: 'the item begins to recur later than the obligation',
};
const ENDS_EARLIER: Bilingual = {
  ru: 'пункт перестаёт исполняться раньше, чем поручение',
  en: 'the item ceases to recur before the obligation does',
};
