import type { Range } from '../../finding/finding.ts';
import type { Comparison } from '../../meaning/indicator.ts';
import { AFTER, type Bound, boundBefore, type Scan } from './bounds.ts';
import { type Core, coreAt, isObstacle, percentEnd, percentNamed, repeated } from './numeral.ts';
import type { Obstacle, Quantity } from './quantity.ts';
import { partOfAll, spelledAt } from './spelled.ts';

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
