import { type Day, parseDay } from '../meaning/day.ts';
import { findItem } from './find-item.ts';
import { normaliseNumber, parseReference } from './identity.ts';
import type { Plan, Waiver } from './plan.ts';
import type { Workspace } from './workspace.ts';

/** What a finding or an obligation is known by to a waiver. */
export interface Waived {
  readonly rule: string;
  /** Identity of the plan's own item. */
  readonly item?: string;
  /** `parent-id#1.45`. */
  readonly parentItem?: string;
}

/** What a quick fix leaves in a new waiver for a person to replace. */
export const REASON_TO_WRITE = 'Причина и документ, которым согласовано';

/** The reason is still to be written: the words of the quick fix, or no word at all. */
export const isUnfilled = ({ reason }: Waiver): boolean =>
  !/[a-zа-яё\d]/i.test(reason) || reason.trim().toLowerCase() === REASON_TO_WRITE.toLowerCase();

/** True while a waiver is in force: it has a reason, and its `until` is the last day, inclusive. */
export function isInForce(waiver: Waiver, asOf: Day): boolean {
  if (isUnfilled(waiver)) return false;
  const until = waiver.until === undefined ? undefined : parseDay(waiver.until);
  return until === undefined || until >= asOf;
}

/** Whether a waiver of `plan` names this finding, whatever its date. */
export function covers(waiver: Waiver, waived: Waived, plan: Plan, workspace: Workspace): boolean {
  if (waiver.rule !== waived.rule) return false;
  if (waiver.item === undefined) return true;
  const named = parseReference(waiver.item);
  if (named.plan === undefined && waived.item !== undefined) return isNamed(plan, named.number, waived.item);
  if (waived.parentItem === undefined) return false;
  // Between levels a bare number is the parent's when no item of the plan's own is at stake.
  const cut = waived.parentItem.lastIndexOf('#');
  const parentId = waived.parentItem.slice(0, cut);
  if (named.plan !== undefined && named.plan !== parentId) return false;
  return isNamed(workspace.planOf(parentId), named.number, waived.parentItem.slice(cut + 1));
}

function isNamed(plan: Plan | undefined, reference: string, id: string): boolean {
  if (normaliseNumber(id) === normaliseNumber(reference)) return true;
  const found = plan && findItem(plan, reference);
  return found?.state === 'found' && found.item.id === id;
}

/** The waiver in force that accepts a finding, if any. */
export function waiverFor(plan: Plan, waived: Waived, asOf: Day, workspace: Workspace): Waiver | undefined {
  return plan.waivers.find((waiver) => covers(waiver, waived, plan, workspace) && isInForce(waiver, asOf));
}
