import { wordSet } from '../words/word-set.ts';
import { isAction } from './actions.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import type { Quantity } from './quantity.ts';
import type { Token } from './tokens.ts';
import { HELD, isPredicate, MADE } from './words.ts';

/** True when a document in the nominative begins at `at`: «приказ», «утверждён план». */
export function opensDocument(tokens: readonly Token[], at: number): boolean {
  let from = at;
  while (MADE.test(tokens[from]?.text ?? '')) from += 1;
  const phrase = phraseAt(tokens, from, 'nN');
  if (!phrase || !isNominative(tokens, phrase)) return false;
  const sure = !/[gG]/u.test(phrase.head.cases) || phrase.adjectives.length > 0 || from > at || at === 0;
  return sure && (phrase.head.kind === 'document' || phrase.lemma.endsWith('рабочая группа'));
}

const isEvent = (tokens: readonly Token[], at: number, cases: string): boolean => {
  const phrase = phraseAt(tokens, at, cases);
  return phrase?.known === true && phrase.head.kind === 'event';
};

const MEASURES = wordSet('количество число численность доля охват');

/** True when a target of its own may begin at `at`: the quantity itself, or a measure, event or «проведено» before it. */
function opensTarget(tokens: readonly Token[], at: number, quantity: Quantity): boolean {
  if (at === quantity.start) return true;
  const text = tokens[at]?.text ?? '';
  if (MEASURES.has(text) || HELD.has(text) || /^проведены?$/u.test(text)) return true;
  if (isAction(text)) return true;
  const phrase = phraseAt(tokens, at, 'nN');
  return phrase !== undefined && isNominative(tokens, phrase) && phrase.head.kind !== 'document';
}

/** Words that could govern what comes after the comma, so that it goes on with them. */
const GOVERNS = wordSet('о об по для на в во с со про за через от из у при к под над между среди');

/** «не менее 3 семинаров, | обмен опытом»: a deed after what is counted, with nothing between that could govern it. */
function opensDeed(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const between = tokens.slice(from, at - 1);
  const plain = between.every(
    ({ kind, text }) =>
      (kind === 'word' || kind === 'abbreviation') &&
      !GOVERNS.has(text) &&
      !isPredicate(text) &&
      !isAction(text),
  );
  const phrase = phraseAt(tokens, at, 'nN');
  const event = phrase?.known === true && phrase.head.kind === 'event' && phrase.head.cases.includes('n');
  return plain && between.length > 0 && (isAction(token.text) || (event && isNominative(tokens, phrase)));
}

/** «…, проведён анализ», «…, даны рекомендации». */
const SHORT = /^[а-я]{2,}(?:[аея]н|нят|крыт)[аоы]?$/u;

/** Whether a statement of its own begins after the joint `at`, which follows the last number. */
function opensAfter(tokens: readonly Token[], at: number, from: number): boolean {
  if (opensDeed(tokens, at + 1, from)) return true;
  const text = tokens[at + 1]?.text ?? '';
  const made = MADE.test(text);
  if (tokens[at]!.kind === 'comma' && SHORT.test(text)) {
    const subject = phraseAt(tokens, at + 2, 'nN');
    if (subject && isNominative(tokens, subject)) return true;
  }
  return (tokens[at]!.kind === 'comma' || made) && opensDocument(tokens, at + 1);
}

/**
 * «Приказ, не менее 2 семинаров»: cuts a list that holds documents beside targets at its commas (and at «и»
 * before a number). Undefined when it holds no document beside the numbers.
 */
export function documentSplit(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
): readonly (readonly Token[])[] | undefined {
  const [first] = quantities;
  const last = quantities.at(-1);
  if (!first || !last) return undefined;
  const cuts: number[] = [];
  const inside = (at: number) => quantities.some(({ start, end }) => at >= start && at < end);
  for (const [at, token] of tokens.entries()) {
    const joint = token.kind === 'comma' || (token.kind === 'word' && token.text === 'и');
    if (!joint || inside(at)) continue;
    const own = quantities.find(({ start }) => start > at);
    // «Протокол, не реже раза в месяц» is one target: the document so often.
    const leading =
      at < first.start &&
      own !== undefined &&
      !own.times &&
      (opensDocument(tokens, 0) || (isEvent(tokens, 0, 'n') && isEvent(tokens, own.end, 'gG')));
    if (leading && opensTarget(tokens, at + 1, own) && noneBetween(tokens, at + 1, own.start)) cuts.push(at);
    else if (at >= last.end && opensAfter(tokens, at, last.end)) cuts.push(at);
  }
  if (cuts.length === 0) return undefined;
  return [...cuts, tokens.length]
    .map((cut, at) => tokens.slice(at === 0 ? 0 : cuts[at - 1]! + 1, cut))
    .filter((run) => run.length > 0);
}

const noneBetween = (tokens: readonly Token[], from: number, to: number): boolean =>
  !tokens.slice(from, to).some((token) => token.kind === 'comma');
