import type { Severity } from '../../finding/finding.ts';
import type { Bilingual } from '../../finding/text.ts';
import type { Item, Plan } from '../../model/plan.ts';
import type { ReportRemark } from '../rule.ts';
import { bareNumber } from './number-runs.ts';

interface Texts {
  /** Of one row that lacks what others have. */
  row(item: Item): { readonly message: Bilingual; readonly help: Bilingual };
  /** Of a plan none of whose rows has it: the document has no such column. */
  readonly column: { readonly severity?: Severity; readonly message: Bilingual; readonly help: Bilingual };
}

/** Reports each row that lacks something; where none of several rows has it, reports once, at the title of the plan. */
export function reportMissing(
  plan: Plan,
  lacks: (item: Item) => boolean,
  texts: Texts,
  report: ReportRemark,
): void {
  const items = plan.items.filter(({ excluded }) => excluded === undefined);
  const lacking = items.filter(lacks);
  if (lacking.length > 1 && lacking.length === items.length) {
    report({ ...texts.column, at: { file: plan.file, route: ['title'] } });
    return;
  }
  for (const item of lacking) {
    if (isHeading(item, items[items.indexOf(item) + 1])) continue;
    report({ ...texts.row(item), item: item.id, at: { file: plan.file, route: [...item.route, 'number'] } });
  }
}

/** «8. Провести ремонт:» above 8.1 and 8.2: the rows below say when and who. */
const isHeading = (item: Item, next: Item | undefined): boolean => {
  const number = bareNumber(item.number);
  return number !== '' && next !== undefined && bareNumber(next.number).startsWith(`${number}.`);
};
