import type { Remark } from '../finding/finding.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { AddRemark } from './remarks.ts';
import { runOnCells } from './run-on-cells.ts';
import { runOnTexts } from './run-on-texts.ts';

type RuleOn<On extends Rule['on']> = Extract<Rule, { on: On }>;

/** Runs the rules that are switched on; each sees only what it asked for. */
export function runRules(rules: readonly Rule[], context: RuleContext, add: AddRemark): void {
  const { workspace } = context;
  for (const rule of rules) {
    switch (rule.on) {
      case 'item':
        for (const plan of workspace.plans) runOnItems(rule, plan, context, add);
        break;
      case 'plan':
        for (const plan of workspace.plans) {
          rule.check(plan, (remark) => add(rule.id, { plan: plan.id, ...remark }), context);
        }
        break;
      case 'facts':
        for (const facts of workspace.facts) {
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
  runOnTexts(rules, context, add);
  runOnCells(rules, context, add);
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
