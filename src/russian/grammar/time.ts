import { type Cursor, take, takeCount } from './cursor.ts';
import { type Found, tableOf } from './engine.ts';

/** «в 10:00», «до 18 часов», «с 10.00 до 12.00» (the end counts): `HH:MM`. */
export const takeTimePhrase = (c: Cursor): string | undefined => PHRASES(c);

/** A time of day right after a date, with its preposition. */
export function takeTimeAfter(c: Cursor): string | undefined {
  take(c, 'comma');
  return takeTimePhrase(c);
}

/** «10:00», «18 часов», «9 ч. 30 мин.» */
export const takeTime = (c: Cursor): string | undefined => TIMES(c);

const PHRASES = tableOf<string>({
  parts: { time: takeTime },
  rows: [
    ['since? <time> (dash / until|by) end:<time>', ({ end }) => end, 'с 10:00 до 12:00'],
    ['since time:<time>', ({ time }) => time, 'с 14:00'],
    ['(not later / in|until|towards)? time:<time>', ({ time }) => time, 'до 18 часов'],
  ],
});

const TIMES = tableOf<string>({
  parts: {
    clock: (c) => take(c, 'time')?.time,
    count: (c) => takeCount(c),
  },
  rows: [
    ['time:<clock> hour?', ({ time }) => time, '10:00'],
    ['h:<count> hour m:<count> minute', timeOf, '9 часов 30 минут'],
    ['h:<count> hour', timeOf, '18 часов'],
  ],
});

function timeOf({ h, m = 0 }: Found): string | undefined {
  const [hour, minutes] = [h as number, m as number];
  if (hour > 23 || minutes > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** For the test that every row is reached by its example. */
export const TIME_TABLES = { PHRASES, TIMES };
