import { plural } from '../finding/plural.ts';
import type { Day } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeDay } from '../russian/index.ts';
import { dayCell, row, textCell } from './cells.ts';
import type { Block, CellMark, Column, PageSection, Row, Table, View } from './document.ts';
import { type Duty, type ExecutorDuties, itemsOfExecutor } from './executor-items.ts';
import { listedNumber } from './item-texts.ts';
import { KIND_PROPERTY } from './marks.ts';
import { metaOf, type ViewOptions } from './order-view.ts';
import { stateText } from './result-lines.ts';
import { settingsOf } from './settings.ts';
import { STATE_MARKS } from './status-sheet.ts';
import { type Typesetter, typesetter } from './texts.ts';

interface ExtractOptions extends ViewOptions {
  readonly asOf: Day;
  /** Key or name. */
  readonly executor: string;
  /** How many days after the day judged are looked at. */
  readonly days: number;
  readonly form: 'sheets' | 'pages';
}

/** What one executor is late with and what is due soon. Undefined when no plan knows such an executor. */
export function extractView(
  workspace: Workspace,
  plans: readonly Plan[],
  options: ExtractOptions,
): View | undefined {
  const { asOf, days, executor } = options;
  const found = itemsOfExecutor(plans, workspace, executor, asOf);
  const [first] = found;
  if (!first) return undefined;
  const settings = options.settings ?? settingsOf(workspace.config.documents);
  const set = typesetter(settings);
  const names = [...new Set(found.flatMap((one) => one.names))];
  const title = `Выписка из плана: ${names.join(', ')}`;
  const late = table('Просрочено и отстаёт', found, (duty) => lateRow(duty, set), set);
  const soon = table(
    `Срок до ${writeDay(asOf + days)}`,
    found,
    (duty) => soonRow(duty, asOf, days, set),
    set,
  );
  const head = { ...set.paragraph('title', title), keepNext: true };
  const note = set.paragraph('body', noteText(found, asOf, days));
  return {
    meta: { ...metaOf(first.plan, workspace, title, settings), properties: { [KIND_PROPERTY]: 'extract' } },
    settings,
    sections:
      options.form === 'sheets'
        ? [sheet('Просрочено', [head, note, late]), sheet('Ближайшие сроки', [head, note, soon])]
        : [
            sheet('Выписка', [
              head,
              note,
              ...titled('Просрочено и отстаёт', late, noneLate(found), set),
              ...titled(
                `Срок в ближайшие ${days} ${plural(days, ['день', 'дня', 'дней'])}`,
                soon,
                'В эти дни сроков нет.',
                set,
              ),
            ]),
          ],
  };
}

function sheet(name: string, blocks: readonly Block[]): PageSection {
  return { name, part: 'annex', orientation: 'landscape', ownNumbering: true, blocks };
}

function titled(heading: string, block: Table, none: string, set: Typesetter): readonly Block[] {
  const head: Block = { ...set.paragraph('context-heading', heading), keepNext: true };
  return [head, [...block.rows].length === 0 ? set.paragraph('body', none) : block];
}

/** Where no facts are recorded, the page does not claim that nothing is overdue. */
function noneLate(found: readonly ExecutorDuties[]): string {
  if (found.every(({ followed }) => followed)) return 'Просроченных пунктов нет.';
  if (found.every(({ followed }) => !followed))
    return 'Исполнение не учитывается: просрочено ли что-нибудь, неизвестно; прошедших сроков нет.';
  return 'В планах, исполнение которых учитывается, просроченных пунктов нет.';
}

function noteText(found: readonly ExecutorDuties[], asOf: Day, days: number): string {
  const unfollowed = found.filter(({ followed }) => !followed);
  const note =
    unfollowed.length === 0
      ? ''
      : ` Исполнение не учитывается: ${unfollowed.map(({ plan }) => plan.title).join('; ')}.`;
  return `На ${writeDay(asOf)}; вперёд — по ${writeDay(asOf + days)} включительно.${note}`;
}

const COLUMNS: readonly Column[] = [
  { key: 'number', heading: '№', width: 14, align: 'center' },
  { key: 'action', heading: 'Мероприятие', width: 90 },
  { key: 'when', heading: 'Срок по плану', width: 42 },
  { key: 'day', heading: 'Дата', width: 24, align: 'center' },
  { key: 'indicators', heading: 'Показатель', width: 56 },
  { key: 'state', heading: 'Состояние', width: 34 },
];

/** The duties a view shows, by the day they are due; under the titles of their plans when there are several. */
function table(
  caption: string,
  found: readonly ExecutorDuties[],
  rowOf: (duty: Duty) => { readonly day: Day; readonly row: Row } | undefined,
  set: Typesetter,
): Table {
  const groups = found.map(({ plan, duties }) => ({
    plan,
    rows: duties
      .flatMap((duty) => rowOf(duty) ?? [])
      .sort((a, b) => a.day - b.day)
      .map(({ row: one }) => one),
  }));
  const filled = groups.filter(({ rows }) => rows.length > 0);
  return {
    kind: 'table',
    caption,
    description: 'Строка таблицы — пункт плана, который исполняет названный исполнитель.',
    columns: COLUMNS,
    rows: filled.flatMap(({ plan, rows }): readonly Row[] =>
      found.length === 1
        ? rows
        : [{ kind: 'span', keepNext: true, blocks: [set.paragraph('table-section', plan.title)] }, ...rows],
    ),
  };
}

/** What is late, or past due in a plan without facts. */
const LATE: ReadonlySet<string> = new Set(['overdue', 'behind', 'untracked']);

function lateRow(duty: Duty, set: Typesetter) {
  const { status, done } = duty;
  if (!status || done || !LATE.has(status.state)) return undefined;
  const missed = status.missed.at(-1)?.to;
  const byTurns = status.state === 'behind' || status.state === 'untracked';
  const day = byTurns ? (missed ?? status.deadline) : (status.deadline ?? missed ?? null);
  const count = status.missed.length;
  const state =
    status.state === 'behind' && count > 0
      ? `${stateText(status)}: пропущено ${count} ${plural(count, ['срок', 'срока', 'сроков'])}`
      : stateText(status);
  return { day: day ?? 0, row: dutyRow(duty, day, state, STATE_MARKS[status.state], set) };
}

function soonRow(duty: Duty, asOf: Day, days: number, set: Typesetter) {
  if (duty.done) return undefined;
  const day = duty.due.find((one) => one >= asOf && one <= asOf + days);
  if (day === undefined) return undefined;
  const left = day - asOf;
  const state =
    left === 0
      ? 'срок сегодня'
      : `${plural(left, ['остался', 'осталось', 'осталось'])} ${left} ${plural(left, ['день', 'дня', 'дней'])}`;
  return { day, row: dutyRow(duty, day, state, undefined, set) };
}

function dutyRow(
  duty: Duty,
  day: Day | null,
  state: string,
  mark: CellMark | undefined,
  set: Typesetter,
): Row {
  const { item, plan, part } = duty;
  const source = part === undefined ? item : (item.parts[part - 1] ?? item);
  const actions = part === undefined ? [duty.action] : [item.action, duty.action];
  return row([
    textCell(set, listedNumber(item, plan)),
    textCell(set, actions),
    textCell(set, duty.when ?? ''),
    dayCell(day),
    textCell(
      set,
      source.indicators.map(({ text }) => text),
    ),
    textCell(set, state, mark),
  ]);
}
