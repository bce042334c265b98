import type { PlanPeriod } from '../../meaning/period.ts';
import { isAdjective } from '../words/adjective.ts';
import { knownNounsOf } from '../words/lemma.ts';
import type { NounKind } from '../words/noun.ts';
import { wordSet } from '../words/word-set.ts';
import { isNominative, type NounPhrase, phraseAt } from './noun-phrase.ts';
import { readNumbers } from './numbered.ts';
import { isReading, type Parsed, parse } from './parse.ts';
import { type IndicatorReading, joined, understood, unread } from './result.ts';
import { areStages } from './stages.ts';
import type { Token } from './tokens.ts';
import { PIECES } from './unit.ts';

/** The number stands in brackets after what it measures: «школьные команды (не менее трёх представителей)». */
export function readBracketed(
  main: readonly Token[],
  group: readonly Token[],
  period: PlanPeriod,
): IndicatorReading {
  const inside = parse(group, period);
  if (isReading(inside)) return inside;
  const alone = readNumbers(inside, period);
  if (alone.understood && (alone.meaning.unit !== null || alone.meaning.kind === 'compound')) {
    const { meaning } = alone;
    if (meaning.kind !== 'count' || meaning.of !== null) return alone;
    const holder = phraseAt(main, 0, 'nN');
    return holder ? understood({ ...meaning, of: holder.full }) : alone;
  }
  const whole = parse([...main, ...group], period);
  if (isReading(whole)) return whole;
  const read = readNumbers(whole, period);
  const holder = phraseAt(main, 0, 'nN');
  const bounded =
    whole.quantities.every(({ op, percent }) => op !== null || percent) ||
    whole.rhythm !== undefined ||
    (holder !== undefined && tellsHowMany(main, holder, group));
  // «Банк практик (не менее 10)»: of one bank ten what?
  const single = holder?.head.kind === 'document' && !holder.head.cases.includes('N') && holds(main, holder);
  const several = whole.quantities.some(({ value, percent, times }) => value > 1 && !percent && !times);
  return bounded && !(single && several)
    ? read
    : unread(
        group,
        'неясно, что означает число в скобках',
        'it is unclear what the number in brackets means',
      );
}

const CONTAINERS = wordSet('банк база реестр сборник перечень список каталог пакет комплект план график');

/** «Банк практик», «План мероприятий» hold many things; «Программа повышения квалификации» is one itself. */
function holds(main: readonly Token[], holder: NounPhrase): boolean {
  if (CONTAINERS.has(holder.head.lemma)) return true;
  return phraseAt(main, holder.headEnd, 'G') !== undefined;
}

/** «Справки (5)», «Приказы (2 шт.)»: things in the plural, and in the brackets only their number. */
function tellsHowMany(main: readonly Token[], holder: NounPhrase, group: readonly Token[]): boolean {
  const plain = group[0]!.kind === 'number' && group.slice(1).every(({ text }) => PIECES.test(text));
  return plain && holder.head.cases.includes('N') && holder.headEnd === main.length;
}

/** «100 % ШНОР (8 школ)»: a share, and in brackets how many that is. */
export function restates(parsed: Parsed, group: readonly Token[], period: PlanPeriod): boolean {
  const inside = parse(group, period);
  if (isReading(inside) || inside.quantities.length !== 1 || inside.rhythm) return false;
  const [own, other] = [parsed.quantities[0]!, inside.quantities[0]!];
  if (!own.percent || other.percent || other.op !== null || other.max !== null || other.lead !== null)
    return false;
  if (other.start !== 0 || group.length - other.end > 2) return false;
  const read = readNumbers(parsed, period);
  const again = readNumbers(inside, period);
  if (!read.understood || read.meaning.unit === null || !again.understood) return false;
  return again.meaning.unit === null || isSameCircle(read.meaning.unit, again.meaning.unit);
}

const kindOf = (unit: string): NounKind | undefined => {
  const [word = ''] = unit.split(' ').filter((one) => !isAdjective(one.toLowerCase()));
  return word === word.toUpperCase() ? 'body' : knownNounsOf(word.replaceAll('ё', 'е'))[0]?.kind;
};

/** Both are people, or both are schools and their like. */
function isSameCircle(unit: string, again: string): boolean {
  const kind = kindOf(unit);
  return (kind === 'person' || kind === 'body') && kindOf(again) === kind;
}

/** «Команды (не менее трёх представителей) из 100 % школ»: a count, and a share of those who must have it. */
export function bothTargets(parsed: Parsed, group: readonly Token[], period: PlanPeriod): IndicatorReading {
  const counted = readBracketed(parsed.tokens.slice(0, parsed.quantities[0]!.start), group, period);
  const share = readNumbers(parsed, period);
  if (!counted.understood) return counted;
  return share.understood ? understood(joined([counted.meaning, share.meaning])) : share;
}

/** «3 семинара, школьные команды (не менее трёх человек)»: the comma before the noun that the bracket measures. */
export function bracketSplit(tokens: readonly Token[]): number | undefined {
  const open = tokens.findLastIndex(({ kind }) => kind === 'open');
  const cut = tokens.slice(0, open).findLastIndex(({ kind }) => kind === 'comma');
  if (cut < 1 || tokens.slice(cut, open).some(({ kind }) => kind === 'close')) return undefined;
  const phrase = phraseAt(tokens, cut + 1, 'nN');
  return phrase?.known && isNominative(tokens, phrase) && phrase.end <= open ? cut : undefined;
}

/** Brackets that only date the numbers before them are read as if they were not there. */
export function readTimed(tokens: readonly Token[], period: PlanPeriod): IndicatorReading {
  const open = parse(
    tokens.filter(({ kind }) => kind !== 'open' && kind !== 'close'),
    period,
  );
  if (isReading(open)) return open;
  return areStages(open.quantities, open.times)
    ? readNumbers(open, period)
    : unread(tokens, 'несколько чисел, связь между ними неясна', 'several numbers whose relation is unclear');
}
