import type { Indicator } from '../../meaning/indicator.ts';
import { knownNounsOf } from '../words/lemma.ts';
import { wordSet } from '../words/word-set.ts';
import { isAction } from './actions.ts';
import { perEach } from './each.ts';
import { isTimeUnit } from './lengths.ts';
import { unitOf } from './listed.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import { placeOf, type Statement } from './parse.ts';
import type { Quantity } from './quantity.ts';
import { type IndicatorReading, indicator, understood, unread } from './result.ts';
import { rhythmOf } from './rhythms.ts';
import { percentOf } from './share.ts';
import type { Token } from './tokens.ts';
import { unitAfter, unitBefore } from './unit.ts';
import { isUnknownThing, ofNothing, ofUnknown } from './unknown.ts';
import { isPredicate } from './words.ts';

const FRACTIONAL = /(?:балл|час|ставк|рубл|единиц|процент)/u;

const NAMED_BY_ITS_NOUN = wordSet('проведение организация размещение публикация выпуск подготовка');

/** «Повышение квалификации не реже раза в год»: what happens so often is the deed, not the noun in it. */
function saysMore({ tokens, quantity }: Statement): boolean {
  const first = tokens[0]!.text;
  if (isAction(first)) return !NAMED_BY_ITS_NOUN.has(first);
  return tokens
    .slice(1, quantity.start)
    .some(({ text }) => isPredicate(text) && !HAPPENS.test(text) && knownNounsOf(text).length === 0);
}

const HAPPENS = /^(?:провод(?:и|я)тся|проход(?:и|я)т|проведен[аоы]?)$/u;

/** «Диагностика педагогов 2 раза в год»: an event that happens so often, whatever its object. */
function recurring({ tokens, quantity, rhythm }: Statement): string | undefined {
  if (!quantity.times || rhythm === undefined || quantity.start === 0) return undefined;
  const phrase = phraseAt(tokens, 0, 'nN');
  return phrase?.known && phrase.head.kind === 'event' && isNominative(tokens, phrase)
    ? phrase.full
    : undefined;
}

/** «Доля школ – 20»: a share whose percent sign is lost. */
const namesShare = ({ tokens, quantity }: Statement): boolean =>
  tokens.slice(0, quantity.start).some((token) => /^(?:дол[яиюей]|удельн[а-я]+|процент)$/u.test(token.text));

/** Reads what the quantity counts, or whom it is a share of, once its `bound` is known. */
export function counted(statement: Statement, bound: Partial<Indicator>): IndicatorReading {
  const { tokens, taken, quantity, rhythm } = statement;
  const place = placeOf(statement);
  if (quantity.percent) {
    const { unit, of } = percentOf(tokens, quantity.start, quantity.end, taken);
    if (unit === null && (ofNothing(statement) || ofUnknown(statement))) {
      return unread(place, 'не понятно, от кого взята доля', 'it is unclear what the share is of');
    }
    // «Школьный этап – 60 %»: where the share is taken, not of whom.
    const whom = LABEL.test(unit ?? '') ? { unit: null, of: null } : { unit, of };
    return understood(indicator({ kind: 'percent', ...bound, ...whom, ...rhythmOf(rhythm) }));
  }
  if (namesShare(statement)) {
    return unread(place, 'названа доля, а знака процента нет', 'a share is named without a percent sign');
  }
  const after = quantity.times ? {} : unitAfter(tokens, quantity.end, quantity.value, taken);
  const before = after.phrase && !bound.change ? undefined : unitBefore(tokens, quantity.start, taken);
  const each = perEach(tokens, after.phrase?.end ?? quantity.end, taken);
  let unit = after.phrase ? unitOf(tokens, after.phrase, taken) : (before?.unit ?? null);
  if (bound.change && before?.unit) unit = before.unit;
  const event = recurring(statement);
  if (event !== undefined) unit = event;
  else if (quantity.times && rhythm !== undefined && saysMore(statement)) unit = null;
  if (after.persons && !after.phrase && !before?.person) unit = 'человек';
  if (!after.phrase && !after.pieces && !quantity.times && isUnknownThing(statement)) {
    return unread(place, 'не понятно, что считают', 'it is unclear what is counted');
  }
  if (quantity.rank) {
    if (!unit?.startsWith('место'))
      return unread(place, 'неясно, что означает «не хуже»', '«не хуже» is unclear here');
    unit = 'место';
  } else if (unit === 'место' && quantity.op === null) {
    // «Создано 120 мест», unlike «3 место».
    if (!after.phrase?.head.cases.includes('G'))
      return unread(place, 'неясно, которое место или сколько мест', 'which place, or how many, is unclear');
  } else if (unit === 'место' && quantity.op === '>=' && /^не ниже/u.test(textOf(tokens, quantity))) {
    bound = { ...bound, op: '<=' };
  }
  if (isTimeAlone(statement, unit)) {
    return unread(place, 'назван срок, а не результат', 'a time is named, not a result');
  }
  if (unit === null && each === null && !(rhythm && quantity.times)) {
    return unread(place, 'не понятно, что считают', 'it is unclear what is counted');
  }
  if (!Number.isInteger(quantity.value) && bound.change === undefined && !FRACTIONAL.test(unit ?? '')) {
    return unread(
      place,
      'дробное число там, где считают целыми',
      'a fraction where whole things are counted',
    );
  }
  if (
    /^(?:уровень|класс|категория|разряд|степень)(?: |$)/u.test(unit ?? '') &&
    !(after.phrase?.head.cases ?? 'G').includes('G')
  ) {
    return unread(
      place,
      'неясно, сколько это или который по порядку',
      'how many, or which in order, is unclear',
    );
  }
  return understood(indicator({ kind: 'count', ...bound, unit, of: each, ...rhythmOf(rhythm) }));
}

const LABEL = /^(?:\S+ )*(?:этап|категория|уровень)$/u;

/** «10 дней», «72 часа» and nothing else: how long something takes. */
const isTimeAlone = ({ tokens, quantity, rhythm }: Statement, unit: string | null): boolean =>
  quantity.start === 0 &&
  quantity.op === null &&
  quantity.max === null &&
  rhythm === undefined &&
  tokens.length - quantity.end <= 2 &&
  isTimeUnit(unit);

const textOf = (tokens: readonly Token[], { start, end }: Quantity): string =>
  tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(' ');
