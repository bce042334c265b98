import { dayOf, parseDay } from '../../meaning/day.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { wordSet } from '../words/word-set.ts';
import { afterYear, isYear, monthOf, NO_DAYS, span, type TimePhrase, yearFor } from './calendar.ts';
import type { Token } from './tokens.ts';

const PREPOSITION = wordSet('в во за к ко до на с по от начиная конец начало');

/** «2022 год», «2022/2023 учебный год», «2021–2023 годы»; a bare number only where nothing is counted by it. */
export function readYears(tokens: readonly Token[], at: number): TimePhrase | undefined {
  const first = tokens[at];
  if (first?.kind === 'date' && first.raw.includes('/')) {
    const year = Number(first.raw.slice(0, 4));
    return { start: at, end: afterYear(tokens, at + 1).end, ...span(year, 9, year + 1, 8) };
  }
  if (!isYear(first)) return undefined;
  let end = at + 1;
  let last = first!.value!;
  const early = afterYear(tokens, end);
  const dash = tokens[early.end];
  if ((dash?.kind === 'dash' || dash?.text === '/') && isYear(tokens[early.end + 1])) {
    last = tokens[early.end + 1]!.value!;
    end = early.end + 2;
  }
  const tail = afterYear(tokens, end);
  const before = tokens[at - 1];
  const next = tokens[tail.end];
  const alone = !next || !['word', 'abbreviation', 'percent'].includes(next.kind);
  const led = before?.kind === 'word' && PREPOSITION.has(before.text);
  if (!tail.named && end === at + 1 && !alone && !led) return undefined;
  const year = first!.value!;
  const days = tail.school ? span(year, 9, last > year ? last : year + 1, 8) : span(year, 1, last, 12);
  return { start: at, end: tail.end, ...days };
}

/** «25 декабря 2021 г.», «25.12.2021», «май 2022», «сентябрь – октябрь». */
export function readDates(tokens: readonly Token[], at: number, period: PlanPeriod): TimePhrase | undefined {
  const first = tokens[at]!;
  if (first.kind === 'date' && !first.raw.includes('/')) {
    const day = parseDay(first.raw) ?? null;
    return { start: at, end: afterYear(tokens, at + 1).end, from: day, by: day };
  }
  const short = shortDate(tokens, at, period);
  if (short) return short;
  const dated = first.kind === 'number' && first.value! <= 31 && /^\d{1,2}$/u.test(first.raw);
  const month = monthOf(dated ? tokens[at + 1] : first);
  if (month === undefined) return undefined;
  let end = at + (dated ? 2 : 1);
  let last = month;
  if (tokens[end]?.kind === 'dash' && monthOf(tokens[end + 1]) !== undefined) {
    last = monthOf(tokens[end + 1])!;
    end += 2;
  }
  const years = isYear(tokens[end]) ? afterYear(tokens, end + 1) : undefined;
  const year = years ? tokens[end]!.value : yearFor(month, period);
  if (years) end = years.end;
  if (year === undefined) return { start: at, end, ...NO_DAYS };
  const day = dated ? (dayOf(year, month, first.value!) ?? null) : null;
  return {
    start: at,
    end,
    ...(dated ? { from: day, by: day } : span(year, month, last < month ? year + 1 : year, last)),
  };
}

const DATE_LEADS = wordSet('до к с по на позднее');

/** «до 15.09»: a day of the plan's year without the year. */
function shortDate(tokens: readonly Token[], at: number, period: PlanPeriod): TimePhrase | undefined {
  const { kind, raw } = tokens[at]!;
  if (kind !== 'number' || !raw.includes('.') || !DATE_LEADS.has(tokens[at - 1]?.text ?? ''))
    return undefined;
  const found = /^(\d{1,2})\.(0[1-9]|1[0-2])$/u.exec(raw);
  const next = tokens[at + 1];
  if (!found || (next !== undefined && !['comma', 'close', 'dash', 'stop'].includes(next.kind)))
    return undefined;
  const month = Number(found[2]);
  const year = yearFor(month, period);
  const day = year === undefined ? null : (dayOf(year, month, Number(found[1])) ?? null);
  return { start: at, end: at + 1, from: day, by: day };
}
