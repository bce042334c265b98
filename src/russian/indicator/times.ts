import type { PlanPeriod } from '../../meaning/period.ts';
import { wordSet } from '../words/word-set.ts';
import { isYear, NO_DAYS, SCHOOL, type TimePhrase } from './calendar.ts';
import { readDates, readYears } from './dates.ts';
import { readSpans } from './spans.ts';
import type { Token } from './tokens.ts';

/** «к концу года», «по итогам учебного года», «на конец полугодия»: the plan's end when it is the year. */
function readOutcome(tokens: readonly Token[], at: number, period: PlanPeriod): TimePhrase | undefined {
  if (
    !/^(?:итог(?:ам|и|у|е|ом)?|кон(?:ец|цу|ца|це)|окончани[июея]|завершени[июея]|течени[еи])$/u.test(
      tokens[at]!.text,
    )
  ) {
    return undefined;
  }
  let end = at + 1;
  if (SCHOOL.test(tokens[end]?.text ?? '') || /^(?:календарн|отчетн|текущ)/u.test(tokens[end]?.text ?? ''))
    end += 1;
  if (isYear(tokens[end])) {
    const years = readYears(tokens, end);
    if (years) return { start: at, end: years.end, from: null, by: years.by };
  }
  const word = tokens[end]?.text ?? '';
  if (/^год[ау]?$/u.test(word)) return { start: at, end: end + 1, from: null, by: period.to };
  if (/^(?:полугоди|квартал|месяц|период|проект|реализаци)/u.test(word))
    return { start: at, end: end + 1, ...NO_DAYS };
  return undefined;
}

const LEADS = wordSet('в во к ко до на за с по от не позднее начиная состоянию срок');

const DEADLINE_LEADS = wordSet('до к ко позднее на');

/** Extends a phrase over the preposition it stands with: «до 1 июня», «не позднее 25.12.2021», «по состоянию на». */
function withLead(tokens: readonly Token[], found: TimePhrase): TimePhrase {
  let start = found.start;
  let deadline = false;
  while (start > 0 && tokens[start - 1]!.kind === 'word' && LEADS.has(tokens[start - 1]!.text)) {
    start -= 1;
    if (DEADLINE_LEADS.has(tokens[start]!.text)) deadline = true;
  }
  return { ...found, start, from: deadline ? null : found.from };
}

const BOUND = wordSet('менее более меньше больше минимум свыше');

/** Every phrase of time in the tokens, in order, none overlapping. */
export function timesOf(tokens: readonly Token[], period: PlanPeriod): readonly TimePhrase[] {
  const found: TimePhrase[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const phrase =
      readSpans(tokens, at, period) ??
      readDates(tokens, at, period) ??
      readYears(tokens, at) ??
      readOutcome(tokens, at, period);
    if (!phrase) continue;
    const bounded = BOUND.has(tokens[at - 1]?.text ?? '');
    if (bounded && tokens[at]!.kind === 'number' && !isYear(tokens[at])) continue;
    found.push(withLead(tokens, phrase));
    at = phrase.end - 1;
  }
  return found;
}
