import type { Comparison, Indicator } from '../../meaning/indicator.ts';
import { isAdjective } from '../words/adjective.ts';
import { knownNounsOf } from '../words/lemma.ts';
import { does } from '../words/lexicon.ts';
import {
  changedIn,
  isAction,
  isMeasure,
  isPredicate,
  isPreposition,
  isShare,
  isTimeUnit,
  type Trend,
  trendIn,
} from '../words/statement.ts';
import { withWords } from './claims.ts';
import { isUnknownThing, ofUnknown, percentOf, perEach, unitAfter, unitBefore } from './counted.ts';
import { isAside, lastBefore, type Nodes, type Target } from './node.ts';
import { isDocument } from './papers.ts';
import { phraseAt, subjectAt, unitOf } from './phrase.ts';
import { type IndicatorReading, indicator, refused, understood } from './refusals.ts';

/** «Рост доли …», «Ежегодное снижение …», «Достижение …»: the trend the first words name. */
export function trendOf(nodes: Nodes): Trend | undefined {
  // «До 1 июня – рост доли …»: a time before the word that gives the trend does not hide it.
  const free = nodes.filter((node) => !isAside(node));
  const start = Math.max(
    0,
    free.findIndex(({ kind }) => kind !== 'dash' && kind !== 'comma' && kind !== 'colon'),
  );
  const words = free.slice(start, start + 4);
  for (const [at, node] of words.slice(0, 3).entries()) {
    if (words.slice(at + 1, at + 3).some(({ text }) => text.startsWith('квалификаци'))) return undefined;
    const trend = trendIn(node.text);
    if (trend) return trend;
    // «Ежегодное увеличение …»: only adjectives may stand before the word that gives the trend.
    if (node.kind !== 'word' || !isAdjective(node.text)) return undefined;
  }
  return undefined;
}

/** «Доля … выросла | на 3 %», «На 5 % | увеличена доля …»: the verb next to the number tells the trend. */
function trendBeside({ nodes, at, quantity }: Target): Trend | undefined {
  const before = lastBefore(nodes, at);
  const after = quantity.percent && before < 0 ? nodes[at + 1] : undefined;
  return changedIn((after ?? nodes[before])?.text ?? '');
}

const FLIP: Readonly<Record<Comparison, Comparison>> = {
  '>=': '<=',
  '>': '<',
  '=': '=',
  '<': '>',
  '<=': '>=',
};

/** «Рост на 5 %», «снижение до 20 %», «увеличение в 2 раза»: a change, or the level to reach. */
export function trended(target: Target, trend: Trend): Partial<Indicator> | undefined {
  const { value, op, lead, max, percent, baseline, times } = target.quantity;
  const down = trend === 'down';
  if (max !== null) return undefined;
  if (isAmong(target)) return { op: op ?? '=', value };
  if (baseline !== undefined && baseline > value !== down) return undefined;
  if (lead === 'до' || baseline !== undefined) return { op: down ? '<=' : '>=', value };
  if (trend === 'reach') return undefined;
  if (times && lead === 'в') {
    if (value <= 1 && !down) return undefined;
    return { change: 'times', op: down ? '<=' : '>=', value: down ? 1 / value : value };
  }
  if (lead === 'на' && !times) {
    const bound = op ?? '>=';
    return down ? { change: 'by', op: FLIP[bound], value: -value } : { change: 'by', op: bound, value };
  }
  return down && op === '<=' && percent ? { op, value } : undefined;
}

/** «Повышение уровня … у 60 % обучающихся», «… в 5 школах»: among how many it happens, not by how much. */
function isAmong({ nodes, at, quantity: { lead, percent } }: Target): boolean {
  if (lead !== 'у' && lead !== 'в' && lead !== 'во' && lead !== 'среди') return false;
  const phrase = phraseAt(nodes, at + 1, percent || lead === 'у' ? 'gG' : 'pP');
  return phrase?.head.kind === 'person' || phrase?.head.kind === 'body';
}

/** «Улучшение качества … на 5 %», «Положительная динамика не менее 3 %»: a share gained, though the word is no «рост». */
const isGain = ({ nodes, quantity: { percent, lead } }: Target): boolean =>
  percent &&
  (lead === null || lead === 'на') &&
  nodes.slice(0, 2).some(({ text }) => text === 'улучшение' || text === 'динамика');

