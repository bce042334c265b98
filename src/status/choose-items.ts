import { type Day, parseDay } from '../meaning/day.ts';
import { type Item, type Plan, rowsOf, type Section } from '../model/plan.ts';
import { asText } from '../model/raw.ts';
import type { ItemStatus } from './evaluate-item.ts';
import type { ItemState } from './item-state.ts';
import { type PlanStatus, summaryOf } from './status.ts';

/** Which part of a plan is wanted; all of it when nothing is stated. */
export interface Choice {
  /** Key of an executor, or a part of its name or alias. */
  readonly executor?: string;
  /** Part of a stage's title, or its number from 1. */
  readonly stage?: string;
  /** Number of a section, or a part of its title; sections below it are meant too. */
  readonly section?: string;
  /** Any of these. */
  readonly states?: readonly ItemState[];
}

const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

/** The items of a plan that a choice means, the summary counted anew. */
export function chosenItems(status: PlanStatus, choice: Choice): PlanStatus {
  const wanted = [
    ...(choice.executor === undefined ? [] : [byExecutor(status.plan, choice.executor)]),
    ...(choice.stage === undefined ? [] : [byStage(status.plan, choice.stage)]),
    ...(choice.section === undefined ? [] : [bySection(choice.section)]),
    ...(choice.states === undefined || choice.states.length === 0 ? [] : [byState(choice.states)]),
  ];
  if (wanted.length === 0) return status;
  const items = status.items.filter((item) => wanted.every((test) => test(item)));
  return { ...status, items, summary: summaryOf(items), whole: status.whole ?? status.summary };
}

type Test = (status: ItemStatus) => boolean;

const byState =
  (states: readonly ItemState[]): Test =>
  ({ state }) =>
    states.includes(state);

/** Keys of the executors of an item and of its sub-events, each once. */
export function executorKeys(item: Item): string[] {
  return [...new Set(rowsOf(item).flatMap((row) => row.executors.map(({ key }) => key)))];
}

/** Keys of a plan's executors that a name means: the key itself, else every name that holds it. */
export function executorsNamed(plan: Plan, name: string): ReadonlySet<string> {
  const keys = new Set([...plan.executors.keys(), ...plan.items.flatMap(executorKeys)]);
  if (keys.has(name)) return new Set([name]);
  const part = folded(name);
  const holds = (text: string): boolean => folded(text).includes(part);
  return new Set(
    [...keys].filter((key) => {
      const executor = plan.executors.get(key);
      return holds(key) || (executor && [executor.name, ...executor.aliases].some(holds));
    }),
  );
}

function byExecutor(plan: Plan, name: string): Test {
  const keys = executorsNamed(plan, name);
  return ({ item }) => executorKeys(item).some((key) => keys.has(key));
}

export interface PlanStage {
  readonly title: string;
  /** The first day after the stage before; null for the first one. */
  readonly from: Day | null;
  /** Its last day; null where it has no date. */
  readonly until: Day | null;
}

/** Stages as the plan states them, each beginning where the one before ended. */
export function stagesOf(plan: Plan): PlanStage[] {
  const stated: readonly { title?: unknown; until?: unknown }[] = Array.isArray(plan.source.stages)
    ? plan.source.stages
    : [];
  let from: Day | null = null;
  return stated.map(({ title, until }) => {
    const day = parseDay(asText(until) ?? '') ?? null;
    const stage = { title: asText(title) ?? '', from, until: day };
    if (day !== null) from = day + 1;
    return stage;
  });
}

/** The stages of a plan that a name means: by number from 1, else by a part of the title. */
export function stagesNamed(plan: Plan, name: string): PlanStage[] {
  const stages = stagesOf(plan);
  const numbered = /^\d+$/.test(name) ? stages[Number(name) - 1] : undefined;
  return numbered ? [numbered] : stages.filter(({ title }) => folded(title).includes(folded(name)));
}

/** An item belongs to the stage its deadline falls into; what ends after the last stage is the last one's. */
function byStage(plan: Plan, name: string): Test {
  const wanted = stagesNamed(plan, name);
  const last = stagesOf(plan).at(-1);
  return ({ deadline }) =>
    deadline !== null &&
    wanted.some(
      ({ from, until }) =>
        (from === null || deadline >= from) && (until === null || deadline <= until || until === last?.until),
    );
}

/** Whether a plan has a section of this number or with this in its title. */
export function hasSection(plan: Plan, name: string): boolean {
  return plan.sections.some((section) => isSection(section, name));
}

/** «2» is the second section, never the twelfth: a number is not looked for in titles. */
function isSection({ number, title }: Section, name: string): boolean {
  const part = folded(name).replace(/\.$/, '');
  if (number !== undefined && folded(number).replace(/\.$/, '') === part) return true;
  return !/^[\d.]+$/.test(part) && folded(title).includes(part);
}

const bySection =
  (name: string): Test =>
  ({ item }) => {
    for (let section = item.section; section; section = section.parent) {
      if (isSection(section, name)) return true;
    }
    return false;
  };
