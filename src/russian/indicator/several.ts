import type { Comparison, Stage } from '../../meaning/indicator.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { nounsOf } from '../words/lemma.ts';
import { does } from '../words/lexicon.ts';
import {
  isAction,
  isMade,
  isMeasure,
  isPredicate,
  isPreposition,
  isShortParticiple,
} from '../words/statement.ts';
import { withWords } from './claims.ts';
import { percentOf, unitAfter, unitBefore } from './counted.ts';
import { type Node, type Nodes, type Quantity, quantityPlaces, type Rhythm, rhythmNodes } from './node.ts';
import { opensDocument } from './papers.ts';
import { phraseAt, subjectAt } from './phrase.ts';
import { type IndicatorReading, indicator, readEach, refused, understood } from './refusals.ts';
import { level, readTarget, trended, trendOf } from './target.ts';

/** Where each further quantity begins a target of its own, or the quantity whose place is unclear. */
function cutsOf(nodes: Nodes, places: readonly number[]): readonly number[] | { readonly unclear: number } {
  const cuts: number[] = [];
  for (const [nth, at] of places.entries()) {
    if (nth === 0) continue;
    const { quantity } = nodes[at]!;
    let start = at;
    if (!(quantity!.percent && quantity!.lead === 'из' && !nodes[places[nth - 1]!]!.quantity!.percent)) {
      while (start > 0 && ['также', 'а'].includes(nodes[start - 1]!.text)) start -= 1;
      const joint = nodes[start - 1];
      if (joint?.kind !== 'comma' && joint?.text !== 'и') {
        const named = measureBefore(nodes, places[nth - 1]! + 1, start);
        if (named === undefined) return { unclear: at };
        start = named;
      }
    }
    cuts.push(start);
  }
  return cuts;
}

/** «…, количество участников – | 50», «…, вебинары – | 3», «…, обучено | 60»: the comma before a target of its own. */
function measureBefore(nodes: Nodes, from: number, to: number): number | undefined {
  const own = ownWords(nodes, from, to);
  if (own !== undefined) return own;
  for (let at = to - 1; at > from; at--) {
    if (isMeasure(nodes[at]!.text)) return nodes[at - 1]?.kind === 'comma' ? at : undefined;
  }
  return undefined;
}

function ownWords(nodes: Nodes, from: number, to: number): number | undefined {
  let at = to - 1;
  const marked = nodes[at]?.kind === 'dash' || nodes[at]?.kind === 'colon';
  while (at > from && nodes[at]!.kind !== 'comma') at -= 1;
  if (nodes[at]?.kind !== 'comma' || at < from) return undefined;
  const start = at + 1;
  if (to - start === 1 && isShortParticiple(nodes[start]!.text)) return start;
  if (isPredicate(nodes[start]!.text) && to - start <= 3) return start;
  // «школ – 10, | детских садов – 5».
  const many = marked ? phraseAt(nodes, start, 'G') : undefined;
  if (many?.known && many.end === to - 1) return start;
  const phrase = subjectAt(nodes, start);
  if (!phrase?.known) return undefined;
  // «успеваемость 100 %, качество не ниже 45 %»: a measure needs no mark.
  return phrase.end === (marked ? to - 1 : phrase.head.kind === 'measure' ? to : -1) ? start : undefined;
}

/** «…, 2 вебинаров»: after two, three, four only a bound asks for the genitive plural. */
function genitiveAfterFew(nodes: Nodes, at: number, { value }: Quantity): boolean {
  const word = nodes[at + 1];
  return (
    value >= 2 && value <= 4 && word?.kind === 'word' && nounsOf(word.text).some(({ cases }) => cases === 'G')
  );
}

