import type { Range } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';
import type { Comparison } from '../meaning/indicator.ts';
import { AFTER, type Bound, boundBefore, type Scan } from './indicator-bounds.ts';
import { readNumeral } from './numerals.ts';

/**
 * A quantity: tokens `start`…`end` (exclusive), with the words that bound it. `op` is null for a bare
 * number. `lead`: the preposition right before the number («на 5 %», «в 5 школах», «по 3 встречи»).
 */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly op: Comparison | null;
  readonly value: number;
  readonly max: number | null;
  readonly percent: boolean;
  readonly lead: string | null;
  /** «в 2 раза», «на 5 %» after «рост»: told by the reader, «раз» is only noted here. */
  readonly times: boolean;
  readonly rank: boolean;
  /** «с 30 до 20 %»: the value before. */
  readonly baseline?: number;
}

/** A place that can't be read, in tokens, with the reason. */
export interface Obstacle {
  readonly at: Range;
  readonly why: Bilingual;
}

interface Core {
  readonly end: number;
  readonly value: number;
  readonly percent: boolean;
  /** A lone «один», which is a pronoun as often as a number. */
  readonly weak: boolean;
}

const SCALE: readonly (readonly [RegExp, number])[] = [
  [/^тыс$|^тысяч[а-я]{0,2}$/u, 1_000],
  [/^млн$|^миллион[а-я]{0,2}$/u, 1_000_000],
];

function percentEnd({ tokens, words, taken }: Scan, at: number): number | undefined {
  if (taken.has(at)) return undefined;
  if (tokens[at]?.kind === 'percent') return at + 1;
  const dashed = tokens[at]?.kind === 'dash' ? at + 1 : at;
  if (/^процентн[а-я]*$/u.test(words[dashed] ?? '')) {
    return /^пункт/u.test(words[dashed + 1] ?? '') ? dashed + 2 : dashed + 1;
  }
  if (/^процент(?:а|ов|ы|ам|ами|ах)?$/u.test(words[at] ?? '')) return at + 1;
  return words[at] === 'п' && words[at + 1] === 'п' ? at + 2 : undefined;
}

function coreAt(scan: Scan, at: number): Core | undefined {
  const { tokens, words, taken } = scan;
  const token = tokens[at];
  if (!token || taken.has(at)) return undefined;
  let value: number;
  let end: number;
  let weak = false;
  if (token.kind === 'number') {
    value = token.value!;
    end = at + 1;
    const scale = SCALE.find(([form]) => form.test(words[end] ?? ''));
    if (scale) {
      value *= scale[1];
      end += 1;
    }
  } else if (token.kind === 'word') {
    const numeral = readNumeral(words, at);
    if (!numeral) return undefined;
    value = numeral.value;
    end = at + numeral.length;
    weak = value === 1 || value === 0;
  } else return undefined;
  const percent = percentEnd(scan, end);
  return { end: percent ?? end, value, percent: percent !== undefined, weak: weak && percent === undefined };
}

/** «Доля …, % – 30», «(проценты) – 78»: the measure stands before its number, apart from it by a mark. */
function percentNamed({ tokens, words }: Scan, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && ['dash', 'colon', 'comma', 'open', 'close'].includes(tokens[at]!.kind)) at -= 1;
  if (at < 0 || tokens[at]!.kind === 'number') return false;
  // «Доля педагогов (%) 85»: the sign may stand right before the number, the word belongs to the words before.
  if (at === start - 1 && (at === 0 || tokens[at]!.kind !== 'percent')) return false;
  const named = tokens[at]!.kind === 'percent' || /^процент(?:ы|ов)?$/u.test(words[at]!);
  return named && tokens[at - 1]?.kind !== 'number';
}

