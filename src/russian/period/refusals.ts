import type { Range } from '../../finding/finding.ts';
import type { Refusal } from '../../meaning/reading.ts';

type Row = Omit<Refusal, 'id'>;

/**
 * Why a срок is not understood and how to write it, by id. The example is read in the plan of 2022, or in
 * that of `plan`, and gets just this refusal (tests/russian/period-refusals.test.ts).
 */
const ROWS = {
  empty: {
    why: { ru: 'срок пуст', en: 'the period is empty' },
    help: { ru: 'Напишите, когда или к какому дню', en: 'Say when, or by which day' },
    example: '—',
  },
  'unread-words': {
    why: { ru: 'эти слова не читаются как срок', en: 'these words can’t be read as a period' },
    help: {
      ru: 'Оставьте в графе только срок: «до 1 марта», «март – апрель», «ежемесячно»',
      en: 'Leave only the time here: “до 1 марта”, “март – апрель”, “ежемесячно”',
    },
    example: 'школа № 12',
  },
  'too-long': {
    why: { ru: 'текст слишком длинный для срока', en: 'the text is too long for a period' },
    help: { ru: 'Перенесите пояснения в другую графу', en: 'Move the remarks to another column' },
    example: 'май, июнь; '.repeat(200),
  },
  'cut-off': {
    why: {
      ru: 'текст обрывается: не хватает последних слов',
      en: 'the text breaks off: its last words are missing',
    },
    help: {
      ru: 'Допишите: «не реже 2 раз в месяц», «в течение 7 дней со дня приказа»',
      en: 'Write it out: “не реже 2 раз в месяц”',
    },
    example: 'не реже 2 раз в',
  },
  'not-filled-in': {
    why: { ru: 'день или год в дате не вписан', en: 'the day or the year of the date is not filled in' },
    help: { ru: 'Впишите дату или оставьте только месяц', en: 'Fill in the date, or leave the month alone' },
    example: '«___» мая 2022 г.',
  },
  'no-such-date': {
    why: { ru: 'такой даты нет в календаре', en: 'there is no such date in the calendar' },
    help: { ru: 'Исправьте число, месяц или год', en: 'Mend the day, the month or the year' },
    example: '31 апреля',
  },
  reversed: {
    why: { ru: 'конец раньше начала', en: 'the end comes before the start' },
    help: {
      ru: 'Поменяйте даты местами или укажите год у каждой',
      en: 'Swap the dates, or state the year of each',
    },
    example: 'с 15 мая по 1 апреля 2022 г.',
  },
  'needs-plan-period': {
    why: {
      ru: 'год не назван, а у плана не указан период',
      en: 'the year is not stated, and the plan has no period',
    },
    help: {
      ru: 'Добавьте год сюда («октябрь 2022 г.») или period в начало плана (period: 2022)',
      en: 'State the year here (“октябрь 2022 г.”), or the plan’s period (period: 2022)',
    },
    example: 'октябрь',
    plan: '',
  },
  'which-year': {
    why: {
      ru: 'неясно, какого года: в период плана это приходится не один раз',
      en: 'the year is unclear: the plan’s period holds more than one such time',
    },
    help: { ru: 'Укажите год: «октябрь 2022 г.»', en: 'State the year: “октябрь 2022 г.”' },
    example: 'октябрь',
    plan: '2021..2023',
  },
  'which-school-year': {
    why: { ru: 'неясно, какого учебного года', en: 'the school year is unclear' },
    help: { ru: 'Укажите его: «2022/23 учебный год»', en: 'State it: “2022/23 учебный год”' },
    example: 'в течение учебного года',
  },
  'from-which-event': {
    why: { ru: 'не сказано, от какого события считать', en: 'the event to count from is not stated' },
    help: { ru: 'Добавьте «со дня …» или напишите дату', en: 'Add it (“со дня …”), or write a date' },
    example: 'в течение 10 дней',
  },
  'by-start-or-end': {
    why: {
      ru: '«к» с месяцем, кварталом или годом — к его началу или к концу?',
      en: '“by” a month, quarter or year may mean its start or its end',
    },
    help: {
      ru: 'Напишите «к началу …», «к концу …» или дату',
      en: 'Write “к началу …”, “к концу …” or a date',
    },
    example: 'к маю',
  },
  'before-or-in': {
    why: {
      ru: '«до» с кварталом, полугодием, декадой: входит ли это в срок?',
      en: 'a deadline “до” a quarter, half-year or decade may include it or not',
    },
    help: {
      ru: 'Напишите «до начала …», «до конца …» или дату',
      en: 'Write “до начала …”, “до конца …” or a date',
    },
    example: 'до IV квартала',
  },
  'end-of-school-year': {
    why: {
      ru: 'конец учебного года — 31 мая или 31 августа?',
      en: 'the school year may end on 31 May or 31 August',
    },
    help: { ru: 'Укажите дату', en: 'State the date' },
    example: 'до конца учебного года',
    plan: '2022/23',
  },
  'calendar-or-school-years': {
    why: { ru: 'два календарных года или один учебный?', en: 'two calendar years or one school year?' },
    help: { ru: 'Добавьте «гг.» или «учебный год»', en: 'Add “гг.” or “учебный год”' },
    example: '2022-2023',
  },
  'half-of-which-year': {
    why: {
      ru: 'полугодие календарного или учебного года?',
      en: 'half of a calendar year or of a school year?',
    },
    help: {
      ru: 'Укажите: «1 полугодие 2022/23 учебного года»',
      en: 'Say which: “1 полугодие 2022/23 учебного года”',
    },
    example: '1 полугодие 2022 г.',
    plan: '2022/23',
  },
  'school-quarters-unset': {
    why: {
      ru: 'даты учебных четвертей не заданы в настройках (roadmap.config.yaml)',
      en: 'the dates of school quarters are not set in roadmap.config.yaml',
    },
    help: { ru: 'Задайте school-quarters или напишите даты', en: 'Set school-quarters, or write the dates' },
    example: 'II четверть',
  },
  'semester-of-calendar-year': {
    why: {
      ru: 'семестр — половина учебного года, а план — на календарный',
      en: 'a semester is a half of a school year, and the plan is for a calendar year',
    },
    help: {
      ru: 'Напишите «2 раза в полугодие» или укажите учебный год: «2 раза в семестр, 2022/23 учебный год»',
      en: 'Write “2 раза в полугодие”, or state the school year: “2 раза в семестр, 2022/23 учебный год”',
    },
    example: '2 раза в семестр',
  },
  'trimesters-unset': {
    why: {
      ru: 'когда триместры, неизвестно: в настройках есть место только для четвертей',
      en: 'when the trimesters are is not known: the config has room for quarters only',
    },
    help: {
      ru: 'Напишите даты («с 1 сентября по 30 ноября»), вместо «раз в триместр» — «3 раза в учебный год»',
      en: 'Write the dates (“с 1 сентября по 30 ноября”); for “раз в триместр”, “3 раза в учебный год”',
    },
    example: '2 раза в триместр',
  },
  'edge-of-what-is-long': {
    why: {
      ru: 'начало, середина или конец года, полугодия, квартала, четверти — это сколько дней?',
      en: 'how many days are the beginning, the middle or the end of a year, a half or a quarter?',
    },
    help: {
      ru: 'Назовите месяц («декабрь») или крайний день («до конца года»)',
      en: 'Name the month (“декабрь”) or the last day (“до конца года”)',
    },
    example: 'в конце года',
  },
  'years-out-of-order': {
    why: {
      ru: 'даты идут не по порядку, и год не у каждой',
      en: 'the dates are out of order and some lack a year',
    },
    help: { ru: 'Укажите год у каждой', en: 'State the year of each' },
    example: 'ноябрь, март 2022',
  },
  'year-apart-from-month': {
    why: { ru: 'год стоит отдельно от месяца', en: 'the year stands apart from its month' },
    help: { ru: 'Повторите месяц или уберите год', en: 'Repeat the month or drop the year' },
    example: 'август 2022, 2023 гг.',
  },
  'month-from-heading': {
    why: {
      ru: 'не сказано, какого месяца: он, видно, стоит выше, в заголовке',
      en: 'the month is not stated; it may stand above, in a heading',
    },
    help: {
      ru: 'Добавьте месяц: «4 неделя октября», «14, 21 мая»',
      en: 'Add the month: “4 неделя октября”, “14, 21 мая”',
    },
    example: '4 неделя',
  },
  'how-often': {
    why: { ru: 'не сказано, как часто', en: 'how often is not stated' },
    help: {
      ru: 'Добавьте «еженедельно», «ежемесячно» или дату',
      en: 'Add “еженедельно”, “ежемесячно” or a date',
    },
    example: 'среда',
  },
  'which-month': {
    why: { ru: 'не сказано, какого месяца это число', en: 'the month of this date is not stated' },
    help: {
      ru: 'Добавьте «месяца, следующего за отчётным» или назовите месяцы',
      en: 'Add “месяца, следующего за отчётным”, or name the months',
    },
    example: 'ежеквартально до 25 числа',
  },
  'yearly-stretch': {
    why: {
      ru: 'промежуток из нескольких дней, который повторяется каждый год, одним правилом не выразить',
      en: 'several days on end that recur every year make no single rule',
    },
    help: {
      ru: 'Укажите последний день: «ежегодно до 10 сентября»',
      en: 'State the last day: “ежегодно до 10 сентября”',
    },
    example: 'ежегодно с 1 по 10 сентября',
  },
  'yearly-part': {
    why: {
      ru: 'такой промежуток не повторить каждый год одним правилом',
      en: 'such a stretch can’t recur every year by one rule',
    },
    help: {
      ru: 'Назовите месяц или день: «ежегодно, в мае», «ежегодно до 31 мая»',
      en: 'Name a month or a day: “ежегодно, в мае”',
    },
    example: 'ежегодно, в первой половине мая',
  },
  'different-days-of-year': {
    why: { ru: 'повторяются то месяцы, то дни', en: 'some of what recurs are months and some are days' },
    help: { ru: 'Разделите их точкой с запятой', en: 'Part them with a semicolon' },
    example: 'ежегодно: май, до 15 ноября',
  },
  'year-in-yearly-list': {
    why: {
      ru: 'у одного срока из повторяющихся указан год, у других нет',
      en: 'of several times that recur only some have a year',
    },
    help: { ru: 'Уберите год или «раз в год»', en: 'Drop the year or the rhythm' },
    example: '2 раза в год (декабрь 2022, май)',
  },
  'working-day-of-each-month': {
    why: {
      ru: 'рабочий день каждого месяца правилом повторения не выразить',
      en: 'a working day of every month makes no rule',
    },
    help: { ru: 'Укажите число: «ежемесячно до 5 числа»', en: 'State a date: “ежемесячно до 5 числа”' },
    example: 'последний рабочий день месяца',
  },
  'part-of-each-month': {
    why: {
      ru: 'часть каждого месяца — несколько дней, а повторение знает один день',
      en: 'a part of every month is several days, and a rhythm knows one day',
    },
    help: {
      ru: 'Укажите последний день: «ежемесячно до 10 числа»',
      en: 'State the last day: “ежемесячно до 10 числа”',
    },
    example: 'первая декада каждого месяца',
  },
  'counted-from-a-date': {
    why: { ru: 'дни отсчитываются от даты', en: 'the days are counted from a date' },
    help: { ru: 'Укажите сам день', en: 'State the day itself' },
    example: 'за 10 дней до 1 мая',
  },
  'rhythm-contradicts-list': {
    why: {
      ru: 'сказанное о частоте противоречит перечисленному',
      en: 'what is stated of the rhythm contradicts what is listed',
    },
    help: { ru: 'Исправьте число раз или список', en: 'Mend the number of times or the list' },
    example: '2 раза в год (март, июнь, ноябрь)',
  },
  'window-too-short': {
    why: {
      ru: 'промежуток короче, чем шаг повторения',
      en: 'the window is shorter than one step of the rhythm',
    },
    help: { ru: 'Уберите частоту или расширьте промежуток', en: 'Drop the rhythm or widen the window' },
    example: 'апрель, ежемесячно',
  },
  'bracket-outside': {
    why: {
      ru: 'уточнение лежит вне срока, который уточняет',
      en: 'the refinement lies outside the period it refines',
    },
    help: { ru: 'Исправьте то или другое', en: 'Mend the one or the other' },
    example: 'III квартал (май)',
  },
  'wrong-weekday': {
    why: { ru: 'на эту дату приходится другой день недели', en: 'the date falls on another weekday' },
    help: { ru: 'Исправьте число или день недели', en: 'Mend the date or the weekday' },
    example: '15 мая, среда',
  },
  'two-digit-year': {
    why: {
      ru: 'две цифры не похожи на год этого плана',
      en: 'the two digits do not look like a year of this plan',
    },
    help: { ru: 'Запишите год полностью', en: 'Write the year in full' },
    example: 'янв.15',
  },
  'time-or-date': {
    why: {
      ru: 'рядом с днём недели или частотой это может быть и часом, и датой',
      en: 'beside a weekday or a rhythm this may be an hour or a date',
    },
    help: {
      ru: 'Час запишите с двоеточием («с 10:05 до 12:05»), дату — словами («с 10 по 12 мая»)',
      en: 'Write hours with a colon (“с 10:05 до 12:05”), dates with words (“с 10 по 12 мая”)',
    },
    example: 'каждый четверг с 10.05 до 12.05',
  },
  exception: {
    why: {
      ru: 'исключение из срока («кроме …») одним правилом не выразить',
      en: 'the exception to the period makes no single rule',
    },
    help: {
      ru: 'Перечислите, когда делается: «сентябрь – декабрь, февраль – май»',
      en: 'List when it is done: “сентябрь – декабрь, февраль – май”',
    },
    example: 'май (кроме последней недели)',
  },
  'each-month-or-day': {
    why: {
      ru: 'месяц без числа после части другого месяца: та же его часть или весь он?',
      en: 'a month after a part of another: the same part of it, or all of it?',
    },
    help: {
      ru: 'Повторите число или часть: «до 5 апреля, до 5 июля»',
      en: 'Repeat the day or the part: “до 5 апреля, до 5 июля”',
    },
    example: 'до 5 апреля, июля, октября',
  },
  'part-of-listed': {
    why: {
      ru: 'один из сроков списка лежит внутри соседнего: уточнение это или ещё один срок?',
      en: 'one of the times listed lies within its neighbour: a refinement, or one more?',
    },
    help: {
      ru: 'Уточнение возьмите в скобки, иначе разделите точкой с запятой',
      en: 'Put a refinement in brackets, else use a semicolon',
    },
    example: 'август, 15-20 августа',
  },
  'start-and-deadline': {
    why: { ru: 'начало и крайний срок стоят порознь', en: 'a start and a deadline stand apart' },
    help: { ru: 'Напишите «с … по …»', en: 'Write “с … по …”' },
    example: 'с 1 марта, до 31 декабря',
  },
  'no-sign-between': {
    why: {
      ru: 'между сроками нет знака: список это или одно?',
      en: 'there is no sign between the times: a list, or one?',
    },
    help: { ru: 'Поставьте запятую, тире или точку с запятой', en: 'Put a comma, a dash or a semicolon' },
    example: 'I квартал 15 мая',
  },
  'several-deeds': {
    why: {
      ru: 'здесь, видно, сроки нескольких дел из одной ячейки',
      en: 'these look like the times of several deeds in one cell',
    },
    help: {
      ru: 'Разделите их точкой с запятой или разнесите по пунктам',
      en: 'Part them with a semicolon, or make items of them',
    },
    example: 'в течение года апрель апрель',
  },
  'range-or-part': {
    why: {
      ru: 'один конец промежутка лежит внутри другого',
      en: 'one end of the range lies within the other',
    },
    help: { ru: 'Напишите дни: «с 1 января по 31 мая»', en: 'Write the days: “с 1 января по 31 мая”' },
    example: '1 полугодие – май',
  },
  'bracket-of-which': {
    why: {
      ru: 'непонятно, какой из сроков уточняют скобки',
      en: 'which of the times the bracket refines is unclear',
    },
    help: {
      ru: 'Поставьте скобки у каждого или разделите точкой с запятой',
      en: 'Give each its bracket, or use semicolons',
    },
    example: 'март, апрель, май (10 мая)',
  },
  'whole-and-part': {
    why: {
      ru: 'весь период плана и его часть рядом: когда же?',
      en: 'the whole period of the plan stands beside a part of it: which is it?',
    },
    help: {
      ru: 'Оставьте что-то одно или разделите точкой с запятой',
      en: 'Keep one of them, or use a semicolon',
    },
    example: 'в течение года, май',
  },
  'always-and-rhythm': {
    why: {
      ru: '«постоянно», частота и даты рядом: как же?',
      en: '“always”, a rhythm and dates stand together: which is it?',
    },
    help: { ru: 'Оставьте что-то одно', en: 'Keep one of them' },
    example: 'постоянно, ежемесячно, с мая по июнь',
  },
  'always-since-or-in': {
    why: {
      ru: '«постоянно» с этого времени или только в нём?',
      en: '“always” since that time, or only in it?',
    },
    help: {
      ru: 'Напишите «с сентября, постоянно» или уберите «постоянно»',
      en: 'Write “с сентября, постоянно”, or drop it',
    },
    example: 'сентябрь, постоянно',
  },
  'time-of-which': {
    why: { ru: 'непонятно, к какому дню относится час', en: 'which day the hour belongs to is unclear' },
    help: {
      ru: 'Поставьте час сразу после дня: «15 мая в 10:00»',
      en: 'Put the hour right after its day: “15 мая в 10:00”',
    },
    example: 'март, апрель, 10:00',
  },
  'event-and-date': {
    why: {
      ru: 'срок от события и другой срок рядом: который из них?',
      en: 'a time counted from an event stands beside another: which is it?',
    },
    help: { ru: 'Разделите их точкой с запятой или строкой', en: 'Part them with a semicolon or a line' },
    example: 'после педсовета, май',
  },
  'rhythm-or-event': {
    why: {
      ru: 'частота и событие рядом: только в это время или ещё и тогда?',
      en: 'a rhythm stands beside an event: only then, or also then?',
    },
    help: { ru: 'Разделите их точкой с запятой', en: 'Part them with a semicolon' },
    example: 'ежедневно\nпосле педсовета',
  },
  'further-after-what': {
    why: { ru: '«далее» — после чего?', en: '“further” — after what?' },
    help: { ru: 'Напишите начало: «с мая и далее»', en: 'State the start: “с мая и далее”' },
    example: 'далее',
  },
  'two-rhythms-and-dates': {
    why: {
      ru: 'две частоты и даты: к какой из них даты?',
      en: 'two rhythms and dates: which rhythm are the dates of?',
    },
    help: { ru: 'Разделите точкой с запятой', en: 'Part them with a semicolon' },
    example: 'ежегодно до 1 марта, ежеквартально',
  },
  'rhythm-in-several-windows': {
    why: {
      ru: 'частота и несколько промежутков: она в каждом из них?',
      en: 'a rhythm and several windows: does it hold in each?',
    },
    help: {
      ru: 'Повторите частоту у каждого через точку с запятой',
      en: 'Repeat the rhythm for each, with semicolons',
    },
    example: 'ежемесячно, март, май',
  },
  'several-bounds': {
    why: { ru: 'у частоты двое границ', en: 'the rhythm has two sets of bounds' },
    help: { ru: 'Оставьте одни: «с 2022 по 2024 год»', en: 'Keep one: “с 2022 по 2024 год”' },
    example: '2022 год, ежегодно до 1 мая, 2024 год',
  },
  'deadline-on-its-own-line': {
    why: {
      ru: 'частота и крайний срок на разных строках: конец это или ещё один срок?',
      en: 'a rhythm and a deadline on lines of their own: its end, or one more time?',
    },
    help: {
      ru: 'Поставьте между ними запятую или точку с запятой',
      en: 'Put a comma or a semicolon between them',
    },
    example: 'ежемесячно\nдо 1 октября 2022 г.',
  },
  'name-of-which': {
    why: {
      ru: 'непонятно, к какому из сроков относится пояснение',
      en: 'which of the times the remark belongs to is unclear',
    },
    help: {
      ru: 'Разделите сроки точкой с запятой, пояснение поставьте в скобки',
      en: 'Part the times with semicolons, the remark in brackets',
    },
    example: 'школа А: май (школа Б)',
  },
} as const satisfies Record<string, Row>;

export type RefusalId = keyof typeof ROWS;

/** Every reason a срок may be refused for. */
export const PERIOD_REFUSALS: readonly Refusal[] = Object.entries(ROWS).map(([id, row]) => ({ id, ...row }));

const BY_ID: ReadonlyMap<string, Refusal> = new Map(PERIOD_REFUSALS.map((refusal) => [refusal.id, refusal]));

/** A text that was read word by word and still has no single meaning. */
export interface Failure {
  readonly at: Range;
  readonly refusal: RefusalId;
}

export const isFailure = (value: object | null | undefined): value is Failure =>
  value !== null && value !== undefined && 'refusal' in value;

export const fail = (at: Range, refusal: RefusalId): Failure => ({ at, refusal });

export const refusalOf = (id: RefusalId): Refusal => BY_ID.get(id)!;
