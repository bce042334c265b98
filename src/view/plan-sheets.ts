import type { Day } from '../meaning/day.ts';
import { periodOf } from '../model/meanings.ts';
import type { Item, Part, Plan } from '../model/plan.ts';
import { printedNumber } from '../model/printed.ts';
import type { Workspace } from '../model/workspace.ts';
import { planStatus } from '../status/status.ts';
import { dayCell } from './cells.ts';

import {
  type Cell,
  type Column,
  type ItemRow,
  mapped,
  type PageSection,
  type Row,
  type Table,
  type View,
} from './document.ts';
import { fieldTexts } from './item-texts.ts';

import { metaOf, type ViewOptions } from './order-view.ts';
import { planTable } from './plan-table.ts';
import { type DocumentSettings, settingsOf } from './settings.ts';
import { statusSheet } from './status-sheet.ts';
import { type Typesetter, typesetter } from './texts.ts';

const DATE_WIDTH = 24;
const START: Column = { key: 'start', heading: 'Начало', width: DATE_WIDTH, align: 'center' };
const END: Column = { key: 'end', heading: 'Окончание', width: DATE_WIDTH, align: 'center' };

interface SheetOptions extends ViewOptions {
  /** Adds what was done by this day, for a plan whose execution is followed. */
  readonly asOf?: Day;
}

/** A plan for a spreadsheet: the table with real dates beside the words, and a sheet to filter by executor. */
export function planSheets(plan: Plan, workspace: Workspace, options: SheetOptions = {}): View {
  const settings = options.settings ?? settingsOf(workspace.config.documents);
  const set = typesetter(settings);
  const { asOf } = options;
  const status = asOf === undefined ? undefined : planStatus(plan, workspace, { asOf });
  return {
    meta: metaOf(plan, workspace, plan.title, settings),
    settings,
    sections: [
      sheet('План', plan, datedTable(plan, workspace, settings, set), set),
      sheet('Исполнители', plan, executorsTable(plan, workspace, set), set),
      ...(status?.followed && asOf !== undefined ? [statusSheet(status, asOf, set)] : []),
    ],
  };
}

function sheet(name: string, plan: Plan, table: Table, set: Typesetter): PageSection {
  const title = set.paragraph('title', plan.title);
  return { name, part: 'annex', orientation: 'landscape', ownNumbering: true, blocks: [title, table] };
}

/** The plan's own table with the first and the last day that its words mean. */
function datedTable(plan: Plan, workspace: Workspace, settings: DocumentSettings, set: Typesetter): Table {
  const table = planTable(plan, workspace, settings, set);
  const when = table.columns.findIndex(({ key }) => key === 'when');
  if (when < 0) return table;
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const put = <Entry>(list: readonly Entry[], entries: readonly Entry[]): readonly Entry[] => [
    ...list.slice(0, when + 1),
    ...entries,
    ...list.slice(when + 1),
  ];
  const dated = (row: Row): Row => {
    if (row.kind === 'span') return row;
    const item = items.get(row.id ?? '');
    const spanning = row.cells.findIndex(({ span }) => span !== undefined);
    if (!item || spanning >= 0) return widened(row, spanning);
    return { ...row, cells: put(row.cells, windowCells(item, plan, workspace)) };
  };
  return { ...table, columns: put(table.columns, [START, END]), rows: mapped(table.rows, dated) };
}

/** A cell that spans columns spans the two dates as well. */
function widened(row: ItemRow, spanning: number): ItemRow {
  const cells = row.cells.map((cell, at) =>
    at === spanning ? { ...cell, span: (cell.span ?? 1) + 2 } : cell,
  );
  return { ...row, cells };
}

/** First and last day of an item; those of its parts where it has none of its own. Empty when the words state none. */
function windowCells(holder: Item | Part, plan: Plan, workspace: Workspace): readonly Cell[] {
  const stated = holder.when ? [holder] : 'parts' in holder ? holder.parts : [];
  const periods = stated.flatMap(({ when }) => periodOf(when, plan, workspace) ?? []);
  const days = (end: 'from' | 'to') => periods.flatMap((period) => period[end] ?? []);
  const from = days('from');
  const to = days('to');
  return [
    dayCell(from.length > 0 ? Math.min(...from) : undefined),
    dayCell(to.length > 0 ? Math.max(...to) : undefined),
  ];
}

/** A row for each executor of each item, in the order of the plan's list of executors. */
function executorsTable(plan: Plan, workspace: Workspace, set: Typesetter): Table {
  const duties = plan.items.flatMap((item) =>
    [item, ...item.parts].flatMap((holder) =>
      holder.executors.map(({ key, note }) => ({ key, note, holder, item })),
    ),
  );
  const order = new Map([...plan.executors.keys()].map((key, at) => [key, at]));
  const place = (key: string) => order.get(key) ?? order.size;
  const columns: readonly Column[] = [
    { key: 'executor', heading: 'Исполнитель', width: 60 },
    { key: 'number', heading: '№ пункта', width: 18, align: 'center' },
    { key: 'action', heading: 'Мероприятие', width: 100 },
    { key: 'when', heading: 'Срок', width: 42 },
    START,
    END,
  ];
  return {
    kind: 'table',
    caption: `Исполнители: ${plan.title}`,
    description: 'Строка таблицы — исполнитель и пункт плана.',
    columns,
    rows: mapped(
      duties.sort((a, b) => place(a.key) - place(b.key)),
      ({ key, note, holder, item }) => executorRow(key, note, holder, item, plan, workspace, set),
    ),
  };
}

function executorRow(
  key: string,
  note: string | undefined,
  holder: Item | Part,
  item: Item,
  plan: Plan,
  workspace: Workspace,
  set: Typesetter,
): ItemRow {
  const name = plan.executors.get(key)?.name ?? key;
  const cell = (text: string): Cell => ({ paragraphs: [set.paragraph('table-text', text)] });
  const field = (of: Item | Part, wanted: string): Cell => ({
    paragraphs: fieldTexts(of, plan, wanted, NO_NAMES, set).map((runs) => ({
      kind: 'paragraph',
      style: 'table-text',
      runs,
    })),
  });
  return {
    kind: 'row',
    cells: [
      cell(note === undefined ? name : `${name} ${note}`),
      cell(printedNumber(item, plan)),
      field(holder, 'action'),
      field(holder, 'when'),
      ...windowCells(holder, plan, workspace),
    ],
  };
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();
