import type { Token } from './indicator-tokens.ts';
import { ACTIONS, DOWN, isPredicate, NO_ACTION, REACH, UP } from './indicator-words.ts';
import { isAdjective, isGenitiveAdjective, nounsOf } from './lemma.ts';
import { isNominative, type NounPhrase, phraseAt } from './noun-phrase.ts';
import { wordSet } from './word-set.ts';

/** What is counted, and whom it is taken of or laid on. */
export interface Counted {
  /** The unit is a person, so that «человек» after a number means it. */
  readonly person?: boolean;
  readonly unit: string | null;
  readonly of: string | null;
}

const ANY = 'ngdaipNGDAIP';
/** A share is of nobody who stands in the accusative alone: «30 % | первую категорию». */
const SHARED = 'ngdipNGDAIP';
export const PIECES = /^(?:ед|шт|экз|чел|единиц[аы]?|штук[аи]?|человек[а]?|наименовани[йея])$/u;
const PERSONS = /^(?:чел|человек[а]?)$/u;
const FULFIL = wordSet(
  'охват выполнение исполнение участие посещаемость обеспеченность обеспечение прохождение заполнение размещение регистрация информирование обучение явка посещение реализация внедрение использование освоение вовлечение включение привлечение соответствие оснащение предоставление представление проведение своевременное подключение согласование сохранность сохранение трудоустройство получение повышение устранение тестирование анкетирование ознакомление наличие',
);
/** Nouns that say little without their complement: «участник проекта». */
const RELATIVE = new Set([
  'участник',
  'представитель',
  'член',
  'победитель',
  'призёр',
  'руководитель',
  'участница',
]);

/** An action noun in the nominative: «выполнение», «участие», «охват». */
export function isAction(word: string): boolean {
  if (ACTIONS.has(word) || FULFIL.has(word)) return true;
  if (NO_ACTION.has(word)) return false;
  return (
    /(?:ание|ение|яние|тие|ация|яция|изация)$/u.test(word) &&
    nounsOf(word).some(({ kind }) => kind === 'thing')
  );
}

const SHOWN = wordSet('публикация разработка проверка закупка рассылка работа апробация трансляция');

/** Action nouns that are counted as things as well. */
const isShown = (word: string): boolean => SHOWN.has(word);

const WORDS_OF_MEASURE =
  /^(?:дол[яиюей]|количеств[оау]|кол-во|числ[оау]|численност[ьи]|процент[а]?|охват[а]?|вес[а]?|уровень|показател[ья])$/u;
const LIGHT =
  /^(?:общ(?:ее|ая|ей|ий|его)|всего|итого|уровне|удельн(?:ый|ого)|от|в|и|на|до|с|по|достижени[ея]|обеспечени[ея]|наличи[ея]|проведени[ея]|организаци[яи]|реализаци[яи])$/u;

/** The phrase without what any such noun may drop: «участник проекта» keeps its complement, «школа …» does not. */
const shortUnit = (phrase: NounPhrase): string =>
  RELATIVE.has(phrase.head.lemma) ? phrase.full : phrase.lemma;

const CLAUSE = /(?:щих|вших|нных|мых|щей|шей|щего|щихся|вшихся|торых|нной|нного)$/u;
const TAIL = new Set<string>(['word', 'abbreviation', 'name', 'quote']);
const LONGEST_TAIL = 14;

/** «семинаров | и вебинаров», «педагогов | и руководителей»: another noun of the same kind in the same case. */
function oneMore(
  tokens: readonly Token[],
  at: number,
  first: NounPhrase,
  taken: ReadonlySet<number>,
): NounPhrase | undefined {
  const own = first.head.cases;
  const cases = own.includes('G') ? 'G' : [...'gN'].filter((code) => own.includes(code)).join('');
  const phrase = phraseAt(tokens, at, cases, taken);
  return phrase?.known && phrase.head.kind === first.head.kind && phrase.head.lemma !== first.head.lemma
    ? phrase
    : undefined;
}

const JOINTS = wordSet('и или либо');
const LISTED = wordSet('event person document');
const MOST_LISTED = 8;

