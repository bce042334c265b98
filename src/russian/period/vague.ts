import { peek } from '../grammar/cursor.ts';
import { tableOf } from '../grammar/engine.ts';
import type { Term } from './syntax.ts';
import { isPlain } from './words-of.ts';
import { takeYearMark } from './year.ts';

type Vague =
  | { readonly type: 'open' }
  | { readonly type: 'plan'; readonly year: 'any' | 'school' | 'civil' }
  | { readonly type: 'demand'; readonly basis: 'schedule' | 'need' | 'holidays' };

const OPEN: Vague = { type: 'open' };
const ANY_YEAR: Vague = { type: 'plan', year: 'any' };
const SCHOOL_YEAR: Vague = { type: 'plan', year: 'school' };
const CIVIL_YEAR: Vague = { type: 'plan', year: 'civil' };
const SCHEDULE: Vague = { type: 'demand', basis: 'schedule' };
const NEED: Vague = { type: 'demand', basis: 'need' };
const HOLIDAYS: Vague = { type: 'demand', basis: 'holidays' };

export const VAGUE = tableOf<Vague>({
  names: {
    // «в теч-е года» is written as well.
    COURSE: '(inCourse / (in|on|for)? whole? (course|along) (dash ("е" / "ие" / "ии"))?)',
    AT: '(in|on|for)?',
    YEAR: 'year !<year-number>',
    SPAN: '(span|deadline|during)',
    // What a plan may be called in «весь период реализации …»; a lone «реализации» is of the plan too.
    DOING:
      '!(~провед~ current? ~мероприят~) doing ' +
      '(current? &~проект|програм|подпрограм|план|дорожн|мероприят|комплекс|концепц|стратег~ <plain>{1,8} / current !<plain> / !current !<plain>)',
    SET: '~установл|утвержд|определ|предусм|согласован~',
    // «согласно срокам проведения», «в соответствии с установленными сроками»
    TERMS: 'deadline.DI',
    SEASON: '(seasonal / ~школьн~) ((comma / and) &seasonal)?',
    // «на 2022-2023 учебный год» after the name of a plan: which plan, not when.
    OF_YEARS:
      '((<after-on> / on|for) (<four-digits> ((dash / slash) (<four-digits> / <two-digits>)?)? current? school? year? / current? school? year))?',
    PAPER: '(schedule / ~положени|календар~)',
    BY: '(in accordance since / by|according)',
    // What sets them: «утверждённому начальником», «, утверждённым приказом».
    WHOSE: '(dash schedule)? <plain>{0,14} (comma SET <plain>{0,13})? OF_YEARS',
    ARISES:
      '~поступлени|обращени|возникновени|прием|зачислени|трудоустройств|заключени|выявлени|установлени~',
  },
  parts: {
    plain: (c) => (isPlain(c) ? ++c.pos : undefined),
    wide: (c) => (isPlain(c, new Set(['request', 'need'])) ? ++c.pos : undefined),
    'year-number': (c) => (peek(c)?.length === 4 ? true : undefined),
    'after-on': (c) => (/^(?:на|за)$/.test(c.tokens[c.pos - 1]?.text ?? '') ? true : undefined),
    'four-digits': (c) => (peek(c)?.kind === 'number' && peek(c)!.length === 4 ? ++c.pos : undefined),
    'two-digits': (c) => (peek(c)?.kind === 'number' && peek(c)!.length === 2 ? ++c.pos : undefined),
    'year-mark': takeYearMark,
  },
  // biome-ignore format: a row is a line
  rows: [
    ['on always basis', OPEN, 'на постоянной основе'],
    ['without <plain>{0,2} deadline', OPEN, 'без ограничения срока'],
    ['"в" "постоянном" "режиме"', OPEN, 'в постоянном режиме'],
    ['always', OPEN, 'постоянно'],
    ['yearRound year?', ANY_YEAR, 'круглый год'],
    ['COURSE whole? current? school YEAR', SCHOOL_YEAR, 'в течение всего учебного года'],
    ['COURSE whole? current? civil YEAR', CIVIL_YEAR, 'в течение календарного года'],
    ['COURSE whole? current? YEAR', ANY_YEAR, 'на протяжении года'],
    ['AT whole? current? school YEAR', SCHOOL_YEAR, 'учебный год'],
    ['AT (whole current? / current) civil YEAR', CIVIL_YEAR, 'весь календарный год'],
    ['AT (whole current? / current) YEAR', ANY_YEAR, 'весь год'],
    ['COURSE? AT whole (span|deadline) !"время" !doing', OPEN, 'весь период'],
    ['COURSE whole? SPAN? DOING', OPEN, 'в течение всего срока реализации проекта'],
    ['AT whole? SPAN DOING', OPEN, 'в период реализации программы'],
    ['in deadline comma? SET <plain>{0,13}', SCHEDULE, 'в сроки, установленные приказом'],
    ['"в" ~установленн|утвержденн~ <plain>{0,3} deadline', SCHEDULE, 'в установленные сроки'],
    ['BY (!PAPER !TERMS <plain>){0,4} (TERMS / PAPER) WHOSE', SCHEDULE, 'по отдельному графику'],
    ['by ~назнач~', SCHEDULE, 'по назначению'],
    ['"однократно"? at &ARISES <wide>{1,6}', NEED, 'при поступлении заявок'],
    ['at "наличии"? need', NEED, 'при необходимости'],
    ['at "наличии" request', NEED, 'при наличии запроса'],
    ['"в" "случае" need', NEED, 'в случае необходимости'],
    ['by (measure / "факту")? need ("в" "связи" since <plain>{1,9})?', NEED, 'по мере необходимости'],
    ['by (measure / "факту") <plain>{1,6}', NEED, 'по мере поступления заявок'],
    ['by "факту"', NEED, 'по факту'],
    ['by "договору" (since <plain>{1,3})?', SCHEDULE, 'по договору'],
    ['by request (since <plain>{1,3})? <plain>{0,6}', NEED, 'по согласованию с родителями'],
    ['(in|on)? (span|day|during|course)? SEASON* holidays (span|day|during)? <year-mark>?', HOLIDAYS, 'в дни осенних каникул'],
  ],
});

/** Terms without dates of their own: the plan's whole period, «постоянно», «по графику», «по мере необходимости». */
export const takeVague = tableOf<Term>({
  parts: { vague: VAGUE },
  rows: [['v:<vague>', ({ v, at }) => ({ ...v, at }), 'в течение года']],
});