/** The bound of a level. A bare share is reached from below, unless what is shared out is unwanted. */
export function level(target: Target): Partial<Indicator> | undefined {
  const { nodes, at, quantity } = target;
  const { value, op, lead, max, percent, baseline } = quantity;
  if (max !== null) return { op: null, value, max };
  const before = nodes.slice(0, at);
  if (lead === 'до') return !percent && at === 0 ? { op: '<=', value } : undefined;
  if (lead === 'от') return at === 0 && !percent ? { op: '>=', value } : undefined;
  // «Доля школ с 50 % до 70 %»: which way is plain, and the first is where it stands.
  if (baseline !== undefined)
    return percent && before.some(({ text }) => isMeasure(text))
      ? { op: value > baseline ? '>=' : '<=', value }
      : undefined;
  if (isGain(target)) return undefined;
  const share = (percent || lead === 'на') && before.some(({ text }) => isShare(text));
  // «Доля школ, улучшивших результат (не менее чем) на 5 %»: the number is no share of the schools.
  if (share && lead === 'на' && value < 100) return undefined;
  if (op !== null) return { op, value };
  if (percent) return levelOfShare(target, share, before);
  if (lead === null) return { op: '=', value };
  // «по 2 от школы» counts, «консультации по 5 предметам» do not.
  if (lead === 'по') return phraseAt(nodes, at + 1, 'D') ? undefined : { op: '=', value };
  if (lead === 'в' || lead === 'во') {
    const phrase = phraseAt(nodes, at + 1, 'pP');
    const taking = phrase?.head.kind === 'event' && before.some(({ text }) => does(text, 'taking'));
    return phrase?.head.kind === 'body' || taking ? { op: '=', value } : undefined;
  }
  return undefined;
}

function levelOfShare(
  { nodes, quantity }: Target,
  share: boolean,
  before: Nodes,
): Partial<Indicator> | undefined {
  const { value, lead } = quantity;
  if (share && value === 0) return { op: '=', value };
  if (share && value < 100)
    return before.some(({ text }) => does(text, 'unwanted')) ? undefined : { op: '>=', value };
  if (lead === 'на' && value !== 100 && !before.some(({ text }) => does(text, 'fulfilled'))) return undefined;
  if (lead === 'в' && does(nodes[0]!.text, 'entering')) return undefined;
  return lead !== null && does(lead, 'noShare') ? undefined : { op: '=', value };
}

/** Reads a run with one quantity into a count, a percent or a change. */
export function readTarget(target: Target): IndicatorReading {
  const { nodes, at, quantity, rhythm } = target;
  const place = [nodes[at]!];
  const trend = quantity.times && rhythm ? undefined : (trendOf(nodes) ?? trendBeside(target));
  const bound =
    trend && !(trend === 'reach' && quantity.lead !== 'до') ? trended(target, trend) : level(target);
  if (!bound) return refused(trend ? 'change-or-level' : 'value-unclear', place);
  if (quantity.percent && bound.change === undefined && quantity.value > 100)
    return refused('above-all', place);
  if (quantity.times && !rhythm && bound.change === undefined) return refused('times-in-what', place);
  const next = trendIn(nodes[at + 1]?.text ?? '');
  if (!trend && (next === 'up' || next === 'down')) return refused('change-or-level', place);
  if (!isWellPlaced(target) || isNumbered(target) || isWithin(target))
    return refused('number-unplaced', place);
  const read = quantity.percent ? share(target, bound) : count(target, bound);
  return read.understood ? understood(withWords(read.meaning, nodes)) : read;
}

const rhythmOf = ({ rhythm }: Target): Pick<Partial<Indicator>, 'per' | 'every'> =>
  rhythm ? { per: rhythm.per, ...(rhythm.every !== 1 && { every: rhythm.every }) } : {};

function share(target: Target, bound: Partial<Indicator>): IndicatorReading {
  const { unit, of } = percentOf(target.nodes, target.at);
  if (unit === null && ofUnknown(target)) return refused('share-of-whom', [target.nodes[target.at]!]);
  // «Школьный этап – 60 %»: where the share is taken, not of whom.
  const whom = does(unit?.split(' ').at(-1) ?? '', 'rung') ? { unit: null, of: null } : { unit, of };
  return understood(indicator({ kind: 'percent', ...bound, ...whom, ...rhythmOf(target) }));
}

