/** A line of a YAML text taken apart, as if it was alone. Offsets are those of the text. */
export interface LineParts {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** The first character that is no blank, tab or no-break blank; `end` for an empty line. */
  readonly body: number;
  /** Offsets of the dashes of lists the line begins with. */
  readonly dashes: readonly number[];
  /** What follows the dashes. */
  readonly content: number;
  readonly key: { readonly start: number; readonly end: number; readonly name: string } | undefined;
  /** What follows the key and its colon, or the dashes, up to a comment; `value` is `valueEnd` when there is nothing. */
  readonly value: number;
  readonly valueEnd: number;
}

const QUOTED_KEY = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=[ \t]*:(?:[ \t]|$))/;
const NO_KEY = /^[[{|>"'#&*!%@`]/;

/**
 * What the line from `start` to `end` of a text is made of: indent, dashes, key, value, comment; offsets are those
 * of the text.
 */
export function partsOf(text: string, start: number, end: number): LineParts {
  let body = start;
  while (body < end && ' \t\u00a0\ufeff'.includes(text[body] as string)) body++;
  const dashes: number[] = [];
  let content = body;
  while (text[content] === '-' && (content + 1 >= end || text[content + 1] === ' ')) {
    dashes.push(content);
    content++;
    while (content < end && text[content] === ' ') content++;
  }
  const key = keyAt(text, content, end);
  let value = content;
  if (key) {
    value = text.indexOf(':', key.end) + 1;
    while (value < end && (text[value] === ' ' || text[value] === '\t')) value++;
  }
  const valueEnd = endOfValue(text, value, end);
  return { start, end, body, dashes, content, key, value: Math.min(value, valueEnd), valueEnd };
}

function keyAt(text: string, start: number, end: number): LineParts['key'] {
  const rest = text.slice(start, end);
  const quoted = QUOTED_KEY.exec(rest)?.[0];
  if (quoted !== undefined) return { start, end: start + quoted.length, name: quoted.slice(1, -1) };
  if (NO_KEY.test(rest)) return undefined;
  const comment = rest.search(/(?:^|\s)#/);
  const colon = rest.search(/:(?=[ \t\r\n]|$)/);
  if (colon < 1 || (comment !== -1 && comment < colon)) return undefined;
  const name = rest.slice(0, colon).trimEnd();
  return { start, end: start + name.length, name };
}

/** The end of what is before a comment, blanks left out. Quotes are not looked at. */
export function endOfValue(text: string, from: number, end: number): number {
  let stop = end;
  for (let at = text.indexOf('#', from); at !== -1 && at < end; at = text.indexOf('#', at + 1)) {
    if (at === from || ' \t'.includes(text[at - 1] as string)) {
      stop = at;
      break;
    }
  }
  while (stop > from && ' \t\r'.includes(text[stop - 1] as string)) stop--;
  return stop;
}

/** A key of the formats: small Latin letters and hyphens. */
export function isFormatKey(name: string): boolean {
  return /^[a-z][a-z-]*$/.test(name);
}

/** The offset of the quote that closes the one at `start`, before `end`; −1 when there is none. */
export function closingQuote(text: string, start: number, end: number): number {
  const quote = text[start];
  for (let at = start + 1; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}
