import type { Route } from '../finding/finding.ts';
import { type Day, parseDay } from '../meaning/day.ts';
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
    const day = parseDay(asText(asMap(plan.source[key])?.date) ?? '');
    if (day !== undefined) return { day, route: [key, 'date'] };
  }
  return null;
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
