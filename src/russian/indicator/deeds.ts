import type { Cursor } from '../grammar/cursor.ts';
import { type Found, type Part, tableOf } from '../grammar/engine.ts';
import { isAdjective } from '../words/adjective.ts';
import { INSTITUTION_TYPES, isLegalForm } from '../words/institutions.ts';
import { nounsOf } from '../words/lemma.ts';
import { does, governs } from '../words/lexicon.ts';
import { ANY_CASE } from '../words/noun.ts';
import { isAction, isMade, isPreposition, isVerb } from '../words/statement.ts';
import { withWords } from './claims.ts';
import { cursorOn, type Node, type Nodes } from './node.ts';
import { artifact, documentsFrom, isDocument } from './papers.ts';
import { partNamed, wordThat } from './parts.ts';
import { isNominative, isTwoWords, type NounPhrase, phraseAt, subjectAt } from './phrase.ts';
import {
  type IndicatorReading,
  indicator,
  joined,
  qualitative,
  type RefusalId,
  refused,
  understood,
} from './refusals.ts';

const QUALITATIVE = qualitative();

/** The piece is refused as a whole. */
const no =
  (id: RefusalId) =>
  (_: Found, { tokens }: Cursor): IndicatorReading =>
    refused(id, tokens);
const paper = ({ d }: Found): IndicatorReading => understood(artifact(d));
const papers = ({ d }: Found): IndicatorReading => understood(joined(d.map(artifact)));
const once = ({ e }: Found): IndicatorReading =>
  understood(indicator({ kind: 'count', op: '=', value: 1, unit: e.full }));
const event = ({ e }: Found): IndicatorReading => qualitative(e.lemma);
const same = ({ r }: Found): IndicatorReading => r;

const isVague = ({ head }: NounPhrase): boolean => does(head.lemma, 'vague');

/** Documents joined by commas and «и», in one of these cases, that `fits`. */
const documents =
  (cases: string, fits: (all: readonly NounPhrase[]) => boolean = () => true): Part =>
  (c) => {
    const all = documentsFrom(c.tokens, c.pos, cases);
    if (all.length === 0 || !fits(all)) return undefined;
    c.pos = all.at(-1)!.end;
    return all;
  };

const NAMES = {
  /** Up to the first verb, or to the end. */
  VERBLESS: '(!<verb> <any>)*',
  NO_VERB: '!(VERBLESS <verb>)',
};

/** Where something was done, before the document that it was done with: «на сайтах школ | рекомендации». */
function takeWhere(c: Cursor): true | undefined {
  const phrase = phraseAt(c.tokens, c.pos + 1, 'dDaAiIpP');
  const subject = phrase && subjectAt(c.tokens, phrase.end);
  if (!subject || !isDocument(subject)) return undefined;
  c.pos = phrase!.end;
  return true;
}

/** Documents in the nominative, from one on that surely is. */
function takeDocuments(c: Cursor): readonly NounPhrase[] | undefined {
  const subject = subjectAt(c.tokens, c.pos);
  if (!subject || !isDocument(subject)) return undefined;
  const all = documentsFrom(c.tokens, c.pos, 'nN').filter((one) => isNominative(c.tokens, one));
  c.pos = all.at(-1)!.end;
  return all;
}

/** What was made, placed or held. */
const DONE = tableOf<IndicatorReading>({
  partNamed,
  names: { MORE: '(comma / joint|manner|made|placed / @and <going> / &aside <where>)*' },
  parts: {
    going: wordThat((word) => word.endsWith('тся') && isVerb(word)),
    where: takeWhere,
    documents: takeDocuments,
  },
  rows: [
    ['placed MORE <subject vague document>', QUALITATIVE, 'Размещены материалы'],
    ['made|placed MORE d:<documents>', papers, 'Разработаны и размещены на сайтах школ рекомендации'],
    ['held MORE e:<subject event|sitting one !ongoing>', once, 'Проведён педагогический совет'],
    ['made|placed|held', QUALITATIVE, 'Проведена'],
  ],
});

