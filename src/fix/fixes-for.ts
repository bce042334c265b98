import type { Finding } from '../finding/finding.ts';
import { carriedOut } from './carry-out.ts';
import type { Fix, FixContext } from './fix.ts';
import { RECIPES } from './recipes.ts';
import { titleOf } from './titles.ts';
import { waiverFor } from './waive.ts';

/**
 * The fixes of a finding, the likeliest first; a waiver of it comes last. Nothing outside the edits changes. None where
 * nobody can tell what was meant.
 */
export function fixesFor(finding: Finding, context: FixContext): readonly Fix[] {
  return [
    ...curesOf(finding, context),
    ...(RECIPES[finding.rule]?.(finding, context) ?? []),
    ...waiverFor(finding, context),
  ];
}

/** The one that `check --fix` takes. */
export const safeFixOf = (finding: Finding, context: FixContext): Fix | undefined =>
  curesOf(finding, context).find(({ safe }) => safe);

function curesOf(finding: Finding, context: FixContext): readonly Fix[] {
  const { cure, file } = finding;
  const text = cure && context.text(file);
  if (!cure || text === undefined) return [];
  const all = 'oneOf' in cure ? cure.oneOf.map((put) => ({ put, unsure: true as const })) : [cure];
  return all.flatMap((one) => {
    const edits = carriedOut(one, finding, text);
    if (!edits || edits.length === 0) return [];
    return [
      {
        title: titleOf(finding, one),
        edits: edits.map((edit) => ({ file, ...edit })),
        safe: one.unsure !== true,
      },
    ];
  });
}
