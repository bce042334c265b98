/** Where some words are in a text. */
interface Found {
  readonly start: number;
  readonly end: number;
}

/** A text as its words are looked for, and where each sign of it came from. */
interface Plain {
  readonly text: string;
  readonly from: readonly number[];
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;

/** Blanks, the kinds of quotes and dashes and the dots of ё are typography: an order may print them otherwise. */
function plain(text: string): Plain {
  let out = '';
  const from: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (INVISIBLE.test(sign)) continue;
    const shown = /\s/.test(sign)
      ? ' '
      : sign
          .replace(/[“”„"«»]/, '"')
          .replace(/[\u2010-\u2015\u2212]/, '-')
          .replace('ё', 'е')
          .replace('Ё', 'Е');
    if (shown === ' ' && (out === '' || out.endsWith(' '))) continue;
    out += shown;
    from.push(at);
  }
  return { text: out, from };
}

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Every place where the words are, whole words only: «10» is not in «100». */
export function placesOf(words: string, text: string): readonly Found[] {
  const wanted = plain(words).text.trim();
  if (wanted === '') return [];
  const { text: within, from } = plain(text);
  const found: Found[] = [];
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (isWord(wanted[0]) && isWord(within[at - 1])) continue;
    if (isWord(wanted.at(-1)) && isWord(within[end])) continue;
    found.push({ start: from[at]!, end: from[end - 1]! + 1 });
  }
  return found;
}

/** A change of words within a text. */
export type WordChange =
  | { readonly kind: 'replace-words'; readonly was: string; readonly is: string }
  | { readonly kind: 'add-words'; readonly after?: string; readonly words: string }
  | { readonly kind: 'remove-words'; readonly words: string };

/** The words that the change looks for; none where it goes to the end. */
export function soughtWords(change: WordChange): string | undefined {
  if (change.kind === 'replace-words') return change.was;
  return change.kind === 'add-words' ? change.after : change.words;
}

/** The text with its words changed at a place that was found; at the end without one. */
export function withWords(text: string, change: WordChange, place: Found | undefined): string {
  const { start, end } = place ?? { start: text.trimEnd().length, end: text.trimEnd().length };
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  if (change.kind === 'replace-words') return before + change.is + behind;
  if (change.kind === 'add-words') {
    const gap = /^[,.;:!?)]/.test(change.words) ? '' : ' ';
    return text.slice(0, end) + gap + change.words + behind;
  }
  const left = /^\s*(?:$|[,.;:!?)])/.test(behind) ? before.trimEnd() : before;
  const right = left === '' || /\s$/.test(left) ? behind.trimStart() : behind;
  return left + right;
}
