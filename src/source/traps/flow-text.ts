import type { Range } from '../../finding/finding.ts';
import { closingQuote, endOfValue, type LineParts } from './line-parts.ts';
import { inserted, masked, type Trap } from './trap.ts';
import type { ValueContext, ValueReading } from './value-reading.ts';
import * as T from './value-texts.ts';

interface FlowScan {
  /** Behind the closing bracket; −1 when it is missing. */
  readonly close: number;
  /** The brackets still open at the end, outermost first. */
  readonly open: string;
  /** Colons of unquoted texts that stand where no key can be. */
  readonly colons: readonly number[];
  /** The first ` #`. */
  readonly comment: number;
}

/** Reads a list or map in brackets, perhaps over several lines, and what follows it. */
export function readFlowText(
  context: ValueContext,
  parts: LineParts,
  number: number,
  indent: number,
): ValueReading {
  const { text, lines } = context;
  const after = lines.afterDeeper(number + 1, indent);
  const limit = after === number + 1 ? parts.end : (lines.at(after - 1)?.end ?? parts.end);
  let scan = scanFlow(text, parts.value, limit);
  const traps: Trap[] = [];
  const comment = scan.comment;
  if (comment !== -1 && scan.close === -1) {
    const trap = commentTrap(context, parts, comment);
    if (trap) {
      const same = scanFlow(text, parts.value, parts.end, comment);
      traps.push(trap, ...colonTraps(context, same));
      return { kind: 'closed', traps, next: number + 1 };
    }
  }
  if (scan.close === -1) {
    scan = scanFlow(text, parts.value, parts.end);
    return { kind: 'closed', traps: [unclosedTrap(context, parts, scan)], next: number + 1 };
  }
  const last = lines.numberOf(scan.close - 1);
  const end = lines.at(last)?.end ?? parts.end;
  const stop = endOfValue(text, scan.close, end);
  if (text.slice(scan.close, stop).trim() !== '') {
    return { kind: 'text', traps: [afterTrap(context, parts, scan.close, stop)], next: last + 1 };
  }
  return { kind: 'closed', traps: colonTraps(context, scan), next: last + 1 };
}

/** Goes through a flow collection. `ignored` is a `#` that is taken for a letter. */
function scanFlow(text: string, start: number, end: number, ignored = -1): FlowScan {
  const open: string[] = [];
  const colons: number[] = [];
  /** For each open bracket: whether the entry has its colon, and whether an entry is just beginning. */
  const seen: boolean[] = [];
  let fresh = true;
  let comment = -1;
  for (let at = start; at < end; at++) {
    const char = text[at] as string;
    if (char === ' ' || char === '\n' || char === '\r' || char === '\t') continue;
    if (char === '#' && at !== ignored && ' \t\n'.includes(text[at - 1] as string)) {
      if (comment === -1) comment = at;
      const stop = text.indexOf('\n', at);
      at = stop === -1 ? end : stop;
    } else if ((char === '"' || char === "'") && fresh) {
      const close = closingQuote(text, at, end);
      if (close === -1) return { close: -1, open: open.join(''), colons, comment };
      at = close;
      fresh = false;
    } else if (char === '[' || char === '{') {
      open.push(char);
      seen.push(false);
      fresh = true;
    } else if (char === ']' || char === '}') {
      open.pop();
      seen.pop();
      fresh = false;
      if (open.length === 0) return { close: at + 1, open: '', colons, comment };
    } else if (char === ',') {
      seen[seen.length - 1] = false;
      fresh = true;
    } else if (char === ':' && /[\s,[\]{}]/.test(text[at + 1] ?? ' ')) {
      if (seen.at(-1)) colons.push(at);
      seen[seen.length - 1] = true;
      fresh = true;
    } else fresh = false;
  }
  return { close: -1, open: open.join(''), colons, comment };
}

function colonTraps({ text, mask }: ValueContext, { colons }: FlowScan): Trap[] {
  return colons.map((at) => {
    const from = Math.max(
      ...['{', ',', '[', ': '].map((sign) => text.lastIndexOf(sign, at - 1) + sign.length),
    );
    const stop = text.slice(at).search(/[,\]}\n]/);
    const end = stop === -1 ? text.length : at + stop;
    return {
      rule: 'syntax',
      ...T.colonInText(text.slice(from, end)),
      quote: trimmed(text, from, end),
      at: [at, at + 1],
      edits: masked(text, mask, [at]),
      certain: false,
    };
  });
}

/** A part of a text without the blanks at its ends. */
function trimmed(text: string, start: number, end: number): Range {
  const part = text.slice(start, end);
  const from = end - part.trimStart().length;
  return [from, from + part.trim().length];
}

function commentTrap({ text, mask }: ValueContext, parts: LineParts, comment: number): Trap | undefined {
  if (comment >= parts.end || !/[\]}]/.test(text.slice(comment, parts.end))) return undefined;
  const from = Math.max(
    ...['{', ',', '[', ': '].map((sign) => text.lastIndexOf(sign, comment) + sign.length),
  );
  const stop = comment + text.slice(comment).search(/[,\]}]/);
  return {
    rule: 'syntax',
    ...T.commentInFlow(text.slice(from, stop)),
    quote: trimmed(text, from, stop),
    at: [comment, stop],
    edits: masked(text, mask, [comment]),
    certain: false,
  };
}

function unclosedTrap({ text }: ValueContext, parts: LineParts, scan: FlowScan): Trap {
  const close = [...scan.open]
    .reverse()
    .map((bracket) => (bracket === '[' ? ']' : '}'))
    .join('');
  const bracket = text[parts.value] as string;
  return {
    rule: 'syntax',
    ...T.unclosedBracket(bracket, close || (bracket === '[' ? ']' : '}')),
    at: [parts.value, parts.value + 1],
    edits: [inserted(parts.valueEnd, close)],
    unsure: true,
    certain: false,
  };
}

/** A text that begins with a bracket, or one bracket too many behind a list. */
function afterTrap({ text, mask }: ValueContext, parts: LineParts, close: number, stop: number): Trap {
  const from = close + (text.slice(close, stop).length - text.slice(close, stop).trimStart().length);
  const rest = text.slice(from, stop);
  if (/^[\]}]+$/.test(rest)) {
    return {
      rule: 'syntax',
      ...T.extraBracket(rest),
      at: [from, stop],
      edits: [{ start: from, end: stop, put: '' }],
      certain: false,
    };
  }
  const whole = text.slice(parts.value, stop);
  const signs = [...whole.matchAll(/[[\]{}]|:(?=[ \t\r\n]|$)/g)].map(({ index }) => parts.value + index);
  return {
    rule: 'syntax',
    ...T.afterBracket(whole),
    quote: [parts.value, stop],
    at: [parts.value, close],
    edits: masked(text, mask, signs),
    certain: false,
  };
}
