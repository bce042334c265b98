import type { Range } from '../finding/finding.ts';
import { weekdayOf } from '../meaning/day.ts';
import type { Period } from '../meaning/period.ts';
import { type Listed, placeList } from './period-lend.ts';
import { hasYear, type PeriodContext } from './period-place.ts';
import { refine } from './period-refine.ts';
import { isYearly, mergeBeats, recurringOf, type Spoken } from './period-rhythm.ts';
import { type Placed, periodOf, placeWindow } from './period-stretch.ts';
import type { Beat, Joined, Term, Window } from './period-syntax.ts';
import { type Failure, fail, isFailure, WHY } from './period-why.ts';
import { boundsYears, yearly } from './period-yearly.ts';

type Of<Type extends Term['type']> = Extract<Term, { type: Type }>;

/** Terms that stand beside each other without a semicolon between them, as one meaning. */
export function combine(joined: readonly Joined[], context: PeriodContext): Period | Failure {
  const refused = termOf(joined, 'refused');
  if (refused) return fail(refused.at, refused.why);
  const at = joined.findIndex(({ term }) => term.type === 'further');
  if (at >= 0) return combineFurther(joined.slice(0, at), joined[at]!.term, joined.slice(at + 1), context);
  const relative = joined.some(({ term }) => term.type === 'relative');
  if (relative && joined.length > 1) return combineLines(joined, context);
  const named = attachOwners(attachTimes(joined));
  if (isFailure(named)) return named;
  const period = combineKinds(named.terms, named.owners, context);
  return isFailure(period) || named.owner === undefined ? period : { ...period, for: named.owner };
}

/** «до 1 сентября 2022 г., далее – ежегодно», «с мая и далее», «май, далее постоянно». */
function combineFurther(
  before: readonly Joined[],
  further: Term,
  after: readonly Joined[],
  context: PeriodContext,
): Period | Failure {
  const beats = beatsOf(after);
  if (before.length > 0 && after.length === beats.length && beats.length > 0) {
    const [spoken, ...more] = mergeBeats(beats);
    if (spoken && more.length === 0 && isYearly(spoken)) return combine([...before, ...after], context);
  }
  const first = before.length > 0 ? combine(before, context) : fail(further.at, WHY.together);
  if (isFailure(first)) return first;
  if (after.length === 0) {
    if (first.from === null || first.kind === 'composite') return fail(further.at, WHY.together);
    return { ...first, kind: first.kind === 'day' ? 'span' : first.kind, to: null };
  }
  const second = combine(after, context);
  if (isFailure(second)) return second;
  const starts = second.kind === 'recurring' || second.kind === 'open';
  const from = starts && first.to !== null ? first.to + 1 : second.from;
  const to = second.to !== null && from !== null && second.to < from ? null : second.to;
  return composite([first, { ...second, from, to }]);
}

/** A deadline counted from an event stands alone on its line. */
function combineLines(joined: readonly Joined[], context: PeriodContext): Period | Failure {
  const parts: Period[] = [];
  for (let start = 0; start < joined.length; ) {
    let end = start + 1;
    while (end < joined.length && joined[end]!.joint !== 'line') end++;
    const line = joined.slice(start, end);
    if (line.length === joined.length) return fail(line.at(-1)!.term.at, WHY.together);
    const part = combine(line, context);
    if (isFailure(part)) return part;
    parts.push(part);
    start = end;
  }
  return composite(parts);
}

/** A time of day belongs to the window before it, else to the one after it; a rhythm keeps it as a term. */
function attachTimes(joined: readonly Joined[]): readonly Joined[] {
  const out: Joined[] = [];
  let waiting: string | undefined;
  for (const { term, joint } of joined) {
    const before = out.at(-1);
    if (term.type === 'time' && before?.term.type === 'window' && hasTime(before.term)) {
      out[out.length - 1] = { ...before, term: { ...before.term, time: term.time } };
    } else if (term.type === 'time' && joined.some((other) => other.term.type === 'window') && !before) {
      waiting = term.time;
    } else if (term.type === 'window' && waiting !== undefined && hasTime(term)) {
      out.push({ joint, term: { ...term, time: waiting } });
      waiting = undefined;
    } else out.push({ term, joint });
  }
  if (waiting !== undefined) return joined;
  return out;
}

/** Only days have a time of day. */
const hasTime = ({ from, to }: Window) =>
  ['day', 'nth-weekday', 'nth-working-day'].includes((to ?? from)!.unit);

interface Named {
  readonly terms: readonly Joined[];
  /** By the place of the window among the windows. */
  readonly owners: ReadonlyMap<number, string>;
  /** Of the whole: one name after several windows, or after what is no window. */
  readonly owner?: string;
}

const LISTED: ReadonlySet<Term['type']> = new Set(['window', 'time', 'demand'] as const);

