import { MONTHS, MONTHS_GENITIVE } from '../../finding/months.ts';
import { plural } from '../../finding/plural.ts';
import type { Per, Period, Recurrence } from '../../meaning/period.ts';

/** Name, and «по …» of every such weekday, Monday first. */
const WEEKDAYS = [
  ['понедельник', 'понедельникам'],
  ['вторник', 'вторникам'],
  ['среда', 'средам'],
  ['четверг', 'четвергам'],
  ['пятница', 'пятницам'],
  ['суббота', 'субботам'],
  ['воскресенье', 'воскресеньям'],
] as const;

type Forms = readonly [one: string, few: string, many: string];

const SPANS: Record<Per, Forms> = {
  day: ['день', 'дня', 'дней'],
  week: ['неделю', 'недели', 'недель'],
  month: ['месяц', 'месяца', 'месяцев'],
  quarter: ['квартал', 'квартала', 'кварталов'],
  'half-year': ['полугодие', 'полугодия', 'полугодий'],
  year: ['год', 'года', 'лет'],
  'school-quarter': ['учебную четверть', 'учебные четверти', 'учебных четвертей'],
  'school-year': ['учебный год', 'учебных года', 'учебных лет'],
};

/** The rhythm of a recurring period in words, without its bounds: «2-й и 4-й понедельник месяца», «2 раза в год». */
export function writeRhythm({ recurrence, times = 1, per = 'year', every = 1 }: Period): string {
  if (recurrence) return writeRecurrence(recurrence);
  const count = times === 1 ? 'один раз' : `${times} ${plural(times, ['раз', 'раза', 'раз'])}`;
  return `${count} в ${every === 1 ? SPANS[per][0] : `${every} ${plural(every, SPANS[per])}`}`;
}

function writeRecurrence(recurrence: Recurrence): string {
  const { freq, interval, byDay, byMonthDay } = recurrence;
  switch (freq) {
    case 'daily':
      return interval === 1 ? 'ежедневно' : `раз в ${interval} ${plural(interval, SPANS.day)}`;
    case 'weekly': {
      const count = `${interval} ${plural(interval, SPANS.week)}`;
      if (!byDay) return interval === 1 ? 'еженедельно' : `раз в ${count}`;
      const days = `по ${inList(byDay.map(({ weekday }) => WEEKDAYS[weekday - 1]![1]))}`;
      return interval === 1 ? days : `каждые ${count} ${days}`;
    }
    case 'monthly': {
      if (!byDay && !byMonthDay) return step(interval);
      const quarterly = interval === 3 || interval === 6;
      const days = byDay ? `${writePlaces(byDay)} месяца` : writeDates(byMonthDay!, quarterly);
      return interval === 1 ? days : `${each(interval)}, ${days}`;
    }
    default:
      return writeYearly(recurrence);
  }
}

function step(months: number): string {
  if (months === 1) return 'ежемесячно';
  if (months === 3) return 'ежеквартально';
  return months === 6 ? 'раз в полугодие' : `раз в ${months} ${plural(months, SPANS.month)}`;
}

/** As `step`, but with no number of times: days follow, and there may be several of them. */
function each(months: number): string {
  if (months === 3) return 'ежеквартально';
  return months === 6 ? 'каждое полугодие' : `каждые ${months} ${plural(months, SPANS.month)}`;
}

/** Dates in a quarter or a half are those of its first month. */
function writeDates(dates: readonly number[], quarterly: boolean): string {
  if (quarterly) return `до ${inList(dates.map(String))} числа месяца, следующего за отчётным`;
  return dates[0] === -1
    ? 'последний день каждого месяца'
    : `${inList(dates.map(String))} числа каждого месяца`;
}

/** «2-й и 4-й понедельник», «1-я среда и последняя пятница». */
function writePlaces(days: NonNullable<Recurrence['byDay']>): string {
  const names = days.map(({ weekday, nth = 1 }, at) => {
    const next = days[at + 1];
    const name = next?.weekday === weekday ? '' : ` ${WEEKDAYS[weekday - 1]![0]}`;
    return `${place(nth, weekday)}${name}`;
  });
  return inList(names);
}

const GENDERS = ['й', 'й', 'я', 'й', 'я', 'я', 'е'];
const LAST = ['последний', 'последний', 'последняя', 'последний', 'последняя', 'последняя', 'последнее'];

const place = (nth: number, weekday: number) =>
  nth === -1 ? LAST[weekday - 1]! : `${nth}-${GENDERS[weekday - 1]}`;

function writeYearly({ interval, byMonth, byMonthDay, byDay }: Recurrence): string {
  const years = interval === 1 ? 'ежегодно' : `каждые ${interval} ${plural(interval, SPANS.year)}`;
  if (!byMonth) return years;
  const named = byMonth.map((month) => {
    if (byDay)
      return `${place(byDay[0]!.nth ?? 1, byDay[0]!.weekday)} ${WEEKDAYS[byDay[0]!.weekday - 1]![0]} ${MONTHS_GENITIVE[month - 1]}`;
    if (!byMonthDay) return MONTHS[month - 1]!;
    return byMonthDay[0] === -1
      ? `до конца ${MONTHS_GENITIVE[month - 1]}`
      : `${byMonthDay[0]} ${MONTHS_GENITIVE[month - 1]}`;
  });
  return `${years}, ${named.join(', ')}`;
}

function inList(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} и ${names.at(-1)}`;
}