/** «не менее 3 семинаров, вебинаров и встреч»: whichever of them, they are counted together. */
export function unitOf(tokens: readonly Token[], phrase: NounPhrase, taken: ReadonlySet<number>): string {
  const units = [phrase.full];
  let end = phrase.end;
  while (LISTED.has(phrase.head.kind) && units.length < MOST_LISTED) {
    const joint = tokens[end];
    if (!joint || taken.has(end) || (joint.kind !== 'comma' && !JOINTS.has(joint.text))) break;
    const more = oneMore(tokens, end + 1, phrase, taken);
    if (!more) break;
    units.push(more.full);
    end = more.end;
  }
  return units.join(' или ');
}

/** Names of a population: its words up to the verb, with the clause that narrows it («…, имеющих статус …»). */
function populationOf(tokens: readonly Token[], phrase: NounPhrase, taken: ReadonlySet<number>): string {
  let text = phrase.full;
  let clause = false;
  for (let at = phrase.end; at < Math.min(phrase.end + LONGEST_TAIL, tokens.length); at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    if (taken.has(at)) break;
    if (token.kind === 'comma' && opensClause(next, tokens[at + 2])) {
      text += ',';
      clause = true;
    } else if (!TAIL.has(token.kind) || (isPredicate(token.text) && nounsOf(token.text).length === 0)) break;
    else if (!clause && token.text === 'и' && oneMore(tokens, at + 1, phrase, taken)) text += ' и';
    else if (!clause && token.kind === 'word' && !mayBeGenitive(token.text)) break;
    else text += ` ${token.kind === 'word' ? token.text : token.raw}`;
  }
  return text;
}

/** «…, имеющих статус», «…, не прошедших курсы». */
function opensClause(next: Token | undefined, after: Token | undefined): boolean {
  const word = next?.text === 'не' ? after : next;
  return word?.kind === 'word' && CLAUSE.test(word.text);
}

const mayBeGenitive = (word: string): boolean =>
  isGenitiveAdjective(word) || nounsOf(word).some(({ cases }) => /[gG]/u.test(cases));

const OF_THE_WHOLE = wordSet(
  'всех вновь впервые общего общей числа количества численности доли удельного веса',
);

/** After «100 %»: the action whose objects are meant is stepped over («100 % охват | обучающихся»). */
function afterPercent(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): Counted | undefined {
  let start = at;
  if (['от', 'из'].includes(tokens[start]?.text ?? '')) start += 1;
  while (OF_THE_WHOLE.has(tokens[start]?.text ?? '')) start += 1;
  const action = actionAt(tokens, start, taken);
  if (action !== undefined) {
    const object = phraseAt(tokens, action, 'gG', taken);
    return object
      ? { unit: shortUnit(object), of: populationOf(tokens, object, taken) }
      : { unit: null, of: null };
  }
  // «80 % от числа | принявших участие»: people without a noun.
  if (tokens[start + 1]?.text === 'участие' && tokens[start]!.text.startsWith('прин')) {
    return { unit: null, of: null };
  }
  const phrase = phraseAt(tokens, start, SHARED, taken);
  // «100 % аттестация педагогов»: an event all of whom undergo.
  const undergoing =
    phrase?.head.kind === 'event' && phrase.head.cases.includes('n') && isNominative(tokens, phrase)
      ? phraseAt(tokens, phrase.headEnd, 'gG', taken)
      : undefined;
  if (undergoing?.head.kind === 'person' || undergoing?.head.kind === 'body') {
    return { unit: shortUnit(undergoing), of: populationOf(tokens, undergoing, taken) };
  }
  return phrase ? { unit: shortUnit(phrase), of: populationOf(tokens, phrase, taken) } : undefined;
}

/** Where the object of an action noun begins: «своевременное выполнение | плана». */
function actionAt(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): number | undefined {
  for (let step = at; step < Math.min(at + 3, tokens.length); step++) {
    const token = tokens[step]!;
    if (token.kind !== 'word' || taken.has(step)) return undefined;
    if (isAction(token.text)) return step + 1;
    if (step === at && isAction(nominativeOf(token.text))) return step + 1;
    if (!/(?:ый|ой|ое|ая|ий|ее|яя)$/u.test(token.text)) return undefined;
  }
  return undefined;
}

