import type { Finding, Severity } from '../finding/finding.ts';
import { atLeast, compareText } from '../finding/order.ts';
import { type CheckReport, countFindings } from '../finding/report.ts';
import type { Day } from '../meaning/day.ts';
import { toIso } from '../meaning/day.ts';
import { type DocumentSet, setOf } from '../model/document-set.ts';
import type { Loaded } from '../model/load.ts';
import { listAt } from '../model/outline.ts';
import type { Workspace } from '../model/workspace.ts';
import { rules } from '../rules/generated/index.ts';
import type { Judged, Rule, RuleContext } from '../rules/rule.ts';
import type { Problem } from '../source/document.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { withoutConsequences, withoutEchoes } from './consequences.ts';
import { placer } from './place.ts';
import { ruleRunner } from './run-rules.ts';
import { type Settled, settleWaivers } from './settle.ts';
import { staleWaivers } from './stale-waivers.ts';
import { judgedIn, type Unit, unitsOf } from './units.ts';
import { unknownRulesOfConfig, unknownRulesOfWaivers } from './unknown-rules.ts';
import { type Asked, isAnsweredTheSame, viewer } from './view.ts';

export interface CheckOptions {
  /** The day everything is judged at. */
  readonly asOf: Day;
  /** The real day, for facts dated in the future. */
  readonly today: Day;
  /** Which files are reported; everything when absent. The whole workspace is checked all the same. */
  readonly reports?: (file: string) => boolean;
  /** Leave out the source lines that a frame shows: most formats have none. */
  readonly withoutFrames?: boolean;
}

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
const ids: ReadonlySet<string> = new Set(byId.keys());

/** Runs every rule over a loaded workspace. Findings come placed, in order, waivers and severities settled. */
export function check(loaded: Loaded, options: CheckOptions): CheckReport {
  return recheck(setOf(loaded), options).report;
}

/** What was found in a unit (or what is kept of that), and on what it depends beside the settings of the run. */
export interface Answer<Kept = readonly Finding[]> {
  /** The contents of its own files. */
  readonly content: string;
  readonly asked: Asked;
  readonly findings: Kept;
  readonly waived: number;
}

/** What a run has found, by unit, to begin the next one with. */
export interface Answers<Kept = readonly Finding[]> {
  readonly settings: string;
  readonly units: ReadonlyMap<string, Answer<Kept>>;
}

/** A report, and all that was found, for the next run to begin with. */
interface Rechecked {
  readonly report: CheckReport;
  readonly answers: Answers;
}

/**
 * The same, from what was found before: a unit is judged again where a file of its own has changed, or where something it
 * asked about the rest would be answered otherwise now. Gives what a run without `before` gives.
 */
export function recheck(documents: DocumentSet, options: CheckOptions, before?: Answers): Rechecked {
  const answers = answersOf(documents, options, (findings) => findings, before);
  return { report: reportOf(documents, options, answers), answers };
}

/**
 * What a run finds, from what was found before. Of the findings of a unit only that is kept which `keep` makes of them: a
 * country has 80,000.
 */
export function answersOf<Kept>(
  documents: DocumentSet,
  options: CheckOptions,
  keep: (findings: readonly Finding[]) => Kept,
  before?: Answers<Kept>,
): Answers<Kept> {
  const steps = recheckBySteps(documents, options, before, { keep });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.answers;
  }
}

/** What is known on the way. */
export interface Step<Kept = readonly Finding[]> {
  readonly answers: Answers<Kept>;
  /** The units that were judged in this step. */
  readonly judged: readonly Unit[];
}

/** So many units are judged at a time: what the rules say of them is let go before the next. */
const AT_ONCE = 300;

/**
 * The same in steps, for who must answer others in between; `first` says which units are judged first, so that what a person
 * looks at doesn't wait for the rest. A step gives what is known by then: units that are still to be judged have the answer
 * they had. Whoever stops there may begin the next run with it.
 */
export function* recheckBySteps<Kept = readonly Finding[]>(
  documents: DocumentSet,
  options: CheckOptions,
  before: Answers<Kept> | undefined,
  {
    first,
    atOnce = AT_ONCE,
    keep,
  }: {
    readonly first?: (unit: Unit) => boolean;
    readonly atOnce?: number;
    readonly keep: (findings: readonly Finding[]) => Kept;
  },
): Generator<Step<Kept>, Step<Kept>> {
  const settings = settingsOf(documents, options);
  const known = before?.settings === settings ? before.units : new Map<string, Answer<Kept>>();
  const units = new Map<string, Answer<Kept> | undefined>();
  const changed: Unit[] = [];
  for (const unit of unitsOf(documents)) {
    const content = contentOf(unit, documents);
    const answer = known.get(unit.file);
    const holds =
      content !== undefined && answer?.content === content && isAnsweredTheSame(answer.asked, documents);
    units.set(unit.file, answer);
    if (!holds) changed.push(unit);
  }
  const urgent = first ? changed.filter(first) : [];
  const queue = first ? [...urgent, ...changed.filter((unit) => !urgent.includes(unit))] : changed;
  const answers = (): Answers<Kept> => ({
    settings,
    units: new Map([...units].flatMap(([file, answer]) => (answer ? [[file, answer] as const] : []))),
  });
  const judge = judgeOf(documents, options);
  for (let from = 0; from < queue.length; ) {
    const some = queue.slice(from, from < urgent.length ? urgent.length : from + atOnce);
    for (const [at, { findings, ...answer }] of judge(some).entries())
      units.set((some[at] as Unit).file, { ...answer, findings: keep(findings) });
    from += some.length;
    if (from < queue.length) yield { answers: answers(), judged: some };
  }
  return { answers: answers(), judged: [] };
}

