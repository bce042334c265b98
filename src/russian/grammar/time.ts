import { take } from './cursor.ts';
import { type Found, startingWith, tableOf } from './engine.ts';
import { COUNT } from './numbers.ts';

/** «10:00», «18 часов», «9 ч. 30 мин.»: `HH:MM`. */
export const takeTime = tableOf<string>({
  parts: {
    clock: startingWith('clock', (c) => take(c, 'clock')?.clock),
    count: COUNT,
  },
  rows: [
    ['time:<clock> hour?', ({ time }) => time, '10:00'],
    ['h:<count> hour m:<count> minute', timeOf, '9 часов 30 минут'],
    ['h:<count> hour', timeOf, '18 часов'],
  ],
});

function timeOf({ h, m = 0 }: Found): string | undefined {
  if (h > 23 || m > 59) return undefined;
  return `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}

/** A time of day with its preposition; of a stretch the end counts. */
export const takeTimePhrase = tableOf<string>({
  parts: { time: takeTime },
  rows: [
    ['since? <time> (dash / until|by) end:<time>', ({ end }) => end, 'с 10:00 до 12:00'],
    ['since time:<time>', ({ time }) => time, 'с 14:00'],
    ['(not later / in|until|towards)? time:<time>', ({ time }) => time, 'до 18 часов'],
  ],
});

/** The same right after a date. */
export const takeTimeAfter = tableOf<string>({
  parts: { phrase: takeTimePhrase },
  rows: [['comma? time:<phrase>', ({ time }) => time, ', в 10:00']],
});

/** For the test that every row is reached by its example. */
export const TIME_TABLES = { takeTime, takeTimePhrase, takeTimeAfter };
