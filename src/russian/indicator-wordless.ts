import type { Indicator } from '../meaning/indicator.ts';
import { artifact, isDocument, PAPERS, PUBLISHED } from './indicator-papers.ts';
import { piecesOf } from './indicator-pieces.ts';
import { type IndicatorReading, indicator, joined, understood, unread } from './indicator-result.ts';
import type { Token } from './indicator-tokens.ts';
import { isAction } from './indicator-unit.ts';
import { HELD, isPredicate, MADE, MAKING, PLACED, PLACING } from './indicator-words.ts';
import { isAdjective, knownNounsOf } from './lemma.ts';
import { isNominative, type NounPhrase, phraseAt } from './noun-phrase.ts';
import { wordSet } from './word-set.ts';

const NONE: ReadonlySet<number> = new Set();
/** Papers that are as often the thing done («размещена информация») as the thing to show. */
const VAGUE = wordSet(
  'информация материал документ сведение данные документация запрос фотография фото видео',
);

const qualitative = (unit: string | null = null): IndicatorReading =>
  understood(indicator({ kind: 'qualitative', unit }));

/** Documents joined by commas and «и» from `at` on, all in one of `cases`. */
function documentsFrom(tokens: readonly Token[], at: number, cases: string): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  let next = at;
  while (next < tokens.length) {
    const phrase = phraseAt(tokens, next, cases, NONE);
    if (!phrase || !isDocument(phrase)) break;
    found.push(phrase);
    const joint = tokens[phrase.end];
    if (joint?.kind !== 'comma' && joint?.text !== 'и') break;
    next = phrase.end + 1;
  }
  return found;
}

const predicateAfter = (tokens: readonly Token[], at: number): Token | undefined =>
  tokens
    .slice(at)
    .find(
      (token) => token.kind === 'word' && isPredicate(token.text) && knownNounsOf(token.text).length === 0,
    );

/** Councils that meet once: «Проведён педагогический совет» is a meeting. */
const COUNCIL = /^(?:педагогический|методический|координационный|экспертный|управляющий) совет$/u;

const OPENERS = wordSet('также и своевременно полностью успешно ежегодно ежемесячно качественно');

const GOES_ON = wordSet(
  'мониторинг диагностика анкетирование обследование тестирование опрос срез экспертиза проверка аудит самодиагностика самообследование посещение подготовка',
);

const ASIDE = wordSet('на в во по для с среди');

/**
 * «Разработаны и размещены | на сайтах школ | рекомендации», «Создан и | пополняется | банк»: where what stands between
 * the participles and their subject ends; `at` itself where there is nothing.
 */
function asideEnd(tokens: readonly Token[], at: number): number {
  const joined = tokens[at - 1]?.text === 'и' && /(?:ется|ются|ится|ятся)$/u.test(tokens[at]!.text);
  if (joined) return at + 1;
  if (!ASIDE.has(tokens[at]!.text)) return at;
  const phrase = phraseAt(tokens, at + 1, 'dDaAiIpP', NONE);
  if (!phrase) return at;
  const subject = phraseAt(tokens, phrase.end, 'nN', NONE);
  return subject && isNominative(tokens, subject) && isDocument(subject) ? phrase.end : at;
}

/** «Разработан и утверждён план», «Проведён семинар». */
function afterParticiple(tokens: readonly Token[]): IndicatorReading {
  const first = tokens[0]!;
  let at = 1;
  while (at < tokens.length) {
    const word = tokens[at]!;
    const aside = asideEnd(tokens, at);
    if (word.kind === 'comma' || OPENERS.has(word.text) || MADE.test(word.text)) at += 1;
    else if (aside > at) at = aside;
    else break;
  }
  const phrase = phraseAt(tokens, at, 'nN', NONE);
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
function action(tokens: readonly Token[], at: number): IndicatorReading {
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

const EXISTS = wordSet('наличие имеется имеются');
const ORGANISATIONS = wordSet(
  'мбу мку мбоу мкоу маоу мбдоу гау гбу гбоу гку огбу огаоу цро иро ммц имц рмк фгаоу фгбоу гауз мау моуо оо оу доу сош шнор рмо шмо гмо ммо имк моиио мо омс нко',
);

const SEVERAL_PUBLISHED = wordSet('публикация новость пост сюжет репортаж');

/** Two words that name what takes place; of the councils only the one that is seldom an executor. */
const EVENT_OF_TWO = /^(?:педагогический совет|(?:.* )?(?:контрольная|проверочная|диагностическая) работа)$/u;

/** A statement that begins with a noun in the nominative. */
function nominal(tokens: readonly Token[], phrase: NounPhrase): IndicatorReading {
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
    const object = phraseAt(tokens, phrase.headEnd, 'gG', NONE);
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
  const made = ASIDE.has(first.text) ? (phraseAt(tokens, 1, 'dDaAiIpPgG', NONE)?.end ?? 0) : 0;
  // «На сайтах школ | размещены планы»: where it is done comes first.
  if (made > 0 && MADE.test(tokens[made]?.text ?? '')) return afterParticiple(tokens.slice(made));
  const phrase = phraseAt(tokens, 0, 'nN', NONE);
  const named = phrase && isNominative(tokens, phrase) ? phrase : undefined;
  const head = tokens[(named?.headEnd ?? 1) - 1]!.text;
  if (named?.head.kind === 'measure' && !predicateAfter(tokens, named.end)) return nominal(tokens, named);
  const plainAction = isAction(head) && !(named && isDocument(named));
  if (plainAction && !(head === 'организация' && (named?.adjectives.length ?? 0) > 0)) {
    return action(tokens, (named?.headEnd ?? 1) - 1);
  }
  const object = named && MAKING.has(head) ? phraseAt(tokens, named.headEnd, 'gG', NONE) : undefined;
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
