import { digestOfItem } from '../history/digest.ts';
import { findItem } from '../model/find-item.ts';
import { asMap, asText } from '../model/raw.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';

/** An approved plan changes only by an order: the text of an item is no longer what was approved. */
export const rule: Rule = {
  id: 'changed-after-approval',
  severity: 'error',
  summary: { ru: 'Пункт изменён после утверждения', en: 'The item was changed after the approval' },
  on: 'workspace',
  check(report, { workspace }) {
    for (const { source } of workspace.locks) {
      const plan = workspace.planOf(asText(source.plan) ?? '');
      const edition = Array.isArray(source.editions) ? source.editions.at(-1) : undefined;
      const approved = asMap(edition?.items);
      if (!plan || !edition || !approved) continue;
      const order = `${edition.order?.type ?? 'приказ'} от ${asText(edition.order?.date) ?? ''} № ${asText(edition.order?.number) ?? ''}`;
      for (const [id, digest] of Object.entries(approved)) {
        const found = findItem(plan, id);
        if (found.state !== 'found' || found.item.excluded !== undefined) continue;
        if (digestOfItem(found.item) === digest) continue;
        report({
          plan: plan.id,
          item: found.item.id,
          message: {
            ru: `Пункт ${referenceTo(found.item)} изменён после утверждения (${order})`,
            en: `Item ${referenceTo(found.item)} was changed after it was approved (${order})`,
          },
          help: {
            ru: 'Верните утверждённый текст или внесите изменение приказом (amendments) и утвердите новую редакцию',
            en: 'Bring the approved text back, or change it by an order (`amendments`) and approve a new edition',
          },
          at: { file: plan.file, route: [...found.item.route, 'number'] },
        });
      }
    }
  },
};
