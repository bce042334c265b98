import type { Day } from '../meaning/day.ts';
import type { Period } from '../meaning/period.ts';
import type { Span } from '../meaning/spans.ts';
import { duePeriodOf } from '../model/events.ts';
import type { Item, Plan, Section } from '../model/plan.ts';
import { printedNumber, sectionTitle } from '../model/printed.ts';
import type { Workspace } from '../model/workspace.ts';
import type { IndicatorStatus, ItemStatus } from '../status/evaluate-item.ts';
import type { PlanStatus } from '../status/status.ts';
import type { DashboardState } from './dashboard-states.ts';

/** A stretch of the timeline; a start or an end that the text does not state is null. */
interface DashboardWindow {
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface DashboardIndicator {
  readonly text: string;
  readonly state: IndicatorStatus['state'];
  readonly actual?: number;
  readonly expected?: number;
  /** The figures are percents. */
  readonly share: boolean;
  readonly missed: readonly Span[];
}

export interface DashboardSection {
  readonly title: string;
  /** Index of the section it is in. */
  readonly parent?: number;
}

export interface DashboardItem {
  /** Among all items of the page, from 0. */
  readonly index: number;
  readonly number: string;
  readonly action: string;
  readonly state: DashboardState;
  /** Index among the sections of the plan. */
  readonly section?: number;
  /** The words of the plan. */
  readonly when: string;
  readonly windows: readonly DashboardWindow[];
  /** It comes back again and again within its window. */
  readonly rhythm: boolean;
  readonly deadline: Day | null;
  readonly originalDeadline?: Day;
  /** A move of the deadline that no document backs. */
  readonly movedWithoutBasis?: Day;
  readonly basis?: string;
  readonly daysOverdue?: number;
  /** Of an item that is due soon: 0 today. */
  readonly daysLeft?: number;
  readonly doneOn?: Day;
  readonly missed: readonly Span[];
  /** Names in the words of the plan, each once. */
  readonly executors: readonly { readonly key: string; readonly name: string }[];
  readonly indicators: readonly DashboardIndicator[];
  readonly results: readonly string[];
  readonly evidence: readonly string[];
}

/** The items of one plan that are in force, with their states; `first` is the index of the first of them. */
export function planItems(
  { plan, followed, items }: PlanStatus,
  workspace: Workspace,
  asOf: Day,
  first: number,
): { readonly items: readonly DashboardItem[]; readonly sections: readonly DashboardSection[] } {
  const places = new Map<Section, number>(plan.sections.map((section, at) => [section, at]));
  const sections = plan.sections.map((section) => ({
    title: sectionTitle(section),
    ...(section.parent ? { parent: places.get(section.parent) as number } : {}),
  }));
  const states = new Map<Item, ItemStatus>(items.map((status) => [status.item, status]));
  const inForce = plan.items.filter((item) => item.excluded === undefined);
  const shown = inForce.map((item, at): DashboardItem => {
    const periods = periodsOf(item, plan, workspace);
    const status = states.get(item);
    return {
      index: first + at,
      number: printedNumber(item, plan),
      action: item.action,
      ...(item.section ? { section: places.get(item.section) as number } : {}),
      when: [item, ...item.parts].flatMap((row) => row.when?.text ?? []).join('; '),
      windows: periods.flatMap(windowsOf),
      rhythm: periods.some((period) => period.kind === 'recurring'),
      executors: executorsIn(item, plan),
      ...(followed && status ? executionOf(status, asOf) : unjudged(item, status, asOf)),
    };
  });
  return { items: shown, sections };
}

function periodsOf(item: Item, plan: Plan, workspace: Workspace): readonly Period[] {
  const rows = item.when ? [item] : item.parts;
  return rows.flatMap((row) => duePeriodOf(row.when, plan, workspace) ?? []);
}

/** More windows than weeks in a year are one band to the eye. */
const MOST_WINDOWS = 53;

function windowsOf(period: Period): readonly DashboardWindow[] {
  const parts = period.kind === 'composite' ? period.parts.flatMap(windowsOf) : [];
  if (parts.length > 0 && parts.length <= MOST_WINDOWS) return parts;
  return period.from === null && period.to === null ? [] : [{ from: period.from, to: period.to }];
}

function executorsIn(item: Item, plan: Plan): DashboardItem['executors'] {
  const keys = new Set([item, ...item.parts].flatMap((row) => row.executors.map(({ key }) => key)));
  return [...keys].map((key) => ({ key, name: plan.executors.get(key)?.name ?? key }));
}

/** An item of a plan without facts: what is promised, and what the calendar says of it. */
function unjudged(item: Item, status: ItemStatus | undefined, asOf: Day) {
  const deadline = status?.deadline ?? null;
  const state = status?.state;
  return {
    state: state === 'untracked' || state === 'due-soon' ? state : ('not-followed' as const),
    deadline,
    ...(state === 'due-soon' && deadline !== null ? { daysLeft: Math.max(0, deadline - asOf) } : {}),
    missed: state === 'untracked' ? (status?.missed ?? []) : [],
    indicators: [item, ...item.parts].flatMap((row) =>
      row.indicators.map(({ text }) => ({ text, state: 'pending' as const, share: false, missed: [] })),
    ),
    results: [],
    evidence: [],
  };
}

function executionOf(status: ItemStatus, asOf: Day) {
  const { state, deadline, originalDeadline, rescheduled, daysOverdue, doneOn } = status;
  const basis = rescheduled?.basis?.trim() ?? '';
  return {
    state,
    deadline,
    ...(originalDeadline === undefined ? {} : { originalDeadline }),
    ...(rescheduled && basis === '' ? { movedWithoutBasis: rescheduled.to } : {}),
    ...(basis === '' ? {} : { basis }),
    ...(daysOverdue === undefined ? {} : { daysOverdue }),
    ...(state === 'due-soon' && deadline !== null ? { daysLeft: Math.max(0, deadline - asOf) } : {}),
    ...(doneOn === undefined ? {} : { doneOn }),
    missed: status.missed,
    indicators: status.indicators.map(indicatorOf),
    results: status.facts.flatMap(({ result }) => result ?? []),
    evidence: [...new Set(status.facts.flatMap(({ evidence }) => evidence))],
  };
}

function indicatorOf({
  stated,
  state,
  actual,
  expected,
  missed,
  meaning,
}: IndicatorStatus): DashboardIndicator {
  const share =
    meaning?.kind === 'percent' ||
    (meaning?.kind === 'staged' && (meaning.of !== null || meaning.unit === null));
  return {
    text: stated.text,
    state,
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    share,
    missed: missed ?? [],
  };
}
