/** A text with its outermost quotations put aside: each is `⟦0⟧`, `⟦1⟧` … in their order. */
interface Unquoted {
  readonly text: string;
  readonly quotations: readonly string[];
  /** A quotation does not end within the text. */
  readonly isOpen: boolean;
}

/**
 * Puts the quotations of a text aside. «Ёлочки» hold others of any kind; straight quotes, which do not say whether they
 * open or close, are told by what is beside them. A text whose quotes do not pair leaves `isOpen`.
 */
export function unquoted(text: string): Unquoted {
  const quotations: string[] = [];
  let out = '';
  for (let at = 0; at < text.length; ) {
    const sign = text[at]!;
    const end = CLOSING[sign] ? closingOf(text, at, sign) : sign === '"' ? straightEnd(text, at) : undefined;
    if (end === undefined) {
      out += sign;
      at++;
      continue;
    }
    if (end < 0) return { text: out + text.slice(at), quotations, isOpen: true };
    out += `⟦${quotations.length}⟧`;
    quotations.push(text.slice(at + 1, end).trim());
    at = end + 1;
  }
  return { text: out, quotations, isOpen: false };
}

const CLOSING: Readonly<Record<string, string>> = { '«': '»', '„': '“', '“': '”' };

function closingOf(text: string, from: number, open: string): number {
  const close = CLOSING[open]!;
  for (let at = from + 1, depth = 1; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at;
  }
  return -1;
}

/** An opening straight quote stands behind a blank or a bracket and before a word, a closing one the other way round. */
function straightEnd(text: string, from: number): number {
  for (let at = from + 1, depth = 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    const opens = /[\s(«"]/.test(text[at - 1]!) && /[^\s).,;:"]/.test(text[at + 1] ?? ' ');
    if (opens) depth++;
    else if (--depth === 0) return at;
  }
  return -1;
}

/** Whether a text can be put between «ёлочки» and read back as it is. */
export function isQuotable(text: string): boolean {
  if (text.trim() === '' || /[\n⟦⟧]/.test(text)) return false;
  const { text: rest, quotations, isOpen } = unquoted(`«${text}»`);
  return !isOpen && rest === '⟦0⟧' && quotations[0] === text.trim();
}
