import { approvedOn } from '../model/approval.ts';
import type { Plan } from '../model/plan.ts';
import { asMap } from '../model/raw.ts';
import type { Rule } from './rule.ts';
import { exampleYear } from './shared/example-year.ts';

/** A plan nobody approved binds nobody, and «before the approval» cannot be told; so it is where the approval has no date. */
export const rule: Rule = {
  id: 'missing-approval',
  severity: 'warning',
  summary: {
    ru: 'Не указано, каким документом или когда утверждён план',
    en: 'Nothing tells what approves the plan, or when',
  },
  on: 'plan',
  check(plan, report, { asOf }) {
    const { order, stamp } = plan.source;
    const mark = undatedMark(plan);
    if (mark) {
      report({
        severity: 'info',
        message: {
          ru: 'Утверждение без даты: с какого дня план действует, не сказано',
          en: 'The approval has no date: since when the plan is in force is not stated',
        },
        help: {
          ru: `Впишите дату: approved-by: {…, date: ${exampleYear(plan, asOf)}-08-31}`,
          en: `State it: approved-by: {…, date: ${exampleYear(plan, asOf)}-08-31}`,
        },
        at: { file: plan.file, route: ['approved-by', Object.keys(mark)[0] as string] },
      });
    }
    const unfilled = asMap(stamp);
    if (
      unfilled &&
      Object.keys(unfilled).length > 0 &&
      !order &&
      !plan.source['approved-by'] &&
      !('number' in unfilled) &&
      !('date' in unfilled)
    ) {
      report({
        severity: 'info',
        message: {
          ru: 'Отметка об утверждении не заполнена: нет ни номера, ни даты',
          en: 'The mark of the approval is not filled in: it has neither number nor date',
        },
        help: {
          ru: 'Впишите их: stamp: {…, number: "127", date: 2022-08-31}',
          en: 'State them: stamp: {…, number: "127", date: 2022-08-31}',
        },
        at: { file: plan.file, route: ['stamp', Object.keys(unfilled)[0] as string] },
      });
    }
    if (order || stamp || plan.source['approved-by']) return;
    report({
      message: {
        ru: 'План никем не утверждён: нет ни приказа (order), ни грифа (approved-by)',
        en: 'Nobody approved the plan: there is neither an `order` nor `approved-by`',
      },
      help: {
        ru: 'Опишите приказ в order; без номера и даты документ выйдет с пометкой «ПРОЕКТ»',
        en: 'Describe the order in `order`; without number and date the document is printed as a draft',
      },
      at: { file: plan.file, route: ['title'] },
    });
  },
};

/** A mark «УТВЕРЖДАЮ» alone, and neither it nor the act it names has a date. An order without one is a draft. */
function undatedMark(plan: Plan): object | undefined {
  const mark = asMap(plan.source['approved-by']);
  if (!mark || Object.keys(mark).length === 0) return undefined;
  return plan.source.order || approvedOn(plan) !== undefined ? undefined : mark;
}
