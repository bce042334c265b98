import { plural } from '../finding/plural.ts';
import { toIso } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import { printedNumber } from '../model/printed.ts';
import type { IndicatorStatus, ItemStatus } from '../status/evaluate-item.ts';
import type { ItemState } from '../status/item-state.ts';
import { INDICATOR_STATE_WORDS, ITEM_STATE_WORDS } from '../status/state-words.ts';
import type { PlanStatus } from '../status/status.ts';
import { dayCell, numberCell, row, textCell } from './cells.ts';

import { type CellMark, type ItemRow, mapped, type PageSection } from './document.ts';

import type { Typesetter } from './texts.ts';

export const STATE_MARKS: Readonly<Record<ItemState, CellMark | undefined>> = {
  overdue: 'bad',
  behind: 'doubtful',
  untracked: 'doubtful',
  'due-soon': 'doubtful',
  'in-progress': undefined,
  'not-started': undefined,
  'no-deadline': undefined,
  'done-late': 'settled',
  done: 'good',
};

/** The sheet of a plan's workbook that tells what was done by a day: a row for each item, typed to be sorted. */
export function statusSheet({ plan, items }: PlanStatus, asOf: number, set: Typesetter): PageSection {
  return {
    name: 'Исполнение',
    part: 'annex',
    orientation: 'landscape',
    ownNumbering: true,
    blocks: [
      set.paragraph('title', `Исполнение на ${toIso(asOf).split('-').reverse().join('.')}: ${plan.title}`),
      {
        kind: 'table',
        caption: `Исполнение: ${plan.title}`,
        description: 'Строка таблицы — пункт плана и что с ним на указанный день.',
        columns: [
          { key: 'number', heading: '№', width: 16, align: 'center' },
          { key: 'action', heading: 'Мероприятие', width: 90 },
          { key: 'executors', heading: 'Исполнители', width: 46 },
          { key: 'deadline', heading: 'Срок', width: 24, align: 'center' },
          { key: 'state', heading: 'Состояние', width: 32 },
          { key: 'overdue', heading: 'Дней просрочки', width: 22, align: 'center' },
          { key: 'done', heading: 'Исполнено', width: 24, align: 'center' },
          { key: 'indicators', heading: 'Показатели', width: 70 },
          { key: 'facts', heading: 'Фактов', width: 18, align: 'center' },
          { key: 'evidence', heading: 'Подтверждений', width: 28, align: 'center' },
        ],
        frozen: 2,
        rows: mapped(items, (status) => statusRow(status, plan, set)),
      },
    ],
  };
}

function statusRow(status: ItemStatus, plan: Plan, set: Typesetter): ItemRow {
  const { item, state } = status;
  const names = [
    ...new Set([item, ...item.parts].flatMap(({ executors }) => executors.map(({ key }) => key))),
  ];
  return row([
    textCell(set, printedNumber(item, plan)),
    textCell(set, item.action),
    textCell(
      set,
      names.map((key) => plan.executors.get(key)?.name ?? key),
    ),
    dayCell(status.deadline),
    textCell(set, ITEM_STATE_WORDS[state].ru, STATE_MARKS[state]),
    numberCell(status.daysOverdue),
    dayCell(status.doneOn),
    textCell(set, status.indicators.map(indicatorText)),
    numberCell(status.facts.length),
    numberCell(status.evidence),
  ]);
}

/** «Не менее 10 встреч — не достигнут: 3 из 10; пропущено 2 срока». */
function indicatorText({ stated, state, actual, expected, missed }: IndicatorStatus): string {
  const figures =
    actual === undefined ? '' : expected === undefined ? `: ${actual}` : `: ${actual} из ${expected}`;
  const count = missed?.length ?? 0;
  const gaps = count === 0 ? '' : `; пропущено ${count} ${plural(count, ['срок', 'срока', 'сроков'])}`;
  return `${stated.text} — ${INDICATOR_STATE_WORDS[state].ru}${figures}${gaps}`;
}
