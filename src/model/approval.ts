import type { Route } from '../finding/finding.ts';
import { type Day, parseDay } from '../meaning/day.ts';
import { productionCalendar } from '../meaning/production-calendar.ts';
import { readPeriod } from '../russian/index.ts';
import type { Plan } from './plan.ts';
import { asMap, asText } from './raw.ts';

interface Approval {
  readonly day: Day;
  /** The place of the date. */
  readonly route: Route;
}

const known = new WeakMap<Plan, Approval | null>();

/** Where a plan says when it was approved, the surest first: its order, the mark «УТВЕРЖДАЮ», the stamp of an imported document. */
const PLACES = ['order', 'approved-by', 'stamp'] as const;

function approvalOf(plan: Plan): Approval | null {
  for (const key of PLACES) {
    const mark = asMap(plan.source[key]);
    const day = parseDay(asText(mark?.date) ?? '');
    if (day !== undefined) return { day, route: [key, 'date'] };
    const named = dayOfDocument(asText(mark?.document) ?? '', plan);
    if (named !== undefined) return { day: named, route: [key, 'document'] };
  }
  return null;
}

/** «приказ от 01.09.2022 № 5», «… от 1 сентября 2022 г. № 5»: the day the act names as its own. */
function dayOfDocument(document: string, { period }: Plan): Day | undefined {
  const [, stated] = /(?<![а-яё])от\s+(.+?)\s*(?:г\.?|года)?\s*(?:№|N|$)/i.exec(document) ?? [];
  if (stated === undefined || !/\d{4}/.test(stated)) return undefined;
  const day = parseDay(stated);
  if (day !== undefined) return day;
  const reading = readPeriod(stated, { ...(period && { period }), calendar: productionCalendar() });
  return reading.understood && reading.meaning.kind === 'day' ? (reading.meaning.to ?? undefined) : undefined;
}

/** The day a plan was approved and where it is stated; undefined while it is a draft. Every item needs it, so it is parsed once. */
export function approvalOn(plan: Plan): Approval | undefined {
  let approval = known.get(plan);
  if (approval === undefined) {
    approval = approvalOf(plan);
    known.set(plan, approval);
  }
  return approval ?? undefined;
}

/** The day a plan was approved; undefined while it is a draft. */
export const approvedOn = (plan: Plan): Day | undefined => approvalOn(plan)?.day;
