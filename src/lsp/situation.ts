import type { Route } from '../finding/finding.ts';

/** What is being written at an offset, told by indentation, dashes and brackets alone: the rest need not be readable. */
export interface Situation {
  /** Of what is being written: a value, an entry of a list, or for a key the map that it will be in. */
  readonly route: Route;
  /** `entry`: where a list's entry, or the first key of a map, begins. */
  readonly at: 'key' | 'value' | 'entry';
  /** Where the text written so far begins, an opening quote left out. */
  readonly start: number;
  readonly written: string;
  readonly quote: '"' | "'" | undefined;
  /** Inside brackets. */
  readonly flow: boolean;
  /** The column at which a key of the map begins; of what is nested in an entry too. */
  readonly column: number;
  /** Keys that the map has, as far as they are before the offset. */
  readonly keys: readonly string[];
}

interface BlockFrame {
  readonly column: number;
  readonly kind: 'map' | 'list';
  /** Of a map: the key that is being given a value. */
  key: string;
  readonly keys: string[];
  index: number;
}

interface FlowFrame {
  readonly kind: 'map' | 'list';
  key: string | undefined;
  readonly keys: string[];
  index: number;
  /** Where the entry, the key or the value being written begins. */
  start: number;
}

const KEY =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#[\]{},&*!|>'"%@`?-][^#]*?|[?-][^\s#][^#]*?))[ \t]*:(?=[ \t\r]|$)/;

