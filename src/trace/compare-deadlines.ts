import type { Bilingual } from '../finding/text.ts';
import type { Day } from '../meaning/day.ts';
import type { Per, Period, PlanPeriod } from '../meaning/period.ts';
import { type Rhythm, rhythmOf } from '../meaning/rhythm.ts';

export type DeadlineRelation = 'within' | 'earlier' | 'later' | 'unknown';

export interface DeadlineComparison {
  /** The last days, inclusive; null where there is none. */
  readonly parent: Day | null;
  readonly child: Day | null;
  readonly relation: DeadlineRelation;
  /** `later`: by how many days. */
  readonly days?: number;
  /** The child begins before the parent's window opens. */
  readonly startsBefore?: boolean;
  readonly why: Bilingual;
}

/**
 * A child's deadline against its parent's. `within`: inside the parent's window, or just its last day; `earlier`:
 * done before the parent's window opens; `later`: by the reported number of days; `unknown` where the texts were
 * not read, have no days to compare, or one asks for a rhythm that the other does not keep. Both ends are inclusive.
 */
export function compareDeadlines(
  parent: Period | undefined,
  child: Period | undefined,
  plans: { readonly parent: PlanPeriod | undefined; readonly child: PlanPeriod | undefined },
): DeadlineComparison {
  const asked = parent && windowsOf(parent, plans.parent);
  const given = child && windowsOf(child, plans.child);
  const parentEnd = endOf(asked);
  const childEnd = endOf(given);
  const ends = { parent: parentEnd, child: childEnd };
  if (!asked || !given) return { ...ends, relation: 'unknown', why: UNREAD };
  if (isEndless(parent)) {
    return isEndless(child)
      ? { ...ends, relation: 'within', why: ENDLESS }
      : { ...ends, relation: 'unknown', why: ENDS };
  }
  if (isEndless(child) && childEnd !== parentEnd) return { ...ends, relation: 'unknown', why: OPEN };
  if (parentEnd === null) return { ...ends, relation: 'within', why: NO_DEADLINE };
  if (childEnd === null) return { ...ends, relation: 'unknown', why: OPEN };
  if (childEnd > parentEnd) return { ...ends, relation: 'later', days: childEnd - parentEnd, why: LATER };
  if (asked.length > 1 && missesWindow(asked, given)) return { ...ends, relation: 'unknown', why: MISSED };
  const rarer = rhythmLost(parent, child);
  if (rarer) return { ...ends, relation: 'unknown', why: rarer };
  const opens = asked[0]?.from ?? null;
  if (opens !== null && childEnd < opens) {
    return { ...ends, relation: 'earlier', startsBefore: true, why: EARLIER };
  }
  const begins = given[0]?.from ?? null;
  const early = opens !== null && begins !== null && begins < opens;
  return { ...ends, relation: 'within', ...(early ? { startsBefore: true } : {}), why: WITHIN };
}

const known = new WeakMap<Period, WeakMap<Period, DeadlineComparison>>();

/**
 * The same for two periods of plans, compared once: hundreds of plans repeat a few wordings, and what is read of one
 * wording in plans of one period is one object.
 */
export const compareOnce: typeof compareDeadlines = (parent, child, plans) => {
  if (!parent || !child) return compareDeadlines(parent, child, plans);
  const ofParent = known.get(parent) ?? new WeakMap<Period, DeadlineComparison>();
  known.set(parent, ofParent);
  const comparison = ofParent.get(child) ?? compareDeadlines(parent, child, plans);
  ofParent.set(child, comparison);
  return comparison;
};

interface Window {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** «Постоянно»: goes on as long as the plan does, and has no day to be ready by. */
const isEndless = ({ kind, from, to }: Period): boolean => kind === 'open' && from === null && to === null;

/**
 * The windows of a period in the order of time; undefined where it has no days at all («по необходимости»,
 * «в течение 10 дней со дня …»). «Постоянно» lasts as long as its plan.
 */
function windowsOf(period: Period, plan: PlanPeriod | undefined): readonly Window[] | undefined {
  if (period.kind === 'on-demand' || period.kind === 'relative') return undefined;
  if (period.kind === 'composite') {
    const windows = period.parts.map((part) => windowsOf(part, plan));
    if (windows.some((list) => list === undefined)) return undefined;
    return windows
      .flatMap((list) => list ?? [])
      .sort((a, b) => (a.to ?? Infinity) - (b.to ?? Infinity) || (a.from ?? 0) - (b.from ?? 0));
  }
  if (period.kind === 'open')
    return [{ from: period.from ?? plan?.from ?? null, to: period.to ?? plan?.to ?? null }];
  return [{ from: period.from, to: period.to }];
}

function endOf(windows: readonly Window[] | undefined): Day | null {
  if (!windows || windows.length === 0 || windows.some((window) => window.to === null)) return null;
  return Math.max(...windows.map((window) => window.to as Day));
}

/** Whether by the end of one of the parent's windows nothing of the child's falls due, though something is due later. */
function missesWindow(asked: readonly Window[], given: readonly Window[]): boolean {
  return asked.some(({ to }) => to !== null && !given.some((own) => own.to !== null && own.to <= to));
}

/** How often in a year, school years counted as whole ones. */
const A_YEAR: Readonly<Record<Per, number>> = {
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  'half-year': 2,
  year: 1,
  'school-quarter': 4,
  'school-year': 1,
};

const rateOf = ({ times, per, every }: Rhythm): number => (times * A_YEAR[per]) / every;

/** A rhythm is kept by one that is at least as frequent; what falls due once, or no rhythm at all, keeps none. */
function rhythmLost(parent: Period, child: Period): Bilingual | undefined {
  const asked = rhythmOf(parent);
  if (!asked || rateOf(asked) <= 1) return undefined;
  const given = rhythmOf(child);
  if (!given) return NO_RHYTHM;
  return rateOf(given) < rateOf(asked) ? RARER : undefined;
}

const UNREAD: Bilingual = {
  ru: 'один из сроков не прочитан или не имеет дат',
  en: 'one of the periods has no days that could be read',
};
const NO_DEADLINE: Bilingual = {
  ru: 'поручение не имеет крайнего срока',
  en: 'the obligation has no deadline',
};
const ENDLESS: Bilingual = {
  ru: 'и поручение, и пункт исполняются постоянно',
  en: 'both the obligation and the item go on all the time',
};
const ENDS: Bilingual = {
  ru: 'поручение исполняется постоянно, а пункт — в ограниченный срок',
  en: 'the obligation goes on all the time, the item has an end',
};
const OPEN: Bilingual = {
  ru: 'у исполнителя нет крайнего срока',
  en: 'the implementing item has no deadline',
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
const NO_RHYTHM: Bilingual = {
  ru: 'поручение исполняется регулярно, а как часто исполняется пункт, не сказано',
  en: 'the obligation recurs, and how often the item does is not said',
};
const RARER: Bilingual = {
  ru: 'пункт исполняется реже, чем требует поручение',
  en: 'the item recurs more rarely than the obligation asks',
};
