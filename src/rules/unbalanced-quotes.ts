import { CAPITALS } from '../russian/index.ts';
import type { Rule, TextRemark } from './rule.ts';

/** How far apart the two closings of a quote within a quote may fall together («Центр «Опора»). */
const COALESCED = 160;
const STATEMENT_END = new RegExp(`[\\n;]|\\.\\s+[${CAPITALS}]`, 'u');

/** A quote opened and not closed, or closed and not opened: the name of a body or a programme has lost an end. */
export const rule: Rule = {
  id: 'unbalanced-quotes',
  severity: 'warning',
  summary: { ru: 'Кавычка без пары', en: 'A quotation mark without its pair' },
  on: 'text',
  find(text) {
    const found: TextRemark[] = [];
    const open: { at: number; inner: boolean }[] = [];
    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      if (sign === '«') {
        if (text[at + 1] === '«') {
          found.push(doubled(at));
          at++;
        }
        for (const outer of open) outer.inner = true;
        open.push({ at, inner: false });
      } else if (sign === '»') {
        if (open.length === 0) found.push(unopened(at));
        else close(open, text, at);
      }
    }
    for (const { at } of open) found.push(unclosed(at));
    if (found.length === 0) return straightAlone(text);
    const [only, ...others] = found;
    const mended = only && others.length === 0 ? otherHalf(text, only) : undefined;
    return only && mended ? [{ ...only, cure: mended }] : found;
  },
};

/** Russian typography writes two closing marks that meet as one: «Центр «Опора» closes both. */
function close(open: { at: number; inner: boolean }[], text: string, at: number): void {
  open.pop();
  const outer = open.at(-1);
  if (!outer || at - outer.at > COALESCED || text.includes('»', at + 1)) return;
  const between = text.slice(outer.at, at);
  if (!STATEMENT_END.test(between)) open.pop();
}

/** The one quote without a pair, when another kind of quote is where its pair should be, or when its text ends with the cell. */
function otherHalf(text: string, { within, cure }: TextRemark): TextRemark['cure'] {
  if (cure || !within) return cure;
  const [at] = within;
  const opens = text[at] === '«';
  const others = [...text.matchAll(/["“”„]/g)].map(({ index }) => index);
  const [other, ...more] = others;
  const put = opens ? '»' : '«';
  if (other !== undefined && more.length === 0 && opens === other > at)
    return { text: text.slice(0, other) + put + text.slice(other + 1) };
  if (others.length > 0 || !opens) return undefined;
  const end = text.length - (/[\s.,;:!?]*$/.exec(text)?.[0].length ?? 0);
  return { text: text.slice(0, end) + put + text.slice(end), unsure: true };
}

/** `"`, “ and „ open and close alike, so only their number matters: an odd one has lost its pair, or has a « for it. */
function straightAlone(text: string): readonly TextRemark[] {
  // An inch has none: 15" is no end of a name, unless one was opened.
  const signs = [...text.matchAll(/["“”„]/g)].map(({ index }) => index);
  if (signs.length % 2 === 0 || (signs.length === 1 && /\d"$/.test(text.slice(0, (signs[0] ?? 0) + 1))))
    return [];
  const at = signs.at(-1) as number;
  return [
    {
      within: [at, at + 1],
      message: {
        ru: `кавычка ${text[at]} без пары`,
        en: `the quotation mark ${text[at]} has no pair`,
      },
      ...(at > 0 && text.trimEnd().length === at + 1 && signs.length === 1 && text[at] !== '„'
        ? { cure: { put: '', unsure: true } }
        : {}),
    },
  ];
}

const unclosed = (at: number): TextRemark => ({
  within: [at, at + 1],
  message: { ru: 'кавычка « открыта и не закрыта', en: 'the quotation mark « is opened and not closed' },
});

const unopened = (at: number): TextRemark => ({
  within: [at, at + 1],
  message: { ru: 'кавычка » закрыта, но не открыта', en: 'the quotation mark » is closed but not opened' },
});

const doubled = (at: number): TextRemark => ({
  within: [at, at + 2],
  message: { ru: 'кавычка « поставлена дважды', en: 'the quotation mark « is set twice' },
  cure: { put: '«' },
});