/** All that every finding depends on. */
function settingsOf({ config, roster, digestOf }: DocumentSet, options: CheckOptions): string {
  if (!digestOf) return '';
  const { asOf, today, withoutFrames } = options;
  const registries = roster.registries.map(({ file }) => digestOf(file));
  return JSON.stringify([config, registries, asOf, today, withoutFrames]);
}

/** Undefined: nobody can tell whether it is the same. */
function contentOf({ file, files }: Unit, { digestOf }: DocumentSet): string | undefined {
  return digestOf && file !== CONFIG_FILE ? [...files].map(digestOf).join() : undefined;
}

function judgeOf(
  documents: DocumentSet,
  options: CheckOptions,
): (units: readonly Unit[]) => readonly Answer[] {
  const severityOf = severities(documents.config);
  const runs = (rule: string): boolean => byId.has(rule) && severityOf(rule) !== undefined;
  const view = viewer(documents);
  const place = placer(documents, options.withoutFrames !== true);
  const isReported = (file: string): boolean =>
    // The config steers every run: what is wrong in it is reported whichever files are asked for.
    file === CONFIG_FILE || (options.reports?.(file) ?? true);
  const open = (unit: Unit) => {
    const judged = judgedIn(unit, documents);
    const seen = view(judged);
    const found: Settled[] = [];
    const add = (rule: string, remark: Settled['remark']): void => {
      const severity = severityOf(rule);
      if (severity === undefined) return;
      const milder = remark.severity !== undefined && atLeast(severity, remark.severity);
      found.push({ rule, severity: milder ? remark.severity : severity, remark });
    };
    const { asOf, today } = options;
    const context: RuleContext = { workspace: seen.workspace, judged, asOf, today };
    return { unit, seen, found, add, context };
  };
  type Open = ReturnType<typeof open>;
  const run = ruleRunner<Open>(
    rules.filter((rule) => runs(rule.id)),
    ({ seen }) => seen.enter(),
  );
  const close = ({ unit, seen, found, add, context }: Open): Answer => {
    seen.enter();
    const problems = [...unit.files].flatMap((file) => documents.problems.get(file) ?? []);
    for (const { rule, ...remark } of problems) add(rule, remark);
    for (const remark of unknownRulesIn(unit, context.judged, documents)) add('unknown-rule', remark);
    const settled = settleWaivers(found, context);
    const waived = found.length - settled.kept.length;
    found.length = 0;
    for (const { rule, remark } of staleWaivers(settled, runs)) add(rule, remark);
    const reported = withoutConsequences(
      [...settled.kept, ...found],
      [...problems, ...problemsOfRegistries(unit, documents)],
    ).filter(({ remark }) => isReported(remark.at.file));
    const findings = withoutEchoes(place(reported, seen.workspace, unit.files));
    return { content: contentOf(unit, documents) ?? '', asked: seen.asked, waived, findings };
  };
  return (units) => {
    const opened = units.map(open);
    run(opened);
    return opened.map(close);
  };
}

const unknownRulesIn = ({ file }: Unit, judged: Judged, { config }: DocumentSet) =>
  file === CONFIG_FILE ? unknownRulesOfConfig(config, ids) : unknownRulesOfWaivers(judged, ids);

/** Where the executors of a registry can't be read, the plans that borrow them miss them. */
const problemsOfRegistries = ({ files }: Unit, { problems, roster }: DocumentSet): readonly Problem[] =>
  roster.registries.flatMap(({ file }) => (files.has(file) ? [] : (problems.get(file) ?? [])));

function reportOf(documents: DocumentSet, options: CheckOptions, answers: Answers): CheckReport {
  const findings = inOrder([...answers.units.values()]);
  return { ...frameOfReport(documents, options, answers, countFindings(findings)), findings };
}

/** A report but for its findings. */
export function frameOfReport(
  { outlines }: DocumentSet,
  { asOf, reports }: CheckOptions,
  { units }: Answers<unknown>,
  counts: Readonly<Record<Severity, number>>,
): Omit<CheckReport, 'findings'> {
  const chosen = outlines.filter(({ file }) => reports?.(file) ?? true);
  const waived = [...units.values()].reduce((sum, answer) => sum + answer.waived, 0);
  return {
    version: 1,
    asOf: toIso(asOf),
    documents: chosen.length,
    items: chosen.reduce((sum, { items }) => sum + items, 0),
    summary: { ...counts, waived },
  };
}

/** All findings in the one order: the findings of a file are those of one unit, and in order already. */
function inOrder(answers: readonly Answer[]): readonly Finding[] {
  const byFile = new Map<string, Finding[]>();
  for (const { findings } of answers) for (const finding of findings) listAt(byFile, finding.file, finding);
  return [...byFile].sort(([a], [b]) => compareText(a, b)).flatMap(([, findings]) => findings);
}

/** The severity the workspace gives a rule; undefined when the rule is off. */
function severities(config: Workspace['config']): (rule: string) => Severity | undefined {
  const configured = (config as { rules?: unknown }).rules;
  const chosen =
    typeof configured === 'object' && configured !== null ? (configured as Record<string, unknown>) : {};
  const settled = new Map<string, Severity | undefined>();
  for (const { id, severity } of rules) {
    const wish = Object.hasOwn(chosen, id) ? chosen[id] : severity;
    settled.set(id, wish === 'error' || wish === 'warning' || wish === 'info' ? wish : undefined);
  }
  return (rule) => {
    if (!settled.has(rule)) throw new Error(`no rule file for «${rule}»`);
    return settled.get(rule);
  };
}
