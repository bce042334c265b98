import { editText, isEditable } from '../edit/splice.ts';
import type { Finding } from '../finding/finding.ts';
import { findItem } from '../model/find-item.ts';
import { REASON_TO_WRITE } from '../model/waiver.ts';
import { editBetween } from './edits.ts';
import type { Fix, FixContext } from './fix.ts';

/** Told of the waivers themselves, or of what no plan may agree to. */
const NEVER: ReadonlySet<string> = new Set([
  'unused-waiver',
  'expired-waiver',
  'unfilled-waiver',
  'unknown-rule',
  'schema',
  'syntax',
  'encoding',
]);

/** An entry in `waivers` of the plan, its reason to be written by a person: until then it accepts nothing. */
export function waiverFor(
  { rule, plan, item, parentItem }: Finding,
  { documents, text }: FixContext,
): readonly Fix[] {
  const [file, twin] = plan === undefined ? [] : documents.roster.filesOf('plan', plan);
  if (NEVER.has(rule) || file === undefined || twin !== undefined) return [];
  const before = text(file);
  if (before === undefined || !isEditable(before)) return [];
  const named = item ?? parentItem;
  if (item !== undefined && findItem(documents.plan(file), item).state === 'ambiguous') return [];
  const value = { rule, ...(named === undefined ? {} : { item: named }), reason: REASON_TO_WRITE };
  const edits = editBetween(before, editText(before, [{ op: 'insert', route: ['waivers'], value }]));
  return [
    {
      title: {
        ru: `Согласовать отступление «${rule}» (допишите причину)`,
        en: `Waive “${rule}” (the reason is yours to write)`,
      },
      edits: edits.map((edit) => ({ file, ...edit })),
      safe: false,
    },
  ];
}
