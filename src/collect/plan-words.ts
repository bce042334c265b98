import { ITEM_FIELDS } from '../fields/item-fields.ts';
import type { Plan } from '../model/plan.ts';
import { printedColumns } from '../model/printed.ts';
import { territoryNames } from '../model/territory-names.ts';
import type { Workspace } from '../model/workspace.ts';
import { wordsAlone } from '../status/known-facts.ts';
import { type AnswerCell, type AnswerPlace, type AnswerRow, placeIn } from './answer-document.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import { type AnswerSheet, cellAt, isFilled } from './answer-sheet.ts';
import { strayCells } from './beside.ts';

/** Tells the words of a plan from what somebody typed beside them. */
export interface PlanWords {
  /** Whether a cell says nothing that the plan, or a workbook of it, does not. */
  says(cell: AnswerCell): boolean;
  /** Whether a heading is that of a column of the plan. */
  isHeading(heading: string): boolean;
}

/** Headings that a printed workbook has beside the plan's own. */
const WORKBOOK = ['№ пункта', 'Исполнитель', 'Мероприятие', 'Срок', 'Начало', 'Окончание'];

export function wordsOfPlan(plan: Plan, workspace: Workspace): PlanWords {
  const names = [...plan.executors.values()].flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  const printed = printedColumns(plan).map(({ heading }) => heading);
  const texts = [JSON.stringify(plan.source), ...names, ...territoryNames(plan, workspace).values()];
  const all = [...texts, ...printed, ...WORKBOOK];
  const words = new Set(all.flatMap((text) => wordsAlone(text.replace(/\\[nt]/g, ' ')).split(' ')));
  const headings = new Set(printed.map(wordsAlone));
  return {
    // Real days are what a workbook makes of terms, beside their words.
    says: ({ text, value }) =>
      value?.kind === 'day' ||
      (text !== '' &&
        wordsAlone(text)
          .split(' ')
          .every((word) => word === '' || words.has(word))),
    isHeading: (heading) => headings.has(wordsAlone(heading)),
  };
}

/** Whether a heading is one of those that plans usually have. */
const isUsual = (heading: string): boolean =>
  ITEM_FIELDS.some(
    (field) =>
      'headings' in field && field.headings.some(({ pattern }) => pattern.test(heading.toLowerCase())),
  );

/**
 * What was typed into a plan's table where nothing is read: cells of columns that neither the plan has nor a report, and rows
 * (`strange`) that are none of the plan's.
 */
export function besidePlan(
  { table, others, rows }: AnswerSheet,
  strange: readonly AnswerRow[],
  plan: PlanWords,
): readonly AnswerFinding[] {
  const isStrange = new Set(strange);
  const columns = others.flatMap(({ column, heading }): AnswerFinding[] => {
    if (plan.isHeading(heading)) return [];
    const isOfPlans = heading !== '' && isUsual(heading);
    const cells = rows.flatMap((row): AnswerPlace[] => {
      const cell = isStrange.has(row) ? undefined : cellAt(row, column);
      if (!cell || cell.column !== column || !isFilled(cell)) return [];
      return isOfPlans && plan.says(cell) ? [] : [placeIn(table, row.number, column)];
    });
    const [first, ...more] = cells;
    return first ? [finding('unknown-column', first, { heading }, { cells: more })] : [];
  });
  return [...columns, ...strange.flatMap((row) => strayCells(table, row, (cell) => !plan.says(cell)))];
}
