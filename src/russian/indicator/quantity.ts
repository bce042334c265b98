import type { Range } from '../../finding/finding.ts';
import type { Comparison } from '../../meaning/indicator.ts';
import { nounsOf } from '../words/lemma.ts';
import { readNumeral, readOrdinal } from '../words/numerals.ts';
import { isMeasure, isPreposition, isShortParticiple } from '../words/statement.ts';
import { wordSet } from '../words/word-set.ts';
import type { Node, Quantity } from './node.ts';
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

/** Words before a number that bound it; the longer ones first. */
const BOUNDS = (
  [
    ['не менее|не меньше|не ниже|не реже|как минимум|хотя бы|крайней мере|минимум|неменее', '>='],
    ['не более|не больше|не выше|не свыше|не чаще|как максимум|максимум|неболее', '<='],
    ['не превышает|не превышают|не превысит|не превысила|не превышающая|в пределах', '<='],
    ['не хуже', 'rank'],
    ['свыше|более|больше|выше', '>'],
    ['менее|меньше|ниже', '<'],
    ['ровно', '='],
    ['от', 'from'],
    ['до', 'to'],
    ['около|порядка|примерно|приблизительно|почти|ориентировочно', 'about'],
  ] as const satisfies readonly (readonly [string, Op])[]
).flatMap(([phrases, op]) => phrases.split('|').map((phrase) => [phrase.split(' '), op] as const));

/** Words after a number that bound it. */
const AFTER = (
  [
    ['и более|и больше|и выше|или более|или больше|или выше|и свыше', '>='],
    ['и менее|и ниже|или менее|и меньше|или меньше', '<='],
  ] as const
).flatMap(([phrases, op]) => phrases.split('|').map((phrase) => [phrase.split(' '), op] as const));

const SIGNS: Readonly<Record<string, Comparison>> = {
  '≥': '>=',
  '>=': '>=',
  '≤': '<=',
  '<=': '<=',
  '>': '>',
  '<': '<',
  '=': '=',
};

/** «менне», «мнее», «мене»: slips in the word that bounds most indicators. */
const rightWord = (word: string): string =>
  /^м(?:ене|енне|нее|еннее|енеее|енее|ение|енеие|инее)$/u.test(word) ? 'менее' : word;

interface Bound {
  readonly start: number;
  readonly op: Op | null;
  readonly lead: string | null;
}

/** The words before a number that bound it, read from right to left: «не менее, чем в | 5». */
function boundBefore(nodes: readonly Node[], at: number): Bound {
  let before = at - 1;
  let lead: string | null = null;
  const sign = nodes[before];
  if (sign?.kind === 'sign' && SIGNS[sign.text]) return { start: before, op: SIGNS[sign.text]!, lead: null };
  if (sign?.kind === 'sign' && /^[~±+]$/u.test(sign.text)) return { start: before, op: 'about', lead: null };
  const word = (index: number): string => (nodes[index]?.kind === 'word' ? nodes[index]!.text : '');
  if (isPreposition(word(before)) && !['от', 'до', 'около'].includes(word(before))) {
    lead = word(before);
    before -= 1;
  }
  let far = before;
  if (word(far) === 'чем') far -= 1;
  if (nodes[far]?.kind === 'comma' && far !== before) far -= 1;
  for (const [parts, op] of BOUNDS) {
    const start = far - parts.length + 1;
    if (start < 0 || !parts.every((part, step) => rightWord(word(start + step)) === part)) continue;
    if ((op === 'from' || op === 'to') && lead !== null) continue;
    // «Н е менее»: a torn «не» turns the bound round.
    if (parts.length === 1 && /^[ен]{1,2}$|^ни$/u.test(word(start - 1)))
      return { start: start - 1, op: 'about', lead: null };
    const outer = word(start - 1);
    const moved = lead === null && ['на', 'в', 'по', 'у'].includes(outer);
    return { start: moved ? start - 1 : start, op, lead: lead ?? (moved ? outer : null) };
  }
  return { start: lead === null ? at : at - 1, op: null, lead };
}

/** A number alone, without the words that bound it; `end`: the node after it and its percent. */
interface Core {
  readonly end: number;
  readonly value: number;
  readonly percent: boolean;
  /** A lone «один», which is a pronoun as often as a number. */
  readonly weak: boolean;
  /** «сотни участников»: how many hundreds is not said. */
  readonly open?: boolean;
}

