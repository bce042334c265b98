import { toIso } from '../meaning/day.ts';
import { findItem } from '../model/find-item.ts';
import type { Item, Plan } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Fact, Workspace } from '../model/workspace.ts';
import { placedIndicators } from '../status/evaluate-item.ts';
import { factsByMeasure, measuresOf } from '../status/measures.ts';
import type { Rule } from './rule.ts';

/** An item whose result is a document is reported as done, and no document is named. */
export const rule: Rule = {
  id: 'missing-evidence',
  severity: 'info',
  summary: { ru: 'Исполнение ничем не подтверждено', en: 'Nothing proves that it is done' },
  on: 'facts',
  check(facts, plan, report, { workspace, asOf }) {
    if (!plan) return;
    const reported = new Set<Item>();
    for (const fact of facts.facts) {
      if (fact.done !== true || fact.part !== undefined || fact.indicator !== undefined) continue;
      const found = findItem(plan, fact.item);
      if (found.state !== 'found' || reported.has(found.item)) continue;
      reported.add(found.item);
      const document = unprovenDocument(found.item, plan, workspace);
      if (document === undefined) continue;
      const date = toIso(fact.to ?? asOf)
        .split('-')
        .reverse()
        .join('.');
      report({
        item: found.item.id,
        message: {
          ru: `Пункт ${referenceTo(found.item)} отмечен исполненным, а документ «${document}» не назван`,
          en: `Item ${referenceTo(found.item)} is reported as done, but the document “${document}” is not named`,
        },
        help: {
          ru: `Добавьте evidence: путь к файлу, ссылку или реквизиты («приказ от ${date} № 85»)`,
          en: `Add \`evidence\`: a path, a link, or the reference of a document (“приказ от ${date} № 85”)`,
        },
        at: { file: facts.file, route: [...fact.route, 'item'] },
      });
    }
  },
};

/** The first document among the indicators of an item that no fact of any file names, by the rules `status` counts by. */
function unprovenDocument(item: Item, plan: Plan, workspace: Workspace): string | undefined {
  const own = workspace
    .factsOf(plan.id)
    .flatMap(({ facts }) => facts.filter((fact) => isOf(fact, item, plan)));
  const measures = measuresOf(placedIndicators(item, plan, workspace));
  const byMeasure = factsByMeasure(measures, own);
  const lacking = measures.findIndex(
    ({ meaning }, at) =>
      meaning?.kind === 'artifact' && !byMeasure[at]?.some((fact) => fact.evidence.length > 0),
  );
  return measures[lacking]?.text;
}

function isOf(fact: Fact, item: Item, plan: Plan): boolean {
  const found = findItem(plan, fact.item);
  return fact.rescheduled === undefined && found.state === 'found' && found.item === item;
}