/** «12 (двенадцать)»: the same number twice; a different one is an obstacle. */
function repeated(scan: Scan, core: Core): Core | Obstacle {
  const { tokens } = scan;
  if (tokens[core.end]?.kind !== 'open') return core;
  const again = coreAt(scan, core.end + 1);
  if (
    again &&
    tokens[again.end]?.kind === 'close' &&
    tokens[core.end + 1]!.kind !== tokens[core.end - 1]!.kind
  ) {
    if (again.value === core.value) {
      const percent = percentEnd(scan, again.end + 1);
      return { ...core, end: percent ?? again.end + 1, percent: core.percent || percent !== undefined };
    }
    return {
      at: [tokens[core.end]!.start, tokens[again.end]!.end],
      why: {
        ru: `число в скобках — ${again.value}, а перед ними — ${core.value}`,
        en: `the number in brackets is ${again.value}, the one before them is ${core.value}`,
      },
    };
  }
  return core;
}

const isObstacle = (found: Core | Obstacle): found is Obstacle => 'why' in found;

const PARTS: ReadonlyMap<string, number> = new Map([
  ['трети', 3],
  ['третей', 3],
  ['четверти', 4],
  ['четвертей', 4],
]);

/** «трёх четвертей педагогов» are 75 % of them; «двух третей» no round share. */
function partOfAll(scan: Scan, at: number, { end, value, percent }: Core): Quantity | Obstacle | undefined {
  const { tokens, words } = scan;
  const parts = PARTS.get(words[end] ?? '');
  if (parts === undefined || percent || value < 1 || value >= parts || tokens[at]!.kind !== 'word')
    return undefined;
  const { start, op, lead } = boundBefore(scan, at);
  const share = (value / parts) * 100;
  if (!Number.isInteger(share) || op === 'about' || op === 'rank' || op === 'from' || op === 'to') {
    return {
      at: [tokens[start]!.start, tokens[end]!.end],
      why: { ru: 'доля названа дробью', en: 'the share is a fraction' },
    };
  }
  return { start, end: end + 1, op, value: share, max: null, percent: true, lead, times: false, rank: false };
}

/** The quantity whose number begins at `at`, or why it can't be read. */
function quantityAt(scan: Scan, at: number, more: boolean): Quantity | Obstacle | undefined {
  const { tokens, words } = scan;
  const read = coreAt(scan, at);
  if (!read) return undefined;
  const part = partOfAll(scan, at, read);
  if (part) return part;
  const core = repeated(scan, read);
  if (isObstacle(core)) return core;
  const bound = boundBefore(scan, at);
  if (core.weak && bound.op === null && !weakAllowed(scan, at, core, bound, more)) return undefined;
  const place: Range = [tokens[bound.start]!.start, tokens[core.end - 1]!.end];
  if (bound.op === 'about') {
    return {
      at: place,
      why: { ru: 'число названо неточно', en: 'the number is not exact' },
    };
  }
  let { end, percent, value } = core;
  let op: Comparison | null =
    bound.op === 'from' ? '>=' : bound.op === 'to' || bound.op === 'rank' ? '<=' : bound.op;
  let max: number | null = null;
  let baseline: number | undefined;
  const joint = tokens[end];
  const ranged = joint?.kind === 'dash' || (bound.op === 'from' && words[end] === 'до');
  const fromTo = bound.op === null && (bound.lead === 'с' || bound.lead === 'со') && words[end] === 'до';
  const upper = ranged || fromTo ? coreAt(scan, end + 1) : undefined;
  if (upper) {
    const wide: Range = [place[0], tokens[upper.end - 1]!.end];
    if (fromTo) {
      baseline = value;
      value = upper.value;
    } else {
      if (upper.value <= value || (bound.op !== null && bound.op !== 'from')) {
        return {
          at: wide,
          why: { ru: 'границы диапазона неясны', en: 'the bounds of the range are unclear' },
        };
      }
      max = upper.value;
      op = null;
    }
    percent = percent || upper.percent;
    end = upper.end;
  }
  for (const [parts, after] of AFTER) {
    if (!parts.every((part, step) => words[end + step] === part)) continue;
    if (op !== null || max !== null) {
      return { at: place, why: { ru: 'число ограничено дважды', en: 'the number is bounded twice' } };
    }
    op = after;
    end += parts.length;
    percent = percent || percentEnd(scan, end) !== undefined;
    end = percentEnd(scan, end) ?? end;
  }
  percent = percent || percentNamed(scan, bound.start);
  const times = /^раз[а]?$/u.test(words[end] ?? '');
  return {
    start: bound.start,
    end: times ? end + 1 : end,
    op,
    value,
    max,
    percent,
    lead: bound.op === 'to' ? 'до' : bound.op === 'from' ? 'от' : bound.lead,
    times,
    rank: bound.op === 'rank',
    ...(baseline !== undefined && { baseline }),
  };
}

