import type { Indicator } from '../../meaning/indicator.ts';
import type { Token } from '../text/token.ts';
import { isAdjective, isGenitiveAdjective } from '../words/adjective.ts';
import { nounsOf } from '../words/lemma.ts';
import { does, type Role, wordRole } from '../words/lexicon.ts';
import { ANY_CASE } from '../words/noun.ts';
import { isPreposition } from '../words/statement.ts';
import { stem } from '../words/stem.ts';
import { wordSet } from '../words/word-set.ts';
import type { Node } from './node.ts';
import { phraseAt, subjectAt } from './phrase.ts';
import type { RefusalId } from './refusals.ts';
import { type IndicatorReading, refused } from './result.ts';
import type { Nodes } from './statement.ts';

/**
 * Words that take back, limit or double what a statement asks for. A line is one way to say it: words apart by blanks,
 * `…` for any ending, `a|b` for either.
 */
const PROVISOS: readonly (readonly [RefusalId, string])[] = [
  ['exception', 'кроме'],
  ['exception', 'исключая'],
  ['exception', 'исключением'],
  ['exception', 'помимо'],
  ['exception', 'вместо'],
  ['exception', 'не считая'],
  ['exception', 'без учета'],
  ['exception', 'не включая'],
  ['restriction', 'только'],
  ['restriction', 'лишь'],
  ['restriction', 'исключительно'],
  ['restriction', 'преимущественно'],
  ['restriction', 'частично'],
  ['restriction', 'в основном'],
  ['condition', 'если'],
  ['condition', 'ежели'],
  ['condition', 'когда'],
  ['condition', 'пока'],
  [
    'condition',
    'при наличии|условии|возможности|необходимости|поступлении|выделении|финансировании|отсутствии|желании|согласии|достаточн…',
  ],
  ['condition', 'при должном|надлежащем|соответствующем|достаточном|полном финансировании'],
  ['condition', 'в случае'],
  ['condition', 'в зависимости'],
  [
    'condition',
    'в пределах средств|бюджет…|финанс…|выделенн…|лимит…|ассигнован…|имеющ…|возможност…|смет…|утвержденн…|доведенн…',
  ],
  ['condition', 'по возможности'],
  ['condition', 'по мере'],
  ['condition', 'по желанию'],
  ['condition', 'исходя из'],
  ['condition', 'насколько'],
  ['condition', 'возможно'],
  ['condition', 'желательно'],
  ['condition', 'предположительно'],
  ['schedule', 'по необходимости'],
  ['fact', 'факт dash|colon'],
  ['some-of-all', 'не|почти|практически все|всех|всем|всеми'],
];

type Matcher = (token: Token) => boolean;

const matcherOf = (alternatives: string): Matcher => {
  const all = alternatives.split('|');
  return ({ kind, text }) =>
    all.some((one) => (one.endsWith('…') ? text.startsWith(one.slice(0, -1)) : text === one || kind === one));
};

type Compiled = readonly (readonly [RefusalId, readonly Matcher[]])[];
let compiled: ReadonlyMap<string, Compiled> | undefined;

/** By their first word; made when the first indicator is read, not when a command starts. */
function provisosFrom(word: string): Compiled {
  if (!compiled) {
    const byWord = new Map<string, [RefusalId, readonly Matcher[]][]>();
    for (const [id, phrase] of PROVISOS) {
      const [first = '', ...rest] = phrase.split(' ');
      for (const one of first.split('|'))
        byWord.set(one, [...(byWord.get(one) ?? []), [id, rest.map(matcherOf)]]);
    }
    compiled = byWord;
  }
  return compiled.get(word) ?? NONE;
}
const NONE: Compiled = [];

/** The first words that take back, limit or double what a statement asks for, as the reason it is not read. */
export function provisoOf(tokens: readonly Token[]): IndicatorReading | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const { kind } = tokens[at]!;
    if (kind !== 'word') continue;
    for (const [id, matchers] of provisosFrom(tokens[at]!.text)) {
      const fits = matchers.every((matches, step) => {
        const token = tokens[at + 1 + step];
        return token !== undefined && matches(token);
      });
      if (fits) return refused(id, id === 'some-of-all' ? tokens.slice(at, at + 2) : tokens.slice(at));
    }
  }
  return undefined;
}

/** «приказ или распоряжение», «3 семинара или одного»: either would do, which no target can say. */
function alternative(nodes: Nodes, at: number, meaning: Indicator): boolean {
  const { text, kind } = nodes[at]!;
  if (kind === 'slash') return subjectAt(nodes, at + 1)?.known === true;
  if (!does(text, 'or')) return false;
  // «семинаров или вебинаров» are counted together.
  const other = phraseAt(nodes, at + 1, ANY_CASE)?.head.lemma;
  return other === undefined || !namesChoice(meaning, other);
}

const namesChoice = (meaning: Indicator, other: string): boolean =>
  [meaning.unit, meaning.of].some((text) => / или /u.test(text ?? '') && text!.split(' ').includes(other)) ||
  meaning.parts.some((part) => namesChoice(part, other));

