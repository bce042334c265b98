import type { SourceScalar } from '../tree.ts';
import { masked, type Trap } from './trap.ts';
import type { FieldPosition, TreeContext } from './tree-context.ts';
import * as T from './value-texts.ts';

/** Fields whose values are names and words of the format: what follows them is a comment indeed. */
const WORDS: ReadonlySet<string> = new Set([
  'kind',
  'level',
  'id',
  'plan',
  'registry',
  'field',
  'rule',
  'type',
  'op',
  'date',
]);

/**
 * A comment that is the rest of a text. Only what no comment looks like counts: glued to its `#` after a single blank
 * (`приказ #3`), after a number sign, or a bracket or quote opened before the `#` and closed behind it.
 */
export function commentTrap(
  { text, mask }: TreeContext,
  node: SourceScalar,
  { field }: FieldPosition,
): Trap[] {
  if (node.style !== 'plain' || node.start === node.end || WORDS.has(field)) return [];
  const gap = /^ +(?=#)/.exec(text.slice(node.end, node.end + 64))?.[0].length;
  if (gap === undefined) return [];
  const hash = node.end + gap;
  const stop = text.indexOf('\n', hash);
  const comment = text.slice(hash, stop === -1 ? text.length : stop).trimEnd();
  const value = text.slice(node.start, node.end);
  // «# 3» is a number sign from another keyboard; a note that begins with a figure is set off by two blanks.
  const glued = gap === 1 && /^#(?:[^\s#]| \d)/.test(comment);
  if (!(glued || /[№N]$/.test(value) || isTorn(value, comment))) return [];
  const end = hash + comment.length;
  return [
    {
      rule: 'comment-in-text',
      ...T.commentInText(value, text.slice(node.start, end)),
      at: [hash, end],
      edits: masked(text, mask, [hash]),
      quote: [node.start, end],
      unsure: true,
      certain: true,
    },
  ];
}

/** Something is opened in the text and closed in the comment. */
function isTorn(value: string, comment: string): boolean {
  return ['«»', '()', '[]', '“”'].some(([open = '', close = '']) => {
    const depth = value.split(open).length - value.split(close).length;
    return depth > 0 && comment.split(close).length - comment.split(open).length >= depth;
  });
}
