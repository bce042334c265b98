import type { Indicator } from '../../meaning/indicator.ts';
import { nounsOf } from '../words/lemma.ts';
import { wordSet } from '../words/word-set.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import type { Parsed } from './parse.ts';
import type { Quantity } from './quantity.ts';
import { type IndicatorReading, joined, understood, unread } from './result.ts';
import { readTarget } from './target.ts';
import type { Token } from './tokens.ts';
import { trendOf } from './trends.ts';
import { isPredicate } from './words.ts';

/** Where each further quantity begins a target of its own: right after a comma or «и». */
function cutsOf(parsed: Parsed): readonly number[] | number {
  const { tokens, quantities } = parsed;
  const cuts: number[] = [];
  for (const [at, quantity] of quantities.entries()) {
    if (at === 0) continue;
    let start = quantity.start;
    if (quantity.percent && quantity.lead === 'из' && !quantities[at - 1]!.percent) {
      cuts.push(start);
      continue;
    }
    while (start > 0 && ['также', 'а'].includes(tokens[start - 1]!.text)) start -= 1;
    const joint = tokens[start - 1];
    if (joint?.kind !== 'comma' && joint?.text !== 'и') {
      const named = measureBefore(tokens, quantities[at - 1]!.end, start);
      if (named === undefined) return at;
      start = named;
    }
    cuts.push(start);
  }
  return cuts;
}

const MEASURES = wordSet('количество число численность доля охват');

/** «…, количество участников – | 50», «…, вебинары – | 3», «…, обучено | 60»: the comma before a target of its own. */
function measureBefore(tokens: readonly Token[], from: number, to: number): number | undefined {
  const own = ownWords(tokens, from, to);
  if (own !== undefined) return own;
  for (let at = to - 1; at > from; at--) {
    if (MEASURES.has(tokens[at]!.text)) {
      return tokens[at - 1]?.kind === 'comma' ? at : undefined;
    }
  }
  return undefined;
}

function ownWords(tokens: readonly Token[], from: number, to: number): number | undefined {
  let at = to - 1;
  const marked = tokens[at]?.kind === 'dash' || tokens[at]?.kind === 'colon';
  while (at > from && tokens[at]!.kind !== 'comma') at -= 1;
  if (tokens[at]?.kind !== 'comma' || at < from) return undefined;
  const start = at + 1;
  if (to - start === 1 && HELD_BY.has(tokens[start]!.text)) return start;
  if (isPredicate(tokens[start]!.text) && to - start <= 3) return start;
  // «школ – 10, | детских садов – 5».
  const many = marked ? phraseAt(tokens, start, 'G') : undefined;
  if (many?.known && many.end === to - 1) return start;
  const phrase = phraseAt(tokens, start, 'nN');
  if (!phrase?.known || !isNominative(tokens, phrase)) return undefined;
  // «успеваемость 100 %, качество не ниже 45 %»: a measure needs no mark.
  return phrase.end === (marked ? to - 1 : phrase.head.kind === 'measure' ? to : -1) ? start : undefined;
}

/** Participles before a number of their own. */
const HELD_BY = wordSet(
  'проведено обучено разработано создано подготовлено охвачено открыто издано опубликовано посещено выпущено привлечено организовано',
);

const shifted = (quantity: Quantity, by: number): Quantity => ({
  ...quantity,
  start: quantity.start - by,
  end: quantity.end - by,
});

/** «…, 2 вебинаров»: after two, three, four only a bound asks for the genitive plural. */
function genitiveAfterFew(tokens: readonly Token[], { value, end }: Quantity): boolean {
  const word = tokens[end];
  return (
    value >= 2 && value <= 4 && word?.kind === 'word' && nounsOf(word.text).some(({ cases }) => cases === 'G')
  );
}

/** «3 семинара и 2 вебинара»: each number a target, cut where the next begins. */
export function severalTargets(parsed: Parsed): IndicatorReading {
  const { tokens, taken, quantities, rhythm } = parsed;
  const cuts = trendOf(parsed) ? 1 : cutsOf(parsed);
  if (typeof cuts === 'number') {
    const { start, end } = quantities[cuts]!;
    return unread(
      tokens.slice(start, end),
      'несколько чисел, связь между ними неясна',
      'several numbers whose relation is unclear',
    );
  }
  if (rhythm)
    return unread(
      tokens.slice(rhythm.start, rhythm.end),
      'неясно, к какому из чисел относится ритм',
      'it is unclear which number the rhythm belongs to',
    );
  const parts: Indicator[] = [];
  for (const [at, quantity] of quantities.entries()) {
    const from = at === 0 ? 0 : cuts[at - 1]!;
    const to = cuts[at] ?? tokens.length;
    const own = shifted(quantity, from);
    const lent = quantity.max === null ? quantities[0]!.op : null;
    const comma = tokens[from - 1]?.kind === 'comma' || tokens[from]?.kind === 'comma';
    // «Более 100 человек, 5 школ»: whether the bound goes on after a comma is not said.
    if (at > 0 && comma && quantity.op === null && lent !== null && !genitiveAfterFew(tokens, quantity)) {
      return unread(
        tokens.slice(quantity.start, quantity.end),
        'неясно, относится ли ограничение и к этому числу',
        'it is unclear whether the bound holds for this number too',
      );
    }
    const op = quantity.op ?? lent;
    const inside = new Set(
      [...taken].filter((index) => index >= from && index < to).map((index) => index - from),
    );
    const read = readTarget({
      tokens: tokens.slice(from, to),
      taken: inside,
      quantity: { ...own, op },
      rhythm: undefined,
    });
    if (!read.understood) return read;
    if (read.meaning.kind === 'percent' && read.meaning.unit === null) {
      return unread(
        tokens.slice(quantity.start, quantity.end),
        'не понятно, от кого взята доля',
        'it is unclear what the share is of',
      );
    }
    parts.push(read.meaning);
  }
  return understood(joined(parts));
}
