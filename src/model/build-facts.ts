import { parseDay } from '../meaning/day.ts';
import type { FactsDocument } from '../schema/generated/types.ts';
import { normaliseNumber } from './identity.ts';
import { asList, asMap, asNumber, asText, asTexts, type RawMap } from './raw.ts';
import type { Fact, FactsFile } from './workspace.ts';

const present = <Value>(key: string, value: Value | undefined): Record<string, Value> =>
  value === undefined ? {} : { [key]: value };

function buildFact(raw: RawMap, index: number, recorded: number | undefined): Fact {
  const span = asMap(raw.date);
  const from = parseDay(asText(span ? span.from : raw.date) ?? '');
  const to = parseDay(asText(span ? span.to : raw.date) ?? '') ?? from;
  const moved = asMap(raw.rescheduled);
  const movedTo = moved && parseDay(asText(moved.to) ?? '');
  const basis = moved && asText(moved.basis);
  return {
    item: normaliseNumber(asText(raw.item) ?? ''),
    ...present('part', asNumber(raw.part)),
    ...present('indicator', asNumber(raw.indicator)),
    ...present('measure', asNumber(raw.measure)),
    ...present('from', from ?? to),
    ...present('to', to),
    ...present('recorded', parseDay(asText(raw.recorded) ?? '') ?? recorded),
    ...present('done', typeof raw.done === 'boolean' ? raw.done : undefined),
    ...present('whole', typeof raw.whole === 'boolean' ? raw.whole : undefined),
    ...present('by', asText(raw.by)),
    ...present('count', asNumber(raw.count)),
    ...present('value', asNumber(raw.value)),
    ...present('of', asNumber(raw.of)),
    ...present('result', asText(raw.result)),
    evidence: asTexts(raw.evidence),
    evidenceIsList: Array.isArray(raw.evidence),
    ...(movedTo === undefined ? {} : { rescheduled: { to: movedTo, ...present('basis', basis) } }),
    ...present('reason', asText(raw.reason)),
    route: ['facts', index],
  };
}

/** A facts file; what has the wrong shape is left to the schema's findings. */
export function buildFacts(file: string, document: RawMap): FactsFile {
  const recorded = parseDay(asText(document.recorded) ?? '');
  return {
    file,
    plan: asText(document.plan) ?? '',
    facts: asList(document.facts).flatMap((value, index) => {
      const raw = asMap(value);
      return raw ? [buildFact(raw, index, recorded)] : [];
    }),
    source: document as unknown as FactsDocument,
  };
}
