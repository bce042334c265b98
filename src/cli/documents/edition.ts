import type { PlanInPlace } from '../../history/kept.ts';
import type { Result } from '../../import/problem.ts';
import { type Edition, type ReadEdition, readForUpdate } from '../../import/update/edition.ts';
import { filesIn, revisionsOf } from '../../io/revisions.ts';
import { loadWorkspace } from '../../model/load.ts';
import { CONFIG_FILE } from '../../source/files.ts';
import { memoryFiles } from '../../source/memory-files.ts';
import type { Table, View } from '../../view/document.ts';
import { editionOf } from '../../view/edition.ts';
import { readKeptEdition } from '../../view/kept-edition.ts';
import { EDITION_PROPERTY } from '../../view/marks.ts';
import { orderView } from '../../view/order-view.ts';
import { planSheets } from '../../view/plan-sheets.ts';
import { planView } from '../../view/plan-view.ts';
import { writeView } from './write.ts';

/** Renders the plan the way the document was made, and reads it by the reader that read the document. */
export async function editionFor(
  { plan, workspace }: PlanInPlace,
  like: ReadEdition,
): Promise<Result<Edition>> {
  const isBook = like.rows.format === 'xlsx';
  const isOrder = like.rows.requisites.has('type') || like.rows.clauses.length > 0;
  const view = (isBook ? planSheets : isOrder ? orderView : planView)(plan, workspace);
  const bytes = await writeView(view, isBook ? 'xlsx' : 'docx');
  const read = await readForUpdate(bytes, plan.file);
  if (!read.ok) return read;
  const table = tableOf(view);
  return {
    ok: true,
    value: {
      plan,
      reading: read.value,
      fields: (table?.columns ?? []).map(({ key }) => key).filter((key) => key !== 'start' && key !== 'end'),
      ids: [...(table?.rows ?? [])].flatMap((row) =>
        row.kind === 'row' && row.id !== undefined ? [row.id] : [],
      ),
    },
  };
}

/** The table of the plan itself: further annexes and sheets come after it. */
function tableOf(view: View): Table | undefined {
  for (const { blocks } of view.sections) {
    for (const block of blocks) {
      if (block.kind === 'table' && block.columns.some(({ key }) => key === 'action')) return block;
    }
  }
  return undefined;
}

const MOST_REVISIONS = 500;

/**
 * The edition that a document was rendered from: the plan as it is now, the text that the document keeps, or the plan as
 * a commit has it; undefined when none of them is that edition.
 */
export function findEdition(
  now: PlanInPlace,
  root: string,
  { rows, kept: text }: ReadEdition,
): PlanInPlace | undefined {
  const edition = rows.properties.get(EDITION_PROPERTY);
  if (edition === undefined) return undefined;
  if (editionOf(now.plan, now.workspace) === edition) return now;
  const kept = text === undefined ? undefined : readKeptEdition(text, now.plan.file, edition);
  return kept ?? committedEdition(now, root, edition);
}

function committedEdition(now: PlanInPlace, root: string, edition: string): PlanInPlace | undefined {
  const { plan, workspace } = now;
  const registries = workspace.registries.map(({ file }) => file);
  // Names of territories come from other plans, where a plan prints for whom its items are.
  const others = plan.items.some((item) => item.for.length > 0)
    ? workspace.plans.map(({ file }) => file)
    : [];
  const files = [...new Set([plan.file, ...registries, ...others, CONFIG_FILE])];
  for (const commit of revisionsOf(root, [plan.file, ...registries], MOST_REVISIONS)) {
    const then = loadWorkspace(memoryFiles(filesIn(root, commit, files)), new Set([plan.file])).workspace;
    const before = then.plans.find(({ file }) => file === plan.file);
    if (before && editionOf(before, then) === edition) return { plan: before, workspace: then };
  }
  return undefined;
}
