import type { Bilingual } from '../finding/text.ts';
import type { Fact } from '../model/workspace.ts';
import type { Rule } from './rule.ts';

/** Figures that cannot be: 27 of 25, a share of nothing, less than none. */
export const rule: Rule = {
  id: 'value-out-of-range',
  severity: 'error',
  summary: { ru: 'Число в факте невозможно', en: 'A figure of the fact cannot be' },
  on: 'facts',
  *check(facts) {
    for (const fact of facts.facts) {
      const wrong = faultOf(fact);
      if (!wrong) continue;
      yield {
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
      };
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
