import type { TextChange } from '../../history/aligned.ts';
import type { ComparedRow } from '../../import/compare/comparable.ts';
import { hasNoDifference } from '../../import/compare/compare.ts';
import type { Verification } from './verification.ts';

/** `roadmap verify --format json`, version 1 (schemas/output/verify.schema.json). */
export function verifyJson({
  plan,
  file,
  differences,
  remarks,
  otherPlan,
  sameEdition,
}: Verification): unknown {
  const { requisites, clauses, context, sections, columns, cells, missing, added, moved } = differences;
  return {
    version: 1,
    plan: plan.id,
    file,
    same: hasNoDifference(differences),
    ...(otherPlan === undefined ? {} : { madeOf: otherPlan }),
    ...(sameEdition === undefined ? {} : { sameEdition }),
    ...(remarks.length === 0
      ? {}
      : { remarks: remarks.map(({ place, ...remark }) => ({ ...remark, ...place })) }),
    requisites: requisites.map(({ name, ...texts }) => ({ name, ...textJson(texts) })),
    clauses: clauses.map(textJson),
    context: context.map(textJson),
    sections: sections.map(textJson),
    columns: columns.map(textJson),
    cells: cells.map(({ ours, theirs, by, column, heading, was, is }) => ({
      item: ours.number,
      ...theirs.place,
      by,
      column,
      heading,
      plan: was,
      document: is,
    })),
    missing: missing.map(({ number, cells: own }) => ({ item: number, action: actionOf(own) })),
    added: added.map(({ number, cells: own, place }) => ({ item: number, ...place, action: actionOf(own) })),
    moved: moved.map(({ number }) => number),
  };
}

const textJson = ({ was, is }: TextChange) => ({ plan: was ?? null, document: is ?? null });

/** The words of a row's action. */
export const actionOf = (cells: ComparedRow['cells']): string =>
  (cells.get('action') ?? []).map(({ text }) => text).join(' ');
