import { datePartsOf } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period, PlanPeriod } from '../meaning/period.ts';
import { spansOf } from '../meaning/spans.ts';
import { indicatorOf, periodOf } from '../model/meanings.ts';
import { type Plan, rowsOf, type Stated } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Rule } from './rule.ts';
import { schoolYear } from './shared/example-year.ts';

/** A rhythm by school quarters in a workspace that does not say when they are: so it is not known whether it is kept. */
export const rule: Rule = {
  id: 'unknown-school-terms',
  severity: 'info',
  summary: {
    ru: 'Не сказано, когда учебные четверти',
    en: 'It is not said when the school quarters are',
  },
  on: 'plan',
  check(plan, report, { workspace }) {
    // What is not followed is not judged either.
    if (!plan.period || workspace.factsOf(plan.id).length === 0) return;
    const found = firstByQuarters(plan, workspace);
    if (!found || areKnown(plan.period, workspace)) return;
    const { item, stated } = found;
    const { year, month } = datePartsOf(plan.period.from);
    const from = month < 9 ? year - 1 : year;
    const quarters = `calendar: {school-quarters: {${schoolYear(from)}: [{from: ${from}-09-01, to: ${from}-10-29}, …]}}`;
    report({
      item: item.id,
      message: {
        ru: `Пункт ${referenceTo(item)}: «${stated.text}» считают по учебным четвертям, а когда они, в настройках не сказано; исполнение не проверяется`,
        en: `Item ${referenceTo(item)}: “${stated.text}” is counted by school quarters, and the config does not say when they are; it is not judged`,
      },
      help: {
        ru: `Добавьте четверти в roadmap.config.yaml: ${quarters}`,
        en: `Add them to roadmap.config.yaml: ${quarters}`,
      },
      at: { file: plan.file, route: stated.route },
    });
  },
};

/** One is enough: the mending of it mends all. */
function firstByQuarters(plan: Plan, workspace: Workspace) {
  for (const item of plan.items) {
    if (item.excluded !== undefined) continue;
    for (const { when, indicators } of rowsOf(item)) {
      const cells: readonly (Stated<Period> | Stated<Indicator>)[] = [
        ...(isByQuarters(periodOf(when, plan, workspace)) && when ? [when] : []),
        ...indicators.filter((one) => isByQuarters(indicatorOf(one, plan, workspace))),
      ];
      if (cells[0]) return { item, stated: cells[0] };
    }
  }
  return undefined;
}

const isByQuarters = (meaning: Period | Indicator | undefined): boolean =>
  meaning !== undefined && (meaning.per === 'school-quarter' || meaning.parts.some(isByQuarters));

const areKnown = ({ from, to }: PlanPeriod, { calendar }: Workspace): boolean =>
  spansOf('school-quarter', 1, from, to, calendar).length > 0;