/** A piece that begins with a noun in the nominative. */
const NOMINAL = tableOf<IndicatorReading>({
  partNamed,
  names: {
    ...NAMES,
    PAPER: '&(<subject document> (NO_VERB / VERBLESS made|placed))',
    WORK: '~опыт|практик|проект|деятельност~',
    ONLINE: '((!online <any>){0,3} online)',
  },
  parts: {
    // What a body decides is on paper, and so is what the management does; of other decisions it is not certain.
    decision: (c) => {
      const { head, adjectives, of } = subjectAt(c.tokens, c.pos)!;
      const sure = adjectives.includes('управленческое') || (of && does(of.lemma, 'deciding'));
      return head.lemma === 'решение' && !sure ? c.pos++ >= 0 : undefined;
    },
    numbered: (c) =>
      (/\d/u.test(c.tokens[c.pos]?.raw ?? '') && c.tokens[c.pos++]?.kind === 'title') || undefined,
  },
  rows: [
    ['<subject document> VERBLESS @not <verb>', no('negation'), 'План не утверждён'],
    ['<subject проект noun> <numbered> !<any>', no('name'), 'Проект «100 добрых дел»'],
    ['<subject vague document> VERBLESS placed', QUALITATIVE, 'Информация размещена'],
    ['PAPER <subject сообщение noun> &<dD> !<gG>', QUALITATIVE, '|Сообщение| директору'],
    ['PAPER <subject запись ofPerson>', QUALITATIVE, 'Запись детей'],
    ['PAPER <subject запись> "на"', no('document-or-deed'), 'Запись на'],
    ['PAPER <subject презентация noun> WORK', no('document-or-deed'), 'Презентация опыта'],
    ['PAPER <decision>', no('document-or-deed'), 'Решение'],
    ['PAPER d:<subject>', paper, 'Приказ'],
    ['<subject document>', QUALITATIVE, '|План| выполняется'],
    ['<subject> VERBLESS <verb>', QUALITATIVE, 'Опыт распространён'],
    ['d:<subject report many>', paper, 'Публикации'],
    ['&(<subject published noun> ONLINE) d:<subject>', paper, '|Новость| на сайте'],
    ['e:<subject eventPhrase>', event, 'Административная контрольная работа'],
    ['e:<subject event>', event, 'Районный семинар'],
    ['<subject body|person>', no('body'), 'Комитет'],
    ['<subject measure>', no('measure-without-value'), 'Доля'],
    ['<subject state>', QUALITATIVE, 'Открытость'],
    ['<subject>', no('document-or-deed'), 'Вакансия'],
  ],
});

/** «Организация», «своевременное размещение»: what is done, up to its noun. */
function takeDeed(c: Cursor): string | undefined {
  const named = subjectAt(c.tokens, c.pos);
  const end = named?.headEnd ?? c.pos + 1;
  const word = c.tokens[end - 1]?.text ?? '';
  const adjectives = named?.adjectives.length ?? 0;
  const deed =
    isAction(word) && !(named && isDocument(named)) && (word !== 'организация' || adjectives === 0);
  // «Заключение ПМПК» is a paper, unlike «заключение договора».
  const object = named && does(word, 'making') ? phraseAt(c.tokens, named.headEnd, 'gG') : undefined;
  const making =
    object && !isTwoWords(named!, 'paperPhrase') && !(word === 'заключение' && object.head.kind === 'body');
  if (!deed && !making) return undefined;
  c.pos = end;
  return word;
}

/** Bodies that are named by their letters. */
function takeLetters(c: Cursor): true | undefined {
  const { kind, raw = '' } = c.tokens[c.pos] ?? {};
  if (kind !== 'abbreviation') return undefined;
  const capitals = raw.toUpperCase();
  c.pos += 1;
  return (
    does(raw.toLowerCase(), 'organisation') ||
    isLegalForm(capitals) ||
    INSTITUTION_TYPES.has(capitals) ||
    undefined
  );
}

