import type { Route } from '../finding/finding.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import { eachRow, type Plan, type Stated } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { AddRemark, WordingRemark } from './remarks.ts';

/** One walk over the items of plans serves all rules about periods and indicators; each wording is looked at once. */
export function cellRunner(rules: readonly Rule[]): (context: RuleContext, add: AddRemark) => void {
  const onPeriod = rules.filter((rule) => rule.on === 'period');
  const onIndicator = rules.filter((rule) => rule.on === 'indicator');
  if (onPeriod.length + onIndicator.length === 0) return () => undefined;
  const periods: Known = new Map();
  const indicators: Known = new Map();
  return (context, add) => {
    for (const plan of context.judged.plans)
      runOnCells(plan, context, { onPeriod, onIndicator, periods, indicators }, add);
  };
}

/** What is said of a wording, by the period of the plan and the wording. */
type Known = Map<string, Map<string, readonly WordingRemark[]>>;

interface CellRules {
  readonly onPeriod: readonly Extract<Rule, { on: 'period' }>[];
  readonly onIndicator: readonly Extract<Rule, { on: 'indicator' }>[];
  readonly periods: Known;
  readonly indicators: Known;
}

function runOnCells(
  plan: Plan,
  context: RuleContext,
  { onPeriod, onIndicator, periods, indicators }: CellRules,
  add: AddRemark,
): void {
  const { from, to, schoolYear } = plan.period ?? {};
  const like = `${from}:${to}:${schoolYear}`;
  const ofPeriod = once<Stated<Period>>(knownOf(periods, like), (when) =>
    onPeriod.flatMap(({ id, find, unless }) =>
      find(when, plan, context).map((remark) => ({
        rule: id,
        remark,
        ...(unless && { unlessInPlan: unless }),
      })),
    ),
  );
  const ofIndicator = once<Stated<Indicator>>(knownOf(indicators, like), (indicator) =>
    onIndicator.flatMap(({ id, find, unless }) =>
      find(indicator, plan, context).map((remark) => ({ rule: id, remark, ...(unless ? { unless } : {}) })),
    ),
  );
  plan.sections.forEach(({ when, number, title }) => {
    if (!when) return;
    ofPeriod(when).forEach(({ rule, remark: { message, help, cure, within }, unlessInPlan }) => {
      if (unlessInPlan?.(when, plan, context)) return;
      const name = number ?? `«${title}»`;
      add(rule, {
        plan: plan.id,
        message: { ru: `Раздел ${name}: ${message.ru}`, en: `Section ${name}: ${message.en}` },
        ...(help ? { help } : {}),
        ...(cure ? { cure } : {}),
        at: { file: plan.file, route: when.route, ...(within ? { within } : {}) },
      });
    });
  });
  plan.items.forEach((item) => {
    if (item.excluded !== undefined) return;
    const report = ({ rule, remark }: WordingRemark, { route }: { readonly route: Route }): void => {
      const { message, help, cure, within } = remark;
      add(rule, {
        plan: plan.id,
        item: item.id,
        message: {
          ru: `Пункт ${referenceTo(item)}: ${message.ru}`,
          en: `Item ${referenceTo(item)}: ${message.en}`,
        },
        ...(help ? { help } : {}),
        ...(cure ? { cure } : {}),
        at: { file: plan.file, route, ...(within ? { within } : {}) },
      });
    };
    eachRow(item, ({ when, indicators: stated }) => {
      if (when && !when.inherited) {
        ofPeriod(when).forEach((remarks) => {
          if (!remarks.unlessInPlan?.(when, plan, context)) report(remarks, when);
        });
      }
      stated.forEach((one) => {
        ofIndicator(one).forEach((remarks) => {
          if (!remarks.unless?.(one, item, plan)) report(remarks, one);
        });
      });
    });
  });
}

function knownOf<Value>(all: Map<string, Map<string, Value>>, name: string): Map<string, Value> {
  const known = all.get(name) ?? new Map<string, Value>();
  all.set(name, known);
  return known;
}

/** A meaning stated beside the text is the cell's own, and so is one read in the term of its section. */
function once<
  Cell extends { readonly text: string; readonly structured?: unknown; readonly within?: unknown },
>(
  known: Map<string, readonly WordingRemark[]>,
  look: (cell: Cell) => readonly WordingRemark[],
): (cell: Cell) => readonly WordingRemark[] {
  return (cell) => {
    if (cell.structured !== undefined || cell.within !== undefined) return look(cell);
    let remarks = known.get(cell.text);
    if (!remarks) {
      remarks = look(cell);
      known.set(cell.text, remarks);
    }
    return remarks;
  };
}