/** «100 % охвата», «100 % выполнения»: an action noun in the genitive. */
const nominativeOf = (word: string): string =>
  word === 'охвата' || word === 'явки'
    ? word === 'охвата'
      ? 'охват'
      : 'явка'
    : word.endsWith('ния')
      ? `${word.slice(0, -1)}е`
      : word;

const EACH = /^кажд/u;

const ONE = wordSet('одного одну одно одной 1');

const EACH_LEADS = wordSet('на от с в из для у по со');

/** «от каждой школы», «на ШНОР», «с каждым куратором», «каждая школа – …»: whom each is counted for. */
export function perEach(tokens: readonly Token[], from: number, taken: ReadonlySet<number>): string | null {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' || taken.has(at)) continue;
    const each = EACH.test(tokens[at + 1]?.text ?? '');
    if (each && EACH_LEADS.has(token.text)) {
      return phraseAt(tokens, at + 2, ANY, taken)?.lemma ?? null;
    }
    if (token.text === 'на' || token.text === 'от') {
      // «на одного обучающегося», «на 1 школу».
      const one = ONE.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
      const phrase = phraseAt(tokens, one, token.text === 'на' ? 'a' : 'gG', taken);
      if (phrase && (phrase.head.kind === 'body' || (phrase.head.kind === 'person' && token.text === 'на')))
        return phrase.lemma;
      if (phrase && phrase.lemma === 'муниципальное образование') return phrase.lemma;
    }
  }
  const before = tokens.slice(0, from).findIndex((token, at) => EACH.test(token.text) && !taken.has(at));
  return before < 0 ? null : (phraseAt(tokens, before + 1, ANY, taken)?.lemma ?? null);
}

/** The unit of a count right after its number; «ед.» and «чел.» send to the words before. */
export function unitAfter(
  tokens: readonly Token[],
  at: number,
  value: number,
  taken: ReadonlySet<number>,
): { phrase?: NounPhrase; pieces?: boolean; persons?: boolean } {
  const token = tokens[at];
  if (!token || taken.has(at)) return {};
  if (PIECES.test(token.text)) {
    // «на 2 человека | числа педагогов».
    const next = WORDS_OF_MEASURE.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
    const own = phraseAt(tokens, next, 'gG', taken);
    if (own && tokens[at + 1]?.kind !== 'open') return { phrase: own };
    return PERSONS.test(token.text) ? { persons: true, pieces: true } : { pieces: true };
  }
  const few = value >= 2 && value <= 4 ? 'gNGaPpAidD' : 'gGPpiInNaAdD';
  const phrase = phraseAt(tokens, at, few, taken);
  return phrase ? { phrase } : {};
}

/** «Ежегодный | рост доли», «Сохранение | доли»: what is measured comes only after them. */
function leadsToMeasure(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text ?? '';
  if (isAction(tokens[at]!.text)) return WORDS_OF_MEASURE.test(next);
  return isAdjective(tokens[at]!.text) && (UP.test(next) || DOWN.test(next) || REACH.test(next));
}

/** «Охват | дополнительным образованием | детей»: past what it is covered by, whom it covers. */
function coveredAfter(
  scope: readonly Token[],
  at: number,
  taken: ReadonlySet<number>,
): NounPhrase | undefined {
  const means = phraseAt(scope, at, 'iI', taken);
  const object = means && phraseAt(scope, means.headEnd, 'gG', taken);
  return object?.head.kind === 'person' || object?.head.kind === 'body' ? object : undefined;
}

