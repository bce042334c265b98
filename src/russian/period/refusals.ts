import type { Range } from '../../finding/finding.ts';
import type { Refusal } from '../../meaning/reading.ts';
import { refusalIn } from '../grammar/refusals.ts';

/** Why a срок is not understood and how to write it, by id, in the notation of grammar/refusals.ts. */
const TABLE = {
  empty: `
    срок пуст | the period is empty
    Напишите, когда или к какому дню | Say when, or by which day
    —`,
  'unread-words': `
    эти слова не читаются как срок | these words can’t be read as a period
    Оставьте в графе только срок: «до 1 марта», «март – апрель», «ежемесячно» | Leave only the time here: “до 1 марта”, “март – апрель”, “ежемесячно”
    школа № 12`,
  'too-long': `
    текст слишком длинный для срока | the text is too long for a period
    Перенесите пояснения в другую графу | Move the remarks to another column
    ${'май, июнь; '.repeat(200)}`,
  'cut-off': `
    текст обрывается: не хватает последних слов | the text breaks off: its last words are missing
    Допишите: «не реже 2 раз в месяц», «в течение 7 дней со дня приказа» | Write it out: “не реже 2 раз в месяц”
    не реже 2 раз в`,
  'not-filled-in': `
    день или год в дате не вписан | the day or the year of the date is not filled in
    Впишите дату или оставьте только месяц | Fill in the date, or leave the month alone
    «___» мая 2022 г.`,
  'no-such-date': `
    такой даты нет в календаре | there is no such date in the calendar
    Исправьте число, месяц или год | Mend the day, the month or the year
    31 апреля`,
  reversed: `
    конец раньше начала | the end comes before the start
    Поменяйте даты местами или укажите год у каждой | Swap the dates, or state the year of each
    с 15 мая по 1 апреля 2022 г.`,
  'needs-plan-period': `
    год не назван, а у плана не указан период | the year is not stated, and the plan has no period
    Добавьте год сюда («октябрь 2022 г.») или period в начало плана (period: 2022) | State the year here (“октябрь 2022 г.”), or the plan’s period (period: 2022)
    октябрь | none`,
  'which-year': `
    неясно, какого года: в период плана это приходится не один раз | the year is unclear: the plan’s period holds more than one such time
    Укажите год: «октябрь 2022 г.» | State the year: “октябрь 2022 г.”
    октябрь | 2021..2023`,
  'which-school-year': `
    неясно, какого учебного года | the school year is unclear
    Укажите его: «2022/23 учебный год» | State it: “2022/23 учебный год”
    в течение учебного года`,
  'from-which-event': `
    не сказано, от какого события считать | the event to count from is not stated
    Добавьте «со дня …» или напишите дату | Add it (“со дня …”), or write a date
    в течение 10 дней`,
  'by-start-or-end': `
    «к» с месяцем, кварталом или годом — к его началу или к концу? | “by” a month, quarter or year may mean its start or its end
    Напишите «к началу …», «к концу …» или дату | Write “к началу …”, “к концу …” or a date
    к маю`,
  'before-or-in': `
    «до» с кварталом, полугодием, декадой: входит ли это в срок? | a deadline “до” a quarter, half-year or decade may include it or not
    Напишите «до начала …», «до конца …» или дату | Write “до начала …”, “до конца …” or a date
    до IV квартала`,
  'end-of-school-year': `
    конец учебного года — 31 мая или 31 августа? | the school year may end on 31 May or 31 August
    Укажите дату | State the date
    до конца учебного года | 2022/23`,
  'calendar-or-school-years': `
    два календарных года или один учебный? | two calendar years or one school year?
    Добавьте «гг.» или «учебный год» | Add “гг.” or “учебный год”
    2022-2023`,
  'half-of-which-year': `
    полугодие календарного или учебного года? | half of a calendar year or of a school year?
    Укажите: «1 полугодие 2022/23 учебного года» | Say which: “1 полугодие 2022/23 учебного года”
    1 полугодие 2022 г. | 2022/23`,
  'school-quarters-unset': `
    даты учебных четвертей не заданы в настройках (roadmap.config.yaml) | the dates of school quarters are not set in roadmap.config.yaml
    Задайте school-quarters или напишите даты | Set school-quarters, or write the dates
    II четверть`,
  'semester-of-calendar-year': `
    семестр — половина учебного года, а план — на календарный | a semester is a half of a school year, and the plan is for a calendar year
    Напишите «2 раза в полугодие» или укажите учебный год: «2 раза в семестр, 2022/23 учебный год» | Write “2 раза в полугодие”, or state the school year: “2 раза в семестр, 2022/23 учебный год”
    2 раза в семестр`,
  'trimesters-unset': `
    когда триместры, неизвестно: в настройках есть место только для четвертей | when the trimesters are is not known: the config has room for quarters only
    Напишите даты («с 1 сентября по 30 ноября»), вместо «раз в триместр» — «3 раза в учебный год» | Write the dates (“с 1 сентября по 30 ноября”); for “раз в триместр”, “3 раза в учебный год”
    2 раза в триместр`,
  'edge-of-what-is-long': `
    начало, середина или конец года, полугодия, квартала, четверти — это сколько дней? | how many days are the beginning, the middle or the end of a year, a half or a quarter?
    Назовите месяц («декабрь») или крайний день («до конца года») | Name the month (“декабрь”) or the last day (“до конца года”)
    в конце года`,
  'years-out-of-order': `
    даты идут не по порядку, и год не у каждой | the dates are out of order and some lack a year
    Укажите год у каждой | State the year of each
    ноябрь, март 2022`,
  'year-apart-from-month': `
    год стоит отдельно от месяца | the year stands apart from its month
    Повторите месяц или уберите год | Repeat the month or drop the year
    август 2022, 2023 гг.`,
  'month-from-heading': `
    не сказано, какого месяца: он, видно, стоит выше, в заголовке | the month is not stated; it may stand above, in a heading
    Добавьте месяц: «4 неделя октября», «14, 21 мая» | Add the month: “4 неделя октября”, “14, 21 мая”
    4 неделя`,
  'how-often': `
    не сказано, как часто | how often is not stated
    Добавьте «еженедельно», «ежемесячно» или дату | Add “еженедельно”, “ежемесячно” or a date
    среда`,
  'which-month': `
    не сказано, какого месяца это число | the month of this date is not stated
    Добавьте «месяца, следующего за отчётным» или назовите месяцы | Add “месяца, следующего за отчётным”, or name the months
    ежеквартально до 25 числа`,
  'yearly-stretch': `
    промежуток из нескольких дней, который повторяется каждый год, одним правилом не выразить | several days on end that recur every year make no single rule
    Укажите последний день: «ежегодно до 10 сентября» | State the last day: “ежегодно до 10 сентября”
    ежегодно с 1 по 10 сентября`,
  'yearly-part': `
    такой промежуток не повторить каждый год одним правилом | such a stretch can’t recur every year by one rule
    Назовите месяц или день: «ежегодно, в мае», «ежегодно до 31 мая» | Name a month or a day: “ежегодно, в мае”
    ежегодно, в первой половине мая`,
  'different-days-of-year': `
    повторяются то месяцы, то дни | some of what recurs are months and some are days
    Разделите их точкой с запятой | Part them with a semicolon
    ежегодно: май, до 15 ноября`,
  'year-in-yearly-list': `
    у одного срока из повторяющихся указан год, у других нет | of several times that recur only some have a year
    Уберите год или «раз в год» | Drop the year or the rhythm
    2 раза в год (декабрь 2022, май)`,
  'working-day-of-each-month': `
    рабочий день каждого месяца правилом повторения не выразить | a working day of every month makes no rule
    Укажите число: «ежемесячно до 5 числа» | State a date: “ежемесячно до 5 числа”
    последний рабочий день месяца`,
  'part-of-each-month': `
    часть каждого месяца — несколько дней, а повторение знает один день | a part of every month is several days, and a rhythm knows one day
    Укажите последний день: «ежемесячно до 10 числа» | State the last day: “ежемесячно до 10 числа”
    первая декада каждого месяца`,
  'counted-from-a-date': `
    дни отсчитываются от даты | the days are counted from a date
    Укажите сам день | State the day itself
    за 10 дней до 1 мая`,
  'rhythm-contradicts-list': `
    сказанное о частоте противоречит перечисленному | what is stated of the rhythm contradicts what is listed
    Исправьте число раз или список | Mend the number of times or the list
    2 раза в год (март, июнь, ноябрь)`,
  'window-too-short': `
    промежуток короче, чем шаг повторения | the window is shorter than one step of the rhythm
    Уберите частоту или расширьте промежуток | Drop the rhythm or widen the window
    апрель, ежемесячно`,
  'bracket-outside': `
    уточнение лежит вне срока, который уточняет | the refinement lies outside the period it refines
    Исправьте то или другое | Mend the one or the other
    III квартал (май)`,
  'wrong-weekday': `
    на эту дату приходится другой день недели | the date falls on another weekday
    Исправьте число или день недели | Mend the date or the weekday
    15 мая, среда`,
  'two-digit-year': `
    две цифры не похожи на год этого плана | the two digits do not look like a year of this plan
    Запишите год полностью | Write the year in full
    янв.15`,
  'time-or-date': `
    рядом с днём недели или частотой это может быть и часом, и датой | beside a weekday or a rhythm this may be an hour or a date
    Час запишите с двоеточием («с 10:05 до 12:05»), дату — словами («с 10 по 12 мая») | Write hours with a colon (“с 10:05 до 12:05”), dates with words (“с 10 по 12 мая”)
    каждый четверг с 10.05 до 12.05`,
  exception: `
    исключение из срока («кроме …») одним правилом не выразить | the exception to the period makes no single rule
    Перечислите, когда делается: «сентябрь – декабрь, февраль – май» | List when it is done: “сентябрь – декабрь, февраль – май”
    май (кроме последней недели)`,
  'each-month-or-day': `
    месяц без числа после части другого месяца: та же его часть или весь он? | a month after a part of another: the same part of it, or all of it?
    Повторите число или часть: «до 5 апреля, до 5 июля» | Repeat the day or the part: “до 5 апреля, до 5 июля”
    до 5 апреля, июля, октября`,
  'part-of-listed': `
    один из сроков списка лежит внутри соседнего: уточнение это или ещё один срок? | one of the times listed lies within its neighbour: a refinement, or one more?
    Уточнение возьмите в скобки, иначе разделите точкой с запятой | Put a refinement in brackets, else use a semicolon
    август, 15-20 августа`,
  'start-and-deadline': `
    начало и крайний срок стоят порознь | a start and a deadline stand apart
    Напишите «с … по …» | Write “с … по …”
    с 1 марта, до 31 декабря`,
  'no-sign-between': `
    между сроками нет знака: список это или одно? | there is no sign between the times: a list, or one?
    Поставьте запятую, тире или точку с запятой | Put a comma, a dash or a semicolon
    I квартал 15 мая`,
  'several-deeds': `
    здесь, видно, сроки нескольких дел из одной ячейки | these look like the times of several deeds in one cell
    Разделите их точкой с запятой или разнесите по пунктам | Part them with a semicolon, or make items of them
    в течение года апрель апрель`,
  'range-or-part': `
    один конец промежутка лежит внутри другого | one end of the range lies within the other
    Напишите дни: «с 1 января по 31 мая» | Write the days: “с 1 января по 31 мая”
    1 полугодие – май`,
  'bracket-of-which': `
    непонятно, какой из сроков уточняют скобки | which of the times the bracket refines is unclear
    Поставьте скобки у каждого или разделите точкой с запятой | Give each its bracket, or use semicolons
    март, апрель, май (10 мая)`,
  'whole-and-part': `
    весь период плана и его часть рядом: когда же? | the whole period of the plan stands beside a part of it: which is it?
    Оставьте что-то одно или разделите точкой с запятой | Keep one of them, or use a semicolon
    в течение года, май`,
  'always-and-rhythm': `
    «постоянно», частота и даты рядом: как же? | “always”, a rhythm and dates stand together: which is it?
    Оставьте что-то одно | Keep one of them
    постоянно, ежемесячно, с мая по июнь`,
  'always-since-or-in': `
    «постоянно» с этого времени или только в нём? | “always” since that time, or only in it?
    Напишите «с сентября, постоянно» или уберите «постоянно» | Write “с сентября, постоянно”, or drop it
    сентябрь, постоянно`,
  'time-of-which': `
    непонятно, к какому дню относится час | which day the hour belongs to is unclear
    Поставьте час сразу после дня: «15 мая в 10:00» | Put the hour right after its day: “15 мая в 10:00”
    март, апрель, 10:00`,
  'event-and-date': `
    срок от события и другой срок рядом: который из них? | a time counted from an event stands beside another: which is it?
    Разделите их точкой с запятой или строкой | Part them with a semicolon or a line
    после педсовета, май`,
  'rhythm-or-event': `
    частота и событие рядом: только в это время или ещё и тогда? | a rhythm stands beside an event: only then, or also then?
    Разделите их точкой с запятой | Part them with a semicolon
    ежедневно ⏎ после педсовета`,
  'further-after-what': `
    «далее» — после чего? | “further” — after what?
    Напишите начало: «с мая и далее» | State the start: “с мая и далее”
    далее`,
  'two-rhythms-and-dates': `
    две частоты и даты: к какой из них даты? | two rhythms and dates: which rhythm are the dates of?
    Разделите точкой с запятой | Part them with a semicolon
    ежегодно до 1 марта, ежеквартально`,
  'rhythm-in-several-windows': `
    частота и несколько промежутков: она в каждом из них? | a rhythm and several windows: does it hold in each?
    Повторите частоту у каждого через точку с запятой | Repeat the rhythm for each, with semicolons
    ежемесячно, март, май`,
  'several-bounds': `
    у частоты двое границ | the rhythm has two sets of bounds
    Оставьте одни: «с 2022 по 2024 год» | Keep one: “с 2022 по 2024 год”
    2022 год, ежегодно до 1 мая, 2024 год`,
  'deadline-on-its-own-line': `
    частота и крайний срок на разных строках: конец это или ещё один срок? | a rhythm and a deadline on lines of their own: its end, or one more time?
    Поставьте между ними запятую или точку с запятой | Put a comma or a semicolon between them
    ежемесячно ⏎ до 1 октября 2022 г.`,
  'name-of-which': `
    непонятно, к какому из сроков относится пояснение | which of the times the remark belongs to is unclear
    Разделите сроки точкой с запятой, пояснение поставьте в скобки | Part the times with semicolons, the remark in brackets
    школа А: май (школа Б)`,
} as const;

export type RefusalId = keyof typeof TABLE;

/** A reason by its id. */
export const refusalOf = (id: RefusalId): Refusal => refusalIn(TABLE, id);

/** Every reason a срок may be refused for; the examples are tests (tests/russian/period-refusals.test.ts). */
export const periodRefusals = (): readonly Refusal[] => (Object.keys(TABLE) as RefusalId[]).map(refusalOf);

/** A text that was read word by word and still has no single meaning. */
export interface Failure {
  readonly at: Range;
  readonly refusal: RefusalId;
}

export const isFailure = (value: object | null | undefined): value is Failure =>
  value !== null && value !== undefined && 'refusal' in value;

/** No meaning: the words at fault and the reason. */
export const fail = (at: Range, refusal: RefusalId): Failure => ({ at, refusal });
