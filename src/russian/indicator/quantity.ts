import type { Range } from '../../finding/finding.ts';
import type { Comparison } from '../../meaning/indicator.ts';
import { type Cursor, peek } from '../grammar/cursor.ts';
import { type Found, patternOf, startingWith, tableOf } from '../grammar/engine.ts';
import { nounsOf } from '../words/lemma.ts';
import { does, formsOf } from '../words/lexicon.ts';
import { ANY_CASE } from '../words/noun.ts';
import {
  HALVES,
  partsIn,
  readNumeral,
  readOrdinal,
  SCALES_BY_FORM,
  type Scale,
  TIMES_IN_A_WORD,
} from '../words/numerals.ts';
import { isPreposition, isShortParticiple } from '../words/statement.ts';
import { type Node, type Quantity, rangeOf } from './node.ts';
import { phraseAt } from './phrase.ts';
import type { RefusalId } from './refusals.ts';

/** A quantity with the nodes it takes, `start`…`end` (exclusive). */
interface PlacedQuantity {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
}

/** A place that can't be read, and the reason. */
interface Obstacle {
  readonly at: Range;
  readonly id: RefusalId;
}

type Op = Comparison | 'from' | 'to' | 'about' | 'rank';

/** Words and signs before a number that bound it. */
const takeBound = tableOf<Op>({
  names: {
    ALONE: '(lower|higher|nearly / "минимум" / "неменее" / "максимум" / "неболее" / "ровно" / "от" / "до")',
  },
  rows: [
    ['not (lower / "реже")', '>=', 'не менее'],
    ['not (higher / "чаще")', '<=', 'не более'],
    ['not exceed', '<=', 'не превышает'],
    ['not "хуже"', 'rank', 'не хуже'],
    ['torn ALONE', 'about', 'не до'],
    ['"как"? "минимум"', '>=', 'как минимум'],
    ['"минимально"', '>=', 'минимально'],
    ['"самое" "меньшее"', '>=', 'самое меньшее'],
    ['"хотя" "бы"', '>=', 'хотя бы'],
    ['"крайней" "мере"', '>=', 'крайней мере'],
    ['"неменее"', '>=', 'неменее'],
    ['"как"? "максимум"', '<=', 'как максимум'],
    ['"максимально"', '<=', 'максимально'],
    ['"неболее"', '<=', 'неболее'],
    ['"в" "пределах"', '<=', 'в пределах'],
    ['higher ("или" / "либо") "равно"', '>=', 'больше либо равно'],
    ['lower ("или" / "либо") "равно"', '<=', 'меньше или равно'],
    ['"ровно"', '=', 'ровно'],
    ['"равно"', '=', 'равно'],
    ['higher', '>', 'свыше'],
    ['lower', '<', 'менее'],
    ['"от"', 'from', 'от'],
    ['"до"', 'to', 'до'],
    ['nearly', 'about', 'около'],
  ],
});

/** Words that bound the number before them, right behind it or behind what is counted. */
const takeBoundAfter = tableOf<Comparison>({
  names: { AND: '(and / "или" / "либо")' },
  parts: { last: ({ tokens, pos }) => pos === tokens.length || undefined },
  rows: [
    ['AND (higher / "чаще")', '>=', 'и более'],
    ['AND (lower / "реже")', '<=', 'или менее'],
    ['comma? "как"? "минимум" <last>', '>=', 'минимум'],
    ['comma? "как"? "максимум" <last>', '<=', 'как максимум'],
    ['comma? not (lower / "реже") <last>', '>=', ', не менее'],
    ['comma? not (higher / "чаще") <last>', '<=', ', не более'],
  ],
});

const SIGNS: Readonly<Record<string, Op>> = {
  '≥': '>=',
  '>=': '>=',
  '≤': '<=',
  '<=': '<=',
  '>': '>',
  '<': '<',
  '=': '=',
  '~': 'about',
  '±': 'about',
  '+': 'about',
};

/** A number alone, without the words that bound it, and the node after it and its percent. */
interface Core {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly percent: boolean;
  /** A lone «один», which is a pronoun as often as a number. */
  readonly weak: boolean;
  /** «сотни участников»: how many hundreds is not said. */
  readonly open: boolean;
}

const takePercent = patternOf('percent / dash? ~процентн~ ~пункт~? / percents / "п" "п"');
const wordAt = (c: Cursor, ahead = 0): string =>
  peek(c, ahead)?.kind === 'word' ? peek(c, ahead)!.text : '';

