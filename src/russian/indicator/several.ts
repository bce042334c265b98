import type { Cursor } from '../grammar/cursor.ts';
import { type Found, type Part, tableOf } from '../grammar/engine.ts';
import { nounsOf } from '../words/lemma.ts';
import { isAction, isPredicate, isPreposition } from '../words/statement.ts';
import { cursorOn, type Node, type Nodes, type Quantity, quantityPlaces, rhythmNodes } from './node.ts';
import { opensDocument } from './papers.ts';
import { type NumberAt, partNamed } from './parts.ts';
import { type NounPhrase, phraseAt } from './phrase.ts';
import { type IndicatorReading, readEach, refused, understood } from './refusals.ts';
import { readTarget, trendOf } from './target.ts';

/** Several numbers that make one target together. */
const RELATED = tableOf<IndicatorReading>({
  partNamed,
  names: {
    UP: '(!quantity <any>)*',
    A: 'UP a:<number !percent !times>',
    PER_ONE: 'b:<number на plain !percent !times one> w:<aA person|body|класс>',
    PER_SOME: 'b:<number на plain !percent !times whole !one> w:<gGA person|body|класс>',
    PER_EVERY: '@every b:<number bare plain !percent !times whole !one> w:<gGNA person|body|класс>',
  },
  rows: [
    ['A UP PER_ONE UP !<any>', ratio, '12 обучающихся на 1 педагога'],
    ['A UP PER_SOME UP !<any>', ratio, '1 наставник на 3 педагогов'],
    ['A UP PER_EVERY UP !<any>', ratio, '1 куратор на каждые 3 школы'],
    ['UP (PER_ONE / PER_SOME) (dash / colon) A !<any>', ratio, 'Число детей в расчёте на 1 педагога – 14'],
    [
      'UP a:<number times one> UP b:<number bare !times !percent> UP !<any>',
      often,
      'Раз в две недели 1 новость',
    ],
    ['UP a:<number !percent> ~балл~ b:<number из plain !percent> !<any>', outOf, 'Не менее 9 баллов из 10'],
    ['UP a:<number> colon b:<number>', colon, '1:8'],
  ],
});

function colon({ a, b }: Found, { tokens }: Cursor): IndicatorReading {
  return refused('ratio', tokens.slice((a as NumberAt).at, (b as NumberAt).at + 1));
}

/** So many for each so many; «на», «в расчёте на», «на каждые» are of them. */
function ratio({ a, b, w }: Found, { tokens }: Cursor): IndicatorReading | undefined {
  const [one, other, whom] = [a as NumberAt, b as NumberAt, w as NounPhrase];
  const lead = ['расчете', 'каждые', 'каждых'].includes(tokens[other.at - 1]?.text ?? '') ? 2 : 0;
  const head = tokens.slice(0, other.at - lead);
  const nodes = one.at < other.at ? head : [...head, ...tokens.slice(whom.end)];
  const at = one.at < other.at ? one.at : one.at - (tokens.length - nodes.length);
  const read = readTarget({ nodes, at, quantity: one, rhythm: undefined });
  if (!read.understood || read.meaning.of !== null || read.meaning.unit === null) return undefined;
  return understood({ ...read.meaning, of: whom.lemma, ...(other.value > 1 && { each: other.value }) });
}

/** The number of times and what is so often. */
function often({ a, b }: Found, { tokens }: Cursor): IndicatorReading | undefined {
  const [one, other] = [a as NumberAt, b as NumberAt];
  const rhythm = rhythmNodes(tokens)[0]?.rhythm;
  if (!rhythm) return undefined;
  const rest = tokens.filter((_, at) => at !== one.at);
  return readTarget({
    nodes: rest,
    at: other.at - 1,
    quantity: { ...other, op: other.op ?? one.op },
    rhythm,
  });
}

/** The second number is what they are out of. */
function outOf({ a, b }: Found, { tokens }: Cursor): IndicatorReading | undefined {
  const [one, other] = [a as NumberAt, b as NumberAt];
  if (one.value > other.value) return undefined;
  const rest = tokens.map((node, at): Node => (at === other.at ? { ...node, kind: 'label' } : node));
  return readTarget({ nodes: rest, at: one.at, quantity: one, rhythm: rhythmNodes(tokens)[0]?.rhythm });
}

/** Where a further number begins a target of its own: right here, with the words before it that are of it. */
const OWN = tableOf<true>({
  partNamed,
  rows: [
    ['@(comma / and) ("также" / "а")* &quantity', true, '3 семинара и |также| 2 вебинара'],
    ['@comma <participle> &quantity', true, '3 семинара, |обучено| 60 педагогов'],
    [
      '@comma <predicate> (!comma !quantity <any>){0,2} &quantity',
      true,
      '3 семинара, |охвачено педагогов| 60',
    ],
    ['@comma <gG known> (dash / colon) &quantity', true, '10 школ, |детских садов –| 5'],
    ['@comma <subject known> (dash / colon) &quantity', true, '3 семинара, |вебинары –| 3'],
    ['@comma <subject measure known> &quantity', true, 'Успеваемость 100 %, |качество| не ниже 45 %'],
    [
      '@comma amount (!amount !quantity <any>)* &quantity',
      true,
      '3 семинара, |количество их участников –| 50',
    ],
  ],
});

