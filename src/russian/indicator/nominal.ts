import { knownNounsOf } from '../words/lemma.ts';
import { wordSet } from '../words/word-set.ts';
import { type NounPhrase, phraseAt } from './noun-phrase.ts';
import { artifact, isDocument, PUBLISHED, VAGUE } from './papers.ts';
import { type IndicatorReading, qualitative, understood, unread } from './result.ts';
import type { Token } from './tokens.ts';
import { isPredicate, MADE, PLACED } from './words.ts';

/** The first verb or short participle from `at` on that is no noun as well. */
export const predicateAfter = (tokens: readonly Token[], at: number): Token | undefined =>
  tokens
    .slice(at)
    .find(
      (token) => token.kind === 'word' && isPredicate(token.text) && knownNounsOf(token.text).length === 0,
    );

const SEVERAL_PUBLISHED = wordSet('публикация новость пост сюжет репортаж');

/** Two words that name what takes place; of the councils only the one that is seldom an executor. */
const EVENT_OF_TWO = /^(?:педагогический совет|(?:.* )?(?:контрольная|проверочная|диагностическая) работа)$/u;

/** A statement that begins with a noun in the nominative. */
export function nominal(tokens: readonly Token[], phrase: NounPhrase): IndicatorReading {
  const { head } = phrase;
  const done = predicateAfter(tokens, phrase.end);
  if (done && tokens[tokens.indexOf(done) - 1]?.text === 'не' && isDocument(phrase)) {
    return unread(tokens, 'не понятно, что должно получиться', 'it is unclear what should come out');
  }
  if (isDocument(phrase)) {
    if (done && PLACED.test(done.text) && VAGUE.has(head.lemma)) return qualitative();
    if (!done || MADE.test(done.text)) return documentReading(tokens, phrase);
    return qualitative();
  }
  if (done) return qualitative();
  const several = SEVERAL_PUBLISHED.has(head.lemma) && head.cases.includes('N');
  if (PUBLISHED.has(head.lemma) && (several || isOnline(tokens, phrase.headEnd))) {
    return understood(artifact(phrase));
  }
  if (phrase.adjectives.length > 0 && EVENT_OF_TWO.test(phrase.lemma)) return qualitative(phrase.lemma);
  if (head.kind === 'event') return qualitative(phrase.adjectives.length > 0 ? phrase.lemma : head.lemma);
  if (head.kind === 'body' || head.kind === 'person') {
    return unread(
      tokens,
      'названа организация или должность, а не результат',
      'an organisation or a post is named, not a result',
    );
  }
  if (head.kind === 'measure')
    return unread(tokens, 'названа величина без числа', 'a measure is named without a number');
  return unread(
    tokens,
    'неясно, документ это или событие',
    'it is unclear whether this is a document or an event',
  );
}

/** «… на сайте», «… в социальных сетях», «… сайта». */
const isOnline = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at, at + 4).some(({ text }) => /^(?:сайт[аеы]|сайтах|сет[ьи]|сетях|сми|портале)$/u.test(text));

const CONCLUDED = wordSet('договор соглашение контракт');

function documentReading(tokens: readonly Token[], phrase: NounPhrase): IndicatorReading {
  const { lemma } = phrase.head;
  const next = tokens[phrase.end]?.text ?? '';
  if (lemma === 'заключение' && phrase.adjectives.length === 0) {
    const object = phraseAt(tokens, phrase.headEnd, 'gG');
    if (object && CONCLUDED.has(object.head.lemma)) return understood(artifact(object));
  }
  const doubtful =
    (lemma === 'решение' &&
      !phrase.adjectives.includes('управленческое') &&
      !/(?:коллегии|совета|комиссии|педсовета|совещания|собрания|заседания)$/u.test(phrase.full)) ||
    (lemma === 'запись' && next === 'на') ||
    (lemma === 'презентация' &&
      /(?:опыт|практик|проект|деятельност)/u.test(tokens[phrase.headEnd]?.text ?? '')) ||
    (lemma === 'издание' && phrase.adjectives.length === 0);
  if (doubtful)
    return unread(
      tokens,
      'неясно, документ это или действие',
      'it is unclear whether this is a document or an action',
    );
  return understood(artifact(phrase));
}