/** A numeral in words of which a word of scale is not all: «двадцать пять», «тысяча двести». */
function takeNumeral(c: Cursor): number | undefined {
  const words: string[] = [];
  while (words.length < 8 && wordAt(c, words.length) !== '') words.push(wordAt(c, words.length));
  const read = readNumeral(words, 0);
  if (!read || (read.length === 1 && SCALES_BY_FORM.has(words[0]!))) return undefined;
  c.pos += read.length;
  return read.value;
}

/** A part for a word of a map, which gives what it is worth, or of a set, which gives the word. */
const wordOf = (words: ReadonlyMap<string, unknown> | ReadonlySet<string>) =>
  startingWith([...words.keys()].join(' '), (c) => {
    const word = wordAt(c);
    if (!words.has(word)) return undefined;
    c.pos += 1;
    return words instanceof Map ? words.get(word) : word;
  });

/** Prepositions that tell what the number after them is for; the others bound it. */
const LEADS = new Set(
  [...formsOf('preposition').keys()].filter((word) => !['от', 'до', 'около'].includes(word)),
);

const takeNumber = tableOf<Core>({
  parts: {
    numeral: startingWith('numeral', takeNumeral),
    half: wordOf(HALVES),
    scale: wordOf(SCALES_BY_FORM),
    percent: takePercent,
  },
  rows: [
    ['n:number s:<scale>? p:<percent>?', coreOf, '1,5 тыс.'],
    ['h:<half> s:<scale>? p:<percent>?', coreOf, 'полутора тысяч'],
    ['w:<numeral> s:<scale>? p:<percent>?', coreOf, 'двадцать пять процентов'],
    ['s:<scale> p:<percent>?', coreOf, 'десяток'],
  ],
});

function coreOf({ from: start, n, h, w, s, p }: Found, c: Cursor): Core {
  const scale: Scale | undefined = s;
  const count: number | undefined = n?.value ?? h ?? w;
  return {
    start,
    end: c.pos,
    value: (count ?? 1) * (scale?.worth ?? 1),
    percent: p !== undefined,
    weak: (w === 0 || w === 1) && s === undefined && p === undefined,
    open: count === undefined && scale!.open,
  };
}

/** A number, and the same once more in brackets: a different one is an obstacle. */
const takeCore = tableOf<Core | Obstacle>({
  parts: { number: takeNumber, percent: takePercent },
  rows: [
    ['n:<number> open again:<number> close p:<percent>?', repeated, '12 (двенадцать)'],
    ['n:<number>', ({ n }) => n, '12'],
  ],
});

function repeated({ n, again, p, at }: Found, { tokens, pos }: Cursor): Core | Obstacle | undefined {
  const core = n as Core;
  if (tokens[core.end + 1]!.kind === tokens[core.end - 1]!.kind) return undefined;
  if (core.value !== again.value) {
    const close = p === undefined ? at[1] : tokens[again.end]!.at[1];
    return { at: [tokens[core.end]!.at[0], close], id: 'numbers-differ' };
  }
  return { ...core, end: pos, percent: core.percent || p !== undefined };
}

const share = (count: number, parts: number): number => Math.round((count / parts) * 10_000) / 100;

const denominator = (c: Cursor): string | undefined =>
  wordAt(c) === '' ? undefined : c.tokens[c.pos++]!.text;

/** A share in words, in percent. */
const takeFraction = tableOf<number>({
  parts: { count: startingWith('numeral', takeNumeral), denominator },
  rows: [
    ['!"половине" part', 50, 'половина'],
    ['third', share(1, 3), 'треть'],
    // «четверть выпускников», unlike a quarter of the school year.
    ['("четверть" / "четверти")', (_, c) => (isOfPeople(wordAt(c)) ? 25 : undefined), '|четверть| школ'],
    ['n:<count> parts:<denominator>', fractionOf, 'две трети'],
  ],
});

function fractionOf({ n, parts: word }: Found): number | undefined {
  const parts = partsIn(word, n);
  return parts !== undefined && n >= 1 && n < parts ? share(n, parts) : undefined;
}

const isOfPeople = (word: string): boolean => {
  const of = nounsOf(word).find(({ cases }) => cases.includes('G'));
  return of?.kind === 'person' || of?.kind === 'body';
};