/** Where each further quantity begins a target of its own, or the quantity whose place is unclear. */
function cutsOf(nodes: Nodes, places: readonly number[]): readonly number[] | { readonly unclear: number } {
  const c = cursorOn(nodes);
  const cuts: number[] = [];
  for (const [nth, at] of places.entries()) {
    if (nth === 0) continue;
    const before = places[nth - 1]!;
    // «3 педагога из 50 % школ»
    const share = nodes[at]!.quantity!.percent && nodes[at]!.quantity!.lead === 'из';
    let cut = share && !nodes[before]!.quantity!.percent ? at : undefined;
    for (let start = at; cut === undefined && start > before; start--) {
      c.pos = start;
      if (OWN(c)) cut = start;
    }
    if (cut === undefined) return { unclear: at };
    cuts.push(cut);
  }
  return cuts;
}

/** «…, 2 вебинаров»: after two, three, four only a bound asks for the genitive plural. */
function genitiveAfterFew(nodes: Nodes, at: number, { value }: Quantity): boolean {
  const word = nodes[at + 1];
  return (
    value >= 2 && value <= 4 && word?.kind === 'word' && nounsOf(word.text).some(({ cases }) => cases === 'G')
  );
}

/** Reads several numbers: one target of them all («1 наставник на 3 педагогов»), or one of each («3 семинара и 2 вебинара»). */
export function readSeveral(nodes: Nodes): IndicatorReading {
  const related = RELATED(cursorOn(nodes));
  if (related) return related;
  const places = quantityPlaces(nodes);
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

/** Whether a target begins after a joint behind a document or an event. */
const TARGET_BEHIND = tableOf<true>({
  partNamed,
  names: {
    JOINT: '(comma / and)',
    TARGET: '&(quantity / amount|held / "проведены" / <action> / <subject !documentNoun>)',
    TO: '(!comma !quantity <any>)*',
  },
  parts: {
    document: (c) => opensDocument(c.tokens, 0) || undefined,
    event: (c) => (isEvent(phraseAt(c.tokens, 0, 'n')) ? true : undefined),
  },
  rows: [
    // «Протокол, не реже раза в месяц» is one target: the document so often.
    ['&<document> JOINT TARGET &(TO <number !times>)', true, 'Приказ|,| не менее 2 семинаров'],
    ['&<event> JOINT TARGET &(TO <number !times> <gG event known>)', true, 'Конференция|,| 3 вебинара'],
  ],
});

const isEvent = (phrase: NounPhrase | undefined): boolean =>
  phrase?.known === true && phrase.head.kind === 'event';

/** Words behind the last number that govern nothing more: «не менее 3 семинаров». */
const isCounted: Part = ({ tokens, pos }) =>
  (pos > 0 &&
    tokens
      .slice(0, pos)
      .every(
        ({ kind, text }) =>
          (kind === 'word' || kind === 'abbreviation') &&
          !isPreposition(text) &&
          !isPredicate(text) &&
          !isAction(text),
      )) ||
  undefined;

/** Whether a statement without a number begins after a joint behind the last number; read from behind that number. */
const STATEMENT_BEHIND = tableOf<true>({
  partNamed,
  parts: { counted: isCounted },
  rows: [
    ['&<counted> (comma / and) &(<action> / <subject event known one>)', true, 'семинаров|,| обмен опытом'],
    ['comma &(<participle> <subject>)', true, 'семинаров для школ|,| издан приказ'],
    ['comma &<papers>', true, 'семинаров для школ|,| приказ'],
    ['and &made|placed &<papers>', true, 'семинаров для школ |и| разработан план'],
  ],
});

/**
 * «Приказ, не менее 2 семинаров»: cuts a list that holds documents beside targets at its commas (and at «и»
 * before a number). Undefined when it holds no document beside the numbers.
 */
export function documentRuns(nodes: Nodes): readonly Nodes[] | undefined {
  const places = quantityPlaces(nodes);
  const [first = 0] = places;
  const last = places.at(-1) ?? 0;
  const [ahead, behind] = [cursorOn(nodes), cursorOn(nodes.slice(last + 1))];
  const cuts = [...nodes.keys()].filter((at) => {
    if (nodes[at]!.kind !== 'comma' && nodes[at]!.text !== 'и') return false;
    ahead.pos = at;
    behind.pos = at - last - 1;
    return at < first ? TARGET_BEHIND(ahead) : at > last && STATEMENT_BEHIND(behind);
  });
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

/** For the test that every row is reached by its example. */
export const SEVERAL_TABLES = { RELATED, OWN, TARGET_BEHIND };
export const BEHIND_TABLES = { STATEMENT_BEHIND };
