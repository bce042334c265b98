import { isAdjective } from '../words/adjective.ts';
import { INSTITUTION_TYPES, isLegalForm } from '../words/institutions.ts';
import { nounsOf } from '../words/lemma.ts';
import { does, governs } from '../words/lexicon.ts';
import { isAction, isInfinitive, isMade, isPreposition, isState, isVerb } from '../words/statement.ts';
import { withWords } from './claims.ts';
import type { Nodes } from './node.ts';
import { artifact, documentsFrom, isDocument } from './papers.ts';
import { isNominative, isTwoWords, type NounPhrase, phraseAt, subjectAt } from './phrase.ts';
import { type IndicatorReading, indicator, joined, qualitative, refused, understood } from './refusals.ts';

const papers = (documents: readonly NounPhrase[]): IndicatorReading =>
  understood(joined(documents.map(artifact)));

/**
 * «Разработаны и размещены | на сайтах школ | рекомендации», «Создан и | пополняется | банк»: where what stands between
 * the participles and their subject ends; `at` itself where there is nothing.
 */
function asideEnd(nodes: Nodes, at: number): number {
  if (nodes[at - 1]?.text === 'и' && /(?:ется|ются|ится|ятся)$/u.test(nodes[at]!.text)) return at + 1;
  const phrase = does(nodes[at]!.text, 'aside') ? phraseAt(nodes, at + 1, 'dDaAiIpP') : undefined;
  const subject = phrase && subjectAt(nodes, phrase.end);
  return subject && isDocument(subject) ? phrase.end : at;
}

/** «Разработан и утверждён план», «Проведён семинар». */
function afterParticiple(nodes: Nodes): IndicatorReading {
  const first = nodes[0]!;
  let at = 1;
  while (at < nodes.length) {
    const node = nodes[at]!;
    const aside = asideEnd(nodes, at);
    if (node.kind === 'comma' || does(node.text, 'joint') || does(node.text, 'manner') || isMade(node.text))
      at += 1;
    else if (aside > at) at = aside;
    else break;
  }
  const phrase = subjectAt(nodes, at);
  if (!phrase) return qualitative();
  if (isMade(first.text) && isDocument(phrase)) {
    if (does(first.text, 'placed') && does(phrase.head.lemma, 'vague')) return qualitative();
    return papers(documentsFrom(nodes, at, 'nN').filter((one) => isNominative(nodes, one)));
  }
  const single =
    does(first.text, 'held') &&
    (phrase.head.kind === 'event' || does(phrase.head.lemma, 'sitting')) &&
    phrase.head.cases.includes('n') &&
    !/ы$|и$/u.test(first.text);
  return single && !does(phrase.head.lemma, 'ongoing')
    ? understood(indicator({ kind: 'count', op: '=', value: 1, unit: phrase.full }))
    : qualitative();
}

const isDeed = (word: string): boolean => isAction(word) || does(word, 'making');

/** «Разработка положения», «Организация участия», «Рост имиджа». */
function deed(nodes: Nodes, at: number): IndicatorReading {
  const verb = nodes[at]!.text;
  let object = at + 1;
  while (nodes[object]?.text === 'и' && isDeed(nodes[object + 1]?.text ?? '')) object += 2;
  const documents = documentsFrom(nodes, object, 'gG');
  if (documents.length > 0 && does(verb, 'making')) return papers(documents);
  if (documents.length > 0 && does(verb, 'placing')) {
    if (documents.some(({ head }) => head.lemma === 'банк' || head.lemma === 'реестр'))
      return papers(documents);
    // «Размещение информации на сайте» names what is done.
    if (documents.every(({ head }) => does(head.lemma, 'vague'))) return qualitative();
    return refused('document-or-deed', nodes);
  }
  return qualitative();
}

/** The first verb or short participle from `at` on, and whether «не» stands before it. */
const verbAfter = (nodes: Nodes, at: number): number =>
  nodes.findIndex((node, index) => index >= at && node.kind === 'word' && isVerb(node.text));