const OFTEN: ReadonlyMap<string, number> = new Map([['раз', 1], ...TIMES_IN_A_WORD]);

const PLAIN = { op: null, max: null, percent: false, lead: null, times: false, rank: false } as const;
const NONE: Quantity = { ...PLAIN, op: '=', value: 0 };
const comparison = (op: Op | undefined): Comparison | null =>
  op === 'from' ? '>=' : op === 'to' || op === 'rank' ? '<=' : op === 'about' || op === undefined ? null : op;

type Read = Quantity | Obstacle;

/** What stands before a number and belongs to it: its bound, and what it is for. */
interface Head {
  readonly b?: Op;
  readonly lead?: string;
}

const takeHead = tableOf<Head>({
  names: { THAN: '(comma? "чем")?' },
  parts: {
    sign: startingWith('sign', (c) =>
      peek(c)?.kind === 'sign' ? SIGNS[c.tokens[c.pos++]!.text] : undefined,
    ),
    bound: takeBound,
    mover: wordOf(new Set(['на', 'в', 'по', 'у'])),
    lead: wordOf(LEADS),
  },
  rows: [
    ['b:<sign>', ({ b }) => ({ b }), '≥'],
    ['lead:<mover> b:<bound> THAN !<lead>', ({ b, lead }) => ({ b, lead }), 'на не менее'],
    [
      'b:<bound> THAN lead:<lead>',
      ({ b, lead }) => (b === 'from' || b === 'to' ? undefined : { b, lead }),
      'не менее, чем в',
    ],
    ['b:<bound> THAN !<lead>', ({ b }) => ({ b }), 'не менее чем'],
    ['lead:<lead>', ({ lead }) => ({ lead }), 'для'],
  ],
});

const QUANTITY = tableOf<Read>({
  names: { TAIL: '(after:<after> p:<percent>?)? times:times?' },
  parts: {
    head: takeHead,
    number: takeNumber,
    core: takeCore,
    after: takeBoundAfter,
    percent: takePercent,
    fraction: takeFraction,
    nth: startingWith('numeral', (c) => {
      const nth = readOrdinal(wordAt(c))?.value;
      return nth !== undefined && nth > 1 && nth <= 10 && c.pos++ >= 0 ? nth : undefined;
    }),
    often: wordOf(OFTEN),
  },
  rows: [
    ['manifold', ({ at }) => ({ id: 'change-in-times', at }), 'вдвое'],
    ['"ни" ("одного" / "одной" / "одних")', NONE, 'ни одного'],
    ['naught amount', NONE, 'нулевое количество'],
    // «нулевой травматизм», unlike a «нулевой уровень».
    ['naught !~уров|этап|класс|цикл|километр~', (_, c) => noneOf(wordAt(c)), '|нулевой| травматизм'],
    ['entire', { ...PLAIN, percent: true, value: 100 }, 'стопроцентный'],
    [
      'every n:<nth>',
      ({ n }) => ({ ...PLAIN, op: '>=', percent: true, value: share(1, n) }),
      'каждый третий',
    ],
    ['head:<head>? f:<fraction>', ofFraction, 'не менее половины'],
    ['head:<head>? n:<core> (dash / "до") to:<number> TAIL', ofRange, 'от 45 до 50 %'],
    ['head:<head>? n:<core> TAIL', ofNumber, 'не менее, чем в 5'],
    ['!@higher|lower|nearly !@"ровно" !@"от" !@"до" head:<head>? often:<often>', ofTimes, 'не реже, чем раз'],
  ],
});

const noneOf = (word: string): Read | undefined =>
  nounsOf(word).some(({ cases }) => /[nN]/u.test(cases)) ? NONE : undefined;

function ofFraction({ head, f, at }: Found): Read {
  const { b, lead }: Head = head ?? {};
  if (b === 'about' || b === 'from' || b === 'to' || b === 'rank') return { at, id: 'inexact' };
  return { ...PLAIN, op: b ?? null, lead: lead ?? null, percent: true, value: f };
}

function ofTimes({ head, often }: Found): Read | undefined {
  const op = (head as Head | undefined)?.b ?? null;
  const fits = op === null || op === '>=' || op === '<=';
  return fits ? { ...PLAIN, op, value: often, times: true } : undefined;
}

