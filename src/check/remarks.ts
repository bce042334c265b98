import type { Remark } from '../finding/finding.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import type { Item, Plan, Stated } from '../model/plan.ts';
import type { RuleContext, TextRemark } from '../rules/rule.ts';

/** Takes what a rule reports. */
export type AddRemark = (rule: string, remark: Remark) => void;

/** What a rule says of a wording, wherever it is. */
export interface WordingRemark {
  readonly rule: string;
  readonly remark: TextRemark;
  readonly unless?: (indicator: Stated<Indicator>, item: Item, plan: Plan) => boolean;
  readonly unlessInPlan?: (when: Stated<Period>, plan: Plan, context: RuleContext) => boolean;
}