/** Words that multiply the number before them, or count one of their own; the first form is the plural, which alone is inexact. */
const SCALES: ReadonlyMap<string, { readonly worth: number; readonly open: boolean }> = new Map(
  (
    [
      [12, 'дюжины дюжина дюжину дюжин дюжиной'],
      [10, 'десятки десяток десятка десятков десятком'],
      [100, 'сотни сотня сотню сотен сотней'],
      [1_000, 'тысячи тысяча тысячу тысяч тысячей тысячью тысячам тысячами тысячах тыс'],
      [1_000_000, 'миллионы миллион миллиона миллионов миллиону миллионом млн'],
      [1_000_000_000, 'миллиарды миллиард миллиарда миллиардов миллиардом млрд'],
    ] as const
  ).flatMap(([worth, forms]) =>
    forms.split(' ').map((form, at) => [form, { worth, open: at === 0 }] as const),
  ),
);

/** «полтора», «полтораста», «полсотни» and their forms. */
const HALVES: ReadonlyMap<string, number> = new Map([
  ['полтора', 1.5],
  ['полторы', 1.5],
  ['полутора', 1.5],
  ['полтораста', 150],
  ['полутораста', 150],
  ['полсотни', 50],
  ['полусотни', 50],
  ['полтысячи', 500],
]);

/** Where «%», «процентов», «процентных пунктов», «п. п.» at `at` end; undefined where there are none. */
function percentEnd(nodes: readonly Node[], at: number): number | undefined {
  if (nodes[at]?.kind === 'percent') return at + 1;
  const dashed = nodes[at]?.kind === 'dash' ? at + 1 : at;
  if (/^процентн[а-я]*$/u.test(nodes[dashed]?.text ?? '')) {
    return /^пункт/u.test(nodes[dashed + 1]?.text ?? '') ? dashed + 2 : dashed + 1;
  }
  if (/^процент(?:а|ов|ы|ам|ами|ах)?$/u.test(nodes[at]?.text ?? '')) return at + 1;
  return nodes[at]?.text === 'п' && nodes[at + 1]?.text === 'п' ? at + 2 : undefined;
}

const wordsOf = (nodes: readonly Node[], at: number): readonly string[] => {
  const words: string[] = [];
  for (let step = at; step < at + 8 && nodes[step]?.kind === 'word'; step++) words.push(nodes[step]!.text);
  return words;
};

/** The number that begins at `at`, in digits or words: «5», «1,5 тыс.», «полутора тысяч», «десяток». */
function coreAt(nodes: readonly Node[], at: number): Core | undefined {
  const node = nodes[at];
  if (node?.kind !== 'number' && node?.kind !== 'word') return undefined;
  const half = HALVES.get(node.text);
  const numeral = node.kind === 'word' && half === undefined ? readNumeral(wordsOf(nodes, at), 0) : undefined;
  const alone = node.kind === 'word' ? SCALES.get(node.text) : undefined;
  let value: number;
  let end = at + 1;
  let weak = false;
  let open = false;
  if (node.kind === 'number') value = node.value!;
  else if (half !== undefined) value = half;
  else if (numeral && !(alone && numeral.length === 1)) {
    value = numeral.value;
    end = at + numeral.length;
    weak = value === 1 || value === 0;
  } else if (alone) {
    value = alone.worth;
    open = alone.open;
  } else return undefined;
  const scale = alone && end === at + 1 ? undefined : SCALES.get(nodes[end]?.text ?? '');
  if (scale) {
    value *= scale.worth;
    end += 1;
    weak = false;
  }
  const percent = percentEnd(nodes, end);
  return {
    end: percent ?? end,
    value,
    percent: percent !== undefined,
    weak: weak && percent === undefined,
    ...(open && { open }),
  };
}

const FRACTIONS: readonly (readonly [one: RegExp, many: RegExp, parts: number])[] = [
  [/^треть[юи]?$|^трети$/u, /^трети$|^третей$/u, 3],
  [/^четверть[ю]?$|^четверти$/u, /^четверти$|^четвертей$/u, 4],
  [/^пят(?:ая|ой|ую)$/u, /^пятых$/u, 5],
  [/^восьм(?:ая|ой|ую)$/u, /^восьмых$/u, 8],
  [/^десят(?:ая|ой|ую)$/u, /^десятых$/u, 10],
];

/** A share in words from `at` on: «две трети», «одна пятая», «треть», «половина», «каждый третий». */
function fractionAt(
  nodes: readonly Node[],
  at: number,
): { readonly end: number; readonly value: number; readonly each?: true } | undefined {
  if (nodes[at]?.kind !== 'word') return undefined;
  const word = nodes[at]!.text;
  const next = nodes[at + 1]?.kind === 'word' ? nodes[at + 1]!.text : '';
  const share = (count: number, parts: number) => Math.round((count / parts) * 10_000) / 100;
  if (/^стопроцентн[а-я]*$/u.test(word)) return { end: at + 1, value: 100 };
  if (/^половин(?:а|ы|у|ой)$/u.test(word)) return { end: at + 1, value: 50 };
  if (/^кажд(?:ый|ая|ое|ого|ой)$/u.test(word)) {
    const n = readOrdinal(next)?.value;
    return n !== undefined && n > 1 && n <= 10 ? { end: at + 2, value: share(1, n), each: true } : undefined;
  }
  // «четверть» alone is a part of the school year.
  if (FRACTIONS[0]![0].test(word)) return { end: at + 1, value: share(1, 3) };
  // «четверть выпускников», unlike a quarter of the school year.
  const of = nounsOf(next).find(({ cases }) => cases.includes('G'));
  if (/^четвер(?:ть|ти)$/u.test(word) && (of?.kind === 'person' || of?.kind === 'body'))
    return { end: at + 1, value: 25 };
  const count = readNumeral([word], 0);
  if (!count || count.value < 1) return undefined;
  const found = FRACTIONS.find(
    ([one, many, parts]) => (count.value === 1 ? one : many).test(next) && count.value < parts,
  );
  return found && { end: at + 2, value: share(count.value, found[2]) };
}

