import type { Severity } from '../finding/finding.ts';
import { atLeast } from '../finding/order.ts';
import type { CheckReport } from '../finding/report.ts';
import type { Day } from '../meaning/day.ts';
import { toIso } from '../meaning/day.ts';
import type { Loaded } from '../model/load.ts';
import type { Workspace } from '../model/workspace.ts';
import { rules } from '../rules/generated/index.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { withoutConsequences, withoutEchoes } from './consequences.ts';
import { placeFindings } from './place.ts';
import { runRules } from './run-rules.ts';
import { type Settled, settleWaivers } from './settle.ts';
import { staleWaivers } from './stale-waivers.ts';
import { unknownRules } from './unknown-rules.ts';

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

/** Runs every rule over a loaded workspace. The findings have places, severities and order; waived ones are left out. */
export function check(loaded: Loaded, options: CheckOptions): CheckReport {
  const { workspace } = loaded;
  const severityOf = severities(workspace);
  const found: Settled[] = [];
  const add = (rule: string, remark: Settled['remark']): void => {
    const severity = severityOf(rule);
    if (severity === undefined) return;
    const milder = remark.severity !== undefined && atLeast(severity, remark.severity);
    found.push({ rule, severity: milder ? remark.severity : severity, remark });
  };
  for (const { rule, ...remark } of loaded.problems) add(rule, remark);
  const context: RuleContext = { workspace, asOf: options.asOf, today: options.today };
  runRules(
    rules.filter((rule) => severityOf(rule.id) !== undefined),
    context,
    add,
  );
  for (const remark of unknownRules(workspace, new Set(byId.keys()))) add('unknown-rule', remark);
  const settled = settleWaivers(found, workspace, options.asOf);
  const stale: Settled[] = [];
  for (const { rule, remark } of staleWaivers(
    settled,
    (rule) => byId.has(rule) && severityOf(rule) !== undefined,
  )) {
    const severity = severityOf(rule);
    if (severity !== undefined) stale.push({ rule, severity, remark });
  }
  const reported = withoutConsequences([...settled.kept, ...stale], loaded.problems).filter(
    // The config steers every run: what is wrong in it is reported whichever files are asked for.
    ({ remark }) => remark.at.file === CONFIG_FILE || (options.reports?.(remark.at.file) ?? true),
  );
  const findings = withoutEchoes(placeFindings(reported, workspace, options.withoutFrames !== true));
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const chosen = workspace.documents.filter(
    ({ file }) => file !== CONFIG_FILE && (options.reports?.(file) ?? true),
  );
  const inChosen = new Set(chosen.map((document) => document.file));
  return {
    version: 1,
    asOf: toIso(options.asOf),
    documents: chosen.length,
    items: workspace.plans.reduce((sum, plan) => sum + (inChosen.has(plan.file) ? plan.items.length : 0), 0),
    findings,
    summary: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      waived: settled.waived,
    },
  };
}

/** The severity the workspace gives a rule; undefined when the rule is off. */
function severities(workspace: Workspace): (rule: string) => Severity | undefined {
  const configured = (workspace.config as { rules?: unknown }).rules;
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
