import type { Range } from '../../finding/finding.ts';
import { remembered } from '../../finding/remembered.ts';
import { LETTERS, MARKS } from '../words/letters.ts';
import { isListed } from '../words/lexicon.ts';
import { cyrillic, digits, letters, roman } from '../words/look-alikes.ts';

/**
 * What a token is. `abbreviation`: a word in capitals. `name`: letters with digits or digits with «+» («500+», «ФЗ-273»,
 * «1.2.3»), never a quantity. `title`: a whole quoted title. `odd`: digits that can't be told from letters, or a list of
 * numbers: nothing may be read over it. `quote`: a single mark. The last four no scanner makes, but a reader of several
 * tokens.
 */
export type TokenKind =
  | 'word'
  | 'abbreviation'
  | 'number'
  | 'ordinal'
  | 'date'
  | 'clock'
  | 'name'
  | 'odd'
  | 'percent'
  | 'title'
  | 'dash'
  | 'comma'
  | 'semicolon'
  | 'colon'
  | 'slash'
  | 'open'
  | 'close'
  | 'quote'
  | 'bullet'
  | 'stop'
  | 'break'
  | 'sign'
  | 'time'
  | 'rhythm'
  | 'quantity'
  | 'label';

/** A piece of the text. Offsets are UTF-16 units of the original text, whatever was repaired inside. */
export interface Token {
  readonly kind: TokenKind;
  /** Lower case, ё folded, look-alikes repaired. */
  readonly text: string;
  /** As the author wrote it; where a sentence is read, with its letters set right and without mere loudness. */
  readonly raw: string;
  readonly at: Range;
  /** The number of a `number` or an `ordinal`; of a word, what it is worth as a Roman numeral. */
  readonly value?: number;
  /** How many digits a number was written with: «05» is no count and «22» may be a year. */
  readonly length?: number;
  /** A cardinal written with its ending: «3-х», «5-ти». */
  readonly suffixed?: boolean;
  /** Of a `date`; a date without a day is a month («09.2022»). Not checked: 31.04 is still a date. */
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** «20222024»: two years whose dash was lost. */
  readonly years?: readonly [first: number, last: number];
  /** Of a `clock`, a time of day: `HH:MM`. */
  readonly clock?: string;
  /** A blank, or the beginning of the text, stands before it. */
  readonly spaced: boolean;
  /** A line break stands before it. */
  readonly line: boolean;
  /** A full stop follows. */
  readonly dotted?: boolean;
  /** What a compound is made of, where it may be read in pieces too: «15.09», «2022/23», «2-3.10». */
  readonly parts?: readonly Token[];
}

const DASHES = /[-\u00ad‐‑‒–—―−﹘－]/;
/** With the ready-made Roman numerals. */
const LETTER = new RegExp(`[${LETTERS}\u2160-\u2188]`, 'u');
const MARK = new RegExp(`[${MARKS}]`, 'u');
const DIGIT = /[0-9]/;
const SIGNS: Readonly<Record<string, TokenKind>> = {
  ',': 'comma',
  ';': 'semicolon',
  ':': 'colon',
  '/': 'slash',
  '\\': 'slash',
  '(': 'open',
  '[': 'open',
  '{': 'open',
  ')': 'close',
  ']': 'close',
  '}': 'close',
  '•': 'bullet',
  '·': 'bullet',
  '●': 'bullet',
  '*': 'bullet',
  '▪': 'bullet',
};
const QUOTES = '«»"“”„\'‘’';

/**
 * Cuts a text into words, numbers and signs, repairing on the way what keyboards and scanners do to them:
 * letters of another alphabet, digits for letters and letters for digits, glued words, soft hyphens, torn-off accents.
 * Both readers read these tokens: a срок with its dates joined (`dates.ts`), an indicator with its compounds
 * (`compounds.ts`). Full stops and line breaks are tokens, and marks of their neighbours as well.
 */
export function scan(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  let line = false;
  /** The last token that is neither a stop nor a break. */
  let last = -1;
  const add = (kind: TokenKind, shown: string, start: number, end: number, more: Partial<Token> = {}) => {
    last =
      tokens.push({
        kind,
        text: shown,
        raw: text.slice(start, end),
        at: [start, end],
        spaced,
        line,
        ...more,
      }) - 1;
    spaced = false;
    line = false;
  };
  const mark = (kind: 'stop' | 'break', at: number) => {
    tokens.push({ kind, text: text[at]!, raw: text[at]!, at: [at, at + 1], spaced, line });
  };
  for (let at = 0; at < text.length; ) {
    const sign = text[at]!;
    if (isOfRun(text, at)) {
      let end = at + 1;
      while (end < text.length && (isOfRun(text, end) || isInner(text, end))) end++;
      cut(text, at, end);
      at = end;
      continue;
    }
    if (/\s/.test(sign) || sign === '_' || /[\u200b-\u200d\u2060\ufeff]/.test(sign)) {
      spaced = true;
      if (sign === '\n') mark('break', at);
      if (sign === '\n' || sign === '\r') line = true;
    } else if (sign === '.' && last >= 0) {
      tokens[last] = { ...tokens[last]!, dotted: true };
      const before = tokens.at(-1)!;
      if (before.kind === 'stop' && before.at[1] === at)
        tokens[tokens.length - 1] = { ...before, at: [before.at[0], at + 1] };
      else mark('stop', at);
    } else if (DASHES.test(sign)) {
      const before = tokens[last];
      // «--» and «- -» are one dash.
      if (before?.kind === 'dash' && !line) tokens[last] = { ...before, at: [before.at[0], at + 1] };
      else add('dash', '-', at, at + 1);
    } else if (isFootnote(text, at)) {
      // It belongs to what is explained below the table.
    } else if (QUOTES.includes(sign)) add('quote', sign, at, at + 1);
    else add(SIGNS[sign] ?? 'sign', sign, at, at + 1);
    at++;
  }
  return tokens;

  /** Emits the tokens of a run of letters, digits and soft hyphens. */
  function cut(source: string, start: number, end: number): void {
    const run = source.slice(start, end);
    if (MARK.test(run)) {
      // «й» as «и» and its mark: one letter.
      add('word', spelled(run.replaceAll('\u00ad', '').normalize('NFC')), start, end);
      return;
    }
    if (run.includes('\u00ad')) {
      const joined = run.replaceAll('\u00ad', '');
      // Between listed words («февраль», «март») it was typed for a dash; any other word is only broken.
      const range = run.split('\u00ad').every((piece) => piece === '' || isListed(cyrillic(piece)));
      if (!DIGIT.test(joined) && (!range || isListed(cyrillic(joined)))) {
        add('word', spelled(joined), start, end);
        return;
      }
      let from = start;
      for (const piece of run.split('\u00ad')) {
        if (from > start) add('dash', '-', from - 1, from);
        if (piece !== '') cut(source, from, from + piece.length);
        from += piece.length + 1;
      }
      return;
    }
    for (const { kind, shown, from, to, more } of wordsOfRun(run))
      add(kind, shown, start + from, start + to, more);
  }
}

