import type { Calendar } from '../meaning/calendar.ts';
import { type Day, parseDay } from '../meaning/day.ts';
import type { Span } from '../meaning/spans.ts';
import { readPeriod } from '../russian/index.ts';
import type { AnswerCell } from './answer-document.ts';
import type { FindingCode } from './answer-findings.ts';

/** What a cell says, or why it cannot be read. `note`: read, but told. */
export type CellReading<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      readonly note?: FindingCode;
      readonly details?: { readonly [name: string]: string };
    }
  | {
      readonly ok: false;
      readonly code: FindingCode;
      readonly details?: { readonly [name: string]: string };
    };

const refused = (code: FindingCode, details: { readonly [name: string]: string } = {}) =>
  ({ ok: false, code, details }) as const;

export type Choice = 'yes' | 'partly' | 'no';

/** Words that mean one of the choices and nothing beside it. */
const CHOICES: Readonly<Record<string, Choice>> = {
  да: 'yes',
  выполнено: 'yes',
  исполнено: 'yes',
  частично: 'partly',
  'частично выполнено': 'partly',
  'выполнено частично': 'partly',
  'частично исполнено': 'partly',
  'исполнено частично': 'partly',
  нет: 'no',
  'не выполнено': 'no',
  'не исполнено': 'no',
};

/** «да», «частично», «нет», and nothing that only looks like it: a tick may be one that nobody touched. */
export function readChoice({ text, value }: AnswerCell): CellReading<Choice> {
  const choice = value === undefined ? choiceIn(text) : undefined;
  if (choice !== undefined) return { ok: true, value: choice };
  return refused(value?.kind === 'tick' ? 'tick' : 'not-a-choice');
}

/** The choice that a text is, in any of its wordings. */
export function choiceIn(text: string): Choice | undefined {
  const word = text.toLowerCase().replace(/\s+/g, ' ').replace(/[.!]$/, '').trim();
  return Object.hasOwn(CHOICES, word) ? CHOICES[word] : undefined;
}

const MONTH = `[а-я]{3,8}`;
const DATE = String.raw`\d{1,2}\s*(?:[./]\s*\d{1,2}\s*(?:[./]\s*\d{2,4})?|${MONTH})?(?:\s*\d{4})?\s*(?:г\.?|года)?`;
/**
 * Nothing but a day or two: beside «10.06.2022 (протокол № 3)» something would be lost, and «май 2022» does not say on
 * which side of a deadline it was.
 */
const DAYS = new RegExp(`^(?:с\\s+)?${DATE}(?:\\s*(?:[-–—,]|по|и)\\s*${DATE})?$`, 'i');

/**
 * A day, or a first and a last one. Of texts only those that name their year in full; a number that is shown as a number
 * is no date.
 */
export function readDate({ text, value }: AnswerCell, calendar: Calendar): CellReading<Span> {
  if (value?.kind === 'day') {
    const { day, time } = value;
    return { ok: true, value: { from: day, to: day }, ...(time > 0 ? { note: 'date-with-time' } : {}) };
  }
  if (value !== undefined) return refused('not-a-date');
  const plain = text.replace(/\s+/g, ' ').trim();
  const day = parseDay(plain.replace(/ ?(?:г\.?|года)$/i, ''));
  if (day !== undefined) return { ok: true, value: { from: day, to: day } };
  if (!DAYS.test(plain)) return refused('not-a-date');
  // Without the period of the plan nothing is read that does not name its year.
  const read = readPeriod(plain, { calendar });
  if (!read.understood)
    // That the plan has a period does not help who has written no year.
    return refused('not-a-date', /\d{4}/.test(plain) ? { why: read.why.ru } : {});
  const { kind, from, to } = read.meaning;
  if ((kind !== 'day' && kind !== 'span') || from === null || to === null) return refused('not-a-date');
  return { ok: true, value: { from, to } };
}

/** The last day of a date that is to be one day only. */
export function readDay(cell: AnswerCell, calendar: Calendar): CellReading<Day> {
  const read = readDate(cell, calendar);
  if (!read.ok) return read;
  const { from, to } = read.value;
  return from === to ? { ...read, value: to } : refused('not-a-date');
}

/** A figure: a number, perhaps of percents, perhaps with its whole («3 из 5»). */
export interface Figure {
  readonly number: number;
  readonly isPercent: boolean;
  readonly of?: number;
}

const NUMBER = String.raw`(\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d+)(?:[.,](\d+))?`;
const PLAIN = new RegExp(`^${NUMBER}\\s*(%?)$`);
const OF = new RegExp(`^${NUMBER}\\s*(?:из|/)\\s*${NUMBER}$`, 'i');

const numberOf = (whole: string, decimals: string | undefined): number =>
  Number(`${whole.replace(/\D/g, '')}${decimals === undefined ? '' : `.${decimals}`}`);

/** «24», «1 200», «60 %», «3 из 5»; not «1.200», which is either of two numbers. */
export function readFigure({ text, value }: AnswerCell): CellReading<Figure> {
  if (value?.kind === 'number') {
    const { number, isPercent } = value;
    if (number < 0) return refused('negative-number');
    // 0.57 × 100 is 56.99999999999999 to a machine.
    return { ok: true, value: { number: isPercent ? rounded(number * 100) : rounded(number), isPercent } };
  }
  if (value !== undefined) return refused('not-a-number');
  const plain = text.trim();
  if (/^[-−–]\s*\d/.test(plain)) return refused('negative-number');
  const one = PLAIN.exec(plain);
  if (one && !/^\d{1,3}[.,]\d{3}$/.test(plain)) {
    const number = numberOf(one[1] as string, one[2]);
    return { ok: true, value: { number, isPercent: one[3] === '%' }, ...noteOf(plain, number, one[3]) };
  }
  const part = OF.exec(plain);
  if (!part) return refused('not-a-number');
  const number = numberOf(part[1] as string, part[2]);
  const of = numberOf(part[3] as string, part[4]);
  return {
    ok: true,
    value: { number, isPercent: false, of },
    note: 'number-as-text',
    details: { number: `${number} из ${of}` },
  };
}

function noteOf(plain: string, number: number, percent: string | undefined) {
  if (/^\d+$/.test(plain)) return {};
  const words = `${String(number).replace('.', ',')}${percent ? ' %' : ''}`;
  return { note: 'number-as-text' as const, details: { number: words } };
}

const rounded = (number: number): number => Number(number.toPrecision(12));
