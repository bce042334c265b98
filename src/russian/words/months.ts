import { MONTHS } from '../../finding/months.ts';

/** What the names of months have in common in every case, as a pattern (flags `i`, `u`): «феврал», «мая». */
export const MONTH_STEM = `(?:${MONTHS.map((month) =>
  // Two letters begin many words: «май» must stand alone.
  month === 'май' ? '(?<![а-яё])ма(?:[йяю]|ем?)(?![а-яё])' : month.replace(/ь$/, ''),
).join('|')})`;

/** The month (1–12) that a word names or is cut from: «феврале», «нояб»; 0 for any other word. */
export function monthNumber(word: string): number {
  const [letters, known] = [word.toLowerCase().slice(0, 3), MONTHS.map((month) => month.slice(0, 3))];
  return (/^ма[йяю]|^мае/.test(letters) ? known.indexOf('май') : known.indexOf(letters)) + 1;
}

/** Years of which a plan may speak; other four-digit numbers are no years. */
export const isYear = (value: number): boolean => value >= 1990 && value <= 2099;