/** A statement that begins with a noun in the nominative. */
function nominal(nodes: Nodes, phrase: NounPhrase): IndicatorReading {
  const { head } = phrase;
  const verb = verbAfter(nodes, phrase.end);
  const done = nodes[verb]?.text;
  if (verb > 0 && nodes[verb - 1]!.text === 'не' && isDocument(phrase)) return refused('negation', nodes);
  // «Проект «100 добрых дел»»: the number is part of a name.
  const title = nodes[phrase.headEnd];
  const named = title?.kind === 'title' && /\d/u.test(title.raw) && nodes.length === phrase.headEnd + 1;
  if (named && head.lemma === 'проект') return refused('name', nodes);
  if (isDocument(phrase)) {
    if (done !== undefined && does(done, 'placed') && does(head.lemma, 'vague')) return qualitative();
    return done === undefined || isMade(done) ? document(nodes, phrase) : qualitative();
  }
  if (done !== undefined) return qualitative();
  const several = does(head.lemma, 'report') && head.cases.includes('N');
  if (does(head.lemma, 'published') && (several || isOnline(nodes, phrase.headEnd)))
    return understood(artifact(phrase));
  if (isTwoWords(phrase, 'eventPhrase')) return qualitative(phrase.lemma);
  if (head.kind === 'event') return qualitative(phrase.adjectives.length > 0 ? phrase.lemma : head.lemma);
  if (head.kind === 'body' || head.kind === 'person') return refused('body', nodes);
  if (head.kind === 'measure') return refused('measure-without-value', nodes);
  return isState(head.lemma) ? qualitative() : refused('document-or-deed', nodes);
}

/** «… на сайте», «… в социальных сетях», «… сайта». */
const isOnline = (nodes: Nodes, at: number): boolean =>
  nodes.slice(at, at + 4).some(({ text }) => /^(?:сайт[аеы]|сайтах|сет[ьи]|сетях|сми|портале)$/u.test(text));

function document(nodes: Nodes, phrase: NounPhrase): IndicatorReading {
  const { lemma } = phrase.head;
  const next = nodes[phrase.headEnd];
  if (lemma === 'заключение' && phrase.adjectives.length === 0) {
    const object = phraseAt(nodes, phrase.headEnd, 'gG');
    if (object && does(object.head.lemma, 'treaty')) return understood(artifact(object));
  }
  // «Сообщение директору», «запись детей в кружки» are done; «сообщение на собрании», «записи в журнале» are shown.
  if (
    lemma === 'сообщение' &&
    phraseAt(nodes, phrase.headEnd, 'dD') &&
    !phraseAt(nodes, phrase.headEnd, 'gG')
  )
    return qualitative();
  if (lemma === 'запись' && phrase.complement === 'person') return qualitative();
  const doubtful =
    (lemma === 'решение' &&
      !phrase.adjectives.includes('управленческое') &&
      !/(?:коллегии|совета|комиссии|педсовета|совещания|собрания|заседания)$/u.test(phrase.full)) ||
    (lemma === 'запись' && nodes[phrase.end]?.text === 'на') ||
    (lemma === 'презентация' && /(?:опыт|практик|проект|деятельност)/u.test(next?.text ?? '')) ||
    (lemma === 'издание' && phrase.adjectives.length === 0);
  return doubtful ? refused('document-or-deed', nodes) : understood(artifact(phrase));
}

function isOrganisation(abbreviation: string): boolean {
  const capitals = abbreviation.toUpperCase();
  return (
    does(abbreviation.toLowerCase(), 'organisation') ||
    isLegalForm(capitals) ||
    INSTITUTION_TYPES.has(capitals)
  );
}

