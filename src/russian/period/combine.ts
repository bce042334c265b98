import type { Range } from '../../finding/finding.ts';
import { compositeOf } from '../../meaning/composite.ts';
import type { Period } from '../../meaning/period.ts';
import type { RhythmTerm } from '../grammar/rhythm.ts';
import { attachOwners, attachTimes } from './attach.ts';
import { type Found, isOneYear, type Listed, placeList, refine } from './list.ts';
import { type OpenSpan, onlyYear, type PeriodContext, periodOf, placeWindow } from './place.ts';
import { combineRhythms } from './recur.ts';
import { type Failure, fail, isFailure, type RefusalId } from './refusals.ts';
import { isYearly, mergeRhythms } from './rhythm.ts';
import type { Joined, Term, Window } from './syntax.ts';

type Of<Type extends Term['type']> = Extract<Term, { type: Type }>;

/** Terms that stand beside each other without a semicolon between them, as one meaning. */
export function combine(joined: readonly Joined[], context: PeriodContext): Period | Failure {
  const refused = termOf(joined, 'refused');
  // «ежемесячно, первая декада»
  const monthly =
    refused?.refusal === 'month-from-heading' && rhythmsIn(joined).some(({ per }) => per === 'month');
  if (refused) return fail(refused.at, monthly ? 'part-of-each-month' : refused.refusal);
  const at = joined.findIndex(({ term }) => term.type === 'further');
  if (at >= 0) return combineFurther(joined.slice(0, at), joined[at]!.term, joined.slice(at + 1), context);
  if (isPlanWithLines(joined)) {
    const rest = combine(joined.slice(1), context);
    const plan = combine(joined.slice(0, 1), context);
    if (isFailure(plan)) return plan;
    return isFailure(rest) ? rest : compositeOf([plan, ...rest.parts]);
  }
  const noted = joined.map(asNote);
  const relative = noted.some(({ term }) => term.type === 'relative');
  if (relative && noted.length > 1) return combineLines(joined, context);
  const named = attachOwners(attachTimes(noted));
  if (isFailure(named)) return named;
  const period = combineKinds(named.terms, named.owners, context);
  return isFailure(period) || named.owner === undefined ? period : { ...period, for: named.owner };
}

/** «июнь (после ГИА)»: a bracket that names an event only says what the window before it is for. */
function asNote(joined: Joined, at: number, all: readonly Joined[]): Joined {
  const { term, joint } = joined;
  const noted = joint === 'bracket' && term.type === 'relative' && !term.offset;
  if (!noted || all[at - 1]?.term.type !== 'window') return joined;
  return { joint, term: { type: 'owner', text: term.event, side: 'after', at: term.at } };
}

/** «В течение года ⏎ Сентябрь ⏎ Октябрь»: the whole, then the windows of its parts, each on a line of its own. */
const isPlanWithLines = ([first, ...rest]: readonly Joined[]): boolean =>
  first?.term.type === 'plan' &&
  rest.length > 1 &&
  rest.every(({ term, joint }) => term.type === 'window' && joint === 'line');

/** «до 1 сентября 2022 г., далее – ежегодно», «с мая и далее», «май, далее постоянно». */
function combineFurther(
  before: readonly Joined[],
  further: Term,
  after: readonly Joined[],
  context: PeriodContext,
): Period | Failure {
  const rhythms = rhythmsIn(after);
  if (before.length > 0 && after.length === rhythms.length && rhythms.length > 0) {
    const [rhythm, ...more] = mergeRhythms(rhythms);
    if (rhythm?.per === 'year' && more.length === 0 && isYearly(rhythm))
      return combine([...before.map(sinceYear), ...after], context);
  }
  const first = before.length > 0 ? combine(before, context) : fail(further.at, 'further-after-what');
  if (isFailure(first)) return first;
  if (after.length === 0) {
    if (first.from === null || first.kind === 'composite') return fail(further.at, 'further-after-what');
    return { ...first, kind: first.kind === 'day' ? 'span' : first.kind, to: null };
  }
  const second = combine(after, context);
  if (isFailure(second)) return second;
  const starts = second.kind === 'recurring' || second.kind === 'open';
  if (second.kind === 'open' && first.to === null && first.from !== null) return { ...first, kind: 'open' };
  const from = !starts ? second.from : first.to === null ? first.from : first.to + 1;
  const to = second.to !== null && from !== null && second.to < from ? null : second.to;
  return compositeOf([first, { ...second, from, to }]);
}

