import type { Remark, Route, Spot } from '../finding/finding.ts';
import type { Day } from '../meaning/day.ts';
import type { Item } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Workspace } from '../model/workspace.ts';
import type { IndicatorMatch, MatchRelation } from './comparison.ts';
import { pairsWithFindings } from './known.ts';

import { itemOf } from './problems.ts';

/** A match with everything a remark about it has to name. */
interface IndicatorRemark {
  readonly match: IndicatorMatch;
  readonly names: Pick<Remark, 'plan' | 'item' | 'parentItem'>;
  readonly spots: {
    readonly number: string;
    readonly obligation: string;
    readonly at: Spot;
    readonly related: NonNullable<Remark['related']>;
  };
}

/** Indicators of obligations that fare as asked: each once, at the indicator that answers or at the item that should. */
export function* compareRemarks(
  workspace: Workspace,
  asOf: Day,
  relations: readonly MatchRelation[],
): Iterable<IndicatorRemark> {
  for (const { parent, traced } of pairsWithFindings(workspace, asOf)) {
    for (const { obligation, indicators, items } of traced.obligations) {
      for (const match of indicators) {
        const [first] = items;
        if (!first || !relations.includes(match.relation)) continue;
        const item = itemOf(match, first);
        yield {
          match,
          names: { plan: traced.plan.id, item: item.id, parentItem: `${parent.id}#${obligation.item.id}` },
          spots: {
            number: referenceTo(item),
            obligation: referenceTo(obligation.item),
            at: { file: traced.plan.file, route: match.child?.stated.route ?? routeOfIndicators(item) },
            related: [
              {
                at: { file: parent.file, route: match.parent.route },
                message: {
                  ru: `показатель поручения ${referenceTo(obligation.item)}`,
                  en: `the indicator of obligation ${referenceTo(obligation.item)}`,
                },
              },
            ],
          },
        };
      }
    }
  }
}

function routeOfIndicators(item: Item): Route {
  return item.indicators[0]?.route ?? [...item.route, 'number'];
}
