import type { Remark, Route } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';
import type { Item, Plan } from '../model/plan.ts';
import { asMap, asText } from '../model/raw.ts';
import { eachText } from '../model/texts.ts';
import type { Rule, RuleContext, TextRemark } from '../rules/rule.ts';

type Add = (rule: string, remark: Remark) => void;
type RuleOn<On extends Rule['on']> = Extract<Rule, { on: On }>;

/** Runs the rules that are switched on; each sees only what it asked for. */
export function runRules(rules: readonly Rule[], context: RuleContext, add: Add): void {
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
  runOnTexts(
    rules.filter((rule) => rule.on === 'text'),
    context,
    add,
  );
}

function runOnItems(rule: RuleOn<'item'>, plan: Plan, context: RuleContext, add: Add): void {
  let item: Item;
  const report = (remark: Remark) => add(rule.id, { plan: plan.id, item: item.id, ...remark });
  for (item of plan.items) {
    // What an act took out of the plan is nobody's duty any more.
    if (item.excluded === undefined) rule.check(item, plan, report, context);
  }
}

/** One walk over the texts serves all rules about wording; each wording is looked at once. */
function runOnTexts(rules: readonly RuleOn<'text'>[], context: RuleContext, add: Add): void {
  if (rules.length === 0) return;
  const known = new Map<string, readonly { rule: string; remark: TextRemark }[]>();
  const lookAt = (text: string) => {
    let found = known.get(text);
    if (!found) {
      found = rules.flatMap((rule) => rule.find(text).map((remark) => ({ rule: rule.id, remark })));
      known.set(text, found);
    }
    return found;
  };
  for (const { file, value, plan } of proseOf(context)) {
    eachText(value, (text, route) => {
      for (const { rule, remark } of lookAt(text)) {
        const item = plan && itemAt(plan, route);
        const whose = ownerOf(value, route, item);
        add(rule, {
          ...(plan ? { plan: plan.id } : {}),
          ...(item ? { item: item.id } : {}),
          message: { ru: `${whose.ru}: ${remark.message.ru}`, en: `${whose.en}: ${remark.message.en}` },
          ...(remark.help ? { help: remark.help } : {}),
          at: { file, route: [...route], within: remark.within },
        });
      }
    });
  }
}

function proseOf({ workspace }: RuleContext): { file: string; value: unknown; plan?: Plan }[] {
  return [
    ...workspace.plans.map((plan) => ({ file: plan.file, value: plan.source, plan })),
    ...workspace.facts.map(({ file, source }) => ({ file, value: source })),
    ...workspace.registries.map(({ file, source }) => ({ file, value: source })),
  ];
}

function itemAt(plan: Plan, route: Route): Item | undefined {
  return plan.items.find((item) => item.route.every((step, index) => route[index] === step));
}

const OWNERS: Readonly<Record<string, Bilingual>> = {
  title: { ru: 'Название плана', en: 'The plan’s title' },
  order: { ru: 'Приказ', en: 'The order' },
  sections: { ru: 'Название раздела', en: 'A section’s title' },
  context: { ru: 'Часть перед таблицей', en: 'The part before the table' },
  executors: { ru: 'Исполнитель', en: 'An executor' },
  facts: { ru: 'Факт', en: 'A fact' },
  reports: { ru: 'Отчёт', en: 'A report' },
  stages: { ru: 'Этап', en: 'A stage' },
};

function ownerOf(value: unknown, route: Route, item: Item | undefined): Bilingual {
  if (item) return { ru: `Пункт ${item.number}`, en: `Item ${item.number}` };
  if (route[0] === 'facts' && typeof route[1] === 'number') {
    const fact = asMap((asMap(value)?.facts as unknown[] | undefined)?.[route[1]]);
    const number = asText(fact?.item);
    if (number !== undefined) return { ru: `Факт по пункту ${number}`, en: `A fact of item ${number}` };
  }
  return OWNERS[String(route[0])] ?? { ru: 'Текст', en: 'A text' };
}
