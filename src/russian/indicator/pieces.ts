import { nounsOf } from '../words/lemma.ts';
import { wordSet } from '../words/word-set.ts';
import { isAction } from './actions.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import { isDocument, PUBLISHED } from './papers.ts';
import type { Token } from './tokens.ts';
import { HELD, isPredicate, MADE, MAKING } from './words.ts';

const NONE: ReadonlySet<number> = new Set();

/** Prepositions whose object runs on over commas. */
const GOVERNS = wordSet('о об по для на в с про');

const RIGHT_BEFORE = wordSet('на за про');
const GOVERNS_ACCUSATIVE = wordSet('о об на за про');

/** Pieces of a list: cut at commas (and «и» between bare documents) before a nominative that starts anew. */
export function piecesOf(tokens: readonly Token[]): readonly (readonly Token[])[] | undefined {
  const pieces: Token[][] = [[]];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const joint =
      token.kind === 'comma' || token.kind === 'sign' || (token.text === 'и' && token.kind === 'word');
    const rest = joint ? startsAnew(tokens, at + 1, pieces.at(-1)!, token.kind !== 'word') : false;
    if (rest === undefined) return undefined;
    if (rest) pieces.push([]);
    else pieces.at(-1)!.push(token);
  }
  return pieces.filter((piece) => piece.length > 0);
}

const isMade = (word: string): boolean => MADE.test(word) || HELD.has(word) || word === 'проведены';

/** «Издан приказ, | утверждён план»: a participle with a subject of its own, after one that has its. */
function madeAnew(tokens: readonly Token[], at: number, before: readonly Token[]): boolean {
  const subjectOf = (run: readonly Token[], start: number): boolean => {
    let from = start;
    while (isMade(run[from]?.text ?? '') || run[from]?.text === 'и') from += 1;
    const phrase = from > start ? phraseAt(run, from, 'nN', NONE) : undefined;
    return phrase !== undefined && isNominative(run, phrase);
  };
  // «Мониторинг выполнен, | подготовлена справка», «Выявлены дефициты, | разработан план».
  const told =
    before.some(({ text }) => isPredicate(text) && nounsOf(text).length === 0) &&
    before.some(({ text }) => nounsOf(text).some(({ cases }) => /[nN]/u.test(cases)));
  return (told || subjectOf(before, 0)) && subjectOf(tokens, at);
}

/** «Зонирование помещений, | дизайн-проект»: nothing in the deed could govern what comes next. */
const afterDeed = (before: readonly Token[]): boolean =>
  isAction(before[0]!.text) && !before.some(({ text }) => GOVERNS.has(text));

/** Whether what follows a comma is a statement of its own; undefined where it may or may not be. */
function startsAnew(
  tokens: readonly Token[],
  at: number,
  before: readonly Token[],
  comma: boolean,
): boolean | undefined {
  const token = tokens[at];
  if ((token?.kind !== 'word' && token?.kind !== 'abbreviation') || before.length === 0) return false;
  if (comma && isMade(token.text)) return madeAnew(tokens, at, before);
  const opening = phraseAt(before, 0, 'nN', NONE);
  const plain =
    opening !== undefined &&
    isNominative(before, opening) &&
    (isDocument(opening) ||
      PUBLISHED.has(opening.head.lemma) ||
      (opening.head.kind === 'event' && opening.known));
  if (isAction(token.text) && nounsOf(token.text).every(({ kind }) => kind !== 'document')) {
    if (before.some((word) => GOVERNS.has(word.text))) return false;
    return comma && (plain || MAKING.has(token.text) || MAKING.has(before[0]!.text));
  }
  const phrase = phraseAt(tokens, at, 'nN', NONE);
  if (!phrase || !isNominative(tokens, phrase)) return false;
  if (
    comma &&
    afterDeed(before) &&
    isDocument(phrase) &&
    !/[gGaA]/u.test(phrase.head.cases.replace('na', 'n'))
  )
    return true;
  if (!opening || !plain) return false;
  // «Приказ, семинар» are two statements; «приказ, итоги» may be two as well.
  if (phrase.head.kind === 'event' && phrase.known && comma) return true;
  if (!isDocument(phrase) && !PUBLISHED.has(phrase.head.lemma))
    return phrase.head.kind === 'thing' && phrase.known && comma ? undefined : false;
  // «программы», «справки» are the genitive singular as well: a list of nouns, or the object of the first one.
  const sure = !/[gG]/u.test(phrase.head.cases) || phrase.adjectives.length > 0;
  const simple = opening.end === before.length;
  if (!comma && !simple) return sure && opening.headEnd === before.length;
  if (sure) {
    const governed =
      before.some((word) => GOVERNS_ACCUSATIVE.has(word.text)) && /[aA]/u.test(phrase.head.cases);
    return governed && RIGHT_BEFORE.has(before.at(-2)?.text ?? '') ? undefined : true;
  }
  // «Тексты выступлений, презентации»: one of a plural after many of a plural is no list of objects.
  const several = /^N/u.test(opening.head.cases) && /N/u.test(phrase.head.cases);
  if (comma && simple && several && nounsOf(before.at(-1)!.text).every(({ cases }) => !/g/u.test(cases)))
    return true;
  return opening.headEnd === before.length ? true : undefined;
}
