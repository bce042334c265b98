import type { Indicator } from '../../meaning/indicator.ts';
import { isAdjective } from '../words/adjective.ts';
import { wordSet } from '../words/word-set.ts';
import { isAction } from './actions.ts';
import { ASIDE, action, afterParticiple } from './deeds.ts';
import { nominal, predicateAfter } from './nominal.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import { artifact, documentsFrom, isDocument, PAPERS } from './papers.ts';
import { piecesOf } from './pieces.ts';
import { type IndicatorReading, joined, qualitative, understood, unread } from './result.ts';
import type { Token } from './tokens.ts';
import { HELD, MADE, MAKING } from './words.ts';

const EXISTS = wordSet('наличие имеется имеются');
const ORGANISATIONS = wordSet(
  'мбу мку мбоу мкоу маоу мбдоу гау гбу гбоу гку огбу огаоу цро иро ммц имц рмк фгаоу фгбоу гауз мау моуо оо оу доу сош шнор рмо шмо гмо ммо имк моиио мо омс нко',
);

/** «Постоянно | действующий семинар»: an adverb before the adjective says nothing of its own. */
const ADVERBS = wordSet(
  'постоянно ежегодно регулярно вновь систематически своевременно информационно учебно',
);

const DONE = wordSet('выполнено исполнено проведено');

/** One piece of a comma list, without any quantity. */
function readPiece(tokens: readonly Token[]): IndicatorReading {
  const first = tokens[0];
  if (!first) return unread([0, 0], 'пустой показатель', 'an empty indicator');
  const rest = ADVERBS.has(first.text) ? tokens.slice(tokens[1]?.kind === 'dash' ? 2 : 1) : [];
  if (rest.length > 1 && isAdjective(rest[0]!.text)) return readPiece(rest);
  if (EXISTS.has(first.text) && tokens.length > 1) {
    const documents = documentsFrom(tokens, 1, first.text === 'наличие' ? 'gG' : 'nN');
    return documents.length > 0 ? understood(joined(documents.map(artifact))) : qualitative();
  }
  if (first.text === 'не' || tokens.some(({ text }) => /^кажд/u.test(text))) {
    return unread(tokens, 'не понятно, что должно получиться', 'it is unclear what should come out');
  }
  if (DONE.has(first.text) && tokens.length === 1) return qualitative();
  if (first.text === 'без' || first.text === 'отсутствие') return qualitative();
  if (first.kind === 'abbreviation' && ORGANISATIONS.has(first.text) && !predicateAfter(tokens, 1)) {
    return unread(tokens, 'названа организация, а не результат', 'an organisation is named, not a result');
  }
  if (MADE.test(first.text) || HELD.has(first.text)) return afterParticiple(tokens);
  const made = ASIDE.has(first.text) ? (phraseAt(tokens, 1, 'dDaAiIpPgG')?.end ?? 0) : 0;
  // «На сайтах школ | размещены планы»: where it is done comes first.
  if (made > 0 && MADE.test(tokens[made]?.text ?? '')) return afterParticiple(tokens.slice(made));
  const phrase = phraseAt(tokens, 0, 'nN');
  const named = phrase && isNominative(tokens, phrase) ? phrase : undefined;
  const head = tokens[(named?.headEnd ?? 1) - 1]!.text;
  if (named?.head.kind === 'measure' && !predicateAfter(tokens, named.end)) return nominal(tokens, named);
  const plainAction = isAction(head) && !(named && isDocument(named));
  if (plainAction && !(head === 'организация' && (named?.adjectives.length ?? 0) > 0)) {
    return action(tokens, (named?.headEnd ?? 1) - 1);
  }
  const object = named && MAKING.has(head) ? phraseAt(tokens, named.headEnd, 'gG') : undefined;
  // «Заключение ПМПК» is a paper, unlike «заключение договора».
  if (object && !PAPERS.test(named!.lemma) && !(head === 'заключение' && object.head.kind === 'body'))
    return action(tokens, named!.headEnd - 1);
  if (named?.known) return nominal(tokens, named);
  if (predicateAfter(tokens, 0) && tokens.length > 1) return qualitative();
  if (named && isAction(named.head.lemma)) return qualitative();
  return unread(tokens, 'не понятно, что должно получиться', 'it is unclear what should come out');
}

/** Reads a statement that holds no quantity: documents, events, what was done. */
export function readWordless(tokens: readonly Token[]): IndicatorReading {
  const listed = tokens[0]?.text === 'наличие' ? documentsFrom(tokens, 1, 'gG') : [];
  if (listed.at(-1)?.end === tokens.length) return understood(joined(listed.map(artifact)));
  const pieces = piecesOf(tokens);
  if (!pieces)
    return unread(
      tokens,
      'неясно, один это документ или несколько',
      'it is unclear whether this is one document or several',
    );
  const parts: Indicator[] = [];
  for (const piece of pieces) {
    const read = readPiece(piece);
    if (!read.understood) return read;
    parts.push(read.meaning);
  }
  return parts.length === 0
    ? unread(tokens, 'пустой показатель', 'an empty indicator')
    : understood(joined(parts));
}
