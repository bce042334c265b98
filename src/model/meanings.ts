import type { Calendar } from '../meaning/calendar.ts';
import { compositeOf } from '../meaning/composite.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period, PlanPeriod } from '../meaning/period.ts';
import type { Reading } from '../meaning/reading.ts';
import { readIndicator, readPeriod } from '../russian/index.ts';
import type { Item, Plan, Stated } from './plan.ts';
import type { Workspace } from './workspace.ts';

/**
 * What a text means is worked out once for a calendar and a plan's period, however many plans repeat it:
 * in a country of plans some fifty wordings make up most of the cells.
 */
interface Meanings {
  readonly periods: Map<string, Reading<Period>>;
  readonly indicators: Map<string, Reading<Indicator>>;
}

const memory = new WeakMap<Calendar, Map<string, Meanings>>();
/** The same, found by the plan's own period without building a key. */
const ofPeriod = new WeakMap<PlanPeriod, { readonly calendar: Calendar; readonly meanings: Meanings }>();

function meaningsOf(calendar: Calendar, period: PlanPeriod): Meanings {
  const near = ofPeriod.get(period);
  if (near?.calendar === calendar) return near.meanings;
  const byPeriod = memory.get(calendar) ?? new Map<string, Meanings>();
  memory.set(calendar, byPeriod);
  const key = `${period.from}:${period.to}:${period.schoolYear}`;
  const meanings = byPeriod.get(key) ?? { periods: new Map(), indicators: new Map() };
  byPeriod.set(key, meanings);
  ofPeriod.set(period, { calendar, meanings });
  return meanings;
}

/** The reading of a text alone, the author's structured form aside; undefined when the plan states no period to read against. */
export function readPeriodText(text: string, plan: Plan, workspace: Workspace): Reading<Period> | undefined {
  if (!plan.period) return undefined;
  const { periods } = meaningsOf(workspace.calendar, plan.period);
  const known = periods.get(text);
  if (known) return known;
  const reading = readPeriod(text, { period: plan.period, calendar: workspace.calendar });
  periods.set(text, reading);
  return reading;
}

/** The same for an indicator. */
export function readIndicatorText(
  text: string,
  plan: Plan,
  workspace: Workspace,
): Reading<Indicator> | undefined {
  if (!plan.period) return undefined;
  const { indicators } = meaningsOf(workspace.calendar, plan.period);
  const known = indicators.get(text);
  if (known) return known;
  const reading = readIndicator(text, { period: plan.period });
  indicators.set(text, reading);
  return reading;
}

/** The meaning to work with: what the author stated in structured form wins, then the reading; undefined when neither is there. */
export function periodOf(
  stated: Stated<Period> | undefined,
  plan: Plan,
  workspace: Workspace,
): Period | undefined {
  if (!stated) return undefined;
  if (stated.structured) return stated.structured;
  const reading = readPeriodText(stated.text, plan, workspace);
  return reading?.understood ? reading.meaning : undefined;
}

/** When an item is due: its own period, else those of all its parts; undefined where one of them is not read. */
export function itemPeriodOf(item: Item, plan: Plan, workspace: Workspace): Period | undefined {
  if (item.when || item.parts.length === 0) return periodOf(item.when, plan, workspace);
  const parts = item.parts.map((part) => periodOf(part.when, plan, workspace));
  return parts.every((part) => part !== undefined) ? compositeOf(parts) : undefined;
}

export function indicatorOf(
  stated: Stated<Indicator>,
  plan: Plan,
  workspace: Workspace,
): Indicator | undefined {
  if (stated.structured) return stated.structured;
  const reading = readIndicatorText(stated.text, plan, workspace);
  return reading?.understood ? reading.meaning : undefined;
}