/** «45–50 %», «от 45 до 50 %»; «с 30 до 20 %» says from where to where. */
function ofRange(found: Found, c: Cursor): Read | undefined {
  const { from: start, head, n, to } = found;
  const { b, lead }: Head = head ?? {};
  if ('id' in n) return n;
  const dashed = c.tokens[n.end]!.kind === 'dash';
  const fromTo = b === undefined && (lead === 'с' || lead === 'со');
  if (!dashed && b !== 'from' && !fromTo) return undefined;
  const first = ofNumber(found, c);
  if (!first || 'id' in first) return first;
  const percent = first.percent || to.percent;
  const value = to.value as number;
  if (!dashed && fromTo) return { ...first, percent, value, baseline: n.value };
  if (value <= n.value || (b !== undefined && b !== 'from'))
    return { at: [c.tokens[start]!.at[0], c.tokens[to.end - 1]!.at[1]], id: 'range' };
  if (found.after !== undefined) return { at: placeOf(found, c), id: 'bounded-twice' };
  return { ...first, op: null, percent, max: value };
}

const placeOf = ({ from: start, n }: Found, { tokens }: Cursor): Range => rangeOf(tokens.slice(start, n.end));

function ofNumber(found: Found, c: Cursor): Read | undefined {
  const { from: start, head, n, after, p, times } = found;
  const { b, lead }: Head = head ?? {};
  const core = n as Core | Obstacle;
  if ('id' in core) return core;
  if (b === 'about' || (core.open && b === undefined)) return { at: placeOf(found, c), id: 'inexact' };
  if (HALVES.get(c.tokens[core.start]!.text) === 1.5 && times !== undefined)
    return { at: rangeOf(c.tokens.slice(core.start, c.pos)), id: 'change-in-times' };
  const op = comparison(b);
  if (after !== undefined && b !== undefined && (op === null || !agrees(op, after)))
    return { at: placeOf(found, c), id: 'bounded-twice' };
  if (core.weak && b === undefined && !isCounted(c, core, lead, times !== undefined)) return undefined;
  return {
    op: op ?? after ?? null,
    value: core.value,
    max: null,
    percent: core.percent || p !== undefined || isPercentNamed(c.tokens, start),
    lead: b === 'to' ? 'до' : b === 'from' ? 'от' : (lead ?? null),
    times: times !== undefined,
    rank: b === 'rank',
  };
}

/** «Доля …, % – 30», «(проценты) – 78»: the measure stands before its number, apart from it by a mark. */
function isPercentNamed(nodes: readonly Node[], start: number): boolean {
  let at = start - 1;
  while (at >= 0 && ['dash', 'colon', 'comma', 'open', 'close'].includes(nodes[at]!.kind)) at -= 1;
  if (at < 0 || nodes[at]!.kind === 'number') return false;
  // «Доля педагогов (%) 85»: the sign may stand right before the number, the word belongs to the words before.
  if (at === start - 1 && (at === 0 || nodes[at]!.kind !== 'percent')) return false;
  const named = nodes[at]!.kind === 'percent' || does(nodes[at]!.text, 'percents');
  return named && nodes[at - 1]?.kind !== 'number';
}

/** «Одна публикация» and «по одному от школы» count; «в одном из», «фестиваль одного урока» do not. */
function isCounted(
  { tokens, numerals }: Cursor,
  core: Core,
  lead: string | undefined,
  times: boolean,
): boolean {
  if (lead === 'по') return true;
  const before = tokens[core.start - 1];
  if (tokens[core.end]?.text === 'из' || isPreposition(before?.text ?? '')) return false;
  const others = tokens.slice(0, core.start).some(({ kind }, at) => kind === 'number' || numerals[at]);
  return (
    times ||
    !before ||
    (others && before.text === 'и') ||
    ['dash', 'colon', 'open', 'comma', 'rhythm'].includes(before.kind) ||
    isShortParticiple(before.text)
  );
}

/** What bounds a quantity from behind, as the nodes it takes. */
interface Behind {
  readonly start: number;
  readonly end: number;
  readonly op: Comparison;
}

/** «и выше» behind a complement is of the complement: «3 педагога первой категории и выше». */
const ofLevels = (c: Cursor): boolean => ['выше', 'ниже'].includes(wordAt(c, 1));

