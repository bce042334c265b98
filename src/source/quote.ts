/** Words that YAML 1.2 reads as something else than a text, and those that older readers (1.1) do. */
const WORDS = /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(?:inf|nan))$/i;

/** What some reader takes for a number, a time of day or a moment. A bare date stays plain: here it is a text. */
const NUMBER =
  /^[-+]?(?:0[xob][\da-f_]+|(?:\d[\d_,]*)?\.?[\d_]*(?:e[-+]?\d+)?|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?)$/i;
const MOMENT = /^\d{4}-\d\d?-\d\d?(?:$|t|\s+\d)/i;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Characters that may not begin a plain scalar. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';

/** Control characters, halves of surrogate pairs, a byte order mark, odd line separators, signs that turn letters round. */
const UNPRINTABLE =
  /(?![\n\t])\p{Cc}|[\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Whether a text holds what only double quotes can carry visibly. */
export function needsEscapes(text: string): boolean {
  return UNPRINTABLE.test(text);
}

/**
 * Whether a text of one line is read back as the same text without quotes, by readers of YAML 1.2 and 1.1
 * alike. In a flow collection (`flow`) commas and brackets end it too.
 */
export function isPlainScalar(text: string, flow = false): boolean {
  if (text === '' || text !== text.trim() || WORDS.test(text)) return false;
  if (NUMBER.test(text) || (MOMENT.test(text) && !DAY.test(text))) return false;
  if (INDICATORS.includes(text[0] as string) && !/^[-?:][^\s,[\]{}]/.test(text)) return false;
  if (text.startsWith('---') || text.startsWith('...')) return false;
  if (/[\n\r\t]/.test(text) || text.includes(': ') || text.includes(' #') || text.endsWith(':')) return false;
  if (flow && /[,[\]{}]|:$/.test(text)) return false;
  return !needsEscapes(text);
}

/** A text of any kind as a YAML scalar on one line: plain where that is safe, else in double quotes. */
export function scalarText(text: string, flow = false): string {
  return isPlainScalar(text, flow) ? text : doubleQuoted(text);
}

const SHORT: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** In double quotes, everything unprintable escaped. */
export function doubleQuoted(text: string): string {
  const escaped = text.replace(/["\\\n\t\r]/g, (char) => SHORT[char] as string);
  return needsEscapes(escaped) ? `"${escapeUnprintable(escaped)}"` : `"${escaped}"`;
}

function escapeUnprintable(text: string): string {
  let result = '';
  for (const char of text) {
    result += UNPRINTABLE.test(char) ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char;
  }
  return result;
}
