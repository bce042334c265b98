import { readNumeral } from '../words/numerals.ts';
import type { Scan } from './bounds.ts';
import type { Obstacle } from './quantity.ts';

/** A number alone, without the words that bound it; `end`: the token after it and its percent. */
export interface Core {
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

/** Where «%», «процентов», «процентных пунктов», «п. п.» at `at` end; undefined where there are none. */
export function percentEnd({ tokens, words, taken }: Scan, at: number): number | undefined {
  if (taken.has(at)) return undefined;
  if (tokens[at]?.kind === 'percent') return at + 1;
  const dashed = tokens[at]?.kind === 'dash' ? at + 1 : at;
  if (/^процентн[а-я]*$/u.test(words[dashed] ?? '')) {
    return /^пункт/u.test(words[dashed + 1] ?? '') ? dashed + 2 : dashed + 1;
  }
  if (/^процент(?:а|ов|ы|ам|ами|ах)?$/u.test(words[at] ?? '')) return at + 1;
  return words[at] === 'п' && words[at + 1] === 'п' ? at + 2 : undefined;
}

/** The number that begins at `at`, in digits or words: «5», «1,5 тыс.», «двадцать пять процентов». */
export function coreAt(scan: Scan, at: number): Core | undefined {
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
export function percentNamed({ tokens, words }: Scan, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && ['dash', 'colon', 'comma', 'open', 'close'].includes(tokens[at]!.kind)) at -= 1;
  if (at < 0 || tokens[at]!.kind === 'number') return false;
  // «Доля педагогов (%) 85»: the sign may stand right before the number, the word belongs to the words before.
  if (at === start - 1 && (at === 0 || tokens[at]!.kind !== 'percent')) return false;
  const named = tokens[at]!.kind === 'percent' || /^процент(?:ы|ов)?$/u.test(words[at]!);
  return named && tokens[at - 1]?.kind !== 'number';
}

/** «12 (двенадцать)»: the same number twice; a different one is an obstacle. */
export function repeated(scan: Scan, core: Core): Core | Obstacle {
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

/** True when the number is there and can't be read. */
export const isObstacle = (found: Core | Obstacle): found is Obstacle => 'why' in found;