/** One piece of a comma list, without any quantity. */
function readPiece(nodes: Nodes): IndicatorReading {
  const first = nodes[0];
  if (!first) return refused('empty', [0, 0]);
  const rest = does(first.text, 'manner') ? nodes.slice(nodes[1]?.kind === 'dash' ? 2 : 1) : [];
  if (rest.length > 1 && isAdjective(rest[0]!.text)) return readPiece(rest);
  if (does(first.text, 'existing') && nodes.length > 1) {
    const documents = documentsFrom(nodes, 1, first.text === 'наличие' ? 'gG' : 'nN');
    return documents.length > 0 ? papers(documents) : qualitative();
  }
  // «3-часовой | практикум»: how long it takes.
  if (first.kind === 'name' && /^\d+-?[а-я]+$/iu.test(first.raw) && nodes.length > 1)
    return readPiece(nodes.slice(1));
  if (first.text === 'не') return refused('negation', nodes);
  // «У каждого педагога имеется план»: all of them, and nobody counts them.
  if (nodes.some(({ text }) => /^кажд/u.test(text)) && verbAfter(nodes, 0) >= 0 && !isMade(first.text))
    return refused('each', nodes);
  if (nodes.length === 1 && /^(?:выполнено|исполнено|проведено)$/u.test(first.text)) return qualitative();
  if (first.text === 'без' || first.text === 'отсутствие') return qualitative();
  const letters = first.kind === 'abbreviation' && isOrganisation(first.raw);
  if (letters && verbAfter(nodes, 1) < 0) return refused('body', nodes);
  if (/^https?:/u.test(first.text)) return understood(indicator({ kind: 'artifact', unit: 'ссылка' }));
  if (isMade(first.text) || does(first.text, 'held')) return afterParticiple(nodes);
  if (isInfinitive(first.text)) {
    // «Собрать альбом», «оформить стенд и папку»: what is to be made is to be shown.
    const made = does(first.text, 'make') ? documentsFrom(nodes, 1, 'aA') : [];
    const vague = made.every(({ head }) => does(head.lemma, 'vague'));
    return vague ? qualitative() : papers(made);
  }
  const where = does(first.text, 'aside') ? (phraseAt(nodes, 1, 'dDaAiIpPgG')?.end ?? 0) : 0;
  // «На сайтах школ | размещены планы»: where it is done comes first.
  if (where > 0 && isMade(nodes[where]?.text ?? '')) return afterParticiple(nodes.slice(where));
  const named = subjectAt(nodes, 0);
  const head = nodes[(named?.headEnd ?? 1) - 1]!.text;
  if (named?.head.kind === 'measure' && verbAfter(nodes, named.end) < 0) return nominal(nodes, named);
  const plainDeed = isAction(head) && !(named && isDocument(named));
  if (plainDeed && !(head === 'организация' && (named?.adjectives.length ?? 0) > 0)) {
    return deed(nodes, (named?.headEnd ?? 1) - 1);
  }
  const object = named && does(head, 'making') ? phraseAt(nodes, named.headEnd, 'gG') : undefined;
  // «Заключение ПМПК» is a paper, unlike «заключение договора».
  if (object && !isTwoWords(named!, 'paperPhrase') && !(head === 'заключение' && object.head.kind === 'body'))
    return deed(nodes, named!.headEnd - 1);
  if (named?.known) return nominal(nodes, named);
  if (verbAfter(nodes, 0) >= 0 && nodes.length > 1) return qualitative();
  if (named && isState(named.head.lemma)) return qualitative();
  return refused('result', nodes);
}

/** Reads a run that holds no quantity: documents, events, what was done. */
export function readWordless(nodes: Nodes): IndicatorReading {
  const listed = nodes[0]?.text === 'наличие' ? documentsFrom(nodes, 1, 'gG') : [];
  if (listed.at(-1)?.end === nodes.length) return papers(listed);
  const pieces = piecesOf(nodes);
  if (!pieces) return refused('one-or-several', nodes);
  const parts = [];
  for (const piece of pieces) {
    const read = readPiece(piece);
    if (!read.understood) return read;
    parts.push(withWords(read.meaning, piece));
  }
  return parts.length === 0 ? refused('empty', nodes) : understood(joined(parts));
}