/** «Одна публикация» and «по одному от школы» count; «в одном из», «фестиваль одного урока» do not. */
function weakAllowed({ tokens, words }: Scan, at: number, core: Core, bound: Bound, more: boolean): boolean {
  if (bound.lead === 'по') return true;
  if (words[core.end] === 'из' || bound.lead !== null) return false;
  const before = tokens[at - 1];
  return (
    /^раза?$/u.test(words[core.end] ?? '') ||
    !before ||
    (more && before.text === 'и') ||
    ['dash', 'colon', 'open', 'comma'].includes(before.kind) ||
    /(?:[аеяё]н|нят|крыт)[аоы]?$/u.test(before.text)
  );
}

const WHOLE = /^(?:стопроцентн[а-я]*)$/u;
const SHARES: Readonly<Record<string, number>> = {
  второй: 50,
  вторая: 50,
  второе: 50,
  четвертый: 25,
  пятый: 20,
  десятый: 10,
};

/** «стопроцентный», «каждый второй», «половина», «дважды», «раз в …»: quantities without a numeral. */
function spelledAt(scan: Scan, at: number): Quantity | undefined {
  const { words } = scan;
  const word = words[at]!;
  const whole = { op: null, max: null, percent: true, lead: null, times: false, rank: false } as const;
  if (WHOLE.test(word)) return { ...whole, start: at, end: at + 1, value: 100 };
  const share = /^кажд(?:ый|ая|ое)$/u.test(word) ? SHARES[words[at + 1] ?? ''] : undefined;
  if (share !== undefined) return { ...whole, start: at, end: at + 2, value: share, op: '>=' };
  if (/^половин[аыу]$|^половиной$/u.test(word)) {
    const bound = boundBefore(scan, at);
    if (bound.op === 'about' || bound.op === 'from' || bound.op === 'to' || bound.op === 'rank')
      return undefined;
    return { ...whole, start: bound.start, end: at + 1, value: 50, op: bound.op, lead: bound.lead };
  }
  if (word === 'раз' && scan.tokens[at - 1]?.kind === 'number') return undefined;
  const often = word === 'дважды' ? 2 : word === 'трижды' ? 3 : word === 'раз' ? 1 : undefined;
  if (often !== undefined) {
    const bound = boundBefore(scan, at);
    if (bound.op === null || bound.op === '>=' || bound.op === '<=') {
      return {
        ...whole,
        percent: false,
        start: bound.start,
        end: at + 1,
        value: often,
        op: bound.op,
        times: true,
      };
    }
  }
  return undefined;
}

/** Every quantity of the tokens in order, and the first place that can't be read. */
export function quantitiesOf(scan: Scan): {
  readonly found: readonly Quantity[];
  readonly obstacle?: Obstacle;
} {
  const found: Quantity[] = [];
  for (let at = 0; at < scan.tokens.length; at++) {
    const token = scan.tokens[at]!;
    if (token.kind === 'odd') {
      return {
        found,
        obstacle: {
          at: [token.start, token.end],
          why: { ru: 'неясно, какое это число', en: 'it is unclear what number this is' },
        },
      };
    }
    const read = quantityAt(scan, at, found.length > 0) ?? spelledAt(scan, at);
    if (!read) continue;
    if ('why' in read) return { found, obstacle: read };
    const last = found.at(-1);
    found.push(last && read.start < last.end ? { ...read, start: last.end } : read);
    at = read.end - 1;
  }
  return { found };
}
