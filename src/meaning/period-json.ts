import type { Language } from '../finding/text.ts';
import { type Day, toIso } from './day.ts';
import type { Period } from './period.ts';
import type { Reading } from './reading.ts';
import { toRRule } from './rrule.ts';

/** A period as JSON: days as ISO dates, the recurrence as RRULE text; keys that say nothing are left out. */
interface PeriodJson {
  readonly kind: Period['kind'];
  readonly from: string | null;
  readonly to: string | null;
  readonly rrule?: string;
  readonly times?: number;
  readonly per?: NonNullable<Period['per']>;
  readonly every?: number;
  readonly basis?: NonNullable<Period['basis']>;
  readonly time?: string;
  readonly event?: string;
  readonly offset?: NonNullable<Period['offset']>;
  readonly for?: string;
  readonly parts: readonly PeriodJson[];
}

/** What `roadmap explain period --format json` prints for one text. Offsets are UTF-16 units of the text. */
type PeriodReadingJson =
  | ({ readonly text: string; readonly understood: true } & PeriodJson)
  | {
      readonly text: string;
      readonly understood: false;
      readonly at: readonly [number, number];
      readonly id?: string;
      readonly why: string;
      readonly help?: string;
    };

export function periodToJson(text: string, reading: Reading<Period>, language: Language): PeriodReadingJson {
  if (reading.understood) return { text, understood: true, ...jsonOf(reading.meaning) };
  const { at, why, refusal } = reading;
  return {
    text,
    understood: false,
    at,
    ...(refusal && { id: refusal.id }),
    why: why[language],
    ...(refusal && { help: refusal.help[language] }),
  };
}

/** The same keys for a period alone: an item's own meaning, the parts of a composite. */
function jsonOf(period: Period): PeriodJson {
  return {
    kind: period.kind,
    from: iso(period.from),
    to: iso(period.to),
    ...(period.recurrence && { rrule: toRRule(period.recurrence) }),
    ...(period.times !== undefined && { times: period.times }),
    ...(period.per !== undefined && { per: period.per }),
    ...(period.every !== undefined && { every: period.every }),
    ...(period.basis !== undefined && { basis: period.basis }),
    ...(period.time !== undefined && { time: period.time }),
    ...(period.event !== undefined && { event: period.event }),
    ...(period.offset !== undefined && { offset: period.offset }),
    ...(period.for !== undefined && { for: period.for }),
    parts: period.parts.map(jsonOf),
  };
}

const iso = (day: Day | null) => (day === null ? null : toIso(day));