/** «2023 г., далее ежегодно»: since that year. */
function sinceYear(joined: Joined): Joined {
  const { term } = joined;
  return term.type === 'window' && isOneYear(term) ? { ...joined, term: { ...term, to: null } } : joined;
}

/** A deadline counted from an event stands alone on its line. */
function combineLines(joined: readonly Joined[], context: PeriodContext): Period | Failure {
  const parts: Period[] = [];
  for (let start = 0; start < joined.length; ) {
    let end = start + 1;
    while (end < joined.length && joined[end]!.joint !== 'line') end++;
    const line = joined.slice(start, end);
    if (line.length === joined.length) return fail(line.at(-1)!.term.at, 'event-and-date');
    const part = combine(line, context);
    if (isFailure(part)) return part;
    // «ежедневно⏎в период проведения ГИА»: daily then, or besides?
    const beside = [parts.at(-1), part];
    const unclear = beside.some((each) => each?.kind === 'relative' && !each.offset);
    if (unclear && beside.some((each) => each?.kind === 'recurring'))
      return fail(line[0]!.term.at, 'rhythm-or-event');
    parts.push(part);
    start = end;
  }
  return compositeOf(parts);
}

const windowsOf = (joined: readonly Joined[]): readonly Listed[] =>
  joined.flatMap(({ term, joint }) => (term.type === 'window' ? [{ window: term, joint }] : []));
const rhythmsIn = (joined: readonly Joined[]): readonly RhythmTerm[] =>
  joined.flatMap(({ term }) => (term.type === 'rhythm' ? [term] : []));
const termOf = <Type extends Term['type']>(joined: readonly Joined[], type: Type) =>
  joined.find(({ term }) => term.type === type)?.term as Of<Type> | undefined;

/** What the terms say, by their kinds. */
interface Said {
  readonly joined: readonly Joined[];
  readonly whole: Range;
  readonly list: readonly Listed[];
  /** By the place of the window in the list. */
  readonly owners: ReadonlyMap<number, string>;
  readonly rhythms: readonly RhythmTerm[];
  /** «в течение года»: the plan's own period. */
  readonly plan: OpenSpan | undefined;
  /** The list says when in the plan's period: «в течение года (май, октябрь)». */
  readonly narrows: boolean;
  /** «постоянно» */
  readonly open: boolean;
  readonly basis?: NonNullable<Period['basis']>;
  readonly time?: string;
  readonly context: PeriodContext;
}

function saidBy(
  joined: readonly Joined[],
  owners: ReadonlyMap<number, string>,
  context: PeriodContext,
): Said | Failure {
  const list = windowsOf(joined);
  const rhythms = yearByYear(joined, list, context) ?? rhythmsIn(joined);
  // «2023 год, в течение года»: the year is said twice.
  const twice = list.length === 1 && saysYearAgain(list[0]!.window, termOf(joined, 'plan')?.year);
  const plan = twice ? undefined : planBounds(joined, context);
  if (isFailure(plan)) return plan;
  const basis = termOf(joined, 'demand')?.basis;
  const time = termOf(joined, 'time')?.time;
  const [first] = list;
  return {
    joined,
    whole: [joined[0]!.term.at[0], joined.at(-1)!.term.at[1]],
    list,
    owners,
    rhythms,
    plan,
    narrows:
      plan !== undefined &&
      first !== undefined &&
      rhythms.length === 0 &&
      (first.joint === 'bracket' || isRangeOfPlan(joined)),
    open: termOf(joined, 'open') !== undefined,
    ...(basis && { basis }),
    ...(time && { time }),
    context,
  };
}

/** One way in which terms stand together: when it is this, what it means, and a text that no row before takes. */
type Case = readonly [is: (said: Said) => boolean, means: (said: Said) => Period | Failure, example: string];

