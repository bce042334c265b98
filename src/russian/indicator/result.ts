import type { Range } from '../../finding/finding.ts';
import type { Indicator } from '../../meaning/indicator.ts';
import type { Reading } from '../../meaning/reading.ts';
import type { Token } from '../text/token.ts';
import { rangeOf } from './node.ts';
import { type RefusalId, refusalOf } from './refusals.ts';

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

/** Not understood: where (a place in the text, or the nodes at fault) and for which reason of the table. */
export const refused = (
  id: RefusalId,
  at: Range | readonly Pick<Token, 'at'>[],
): IndicatorReading & { readonly understood: false } => {
  const refusal = refusalOf(id);
  const range = typeof at[0] === 'number' ? (at as Range) : rangeOf(at as readonly Pick<Token, 'at'>[]);
  return { understood: false, at: range, why: refusal.why, refusal };
};

/** One meaning of several statements; a single one is itself, nested compounds are laid flat. */
export function joined(parts: readonly Indicator[]): Indicator {
  if (parts.length === 1) return parts[0]!;
  const flat = parts.flatMap((part) => (part.kind === 'compound' ? part.parts : [part]));
  // What a compound says of all its parts together.
  const shared = parts.flatMap((part) => (part.kind === 'compound' ? (part.qualifiers ?? []) : []));
  return indicator({ kind: 'compound', parts: flat, ...(shared.length > 0 && { qualifiers: shared }) });
}

/** Reads each run on its own and joins what they mean; the first that is not understood is the answer. */
export function readEach<Run>(runs: readonly Run[], read: (run: Run) => IndicatorReading): IndicatorReading {
  const parts: Indicator[] = [];
  for (const run of runs) {
    const reading = read(run);
    if (!reading.understood) return reading;
    parts.push(reading.meaning);
  }
  return understood(joined(parts));
}