/** «1 наставник на 3 педагогов», «12 обучающихся на 1 педагога»: so many for each so many. */
export function readRatio(nodes: Nodes): IndicatorReading | undefined {
  const [first, second] = quantityPlaces(nodes);
  if (first === undefined || second === undefined) return undefined;
  const [one, other] = [nodes[first]!.quantity!, nodes[second]!.quantity!];
  const plain =
    other.op === null && other.max === null && !other.percent && !other.times && other.lead === 'на';
  if (!plain || one.percent || one.times || !Number.isInteger(other.value) || other.value < 1)
    return undefined;
  const whom = phraseAt(nodes, second + 1, other.value === 1 ? 'aA' : 'gGA');
  if (whom?.head.kind !== 'person' && whom?.head.kind !== 'body' && whom?.head.lemma !== 'класс')
    return undefined;
  const read = readTarget({ nodes: nodes.slice(0, second), at: first, quantity: one, rhythm: undefined });
  if (!read.understood || read.meaning.of !== null || read.meaning.unit === null) return undefined;
  return understood({ ...read.meaning, of: whom.lemma, ...(other.value > 1 && { each: other.value }) });
}

/** «Раз в две недели 1 новость»: the number of times and what is so often. */
export function readOften(nodes: Nodes, rhythm: Rhythm | undefined): IndicatorReading | undefined {
  const [first, second, ...more] = quantityPlaces(nodes);
  if (first === undefined || second === undefined || more.length > 0 || !rhythm) return undefined;
  const [one, other] = [nodes[first]!.quantity!, nodes[second]!.quantity!];
  if (!one.times || one.value !== 1 || other.times || other.percent || other.lead !== null) return undefined;
  const rest = nodes.filter((_, at) => at !== first);
  return readTarget({ nodes: rest, at: second - 1, quantity: { ...other, op: other.op ?? one.op }, rhythm });
}

/** «не менее 9 баллов из 10»: the second number is what they are out of. */
export function readOutOf(nodes: Nodes, rhythm: Rhythm | undefined): IndicatorReading | undefined {
  const [first, second, ...more] = quantityPlaces(nodes);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const [one, other] = [nodes[first]!.quantity!, nodes[second]!.quantity!];
  const outOf = other.lead === 'из' && other.op === null && !other.percent && second === nodes.length - 1;
  const points = /^балл/u.test(nodes[first + 1]?.text ?? '');
  if (!outOf || !points || one.percent || one.value > other.value || second !== first + 2) return undefined;
  const rest = nodes.map((node, at): Node => (at === second ? { ...node, kind: 'label' } : node));
  return readTarget({ nodes: rest, at: first, quantity: one, rhythm });
}

/** «3 семинара и 2 вебинара»: each number a target, cut where the next begins. */
export function severalTargets(nodes: Nodes): IndicatorReading {
  const places = quantityPlaces(nodes);
  const [first = 0, second = 0] = places;
  if (second === first + 2 && nodes[first + 1]!.kind === 'colon')
    return refused('ratio', nodes.slice(first, second + 1));
  const cuts = trendOf(nodes) ? { unclear: places[1]! } : cutsOf(nodes, places);
  if ('unclear' in cuts) return refused('several-numbers', [nodes[cuts.unclear]!]);
  const [rhythm] = rhythmNodes(nodes);
  if (rhythm) return refused('rhythm-of-which', [rhythm]);
  const lent = nodes[places[0]!]!.quantity!.op;
  const runs = places.map((at, nth) => ({
    at,
    from: nth === 0 ? 0 : cuts[nth - 1]!,
    to: cuts[nth] ?? nodes.length,
    first: nth === 0,
  }));
  return readEach(runs, ({ at, from, to, first }) => {
    const node = nodes[at]!;
    const quantity = node.quantity!;
    const lends = quantity.max === null ? lent : null;
    const comma = nodes[from - 1]?.kind === 'comma' || nodes[from]?.kind === 'comma';
    // «Более 100 человек, 5 школ»: whether the bound goes on after a comma is not clear.
    if (!first && comma && quantity.op === null && lends !== null && !genitiveAfterFew(nodes, at, quantity))
      return refused('bound-of-which', [node]);
    const own = { ...quantity, op: quantity.op ?? lends };
    const run = nodes.slice(from, to);
    const read = readTarget({ nodes: run, at: at - from, quantity: own, rhythm: undefined });
    if (read.understood && read.meaning.kind === 'percent' && read.meaning.unit === null)
      return refused('share-of-whom', [node]);
    return read;
  });
}

const isEvent = (nodes: Nodes, at: number, cases: string): boolean => {
  const phrase = phraseAt(nodes, at, cases);
  return phrase?.known === true && phrase.head.kind === 'event';
};

