import type { Indicator } from '../meaning/indicator.ts';
import { isTimeUnit } from './indicator-lengths.ts';
import type { Quantity } from './indicator-numbers.ts';
import { isDocument } from './indicator-papers.ts';
import { type IndicatorReading, indicator, understood, unread } from './indicator-result.ts';
import type { Rhythm } from './indicator-rhythms.ts';
import type { Token } from './indicator-tokens.ts';
import { isGain, type Statement, trendBeside, trended, trendOf } from './indicator-trends.ts';
import { isAction, percentOf, perEach, unitAfter, unitBefore, unitOf } from './indicator-unit.ts';
import { DOWN, isPredicate, UNWANTED, UP } from './indicator-words.ts';
import { isAdjective, knownNounsOf, nounsOf } from './lemma.ts';
import { isNominative, phraseAt } from './noun-phrase.ts';
import { wordSet } from './word-set.ts';

const placeOf = ({ tokens, quantity }: Statement): readonly [number, number] => [
  tokens[quantity.start]!.start,
  tokens[quantity.end - 1]!.end,
];

const SHARE = /^(?:дол[яию]|вес|процент)$/u;

const NEVER_A_SHARE = wordSet('с со о об к при под через без');

/** The bound of a level. A bare share is reached from below, unless what is shared out is unwanted. */
export function level(statement: Statement): Partial<Indicator> | undefined {
  const { quantity, tokens } = statement;
  const { value, op, lead, max, percent } = quantity;
  if (max !== null) return { op: null, value, max };
  if (lead === 'до') {
    return !percent && quantity.start === 0 ? { op: '<=', value } : undefined;
  }
  if (lead === 'от') return quantity.start === 0 && !percent ? { op: '>=', value } : undefined;
  if (quantity.baseline !== undefined || isGain(statement)) return undefined;
  const before = tokens.slice(0, quantity.start);
  const share = (percent || lead === 'на') && before.some((token) => SHARE.test(token.text));
  // «Доля школ, улучшивших результат (не менее чем) на 5 %»: the number is no share of the schools.
  if (share && lead === 'на' && value < 100) return undefined;
  if (op !== null) return { op, value };
  if (percent) {
    if (share && value < 100) {
      return value === 0 || before.some((token) => UNWANTED.test(token.text))
        ? undefined
        : { op: '>=', value };
    }
    if (lead === 'на' && value !== 100 && !isFulfilled(statement)) return undefined;
    if (lead === 'в' && /^(?:вхождени|попадани|вход$)/u.test(tokens[0]!.text)) return undefined;
    return lead !== null && NEVER_A_SHARE.has(lead) ? undefined : { op: '=', value };
  }
  if (lead === null) return { op: '=', value };
  // «по 2 от школы» counts, «консультации по 5 предметам» do not.
  if (lead === 'по')
    return phraseAt(tokens, quantity.end, 'D', statement.taken) ? undefined : { op: '=', value };
  if (lead === 'в' || lead === 'во') {
    const phrase = phraseAt(tokens, quantity.end, 'pP', statement.taken);
    const taking = phrase?.head.kind === 'event' && before.some(({ text }) => TAKING.test(text));
    return phrase?.head.kind === 'body' || taking ? { op: '=', value } : undefined;
  }
  return undefined;
}

/** «Участие в 5 вебинарах», «Победа в 2 конкурсах». */
const TAKING = /^(?:участи[еяю]|участвовал[аи]?|победа|победы)$/u;

/** «Мероприятия выполнены на 95 %», «Школы укомплектованы кадрами на 98 %». */
const isFulfilled = ({ tokens, quantity }: Statement): boolean =>
  tokens
    .slice(0, quantity.start)
    .some(({ text }) =>
      /^(?:вы|ис)полнен[аоы]?$|^(?:реализован|укомплектован|обеспечен|оснащен|освоен|заполнен|охвачен)[аоы]?$/u.test(
        text,
      ),
    );

const BINDS_A_NUMBER = wordSet('о об для с к из у при под над без через на от до за между среди около не');

/** A bare number deep in a sentence may belong to anything: it counts at the start, after a verb or a dash. */
function wellPlaced({ tokens, quantity, taken }: Statement): boolean {
  if (quantity.op !== null || quantity.percent || quantity.max !== null || quantity.start === 0) return true;
  let at = quantity.start - 1;
  while (at >= 0 && taken.has(at)) at -= 1;
  const before = tokens[at];
  if (before?.kind !== 'word')
    return (
      before === undefined ||
      ['dash', 'colon', 'comma', 'open', 'abbreviation', 'quote', 'name'].includes(before.kind)
    );
  return !BINDS_A_NUMBER.has(before.text);
}

/** «Этап 3», «Список 5 школ»: a bare number right after one thing numbers it, or counts what it holds. */
function isNumbered({ tokens, quantity, taken }: Statement): boolean {
  const { op, percent, max, lead, start, times } = quantity;
  if (op !== null || percent || max !== null || lead !== null || times || start === 0) return false;
  const before = tokens[start - 1]!;
  if (before.kind !== 'word' || taken.has(start - 1) || isAction(before.text) || isPredicate(before.text)) {
    return false;
  }
  if (UNDERGONE.has(before.text)) return false;
  const [noun] = knownNounsOf(before.text);
  return noun !== undefined && noun.kind !== 'measure' && noun.cases.includes('n');
}

