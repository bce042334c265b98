import type { Plan } from '../../model/plan.ts';
import type { PlanDocument } from '../../schema/generated/types.ts';
import { type Comparable, readComparable } from '../compare/comparable.ts';
import type { Changes } from '../docx/run-text.ts';
import { keptTextOf } from '../draft/own-document.ts';
import { importDocument, type PlacedRemark } from '../import.ts';
import { type ImportProblem, type Result, success } from '../problem.ts';

/** A document as it was read: its rows for comparing, and what the draft of a plan makes of the text around them. */
export interface ReadEdition {
  readonly rows: Comparable;
  readonly draft: PlanDocument;
  readonly remarks: readonly PlacedRemark[];
  /** The text of the edition it was rendered from, where the document keeps it. */
  readonly kept?: string;
  readonly problems: readonly ImportProblem[];
}

/**
 * A plan with the reading of the document that it renders to. Plan and reading speak of the same rows in two ways: by
 * the reading they are compared with a document, by the plan they are found in the YAML.
 */
export interface Edition {
  readonly plan: Plan;
  readonly reading: ReadEdition;
  /** What each column of its table prints, in order. */
  readonly fields: readonly string[];
  /** `Item.id` of each row of its table, in order. */
  readonly ids: readonly string[];
}

/** Reads a document for the merge. Never throws for what is wrong with the file. */
export async function readForUpdate(
  bytes: Uint8Array,
  name: string,
  changes: Changes = 'accept',
): Promise<Result<ReadEdition>> {
  const { draft, problems, remarks = [] } = await importDocument(bytes, name, { changes });
  const rows = await readComparable(bytes, name, changes);
  if (!rows.ok) return rows;
  if (!draft)
    return { ok: false, problem: problems.find(({ severity }) => severity === 'error') ?? problems[0]! };
  const kept = keptTextOf(rows.value.properties);
  return success({
    rows: rows.value,
    draft: draft.plan,
    remarks,
    ...(kept !== undefined && { kept }),
    problems,
  });
}
