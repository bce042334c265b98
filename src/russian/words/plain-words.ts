const ZERO = 0x30;
const NINE = 0x39;

/**
 * Where the words of a text (runs of letters, of digits too if wished) begin and end, one pair of offsets after another. Undefined where
 * the text has a character that texts of plans rarely have: there a regular expression with all letters must look. Many
 * times faster than one, and every text of a workspace is looked at.
 */
export function plainWords(text: string, withDigits: boolean): readonly number[] | undefined {
  const bounds: number[] = [];
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = isPlainLetter(code) || (withDigits && code >= ZERO && code <= NINE);
    if (!letter && !isPlainSign(code)) return undefined;
    if (letter === inside) continue;
    bounds.push(at);
    inside = letter;
  }
  if (inside) bounds.push(text.length);
  return bounds;
}

/** А–я, Ё, ё; A–Z, a–z. */
const isPlainLetter = (code: number): boolean =>
  (code >= 0x410 && code <= 0x44f) ||
  code === 0x401 ||
  code === 0x451 ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a);

/** All of ASCII, the hard blank, quotes, dashes, the sign of a number, dots. */
const isPlainSign = (code: number): boolean =>
  code < 0x80 ||
  code === 0xa0 ||
  code === 0xab ||
  code === 0xbb ||
  code === 0x2013 ||
  code === 0x2014 ||
  code === 0x2116 ||
  code === 0x2026;

/** The small letter of a plain one, ё as е. */
export function foldedLetter(code: number): number {
  if (code >= 0x410 && code <= 0x42f) return code + 0x20;
  if (code === 0x401 || code === 0x451) return 0x435;
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}