function count(target: Target, level: Partial<Indicator>): IndicatorReading {
  const { nodes, at, quantity, rhythm } = target;
  let bound = level;
  const place = [nodes[at]!];
  // «Доля школ – 20»: a share whose percent sign is lost.
  if (nodes.slice(0, at).some(({ text }) => isShare(text))) return refused('share-without-percent', place);
  const after = quantity.times ? {} : unitAfter(nodes, at + 1, quantity.value);
  const before = after.phrase && !bound.change ? undefined : unitBefore(nodes, at);
  const each = perEach(nodes, after.phrase?.end ?? at + 1, at);
  let unit = after.phrase ? unitOf(nodes, after.phrase) : (before?.unit ?? null);
  if (bound.change && before?.unit) unit = before.unit;
  const event = recurring(target);
  if (event !== undefined) unit = event;
  else if (quantity.times && rhythm !== undefined && namesDeed(target)) unit = null;
  if (after.persons && !after.phrase && !before?.person) unit = 'человек';
  if (!after.phrase && !after.pieces && !quantity.times && isUnknownThing(target))
    return refused('counted-unclear', place);
  if (quantity.rank) {
    if (!unit?.startsWith('место')) return refused('rank', place);
    unit = 'место';
  } else if (unit === 'место' && quantity.op === null) {
    // «Создано 120 мест», unlike «3 место».
    if (!after.phrase?.head.cases.includes('G')) return refused('place-or-places', place);
  } else if (unit === 'место' && quantity.op === '>=' && nodes[at]!.raw.toLowerCase().startsWith('не ниже')) {
    bound = { ...bound, op: '<=' };
  }
  if (isTimeAlone(target, unit)) return refused('time', place);
  if (unit === null && each === undefined && !(rhythm && quantity.times))
    return refused('counted-unclear', place);
  if (
    !Number.isInteger(quantity.value) &&
    bound.change === undefined &&
    !(unit ?? '').split(' ').some((word) => does(word, 'fractional'))
  )
    return refused('fraction', place);
  if (does(unit?.split(' ')[0] ?? '', 'ranked') && !(after.phrase?.head.cases ?? 'G').includes('G')) {
    return refused('which-or-how-many', place);
  }
  return understood(indicator({ kind: 'count', ...bound, unit, of: each?.of ?? null, ...rhythmOf(target) }));
}

/** «Повышение квалификации не реже раза в год»: what happens so often is the deed, not the noun in it. */
function namesDeed({ nodes, at }: Target): boolean {
  const first = nodes[0]!.text;
  if (isAction(first)) return !does(first, 'carrying');
  return nodes
    .slice(1, at)
    .some(({ text }) => isPredicate(text) && !does(text, 'happens') && knownNounsOf(text).length === 0);
}

/** «Диагностика педагогов 2 раза в год»: an event that happens so often, whatever its object. */
function recurring({ nodes, at, quantity, rhythm }: Target): string | undefined {
  if (!quantity.times || rhythm === undefined) return undefined;
  // «Дважды в год проводится | мониторинг».
  const verb = nodes.findIndex(({ text }, index) => index > at && does(text, 'happens'));
  const phrase = at > 0 ? subjectAt(nodes, 0) : verb > 0 ? subjectAt(nodes, verb + 1) : undefined;
  return phrase?.known && phrase.head.kind === 'event' ? phrase.full : undefined;
}

/** «10 дней», «72 часа» and nothing else: how long something takes. */
const isTimeAlone = ({ nodes, at, quantity, rhythm }: Target, unit: string | null): boolean =>
  at === 0 &&
  quantity.op === null &&
  quantity.max === null &&
  rhythm === undefined &&
  nodes.length <= 3 &&
  isTimeUnit(unit);

/** A bare number deep in a sentence may belong to anything: it counts at the start, after a verb or a dash. */
function isWellPlaced({ nodes, at, quantity }: Target): boolean {
  if (quantity.op !== null || quantity.percent || quantity.max !== null || at === 0) return true;
  const before = nodes[lastBefore(nodes, at)];
  if (before?.kind !== 'word')
    return (
      before === undefined ||
      ['dash', 'colon', 'comma', 'open', 'abbreviation', 'title', 'name'].includes(before.kind)
    );
  return before.text !== 'не' && !isPreposition(before.text);
}

/** «Этап 3», «Список 5 школ»: a bare number right after one thing numbers it, or counts what it holds. */
function isNumbered({ nodes, at, quantity }: Target): boolean {
  const { op, percent, max, lead, times } = quantity;
  if (op !== null || percent || max !== null || lead !== null || times || at === 0) return false;
  const { kind, text } = nodes[at - 1]!;
  if (kind !== 'word' || isAction(text) || isPredicate(text) || does(text, 'undergone')) return false;
  const [noun] = knownNounsOf(text);
  return noun !== undefined && noun.kind !== 'measure' && noun.cases.includes('n');
}

/** «План проведения 5 семинаров», «Педагоги 5 школ»: the number belongs to what the first noun is about. */
function isWithin({ nodes, at, quantity }: Target): boolean {
  if (quantity.percent || quantity.times || quantity.lead !== null || at === 0) return false;
  const first = subjectAt(nodes, 0);
  if (!first?.known) return false;
  const counted = phraseAt(nodes, at + 1, 'gG');
  if (!counted || counted.head.lemma === first.head.lemma) return false;
  const between = nodes.slice(first.headEnd, at);
  const marked = between.some(({ kind, text }) => kind !== 'word' || isPredicate(text));
  if (marked || (quantity.op !== null && at === first.headEnd)) return false;
  return (
    isDocument(first) ||
    (first.head.kind === 'person' && counted.head.kind === 'body' && quantity.op === null)
  );
}