/** Events whose genitive is what they are done to: «Мониторинг 12 школ», «Открытие 2 центров». */
const UNDERGONE = wordSet(
  'мониторинг аттестация открытие показ проверка экспертиза посещение анкетирование тестирование обследование опрос',
);

const FRACTIONAL = /(?:балл|час|ставк|рубл|единиц|процент)/u;

/** The word after a number is no noun of the dictionary, no verb and no preposition: «100 Мбит/с». */
function isUnknownThing({ tokens, quantity, taken }: Statement): boolean {
  const next = tokens[quantity.end];
  if (!next || taken.has(quantity.end) || (next.kind !== 'word' && next.kind !== 'abbreviation'))
    return false;
  return !isPredicate(next.text) && !FOLLOWS.test(next.text);
}

const FOLLOWS = /^(?:на|от|с|со|в|во|из|для|у|по|и|за|при|к|до|о|об|кажд[а-я]+|раз|раза)$/u;

/** «Не менее половины от»: the words that would say of whom are cut off, or no noun is among them. */
const ofNothing = ({ tokens, quantity }: Statement): boolean =>
  ['от', 'из', 'среди'].includes(tokens[quantity.end]?.text ?? '');

/** «80 % троечников», «доля троечников – 5 %»: the share is of somebody whom the dictionary does not know. */
function ofUnknown(statement: Statement): boolean {
  const { tokens, quantity, taken } = statement;
  const next = tokens[quantity.end]?.text ?? '';
  if (isUnknownThing(statement) && nounsOf(next).length === 0 && !isAction(next) && !isAdjective(next)) {
    return true;
  }
  const share = tokens.findIndex(({ text }) => SHARE.test(text));
  const whose = share >= 0 && share < quantity.start ? tokens[share + 1] : undefined;
  return (
    whose?.kind === 'word' &&
    !taken.has(share + 1) &&
    share + 1 < quantity.start &&
    nounsOf(whose.text).length === 0 &&
    !isAdjective(whose.text) &&
    !FOLLOWS.test(whose.text)
  );
}

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

/** «План проведения 5 семинаров», «Педагоги 5 школ»: the number belongs to what the first noun is about. */
function isWithin({ tokens, taken, quantity }: Statement): boolean {
  if (quantity.percent || quantity.times || quantity.lead !== null || quantity.start === 0) return false;
  const first = phraseAt(tokens, 0, 'nN', taken);
  if (!first?.known || !isNominative(tokens, first)) return false;
  const counted = phraseAt(tokens, quantity.end, 'gG', taken);
  if (!counted || counted.head.lemma === first.head.lemma) return false;
  const between = tokens.slice(first.headEnd, quantity.start);
  const marked = between.some(({ kind, text }) => kind !== 'word' || isPredicate(text));
  if (marked || (quantity.op !== null && quantity.start === first.headEnd)) return false;
  return (
    isDocument(first) ||
    (first.head.kind === 'person' && counted.head.kind === 'body' && quantity.op === null)
  );
}

/** «Доля школ – 20»: a share whose percent sign is lost. */
const namesShare = ({ tokens, quantity }: Statement): boolean =>
  tokens.slice(0, quantity.start).some((token) => /^(?:дол[яиюей]|удельн[а-я]+|процент)$/u.test(token.text));

function counted(statement: Statement, bound: Partial<Indicator>): IndicatorReading {
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

export const rhythmOf = (rhythm: Rhythm | undefined): Pick<Partial<Indicator>, 'per' | 'every'> =>
  rhythm ? { per: rhythm.per, ...(rhythm.every !== 1 && { every: rhythm.every }) } : {};

/** Reads a statement with one quantity into a count, a percent or a change. */
export function readTarget(statement: Statement): IndicatorReading {
  const { quantity, rhythm } = statement;
  const place = placeOf(statement);
  const trend = quantity.times && rhythm ? undefined : (trendOf(statement) ?? trendBeside(statement));
  const bound =
    trend && !(trend === 'reach' && quantity.lead !== 'до') ? trended(statement, trend) : level(statement);
  if (!bound) {
    return trend
      ? unread(
          place,
          'неясно, на сколько изменить или до какого значения',
          'it is unclear whether this is a change or a level',
        )
      : unread(place, 'неясно, какое значение требуется', 'it is unclear what value is required');
  }
  if (quantity.percent && bound.change === undefined && quantity.value > 100) {
    return unread(place, 'доля больше 100 %', 'a share above 100 %');
  }
  if (quantity.times && !rhythm && bound.change === undefined) {
    return unread(place, 'неясно, за какое время столько раз', 'it is unclear in what time so many times');
  }
  const next = statement.tokens[quantity.end]?.text ?? '';
  if (!trend && (UP.test(next) || DOWN.test(next))) {
    return unread(
      place,
      'неясно, это изменение или значение',
      'it is unclear whether this is a change or a level',
    );
  }
  if (!wellPlaced(statement) || isNumbered(statement) || isWithin(statement)) {
    return unread(place, 'неясно, к чему относится число', 'it is unclear what the number belongs to');
  }
  return counted(statement, bound);
}
