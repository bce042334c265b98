import type { Calendar } from '../meaning/calendar.ts';
import { compositeOf } from '../meaning/composite.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period, PlanPeriod } from '../meaning/period.ts';
import type { Reading } from '../meaning/reading.ts';
import { readIndicator, readPeriod } from '../russian/index.ts';
import type { Item, Plan, Stated } from './plan.ts';
import { planPeriodOf } from './plan-period.ts';
import { narrowed, spellingsIn, WHOLE } from './section-term.ts';
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

/**
 * The reading of a text alone, the author's structured form aside: in the term of its section, where that states one, and
 * in the plan's period. Without a period what names its year itself is read all the same; undefined: the term of its
 * section is not read.
 */
export function readPeriodText(
  { text, within, inherited }: Stated<Period>,
  plan: Plan,
  workspace: Workspace,
): Reading<Period> | undefined {
  if (within && !inherited) {
    const term = termOf(within, plan, workspace);
    if (term === null) return undefined;
    if (term) return readWithin(text, term, within, plan, workspace);
  }
  return readIn(plan.period, text, workspace.calendar);
}

/** Under which the meanings of plans without a period are kept. */
const NO_PERIOD: PlanPeriod = { from: 0, to: 0, schoolYear: false };

function readIn(period: PlanPeriod | undefined, text: string, calendar: Calendar): Reading<Period> {
  const { periods } = meaningsOf(calendar, period ?? NO_PERIOD);
  const known = periods.get(text);
  if (known) return known;
  const reading = readPeriod(text, { ...(period && { period }), calendar });
  periods.set(text, reading);
  return reading;
}

/** Two periods that have neither a year nor the kind of the year in common. */
const CALENDAR_YEAR = planPeriodOf(2003) as PlanPeriod;
const SCHOOL_YEAR = planPeriodOf('2041/42') as PlanPeriod;

/** What a text says whatever the plan's period; undefined where it depends on it. */
function readAnyYear<Meaning>(read: (period: PlanPeriod) => Reading<Meaning>): Reading<Meaning> | undefined {
  const [one, other] = [read(CALENDAR_YEAR), read(SCHOOL_YEAR)];
  return JSON.stringify(one) === JSON.stringify(other) ? one : undefined;
}

/** The window of a section's term by the plan's period; null when the term is there and not read. */
function termOf(term: Stated<Period>, plan: Plan, workspace: Workspace): PlanPeriod | null | undefined {
  let known = terms.get(term);
  if (known?.calendar !== workspace.calendar) {
    const meaning = periodOf(term, plan, workspace);
    const window = meaning
      ? narrowed(meaning, plan.period ?? { from: meaning.from ?? 0, to: meaning.to ?? 0, schoolYear: false })
      : null;
    known = { calendar: workspace.calendar, window };
    terms.set(term, known);
  }
  return known.window;
}

const terms = new WeakMap<
  Stated<Period>,
  { readonly calendar: Calendar; readonly window: PlanPeriod | null | undefined }
>();

function readWithin(
  text: string,
  term: PlanPeriod,
  section: Stated<Period>,
  plan: Plan,
  workspace: Workspace,
): Reading<Period> | undefined {
  const spellings = spellingsIn(text, term);
  const outside = plan.period ?? term;
  if (spellings.length === 0) return readIn(outside, text, workspace.calendar);
  for (const spelling of spellings) {
    if (spelling === WHOLE) return readPeriodText(section, plan, workspace);
    const reading = readIn(term, spelling, workspace.calendar);
    if (reading.understood) return reading;
  }
  return readIn(outside, text, workspace.calendar);
}

/** The same for an indicator. */
export function readIndicatorText(
  text: string,
  plan: Plan,
  workspace: Workspace,
): Reading<Indicator> | undefined {
  const { calendar } = workspace;
  if (plan.period) return readIndicatorIn(plan.period, text, calendar);
  // Numbers do not depend on the year; stages with dates may.
  return readAnyYear((period) => readIndicatorIn(period, text, calendar));
}

function readIndicatorIn(period: PlanPeriod, text: string, calendar: Calendar): Reading<Indicator> {
  const { indicators } = meaningsOf(calendar, period);
  const known = indicators.get(text);
  if (known) return known;
  const reading = readIndicator(text, { period });
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
  const reading = readPeriodText(stated, plan, workspace);
  return reading?.understood ? reading.meaning : undefined;
}

/** When an item is due: its own period, else those of all its parts; undefined where one of them is not read. */
export function itemPeriodOf(item: Item, plan: Plan, workspace: Workspace): Period | undefined {
  if (item.when || item.parts.length === 0) return periodOf(item.when, plan, workspace);
  const parts = item.parts.map((part) => periodOf(part.when, plan, workspace));
  return parts.every((part) => part !== undefined) ? compositeOf(parts) : undefined;
}

/**
 * What an indicator means: as its author stated it beside the text, else as it is read; undefined where it is not
 * understood.
 */
export function indicatorOf(
  stated: Stated<Indicator>,
  plan: Plan,
  workspace: Workspace,
): Indicator | undefined {
  if (stated.structured) return stated.structured;
  const reading = readIndicatorText(stated.text, plan, workspace);
  return reading?.understood ? reading.meaning : undefined;
}
