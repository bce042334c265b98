import { plural } from '../finding/plural.ts';
import type { Day } from '../meaning/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeDay } from '../russian/index.ts';
import { type TracedParent, trace } from '../trace/trace.ts';
import type { Block, PageSection, View } from './document.ts';
import { KIND_PROPERTY } from './marks.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import {
  gapsTable,
  holesTable,
  legendTable,
  matrixTables,
  summaryTable,
  waivedTable,
} from './matrix-tables.ts';
import { metaOf, type ViewOptions } from './order-view.ts';
import { settingsOf } from './settings.ts';
import { type Typesetter, typesetter } from './texts.ts';

interface MatrixOptions extends ViewOptions {
  readonly asOf: Day;
  /** Sheets to filter, or pages to be read. */
  readonly form: 'sheets' | 'pages';
}

/** Narrow columns want smaller type. */
const LARGEST_TYPE = 9;

/**
 * Obligations by the municipalities they are laid on, holes first. With a plan that others implement come all of
 * these; a plan that only implements is shown alone against its parents. Undefined when no link leads from or to
 * the plans named.
 */
export function matrixView(
  workspace: Workspace,
  plans: readonly Plan[],
  options: MatrixOptions,
): View | undefined {
  const parents = traced(workspace, plans, options.asOf);
  const [first] = parents;
  if (!first) return undefined;
  const stated = options.settings ?? settingsOf(workspace.config.documents);
  const settings = { ...stated, tableFontSize: Math.min(stated.tableFontSize, LARGEST_TYPE) };
  const set = typesetter(settings);
  const build = options.form === 'sheets' ? sheetsOf : pagesOf;
  return {
    meta: {
      ...metaOf(first.plan, workspace, `Матрица поручений: ${first.plan.title}`, settings),
      properties: { [KIND_PROPERTY]: 'matrix' },
    },
    settings,
    sections: parents.flatMap((parent) => build(matrixOf(parent), options.asOf, set)),
  };
}

function traced(workspace: Workspace, plans: readonly Plan[], asOf: Day): readonly TracedParent[] {
  const named = new Set(plans);
  const isParent = new Set(
    workspace.plans.flatMap(({ parents }) => parents.flatMap(({ id }) => workspace.planOf(id) ?? [])),
  );
  const heads = new Set(plans.filter((plan) => isParent.has(plan)));
  return trace(workspace, {
    asOf,
    wanted: (parent, child) => heads.has(parent) || (named.has(child) && !heads.has(child)),
  });
}

function titleOf({ plan }: Matrix): string {
  return `Выполнение поручений: ${plan.title}`;
}

/** «На 15 июня 2022 г.: 30 поручений, 3 муниципалитета; не учтено 4 из 90.» */
function summaryOf(matrix: Matrix, asOf: Day): string {
  const obligations = matrix.rows.length;
  const plans = matrix.plans.length;
  const pairs = matrix.rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell).length, 0);
  const missing = matrix.rows.reduce((sum, { missing: own }) => sum + own, 0);
  return `На ${writeDay(asOf)}: ${obligations} ${plural(obligations, ['поручение', 'поручения', 'поручений'])}, ${plans} ${plural(plans, ['план', 'плана', 'планов'])}; не учтено ${missing} из ${pairs}.`;
}

function pagesOf(matrix: Matrix, asOf: Day, set: Typesetter): readonly PageSection[] {
  const blocks: Block[] = [
    { ...set.paragraph('title', titleOf(matrix)), keepNext: true },
    set.paragraph('body', summaryOf(matrix, asOf)),
  ];
  const part = (heading: string, tables: readonly Block[]): void => {
    if (tables.length === 0) return;
    blocks.push({ ...set.paragraph('context-heading', heading), keepNext: true }, ...apart(tables, set));
  };
  part('Не учтено', holesTable(matrix, set));
  part('Поручения и муниципалитеты', matrixTables(matrix, 'pages', set));
  part('Учтено не полностью', gapsTable(matrix, false, set));
  part('Согласованные отступления', waivedTable(matrix, set));
  part('Обозначения', [legendTable(set)]);
  return [{ name: 'Матрица', part: 'annex', orientation: 'landscape', ownNumbering: true, blocks }];
}

/** Two tables that touch would become one. */
function apart(tables: readonly Block[], set: Typesetter): readonly Block[] {
  return tables.flatMap((table, at) => (at === 0 ? [table] : [set.paragraph('note', ''), table]));
}

function sheetsOf(matrix: Matrix, asOf: Day, set: Typesetter): readonly PageSection[] {
  const title = set.paragraph('title', titleOf(matrix));
  const note = set.paragraph('note', summaryOf(matrix, asOf));
  const sheet = (name: string, tables: readonly Block[], more: readonly Block[] = []): PageSection[] =>
    tables.length === 0
      ? []
      : [
          {
            name,
            part: 'annex',
            orientation: 'landscape',
            ownNumbering: true,
            blocks: [title, ...more, ...tables],
          },
        ];
  return [
    ...sheet('Матрица', matrixTables(matrix, 'sheets', set), [note]),
    ...sheet('Пробелы', gapsTable(matrix, true, set)),
    ...sheet('Согласовано', waivedTable(matrix, set)),
    ...sheet('Свод', [summaryTable(matrix, set)]),
    ...sheet('Обозначения', [legendTable(set)]),
  ];
}