/** What may follow such a bound: any other word belongs to it («и более подготовленных»). */
const endsBound = (node: Node | undefined): boolean =>
  node === undefined ||
  ['comma', 'dash', 'close', 'rhythm', 'time', 'label'].includes(node.kind) ||
  isPreposition(node.text);

/**
 * «5 семинаров и более», «2 раза в год и чаще», «3 семинара для родителей и больше»: a bound behind what is counted, and
 * behind how often. «3 место и выше» bounds a place.
 */
function boundBehind(c: Cursor, { end, quantity }: PlacedQuantity): Behind | undefined {
  const nodes = c.tokens;
  const phrase = quantity.times ? undefined : phraseAt(nodes, end, 'gGnNaA');
  if (phrase?.head.kind === 'measure' || phrase?.head.lemma === 'место') return undefined;
  const piece = !phrase && does(nodes[end]?.text ?? '', 'piece') ? end + 1 : end;
  const aim = isPreposition(nodes[phrase?.end ?? piece]?.text ?? '') ? (phrase?.end ?? piece) + 1 : undefined;
  const ends = [phrase?.headEnd ?? piece, phrase?.end, aim && phraseAt(nodes, aim, ANY_CASE)?.end];
  for (const [nth, from] of ends.entries()) {
    if (from === undefined) continue;
    let start = from;
    while (nodes[start]?.kind === 'rhythm' || nodes[start]?.kind === 'time') start += 1;
    c.pos = start;
    if (nth > 0 && from > ends[0]! && ofLevels(c)) continue;
    const op = takeBoundAfter(c);
    if (op && c.pos > end && endsBound(nodes[c.pos])) return { start, end: c.pos, op };
  }
  return undefined;
}

/** Whether both bound from the same side: «не реже 2 раз в год и чаще». */
const agrees = (op: Comparison, behind: Comparison): boolean => op[0] === behind[0];

/** A quantity with the bound behind it, or why it can have none. */
function bounded({ quantity }: PlacedQuantity, { op }: Behind): Quantity | RefusalId {
  if (quantity.max !== null || (quantity.op !== null && !agrees(quantity.op, op))) return 'bounded-twice';
  return { ...quantity, op: quantity.op ?? op };
}

/** A run of nodes that makes a quantity, or, without one, that has its meaning in the quantity before it. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly quantity?: Quantity;
}

/** The quantities with the bounds behind them. Of several, one bounded so leaves the others in doubt. */
function withBounds(c: Cursor, all: readonly PlacedQuantity[]): readonly Span[] | Obstacle {
  const spans: Span[] = [];
  const bare: PlacedQuantity[] = [];
  let last: Behind | undefined;
  for (const one of all) {
    const behind = boundBehind(c, one);
    const quantity = behind ? bounded(one, behind) : one.quantity;
    if (typeof quantity === 'string') return { at: placeIn(c, behind!), id: quantity };
    spans.push({ ...one, quantity });
    if (behind) {
      last = behind;
      spans.push({ start: behind.start, end: behind.end });
    } else if (quantity.op === null && quantity.max === null) bare.push(one);
  }
  return last && bare.length > 0 ? { at: placeIn(c, last), id: 'bound-of-which' } : spans;
}

const placeIn = ({ tokens }: Cursor, { start, end }: Behind): Range => rangeOf(tokens.slice(start, end));

/** Every quantity of the nodes in order, with what bounds it from behind; or the first place that can't be read. */
export function quantitiesOf(c: Cursor): readonly Span[] | Obstacle {
  const nodes = c.tokens;
  const found: PlacedQuantity[] = [];
  for (let at = 0; at < nodes.length; at = Math.max(at + 1, c.pos)) {
    c.pos = at;
    const node = nodes[at]!;
    if (node.kind === 'odd') return { at: node.at, id: 'number-unclear' };
    const read = QUANTITY(c);
    if (!read) continue;
    if ('id' in read) return read;
    const torn = node.kind === 'number' && nodes[at - 1]?.kind === 'number' && found.at(-1)?.end === at;
    if (torn) return { at: rangeOf(nodes.slice(at - 1, at + 1)), id: 'number-torn' };
    found.push({ start: at, end: c.pos, quantity: read });
  }
  return withBounds(c, found);
}

/** For the test that every row is reached by its example. */
export const QUANTITY_TABLES = {
  takeBound,
  takeBoundAfter,
  takeNumber,
  takeCore,
  takeFraction,
  takeHead,
  QUANTITY,
};
