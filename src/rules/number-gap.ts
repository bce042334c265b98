import type { Plan } from '../model/plan.ts';
import type { ReportRemark, Rule } from './rule.ts';
import { bareNumber, itemRuns, type Numbered, sectionRuns } from './shared/number-runs.ts';

/** A number left out usually means a row lost on the way from one document to another. */
export const rule: Rule = {
  id: 'number-gap',
  severity: 'warning',
  summary: { ru: 'Пропущен номер пункта или раздела', en: 'The number of an item or a section is left out' },
  on: 'plan',
  check(plan, report) {
    for (const run of itemRuns(plan)) reportGaps(run, plan, report);
    for (const run of sectionRuns(plan)) reportGaps(run, plan, report);
  },
};

function reportGaps(run: readonly Numbered[], plan: Plan, report: ReportRemark): void {
  let borne: Set<string> | undefined;
  let before: Numbered | undefined;
  let repeats = 0;
  for (const one of run) {
    const { series, last } = one;
    if (before && before.series === series && last > before.last + 1) {
      borne ??= new Set(run.map((each) => `${each.series}${each.last}`));
      // What stands further down is not left out: that is `number-order`.
      const missing: number[] = [];
      for (let number = before.last + 1; number < last && missing.length < MOST; number++)
        if (!borne.has(`${series}${number}`)) missing.push(number);
      const isWhole = missing.length === last - before.last - 1 || missing.length === MOST;
      // «III, III, V»: the second three ought to be a four, and `duplicate-number` tells.
      if (isWhole && missing.length > repeats && !goesThrough(before, one, plan))
        report(remark(one, before, plan));
    }
    // A lower number is another defect (a repeat, or rows out of order): counting goes on from the highest.
    repeats = before?.series === series && before.last === last ? repeats + 1 : 0;
    if (!before || before.series !== series || last > before.last) before = one;
  }
}

/**
 * Where sections bear the numbers of rows («1. Раздел 1», «2. …», «7. Раздел 2»), the number left out among the items is
 * the section's, and those left out among the sections are the items'.
 */
function goesThrough(before: Numbered, one: Numbered, plan: Plan): boolean {
  const { item } = one;
  if (item !== undefined)
    return before.last + 2 === one.last && bareNumber(item.section?.number ?? '') === String(one.last - 1);
  const first = plan.items.find(({ section }) => section?.number === before.number);
  return first !== undefined && bareNumber(first.number) === String(before.last + 1);
}

/** A jump to «2024» is one gap, and nobody lists it. */
const MOST = 1_000;

function remark(one: Numbered, before: Numbered, plan: Plan) {
  const { series, last, item, number } = one;
  const many = last > before.last + 2;
  const missing = `${series}${before.last + 1}${many ? `–${series}${last - 1}` : ''}`;
  const at = { file: plan.file, route: one.route };
  if (item === undefined)
    return {
      message: {
        ru: `После раздела ${before.number} идёт раздел ${number}: ${many ? 'пропущены' : 'пропущен'} ${missing}`,
        en: `Section ${number} follows section ${before.number}: ${missing} ${many ? 'are' : 'is'} left out`,
      },
      help: {
        ru: 'Верните потерянный раздел или исправьте номер',
        en: 'Bring the lost section back or mend the number',
      },
      at,
    };
  return {
    item: item.id,
    message: {
      ru: `После пункта ${before.number} идёт пункт ${number}: ${many ? 'пропущены' : 'пропущен'} ${missing}`,
      en: `Item ${number} follows item ${before.number}: ${missing} ${many ? 'are' : 'is'} left out`,
    },
    help: {
      ru: 'Верните потерянную строку; исключённому пункту оставьте номер: {number: …, excluded: приказ от … № …}',
      en: 'Bring the lost row back; leave a removed item its number: {number: …, excluded: приказ от … № …}',
    },
    at,
  };
}
