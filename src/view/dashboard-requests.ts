import { answersStatus, type RequestStatus } from '../collect/answers-status.ts';
import type { Day } from '../meaning/day.ts';
import { findItem } from '../model/find-item.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';

export { ANSWER_STATE_WORDS, ANSWER_STATES, type AnswerState } from '../collect/answers-status.ts';

/** A request with its place on the page. */
export interface DashboardRequest extends Omit<RequestStatus, 'plan' | 'open'> {
  /** Index among the plans of the page. */
  readonly plan: number;
  /** Which items of the plan are not answered in full: indexes among those of it that are in force. */
  readonly open: readonly number[];
}

/** Who was asked about the plans by a day, overdue answers first. */
export function requestsOf(
  plans: readonly Plan[],
  workspace: Workspace,
  asOf: Day,
): readonly DashboardRequest[] {
  const places = new Map(plans.map(({ id }, at) => [id, at]));
  return answersStatus(plans, workspace, asOf).map(({ plan, open, ...status }) => ({
    ...status,
    plan: places.get(status.request.plan) as number,
    open: plan ? placesOf(open, plan) : [],
  }));
}

function placesOf(names: readonly string[], plan: Plan): readonly number[] {
  const inForce = plan.items.filter(({ excluded }) => excluded === undefined);
  return names.flatMap((name) => {
    const found = findItem(plan, name);
    const at = found.state === 'found' ? inForce.indexOf(found.item) : -1;
    return at < 0 ? [] : [at];
  });
}
