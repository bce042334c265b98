import { isAdjective } from '../words/adjective.ts';
import { nounsOf } from '../words/lemma.ts';
import { ANY_CASE } from '../words/noun.ts';
import { actionAt, isAction, isShown } from './actions.ts';
import { unitOf } from './listed.ts';
import { isNominative, type NounPhrase, phraseAt } from './noun-phrase.ts';
import { populationOf, shortUnit } from './population.ts';
import type { Token } from './tokens.ts';
import { DOWN, REACH, UP } from './words.ts';

/** What is counted, and whom it is taken of or laid on. */
export interface Counted {
  /** The unit is a person, so that «человек» after a number means it. */
  readonly person?: boolean;
  readonly unit: string | null;
  readonly of: string | null;
}

/** Words after a number that leave what is counted to the words before it. */
export const PIECES = /^(?:ед|шт|экз|чел|единиц[аы]?|штук[аи]?|человек[а]?|наименовани[йея])$/u;
const PERSONS = /^(?:чел|человек[а]?)$/u;

const WORDS_OF_MEASURE =
  /^(?:дол[яиюей]|количеств[оау]|кол-во|числ[оау]|численност[ьи]|процент[а]?|охват[а]?|вес[а]?|уровень|показател[ья])$/u;
const LIGHT =
  /^(?:общ(?:ее|ая|ей|ий|его)|всего|итого|уровне|удельн(?:ый|ого)|от|в|и|на|до|с|по|достижени[ея]|обеспечени[ея]|наличи[ея]|проведени[ея]|организаци[яи]|реализаци[яи])$/u;

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
  const cases = measured ? 'gG' : at > 0 && !participle ? ANY_CASE : 'nNG';
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
