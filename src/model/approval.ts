import { type Day, parseDay } from '../meaning/day.ts';
import type { Plan } from './plan.ts';
import { asText } from './raw.ts';

const known = new WeakMap<Plan, Day | null>();

/** The day of the order that approves a plan; undefined while it has none. Asked of every item, so parsed once. */
export function approvedOn(plan: Plan): Day | undefined {
  let day = known.get(plan);
  if (day === undefined) {
    day = parseDay(asText(plan.source.order?.date) ?? '') ?? null;
    known.set(plan, day);
  }
  return day ?? undefined;
}
