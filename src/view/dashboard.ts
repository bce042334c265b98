import type { Language } from '../finding/text.ts';
import type { Day } from '../meaning/day.ts';
import type { Level, Plan } from '../model/plan.ts';
import { asText } from '../model/raw.ts';
import type { Workspace } from '../model/workspace.ts';
import { closedOn, type PlanStatus, planStatus } from '../status/status.ts';
import { axisOf } from './dashboard-axis.ts';
import { type DashboardExecutor, executorsOf } from './dashboard-executors.ts';
import { type DashboardItem, planItems } from './dashboard-items.ts';
import { type DashboardMatrix, matricesOf } from './dashboard-matrix.ts';
import type { DashboardPlan } from './dashboard-plan.ts';
import { type DashboardRequest, requestsOf } from './dashboard-requests.ts';
import { type Counts, DASHBOARD_STATES, type DashboardState } from './dashboard-states.ts';

/** Everything the page for the meeting shows, as plain data: a pure function of plans, facts and the day. */
export interface DashboardView {
  readonly language: Language;
  readonly asOf: Day;
  readonly title: string;
  /** First and last day of the timeline. */
  readonly axis: { readonly from: Day; readonly to: Day };
  readonly counts: Counts;
  readonly plans: readonly DashboardPlan[];
  readonly executors: readonly DashboardExecutor[];
  readonly matrices: readonly DashboardMatrix[];
  /** Who was asked to answer about these plans, overdue answers first; empty where nothing is recorded of it. */
  readonly requests: readonly DashboardRequest[];
}

interface DashboardOptions {
  readonly asOf: Day;
  /** Facts recorded later are not known. */
  readonly knownAt?: Day;
  readonly language: Language;
  /** With these come the plans that implement them; all plans without. */
  readonly plans?: readonly Plan[];
}

/** The page for the meeting as of a day. */
export function dashboardView(workspace: Workspace, options: DashboardOptions): DashboardView {
  const { asOf, knownAt } = options;
  const chosen = withChildren(options.plans ?? workspace.plans, workspace);
  const clock = { asOf, ...(knownAt === undefined ? {} : { knownAt }) };
  const statuses = chosen.map((plan) => planStatus(plan, workspace, clock));
  const labels = labelsOf(chosen);
  let first = 0;
  const plans = statuses.map((status, at): DashboardPlan => {
    const { items, sections } = planItems(status, workspace, asOf, first);
    first += items.length;
    return { ...headOf(status, labels[at] as string, asOf), items, sections, counts: countsOf(items) };
  });
  return {
    language: options.language,
    asOf,
    title: titleOf(chosen),
    axis: axisOf(chosen, plans, asOf),
    counts: summed(plans),
    plans,
    executors: executorsOf(chosen, plans),
    matrices: matricesOf(chosen, plans, workspace, asOf),
    requests: requestsOf(chosen, workspace, Math.min(asOf, knownAt ?? asOf)),
  };
}

const LEVELS: readonly (Level | undefined)[] = ['federal', 'regional', 'municipal', 'school', undefined];

/** The plans named and all that implement them, at any remove: the upper level first, then in the order of the workspace. */
function withChildren(named: readonly Plan[], workspace: Workspace): readonly Plan[] {
  const wanted = new Set(named);
  const ids = new Set(named.map(({ id }) => id));
  for (let before = -1; before < wanted.size; ) {
    before = wanted.size;
    for (const plan of workspace.plans) {
      if (wanted.has(plan) || !plan.parents.some(({ id }) => ids.has(id))) continue;
      wanted.add(plan);
      ids.add(plan.id);
    }
  }
  const rank = ({ level }: Plan) => LEVELS.indexOf(level);
  return workspace.plans.filter((plan) => wanted.has(plan)).sort((a, b) => rank(a) - rank(b));
}

function headOf({ plan, followed }: PlanStatus, label: string, asOf: Day) {
  const closed = closedOn(plan);
  return {
    id: plan.id,
    label,
    title: plan.title,
    ...(plan.level === undefined ? {} : { level: plan.level }),
    followed,
    ...(closed === undefined || closed > asOf ? {} : { closed }),
  };
}

/** The ids distinguish two plans of one territory. */
function labelsOf(plans: readonly Plan[]): readonly string[] {
  const plain = plans.map(({ territory, title, id }) => territory ?? (title === '' ? id : title));
  const times = new Map<string, number>();
  for (const label of plain) times.set(label, (times.get(label) ?? 0) + 1);
  return plain.map((label, at) => ((times.get(label) ?? 0) > 1 ? `${label} (${plans[at]?.id})` : label));
}

/** The programme they all belong to, else the title of the only plan or of the one the others implement. */
function titleOf(plans: readonly Plan[]): string {
  const programmes = new Set(plans.map((plan) => asText(plan.source.programme)));
  const [programme] = programmes;
  if (programmes.size === 1 && programme !== undefined && plans.length > 1) return programme;
  const ids = new Set(plans.map(({ id }) => id));
  const roots = plans.filter((plan) => !plan.parents.some(({ id }) => ids.has(id)));
  return roots.length === 1 ? (roots[0] as Plan).title : '';
}

function countsOf(items: readonly DashboardItem[]): Counts {
  const counts = Object.fromEntries(DASHBOARD_STATES.map((state) => [state, 0])) as Record<
    DashboardState,
    number
  >;
  for (const { state } of items) counts[state] += 1;
  return counts;
}

function summed(plans: readonly DashboardPlan[]): Counts {
  return Object.fromEntries(
    DASHBOARD_STATES.map((state) => [state, plans.reduce((sum, { counts }) => sum + counts[state], 0)]),
  ) as Record<DashboardState, number>;
}