/** «не» that denies neither a bound nor whom the target is of: «не проведено», «3 не семинара». */
function negation(nodes: Nodes, at: number): boolean {
  const { text } = nodes[at]!;
  if (text === 'ни' || text === 'нет') return true;
  if (text !== 'не') return false;
  const next = nodes[at + 1];
  const after = nodes[at + 2];
  // «не имеют замечаний», «не ниже базового уровня»: what those it is of are like.
  if (/^име(?:ет|ют)$/u.test(next?.text ?? '')) return false;
  if (/^(?:ниже|хуже|выше)$/u.test(next?.text ?? '') && after?.kind === 'word')
    return !isGenitiveAdjective(after.text);
  // «педагогов, не имеющих категории», «школ, не вошедших в проект»: part of whom it is of.
  return !(next?.kind === 'word' && isAdjective(next.text) && nounsOf(next.text).length === 0);
}

const SPANS: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  'quarter',
  'half',
  'term',
  'decade',
  'week',
  'day',
  'monthWord',
  'month',
  'weekday',
  'weekends',
  'holidays',
]);
const SEASON = /^(?:весной|летом|осенью|зимой)$/u;
const LOOSE_TIMES = wordSet(
  'постоянно периодически регулярно систематически иногда непрерывно круглогодично сначала потом затем вначале впоследствии ежечасно ' +
    'поэтапно своевременно заблаговременно немедленно срочно утром вечером днем ночью сегодня завтра позже ранее позднее раньше',
);
const BY_SCHEDULE = /^(?:график|план|расписани|циклограмм|запрос|заявк|требовани|обращени|согласовани)/u;

/** A time nobody claimed: «весной», «в среду», «в декаду», «по неделям», «регулярно». */
function looseTime(nodes: Nodes, at: number): RefusalId | undefined {
  const { text } = nodes[at]!;
  const next = nodes[at + 1];
  // «систематически занимающихся»: what those it is of are like.
  const described = next?.kind === 'word' && isAdjective(next.text) && nounsOf(next.text).length === 0;
  if (SEASON.test(text) || (LOOSE_TIMES.has(text) && !described)) return 'time-unclear';
  if (!isPreposition(text)) return undefined;
  let noun = at + 1;
  while (
    noun < at + 4 &&
    nodes[noun]?.kind === 'word' &&
    (isAdjective(nodes[noun]!.text) || nodes[noun]!.text.startsWith('кажд')) &&
    nounsOf(nodes[noun]!.text).length === 0
  )
    noun += 1;
  const node = nodes[noun];
  if (node?.kind !== 'word') return undefined;
  if ((text === 'по' || text === 'согласно') && BY_SCHEDULE.test(node.text)) {
    // «мероприятий по плану центра»: whose plan they are of.
    const whose = node.text.startsWith('план') && phraseAt(nodes, noun + 1, 'gG') !== undefined;
    return whose ? undefined : 'schedule';
  }
  const role = wordRole(node.text)?.role;
  // «в рамках Недели науки»: a capital makes it a name.
  const named = node.raw[0] !== node.raw[0]!.toLowerCase();
  return SPANS.has(role) &&
    !named &&
    ['в', 'во', 'за', 'на', 'по', 'к', 'ко', 'до', 'с', 'через', 'после'].includes(text)
    ? 'time-unclear'
    : undefined;
}

const isNumeric = ({ kind, parts }: Indicator): boolean =>
  kind === 'count' || kind === 'percent' || kind === 'staged' || parts.some(isNumeric);

const rhythmsIn = ({ per, parts }: Indicator): number =>
  (per === undefined ? 0 : 1) + parts.reduce((sum, part) => sum + rhythmsIn(part), 0);

/** The words of an understood statement that have no place in what it means and may change it, as why it is not read. */
export function unclaimed(nodes: Nodes, meaning: Indicator): IndicatorReading | undefined {
  const numeric = isNumeric(meaning);
  const extra = nodes.filter(({ kind }) => kind === 'rhythm')[rhythmsIn(meaning)];
  if (extra) return refused(numeric ? 'rhythm-of-which' : 'rhythm-without-number', [extra]);
  for (const [at, node] of nodes.entries()) {
    if (node.kind !== 'word' && node.kind !== 'slash') continue;
    if (alternative(nodes, at, meaning)) return refused('alternative', nodes.slice(at));
    if (negation(nodes, at)) return refused('negation', nodes.slice(at, at + 2));
    const loose = numeric ? looseTime(nodes, at) : undefined;
    if (loose && (loose === 'schedule' || !isOfUnit(nodes[at + 1], meaning)))
      return refused(loose, nodes.slice(at, at + 2));
  }
  return undefined;
}

/** «Участие в неделе педагогического мастерства» counts the week itself. */
const isOfUnit = (next: Node | undefined, { unit }: Indicator): boolean =>
  next !== undefined && (unit?.split(' ').map(stem).includes(stem(next.text)) ?? false);
