import type { SourceScalar } from '../tree.ts';
import type { Explanation } from './explanation.ts';
import * as F from './fields.ts';
import { noBlankAfterDash, otherDash } from './line-texts.ts';
import { masked, type Trap } from './trap.ts';
import type { FieldPosition, TreeContext } from './tree-context.ts';
import * as T from './value-texts.ts';

const YES = /^(?:да|yes|on|y|истина)$/i;
const NO = /^(?:нет|no|off|n|ложь)$/i;

/** An unquoted scalar that was read as something else than its field needs. */
export function scalarTrap(context: TreeContext, node: SourceScalar, standing: FieldPosition): Trap[] {
  const { text, mask, valueAt } = context;
  if (node.style !== 'plain' || node.start === node.end) return [];
  const source = text.slice(node.start, node.end);
  const at = [node.start, node.end] as const;
  const syntax = (explanation: Explanation, edits: Trap['edits'], quote?: Trap['quote']): Trap[] => [
    { rule: 'syntax', ...explanation, at, edits, ...(quote && { quote }), certain: true },
  ];
  const { field, entry } = standing;
  const isNumber = F.NUMBER_FIELDS.has(field);
  if (isNumber || F.TEXT_FIELDS.has(field) || (entry && F.TEXT_LISTS.has(field))) {
    const value = valueAt(node);
    if (typeof value === 'number' && String(value) !== source) {
      const explanation = (isNumber ? T.lossyNumber : T.numberForText)(source, String(value));
      return syntax(explanation, masked(text, mask, [node.start]), at);
    }
  }
  if (isNumber) {
    const inner = /^[“”„‟«‘‚]([^“”„»’‘]{1,40})[“”‟»’‘]$/.exec(source)?.[1];
    if (inner !== undefined) {
      const edits = [
        { start: node.start, end: node.start + 1, put: '"' },
        { start: node.end - 1, end: node.end, put: '"' },
      ];
      return syntax(T.quotesAroundNumber(source, inner), edits);
    }
  }
  if (F.FLAG_FIELDS.has(field) && (YES.test(source) || NO.test(source))) {
    const meant = YES.test(source);
    return syntax(T.yesOrNo(source, meant), [{ start: node.start, end: node.end, put: String(meant) }]);
  }
  if (!entry && F.LIST_FIELDS.has(field) && /^(?:-[^\s\d.-]|[–—•] ?\S)/.test(source))
    return gluedDashes(text, node, source);
  return [];
}

/** `-Первое` or `– Первое` on lines below a key of a list: one text to YAML. */
function gluedDashes(text: string, node: SourceScalar, source: string): Trap[] {
  const before = text.slice(text.lastIndexOf('\n', node.start) + 1, node.start);
  if (before.trim() !== '') return [];
  const dash = source[0] as string;
  const glued = dash === '-';
  const dashes = [...source.matchAll(/(?:^|\n\s*)[-–—•] ?(?=\S)/g)].map(
    ({ 0: found, index }) => node.start + index + found.trimEnd().length - 1,
  );
  return [
    {
      rule: 'syntax',
      ...(glued ? noBlankAfterDash(source.split(/\r?\n/)[0] as string) : otherDash(dash)),
      at: [node.start, node.start + 1],
      edits: dashes.map((at) => ({ start: at, end: at + 1, put: text[at + 1] === ' ' ? '-' : '- ' })),
      certain: true,
    },
  ];
}