/** Undefined inside a comment or a block of text, where there is nothing to offer. */
export function situationAt(text: string, offset: number): Situation | undefined {
  const blocks: BlockFrame[] = [];
  const flows: FlowFrame[] = [];
  /** A block of text (`|`, `>`) goes on below this column. */
  let prose: number | undefined;
  let open: '"' | "'" | undefined;
  let valueAt = 0;
  let hasValue = false;

  const routeOf = (): (string | number)[] => [
    ...blocks.map((frame) => (frame.kind === 'map' ? frame.key : frame.index)),
    ...flows.flatMap((frame) => (frame.kind === 'map' ? (frame.key ?? []) : frame.index)),
  ];

  /** Brackets and quotes from `from` to `to`; the state is left in `flows` and `open`. */
  const scanFlow = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const char = text[at] as string;
      const top = flows.at(-1);
      if (open) {
        if (char === '\\' && open === '"') at++;
        else if (char === open) open = undefined;
        continue;
      }
      if (!top && char !== '{' && char !== '[') continue;
      if (char === '#' && /\s/.test(text[at - 1] ?? ' ')) {
        const end = text.indexOf('\n', at);
        at = end < 0 || end > to ? to : end;
        continue;
      }
      if ((char === '"' || char === "'") && /^\s*$/.test(text.slice(top?.start ?? at, at))) {
        open = char;
      } else if (char === '{' || char === '[') {
        flows.push({
          kind: char === '{' ? 'map' : 'list',
          key: undefined,
          keys: [],
          index: 0,
          start: at + 1,
        });
      } else if (char === '}' || char === ']') {
        flows.pop();
        const above = flows.at(-1);
        if (above) above.start = at + 1;
      } else if (char === ',' && top) {
        top.index++;
        top.key = undefined;
        top.start = at + 1;
      } else if (char === ':' && top?.kind === 'map' && top.key === undefined) {
        const name = unquoted(text.slice(top.start, at).trim());
        const next = text[at + 1] ?? ' ';
        if (name === '' || !(/[\s,\]}]/.test(next) || /["']\s*$/.test(text.slice(top.start, at)))) continue;
        top.key = name;
        top.keys.push(name);
        top.start = at + 1;
      }
    }
  };

  const lineStarts = startsOfLines(text);
  for (const [at, from] of lineStarts.entries()) {
    if (from > offset) break;
    const next = lineStarts[at + 1];
    const whole = next === undefined ? text.length : next - 1;
    const isLast = offset <= whole;
    const to = isLast ? offset : whole;
    const line = text.slice(from, to).replace(/\r$/, '');
    const indent = line.length - line.trimStart().length;
    if (prose !== undefined) {
      const isBlank = line.trim() === '';
      if (isLast && indent > prose) return undefined;
      if (isBlank ? !isLast : indent > prose) continue;
      prose = undefined;
    }
    if (flows.length > 0 || open) {
      scanFlow(from, to);
      continue;
    }
    if (line.trimStart().startsWith('#')) {
      if (isLast) return undefined;
      continue;
    }
    if (line.trim() === '' && !isLast) continue;
    let column = indent;
    hasValue = false;
    valueAt = from + column;
    // Dashes.
    for (;;) {
      const rest = line.slice(column);
      if (!/^-(?:\s|$)/.test(rest)) break;
      leave(blocks, column, true);
      const top = blocks.at(-1);
      if (top?.kind === 'list' && top.column === column) top.index++;
      else blocks.push({ column, kind: 'list', key: '', keys: [], index: 0 });
      const gap = /^-\s*/.exec(rest)?.[0].length ?? 1;
      column += gap;
      valueAt = from + column;
      if (column >= line.length) break;
    }
    const isEntry =
      blocks.at(-1)?.kind === 'list' && blocks.at(-1)!.column < column && valueAt > from + indent;
    const rest = line.slice(column);
    const match = KEY.exec(rest);
    if (!match) {
      if (isLast && !isEntry) return onOwnLine(blocks, { column, from, line, rest, routeOf });
      if (rest.startsWith('{') || rest.startsWith('[')) scanFlow(from + column, to);
      else if (/^["']/.test(rest)) scanQuoted(rest);
      continue;
    }
    const name = match[1] ?? match[2]?.replaceAll("''", "'") ?? (match[3] as string);
    leave(blocks, column, false);
    const top = blocks.at(-1);
    if (top?.kind === 'map' && top.column === column) {
      top.key = name;
      top.keys.push(name);
    } else blocks.push({ column, kind: 'map', key: name, keys: [name], index: 0 });
    const gap = /^[ \t]*/.exec(rest.slice(match[0].length))?.[0].length ?? 0;
    valueAt = from + column + match[0].length + gap;
    hasValue = true;
    const value = text.slice(valueAt, to);
    if (/^[|>][-+\d]*\s*(?:#.*)?$/.test(value.replace(/\r$/, '')) && !isLast) prose = column;
    else if (value.startsWith('{') || value.startsWith('[')) scanFlow(valueAt, to);
    else if (/^["']/.test(value)) scanQuoted(value);
  }

  function scanQuoted(value: string): void {
    const quote = value[0] as '"' | "'";
    const body = quote === '"' ? /^"(?:[^"\\]|\\.)*"/s : /^'(?:[^']|'')*'/s;
    if (!body.test(value)) open = quote;
  }

  const column = columnOf(text, offset);
  const flow = flows.at(-1);
  if (flow) {
    const lead = /^\s*["']?/.exec(text.slice(flow.start, offset))?.[0] ?? '';
    const start = Math.min(flow.start + lead.length, offset);
    const written = text.slice(start, offset);
    const route = routeOf();
    if (flow.kind === 'map' && flow.key === undefined)
      return { route, at: 'key', start, written, quote: open, flow: true, column, keys: flow.keys };
    const at = flow.kind === 'list' ? 'entry' : 'value';
    return { route, at, start, written, quote: open, flow: true, column, keys: [] };
  }
  if (!hasValue && blocks.at(-1)?.kind !== 'list') return undefined;
  const shift = open ? 1 : 0;
  const start = Math.min(valueAt + shift, offset);
  const written = text.slice(start, offset);
  if (!open && /(?:^|\s)#/.test(written)) return undefined;
  return {
    route: routeOf(),
    at: hasValue ? 'value' : 'entry',
    start,
    written,
    quote: open,
    flow: false,
    column: hasValue ? column : columnOf(text, valueAt),
    keys: [],
  };
}

/** Takes away what a line at a column is no part of. A list may stand as far left as the key it belongs to. */
function leave(blocks: BlockFrame[], column: number, dash: boolean): void {
  for (let top = blocks.at(-1); top; top = blocks.at(-1)) {
    const stays =
      top.column < column ||
      (top.column === column &&
        (dash ? top.kind === 'list' || isKeyOfList(blocks, column) : top.kind === 'map'));
    if (stays) return;
    blocks.pop();
  }
}

/** Below a key a dash in the same column opens its list. */
const isKeyOfList = (blocks: readonly BlockFrame[], column: number): boolean => {
  const [top, above] = [blocks.at(-1), blocks.at(-2)];
  return top?.kind === 'map' && top.column === column && !(above?.kind === 'list' && above.column === column);
};

/** A line that is nothing yet, or a word that may become a key: it belongs where its column says. */
function onOwnLine(
  blocks: BlockFrame[],
  {
    column,
    from,
    rest,
    routeOf,
  }: { column: number; from: number; line: string; rest: string; routeOf: () => Route },
): Situation | undefined {
  const quote = /^["']/.exec(rest)?.[0] as '"' | "'" | undefined;
  const start = from + column + (quote ? 1 : 0);
  const written = rest.slice(quote ? 1 : 0);
  const common = { start, written, quote, flow: false, column } as const;
  leave(blocks, column, false);
  const top = blocks.at(-1);
  if (!top || top.column < column)
    return { ...common, route: routeOf(), at: top?.kind === 'list' ? 'entry' : 'key', keys: [] };
  blocks.pop();
  return { ...common, route: routeOf(), at: 'key', keys: top.keys };
}

/** The other entries of the list that an entry at an offset is written in, by brackets and dashes alone. */
export function entriesBeside(text: string, offset: number, flow: boolean): readonly string[] {
  const found = flow ? besideInBrackets(text, offset) : besideByDashes(text, offset);
  return found.map((entry) => unquoted(entry.trim())).filter((entry) => entry !== '');
}

function besideInBrackets(text: string, offset: number): string[] {
  let depth = 0;
  let from = offset - 1;
  for (; from >= 0; from--) {
    const char = text[from];
    if (char === ']' || char === '}') depth++;
    else if ((char === '[' || char === '{') && depth-- === 0) break;
  }
  const before = text
    .slice(from + 1, offset)
    .split(',')
    .slice(0, -1);
  // A bracket that is still to be closed ends with its line.
  const after = /^[^\]\n]*/.exec(text.slice(offset))![0].split(',').slice(1);
  return [...before, ...after];
}

function besideByDashes(text: string, offset: number): string[] {
  const lines = text.split('\n');
  const own = text.slice(0, offset).split('\n').length - 1;
  const dash = /^( *)-(?:\s|$)/.exec(lines[own] ?? '')?.[1]?.length;
  if (dash === undefined) return [];
  const found: string[] = [];
  for (const step of [-1, 1]) {
    for (let at = own + step; at >= 0 && at < lines.length; at += step) {
      const line = lines[at]!.replace(/\s+#.*$/, '').trimEnd();
      if (line.trim() === '') continue;
      const indent = line.length - line.trimStart().length;
      if (indent < dash || (indent === dash && !/^ *-(?:\s|$)/.test(line))) break;
      if (indent === dash) found.push(line.slice(dash + 1));
    }
  }
  return found;
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const unquoted = (name: string): string => (/^(["']).*\1$/s.test(name) ? name.slice(1, -1) : name);
