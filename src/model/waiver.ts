import { type Day, parseDay } from '../meaning/day.ts';
import { normaliseNumber, parseReference } from './identity.ts';
import type { Plan, Waiver } from './plan.ts';

/** What a finding or an obligation is known by to a waiver. */
export interface Waived {
  readonly rule: string;
  /** The plan's own item. */
  readonly item?: string;
  /** `parent-id#1.45`. */
  readonly parentItem?: string;
}

/** True while a waiver is in force: its `until` is the last day, inclusive. */
export function isInForce(waiver: Waiver, asOf: Day): boolean {
  const until = waiver.until === undefined ? undefined : parseDay(waiver.until);
  return until === undefined || until >= asOf;
}

/** Whether a waiver names this finding, whatever its date. */
export function covers(waiver: Waiver, waived: Waived): boolean {
  if (waiver.rule !== waived.rule) return false;
  if (waiver.item === undefined) return true;
  const named = parseReference(waiver.item);
  if (named.plan !== undefined) {
    return waived.parentItem !== undefined && waived.parentItem === `${named.plan}#${named.number}`;
  }
  if (waived.item !== undefined && normaliseNumber(waived.item) === named.number) return true;
  // Between levels a bare number is the parent's when no item of the plan's own is at stake.
  return waived.item === undefined && waived.parentItem?.endsWith(`#${named.number}`) === true;
}

/** The waiver in force that accepts a finding, if any. */
export function waiverFor(plan: Plan, waived: Waived, asOf: Day): Waiver | undefined {
  return plan.waivers.find((waiver) => covers(waiver, waived) && isInForce(waiver, asOf));
}
