import type { Bilingual } from '../finding/text.ts';
import { type Day, dayOf, parseDay } from '../meaning/day.ts';
import { UsageError } from './usage-error.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where the day begins for the people these plans are written for. */
const TIME_ZONE = 'Europe/Moscow';

/**
 * The calendar day at a moment in a time zone. Moscow has kept UTC+3 without summer time since October
 * 2014, so the usual zone is a sum: `Intl` would cost more than the rest of the start.
 */
export function dayAt(now: Date, timeZone: string = TIME_ZONE): Day {
  if (timeZone === TIME_ZONE) return Math.floor((now.getTime() + 3 * HOUR) / DAY);
  const format = zoneFormat(timeZone);
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(now)) part[type] = Number(value);
  return dayOf(part.year ?? 0, part.month ?? 0, part.day ?? 0) ?? Math.floor(now.getTime() / DAY);
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  } catch {
    throw new UsageError(
      {
        ru: `Часовой пояс «${timeZone}» неизвестен.`,
        en: `The time zone “${timeZone}” is unknown.`,
      },
      {
        ru: 'Укажите название из базы IANA, например Europe/Moscow или Asia/Irkutsk.',
        en: 'Give a name of the IANA database, such as Europe/Moscow or Asia/Irkutsk.',
      },
    );
  }
}

/** The forms a plan's period takes, with the years of the day it is asked on. */
export const periodForms = (year: number): Bilingual => {
  const school = `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  const days = `${year}-01-15..${year + 2}-12-20`;
  return {
    ru: `год (${year}), годы (${year}-${year + 2}), учебный год (${school}) или дни (${days})`,
    en: `a year (${year}), years (${year}-${year + 2}), a school year (${school}) or days (${days})`,
  };
};

/** A date as typed after a flag: ISO or `DD.MM.YYYY`. */
export function dateOption(flag: string, text: string): Day {
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw new UsageError(
    {
      ru: `${flag}: «${text}» — не дата.`,
      en: `${flag}: “${text}” is not a date.`,
    },
    {
      ru: 'Напишите дату как ГГГГ-ММ-ДД или ДД.ММ.ГГГГ; такой день должен быть в календаре.',
      en: 'Write the date as YYYY-MM-DD or DD.MM.YYYY; the day must exist in the calendar.',
    },
  );
}
