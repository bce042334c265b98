import type { Run } from './document.ts';
import type { DocumentSettings } from './settings.ts';
import type { StatedOrder } from './stated-order.ts';

/**
 * The word that puts an order into force. `line` is alone below the preamble («ПРИКАЗЫВАЮ:»), `tail` ends the
 * preamble («… п р и к а з ы в а ю:», the gaps being character spacing, so that search and screen readers find a word).
 */
type Formula =
  | { readonly kind: 'none' }
  | { readonly kind: 'tail'; readonly word: string; readonly spaced: boolean }
  | { readonly kind: 'line'; readonly word: string };

const SPACED = new Set(['приказываю', 'постановляю', 'постановляет', 'обязываю', 'распоряжаюсь']);

/**
 * By type unless the author states another: приказ «приказываю», распоряжение none (the clauses follow the preamble),
 * постановление «постановляет» when the preamble names the body that does so, else «постановляю».
 */
export function formulaOf(order: StatedOrder, settings: DocumentSettings): Formula {
  const word = order.formula === undefined ? defaultWord(order) : closeUp(order.formula);
  if (word === 'none' || word === '' || endsWithFormula(order.preamble ?? '', word)) return { kind: 'none' };
  const capitals = word === word.toUpperCase() && word !== word.toLowerCase();
  if (capitals || settings.formula === 'capitals' || order.preamble === undefined) {
    return { kind: 'line', word: word.toUpperCase() };
  }
  return { kind: 'tail', word, spaced: SPACED.has(word.toLowerCase()) };
}

/** «п р и к а з ы в а ю :» → «приказываю». */
function closeUp(stated: string): string {
  const bare = stated.replace(/[\s:]+$/, '').trim();
  return /^\S(?:\s\S)+$/.test(bare) ? bare.replace(/\s/g, '') : bare;
}

function defaultWord(order: StatedOrder): string {
  if (order.type === 'приказ') return 'приказываю';
  if (order.type === 'распоряжение') return 'none';
  const body = order.issuer?.name.split(/\s+/)[0]?.toLowerCase();
  const named = body !== undefined && words(order.preamble ?? '').includes(body);
  return named ? 'постановляет' : 'постановляю';
}

/** The author wrote the formula himself, together or with blanks between its letters. */
function endsWithFormula(preamble: string, word: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^а-яё]/g, '');
  return letters(word) !== '' && letters(preamble).endsWith(letters(word));
}

function words(text: string): readonly string[] {
  return text.toLowerCase().split(/[^а-яё-]+/);
}

/** The preamble with its formula and the colon the clauses wait for. */
export function preambleRuns(
  preamble: readonly Run[],
  formula: Formula,
  hasClauses: boolean,
): readonly Run[] {
  const last = preamble.at(-1);
  if (!last) return preamble;
  const bare = withoutClosingMark(last.text);
  const before = preamble.slice(0, -1);
  if (formula.kind === 'tail') {
    const style = formula.spaced ? ({ style: 'spaced' } as const) : {};
    return [...before, { ...last, text: `${bare} ` }, { text: formula.word, ...style }, { text: ':' }];
  }
  if (formula.kind === 'line' || !hasClauses) return [...before, last];
  return [...before, { ...last, text: `${bare}:` }];
}

/** The author's full stop or colon gives way to the mark that the formula or the clauses need; «2021 г.» keeps its dot. */
function withoutClosingMark(text: string): string {
  const bare = text.replace(/[\s:]+$/, '');
  return /(?:^|[^а-яё])(?:гг?|др|пр|т\.\s?[дп]|п|ст|руб|коп)\.$/i.test(bare) ? bare : bare.replace(/\.$/, '');
}
