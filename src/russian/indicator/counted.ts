import { isAdjective, isNominativeAdjective } from '../words/adjective.ts';
import { nounsOf } from '../words/lemma.ts';
import { does } from '../words/lexicon.ts';
import { ANY_CASE } from '../words/noun.ts';
import {
  isAction,
  isActionOf,
  isEvery,
  isMeasure,
  isPredicate,
  isPreposition,
  isShare,
  isShortParticiple,
  isShown,
  opensClause,
  trendIn,
} from '../words/statement.ts';
import { isAside, isWord, type Nodes, type Target } from './node.ts';
import {
  isNominative,
  isTwoWords,
  type NounPhrase,
  phraseAt,
  populationOf,
  shortUnit,
  subjectAt,
  unitOf,
} from './phrase.ts';

/** What is counted, and whom it is taken of or laid on. */
export interface Counted {
  /** The unit is a person, so that «человек» after a number means it. */
  readonly person?: boolean;
  readonly unit: string | null;
  readonly of: string | null;
}

/** The unit of a count right after its number; «ед.» and «чел.» send to the words before. */
export function unitAfter(
  nodes: Nodes,
  at: number,
  value: number,
): { phrase?: NounPhrase; pieces?: boolean; persons?: boolean } {
  const node = nodes[at];
  if (!node) return {};
  if (does(node.text, 'piece')) {
    // «на 2 человека | числа педагогов».
    const own = phraseAt(nodes, isMeasure(nodes[at + 1]?.text ?? '') ? at + 2 : at + 1, 'gG');
    if (own && nodes[at + 1]?.kind !== 'open') return { phrase: own };
    return does(node.text, 'person') ? { persons: true, pieces: true } : { pieces: true };
  }
  const phrase = phraseAt(nodes, at, value >= 2 && value <= 4 ? 'gNGaPpAidD' : 'gGPpiInNaAdD');
  return phrase ? { phrase } : {};
}

/** Where the object of an action noun begins: «своевременное выполнение | плана». */
function objectAfter(nodes: Nodes, at: number): number | undefined {
  for (let step = at; step < Math.min(at + 3, nodes.length); step++) {
    const node = nodes[step]!;
    if (!isWord(node)) return undefined;
    if (isAction(node.text) || (step === at && isActionOf(node.text))) return step + 1;
    if (!isNominativeAdjective(node.text)) return undefined;
  }
  return undefined;
}

/** «Ежегодный | рост доли», «Сохранение | доли»: what is measured comes only after them. */
function leadsToMeasure(nodes: Nodes, at: number): boolean {
  const next = nodes[at + 1]?.text ?? '';
  if (isAction(nodes[at]!.text)) return isMeasure(next);
  return isAdjective(nodes[at]!.text) && trendIn(next) !== undefined;
}

/** «Охват | дополнительным образованием | детей»: past what it is covered by, whom it covers. */
function coveredAfter(nodes: Nodes, at: number): NounPhrase | undefined {
  const means = phraseAt(nodes, at, 'iI');
  const object = means && phraseAt(nodes, means.headEnd, 'gG');
  return object?.head.kind === 'person' || object?.head.kind === 'body' ? object : undefined;
}

/** Something like «Доля педагогов», «Количество | мероприятий», «Публикации», «Проведение | семинаров» before a number. */
export function unitBefore(all: Nodes, end: number): Counted | undefined {
  const nodes = all.slice(0, end);
  let at = 0;
  let measured = false;
  while (at < end) {
    const node = nodes[at]!;
    if (isAside(node) || node.kind === 'dash' || node.kind === 'comma') at += 1;
    else if (!isWord(node)) break;
    else if (isMeasure(node.text)) {
      measured = true;
      at += 1;
    } else if (does(node.text, 'light') || trendIn(node.text)) at += 1;
    else if (!measured && leadsToMeasure(nodes, at)) at += 1;
    // «Доля | своевременно сданных отчётов».
    else if (measured && node.text.endsWith('но') && isAdjective(nodes[at + 1]?.text ?? '')) at += 1;
    else break;
  }
  const action = measured ? undefined : objectAfter(nodes, at);
  if (action !== undefined) {
    const object = phraseAt(nodes, action, 'gG');
    if (object && !nodes[action - 1]!.text.startsWith('публикаци'))
      return { unit: object.full, of: null, person: object.head.kind === 'person' };
    if (!isShown(nodes[action - 1]!.text)) return undefined;
  }
  const first = nodes[at]?.text ?? '';
  const participle =
    !measured && (isShortParticiple(first) || isPredicate(first)) && nounsOf(first).length === 0;
  // «Охват дополнительным образованием»: what is measured stands in the genitive, what by does not.
  const cases = measured ? 'gG' : at > 0 && !participle ? ANY_CASE : 'nNG';
  const named =
    phraseAt(nodes, participle ? at + 1 : at, cases) ?? (measured ? coveredAfter(nodes, at) : undefined);
  // «Повышение квалификации педагогов»: those who are taught.
  const phrase = named?.head.lemma === 'квалификация' ? phraseAt(nodes, named.headEnd, 'gG') : named;
  if (!phrase) return undefined;
  // «Участников – не менее 30»: the genitive plural right before its number.
  const adjacent =
    /G/u.test(phrase.head.cases) &&
    nodes.slice(phrase.end).every(({ kind }) => kind === 'dash' || kind === 'colon');
  if (at === 0 && !isNominative(nodes, phrase) && !adjacent) return undefined;
  return {
    unit: measured ? shortUnit(phrase) : unitOf(nodes, phrase),
    person: phrase.head.kind === 'person' || measured,
    of: measured ? populationOf(nodes, phrase) : null,
  };
}

/** A share is of nobody who stands in the accusative alone: «30 % | первую категорию». */
const SHARED = 'ngdipNGDAIP';