/** True when a target of its own may begin at `at`: the quantity itself, or a measure, event or «проведено» before it. */
function opensTarget(nodes: Nodes, at: number, quantity: number): boolean {
  if (at === quantity) return true;
  const text = nodes[at]?.text ?? '';
  if (isMeasure(text) || does(text, 'held') || /^проведены?$/u.test(text) || isAction(text)) return true;
  const phrase = subjectAt(nodes, at);
  return phrase !== undefined && phrase.head.kind !== 'document';
}

/** «не менее 3 семинаров, | обмен опытом»: a deed after what is counted, with nothing between that could govern it. */
function opensDeed(nodes: Nodes, at: number, from: number): boolean {
  const node = nodes[at];
  if (node?.kind !== 'word') return false;
  const between = nodes.slice(from, at - 1);
  const plain = between.every(
    ({ kind, text }) =>
      (kind === 'word' || kind === 'abbreviation') &&
      !isPreposition(text) &&
      !isPredicate(text) &&
      !isAction(text),
  );
  const phrase = subjectAt(nodes, at);
  const event = phrase?.known === true && phrase.head.kind === 'event' && phrase.head.cases.includes('n');
  return plain && between.length > 0 && (isAction(node.text) || event);
}

/** Whether a statement of its own begins after the joint `at`, which follows the last number. */
function opensAfter(nodes: Nodes, at: number, from: number): boolean {
  if (opensDeed(nodes, at + 1, from)) return true;
  const text = nodes[at + 1]?.text ?? '';
  const comma = nodes[at]!.kind === 'comma';
  if (comma && isShortParticiple(text) && subjectAt(nodes, at + 2)) return true;
  return (comma || isMade(text)) && opensDocument(nodes, at + 1);
}

/**
 * «Приказ, не менее 2 семинаров»: cuts a list that holds documents beside targets at its commas (and at «и»
 * before a number). Undefined when it holds no document beside the numbers.
 */
export function documentRuns(nodes: Nodes): readonly Nodes[] | undefined {
  const places = quantityPlaces(nodes);
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const cuts: number[] = [];
  for (const [at, node] of nodes.entries()) {
    if (node.kind !== 'comma' && node.text !== 'и') continue;
    const own = places.find((place) => place > at);
    // «Протокол, не реже раза в месяц» is one target: the document so often.
    const leading =
      at < first &&
      own !== undefined &&
      !nodes[own]!.quantity!.times &&
      (opensDocument(nodes, 0) || (isEvent(nodes, 0, 'n') && isEvent(nodes, own + 1, 'gG')));
    const apart = leading && nodes.slice(at + 1, own).every(({ kind }) => kind !== 'comma');
    if ((apart && opensTarget(nodes, at + 1, own)) || (at > last && opensAfter(nodes, at, last + 1)))
      cuts.push(at);
  }
  if (cuts.length === 0) return undefined;
  return [...cuts, nodes.length]
    .map((cut, at) => nodes.slice(at === 0 ? 0 : cuts[at - 1]! + 1, cut))
    .filter((run) => run.length > 0);
}

/** «2022 г. – приказ, 2023 г. – 100 % школ»: a document that has a time of its own. */
export const timedDocument = (nodes: Nodes, end: number) =>
  nodes
    .slice(0, end)
    .find(
      (_, at) =>
        at > 1 &&
        nodes[at - 1]!.kind === 'dash' &&
        opensDocument(nodes, at) &&
        nodes.slice(at, end).some(({ kind }) => kind === 'comma'),
    );

const placesOf = (nodes: Nodes, kind: Node['kind']): readonly number[] =>
  nodes.flatMap((node, at) => (node.kind === kind ? [at] : []));

/** True when every quantity has a time of its own: «2022 г. – 3 школы, 2023 г. – 5 школ». */
export function areStages(nodes: Nodes): boolean {
  const quantities = quantityPlaces(nodes);
  const times = placesOf(nodes, 'time');
  if (quantities.length < 2 || quantities.length !== times.length) return false;
  const timeFirst = times[0]! < quantities[0]!;
  return quantities.every((quantity, at) => {
    const next = (timeFirst ? times : quantities)[at + 1];
    const last = timeFirst ? quantity : times[at]!;
    return (timeFirst ? times[at]! < quantity : quantity < times[at]!) && (next === undefined || last < next);
  });
}

