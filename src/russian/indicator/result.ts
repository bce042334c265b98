import type { Range } from '../../finding/finding.ts';
import type { Indicator } from '../../meaning/indicator.ts';
import type { Reading } from '../../meaning/reading.ts';
import { rangeOf, type Token } from './tokens.ts';

/** What an indicator means, or the words that can't be read and why. */
export type IndicatorReading = Reading<Indicator>;

/** An indicator with everything not named left empty. */
export const indicator = (filled: Partial<Indicator> & Pick<Indicator, 'kind'>): Indicator => ({
  op: null,
  value: null,
  max: null,
  unit: null,
  of: null,
  stages: [],
  parts: [],
  ...filled,
});

/** Read into a meaning. */
export const understood = (meaning: Indicator): IndicatorReading => ({ understood: true, meaning });

/** Something done or held that no number measures; `unit` where it has a name. */
export const qualitative = (unit: string | null = null): IndicatorReading =>
  understood(indicator({ kind: 'qualitative', unit }));

/** Not understood: where, and why in both languages. */
export const unread = (at: Range | readonly Token[], ru: string, en: string): IndicatorReading => ({
  understood: false,
  at: typeof at[0] === 'number' ? (at as Range) : rangeOf(at as readonly Token[]),
  why: { ru, en },
});

/** One meaning of several statements; a single one is itself, nested compounds are laid flat. */
export function joined(parts: readonly Indicator[]): Indicator {
  const flat = parts.flatMap((part) => (part.kind === 'compound' ? part.parts : [part]));
  return flat.length === 1 ? flat[0]! : indicator({ kind: 'compound', parts: flat });
}
