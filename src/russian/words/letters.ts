/**
 * What `\p{L}`, `\p{Lu}` and their like mean in the texts of road maps, as the inside of a class: `[${LETTERS}]` with
 * the flag `u`. The classes of Unicode have hundreds of ranges, and every regular expression that names one costs
 * 1–5 ms at its first use, a quarter of a short run when they add up; these cost a twentieth of a millisecond. Up to
 * U+052F (Latin, Greek, every Cyrillic alphabet of Russia) they say what Unicode says. Beyond, whatever belongs to a
 * foreign script is a letter, its marks and digits too: nothing unknown is dropped as a blank would be. Words that are
 * lower-case and have ё folded need none of this: `[а-я]` is enough.
 */

const LATIN_TO_CYRILLIC =
  'A-Za-zªµºÀ-ÖØ-öø-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee' +
  '\u0370-\u0374\u0376\u0377\u037a-\u037d\u037fΆΈ-ΊΌΎ-ΡΣ-\u03f5\u03f7-\u0481\u048a-\u052f';
/** Without punctuation, signs like № and ™, the private letters of symbol fonts, and pictographs. */
const FOREIGN =
  '\u0531-\u0588\u05d0-\u05f2\u0620-\u167f\u1681-\u1fff\u2071\u207f\u2090-\u209c' +
  '\u2102\u2107\u210a-\u2113\u2115\u2119-\u211d\u2124-\u214e\u2183\u2184\u2c00-\u2dff\u2e2f' +
  '\u3005-\u3007\u3021-\u303c\u3041-\ud7ff\uf900-\ufdff\ufe70-\ufefc' +
  '\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\u{10000}-\u{1efff}\u{20000}-\u{10ffff}';

/** For `\p{L}`. */
export const LETTERS = LATIN_TO_CYRILLIC + FOREIGN;

/** For `\p{N}`: digits, those above and below the line, fractions, Ⅳ and ④. */
export const NUMBERS =
  '0-9²³¹¼-¾\u2070-\u2079\u2080-\u2089\u2150-\u218b\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\uff10-\uff19';

/** For `\p{M}`: the accents that follow a letter. */
export const MARKS =
  '\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a' +
  '\u20d0-\u20f0\u302a-\u302f\ufe00-\ufe0f\ufe20-\ufe2f';

/** Blocks where a capital stands right before its small letter. */
function everySecond(from: number, to: number): string {
  let capitals = '';
  for (let code = from; code <= to; code += 2) capitals += String.fromCharCode(code);
  return capitals;
}

/** For `\p{Lu}`: Latin as Europe writes it, Greek and Cyrillic. */
export const CAPITALS =
  `A-ZÀ-ÖØ-Þ${everySecond(0x100, 0x136)}${everySecond(0x139, 0x147)}${everySecond(0x14a, 0x178)}\u0179\u017b\u017d` +
  `ΆΈ-ΊΌΎΏΑ-ΡΣ-ΫЀ-Я${everySecond(0x460, 0x480)}${everySecond(0x48a, 0x4c0)}${everySecond(0x4c1, 0x4cd)}${everySecond(0x4d0, 0x52e)}`;

/** Lower case, ё as е: how words are compared. */
export const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** For `\p{Script=Cyrillic}`. */
export const CYRILLIC_LETTERS = '\u0400-\u0484\u0487-\u052f\u1c80-\u1c88\u2de0-\u2dff\ua640-\ua69f';

/** For `\p{Script=Latin}`. */
export const LATIN_LETTERS =
  'A-Za-zªºÀ-ÖØ-öø-\u02b8\u02e0-\u02e4\u1e00-\u1eff\u2160-\u2188\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a';

const ZERO = 0x30;
const NINE = 0x39;

/**
 * Where the words of a text (runs of letters and digits) begin and end, one pair of offsets after another. Undefined where
 * the text has a character that texts of plans rarely have: there a regular expression with all letters must look. Every
 * text of a workspace is looked at: with the expression a check of a region takes 9 % more processor time.
 */
export function plainWords(text: string): readonly number[] | undefined {
  const bounds: number[] = [];
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = isPlainLetter(code) || (code >= ZERO && code <= NINE);
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
