import { toIso } from '../meaning/day.ts';
import type { Period } from '../meaning/period.ts';
import { approvedOn } from '../model/approval.ts';
import { periodOf } from '../model/meanings.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeDay } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** A date of another year than the plan's: copied from last year's plan, or meant for the next. */
export const rule: Rule = {
  id: 'period-outside-plan',
  severity: 'warning',
  summary: { ru: 'Срок выходит за период плана', en: 'The period lies outside the plan’s' },
  on: 'period',
  find(when, plan, { workspace }) {
    const own = plan.period;
    const period = periodOf(when, plan, workspace);
    if (!own || !period || period.kind === 'open') return [];
    // A school year is prepared in the August before it.
    const begin = own.schoolYear ? (preparesItsYear(plan, workspace) ? -Infinity : own.from - 31) : own.from;
    const early = period.from !== null && period.from < begin && !isAfterApproval(period, plan);
    const late = period.to !== null && period.to > own.to;
    if (!early && !late) return [];
    const day = (late ? period.to : period.from) as number;
    const end = late ? own.to : own.from;
    return [
      {
        message: {
          ru: `срок «${when.text}» ${late ? 'кончается' : 'начинается'} ${writeDay(day)}, а план — ${writeDay(end)}`,
          en: `the period “${when.text}” ${late ? 'ends' : 'begins'} on ${toIso(day)}, the plan’s on ${toIso(end)}`,
        },
        help: {
          ru: 'Проверьте год; если план длиннее, исправьте его period',
          en: 'Check the year; if the plan runs longer, mend its `period`',
        },
      },
    ];
  },
};

/** A plan signed in October for the next year may begin at once: what ends after the signature is its own. */
function isAfterApproval({ from, to }: Period, plan: Plan): boolean {
  const approval = approvedOn(plan);
  const end = to ?? from;
  return approval !== undefined && end !== null && end >= approval;
}

const known = new WeakMap<Plan, boolean>();

/** A plan with a third of its deadlines before its school year is of how that year is got ready. */
function preparesItsYear(plan: Plan, workspace: Workspace): boolean {
  let prepares = known.get(plan);
  if (prepares === undefined) {
    const ends = plan.items.flatMap(({ when }) => periodOf(when, plan, workspace)?.to ?? []);
    const early = ends.filter((day) => day < (plan.period?.from ?? 0)).length;
    prepares = early >= 2 && early * 3 >= ends.length;
    known.set(plan, prepares);
  }
  return prepares;
}
