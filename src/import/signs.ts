/** Signs that a font, a height or a private code makes: what they show, as characters that read so everywhere. */

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()ni'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][at]!]),
);
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][at]!]),
);

const inSigns = (text: string, signs: Readonly<Record<string, string>>): string =>
  [...text].map((letter) => signs[letter] ?? letter).join('');

/** Raised digits as their own characters («30¹»), so that no number grows by them; letters stay as they are. */
export const raised = (text: string): string => inSigns(text, RAISED);
export const lowered = (text: string): string => inSigns(text, LOWERED);

export const hasDigit = (text: string): boolean => /\d/.test(text);

/** The font Symbol, by code (Unicode, MAPPINGS/VENDORS/ADOBE/symbol.txt); digits and brackets are those of ASCII. */
const symbolFont: Readonly<Record<number, string>> = {
  ...letters(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
  ...letters(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
  ...letters(0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊'),
  34: '∀',
  36: '∃',
  39: '∋',
  42: '∗',
  45: '−',
  64: '≅',
  92: '∴',
  94: '⊥',
  126: '∼',
  229: '∑',
  242: '∫',
};

/** The signs of the Wingdings family that occur in office documents (Unicode L2/11-149). */
const wingdings: Readonly<Record<number, string>> = {
  ...letters(0x6c, '●❍■□'),
  ...letters(0x71, '❑❒⬧⧫◆❖⬥'),
  ...letters(0x81, '①②③④⑤⑥⑦⑧⑨⑩'),
  ...letters(0x8c, '❶❷❸❹❺❻❼❽❾❿'),
  ...letters(0xdf, '←→↑↓'),
  ...letters(0xfb, '✗✓☒☑'),
  40: '☎',
  42: '✉',
  70: '☞',
  74: '☺',
  76: '☹',
  159: '•',
  161: '○',
  167: '▪',
  168: '☐',
  171: '★',
  210: '↗',
  216: '➢',
  220: '➲',
  232: '➔',
  240: '⇨',
};
const wingdings2: Readonly<Record<number, string>> = {
  ...letters(0x4f, '✗✓☒☑'),
  84: '☒',
  151: '●',
  162: '■',
  163: '□',
};
const webdings: Readonly<Record<number, string>> = { 97: '✓', 114: '✗', 103: '■', 99: '□' };

function letters(from: number, signs: string): Record<number, string> {
  return Object.fromEntries([...signs].map((sign, at) => [from + at, sign]));
}

const pictorial = (font: string): Readonly<Record<number, string>> | undefined => {
  const name = font.trim().toLowerCase();
  if (name === 'symbol') return symbolFont;
  if (name === 'wingdings') return wingdings;
  if (name === 'wingdings 2') return wingdings2;
  if (name === 'webdings') return webdings;
  // Fonts of signs whose tables are not here: nothing in them is what its code says.
  return /^(?:wingdings 3|mt extra|marlett|bookshelf symbol \d|zapf ?dingbats|.*dingbats)$/u.test(name)
    ? {}
    : undefined;
};

/** A sign of the private use area: what it shows is known to its font alone. */
export const hasPrivateSign = (text: string): boolean => /[\ue000-\uf8ff]/.test(text);

/**
 * A text set in a pictorial font, as the characters it shows. A sign that is not known stays in the private use area, so
 * that no reader takes it for nothing. In a font of letters the signs U+F000–U+F0FF are those of Symbol, as in Word.
 */
export function shownSigns(text: string, font: string | undefined): string {
  const own = pictorial(font ?? '');
  if (!own && !/[\uf020-\uf0ff]/.test(text)) return text;
  return [...text]
    .map((sign) => {
      const point = sign.codePointAt(0)!;
      const code = point >= 0xf020 && point <= 0xf0ff ? point - 0xf000 : point;
      const isPrivate = code !== point;
      if (code > 0xff || (!own && !isPrivate) || sign === ' ' || sign === '\u00a0') return sign;
      const known = (own ?? symbolFont)[code];
      if (known !== undefined) return known;
      if (own === symbolFont && code < 0x7f) return String.fromCharCode(code);
      return String.fromCharCode(0xf000 + code);
    })
    .join('');
}
