import type { Bilingual } from '../finding/text.ts';
import type { Day } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Request, Respondent } from '../model/requests.ts';
import type { Workspace } from '../model/workspace.ts';
import { openItems, requestsUntil } from './missing.ts';

export const ANSWER_STATES = ['overdue', 'partly', 'waiting', 'answered'] as const;
/** `overdue`: the day has passed and something is open; `partly`: something is; `waiting`: everything is. */
export type AnswerState = (typeof ANSWER_STATES)[number];

export const ANSWER_STATE_WORDS: Readonly<Record<AnswerState, Bilingual>> = {
  overdue: { ru: 'ответ просрочен', en: 'overdue' },
  partly: { ru: 'отвечено частично', en: 'answered in part' },
  waiting: { ru: 'ответа ждём', en: 'awaited' },
  answered: { ru: 'отвечено', en: 'answered' },
};

/** How far a request is answered. */
export interface RequestStatus {
  readonly request: Request;
  readonly plan: Plan | undefined;
  readonly to: Respondent | undefined;
  /** Who was asked, as the plan names him. */
  readonly name: string;
  readonly state: AnswerState;
  readonly asked: number;
  /** Items of which everything was answered, and of which something. */
  readonly answered: number;
  readonly partly: number;
  /** Items about which not everything was answered, as the request names them. */
  readonly open: readonly string[];
  /** The last answer. */
  readonly received?: Day;
  readonly daysOverdue?: number;
}

/** Whom plans were asked about, overdue answers first, the longest overdue before the others. */
export function answersStatus(
  plans: readonly Plan[],
  workspace: Workspace,
  asOf: Day,
): readonly RequestStatus[] {
  const chosen = new Set(plans.map(({ id }) => id));
  return requestsUntil(asOf, workspace)
    .filter(({ plan }) => chosen.has(plan))
    .map((request) => statusOf(request, workspace, asOf))
    .sort(
      (a, b) =>
        ANSWER_STATES.indexOf(a.state) - ANSWER_STATES.indexOf(b.state) ||
        (b.daysOverdue ?? 0) - (a.daysOverdue ?? 0),
    );
}

function statusOf(request: Request, workspace: Workspace, asOf: Day): RequestStatus {
  const { items, to, due, answers } = request;
  const plan = workspace.planOf(request.plan);
  const open = openItems(request);
  const touched = new Set(answers.flatMap(({ partly }) => partly));
  const partly = open.filter((item) => touched.has(item)).length;
  const days = answers.flatMap(({ received }) => received ?? []);
  const isOverdue = open.length > 0 && due !== undefined && due < asOf;
  const state =
    open.length === 0 ? 'answered' : isOverdue ? 'overdue' : answers.length > 0 ? 'partly' : 'waiting';
  return {
    request,
    plan,
    to,
    name: (to?.kind === 'executor' ? plan?.executors.get(to.key)?.name : undefined) ?? to?.key ?? '',
    state,
    asked: items.length,
    answered: items.length - open.length,
    partly,
    open,
    ...(days.length === 0 ? {} : { received: Math.max(...days) }),
    ...(isOverdue ? { daysOverdue: asOf - due } : {}),
  };
}
