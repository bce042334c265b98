import { existsSync, readFileSync } from 'node:fs';
import { parseDay, toIso } from '../../src/meaning/day.ts';
import type { Period, PlanPeriod } from '../../src/meaning/period.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { toRRule } from '../../src/meaning/rrule.ts';
import { readPeriod } from '../../src/russian/period/read.ts';
import { inShort } from '../corpus/periods/corpus.ts';

/** How people read real deadlines, and those of the kinds of plans people bring; kept beside the repository. */
export const GOLD_PERIODS = new URL('../../../shared/gold/periods.tsv', import.meta.url);
export const KIND_PERIODS = new URL('../../../shared/kinds/periods.tsv', import.meta.url);

export interface Judged {
  readonly text: string;
  readonly notes: string;
  /** The meaning in the notation of the corpus, or `?` and the id of the refusal. */
  readonly got: string;
  readonly verdict: 'right' | 'not understood' | 'wrong';
}

export interface Measure {
  readonly right: number;
  readonly notUnderstood: number;
  readonly wrong: number;
  readonly rows: readonly Judged[];
}

/** Reads every row of the gold table. A row that people hold to be no срок, or invalid, is right when it is not understood. */
export function measurePeriods(table: URL = GOLD_PERIODS): Measure {
  const rows = existsSync(table)
    ? readFileSync(table, 'utf8')
        .split('\n')
        .slice(1)
        .filter((line) => line !== '')
        .map(judge)
    : [];
  const count = (verdict: Judged['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  return { right: count('right'), notUnderstood: count('not understood'), wrong: count('wrong'), rows };
}

function judge(line: string): Judged {
  const [text = '', , year = '', from = '', to = '', recurrence = '', notes = ''] = line.split('\t');
  const period = planOf(Number(year), notes);
  const reading = readPeriod(text, { period, calendar: productionCalendar() });
  const mustFail =
    /^(?:INVALID|NEGATIVE)/.test(notes) || /(?:^|; )NU: /.test(notes) || notes.includes('named week');
  const mayFail = /(?:a refusal|not understood)[^;]* right too/.test(notes);
  const at = { text, notes, got: reading.understood ? inShort(reading.meaning) : `? ${reading.refusal?.id}` };
  if (!reading.understood) return { ...at, verdict: mustFail || mayFail ? 'right' : 'not understood' };
  if (mustFail) return { ...at, verdict: 'wrong' };
  const { meaning } = reading;
  const ownDays = /^FREQ=\w+ with own days: (.*)$/.exec(recurrence)?.[1]?.split(', ');
  if (ownDays) {
    const days = meaning.parts.map((part) => toIso(part.to ?? 0));
    const agrees = days.map((day) => day.slice(5)).join() === ownDays.join() && days.at(-1) === to;
    return { ...at, verdict: agrees ? 'right' : 'wrong' };
  }
  const bounded = recurrence.includes('FREQ=') || recurrence.startsWith('>=');
  const start = from === '' ? (bounded ? period.from : null) : parseDay(from)!;
  const end = to === '' ? (bounded ? period.to : null) : parseDay(to)!;
  const agrees = meaning.from === start && meaning.to === end && recursAs(meaning, recurrence);
  return { ...at, verdict: agrees ? 'right' : 'wrong' };
}

/** A note about a school-year plan means that the plan's period is that school year. */
function planOf(year: number, notes: string): PlanPeriod {
  const schoolYear = notes.includes('school-year plan 20');
  return schoolYear
    ? { from: parseDay(`${year}-09-01`)!, to: parseDay(`${year + 1}-08-31`)!, schoolYear }
    : { from: parseDay(`${year}-01-01`)!, to: parseDay(`${year}-12-31`)!, schoolYear };
}

const ONCE_PER: Readonly<Record<string, string>> = {
  month: 'FREQ=MONTHLY',
  quarter: 'FREQ=MONTHLY;INTERVAL=3',
};

/** The recurrence column: rules, «>=2 per month», «-P10D before event», «per schedule», «school holidays». */
function recursAs(meaning: Period, recurrence: string): boolean {
  if (recurrence === '') return meaning.kind !== 'recurring';
  const distance = /^(-?)P(\d+)([DM]) (?:before|after) event$/.exec(recurrence);
  if (distance) {
    const { n = 0, unit } = meaning.offset ?? {};
    const wanted = Number(`${distance[1]}${distance[2]}`);
    const days = unit === 'week' ? n * 7 : unit === 'month' ? Number.NaN : n;
    return (
      meaning.kind === 'relative' &&
      (distance[3] === 'M' ? unit === 'month' && n === wanted : days === wanted)
    );
  }
  if (recurrence === 'per schedule') return meaning.kind === 'on-demand' && meaning.basis === 'schedule';
  if (recurrence === 'school holidays') return meaning.kind === 'on-demand' && meaning.basis === 'holidays';
  const times = /^>=(\d+) per (\w+)$/.exec(recurrence);
  const once = times?.[1] === '1' ? ONCE_PER[times[2]!] : undefined;
  if (once && meaning.recurrence) return toRRule(meaning.recurrence) === once;
  if (times) return meaning.times === Number(times[1]) && meaning.per === times[2];
  const rules = recurrence.split(' | ');
  const parts = meaning.kind === 'composite' ? meaning.parts : [meaning];
  return rules.join() === parts.map((part) => (part.recurrence ? toRRule(part.recurrence) : '')).join();
}