/** One piece of a comma list, without any quantity. */
const PIECE = tableOf<IndicatorReading>({
  partNamed,
  names: { ...NAMES, ALSO: '(and (<action> / making))*' },
  parts: {
    piece: (c) => {
      const run = c.tokens.slice(c.pos);
      c.pos = c.tokens.length;
      return run.length > 0 ? readPiece(run) : undefined;
    },
    duration: (c) =>
      (/^\d+-?[а-я]+$/iu.test(c.tokens[c.pos]?.raw ?? '') && c.tokens[c.pos++]!.kind === 'name') || undefined,
    link: (c) => (/^https?:/u.test(c.tokens[c.pos]?.text ?? '') && c.pos++ >= 0) || undefined,
    letters: takeLetters,
    documents: documents('nN'),
    made: documents('aA', (all) => !all.every(isVague)),
    listed: documents('gG'),
    stores: documents('gG', (all) => all.some(({ head }) => does(head.lemma, 'store'))),
    vague: documents('gG', (all) => all.every(isVague)),
    deed: takeDeed,
    done: DONE,
    nominal: NOMINAL,
  },
  rows: [
    ['manner dash? &(<adjective> <any>) r:<piece>', same, 'Качественно – открытый семинар'],
    ['"наличие" d:<listed>', papers, 'Наличие приказа и плана'],
    ['("имеется" / "имеются") d:<documents>', papers, 'Имеется план'],
    ['existing <any>', QUALITATIVE, 'Наличие условий'],
    ['<duration> r:<piece>', same, '3-часовой практикум'],
    ['not', no('negation'), 'Не'],
    ['!made|placed &((!every <any>)* every) VERBLESS <verb>', no('each'), 'У каждого педагога имеется'],
    ['("выполнено" / "исполнено" / "проведено") !<any>', QUALITATIVE, 'Выполнено'],
    ['"без" / "отсутствие"', QUALITATIVE, 'Отсутствие'],
    ['<letters> NO_VERB', no('body'), 'ЦРО'],
    ['<link>', understood(indicator({ kind: 'artifact', unit: 'ссылка' })), 'https://школа.рф'],
    ['r:<done>', same, 'Разработан план'],
    ['make d:<made>', papers, 'Оформить стенд и папку'],
    ['<infinitive>', QUALITATIVE, 'Провести'],
    ['aside <dDaAiIpPgG> &made|placed r:<done>', same, 'На сайтах школ размещены планы'],
    ['&(<subject measure> NO_VERB) r:<nominal>', same, 'Доля выпускников'],
    ['<deed> @making ALSO d:<listed>', papers, 'Разработка и утверждение положения'],
    ['<deed> @placing ALSO d:<stores>', papers, 'Наполнение банка'],
    ['<deed> @placing ALSO <vague>', QUALITATIVE, 'Размещение информации'],
    ['<deed> @placing ALSO <listed>', no('document-or-deed'), 'Размещение приказа'],
    ['<deed>', QUALITATIVE, 'Организация'],
    ['&<subject known> r:<nominal>', same, 'Приказ'],
    ['&(<any> <any>) VERBLESS <verb>', QUALITATIVE, 'Барсуки появились'],
    ['<subject state>', QUALITATIVE, 'Барсучность'],
    ['<any>', no('result'), 'бу'],
  ],
});

function readPiece(nodes: Nodes): IndicatorReading {
  return PIECE(cursorOn(nodes)) ?? refused('empty', [0, 0]);
}

