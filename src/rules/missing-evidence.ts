import { findItem } from '../model/find-item.ts';
import { indicatorOf } from '../model/meanings.ts';
import type { Rule } from './rule.ts';

/** An item whose result is a document is reported as done, and no document is named. */
export const rule: Rule = {
  id: 'missing-evidence',
  severity: 'info',
  summary: { ru: 'Исполнение ничем не подтверждено', en: 'Nothing proves that it is done' },
  on: 'facts',
  *check(facts, plan, { workspace }) {
    if (!plan) return;
    const proven = new Set(
      workspace
        .factsOf(plan.id)
        .flatMap((file) => file.facts.filter((fact) => fact.evidence.length > 0).map((fact) => fact.item)),
    );
    for (const fact of facts.facts) {
      if (fact.done !== true || proven.has(fact.item)) continue;
      const found = findItem(plan, fact.item);
      if (found.state !== 'found') continue;
      const document = found.item.indicators.find(
        (stated) => indicatorOf(stated, plan, workspace)?.kind === 'artifact',
      );
      if (!document) continue;
      yield {
        item: found.item.id,
        message: {
          ru: `Пункт ${found.item.number} отмечен исполненным, а документ «${document.text}» не назван`,
          en: `Item ${found.item.number} is reported as done, but the document “${document.text}” is not named`,
        },
        help: {
          ru: 'Добавьте evidence: путь к файлу, ссылку или реквизиты («приказ от 28.04.2022 № 85»)',
          en: 'Add `evidence`: a path, a link, or the reference of a document (“приказ от 28.04.2022 № 85”)',
        },
        at: { file: facts.file, route: [...fact.route, 'item'] },
      };
    }
  },
};
