import type { Bilingual } from '../finding/text.ts';
import type { Day } from '../meaning/day.ts';
import type { Period, PlanPeriod } from '../meaning/period.ts';

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
 * not read or have no days to compare. Both ends are inclusive.
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
  if (parentEnd === null) return { ...ends, relation: 'within', why: NO_DEADLINE };
  if (childEnd === null) return { ...ends, relation: 'unknown', why: OPEN };
  if (childEnd > parentEnd) return { ...ends, relation: 'later', days: childEnd - parentEnd, why: LATER };
  const missed = asked.length > 1 ? missedWindow(asked, given) : undefined;
  if (missed !== undefined) return { ...ends, relation: 'unknown', why: MISSED };
  const opens = asked[0]?.from ?? null;
  if (opens !== null && childEnd < opens) {
    return { ...ends, relation: 'earlier', startsBefore: true, why: EARLIER };
  }
  const begins = given[0]?.from ?? null;
  const early = opens !== null && begins !== null && begins < opens;
  return { ...ends, relation: 'within', ...(early ? { startsBefore: true } : {}), why: WITHIN };
}

interface Window {
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * The windows of a period in the order of time; undefined where it has no days at all («по необходимости»,
 * «в течение 10 дней со дня …»). «Постоянно» lasts as long as its plan.
 */
function windowsOf(period: Period, plan: PlanPeriod | undefined): readonly Window[] | undefined {
  if (period.kind === 'on-demand' || period.kind === 'relative') return undefined;
  if (period.kind === 'composite') {
    const windows = period.parts.map((part) => windowsOf(part, plan));
    if (windows.some((list) => list === undefined)) return undefined;
    return windows.flatMap((list) => list ?? []).sort((a, b) => (a.to ?? Infinity) - (b.to ?? Infinity));
  }
  if (period.kind === 'open')
    return [{ from: period.from ?? plan?.from ?? null, to: period.to ?? plan?.to ?? null }];
  return [{ from: period.from, to: period.to }];
}

function endOf(windows: readonly Window[] | undefined): Day | null {
  if (!windows || windows.length === 0 || windows.some((window) => window.to === null)) return null;
  return Math.max(...windows.map((window) => window.to as Day));
}

/** The first window of the parent by whose end nothing of the child's falls due, though something is due later. */
function missedWindow(asked: readonly Window[], given: readonly Window[]): Window | undefined {
  return asked.find((window) => {
    const { to } = window;
    return to !== null && !given.some((own) => own.to !== null && own.to <= to);
  });
}

const UNREAD: Bilingual = {
  ru: 'один из сроков не прочитан или не имеет дат',
  en: 'one of the periods has no days that could be read',
};
const NO_DEADLINE: Bilingual = {
  ru: 'поручение не имеет крайнего срока',
  en: 'the obligation has no deadline',
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