const refusedAs =
  (refusal: RefusalId) =>
  ({ whole }: Said): Failure =>
    fail(whole, refusal);

/** The first that fits decides. */
// biome-ignore format: a row is a line
const CASES: readonly Case[] = [
  [({ plan, joined }) => plan !== undefined && isMonthOnwards(joined), onwards, 'октябрь (в течение года)'],
  [(said) => isPlanBeside(said) && isUnparted(said), refusedAs('several-deeds'), 'в течение года апрель апрель'],
  [isPlanBeside, refusedAs('whole-and-part'), 'в течение года, май'],
  [isAlwaysInRhythm, refusedAs('always-and-rhythm'), 'постоянно, ежемесячно, с мая по июнь'],
  [({ rhythms }) => rhythms.length > 0, recurring, 'ежемесячно, с мая по июнь'],
  [({ time, list }) => time !== undefined && list.length > 0, refusedAs('time-of-which'), 'март, апрель, 10:00'],
  [({ time, basis, plan, open }) => time !== undefined && !basis && !plan && !open, refusedAs('unread-words'), '10:00'],
  [({ list, plan }) => list.length === 0 && plan !== undefined, (said) => ({ ...always(said), ...said.plan! }), 'в течение года'],
  [({ list, basis }) => list.length === 0 && basis !== undefined, (said) => ({ ...always(said), kind: 'on-demand' }), 'по запросу'],
  [({ list }) => list.length === 0, always, 'постоянно'],
  [({ open, list }) => open && (list.length > 1 || isShort(list[0]!.window)), refusedAs('always-since-or-in'), 'сентябрь, постоянно'],
  [() => true, listed, 'май, октябрь'],
];

function isPlanBeside({ plan, list, narrows }: Said): boolean {
  return plan !== undefined && list.length > 0 && !narrows;
}

function isUnparted({ list }: Said): boolean {
  return list.length > 1 && list.some(({ joint }) => joint === 'none');
}

function isAlwaysInRhythm({ rhythms, open, list }: Said): boolean {
  return rhythms.length > 0 && open && list.length > 0;
}

function always(said: Said): Period {
  return { kind: 'open', from: null, to: null, parts: [], ...also(said) };
}

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
  const said = saidBy(joined, owners, context);
  if (isFailure(said)) return said;
  const [, means] = CASES.find(([is]) => is(said))!;
  return means(said);
}

/** What goes with any of them: the basis, the time of day. */
const also = ({ basis, time }: Said): Pick<Period, 'basis' | 'time'> => ({
  ...(basis && { basis }),
  ...(time && { time }),
});

function onwards({ list, plan, context }: Said): Period | Failure {
  const placed = placeWindow(list[0]!.window, context);
  return isFailure(placed) ? placed : { kind: 'span', from: placed.from, to: plan!.to, parts: [] };
}

function recurring(said: Said): Period | Failure {
  const { rhythms, list, plan, context } = said;
  const period = combineRhythms(rhythms, list, plan ?? { from: null, to: null }, context);
  return isFailure(period) ? period : { ...period, ...also(said) };
}

function listed(said: Said): Period | Failure {
  const { list, owners, narrows, plan, open, basis, context } = said;
  const refined = narrows ? undefined : refine(list, context);
  const placed = refined ?? placeList(list, context);
  if (isFailure(placed)) return placed;
  // «в течение года (с 1 марта)» ends with the year.
  const found = !narrows
    ? placed
    : placed.map((each) => ({ ...each, placed: { ...each.placed, to: each.placed.to ?? plan!.to } }));
  // The stretch that a bracket refines is none of those found: a name of its own would be lost.
  const skipped = refined ? list.length - found.length : 0;
  if (skipped > 0 && owners.has(0)) return fail(list[0]!.window.at, 'name-of-which');
  const loose = list.find(({ joint }, at) => at > 0 && joint === 'none');
  if (loose && list.length === found.length && !isPlainList(found, owners)) {
    return fail(loose.window.at, 'no-sign-between');
  }
  const parts = found.map(({ window, placed: days }, at): Period => {
    const owner = owners.get(at + skipped);
    return {
      ...periodOf(days, window),
      ...(basis && { basis }),
      ...(owner !== undefined && { for: owner }),
    };
  });
  if (open) return { ...parts[0]!, kind: 'open', ...also(said) };
  return parts.length === 1 ? { ...parts[0]!, ...also(said) } : compositeOf(parts);
}

