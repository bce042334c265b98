import { UTCDate } from '@date-fns/utc';
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths';
import { endOfMonth as endOf } from 'date-fns/endOfMonth';
import { endOfQuarter as endOfThree } from 'date-fns/endOfQuarter';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { startOfMonth as startOf } from 'date-fns/startOfMonth';
import { startOfQuarter as startOfThree } from 'date-fns/startOfQuarter';
import type { Day } from './day.ts';

/*
 * Calendar months by date-fns, for what is drawn and written. A check and a status ask for a million dates and do it by
 * the sums of `day.ts`, which cost a tenth of what a date object costs.
 */

const MS = 86_400_000;

const dateOf = (day: Day): UTCDate => new UTCDate(day * MS);
const dayOf = (date: Date): Day => Math.floor(date.getTime() / MS);

export const startOfMonth = (day: Day): Day => dayOf(startOf(dateOf(day)));

export const endOfMonth = (day: Day): Day => dayOf(endOf(dateOf(day)));

/** How many days a month (1–12) has. */
export const daysInMonth = (year: number, month: number): number =>
  getDaysInMonth(new UTCDate(year, month - 1, 1));

/** Calendar months from one day to another, whatever their dates: 31 January and 1 March are two apart. */
export const monthsBetween = (from: Day, to: Day): number =>
  differenceInCalendarMonths(dateOf(to), dateOf(from));

/** Whether two days are the first and the last of one month. */
export const isWholeMonth = (from: Day, to: Day): boolean =>
  from === startOfMonth(from) && to === endOfMonth(from);

/** Whether two days are the first and the last of one quarter of a calendar year. */
export const isWholeQuarter = (from: Day, to: Day): boolean =>
  from === dayOf(startOfThree(dateOf(from))) && to === dayOf(endOfThree(dateOf(from)));
