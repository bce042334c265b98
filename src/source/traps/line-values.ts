import type { TextEdit } from '../edits.ts';
import { readFlowText } from './flow-text.ts';
import { closingQuote, endOfValue, type LineParts } from './line-parts.ts';
import { indentTrap } from './misfits.ts';
import { inserted, masked, type Trap } from './trap.ts';
import type { ValueContext, ValueReading } from './value-reading.ts';
import * as T from './value-texts.ts';

const BLOCK_HEADER = /^[|>](?:[1-9][-+]?|[-+][1-9]?)?\s*(?:#.*)?$/;
const SIGNS = '@`%*&!?,]}|>';

/** Reads the value of a line; `indent` is the column of the collection it is in. */
export function readLineValue(
  context: ValueContext,
  parts: LineParts,
  number: number,
  indent: number,
): ValueReading {
  const { text, lines } = context;
  const { value, valueEnd } = parts;
  const next = number + 1;
  if (value >= valueEnd) return { kind: 'open', traps: [], next };
  const first = text[value] as string;
  if (first === '"' || first === "'") return readQuotedText(context, parts, number, indent);
  if (first === '[' || first === '{') return readFlowText(context, parts, number, indent);
  if ((first === '|' || first === '>') && BLOCK_HEADER.test(text.slice(value, parts.end).trimEnd())) {
    const after = lines.afterDeeper(next, indent);
    return { kind: 'closed', traps: blockTraps(context, next, after), next: after };
  }
  // A text that goes on below can't be put in quotes line by line.
  const goesOn = lines.afterDeeper(next, indent) !== next;
  const quotable = (trap: Trap): Trap =>
    goesOn ? { ...trap, meant: [] } : { ...trap, quote: [value, valueEnd] };
  const sign = signTrap(context, parts);
  if (sign === 'property') return { kind: 'open', traps: [], next };
  if (sign) return { kind: 'text', traps: [quotable(sign)], next };
  const cut = cutTrap(context, parts, next, indent);
  const colon = colonTrap(context, value, valueEnd);
  const traps = [...(cut ? [cut] : []), ...(colon ? [quotable(colon)] : [])];
  return { kind: 'text', traps, next };
}

/** ` #` in a text that goes on below: after a comment no text goes on, so it is none. */
function cutTrap(
  { text, lines, mask }: ValueContext,
  { value, valueEnd, end }: LineParts,
  next: number,
  indent: number,
): Trap | undefined {
  const gap = /^ +(?=#)/.exec(text.slice(valueEnd, end))?.[0].length;
  const below = lines.at(next);
  if (gap === undefined || !below || below.body >= below.end) return undefined;
  if (below.body - below.start <= indent || below.key || below.dashes.length > 0) return undefined;
  if (text[below.body] === '#') return undefined;
  const hash = valueEnd + gap;
  return {
    rule: 'comment-in-text',
    ...T.commentInText(text.slice(value, valueEnd), text.slice(value, end).trimEnd()),
    at: [hash, hash + text.slice(hash, end).trimEnd().length],
    edits: masked(text, mask, [hash]),
    certain: false,
  };
}

/** Lines of a block scalar with less indent than its first one. */
function blockTraps({ lines }: ValueContext, from: number, to: number): Trap[] {
  const traps: Trap[] = [];
  let wanted = -1;
  for (let number = from; number < to; number++) {
    const parts = lines.at(number) as LineParts;
    const column = parts.body - parts.start;
    if (parts.body >= parts.end) continue;
    if (wanted === -1) wanted = column;
    else if (column < wanted) traps.push(indentTrap(parts, column, wanted));
  }
  return traps;
}

/** A colon within the text `start`…`end`, with a blank after it or at the end. */
export function colonTrap({ text, mask }: ValueContext, start: number, end: number): Trap | undefined {
  const whole = text.slice(start, end);
  const colons = [...whole.matchAll(/:(?=[ \t\r\n]|$)/g)].map(({ index }) => start + index);
  const first = colons[0];
  if (first === undefined) return undefined;
  const explanation = T.colonInText(whole);
  return {
    rule: 'syntax',
    ...explanation,
    quote: [start, end],
    at: [first, first + 1],
    edits: masked(text, mask, colons),
    certain: false,
  };
}

/** A sign at the start of a text that is none of a legal anchor, alias or tag. */
function signTrap(context: ValueContext, { value, valueEnd, key }: LineParts): Trap | 'property' | undefined {
  const { text, mask } = context;
  const first = text[value] as string;
  const whole = text.slice(value, valueEnd);
  const edits = () => [
    ...masked(text, mask, [value]),
    ...(colonTrap(context, value + 1, valueEnd)?.edits ?? []),
  ];
  const at = [value, value + 1] as const;
  if (first === '-' && key && /^-(?:\s|$)/.test(whole)) {
    return { rule: 'syntax', ...T.dashInText(whole), at, edits: edits(), unsure: true, certain: true };
  }
  if (!SIGNS.includes(first)) return undefined;
  if (first === '?' && !/^\?(?:\s|$)/.test(whole)) return undefined;
  if (first === '!' && /^!(?:!\w+|<[^>]*>)?(?:\s|$)/.test(whole)) return 'property';
  const name = /^[*&]([^\s,[\]{}]+)/.exec(whole)?.[1];
  if (name !== undefined) {
    const used = (first === '*' ? context.anchors : context.aliases).has(name);
    if (used && (first === '&' || whole.length === name.length + 1)) return 'property';
  }
  return { rule: 'syntax', ...T.signAtStart(first, whole), at, edits: edits(), certain: true };
}

/** The straight quote that a text was opened with, for the one that it lacks or for the typographic one that closes nothing. */
function closing(text: string, end: number): TextEdit {
  const quote = text[0] as string;
  const last = text.at(-1) as string;
  const closesNothing = last === '»' ? text.split('»').length > text.split('«').length : '“”'.includes(last);
  return { start: closesNothing ? end - 1 : end, end, put: quote };
}

function readQuotedText(
  context: ValueContext,
  parts: LineParts,
  number: number,
  indent: number,
): ValueReading {
  const { text, lines, mask } = context;
  const { value, end } = parts;
  const after = lines.afterDeeper(number + 1, indent);
  const limit = after === number + 1 ? end : (lines.at(after - 1)?.end ?? end);
  const close = closingQuote(text, value, limit);
  const closeLine = close === -1 ? -1 : lines.numberOf(close);
  const lineEnd = closeLine === -1 ? end : (lines.at(closeLine)?.end ?? end);
  const rest = close === -1 ? '' : text.slice(close + 1, endOfValue(text, close + 1, lineEnd));
  if (close !== -1 && rest.trim() === '') return { kind: 'closed', traps: [], next: closeLine + 1 };
  const whole = text.slice(value, endOfValue(text, value, end));
  if (close === -1 || closeLine > number) {
    const stop = value + whole.length;
    const trap: Trap = {
      rule: 'syntax',
      ...T.unclosedQuote(text[value] as string, whole),
      at: [value, value + 1],
      edits: [inserted(stop, text[value] as string)],
      meant: [closing(whole, stop)],
      certain: false,
    };
    return { kind: 'closed', traps: [trap], next: number + 1 };
  }
  const signs = [...whole.matchAll(/["']|:(?=[ \t\r\n]|$)/g)].map(({ index }) => value + index);
  const from = close + 1 + (rest.length - rest.trimStart().length);
  const trap: Trap = {
    rule: 'syntax',
    ...T.afterQuote(whole),
    quote: [value, value + whole.length],
    at: [from, value + whole.length],
    edits: masked(text, mask, signs),
    certain: false,
  };
  return { kind: 'text', traps: [trap], next: number + 1 };
}
