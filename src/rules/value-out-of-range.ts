import type { Bilingual } from '../finding/text.ts';
import { findItem } from '../model/find-item.ts';
import type { Plan } from '../model/plan.ts';
import type { Fact, Workspace } from '../model/workspace.ts';
import { exceedsWhole } from '../status/evaluate-figures.ts';
import { placedIndicators } from '../status/evaluate-item.ts';
import { measuresOf, ownerOf } from '../status/measures.ts';
import type { Rule } from './rule.ts';

/** Figures that cannot be: 27 of 25, a share of nothing, less than none. */
export const rule: Rule = {
  id: 'value-out-of-range',
  severity: 'error',
  summary: { ru: 'Число в факте невозможно', en: 'A figure of the fact cannot be' },
  on: 'facts',
  check(facts, plan, report, { workspace }) {
    for (const fact of facts.facts) {
      const wrong = faultOf(fact) ?? (plan && moreThanAll(fact, plan, workspace));
      if (!wrong) continue;
      report({
        item: fact.item,
        message: {
          ru: `Факт по пункту ${fact.item}: ${wrong.why.ru}`,
          en: `The fact of item ${fact.item}: ${wrong.why.en}`,
        },
        help: {
          ru: 'Сверьте с отчётом и исправьте число',
          en: 'Compare with the report and mend the figure',
        },
        at: { file: facts.file, route: [...fact.route, wrong.key] },
      });
    }
  },
};

function faultOf({ count, value, of }: Fact): { key: string; why: Bilingual } | undefined {
  if (count !== undefined && (count < 0 || !Number.isInteger(count))) {
    return {
      key: 'count',
      why: {
        ru: `количество ${count} — не целое число от нуля`,
        en: `the count ${count} is not a whole number`,
      },
    };
  }
  if (value !== undefined && value < 0) {
    return {
      key: 'value',
      why: { ru: `значение ${value} меньше нуля`, en: `the value ${value} is below zero` },
    };
  }
  if (of !== undefined && of <= 0) {
    return { key: 'of', why: { ru: `доля берётся от ${of}`, en: `the share is taken of ${of}` } };
  }
  if (value !== undefined && of !== undefined && value > of) {
    return {
      key: 'value',
      why: {
        ru: `${value} из ${of}: часть больше целого`,
        en: `${value} of ${of}: the part exceeds the whole`,
      },
    };
  }
  return undefined;
}

/** «569» where 60 % of the teachers are required: a share without a whole cannot exceed a hundred. */
function moreThanAll(
  fact: Fact,
  plan: Plan,
  workspace: Workspace,
): { key: string; why: Bilingual } | undefined {
  const { value, of } = fact;
  if (value === undefined || of !== undefined || value <= 100) return undefined;
  const found = findItem(plan, fact.item);
  if (found.state !== 'found') return undefined;
  const measures = measuresOf(placedIndicators(found.item, plan, workspace));
  const owner = ownerOf(fact, measures);
  const meaning = owner === undefined ? undefined : measures[owner]?.meaning;
  if (!meaning || !exceedsWhole(fact, meaning)) return undefined;
  return {
    key: 'value',
    why: {
      ru: `доля ${value} % больше целого; если это число, а не проценты, добавьте of`,
      en: `the share of ${value} % exceeds the whole; if it is a number and no percents, add \`of\``,
    },
  };
}
