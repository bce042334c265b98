import { isCyrillicLower, isCyrillicUpper } from '../suspects.ts';
import type { SourceList, SourceMap, SourceNode } from '../tree.ts';
import { commentTrap } from './comment-trap.ts';
import * as F from './fields.ts';
import { noBlankAfterColon } from './line-texts.ts';
import { scalarTrap } from './scalar-traps.ts';
import { swallowedLine } from './swallowed-line.ts';
import { masked, type Trap } from './trap.ts';
import type { FieldPosition, TreeContext } from './tree-context.ts';
import * as T from './value-texts.ts';

/** Mistakes that YAML has nothing to say against: a text that became a map, a list or a number, or was cut. */
export function treeTraps(root: SourceNode | undefined, context: TreeContext): readonly Trap[] {
  const traps: Trap[] = [];
  const visit = (node: SourceNode | undefined, standing: FieldPosition): void => {
    if (node?.kind === 'scalar') {
      traps.push(
        ...scalarTrap(context, node, standing),
        ...commentTrap(context, node, standing),
        ...swallowedLine(context, node, standing),
      );
    } else if (node?.kind === 'list') {
      if (node.flow) traps.push(...cutTexts(context, node, standing));
      for (const item of node.items) visit(item, { field: standing.field, entry: true });
    } else if (node?.kind === 'map') {
      const became = mapOfText(context, node, standing);
      if (became) {
        traps.push(became);
        return;
      }
      if (node.flow) traps.push(...lonelyKeys(context, node));
      for (const pair of node.pairs) visit(pair.value, { field: pair.name, entry: false });
    }
  };
  visit(root, { field: '', entry: false });
  return traps;
}

const isProse = (name: string): boolean => /[^\x20-\x7e]|[^ ] [^ ]/.test(name);

/** `- Срок: март` among texts. */
function mapOfText({ text, mask }: TreeContext, node: SourceMap, standing: FieldPosition): Trap | undefined {
  const { field, entry } = standing;
  const [pair, second] = node.pairs;
  if (!pair || second || !(entry ? F.TEXT_LISTS : F.TEXT_FIELDS).has(field)) return undefined;
  const { key, value, name } = pair;
  if (key.kind !== 'scalar' || key.style !== 'plain' || !isProse(name)) return undefined;
  if (value && (value.kind !== 'scalar' || (value.style !== 'plain' && value.style !== 'double')))
    return undefined;
  const end = value?.end ?? key.end;
  const colon = text.indexOf(':', key.end);
  if (colon === -1 || colon > Math.max(end, key.end + 1)) return undefined;
  const last = Math.max(end, colon + 1);
  const quotes = value?.kind === 'scalar' && value.style === 'double' ? [value.start, value.end - 1] : [];
  return {
    rule: 'syntax',
    ...T.colonInText(text.slice(key.start, last)),
    at: [colon, colon + 1],
    edits: masked(text, mask, [colon, ...quotes]),
    quote: [key.start, last],
    certain: true,
  };
}

/** `[приказ от 5 мая, № 3]`. */
function cutTexts({ text, mask }: TreeContext, node: SourceList, { field }: FieldPosition): Trap[] {
  if (!F.TEXT_LISTS.has(field)) return [];
  const traps: Trap[] = [];
  for (let i = 1; i < node.items.length; i++) {
    const before = node.items[i - 1] as SourceNode;
    const after = node.items[i] as SourceNode;
    if (!isPlain(before) || !isPlain(after)) continue;
    const first = text.charCodeAt(after.start);
    const start = text.charCodeAt(before.start);
    const spaced = text.slice(before.start, before.end).includes(' ');
    if (!(first === 0x2116 || (isCyrillicLower(first) && isCyrillicUpper(start) && spaced))) continue;
    const comma = text.indexOf(',', before.end);
    traps.push({
      rule: 'syntax',
      ...T.commaInText(text.slice(before.start, after.end)),
      at: [comma, comma + 1],
      edits: masked(text, mask, [comma]),
      quote: [before.start, after.end],
      unsure: true,
      certain: true,
    });
  }
  return traps;
}

function isPlain(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.end > node.start;
}

/** `{text: Провести, затем ещё}` and `{field:number}`: a key without a value. */
function lonelyKeys({ text, mask }: TreeContext, node: SourceMap): Trap[] {
  const traps: Trap[] = [];
  for (const [i, { key, value, name }] of node.pairs.entries()) {
    if (key.kind !== 'scalar' || key.style !== 'plain' || (value && value.end > value.start)) continue;
    const glued = /^([a-z][a-z-]*):(?!\/)(.+)$/s.exec(name);
    const before = node.pairs[i - 1]?.value;
    if (glued) {
      const colon = key.start + (glued[1] as string).length;
      traps.push({
        rule: 'syntax',
        ...noBlankAfterColon(glued[1] as string, glued[2] as string),
        at: [colon, colon + 1],
        edits: [{ start: colon + 1, end: colon + 1, put: ' ' }],
        certain: true,
      });
    } else if (before && isPlain(before) && text[key.end] !== ':' && isProse(name)) {
      const comma = text.indexOf(',', before.end);
      traps.push({
        rule: 'syntax',
        ...T.commaInText(text.slice(before.start, key.end)),
        at: [comma, comma + 1],
        edits: masked(text, mask, [comma]),
        quote: [before.start, key.end],
        unsure: true,
        certain: true,
      });
    }
  }
  return traps;
}
