import type { Route } from '../finding/finding.ts';
import { remembered } from '../finding/remembered.ts';
import type { Bilingual } from '../finding/text.ts';
import type { Item, Plan } from '../model/plan.ts';
import { asMap, asText } from '../model/raw.ts';
import { eachText } from '../model/texts.ts';
import type { Judged, Rule, RuleContext } from '../rules/rule.ts';
import type { AddRemark, WordingRemark } from './remarks.ts';

/** One walk over the texts of documents serves all rules about wording; each wording is looked at once. */
export function textRunner(all: readonly Rule[]): (context: RuleContext, add: AddRemark) => void {
  const rules = all.filter((rule) => rule.on === 'text');
  const ofNames = rules.filter((rule) => rule.names);
  const remarksBy = (some: typeof rules) =>
    remembered((text): readonly WordingRemark[] => {
      let found: WordingRemark[] | undefined;
      for (const { id, find } of some)
        for (const remark of find(text)) {
          found ??= [];
          found.push({ rule: id, remark });
        }
      return found ?? NONE;
    });
  const lookAt = remarksBy(rules);
  const lookAtName = remarksBy(ofNames);
  return ({ judged }, add) => {
    if (rules.length > 0) runOnTexts(judged, { lookAt, lookAtName }, add);
  };
}

const NONE: readonly WordingRemark[] = [];

interface Looks {
  lookAt(text: string): readonly WordingRemark[];
  lookAtName(text: string): readonly WordingRemark[];
}

function runOnTexts(judged: Judged, { lookAt, lookAtName }: Looks, add: AddRemark): void {
  for (const { file, value, plan, isData } of proseOf(judged)) {
    const itemAt = plan && itemsByRoute(plan);
    const report = (remarks: readonly WordingRemark[], route: Route) => {
      for (const { rule, remark } of remarks) {
        const item = itemAt?.(route);
        const whose = ownerOf(value, route, item);
        add(rule, {
          ...(plan ? { plan: plan.id } : {}),
          ...(item ? { item: item.id } : {}),
          message: { ru: `${whose.ru}: ${remark.message.ru}`, en: `${whose.en}: ${remark.message.en}` },
          ...(remark.help ? { help: remark.help } : {}),
          ...(remark.cure ? { cure: remark.cure } : {}),
          at: { file, route: [...route], ...(remark.within ? { within: remark.within } : {}) },
        });
      }
    };
    eachText(
      value,
      (text, route) => report(isData ? lookAtName(text) : lookAt(text), route),
      (text, route) => report(lookAtName(text), route),
    );
  }
}

interface Texts {
  readonly file: string;
  readonly value: unknown;
  readonly plan?: Plan;
  /** Nothing of it is printed as words: it holds dates, numbers, names. */
  readonly isData?: true;
}

function proseOf({ plans, facts, registries, requests }: Judged): readonly Texts[] {
  return [
    ...plans.map((plan) => ({ file: plan.file, value: plan.source, plan })),
    ...facts.map(({ file, source }) => ({ file, value: source })),
    ...registries.map(({ file, source }) => ({ file, value: source })),
    ...requests.map(({ file, source }) => ({ file, value: source, isData: true as const })),
  ];
}

/** Finds the item that a route leads into; the items are gone through once, when the first is asked for. */
function itemsByRoute({ items }: Plan): (route: Route) => Item | undefined {
  let known: ReadonlyMap<string, Item> | undefined;
  return (route) => {
    known ??= new Map(items.map((item) => [item.route.join('\n'), item]));
    let prefix = '';
    for (const step of route) {
      prefix += prefix === '' ? String(step) : `\n${step}`;
      const item = known.get(prefix);
      if (item) return item;
    }
    return undefined;
  };
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
