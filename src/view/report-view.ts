import { plural } from '../finding/plural.ts';
import { type Day, toIso } from '../meaning/day.ts';
import { findItem } from '../model/find-item.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeDay } from '../russian/index.ts';
import { chosenItems, stagesOf } from '../status/choose-items.ts';
import type { ItemStatus } from '../status/evaluate-item.ts';
import { ITEM_STATES } from '../status/item-state.ts';
import { ITEM_STATE_WORDS } from '../status/state-words.ts';
import { type PlanStatus, planStatus, summaryOf } from '../status/status.ts';
import type { Block, PageSection, Row, Table, View } from './document.ts';
import { KIND_PROPERTY } from './marks.ts';
import { metaOf, type ViewOptions } from './order-view.ts';
import { planTable } from './plan-table.ts';
import type { ReportChoice, ReportPart } from './report-choice.ts';
import { resultLines } from './result-lines.ts';
import { type DocumentSettings, settingsOf } from './settings.ts';
import { plainText, type Typesetter, typesetter } from './texts.ts';

interface ReportViewOptions extends ViewOptions {
  readonly asOf: Day;
  readonly choice: ReportChoice;
}

/**
 * A coordinator's report: what its author wrote around the table, and the table of the plan's items with what was
 * done by the day, from the facts. Parts that introduce it are above the table, results and further directions
 * below, then the signature.
 */
export function reportView(plan: Plan, workspace: Workspace, options: ReportViewOptions): View {
  const settings = options.settings ?? settingsOf(workspace.config.documents);
  const set = typesetter(settings);
  const { report, stage } = options.choice;
  const status = planStatus(plan, workspace, { asOf: options.asOf });
  const chosen = chosenStatus(status, options.choice);
  const title = report?.title ?? defaultTitle(plan, stage?.title);
  const parts = report?.sections ?? [];
  const above = parts.filter(({ afterTable }) => !afterTable).flatMap((part) => partBlocks(part, set));
  const below = parts.filter(({ afterTable }) => afterTable).flatMap((part) => partBlocks(part, set));
  const heading: Block = { ...set.paragraph('title', title), keepNext: true };
  const summary = set.paragraph('body', summaryText(chosen, options.asOf));
  const table = reportTable(plan, workspace, chosen, options, settings, set);
  const end = [...below, ...signatureBlocks(options.choice, set)];
  return {
    meta: { ...metaOf(plan, workspace, title, settings), properties: { [KIND_PROPERTY]: 'report' } },
    settings,
    sections:
      lengthOf(above) < WORTH_A_PAGE
        ? [page('Отчёт', 'landscape', true, [heading, ...above, summary, table, ...end])]
        : [
            page('Отчёт', 'portrait', true, [heading, ...above]),
            page('Отчёт (таблица)', 'landscape', false, [summary, table, ...end]),
          ],
  };
}

/** Characters of an introduction that deserves a page of its own, upright. */
const WORTH_A_PAGE = 1200;

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? plainText(block.runs).length : 0),
    0,
  );
}

function page(
  name: string,
  orientation: PageSection['orientation'],
  ownNumbering: boolean,
  blocks: readonly Block[],
): PageSection {
  return { name, part: 'annex', orientation, ownNumbering, blocks };
}

const defaultTitle = (plan: Plan, stage: string | undefined): string =>
  `Отчёт об исполнении: ${plan.title}${stage === undefined ? '' : ` (${stage})`}`;

/** The items the report is about: those its author lists, else those of its stage, else all. */
function chosenStatus(status: PlanStatus, { report, stage }: ReportChoice): PlanStatus {
  const listed = report?.items ?? [];
  if (listed.length > 0) {
    const wanted = new Set(
      listed.flatMap((number) => {
        const found = findItem(status.plan, number);
        return found.state === 'found' ? [found.item] : found.state === 'ambiguous' ? found.items : [];
      }),
    );
    const items = status.items.filter(({ item }) => wanted.has(item));
    return { ...status, items, summary: summaryOf(items) };
  }
  if (report || !stage) return status;
  return chosenItems(status, {
    stage: String(stagesOf(status.plan).findIndex(({ title }) => title === stage.title) + 1),
  });
}