interface Piece {
  readonly kind: 'word' | 'number';
  readonly shown: string;
  readonly from: number;
  readonly to: number;
  readonly more: Partial<Token>;
}

/** The words and numbers of a run, by their places in it: a plan repeats its words. */
const wordsOfRun = remembered((run): readonly Piece[] =>
  pieces(run).map(([written, from, to]) => {
    const value = digits(written);
    if (DIGIT.test(written) && value !== undefined)
      return { kind: 'number', shown: value, from, to, more: { value: Number(value), length: value.length } };
    const shown = DIGIT.test(written) ? letters(written) : spelled(written);
    const worth = roman(written);
    return { kind: 'word', shown, from, to, more: worth === undefined ? {} : { value: worth } };
  }),
);

/** Splits a run where it was glued: «10декабря», «март2022г», «IIIквартал»; repaired runs stay whole. */
function pieces(run: string): readonly [string, number, number][] {
  const whole: [string, number, number][] = [[run, 0, run.length]];
  if (run.length > 40) return whole;
  const hasDigit = DIGIT.test(run);
  if (hasDigit && (digits(run) ?? roman(run)) !== undefined) return whole;
  if (hasDigit && isListed(letters(run))) return whole;
  if (!hasDigit && (isListed(cyrillic(run)) || roman(run) !== undefined)) return whole;
  // «плануРМК»
  const name = hasDigit ? undefined : /^[а-яё]{3,}(?=[А-ЯЁ]{2})/.exec(run)?.[0];
  if (name !== undefined && isListed(cyrillic(name))) {
    return [
      [name, 0, name.length],
      [run.slice(name.length), name.length, run.length],
    ];
  }
  if (!hasDigit) {
    for (let cutAt = Math.min(4, run.length - 1); cutAt > 0; cutAt--) {
      if (roman(run.slice(0, cutAt)) === undefined || !isListed(cyrillic(run.slice(cutAt)))) continue;
      return [
        [run.slice(0, cutAt), 0, cutAt],
        [run.slice(cutAt), cutAt, run.length],
      ];
    }
    return whole;
  }
  const parts: [string, number, number][] = [];
  for (const part of run.matchAll(/[0-9]+|[^0-9]+/g)) {
    parts.push([part[0], part.index, part.index + part[0].length]);
  }
  // «202lг»: the look-alikes at the head of the letters are digits when what is left is a word.
  for (let at = 1; at < parts.length; at++) {
    const [word, from, to] = parts[at]!;
    const before = parts[at - 1]!;
    if (DIGIT.test(word) || isListed(cyrillic(word)) || !DIGIT.test(before[0])) continue;
    for (let taken = 1; taken < word.length; taken++) {
      if (digits(word.slice(0, taken)) === undefined) break;
      if (!isListed(cyrillic(word.slice(taken)))) continue;
      parts[at - 1] = [before[0] + word.slice(0, taken), before[1], before[2] + taken];
      parts[at] = [word.slice(taken), from + taken, to];
      break;
    }
  }
  return parts;
}

/** A letter or a digit. Most are of one range, and a regular expression for each costs ten times as much. */
function isOfRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x410 && code <= 0x44f) || LETTER.test(text[at]!) || DIGIT.test(text[at]!);
}

/** «2024* года», «12 декабря**»: a mark of a footnote sticks to the word before it and to nothing after it. */
function isFootnote(text: string, at: number): boolean {
  if (text[at] !== '*') return false;
  let [first, next] = [at, at + 1];
  while (text[first - 1] === text[at]) first--;
  while (text[next] === text[at]) next++;
  const [before = ' ', after = ' '] = [text[first - 1], text[next]];
  return (LETTER.test(before) || DIGIT.test(before) || before === '.') && /[\s.,;)]/.test(after);
}

/** A soft hyphen between letters belongs to the run; what it is there is decided when the run is cut. So do accents. */
function isInner(text: string, at: number): boolean {
  if (MARK.test(text[at]!)) return true;
  return text[at] === '\u00ad' && at + 1 < text.length && LETTER.test(text[at + 1]!);
}

const SHORT = /^(?:о|тех)$/;

/** A word in small letters, Latin look-alikes of a Russian word replaced; a word of Latin letters alone stays as it is. */
function spelled(run: string): string {
  const word = cyrillic(run);
  if (!/[a-z]/i.test(run) || /[а-яё]/i.test(run) || isListed(word) || SHORT.test(word)) return word;
  return run.toLowerCase();
}
