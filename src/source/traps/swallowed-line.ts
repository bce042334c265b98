import { isEarlyBreak } from '../suspects.ts';
import type { SourceScalar } from '../tree.ts';
import * as F from './fields.ts';
import { quotedText, type Trap } from './trap.ts';
import type { FieldPosition, TreeContext } from './tree-context.ts';

/** Lists of names, documents' names too: an entry has two lines only where one is full, and may begin with a small letter. */
const NAME_LISTS: ReadonlySet<string> = new Set(['executors', 'aliases', 'implements', 'for', 'evidence']);

/** Keys that a line of a text may be mistaken for, or be. */
const KEYS: ReadonlySet<string> = new Set([
  ...F.TEXT_FIELDS,
  ...F.LIST_FIELDS,
  ...F.NUMBER_FIELDS,
  ...F.FLAG_FIELDS,
  'date',
  'implements',
]);

/**
 * A line that YAML reads as the rest of the text above it, and that looks like something of its own: an entry of a list
 * whose dash is missing, a key below a block text or an open quote. The text stays as YAML reads it.
 */
export function swallowedLine({ text }: TreeContext, node: SourceScalar, standing: FieldPosition): Trap[] {
  const source = text.slice(node.start, node.end);
  const first = source.indexOf('\n');
  if (first === -1) return [];
  return node.style === 'plain' ? missingDash(text, node, standing) : swallowedKey(source, node);
}

function missingDash(text: string, node: SourceScalar, { field, entry }: FieldPosition): Trap[] {
  const names = NAME_LISTS.has(field);
  if (!entry || !(names || F.TEXT_LISTS.has(field))) return [];
  const traps: Trap[] = [];
  let start = text.lastIndexOf('\n', node.start) + 1;
  for (
    let stop = text.indexOf('\n', node.start);
    stop !== -1 && stop < node.end;
    stop = text.indexOf('\n', start)
  ) {
    const columns = text.slice(start, stop).trimEnd().length;
    const rest = text.slice(stop + 1, node.end);
    const at = stop + 1 + (rest.length - rest.trimStart().length);
    const end = Math.min(node.end, lineEnd(text, at));
    const line = text.slice(at, end).trimEnd();
    const word = /^\S*/.exec(line)?.[0].length ?? 0;
    const begins = names || /^["«„(№]?[A-ZА-ЯЁ\d]/.test(line);
    if (begins && isEarlyBreak(columns, word)) {
      traps.push({
        rule: 'swallowed-line',
        message: {
          ru: `Строка ${quotedText(line)} прочитана как продолжение строки над ней`,
          en: `The line ${quotedText(line)} is read as the rest of the line above it`,
        },
        help: {
          ru: 'Если это отдельная запись списка, начните её с «- »; если продолжение, соедините строки',
          en: 'If it is an entry of its own, begin it with “- ”; if it goes on, join the lines',
        },
        at: [at, at + line.length],
        edits: [],
        certain: true,
      });
    }
    start = text.lastIndexOf('\n', at) + 1;
  }
  return traps;
}

function swallowedKey(source: string, node: SourceScalar): Trap[] {
  // The text of an approved edition, in its lock, is a document in itself.
  if (/^\|[^\n]*\n\s*kind:/.test(source)) return [];
  return Array.from(source.matchAll(/\n[ \t]*(([a-z][a-z-]*):)(?=[ \t\r\n]|$)/g)).flatMap((found) => {
    const [whole, written = '', key = ''] = found;
    if (!KEYS.has(key)) return [];
    const at = node.start + found.index + whole.length - written.length;
    const isBlock = node.style === 'literal' || node.style === 'folded';
    return [
      {
        rule: 'swallowed-line' as const,
        message: {
          ru: `«${written}» попало внутрь текста, который начат выше`,
          en: `“${written}” is inside a text that begins above it`,
        },
        help: isBlock
          ? {
              ru: 'Если это поле, сдвиньте строку влево, до уровня соседних полей',
              en: 'If it is a key, move the line to the left, to the level of the other keys',
            }
          : {
              ru: 'Если это поле, закройте выше кавычку',
              en: 'If it is a key, close the quote above it',
            },
        at: [at, at + written.length] as const,
        edits: [],
        certain: true,
      },
    ];
  });
}

function lineEnd(text: string, at: number): number {
  const stop = text.indexOf('\n', at);
  return stop === -1 ? text.length : stop;
}