/** «Доля …, % – 30», «(проценты) – 78»: the measure stands before its number, apart from it by a mark. */
function percentNamed(nodes: readonly Node[], start: number): boolean {
  let at = start - 1;
  while (at >= 0 && ['dash', 'colon', 'comma', 'open', 'close'].includes(nodes[at]!.kind)) at -= 1;
  if (at < 0 || nodes[at]!.kind === 'number') return false;
  // «Доля педагогов (%) 85»: the sign may stand right before the number, the word belongs to the words before.
  if (at === start - 1 && (at === 0 || nodes[at]!.kind !== 'percent')) return false;
  const named = nodes[at]!.kind === 'percent' || /^процент(?:ы|ов)?$/u.test(nodes[at]!.text);
  return named && nodes[at - 1]?.kind !== 'number';
}

/** «12 (двенадцать)»: the same number twice; a different one is an obstacle. */
function repeated(nodes: readonly Node[], core: Core): Core | Obstacle {
  if (nodes[core.end]?.kind !== 'open') return core;
  const again = coreAt(nodes, core.end + 1);
  if (!again || nodes[again.end]?.kind !== 'close' || nodes[core.end + 1]!.kind === nodes[core.end - 1]!.kind)
    return core;
  if (again.value !== core.value)
    return { at: [nodes[core.end]!.at[0], nodes[again.end]!.at[1]], id: 'numbers-differ' };
  const percent = percentEnd(nodes, again.end + 1);
  return { ...core, end: percent ?? again.end + 1, percent: core.percent || percent !== undefined };
}

const PLAIN = { op: null, max: null, percent: false, lead: null, times: false, rank: false } as const;
const comparison = (op: Op | null): Comparison | null =>
  op === 'from' ? '>=' : op === 'to' || op === 'rank' ? '<=' : op === 'about' ? null : op;

/** The quantity whose number begins at `at`, or why it can't be read. `more`: others stand before it. */
function quantityAt(
  nodes: readonly Node[],
  at: number,
  more: boolean,
): PlacedQuantity | Obstacle | undefined {
  const fraction = fractionAt(nodes, at);
  if (fraction) return fractionRead(nodes, at, fraction);
  const read = coreAt(nodes, at);
  if (!read) return spelledAt(nodes, at);
  const core = repeated(nodes, read);
  if ('id' in core) return core;
  const bound = boundBefore(nodes, at);
  if (core.weak && bound.op === null && !weakAllowed(nodes, at, core, bound, more))
    return spelledAt(nodes, at);
  const place: Range = [nodes[bound.start]!.at[0], nodes[core.end - 1]!.at[1]];
  if (bound.op === 'about' || (core.open && bound.op === null)) return { at: place, id: 'inexact' };
  let { end, percent, value } = core;
  let op = comparison(bound.op);
  let max: number | null = null;
  let baseline: number | undefined;
  const ranged = nodes[end]?.kind === 'dash' || (bound.op === 'from' && nodes[end]?.text === 'до');
  const fromTo =
    bound.op === null && (bound.lead === 'с' || bound.lead === 'со') && nodes[end]?.text === 'до';
  const upper = ranged || fromTo ? coreAt(nodes, end + 1) : undefined;
  if (upper && fromTo) {
    baseline = value;
    value = upper.value;
  } else if (upper) {
    if (upper.value <= value || (bound.op !== null && bound.op !== 'from'))
      return { at: [place[0], nodes[upper.end - 1]!.at[1]], id: 'range' };
    max = upper.value;
    op = null;
  }
  if (upper) {
    percent = percent || upper.percent;
    end = upper.end;
  }
  for (const [parts, after] of AFTER) {
    if (!parts.every((part, step) => nodes[end + step]?.text === part)) continue;
    if (op !== null || max !== null) return { at: place, id: 'bounded-twice' };
    op = after;
    end += parts.length;
    percent = percent || percentEnd(nodes, end) !== undefined;
    end = percentEnd(nodes, end) ?? end;
  }
  percent = percent || percentNamed(nodes, bound.start);
  const times = /^раза?$/u.test(nodes[end]?.text ?? '');
  const lead = bound.op === 'to' ? 'до' : bound.op === 'from' ? 'от' : bound.lead;
  return {
    start: bound.start,
    end: times ? end + 1 : end,
    quantity: {
      op,
      value,
      max,
      percent,
      lead,
      times,
      rank: bound.op === 'rank',
      ...(baseline !== undefined && { baseline }),
    },
  };
}