/** Something like «Доля педагогов», «Количество | мероприятий», «Публикации», «Проведение | семинаров» before a number. */
export function unitBefore(
  tokens: readonly Token[],
  end: number,
  taken: ReadonlySet<number>,
): Counted | undefined {
  let at = 0;
  let measured = false;
  while (at < end) {
    const token = tokens[at]!;
    if (taken.has(at) || token.kind === 'dash' || token.kind === 'comma') at += 1;
    else if (token.kind !== 'word') break;
    else if (WORDS_OF_MEASURE.test(token.text)) {
      measured = true;
      at += 1;
    } else if (
      LIGHT.test(token.text) ||
      UP.test(token.text) ||
      DOWN.test(token.text) ||
      REACH.test(token.text)
    )
      at += 1;
    else if (!measured && leadsToMeasure(tokens, at)) at += 1;
    // «Доля | своевременно сданных отчётов».
    else if (measured && token.text.endsWith('но') && isAdjective(tokens[at + 1]?.text ?? '')) at += 1;
    else break;
  }
  const scope = tokens.slice(0, end);
  const action = measured ? undefined : actionAt(scope, at, taken);
  if (action !== undefined) {
    const object = phraseAt(scope, action, 'gG', taken);
    if (object) return { unit: object.full, of: null, person: object.head.kind === 'person' };
    if (!isShown(scope[action - 1]!.text)) return undefined;
  }
  const participle =
    !measured &&
    /(?:[аеия]н|нят|крыт)[аоы]$|л[аоиы]$/u.test(tokens[at]?.text ?? '') &&
    nounsOf(tokens[at]!.text).length === 0;
  // «Охват дополнительным образованием»: what is measured stands in the genitive, what by does not.
  const cases = measured ? 'gG' : at > 0 && !participle ? ANY : 'nNG';
  const named =
    phraseAt(scope, participle ? at + 1 : at, cases, taken) ??
    (measured ? coveredAfter(scope, at, taken) : undefined);
  // «Повышение квалификации педагогов»: those who are taught.
  const phrase = named?.head.lemma === 'квалификация' ? phraseAt(scope, named.headEnd, 'gG', taken) : named;
  if (!phrase || phrase.end > end) return undefined;
  // «Участников – не менее 30»: the genitive plural right before its number.
  const adjacent =
    /G/u.test(phrase.head.cases) &&
    scope.slice(phrase.end).every(({ kind }) => kind === 'dash' || kind === 'colon');
  if (at === 0 && !isNominative(scope, phrase) && !adjacent) return undefined;
  return {
    unit: measured ? shortUnit(phrase) : unitOf(scope, phrase, taken),
    person: phrase.head.kind === 'person' || measured,
    of: measured ? populationOf(scope, phrase, taken) : null,
  };
}

/** «Увеличение на 10 % по сравнению с 2021 годом | доли школ …». */
function measureAfter(
  tokens: readonly Token[],
  from: number,
  taken: ReadonlySet<number>,
): Counted | undefined {
  const at = tokens.findIndex(
    ({ text }, index) => index >= from && /^(?:дол[ияю]|числ[ао]|количеств[ао])$/u.test(text),
  );
  const phrase = at < 0 ? undefined : phraseAt(tokens, at + 1, 'gG', taken);
  return phrase && { unit: shortUnit(phrase), of: populationOf(tokens, phrase, taken) };
}

/** Unit and population of a percent, from the words after it, else from those before. */
export function percentOf(
  tokens: readonly Token[],
  start: number,
  end: number,
  taken: ReadonlySet<number>,
): Counted {
  // «Доля участников … – 60 % от числа обучающихся»: the share is of the first named.
  const share = tokens.slice(0, start).some(({ text }) => /^(?:дол[яиюей]|вес)$/u.test(text));
  const named = share ? unitBefore(tokens, start, taken) : undefined;
  if (named) return { unit: named.unit, of: named.of };
  const next = tokens[end];
  const clause = next === undefined || next.kind !== 'word' ? undefined : afterPercent(tokens, end, taken);
  const after = next?.kind === 'abbreviation' ? afterPercent(tokens, end, taken) : clause;
  const found = after ?? unitBefore(tokens, start, taken) ?? measureAfter(tokens, end, taken);
  return { unit: found?.unit ?? null, of: found?.of ?? null };
}
