import { plural } from '../../finding/plural.ts';
import type { Bilingual, Language } from '../../finding/text.ts';
import { toIso } from '../../meaning/day.ts';
import type { Plan } from '../../model/plan.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { Paint, TerminalStyle } from '../../report/style.ts';
import { dateInWords } from '../../report/verdict.ts';
import { widthOf } from '../../report/width.ts';
import type { MatchRelation } from '../../trace/comparison.ts';

import { BY_WORST, OBLIGATION_STATE_WORDS } from '../../trace/state-words.ts';
import type { ObligationFlag, ObligationState } from '../../trace/states.ts';
import { noSummary, type TraceSummary } from '../../trace/trace.ts';

export { BY_WORST, OBLIGATION_STATE_WORDS as STATE_WORDS };

const MARKS: Readonly<Record<ObligationState, readonly [string, string]>> = {
  missing: ['✗', 'x'],
  late: ['>', '>'],
  partly: ['±', '/'],
  weaker: ['↓', '-'],
  unclear: ['?', '?'],
  waived: ['○', 'o'],
  covered: ['✓', '+'],
};

export const markOf = (state: ObligationState, unicode: boolean): string => MARKS[state][unicode ? 0 : 1];

export function paintOfObligation(state: ObligationState, style: TerminalStyle): Paint {
  if (state === 'covered') return style.good;
  if (state === 'waived') return style.dim;
  if (state === 'unclear') return style.severity.info;
  return state === 'missing' || state === 'late' ? style.severity.error : style.severity.warning;
}

/** The flags in words: what holds besides the state. */
export const OBLIGATION_FLAG_WORDS: Readonly<Record<ObligationFlag, Bilingual>> = {
  ...OBLIGATION_STATE_WORDS,
  rarer: { ru: 'реже', en: 'rarer' },
};

export const RELATION_WORDS: Readonly<Record<MatchRelation, Bilingual>> = {
  same: { ru: 'то же', en: 'same' },
  stronger: { ru: 'сильнее', en: 'stronger' },
  weaker: { ru: 'слабее', en: 'weaker' },
  incomparable: { ru: 'не сравнить', en: 'incomparable' },
  none: { ru: 'потеряно', en: 'lost' },
};

/** What people call a plan: its territory, else its id. */
export const planLabel = (plan: Plan): string => oneLine(plan.territory ?? plan.id);

/** The same without the words that every municipality's name has, for a narrow column. */
export const shortNameOf = (plan: Plan): string =>
  planLabel(plan)
    .replace(/(?<!\p{L})(?:муниципальн|городск|сельск)\p{L}*\s+/giu, '')
    .replace(/(?<!\p{L})(?:район|округ|образовани)\p{L}*(?!\p{L})/giu, '')
    .replace(/\s+/g, ' ')
    .trim() || planLabel(plan);

/** A text on one line of at most so many columns. */
export function shortened(text: string, width: number, ellipsis = '…'): string {
  const line = oneLine(text).replace(/\s+/g, ' ').trim();
  if (widthOf(line) <= width) return line;
  let short = '';
  for (const letter of line) {
    if (widthOf(short + letter) > width - widthOf(ellipsis)) break;
    short += letter;
  }
  return `${short.trimEnd()}${ellipsis}`;
}

/** «30 поручений: 22 учтено, 1 частично · на 15 июня 2022 г.» */
export function traceVerdict(summary: TraceSummary, asOf: number, language: Language, dot: string): string {
  const counts = [...BY_WORST]
    .reverse()
    .filter((state) => summary[state] > 0)
    .map((state) => `${summary[state]} ${OBLIGATION_STATE_WORDS[state][language]}`);
  const n = summary.obligations;
  const head =
    language === 'ru'
      ? `${n} ${plural(n, ['поручение', 'поручения', 'поручений'])}`
      : `${n} ${n === 1 ? 'obligation' : 'obligations'}`;
  const date = dateInWords(toIso(asOf), language);
  return `${head}: ${counts.join(', ')} ${dot} ${language === 'ru' ? 'на' : 'as of'} ${date}`;
}

export function daysLate(days: number, language: Language): string {
  return language === 'ru'
    ? `на ${days} ${plural(days, ['день', 'дня', 'дней'])} позже`
    : `${days} ${days === 1 ? 'day' : 'days'} late`;
}

/** Of several summaries. */
export function sumOf(summaries: readonly TraceSummary[]): TraceSummary {
  const sum = noSummary();
  for (const summary of summaries)
    for (const key of Object.keys(sum) as (keyof TraceSummary)[]) sum[key] += summary[key];
  return sum;
}
