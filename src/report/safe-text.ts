/**
 * Texts of a plan come from strangers. What could move the cursor, recolour the screen, reorder the line
 * or hide in it is shown as its code point instead: `<U+001B>`.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;
/** As above, except line feeds: JSON is printed on several lines. */
const UNSAFE_IN_JSON = new RegExp(
  UNSAFE.source.replace('\\u0000-\\u001f', '\\u0000-\\u0009\\u000b-\\u001f'),
  'gu',
);

/**
 * Words that a CI server takes out of a job's output as its own commands: `##[error]`, `##vso[…]`, `##teamcity[…]`
 * anywhere in a line, `::error::` at its beginning (and a wrapped text begins lines at any word).
 */
const COMMAND = /(?<=#)#(?=[a-z]*\[)|(?<!\S):(?=:|$)/giu;

/** `<U+001B>`. */
export const codePoint = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;

/** One character of a longer text, spelt out when it is dangerous or invisible. */
export function visibleCharacter(character: string): string {
  return character.replace(UNSAFE, codePoint);
}

/** The text with every dangerous or invisible character spelt out. Tabs and line breaks included. */
export function visible(text: string): string {
  return visibleCharacter(text).replace(COMMAND, codePoint);
}

/** Offsets of characters that begin a CI command: a text taken apart must spell them out one by one. */
export function commandMarks(text: string): ReadonlySet<number> {
  return new Set(Array.from(text.matchAll(COMMAND), ({ index }) => index));
}

/** A message on one line: its line breaks and tabs become blanks, everything else dangerous is spelt out. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s*[\r\n\t\u2028\u2029]\s*/gu, ' ').trim());
}

/** The escape of a character inside a JSON string, a pair of them outside the basic plane. */
const jsonEscape = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/** `JSON.stringify` that carries no dangerous character raw, lossless; on one line when `indent` is 0. */
export function safeJson(value: unknown, indent = 2): string {
  const json = JSON.stringify(value, null, indent).replace(UNSAFE_IN_JSON, jsonEscape);
  // JSON does not end with a colon: without these a command begins nowhere.
  return json.includes('##') || json.includes('::') ? json.replace(COMMAND, jsonEscape) : json;
}