/** After «100 %»: the action whose objects are meant is stepped over («100 % охват | обучающихся»). */
function afterPercent(nodes: Nodes, at: number): Counted | undefined {
  let start = at;
  if (['от', 'из'].includes(nodes[start]?.text ?? '')) start += 1;
  while (does(nodes[start]?.text ?? '', 'ofTheWhole')) start += 1;
  const action = objectAfter(nodes, start);
  if (action !== undefined) {
    const object = phraseAt(nodes, action, 'gG');
    return object ? { unit: shortUnit(object), of: populationOf(nodes, object) } : { unit: null, of: null };
  }
  // «80 % от числа | принявших участие»: people without a noun.
  if (nodes[start + 1]?.text === 'участие' && nodes[start]!.text.startsWith('прин'))
    return { unit: null, of: null };
  const phrase = phraseAt(nodes, start, SHARED);
  // «100 % аттестация педагогов»: an event all of whom undergo.
  const undergoing =
    phrase?.head.kind === 'event' && phrase.head.cases.includes('n') && subjectAt(nodes, phrase.start)
      ? phraseAt(nodes, phrase.headEnd, 'gG')
      : undefined;
  const named = undergoing?.head.kind === 'person' || undergoing?.head.kind === 'body' ? undergoing : phrase;
  return named && { unit: shortUnit(named), of: populationOf(nodes, named) };
}

/** «Увеличение на 10 % по сравнению с 2021 годом | доли школ …». */
function measureAfter(nodes: Nodes, from: number): Counted | undefined {
  const at = nodes.findIndex(({ text }, index) => index >= from && isMeasure(text));
  const phrase = at < 0 ? undefined : phraseAt(nodes, at + 1, 'gG');
  return phrase && { unit: shortUnit(phrase), of: populationOf(nodes, phrase) };
}

/** Unit and population of a percent at `at`, from the words after it, else from those before. */
export function percentOf(nodes: Nodes, at: number): Counted {
  // «Доля участников … – 60 % от числа обучающихся»: the share is of the first named.
  const share = nodes.slice(0, at).some(({ text }) => isShare(text));
  const named = share ? unitBefore(nodes, at) : undefined;
  if (named) return { unit: named.unit, of: named.of };
  const next = nodes[at + 1];
  const after =
    next?.kind === 'word' || next?.kind === 'abbreviation' ? afterPercent(nodes, at + 1) : undefined;
  const found = after ?? unitBefore(nodes, at) ?? measureAfter(nodes, at + 1);
  return { unit: found?.unit ?? null, of: found?.of ?? null };
}

const follows = (word: string): boolean =>
  isPreposition(word) || isEvery(word) || ['и', 'раз', 'раза'].includes(word);

/** The word after a number is no noun of the dictionary, no verb and no preposition: «100 Мбит/с». */
export function isUnknownThing({ nodes, at }: Target): boolean {
  const next = nodes[at + 1];
  if (next?.kind !== 'word' && next?.kind !== 'abbreviation') return false;
  return !isPredicate(next.text) && !follows(next.text);
}

/** «80 % троечников», «доля троечников – 5 %», «половины от»: whom the share is of is not known or not said. */
export function ofUnknown(target: Target): boolean {
  const { nodes, at } = target;
  const next = nodes[at + 1]?.text ?? '';
  const share = nodes.findIndex(({ text }) => isShare(text));
  const whose = share >= 0 && share < at ? nodes[share + 1] : undefined;
  // «Доля не явившихся – 0 %»: people without a noun.
  if (whose?.text === 'не' && opensClause(nodes[share + 2]?.text ?? '')) return false;
  if (['от', 'из', 'среди'].includes(next)) return true;
  if (isUnknownThing(target) && nounsOf(next).length === 0 && !isAction(next) && !isAdjective(next))
    return true;
  return (
    isWord(whose) &&
    share + 1 < at &&
    nounsOf(whose.text).length === 0 &&
    !isAdjective(whose.text) &&
    !follows(whose.text)
  );
}

/** Whom each is counted for: «от каждой школы», «на ШНОР», «на одного педагога», «каждая школа – …». */
export function perEach(
  nodes: Nodes,
  from: number,
  at: number,
): { readonly of: string; readonly end: number } | undefined {
  for (let step = from; step < nodes.length; step++) {
    const node = nodes[step]!;
    if (!isWord(node)) continue;
    const each = isEvery(nodes[step + 1]?.text ?? '');
    if (each && isPreposition(node.text)) {
      const phrase = phraseAt(nodes, step + 2, ANY_CASE);
      return phrase && { of: phrase.lemma, end: phrase.end };
    }
    if (node.text === 'на' || node.text === 'от') {
      const whose = does(nodes[step + 1]?.text ?? '', 'single') ? step + 2 : step + 1;
      const person = phraseAt(nodes, whose, 'g');
      // «на одного воспитателя»: of people the accusative is the genitive.
      const phrase =
        node.text === 'от'
          ? phraseAt(nodes, whose, 'gG')
          : (phraseAt(nodes, whose, 'a') ?? (person?.head.kind === 'person' ? person : undefined));
      const body =
        phrase?.head.kind === 'body' ||
        (phrase && isTwoWords(phrase, 'bodyPhrase')) ||
        does(phrase?.head.lemma ?? '', 'division');
      if (phrase && (body || (phrase.head.kind === 'person' && node.text === 'на')))
        return { of: phrase.lemma, end: phrase.end };
    }
  }
  const before = nodes.findIndex(({ text }, index) => index < at && isEvery(text));
  const phrase = before < 0 ? undefined : phraseAt(nodes, before + 1, ANY_CASE);
  return phrase && { of: phrase.lemma, end: phrase.end };
}
