import type { Day } from '../meaning/day.ts';
import { findItem } from '../model/find-item.ts';
import type { Plan } from '../model/plan.ts';
import type { Request, Respondent } from '../model/requests.ts';
import type { Workspace } from '../model/workspace.ts';

/** What somebody was asked and has not answered in full. */
export interface Missing {
  readonly plan: Plan;
  readonly who: Respondent;
  /** The requests that are open, the first sent first. */
  readonly requests: readonly Request[];
  /** `Item.id` of what is missing, in the order of the plan. */
  readonly items: ReadonlySet<string>;
  /** When the last answer came, if any. */
  readonly answered?: Day;
}

/** Items of a request that no answer has said everything about. */
export function openItems({ items, answers }: Request): readonly string[] {
  const answered = new Set(answers.flatMap((answer) => answer.items));
  return items.filter((item) => !answered.has(item));
}

/**
 * Who owes an answer about plans on a day, each once, in the order they were asked; what is done meanwhile is left to the
 * form.
 */
export function missingAnswers(plans: readonly Plan[], workspace: Workspace, asOf: Day): readonly Missing[] {
  const chosen = new Set(plans.map(({ id }) => id));
  const byWho = new Map<string, { plan: Plan; who: Respondent; requests: Request[]; items: Set<string> }>();
  for (const request of requestsUntil(asOf, workspace)) {
    const plan = workspace.planOf(request.plan);
    const isAbout = plan && (chosen.has(plan.id) || plan.parents.some(({ id }) => chosen.has(id)));
    const open = openItems(request).flatMap((name) => {
      const found = plan && findItem(plan, name);
      return found?.state === 'found' ? [found.item.id] : [];
    });
    if (!isAbout || !request.to || open.length === 0) continue;
    const key = [plan.id, request.to.kind, request.to.key].join('\0');
    const known = byWho.get(key) ?? { plan, who: request.to, requests: [], items: new Set<string>() };
    known.requests.push(request);
    for (const id of open) known.items.add(id);
    byWho.set(key, known);
  }
  return [...byWho.values()].map((one): Missing => {
    const days = one.requests.flatMap(({ answers }) => answers.flatMap(({ received }) => received ?? []));
    return { ...one, ...(days.length === 0 ? {} : { answered: Math.max(...days) }) };
  });
}

/** What was asked by a day, with the answers that had come by then. */
export const requestsUntil = (asOf: Day, { requests: files }: Workspace): readonly Request[] =>
  files
    .flatMap(({ requests }) => requests)
    .filter(({ sent }) => sent === undefined || sent <= asOf)
    .map((request) => ({
      ...request,
      answers: request.answers.filter(({ received }) => received === undefined || received <= asOf),
    }));
