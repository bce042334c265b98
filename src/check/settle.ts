import type { Remark, Severity } from '../finding/finding.ts';
import type { Plan, Waiver } from '../model/plan.ts';
import { covers, isInForce, isUnfilled } from '../model/waiver.ts';
import type { RuleContext } from '../rules/rule.ts';

/** A remark with the rule that made it and the severity the workspace gives it. */
export interface Settled {
  readonly rule: string;
  readonly severity: Severity;
  readonly remark: Remark;
}

export interface SettledWaivers {
  readonly kept: readonly Settled[];
  readonly waived: number;
  /** Waivers that matched nothing, and those whose day is over though they would match. */
  readonly unused: readonly { readonly plan: Plan; readonly waiver: Waiver }[];
  readonly expired: readonly { readonly plan: Plan; readonly waiver: Waiver }[];
  /** Those whose reason is still to be written. */
  readonly unfilled: readonly { readonly plan: Plan; readonly waiver: Waiver }[];
}

/** Takes out what a waiver in force accepts, and returns the waivers that do nothing. */
export function settleWaivers(
  found: readonly Settled[],
  { workspace, judged, asOf }: Pick<RuleContext, 'workspace' | 'judged' | 'asOf'>,
): SettledWaivers {
  const used = new Set<Waiver>();
  const overdue = new Set<Waiver>();
  const kept = found.filter(({ rule, remark }) => {
    const plan = remark.plan === undefined ? undefined : workspace.planOf(remark.plan);
    if (!plan || plan.waivers.length === 0) return true;
    const matching = plan.waivers.filter((waiver) =>
      covers(
        waiver,
        {
          rule,
          ...(remark.item === undefined ? {} : { item: remark.item }),
          ...(remark.parentItem === undefined ? {} : { parentItem: remark.parentItem }),
        },
        plan,
        workspace,
      ),
    );
    for (const waiver of matching) (isInForce(waiver, asOf) ? used : overdue).add(waiver);
    return !matching.some((waiver) => isInForce(waiver, asOf));
  });
  const all = judged.plans.flatMap((plan) => plan.waivers.map((waiver) => ({ plan, waiver })));
  return {
    kept,
    waived: found.length - kept.length,
    unused: all.filter(({ waiver }) => !used.has(waiver) && !overdue.has(waiver) && !isUnfilled(waiver)),
    expired: all.filter(({ waiver }) => overdue.has(waiver) && !isUnfilled(waiver)),
    unfilled: all.filter(({ waiver }) => isUnfilled(waiver)),
  };
}