/** Gives names in brackets to the windows they follow. */
function attachOwners(joined: readonly Joined[]): Named | Failure {
  const owners = new Map<number, string>();
  const terms: Joined[] = [];
  let windows = 0;
  for (const each of joined) {
    const { term } = each;
    if (term.type !== 'owner') {
      terms.push(each);
      if (term.type === 'window') windows++;
      continue;
    }
    const before = terms.at(-1)?.term;
    if (!before || owners.has(windows - 1)) return fail(term.at, WHY.unread);
    owners.set(windows - 1, term.text);
    // A list under one month has one name for all of it.
    for (let at = windows - 2, back = terms.length - 2; at >= 0 && back >= 0; at--, back--) {
      if (before.type !== 'window' || terms[back]!.term.at !== before.at) break;
      owners.set(at, term.text);
    }
  }
  const last = joined.at(-1)?.term;
  // After a rhythm, or once after several windows, the name is of the whole.
  const listed = terms.every(({ term }) => LISTED.has(term.type));
  const single = owners.size === 1 && last?.type === 'owner' && (windows !== 1 || !listed);
  if (single) return { terms, owners: new Map(), owner: last.text };
  if (owners.has(-1) || (!listed && owners.size > 0)) return fail(last!.at, WHY.together);
  return { terms, owners };
}

const windowsOf = (joined: readonly Joined[]): readonly Listed[] =>
  joined.flatMap(({ term, joint }) => (term.type === 'window' ? [{ window: term, joint }] : []));
const beatsOf = (joined: readonly Joined[]): readonly Beat[] =>
  joined.flatMap(({ term }) => (term.type === 'beat' ? [term] : []));
const termOf = <Type extends Term['type']>(joined: readonly Joined[], type: Type) =>
  joined.find(({ term }) => term.type === type)?.term as Of<Type> | undefined;

function combineKinds(
  joined: readonly Joined[],
  owners: ReadonlyMap<number, string>,
  context: PeriodContext,
): Period | Failure {
  const relative = termOf(joined, 'relative');
  if (relative) {
    const { event, offset } = relative;
    return { kind: 'relative', from: null, to: null, event, ...(offset && { offset }), parts: [] };
  }
  const whole: Range = [joined[0]!.term.at[0], joined.at(-1)!.term.at[1]];
  const beats = beatsOf(joined);
  const list = windowsOf(joined);
  const plan = planBounds(joined, context);
  if (isFailure(plan)) return plan;
  const basis = termOf(joined, 'demand')?.basis;
  const time = termOf(joined, 'time')?.time;
  const more = { ...(basis && { basis }), ...(time && { time }) };
  // «в течение года (май, октябрь)»: the bracket says when in the year.
  const narrowed = plan && list.length > 0 && list[0]!.joint === 'bracket' && beats.length === 0;
  if (plan && list.length > 0 && !narrowed) return fail(whole, WHY.together);
  const open = termOf(joined, 'open');
  if (beats.length > 0) {
    if (open && list.length > 0) return fail(whole, WHY.together);
    const period = combineBeats(beats, list, plan ?? { from: null, to: null }, joined, context);
    return isFailure(period) ? period : { ...period, ...more };
  }
  if (time && list.length > 0) return fail(whole, WHY.together);
  if (list.length === 0) {
    if (time && !basis && !plan && !open) return fail(whole, WHY.unread);
    if (plan) return { kind: 'open', ...plan, parts: [], ...more };
    if (basis) return { kind: 'on-demand', from: null, to: null, parts: [], ...more };
    return { kind: 'open', from: null, to: null, parts: [], ...more };
  }
  if (open && list.length > 1) return fail(whole, WHY.together);
  const found = (narrowed ? undefined : refine(list, context)) ?? placeList(list, context);
  if (isFailure(found)) return found;
  const loose = list.find(({ joint }, at) => at > 0 && joint === 'none');
  if (loose && list.length === found.length) return fail(loose.window.at, WHY.together);
  const parts = found.map(({ window, placed }, at): Period => {
    const owner = owners.get(at);
    return {
      ...periodOf(placed, window),
      ...(basis && { basis }),
      ...(owner !== undefined && { for: owner }),
    };
  });
  if (open) return { ...parts[0]!, kind: 'open', ...more };
  return parts.length === 1 ? { ...parts[0]!, ...more } : composite(parts);
}

/** The plan's own period, when «в течение года» is said; a school year only in the plan of one. */
function planBounds(joined: readonly Joined[], { period }: PeriodContext): Placed | Failure | undefined {
  const plan = termOf(joined, 'plan');
  if (!plan) return undefined;
  if (plan.year === 'school' && !period.schoolYear) return fail(plan.at, WHY.whichSchoolYear);
  if (plan.year === 'civil' && period.schoolYear) return fail(plan.at, WHY.whichYear);
  return { from: period.from, to: period.to };
}

