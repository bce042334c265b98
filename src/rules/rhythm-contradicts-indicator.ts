import { plural } from '../finding/plural.ts';
import type { Calendar } from '../meaning/calendar.ts';
import { occurrencesOf } from '../meaning/occurrences.ts';
import type { Period, PlanPeriod } from '../meaning/period.ts';
import { indicatorOf, periodOf } from '../model/meanings.ts';
import { referenceTo } from '../model/section-identity.ts';
import { stem } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** What takes place once a turn of the rhythm; people, schools or documents are counted otherwise. */
const EVENTS = new Set(
  [
    'встреча',
    'занятие',
    'консультация',
    'заседание',
    'совещание',
    'семинар',
    'вебинар',
    'мероприятие',
    'выезд',
    'собрание',
    'собеседование',
    'посещение',
  ].map(stem),
);
/** A target below so much of the turns, or above them all, contradicts the rhythm. */
const SHARE = 0.75;

const FOR_EACH = /кажд|участник|слушател|человек|(?<![а-яё])на (?:одн|1|школу|педагога|класс)/iu;

/** Twenty Mondays in the period, «не менее восьми встреч» in the indicator: one of the two is wrong. */
export const rule: Rule = {
  id: 'rhythm-contradicts-indicator',
  severity: 'warning',
  summary: { ru: 'Периодичность расходится с показателем', en: 'The rhythm contradicts the indicator' },
  on: 'item',
  check(item, plan, report, { workspace }) {
    const period = periodOf(item.when, plan, workspace);
    if (!item.when || !plan.period || period?.kind !== 'recurring' || !period.recurrence) return;
    const turns = turnsOf(period, plan.period, workspace.calendar);
    if (turns < 2) return;
    for (const indicator of item.indicators) {
      const target = indicatorOf(indicator, plan, workspace);
      if (
        target?.kind !== 'count' ||
        target.per !== undefined ||
        target.value === null ||
        target.unit === null
      )
        continue;
      // «В каждом округе», «на школу» multiply; people at an event are no turns of it.
      if (FOR_EACH.test(indicator.text)) continue;
      if (!target.unit.split(' ').some((word) => EVENTS.has(stem(word)))) continue;
      if (target.value >= turns * SHARE && target.value <= turns) continue;
      report({
        // Fewer are asked for than there will be: weak, and yet no contradiction.
        ...(target.value < turns * SHARE && target.op === '>=' ? { severity: 'info' as const } : {}),
        message: {
          ru: `Пункт ${referenceTo(item)}: по сроку «${item.when.text}» выходит ${turns} ${plural(turns, ['раз', 'раза', 'раз'])}, а показатель — «${indicator.text}»`,
          en: `Item ${referenceTo(item)}: the period “${item.when.text}” makes ${turns} times, the indicator says “${indicator.text}”`,
        },
        help: {
          ru: 'Приведите показатель или срок в соответствие',
          en: 'Bring the indicator or the period in line',
        },
        at: { file: plan.file, route: indicator.route },
        related: [
          {
            at: { file: plan.file, route: item.when.route },
            message: { ru: 'периодичность', en: 'the rhythm' },
          },
        ],
      });
    }
  },
};

const known = new WeakMap<Period, number>();

/** Counted once for a wording: what is read of one wording in plans of one period is one object. */
function turnsOf(period: Period, plan: PlanPeriod, calendar: Calendar): number {
  const turns = known.get(period) ?? occurrencesOf(period, plan, calendar).length;
  known.set(period, turns);
  return turns;
}
