import { dayOf } from '../../meaning/day.ts';
import { MONTH_STEM, readPeriod } from '../../russian/index.ts';

/** The term that a title states for all that is under it. */
export interface TitleTerm {
  /** The words of the term, without «на», «план работы на» and the school year that is the plan's own. */
  readonly when: string;
  /** 0: a year or «в течение года», 1: half, quarter, season, 2: month, 3: decade, week, day. A longer one holds a shorter. */
  readonly rank: number;
}

const MONTH = `${MONTH_STEM}[а-яё]{0,2}`;
const ORDINAL = '(?:[ivxіх]{1,4}|\\d{1,2}|перв\\S+|втор\\S+|трет\\S+|четв[её]рт\\S+|пят\\S+|последн\\S+)';
const COUNT = `${ORDINAL}(?:\\s*-?\\s*(?:я|ая|й|ый|ое|е|го))?`;
const JOINT = '\\s*(?:,|и|[-–—])\\s*';
/** A year of four digits; school years and slips of the key after it say nothing more than the plan's own period. */
const YEAR =
  '(?:\\s*(20\\d\\d)(?!\\d))?(?:\\s*[-–—/]\\s*(?:20)?\\d\\d)?(?:\\s*(?:г\\.?|гг\\.?|год[ау]?|годов))?';
const TAIL = '(?:\\s*(?:месяц[ае]?))?';
const SCHOOL_YEAR = '(?:\\s*\\d{0,5}\\s*[-–—/]?\\s*\\d{0,4}\\s*(?:уч\\S*|учебн\\S+)\\s*(?:г\\.?|год[ау]?))?';

const unit = (words: string): string => `${COUNT}(?:${JOINT}${COUNT})*\\s*(?:${words})`;

const FORMS: readonly (readonly [pattern: RegExp, rank: number])[] = [
  [/^(20\d\d\s*(?:г\.?|год))$/iu, 0],
  [
    new RegExp(
      `^((?:в\\s+течени[еи]|весь)\\s+(?:всего\\s+)?(?:учебн\\S+\\s+)?(?:года?|периода?))${YEAR}$`,
      'iu',
    ),
    0,
  ],
  [
    new RegExp(
      `^(${unit('полугоди[ея]|квартал[аы]?|кв\\.?|четверт[ьи]|триместр[аы]?')}${YEAR})${SCHOOL_YEAR}$`,
      'iu',
    ),
    1,
  ],
  [new RegExp(`^((?:лето|осень|зима|весна)${YEAR})$`, 'iu'), 1],
  [new RegExp(`^(${MONTH}(?:${JOINT}${MONTH})*)${TAIL}${YEAR}${SCHOOL_YEAR}$`, 'iu'), 2],
  [new RegExp(`^(${unit('недел[яи]|декад[аы]')}(?:\\s+(?:месяца|${MONTH}))?)$`, 'iu'), 3],
];

/** «27 августа 2020 г. Сборы кафедр»: a day, and behind it what is done. */
const DAY = new RegExp(
  `^(\\d{1,2}\\s+${MONTH}\\s+20\\d\\d\\s*(?:г\\.|года?)?)(?:[\\s:.,–—-]+\\p{Lu}.*)?$`,
  'iu',
);

/** «ЯНВАРЬ», «I квартал 2024 г.», «1 неделя», «План работы на октябрь 2024/2025 учебного года»; undefined: no term. */
export function termOfTitle(title: string): TitleTerm | undefined {
  const text = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:]$/, '')
    .replace(/^(?:план|мероприятия)?(?:\s*работы)?\s*(?:на|за)\s+/iu, '');
  if (text.length > 80) return undefined;
  const day = DAY.exec(text)?.[1];
  if (day !== undefined) return { when: day.trim(), rank: 3 };
  for (const [pattern, rank] of FORMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const words = match[1]!.trim();
    const year = match.slice(2).find((group) => group !== undefined);
    // A year of a school year («октябрь 2024/2025») is not that of every month in it.
    const own = year !== undefined && !words.includes(year) && !/\d{4}\s*[-–—/]|уч/iu.test(text);
    return { when: own ? `${words} ${year}` : words, rank };
  }
  return undefined;
}

/** Only the form of a text matters here: any calendar will do. */
const anyCalendar = { isDayOff: () => false, reasonOf: () => undefined, schoolQuarters: () => undefined };

function isReadPeriod(text: string): boolean {
  const year = Number(/20\d\d/.exec(text)?.[0] ?? 2000);
  const period = { from: dayOf(year, 1, 1)!, to: dayOf(year, 12, 31)!, schoolYear: false };
  return readPeriod(text, { period, calendar: anyCalendar }).understood;
}

/** Whether a cell says when, and nothing else: «январь – март 2023 г.», «до 20 мая», «1–2 неделя», «21-22». */
export function isTermText(text: string): boolean {
  if (text === '' || text.length > 80 || !/[\p{L}\d]/u.test(text)) return false;
  if (termOfTitle(text)) return true;
  if (/^\d{1,2}(?:\s*[-–—,]\s*\d{1,2})*$/.test(text.trim())) return true;
  return isReadPeriod(text.replace(/\n/g, ' '));
}

/** As `isTermText`, but no bare number: the second cell of a title row is a term only when it has words or a date. */
export const isWordedTerm = (text: string): boolean => /\p{L}{3}|\d\.\d/u.test(text) && isTermText(text);