/** Pieces of a list: cut at commas (and «и» between bare documents) before a nominative that starts anew. */
function piecesOf(nodes: Nodes): readonly Nodes[] | undefined {
  const pieces: Nodes[number][][] = [[]];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    const joint = node.kind === 'comma' || node.kind === 'sign' || node.kind === 'slash' || node.text === 'и';
    const anew = joint ? startsAnew(nodes, at + 1, pieces.at(-1)!, node.kind !== 'word') : false;
    if (anew === undefined) return undefined;
    if (anew) {
      pieces.push([]);
      continue;
    }
    if (!joint && standsBeside(nodes, at, pieces.at(-1)!)) pieces.push([]);
    pieces.at(-1)!.push(node);
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** «Протокол | Приказ», «Портфолио | Аналитическая справка»: two documents with nothing between them. */
function standsBeside(nodes: Nodes, at: number, before: Nodes): boolean {
  const last = before.at(-1);
  if (
    !last ||
    (last.kind !== 'word' && last.kind !== 'title' && last.kind !== 'name') ||
    nodes[at]!.kind !== 'word'
  )
    return false;
  const opening = subjectAt(before, 0);
  const phrase = subjectAt(nodes, at);
  if (!opening || !phrase || !isDocument(opening) || !isDocument(phrase)) return false;
  const capital = nodes[at]!.raw[0] !== nodes[at]!.raw[0]!.toLowerCase();
  const sure = !/[gG]/u.test(phrase.head.cases) || phrase.adjectives.length > 0;
  return capital || (sure && opening.headEnd === before.length && !/[gG]/u.test(phrase.head.cases));
}

const isDone = (word: string): boolean => isMade(word) || does(word, 'held') || word === 'проведены';

/** «Издан приказ, | утверждён план»: a participle with a subject of its own, after one that has its. */
function madeAnew(nodes: Nodes, at: number, before: Nodes): boolean {
  const hasSubject = (run: Nodes, start: number): boolean => {
    let from = start;
    while (isDone(run[from]?.text ?? '') || run[from]?.text === 'и') from += 1;
    return from > start && subjectAt(run, from) !== undefined;
  };
  // «Мониторинг выполнен, | подготовлена справка», «Выявлены дефициты, | разработан план».
  const complete =
    before.some(({ text }) => isVerb(text)) &&
    before.some((_, index) => phraseAt(before, index, 'nN') !== undefined);
  return (complete || hasSubject(before, 0)) && hasSubject(nodes, at);
}

/** A word alone between commas that is nothing the dictionary knows. */
const isUnknown = (nodes: Nodes, at: number): boolean => {
  const { kind, text } = nodes[at]!;
  const alone = nodes[at + 1] === undefined || nodes[at + 1]!.kind === 'comma';
  return kind === 'word' && alone && nounsOf(text).length === 0 && !isAdjective(text) && !isVerb(text);
};

/** Whether what follows a joint is a statement of its own; undefined where it may or may not be. */
function startsAnew(nodes: Nodes, at: number, before: Nodes, comma: boolean): boolean | undefined {
  const node = nodes[at];
  if ((node?.kind !== 'word' && node?.kind !== 'abbreviation') || before.length === 0) return false;
  if (comma && isDone(node.text)) return madeAnew(nodes, at, before);
  const opening = subjectAt(before, 0);
  const plain =
    opening !== undefined &&
    (isDocument(opening) ||
      does(opening.head.lemma, 'published') ||
      (opening.head.kind === 'event' && opening.known));
  const phrase = subjectAt(nodes, at);
  if (isAction(node.text) && phrase?.head.kind !== 'document') {
    if (before.some(({ text }) => isPreposition(text))) return false;
    return comma && (plain || does(node.text, 'making') || does(before[0]!.text, 'making'));
  }
  // «Аннотации, эскизки»: perhaps one more, of which the dictionary does not know.
  const bound = before.some(({ text }) => isPreposition(text));
  if (!phrase) return comma && plain && !bound && isUnknown(nodes, at) ? undefined : false;
  // «Зонирование помещений, | дизайн-проект»: nothing in the deed could govern what comes next.
  const afterDeed = isAction(before[0]!.text) && !before.some(({ text }) => isPreposition(text));
  if (comma && afterDeed && isDocument(phrase) && !/[gGaA]/u.test(phrase.head.cases.replace('na', 'n')))
    return true;
  if (!opening || !plain) return false;
  // «Приказ, семинар» are two statements; «приказ, итоги» may be two as well.
  if (phrase.head.kind === 'event' && phrase.known && comma) return true;
  if (!isDocument(phrase) && !does(phrase.head.lemma, 'published'))
    return phrase.head.kind === 'thing' && phrase.known && comma ? undefined : false;
  // «программы», «справки» are the genitive singular as well: a list of nouns, or the object of the first one.
  const sure = !/[gG]/u.test(phrase.head.cases) || phrase.adjectives.length > 0;
  const simple = opening.end === before.length;
  if (!comma && !simple) return sure && opening.headEnd === before.length;
  if (sure) {
    const governed =
      before.some(({ text }) => governs(text).includes('a')) && /[aA]/u.test(phrase.head.cases);
    return governed && does(before.at(-2)?.text ?? '', 'ranging') ? undefined : true;
  }
  // «Тексты выступлений, презентации»: one of a plural after many of a plural is no list of objects.
  const several = /^N/u.test(opening.head.cases) && /N/u.test(phrase.head.cases);
  const last = before.at(-1)!;
  if (comma && simple && several && !/[g]/u.test(phraseAt([last], 0, 'ngdaipNGDAIP')?.head.cases ?? ''))
    return true;
  return opening.headEnd === before.length ? true : undefined;
}
