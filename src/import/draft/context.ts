import type { ContextFields } from '../../schema/generated/types.ts';
import { textNodesOf } from '../around/lines.ts';
import { sectionsOfText, type TextSection } from '../around/sections-of-text.ts';
import type { FoundContext } from '../table/items.ts';
import { withProfile } from './risk-profile.ts';

/** The context part of a plan: the text above its table, then the introducing rows of the table. */
export function contextFieldsOf(
  sections: readonly TextSection[],
  rows: readonly FoundContext[],
): ContextFields[] {
  const inTable = rows.flatMap((row): ContextFields[] => {
    const lines = textNodesOf(row.blocks).flatMap((node) =>
      node.kind === 'line' ? [node] : node.kind === 'sides' ? node.cells.flat() : [],
    );
    const [first = {}, ...rest] = sectionsOfText(lines);
    const { heading } = row;
    const headed =
      heading === undefined
        ? [first, ...rest]
        : first.heading === undefined
          ? [{ heading, ...first }, ...rest]
          : [{ heading }, first, ...rest];
    return headed.map((section) => ({ ...section, 'in-table': true }));
  });
  return [...sections, ...inTable].map(withProfile);
}
