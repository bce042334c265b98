import { toIso } from '../meaning/day.ts';
import { approvalOn } from '../model/approval.ts';
import { periodOf } from '../model/meanings.ts';
import { referenceTo } from '../model/section-identity.ts';
import { writeDay } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** A deadline that was over before the plan was approved: the row was overdue on its first day. */
export const rule: Rule = {
  id: 'deadline-before-approval',
  severity: 'error',
  summary: {
    ru: 'Срок истёк до утверждения плана',
    en: 'The deadline was over before the plan was approved',
  },
  on: 'item',
  check(item, plan, report, { workspace }) {
    const approval = approvalOn(plan);
    if (!item.when || item.when.inherited || !approval) return;
    const deadline = periodOf(item.when, plan, workspace)?.to ?? null;
    if (deadline === null || deadline >= approval.day) return;
    // A school year is prepared before it begins, and its plan is often signed on the first day.
    const prepares = plan.period?.schoolYear === true && deadline < plan.period.from;
    report({
      ...(prepares ? { severity: 'info' as const } : {}),
      message: {
        ru: `Пункт ${referenceTo(item)}: срок «${item.when.text}» истёк ${writeDay(deadline)}, а план утверждён ${writeDay(approval.day)}`,
        en: `Item ${referenceTo(item)}: the period “${item.when.text}” was over on ${toIso(deadline)}, before the plan was approved on ${toIso(approval.day)}`,
      },
      help: {
        ru: 'Исправьте срок; сделанное раньше запишите фактом или исключите пункт',
        en: 'Mend the deadline; record what is done already as a fact, or take the item out',
      },
      at: { file: plan.file, route: item.when.route },
      related: [
        {
          at: { file: plan.file, route: approval.route },
          message: { ru: 'дата утверждения', en: 'the date of the approval' },
        },
      ],
    });
  },
};
