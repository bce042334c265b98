import { parseDay } from '../meaning/day.ts';
import type { Rule, TextRemark } from './rule.ts';

/** A date as programs write it: no part of an address, of a file's name or of a longer number. */
const ISO_DATE = /(?<![\w./-])(\d{4})-(\d{2})-(\d{2})(?![\w/-]|\.\w)/gu;

/** A date of the form 2022-09-15 in a text that is printed as it is: documents write 15.09.2022. */
export const rule: Rule = {
  id: 'iso-date-in-text',
  severity: 'warning',
  summary: {
    ru: 'Дата в тексте записана не так, как в документах',
    en: 'A date in a text is written as programs write it',
  },
  on: 'text',
  find(text) {
    if (!text.includes('-')) return [];
    return Array.from(text.matchAll(ISO_DATE)).flatMap(
      ({ 0: date, 1: year, 2: month, 3: day, index }): TextRemark[] => {
        if (parseDay(date) === undefined) return [];
        const written = `${day}.${month}.${year}`;
        return [
          {
            within: [index, index + date.length],
            message: {
              ru: `дата ${date} так и будет напечатана в документе`,
              en: `the date ${date} will stand so in the document`,
            },
            cure: { put: written },
            help: { ru: `Напишите: ${written}`, en: `Write: ${written}` },
          },
        ];
      },
    );
  },
};
