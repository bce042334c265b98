import type { Plan } from '../model/plan.ts';
import { asText, asTexts } from '../model/raw.ts';
import type { Workspace } from '../model/workspace.ts';
import { furtherMark, planMarks } from './approval-mark.ts';
import { contextOf } from './context.ts';
import type { Block, PageSection, Table } from './document.ts';
import { planTable } from './plan-table.ts';
import { type DocumentSettings, textWidth } from './settings.ts';
import { orderOf, type StatedAnnex } from './stated-order.ts';
import type { Typesetter } from './texts.ts';

/** The plan as an annex: mark, title, context part, table; then the further annexes of the same order. */
export function annexSections(
  plan: Plan,
  workspace: Workspace,
  settings: DocumentSettings,
  set: Typesetter,
): readonly PageSection[] {
  const further = orderOf(plan)?.annexes ?? [];
  return [
    ...planSections(plan, workspace, settings, set),
    ...further.map((annex, index) => furtherSection(annex, index + 2, plan, settings, set)),
  ];
}

/** Heads the line that names who answers for a plan without a column of executors. */
const RESPONSIBLE = 'Ответственный за выполнение плана';

/** Keys of executors by their names, words as they are. */
const responsibleOf = (plan: Plan): string =>
  (asText(plan.source.responsible) === undefined
    ? asTexts(plan.source.responsible).map((key) => plan.executors.get(key)?.name ?? key)
    : [asText(plan.source.responsible) as string]
  ).join(', ');

/** The plan itself: a portrait part when it has a context to be read, and the landscape table. */
export function planSections(
  plan: Plan,
  workspace: Workspace,
  settings: DocumentSettings,
  set: Typesetter,
): readonly PageSection[] {
  const context = contextOf(plan, set)
    .filter((entry) => !entry.inTable)
    .flatMap((entry) => entry.blocks);
  const responsible = responsibleOf(plan);
  const table = planTable(plan, workspace, settings, set);
  const head: Block[] = [
    ...planMarks(plan, settings, set),
    { ...set.paragraph('title', plan.title), keepNext: true },
    ...(responsible === '' ? [] : [set.paragraph('context-text', `${RESPONSIBLE}: ${responsible}`)]),
  ];
  if (context.length === 0 || settings.contextPages === 'landscape') {
    return [annexSection('План', 'landscape', true, [...head, ...context, table])];
  }
  return [
    annexSection('План', 'portrait', true, [...head, ...context]),
    annexSection('План (таблица)', 'landscape', false, [table]),
  ];
}

function annexSection(
  name: string,
  orientation: PageSection['orientation'],
  ownNumbering: boolean,
  blocks: readonly Block[],
): PageSection {
  return { name, part: 'annex', orientation, ownNumbering, blocks };
}

/** An annex given as a file has its page with mark and title: the file itself is put behind it by hand. */
function furtherSection(
  annex: StatedAnnex,
  number: number,
  plan: Plan,
  settings: DocumentSettings,
  set: Typesetter,
): PageSection {
  const orientation = annex.columns.length > 5 ? 'landscape' : 'portrait';
  return annexSection(`Приложение ${number}`, orientation, true, [
    furtherMark(plan, number, settings, set),
    { ...set.paragraph('title', annex.title), keepNext: true },
    ...(annex.rows.length > 0 || annex.columns.length > 0
      ? [annexTable(annex, orientation, settings, set)]
      : []),
  ]);
}

function annexTable(
  annex: StatedAnnex,
  orientation: PageSection['orientation'],
  settings: DocumentSettings,
  set: Typesetter,
): Table {
  const count = Math.max(annex.columns.length, ...annex.rows.map((row) => row.length));
  const weights = Array.from({ length: count }, (_, at) => weightOf(at, annex));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const columns = Array.from({ length: count }, (_, at) => ({
    key: `column-${at + 1}`,
    heading: annex.columns[at] ?? '',
    width: (textWidth(settings, orientation) * weights[at]!) / whole,
  }));
  return {
    kind: 'table',
    caption: annex.title,
    description: `Графы: ${annex.columns.join('; ')}.`,
    columns,
    rows: annex.rows.map((row) => ({
      kind: 'row',
      cells: columns.map((_, at) => ({
        paragraphs: row[at] ? [set.paragraph('table-text', row[at])] : [],
      })),
    })),
  };
}

/** Long texts get wider columns, but not in proportion: twice the text, half as wide again. */
function weightOf(column: number, annex: StatedAnnex): number {
  const longest = Math.max(...[annex.columns, ...annex.rows].map((row) => row[column]?.length ?? 0));
  return Math.sqrt(Math.min(200, Math.max(4, longest)));
}
