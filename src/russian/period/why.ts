import type { Range } from '../../finding/finding.ts';
import type { Bilingual } from '../../finding/text.ts';

/** A text that was read word by word and still has no single meaning. */
export interface Failure {
  readonly at: Range;
  readonly why: Bilingual;
}

export const isFailure = (value: object | null | undefined): value is Failure =>
  value !== null && value !== undefined && 'why' in value;

/** The reasons a срок is not understood, in the words a person is told them. */
export const WHY = {
  empty: { ru: 'срок пуст', en: 'the period is empty' },
  unread: { ru: 'эти слова не читаются как срок', en: 'these words can’t be read as a period' },
  tooLong: { ru: 'текст слишком длинный для срока', en: 'the text is too long for a period' },
  noSuchDate: { ru: 'такой даты нет в календаре', en: 'there is no such date in the calendar' },
  reversed: { ru: 'конец раньше начала', en: 'the end comes before the start' },
  whichYear: {
    ru: 'неясно, какого года: в период плана это приходится не один раз, укажите год',
    en: 'the year is unclear: the plan’s period holds more than one such time, state the year',
  },
  whichSchoolYear: {
    ru: 'неясно, какого учебного года: укажите его, например «2022/23 учебного года»',
    en: 'the school year is unclear: state it, as in “2022/23 school year”',
  },
  fromWhen: {
    ru: 'не сказано, от какого события считать: добавьте «со дня …» или дату',
    en: 'the event to count from is not said: add it, or a date',
  },
  byWhen: {
    ru: '«к» с месяцем или годом — к его началу или к концу? Напишите «до» или «к концу»',
    en: '“by” a month or a year may mean its start or its end: say which',
  },
  endOfSchoolYear: {
    ru: 'конец учебного года — 31 мая или 31 августа? Укажите дату',
    en: 'the school year may end on 31 May or 31 August: state the date',
  },
  yearPair: {
    ru: 'два календарных года или один учебный? Добавьте «гг.» или «учебный год»',
    en: 'two calendar years or one school year? Say which',
  },
  halfOfWhat: {
    ru: 'полугодие календарного или учебного года? Укажите, например, «2022/23 учебного года»',
    en: 'half of a calendar year or of a school year? Say which',
  },
  schoolQuarters: {
    ru: 'даты учебных четвертей не заданы в настройках (roadmap.config.yaml)',
    en: 'the dates of school quarters are not set in roadmap.config.yaml',
  },
  order: {
    ru: 'даты идут не по порядку, и год не у каждой: укажите год у каждой',
    en: 'the dates are out of order and some lack a year: state it for each',
  },
  yearAlone: {
    ru: 'год стоит отдельно от месяца: повторите месяц или уберите год',
    en: 'the year stands apart from its month: repeat the month or drop the year',
  },
  together: {
    ru: 'эти части не складываются в один срок: разделите их точкой с запятой',
    en: 'these parts do not make one period: separate them with a semicolon',
  },
  whichDays: {
    ru: 'не сказано, как часто: добавьте «еженедельно», «ежемесячно» или дату',
    en: 'how often is not said: add “weekly”, “monthly” or a date',
  },
  whichMonth: {
    ru: 'не сказано, какого месяца это число: добавьте «месяца, следующего за отчётным» или назовите месяцы',
    en: 'the month of this date is not said: add “of the month after the quarter”, or name the months',
  },
  yearlyStretch: {
    ru: 'промежуток из нескольких дней, который повторяется каждый год, одним правилом не выразить: укажите последний день («ежегодно до 10 сентября»)',
    en: 'several days on end that recur every year make no single rule: state the last day',
  },
  workingDayOfMonth: {
    ru: 'рабочий день каждого месяца правилом повторения не выразить: укажите число («ежемесячно до 5 числа»)',
    en: 'a working day of every month makes no rule: state a date',
  },
  countBack: {
    ru: 'дни отсчитываются от даты: укажите сам день',
    en: 'the days are counted from a date: state the day itself',
  },
  contradicts: {
    ru: 'сказанное о частоте противоречит перечисленному',
    en: 'what is said of the rhythm contradicts what is listed',
  },
  shortWindow: {
    ru: 'промежуток короче, чем шаг повторения',
    en: 'the window is shorter than one step of the rhythm',
  },
  notWithin: {
    ru: 'уточнение в скобках лежит вне срока',
    en: 'the bracket lies outside the period it refines',
  },
  wrongWeekday: { ru: 'на эту дату приходится другой день недели', en: 'the date falls on another weekday' },
  farYear: {
    ru: 'две цифры не похожи на год этого плана: запишите год полностью',
    en: 'the two digits do not look like a year of this plan: write the year in full',
  },
} as const satisfies Record<string, Bilingual>;

export const fail = (at: Range, why: Bilingual): Failure => ({ at, why });