const YEAR_AND_A_BIT = 370;

/**
 * «2008 год – 10, 2015 год – 70»: a value of before the plan is where it starts from, not what it wants. A row of
 * years that lies before the plan as a whole is taken as it stands.
 */
function baselineOf(times: Nodes, period: PlanPeriod | undefined): Node | undefined {
  if (!period) return undefined;
  const ends = times.map(({ time }) => time!.by);
  const early = times.filter((_, at) => ends[at] !== null && ends[at]! < period.from);
  const steady = ends.every((by, at) => at === 0 || (by ?? 0) - (ends[at - 1] ?? 0) <= YEAR_AND_A_BIT);
  return early.length === times.length && steady ? undefined : early[0];
}

/** Reads a staged target; a bare number of a stage is reached from below, unless it is to fall. */
export function readStages(nodes: Nodes, period: PlanPeriod | undefined): IndicatorReading {
  let places = quantityPlaces(nodes);
  let times = nodes.filter(({ kind }) => kind === 'time');
  const first = nodes[places[0]!]!.quantity!;
  if (places.some((at) => nodes[at]!.quantity!.percent !== first.percent))
    return refused('stages-differ', nodes);
  // «с 31,5 % в 2022 году до 40 % к концу 2025 года»: the first is where it stands.
  const from = first.lead === 'с' && nodes[places[1]!]!.quantity!.lead === 'до';
  if (from) {
    places = places.slice(1);
    times = times.slice(1);
  }
  const early = baselineOf(times, period);
  if (early) return refused('stage-before-plan', [early]);
  const adrift = times.find(({ time }) => time!.adrift);
  if (adrift) return refused('time-unclear', [adrift]);
  let latest = Number.NEGATIVE_INFINITY;
  const back = times.find(({ time }) => {
    if (time!.by === null) return false;
    if (time!.by < latest) return true;
    latest = time!.by;
    return false;
  });
  if (back) return refused('stages-order', [back]);
  const units = places.flatMap((at) => {
    const { value, percent } = nodes[at]!.quantity!;
    const unit = percent ? undefined : unitAfter(nodes, at + 1, value).phrase?.head.lemma;
    return unit === undefined ? [] : [unit];
  });
  if (new Set(units).size > 1) return refused('stages-differ', nodes);
  const trend = trendOf(nodes);
  const stages: Stage[] = [];
  for (const [nth, at] of places.entries()) {
    const quantity = nodes[at]!.quantity!;
    const target = { nodes, at, quantity, rhythm: undefined };
    const { op, max, lead, value, times: often } = quantity;
    const bare = op === null && max === null && (lead === null || lead === 'до');
    const bound = bare ? { value } : trend ? trended(target, trend) : level(target);
    const risky = lead === 'до' && trend === undefined;
    if (!bound || bound.change || (bound.max ?? null) !== null || often || value < 0 || risky)
      return refused('stage-value', [nodes[at]!]);
    const reached: Comparison = bound.op ?? (trend === 'down' ? '<=' : '>=');
    stages.push({ from: times[nth]!.time!.from, by: times[nth]!.time!.by, op: reached, value: bound.value! });
  }
  const at = quantityPlaces(nodes)[0]!;
  const after = unitAfter(nodes, at + 1, first.value);
  const counted = first.percent
    ? (places.map((place) => percentOf(nodes, place)).find(({ unit }) => unit !== null) ??
      percentOf(nodes, at))
    : {
        unit: after.phrase?.full ?? unitBefore(nodes, at)?.unit ?? (after.persons ? 'человек' : null),
        of: null,
      };
  if (counted.unit === null && !first.percent) return refused('counted-unclear', [nodes[at]!]);
  // A staged share always says what it is of (or counts nothing): that is how it differs from a staged number.
  const of = first.percent ? (counted.of ?? counted.unit) : null;
  return understood(withWords(indicator({ kind: 'staged', unit: counted.unit, of, stages }), nodes, true));
}