/** Reads a run that holds no quantity: documents, events, what was done. */
export function readWordless(nodes: Nodes): IndicatorReading {
  const listed = nodes[0]?.text === 'наличие' ? documentsFrom(nodes, 1, 'gG') : [];
  if (listed.at(-1)?.end === nodes.length) return understood(joined(listed.map(artifact)));
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

/** What stands before a joint, from where its piece begins. */
const before = ({ tokens, pos }: Cursor): Nodes => tokens.slice(0, pos);
/** A condition on it: steps over nothing. */
const after =
  (fits: (nodes: Nodes) => boolean): Part =>
  (c) =>
    fits(before(c)) || undefined;

const isFree = (nodes: Nodes): boolean => !nodes.some(({ text }) => isPreposition(text));
const opening = (nodes: Nodes): NounPhrase | undefined => subjectAt(nodes, 0);

/** Documents, what is published and events are what lists are made of. */
function opensList(nodes: Nodes): boolean {
  const first = opening(nodes);
  if (!first) return false;
  return (
    isDocument(first) || does(first.head.lemma, 'published') || (first.head.kind === 'event' && first.known)
  );
}

const isDone = (word: string): boolean => isMade(word) || does(word, 'held') || word === 'проведены';

/** Participles with a subject of their own. */
function hasSubject(nodes: Nodes, at: number): boolean {
  let from = at;
  while (isDone(nodes[from]?.text ?? '') || nodes[from]?.text === 'и') from += 1;
  return from > at && subjectAt(nodes, from) !== undefined;
}

/** «Мониторинг выполнен», «Выявлены дефициты»: a verb and whom it is of. */
const isComplete = (nodes: Nodes): boolean =>
  hasSubject(nodes, 0) ||
  (nodes.some(({ text }) => isVerb(text)) && nodes.some((_, at) => phraseAt(nodes, at, 'nN') !== undefined));

/** «Зонирование помещений, | дизайн-проект»: a document that stands in no case but the nominative, or its twin. */
function isPlainlyNominative({ tokens, pos }: Cursor): boolean {
  const phrase = subjectAt(tokens, pos);
  return phrase !== undefined && isDocument(phrase) && !/[gGaA]/u.test(phrase.head.cases.replace('na', 'n'));
}

/** «На выставку»: a preposition that governs the accusative, right before the last word. */
const ranges = (nodes: Nodes): boolean =>
  nodes.some(({ text }) => governs(text).includes('a')) && does(nodes.at(-2)?.text ?? '', 'ranging');

/** «Тексты выступлений»: many, and the last word is no genitive singular. */
const isSeveral = (nodes: Nodes): boolean =>
  opening(nodes)!.head.cases.startsWith('N') &&
  !phraseAt(nodes.slice(-1), 0, ANY_CASE)?.head.cases.includes('g');

/** A word alone between commas that is nothing the dictionary knows. */
function isUnknown(nodes: Nodes, at: number): boolean {
  const { kind, text } = nodes[at]!;
  const alone = nodes[at + 1] === undefined || nodes[at + 1]!.kind === 'comma';
  return kind === 'word' && alone && nounsOf(text).length === 0 && !isAdjective(text) && !isVerb(text);
}

/** Whether what follows a joint begins anew, goes on, or may do either. */
const JOINTS = tableOf<'anew' | 'on' | 'unsure'>({
  partNamed,
  names: {
    MARK: '(comma / sign / slash)',
    JOINT: '(MARK / and)',
    DEED: '(!<subject documentNoun> <action>)',
  },
  parts: {
    done: wordThat(isDone),
    owned: (c) => hasSubject(c.tokens, c.pos) || undefined,
    unknown: (c) => isUnknown(c.tokens, c.pos) || undefined,
    nominative: (c) => isPlainlyNominative(c) || undefined,
    complete: after(isComplete),
    free: after(isFree),
    list: after(opensList),
    deed: after(([first]) => isAction(first!.text)),
    making: after(([first]) => does(first!.text, 'making')),
    alone: after((nodes) => opening(nodes)?.headEnd === nodes.length),
    simple: after((nodes) => opening(nodes)?.end === nodes.length),
    ranging: after(ranges),
    several: after(isSeveral),
  },
  rows: [
    ['&<complete> MARK &(&<done> <owned>)', 'anew', 'Издан приказ|,| утверждён план'],
    ['MARK &<done>', 'on', 'Приказ|,| утверждён план'],
    ['!<free> JOINT &DEED', 'on', 'Семинар для родителей|,| обучение детей'],
    ['(&<list> / &<making>) MARK &DEED', 'anew', 'Семинар|,| обучение детей'],
    ['MARK &(&making DEED)', 'anew', 'Барсук|,| разработка плана'],
    ['JOINT &DEED', 'on', 'Семинар |и| обучение детей'],
    ['&<list> &<free> MARK !<subject> &<unknown>', 'unsure', 'Аннотации|,| эскизки'],
    ['JOINT !<subject>', 'on', 'Приказ|,| для школ'],
    ['&<free> &<deed> MARK &<nominative>', 'anew', 'Зонирование помещений|,| дизайн-проект'],
    ['!<list> JOINT', 'on', 'Барсук|,| справка'],
    ['MARK &<subject event known>', 'anew', 'Приказ|,| семинар'],
    ['MARK &<subject !document !published thing known>', 'unsure', 'Приказ|,| итоги'],
    ['JOINT !<subject document|published>', 'on', 'Приказ|,| директор'],
    ['!<simple> and', 'on', 'Приказ о проверке |и| справка'],
    ['&<ranging> JOINT &(&<aA> <subject sure>)', 'unsure', 'Заявки на конкурс|,| отчёт'],
    ['JOINT &<subject sure>', 'anew', 'Приказ|,| отчёт'],
    ['&<simple> &<several> MARK &<subject many>', 'anew', 'Тексты выступлений|,| презентации'],
    ['&<alone> JOINT', 'anew', 'Приказ|,| справки'],
    ['JOINT', 'unsure', 'Приказ о проверке|,| справки'],
  ],
});

/** Pieces of a list, cut where one begins anew; undefined where it may or may not. */
function piecesOf(nodes: Nodes): readonly Nodes[] | undefined {
  const pieces: Nodes[] = [];
  let start = 0;
  let c = cursorOn(nodes);
  const cut = (to: number, from: number) => {
    if (to > start) pieces.push(nodes.slice(start, to));
    start = from;
    c = cursorOn(nodes.slice(from));
  };
  for (const [at, node] of nodes.entries()) {
    const joint = node.kind === 'comma' || node.kind === 'sign' || node.kind === 'slash' || node.text === 'и';
    const next = nodes[at + 1]?.kind;
    if (joint && at > start && (next === 'word' || next === 'abbreviation')) {
      c.pos = at - start;
      const found = JOINTS(c);
      if (found === 'unsure') return undefined;
      if (found === 'anew') cut(at, at + 1);
    } else if (!joint && standsBeside(nodes, at, nodes.slice(start, at))) cut(at, at);
  }
  cut(nodes.length, nodes.length);
  return pieces;
}

/** «Протокол | Приказ», «Портфолио | Аналитическая справка»: two documents with nothing between them. */
function standsBeside(nodes: Nodes, at: number, run: Nodes): boolean {
  const last = run.at(-1);
  if (!last || !['word', 'title', 'name'].includes(last.kind) || nodes[at]!.kind !== 'word') return false;
  const first = opening(run);
  const phrase = subjectAt(nodes, at);
  if (!first || !phrase || !isDocument(first) || !isDocument(phrase)) return false;
  return isCapital(nodes[at]!) || (!/[gG]/u.test(phrase.head.cases) && first.headEnd === run.length);
}

const isCapital = ({ raw }: Node): boolean => raw[0] !== raw[0]!.toLowerCase();

/** For the test that every row is reached by its example. */
export const DEED_TABLES = { DONE, NOMINAL, PIECE, JOINTS };
