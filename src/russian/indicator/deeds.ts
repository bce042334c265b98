import { wordSet } from '../words/word-set.ts';
import { isAction } from './actions.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import { artifact, documentsFrom, isDocument, VAGUE } from './papers.ts';
import { type IndicatorReading, indicator, joined, qualitative, understood, unread } from './result.ts';
import type { Token } from './tokens.ts';
import { HELD, MADE, MAKING, PLACED, PLACING } from './words.ts';

/** Councils that meet once: «Проведён педагогический совет» is a meeting. */
const COUNCIL = /^(?:педагогический|методический|координационный|экспертный|управляющий) совет$/u;

const OPENERS = wordSet('также и своевременно полностью успешно ежегодно ежемесячно качественно');

const GOES_ON = wordSet(
  'мониторинг диагностика анкетирование обследование тестирование опрос срез экспертиза проверка аудит самодиагностика самообследование посещение подготовка',
);

/** Prepositions that open where or for whom something was done: «на сайтах школ». */
export const ASIDE = wordSet('на в во по для с среди');

/**
 * «Разработаны и размещены | на сайтах школ | рекомендации», «Создан и | пополняется | банк»: where what stands between
 * the participles and their subject ends; `at` itself where there is nothing.
 */
function asideEnd(tokens: readonly Token[], at: number): number {
  const joined = tokens[at - 1]?.text === 'и' && /(?:ется|ются|ится|ятся)$/u.test(tokens[at]!.text);
  if (joined) return at + 1;
  if (!ASIDE.has(tokens[at]!.text)) return at;
  const phrase = phraseAt(tokens, at + 1, 'dDaAiIpP');
  if (!phrase) return at;
  const subject = phraseAt(tokens, phrase.end, 'nN');
  return subject && isNominative(tokens, subject) && isDocument(subject) ? phrase.end : at;
}

/** «Разработан и утверждён план», «Проведён семинар». */
export function afterParticiple(tokens: readonly Token[]): IndicatorReading {
  const first = tokens[0]!;
  let at = 1;
  while (at < tokens.length) {
    const word = tokens[at]!;
    const aside = asideEnd(tokens, at);
    if (word.kind === 'comma' || OPENERS.has(word.text) || MADE.test(word.text)) at += 1;
    else if (aside > at) at = aside;
    else break;
  }
  const phrase = phraseAt(tokens, at, 'nN');
  if (!phrase || !isNominative(tokens, phrase)) return qualitative();
  if (MADE.test(first.text) && isDocument(phrase)) {
    if (PLACED.test(first.text) && VAGUE.has(phrase.head.lemma)) return qualitative();
    const documents = documentsFrom(tokens, at, 'nN').filter((one) => isNominative(tokens, one));
    return understood(joined(documents.map(artifact)));
  }
  const single =
    HELD.has(first.text) &&
    (phrase.head.kind === 'event' || COUNCIL.test(phrase.lemma)) &&
    phrase.head.cases.includes('n') &&
    !/ы$|и$/u.test(first.text);
  if (single && GOES_ON.has(phrase.head.lemma)) return qualitative();
  return single
    ? understood(indicator({ kind: 'count', op: '=', value: 1, unit: phrase.full }))
    : qualitative();
}

const isDeed = (word: string): boolean => isAction(word) || MAKING.has(word);

/** «Разработка положения», «Организация участия», «Рост имиджа». */
export function action(tokens: readonly Token[], at: number): IndicatorReading {
  const verb = tokens[at]!.text;
  let object = at + 1;
  while (tokens[object]?.text === 'и' && isDeed(tokens[object + 1]?.text ?? '')) object += 2;
  const documents = documentsFrom(tokens, object, 'gG');
  if (documents.length > 0 && MAKING.has(verb)) return understood(joined(documents.map(artifact)));
  if (documents.length > 0 && PLACING.has(verb)) {
    if (documents.some((one) => one.head.lemma === 'банк' || one.head.lemma === 'реестр')) {
      return understood(joined(documents.map(artifact)));
    }
    // «Размещение информации на сайте» names what is done.
    if (documents.every(({ head }) => VAGUE.has(head.lemma))) return qualitative();
    return unread(
      tokens,
      'неясно, документ это или действие',
      'it is unclear whether this is a document or an action',
    );
  }
  return qualitative();
}