/** «На 20 июня 2022 г.: 16 пунктов, из них исполнено 12, просрочено 1.» */
function summaryText({ followed, items, summary }: PlanStatus, asOf: Day): string {
  const head = `На ${writeDay(asOf)}: ${items.length} ${plural(items.length, ['пункт', 'пункта', 'пунктов'])}`;
  if (!followed) return 'Сведений об исполнении плана нет.';
  const counts = [...ITEM_STATES]
    .reverse()
    .filter((state) => summary[state] > 0)
    .map((state) => `${ITEM_STATE_WORDS[state].ru} — ${summary[state]}`);
  return `${head}; ${counts.join(', ')}.`;
}

function partBlocks({ heading, paragraphs, list }: ReportPart, set: Typesetter): readonly Block[] {
  return [
    ...(heading === undefined ? [] : [{ ...set.paragraph('context-heading', heading), keepNext: true }]),
    ...paragraphs.map((text) => set.paragraph('context-text', text)),
    ...list.map((text) => set.paragraph('context-item', text)),
  ];
}

function signatureBlocks({ report }: ReportChoice, set: Typesetter): readonly Block[] {
  const date = report?.date === undefined ? [] : [set.paragraph('note', writeDay(report.date))];
  const person = report?.signatory;
  if (!person) return date;
  return [
    {
      kind: 'signature',
      position: set.words(person.position ?? ''),
      name: set.words(person.name),
      markPlace: false,
    },
    ...date,
  ];
}

const WIDTHS: Readonly<Record<string, number>> = {
  number: 14,
  action: 62,
  when: 30,
  executors: 40,
  indicators: 43,
};
const RESULT_WIDTH = 68;

/** The plan's own columns of the usual five, its rows that are reported, and what came of each. */
function reportTable(
  plan: Plan,
  workspace: Workspace,
  chosen: PlanStatus,
  { asOf, choice }: ReportViewOptions,
  settings: DocumentSettings,
  set: Typesetter,
): Table {
  const table = planTable(plan, workspace, settings, set);
  const kept = table.columns.map(({ key }) => WIDTHS[key] !== undefined);
  const items = new Map<string, { item: Item; status?: ItemStatus }>(
    (chosen.followed ? chosen.items : []).map((status) => [status.item.id, { item: status.item, status }]),
  );
  if (!chosen.followed) for (const item of plan.items) items.set(item.id, { item });
  const rows = [...table.rows].flatMap((row): Row[] => {
    if (row.kind === 'span') return [row];
    const found = items.get(row.id ?? '');
    if (!found || row.cells.some(({ span }) => span !== undefined)) return [];
    const result = {
      paragraphs: found.status
        ? resultLines(found.status, { asOf, stage: choice.stage }).map((line) =>
            set.paragraph('table-text', line),
          )
        : [],
    };
    return [{ ...row, cells: [...row.cells.filter((_, at) => kept[at]), result] }];
  });
  return {
    kind: 'table',
    caption: `Исполнение на ${toIso(asOf)}: ${plan.title}`,
    description: 'Строка таблицы — пункт плана, в последней графе — что сделано.',
    columns: [
      ...table.columns
        .filter((_, at) => kept[at])
        .map((column) => ({ ...column, width: WIDTHS[column.key]! })),
      { key: 'result', heading: 'Результат', width: RESULT_WIDTH },
    ],
    rows: withoutEmptySections(rows),
  };
}

/** Headings with nothing reported below them are left out. */
function withoutEmptySections(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row, at) => {
    if (row.kind === 'row') return true;
    const depth = depthOf(row);
    if (depth === undefined) return false;
    for (const next of rows.slice(at + 1)) {
      if (next.kind === 'row') return true;
      const other = depthOf(next);
      if (other !== undefined && other <= depth) return false;
    }
    return false;
  });
}

/** 0 for a section, 1 for one within; undefined for a row of the context, which is no part of a report. */
function depthOf(row: Row): number | undefined {
  const [first] = row.kind === 'span' ? row.blocks : [];
  if (first?.kind !== 'paragraph') return undefined;
  return first.style === 'table-section' ? 0 : first.style === 'table-subsection' ? 1 : undefined;
}
