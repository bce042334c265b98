import { MONTHS_GENITIVE } from '../finding/months.ts';

/** U+00A0. */
export const NBSP = '\u00A0';

/**
 * What a secretary does to blanks: puts a no-break blank where a line must not end. Only blanks between words change,
 * each for one no-break blank, so that the text stays equal up to blanks; words, dashes and quotes are the author's.
 */
export function typeset(text: string): string {
  if (!text.includes(' ')) return text;
  let result = text;
  for (const rule of RULES) result = result.replace(rule, NBSP);
  return result;
}

const MONTHS = MONTHS_GENITIVE.join('|');
const SHORT = 'г|гг|п|пп|пос|с|д|ст|ч|ул|пр|пер|обл|р-н|им|каб|стр|рис|табл|подп|абз|гл|разд|прил|т|кв|тел';
const COUNTED =
  'г|гг|год[ауы]?|лет|в|вв|руб|коп|тыс|млн|млрд|чел|шт|ч|час[аов]{0,2}|мин|дн|дня|дней|день|раз[а]?|школ[аы]?|экз';

// Each rule matches one blank with what is around it in lookarounds, so that neighbours may share a word.
const RULES: readonly RegExp[] = [
  // № 127, § 5, N 273-ФЗ (as legal databases type it)
  /(?<=[№§]|(?:^|\s)N) (?=\S)/g,
  // 14 марта, 2021 г., 29 школ
  new RegExp(`(?<=\\d) (?=(?:${MONTHS}|${COUNTED})(?![А-Яа-яЁё]))`, 'g'),
  // г. Сковородино, п. 7, ст. 28, им. Горького
  new RegExp(`(?<=(?:^|[\\s(«,])(?:${SHORT})\\.) (?=[А-ЯЁA-Z0-9«№])`, 'g'),
  // пункт 7, статья 28
  /(?<=(?:^|[\s(«])(?:пункт|подпункт|стать|част|раздел|глав|приложени|этап|класс)[а-яё]{0,3}) (?=\d)/gi,
  // И.О. Фамилия, И. О. Фамилия
  /(?<=(?:^|[\s(«,;])[А-ЯЁ]\.) (?=[А-ЯЁ]\.)/g,
  /(?<=(?:^|[\s(«,;\u00A0])[А-ЯЁ]\.) (?=[А-ЯЁ][а-яё])/g,
  /(?<=[А-ЯЁ]\.[А-ЯЁ]\.) (?=[А-ЯЁ][а-яё])/g,
  // Фамилия И.О.
  /(?<=[А-ЯЁ][а-яё]+) (?=[А-ЯЁ]\. ?[А-ЯЁ]\.)/g,
  // 5 %
  /(?<=\d) (?=%)/g,
  // no line begins with a dash
  / (?=[–—](?:\s|$))/g,
  // т. е., т. д.
  /(?<=(?:^|[\s(])т\.) (?=[екдпнч]\.)/g,
];