function fractionRead(
  nodes: readonly Node[],
  at: number,
  { end, value, each }: { readonly end: number; readonly value: number; readonly each?: true },
): PlacedQuantity | Obstacle | undefined {
  if (value === 100) return { start: at, end, quantity: { ...PLAIN, percent: true, value } };
  if (each) return { start: at, end, quantity: { ...PLAIN, op: '>=', percent: true, value } };
  const { start, op, lead } = boundBefore(nodes, at);
  if (op === 'about' || op === 'from' || op === 'to' || op === 'rank')
    return { at: [nodes[start]!.at[0], nodes[end - 1]!.at[1]], id: 'inexact' };
  return { start, end, quantity: { ...PLAIN, op, lead, percent: true, value } };
}

/** «Одна публикация» and «по одному от школы» count; «в одном из», «фестиваль одного урока» do not. */
function weakAllowed(nodes: readonly Node[], at: number, core: Core, bound: Bound, more: boolean): boolean {
  if (bound.lead === 'по') return true;
  if (nodes[core.end]?.text === 'из' || bound.lead !== null) return false;
  const before = nodes[at - 1];
  return (
    /^раза?$/u.test(nodes[core.end]?.text ?? '') ||
    !before ||
    (more && before.text === 'и') ||
    ['dash', 'colon', 'open', 'comma', 'rhythm'].includes(before.kind) ||
    isShortParticiple(before.text)
  );
}

const OFTEN: ReadonlyMap<string, number> = new Map([
  ['дважды', 2],
  ['трижды', 3],
  ['раз', 1],
]);

/** «дважды», «раз в …», «ни одного», «нулевое количество»: quantities without a numeral. */
function spelledAt(nodes: readonly Node[], at: number): PlacedQuantity | Obstacle | undefined {
  const node = nodes[at]!;
  if (node.kind !== 'word') return undefined;
  if (/^(?:вдвое|втрое|вчетверо|впятеро)$/u.test(node.text)) return { at: node.at, id: 'change-in-times' };
  if (node.text === 'ни' && /^одн(?:ого|ой|их)$/u.test(nodes[at + 1]?.text ?? ''))
    return { start: at, end: at + 2, quantity: { ...PLAIN, op: '=', value: 0 } };
  if (node.text.startsWith('нулев') && isMeasure(nodes[at + 1]?.text ?? ''))
    return { start: at, end: at + 2, quantity: { ...PLAIN, op: '=', value: 0 } };
  // «нулевой травматизм», unlike a «нулевой уровень».
  const none =
    node.text.startsWith('нулев') && !/^(?:уров|этап|класс|цикл|километр)/u.test(nodes[at + 1]?.text ?? '');
  if (none && nounsOf(nodes[at + 1]?.text ?? '').some(({ cases }) => /[nN]/u.test(cases)))
    return { start: at, end: at + 1, quantity: { ...PLAIN, op: '=', value: 0 } };
  const value = OFTEN.get(node.text);
  if (value === undefined || nodes[at - 1]?.kind === 'number') return undefined;
  const { start, op } = boundBefore(nodes, at);
  return op === null || op === '>=' || op === '<='
    ? { start, end: at + 1, quantity: { ...PLAIN, op, value, times: true } }
    : undefined;
}

const HALF = wordSet('полтора полутора полторы');

/** Every quantity of the nodes in order, or the first place that can't be read. */
export function quantitiesOf(nodes: readonly Node[]): readonly PlacedQuantity[] | Obstacle {
  const found: PlacedQuantity[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    if (node.kind === 'odd') return { at: node.at, id: 'number-unclear' };
    const read = quantityAt(nodes, at, found.length > 0);
    if (!read) continue;
    if ('id' in read) return read;
    if (HALF.has(node.text) && read.quantity.times)
      return { at: [node.at[0], nodes[read.end - 1]!.at[1]], id: 'change-in-times' };
    const last = found.at(-1);
    if (last && last.end === read.start && node.kind === 'number' && nodes[at - 1]?.kind === 'number')
      return { at: [nodes[at - 1]!.at[0], node.at[1]], id: 'number-torn' };
    found.push(last && read.start < last.end ? { ...read, start: last.end } : read);
    at = read.end - 1;
  }
  return found;
}