/** «до 1 февраля года, следующего за отчётным» in a plan of several calendar years: «ежегодно» goes without saying. */
function yearByYear(
  joined: readonly Joined[],
  list: readonly Listed[],
  context: PeriodContext,
): readonly RhythmTerm[] | undefined {
  const window = joined.length === 1 ? list[0]?.window : undefined;
  const { period } = context;
  if (!window?.to?.reported || !period || period.schoolYear || onlyYear(context) !== undefined)
    return undefined;
  return [{ type: 'rhythm', per: 'year', at: window.at }];
}

/** «Сентябрь Декабрь Март», «12.09 17.10», or windows with a name each: a list that lost its commas, when it is in order. */
function isPlainList(found: readonly Found[], owners: ReadonlyMap<number, string>): boolean {
  if (found.every((_, at) => owners.has(at))) return true;
  const [first] = found;
  const { unit } = first!.window.from ?? first!.window.to!;
  if (unit !== 'month' && unit !== 'day' && unit !== 'quarter') return false;
  // «01.09.2022 31.12.2022» may well be a range.
  if (unit === 'day' && found.length === 2 && found.every(({ window }) => window.from?.year !== undefined))
    return false;
  return found.every(({ window, placed }, at) => {
    const before = found[at - 1]?.placed;
    return (
      window.from === window.to &&
      window.from?.unit === unit &&
      (!before || (before.to !== null && placed.from !== null && before.to < placed.from))
    );
  });
}

/** «в течение учебного года с октября по май» */
function isRangeOfPlan([plan, range, ...more]: readonly Joined[]): boolean {
  if (plan?.term.type !== 'plan' || range?.term.type !== 'window' || more.length > 0) return false;
  const { from, to } = range.term;
  return from !== null && to !== null && from !== to && (range.joint === 'none' || range.joint === 'comma');
}

/** «октябрь (в течение года)», «январь, в течение года»: begins then and goes on to the end of the year. */
function isMonthOnwards([month, plan, ...more]: readonly Joined[]): boolean {
  if (month?.term.type !== 'window' || plan?.term.type !== 'plan' || more.length > 0) return false;
  const { from, to } = month.term;
  return from === to && from?.unit === 'month' && (plan.joint === 'bracket' || plan.joint === 'comma');
}

const saysYearAgain = (window: Window, year: Of<'plan'>['year'] | undefined): boolean =>
  isOneYear(window) && (year === 'any' || (year === 'school') === (window.from!.unit === 'school-year'));

/** «сентябрь, постоянно»: since September, or in it? */
const isShort = ({ from, to }: Window): boolean =>
  from !== null && from === to && !['year', 'school-year', 'year-pair', 'half'].includes(from.unit);

/** The plan's own period, when «в течение года» is said; a school year only in the plan of one. */
function planBounds(joined: readonly Joined[], { period }: PeriodContext): OpenSpan | Failure | undefined {
  const plan = termOf(joined, 'plan');
  if (!plan) return undefined;
  if (!period) return fail(plan.at, 'needs-plan-period');
  if (plan.year === 'school' && !period.schoolYear) return fail(plan.at, 'which-school-year');
  if (plan.year === 'civil' && period.schoolYear) return fail(plan.at, 'which-year');
  return { from: period.from, to: period.to };
}

/** Which row of the cases decides, and their examples: for the test that each is reached by its own. */
export const COMBINED = {
  examples: CASES.map(([, , example]) => example),
  rowOf: (joined: readonly Joined[], context: PeriodContext): number => {
    const named = attachOwners(attachTimes(joined));
    const said = isFailure(named) ? named : saidBy(named.terms, named.owners, context);
    return isFailure(said) ? -1 : CASES.findIndex(([is]) => is(said));
  },
};