function combineBeats(
  beats: readonly Beat[],
  list: readonly Listed[],
  plan: Placed,
  joined: readonly Joined[],
  context: PeriodContext,
): Period | Failure {
  const [first] = beats;
  if (beats.length === 1 && first!.bare && list.length === 1)
    return checkWeekday(first!, list[0]!.window, context);
  const rhythms = mergeBeats(beats);
  // «2 раза в месяц по средам»: neither every Wednesday nor any two days.
  const fixed = rhythms.filter(({ weekdays, dates }) => weekdays || dates);
  if (fixed.length > 0 && fixed.length < rhythms.length) return fail(fixed[0]!.at, WHY.contradicts);
  const windows = list.map(({ window }) => window);
  const bounds = windows.filter(boundsYears);
  const [spoken] = rhythms;
  const recurring = windows.filter((window) => !boundsYears(window));
  if (rhythms.length === 1 && isYearly(spoken!) && recurring.length > 0) {
    if (bounds.length > 1) return fail(bounds[1]!.at, WHY.together);
    const placed = bounds[0] ? placeWindow(bounds[0], context) : plan;
    if (isFailure(placed)) return placed;
    const period = yearly(
      spoken!,
      recurring,
      { ...placed, byYear: bounds[0]?.from?.unit === 'year' },
      context,
    );
    if (isFailure(period)) return period;
    const time = windows.find((window) => window.time)?.time;
    return { ...period, ...(bounds[0]?.endless && { to: null }), ...(time && { time }) };
  }
  if (windows.length > 1) return fail(windows[1]!.at, WHY.together);
  // «ежегодно с 1 сентября»: since then, or on that day every year?
  const since =
    rhythms.length === 1 && isYearly(spoken!) && spoken!.per === 'year' ? windows[0]?.from : undefined;
  if (since && windows[0]!.to === null && !hasYear(since)) return fail(windows[0]!.at, WHY.whichYear);
  const [window] = list;
  const placed = window ? placeWindow(window.window, context) : plan;
  if (isFailure(placed)) return placed;
  if (window && joined.length > 0 && window.window.from === null && list[0]!.joint === 'line') {
    return fail(window.window.at, WHY.together);
  }
  const parts: Period[] = [];
  for (const each of rhythms) {
    const period = bounded(each, placed, window?.window, context);
    if (isFailure(period)) return period;
    parts.push(period);
  }
  return parts.length === 1 ? parts[0]! : composite(parts);
}

/** Days of one step of a rhythm, roughly: a window must hold more than one of them. */
const STEP = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
  'school-quarter': 75,
  'school-year': 366,
};

function bounded(
  spoken: Spoken,
  placed: Placed,
  window: Window | undefined,
  { period }: PeriodContext,
): Period | Failure {
  const recurring = recurringOf(spoken);
  if (isFailure(recurring)) return recurring;
  const from = placed.from ?? (placed.to === null || placed.to >= period.from ? period.from : null);
  const unended = window?.endless || period.to < (from ?? period.to);
  const to = placed.to ?? (unended ? null : period.to);
  const closed = window?.from && window.to && !window.bounding && from !== null && to !== null;
  // «апрель, ежемесячно»: a month is no room for a monthly rhythm; dates may hold just one step of it.
  const room =
    window?.from === window?.to ? STEP[spoken.per!] + 1 : STEP[spoken.per!] - (spoken.per === 'day' ? 0 : 4);
  if (closed && to - from + 1 < room * (spoken.every ?? 1)) return fail(window.at, WHY.shortWindow);
  const time = window?.time;
  return { kind: 'recurring', from, to, ...recurring, parts: [], ...(time && { time }) };
}

/** «понедельник, 5 сентября 2022 г.»: the weekday only confirms the date. */
function checkWeekday(beat: Beat, window: Window, context: PeriodContext): Period | Failure {
  const placed = placeWindow(window, context);
  if (isFailure(placed)) return placed;
  const period = periodOf(placed, window);
  const day = placed.to ?? placed.from!;
  const dated =
    (window.to ?? window.from)!.unit === 'day' && (placed.from === null || placed.from === placed.to);
  if (!dated) return fail(beat.at, WHY.whichDays);
  const agrees = beat.weekdays?.length === 1 && beat.weekdays[0]!.weekday === weekdayOf(day);
  return agrees ? period : fail(beat.at, WHY.wrongWeekday);
}

/** Parts in order, with their hull; an end that a part leaves open is open in the whole. Nested lists are joined. */
export function composite(parts: readonly Period[]): Period {
  const flat = parts.flatMap((part) =>
    part.kind === 'composite' && part.for === undefined ? part.parts : [part],
  );
  const hull = (ends: readonly (number | null)[], pick: (...days: number[]) => number) =>
    ends.some((end) => end === null) ? null : pick(...(ends as number[]));
  return {
    kind: 'composite',
    from: hull(
      flat.map(({ from }) => from),
      Math.min,
    ),
    to: hull(
      flat.map(({ to }) => to),
      Math.max,
    ),
    parts: flat,
  };
}
