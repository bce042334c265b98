import type { Calendar } from '../meaning/calendar.ts';
import { type Day, datePartsOf, dayOf, lastDayOfMonth, parseDay } from '../meaning/day.ts';
import type { Period } from '../meaning/period.ts';
import { addWorkingDays } from '../meaning/working-days.ts';
import { stemsOf } from '../russian/index.ts';
import { approvedOn } from './approval.ts';
import { periodOf } from './meanings.ts';
import type { Plan, Stated } from './plan.ts';
import { asMap, asText } from './raw.ts';
import type { Workspace } from './workspace.ts';

/** What an order of its own plan may be called, and what happens to it on its date; any other word means another event. */
const SIGNING = stemsOf('подписание подписания издание издания утверждение утверждения принятие выход');
const ORDER = stemsOf('приказ распоряжение постановление');
const PLAN = stemsOf('план плана дорожная карта карты мероприятий');
const POINTING = stemsOf(
  'настоящий настоящего данный данного соответствующего об утверждении момента даты после дня',
);

/**
 * The day of an event a relative period counts from, where the workspace knows it: one of the plan's `events` (by its
 * words, in whatever case they stand), else the signing of the plan's own order or its approval. Undefined for any
 * other event, and where two would do.
 */
function eventDay(event: string, plan: Plan): Day | undefined {
  const words = stemsOf(event.replace(/^\s*(?:после|со\s+дня|с\s+момента|с\s+даты|до)\s+/iu, ''));
  const events = asMap((plan.source as { events?: unknown }).events) ?? {};
  const named = Object.entries(events).filter(([name]) => isSame(stemsOf(name), words));
  if (named.length > 0) return named.length === 1 ? parseDay(asText(named[0]?.[1]) ?? '') : undefined;
  return isOwnApproval(words, plan) ? approvedOn(plan) : undefined;
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && a.size === b.size && [...a].every((one) => b.has(one));

function isOwnApproval(words: ReadonlySet<string>, plan: Plan): boolean {
  const all = [...words];
  if (!all.some((one) => SIGNING.has(one))) return false;
  if (!all.some((one) => ORDER.has(one) || PLAN.has(one))) return false;
  if (!all.every((one) => SIGNING.has(one) || ORDER.has(one) || PLAN.has(one) || POINTING.has(one)))
    return false;
  // «Распоряжения» of a plan that an order approves is another document.
  const type = asText(plan.source.order?.type);
  const named = all.filter((one) => ORDER.has(one));
  return type === undefined || named.every((one) => stemsOf(type).has(one));
}

/** A relative period with its days, where the day of its event is known: «в течение 10 рабочих дней со дня …». */
function datedPeriod(period: Period | undefined, plan: Plan, calendar: Calendar): Period | undefined {
  if (period?.kind === 'composite' && period.parts.some(({ kind }) => kind === 'relative')) {
    const parts = period.parts.map((part) => datedPeriod(part, plan, calendar) as Period);
    return { ...period, parts, to: lastOf(parts) };
  }
  if (period?.kind !== 'relative' || period.event === undefined || period.to !== null) return period;
  const day = eventDay(period.event, plan);
  const { offset } = period;
  if (day === undefined) return period;
  if (!offset) return { ...period, from: day };
  const to = shifted(day, offset, calendar);
  return { ...period, from: offset.n < 0 ? null : day, to };
}

const lastOf = (parts: readonly Period[]): Day | null =>
  parts.some(({ to }) => to === null) ? null : Math.max(...parts.map(({ to }) => to as Day));

/** The day so far from an event; the day of the event itself is not counted (ГК РФ ст. 191). */
function shifted(day: Day, { n, unit }: NonNullable<Period['offset']>, calendar: Calendar): Day {
  if (unit === 'working-day') return addWorkingDays(day, n, calendar);
  if (unit === 'day') return day + n;
  if (unit === 'week') return day + 7 * n;
  const { year, month, date } = datePartsOf(day);
  const months = year * 12 + month - 1 + (unit === 'year' ? 12 * n : n);
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
  return dayOf(y, m, date) ?? lastDayOfMonth(y, m);
}

/** The period to judge by: what the text or the author's structured form means, dated where its event is known. */
export function duePeriodOf(
  stated: Stated<Period> | undefined,
  plan: Plan,
  workspace: Workspace,
): Period | undefined {
  return datedPeriod(periodOf(stated, plan, workspace), plan, workspace.calendar);
}
