import { type Day, toIso } from '../meaning/day.ts';
import type { Period, PlanPeriod } from '../meaning/period.ts';
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
    const early = period.from !== null && period.from < beginOf(own);
    const late = period.to !== null && period.to > own.to;
    if ((!early && !late) || (!early && isLastOfReports(period, own))) return [];
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
  unless(when, plan, { workspace }) {
    const period = periodOf(when, plan, workspace);
    const own = plan.period;
    if (!own || !period || (period.to !== null && period.to > own.to)) return false;
    const end = period.to ?? period.from;
    const approval = approvedOn(plan);
    // A plan signed in October for the next year may begin at once: what ends after the signature is its own. What was over
    // before it is told by `deadline-before-approval`: one cause, one finding.
    if (approval !== undefined && end !== null && (end >= approval || !when.inherited)) return true;
    return own.schoolYear && preparesItsYear(plan, workspace);
  },
};

/** A school year is prepared in the August before it. */
const beginOf = ({ from, schoolYear }: PlanPeriod): Day => (schoolYear ? from - 31 : from);

/** «До 1 февраля 2023 года, до 1 февраля 2024 года» in a plan for 2022–2023: what is due for its last year comes after it. */
function isLastOfReports({ kind, to, parts }: Period, own: { readonly to: number }): boolean {
  return (
    kind === 'composite' &&
    to !== null &&
    to - own.to <= REPORTING &&
    parts.some((part) => part.to !== null && part.to <= own.to)
  );
}

/** Days after the end of a year in which it is reported on. */
const REPORTING = 62;

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
