import { type Day, parseDay } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import { asList, asMap, asText } from '../model/raw.ts';
import type { Workspace } from '../model/workspace.ts';
import { type PlanStage, stagesNamed } from '../status/choose-items.ts';
import { type Person, personOf } from './stated-order.ts';

/** What a coordinator's report says around its table, as its author stated it. */
interface StatedReport {
  readonly title: string;
  readonly stage?: string;
  readonly date?: Day;
  /** Numbers of the items it is about; empty: all. */
  readonly items: readonly string[];
  readonly sections: readonly ReportPart[];
  readonly signatory?: Person;
}

export interface ReportPart {
  readonly heading?: string;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly afterTable: boolean;
}

/** The report to be made: its author's words, the stage it is about, or neither. */
export interface ReportChoice {
  readonly report?: StatedReport;
  readonly stage?: PlanStage;
}

/** All reports that facts files of a plan hold, in the order of the workspace. */
export function reportsOf(plan: Plan, workspace: Workspace): readonly StatedReport[] {
  return workspace.factsOf(plan.id).flatMap(({ source }) => asList(source.reports).flatMap(reportOf));
}

/**
 * The report of a stage (a part of its title, or its number), else the last one dated by the day judged, else the
 * last one at all. Undefined for a stage that neither the plan nor a report knows.
 */
export function chosenReport(
  plan: Plan,
  workspace: Workspace,
  wanted: string | undefined,
  asOf: Day,
): ReportChoice | undefined {
  const reports = reportsOf(plan, workspace);
  if (wanted !== undefined) {
    const [stage] = stagesNamed(plan, wanted);
    const report = reports.findLast(
      (one) => one.stage !== undefined && names(stage?.title ?? wanted, one.stage),
    );
    return stage || report ? choice(report, stage) : undefined;
  }
  const report = reports.findLast(({ date }) => date !== undefined && date <= asOf) ?? reports.at(-1);
  const stage = report?.stage === undefined ? undefined : stagesNamed(plan, report.stage)[0];
  return choice(report, stage);
}

const choice = (report: StatedReport | undefined, stage: PlanStage | undefined): ReportChoice => ({
  ...(report ? { report } : {}),
  ...(stage ? { stage } : {}),
});

const names = (wanted: string, stage: string): boolean => stage.toLowerCase().includes(wanted.toLowerCase());

function reportOf(value: unknown): StatedReport[] {
  const raw = asMap(value);
  const title = asText(raw?.title);
  if (!raw || title === undefined) return [];
  const stage = asText(raw.stage);
  const date = parseDay(asText(raw.date) ?? '');
  const signatory = personOf(raw.signatory);
  return [
    {
      title,
      ...(stage === undefined ? {} : { stage }),
      ...(date === undefined ? {} : { date }),
      items: asList(raw.items).flatMap((number) => asText(number) ?? []),
      sections: asList(raw.sections).flatMap(partOf),
      ...(signatory ? { signatory } : {}),
    },
  ];
}

/** Headings that introduce a report are above its table unless the author says otherwise. */
const INTRODUCES = /^(?:введение|вводн|общ(?:ие|ая) (?:сведени|информаци|характеристик)|актуальност)/i;

function partOf(value: unknown): ReportPart[] {
  const raw = asMap(value);
  if (!raw) return [];
  const heading = asText(raw.heading);
  const stated = raw['after-table'];
  return [
    {
      ...(heading === undefined ? {} : { heading }),
      paragraphs: (asText(raw.text) ?? '').split(/\n+/).filter((line) => line.trim() !== ''),
      list: asList(raw.list).flatMap((entry) => asText(entry) ?? []),
      afterTable: typeof stated === 'boolean' ? stated : heading !== undefined && !INTRODUCES.test(heading),
    },
  ];
}
