import type { Edit } from '../finding/cure.ts';
import type { Remark } from '../finding/finding.ts';
import { parseDay } from '../meaning/day.ts';
import type { Plan, Waiver } from '../model/plan.ts';
import { writeDay } from '../russian/index.ts';
import type { SettledWaivers } from './settle.ts';

interface Stale {
  readonly rule: 'expired-waiver' | 'unused-waiver' | 'unfilled-waiver';
  readonly remark: Remark;
}

/** Waivers whose day is over, whose reason is still to be written, and waivers that accept nothing. `runs`: whether a rule exists and is switched on. */
export function* staleWaivers(settled: SettledWaivers, runs: (rule: string) => boolean): Iterable<Stale> {
  for (const { plan, waiver } of settled.expired) {
    yield {
      rule: 'expired-waiver',
      remark: {
        plan: plan.id,
        message: {
          ru: `Срок согласованного отступления ${nameOf(waiver).ru} истёк ${dayOf(waiver)}: замечание снова действует`,
          en: `The waiver ${nameOf(waiver).en} expired on ${waiver.until}: the finding counts again`,
        },
        help: {
          ru: 'Устраните замечание, продлите отступление (until) или удалите запись',
          en: 'Mend the finding, extend `until`, or delete the entry',
        },
        cure: { edits: [removal(plan, waiver)], unsure: true },
        at: { file: plan.file, route: [...waiver.route, 'until'] },
      },
    };
  }
  for (const { plan, waiver } of settled.unfilled) {
    yield {
      rule: 'unfilled-waiver',
      remark: {
        plan: plan.id,
        message: {
          ru: `У согласованного отступления ${nameOf(waiver).ru} не написана причина: замечание не снято`,
          en: `The waiver ${nameOf(waiver).en} has no reason yet: the finding stays`,
        },
        help: {
          ru: 'Напишите в reason, почему и каким документом согласовано, или удалите запись',
          en: 'Say in `reason` why, and by which document it was agreed, or delete the entry',
        },
        at: { file: plan.file, route: [...waiver.route, 'reason'] },
      },
    };
  }
  for (const { plan, waiver } of settled.unused) {
    if (!runs(waiver.rule)) continue;
    yield { rule: 'unused-waiver', remark: unused(plan, waiver) };
  }
}

function unused(plan: Plan, waiver: Waiver): Remark {
  return {
    plan: plan.id,
    message: {
      ru: `Согласованное отступление ${nameOf(waiver).ru} ничего не снимает: такого замечания нет`,
      en: `The waiver ${nameOf(waiver).en} accepts nothing: there is no such finding`,
    },
    help: { ru: 'Удалите запись из waivers', en: 'Delete the entry from `waivers`' },
    // What was agreed on is a record with a name under it: whether it goes is for a person to say.
    cure: { edits: [removal(plan, waiver)], unsure: true },
    at: { file: plan.file, route: [...waiver.route, 'rule'] },
  };
}

/** With the last entry the list goes. */
const removal = ({ waivers }: Plan, { route }: Waiver): Edit => ({
  op: 'remove',
  route: waivers.length === 1 ? route.slice(0, -1) : route,
});

const dayOf = ({ until = '' }: Waiver): string => {
  const day = parseDay(until);
  return day === undefined ? until : writeDay(day);
};

function nameOf(waiver: Waiver): { ru: string; en: string } {
  const item = waiver.item;
  return item === undefined
    ? { ru: `«${waiver.rule}»`, en: `“${waiver.rule}”` }
    : { ru: `«${waiver.rule}» для пункта ${item}`, en: `“${waiver.rule}” for item ${item}` };
}
