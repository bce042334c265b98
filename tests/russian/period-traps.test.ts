import { describe, expect, it } from 'vitest';
import { dayOf, toIso } from '../../src/meaning/day.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { readPeriod } from '../../src/russian/period/read.ts';
import { inShort, planOf } from '../corpus/periods/corpus.ts';

const calendar = productionCalendar();
const read = (text: string, plan = '2022') => readPeriod(text, { period: planOf(plan), calendar });

describe('what is read as people write it', () => {
  it.each([
    ['24.08.2022\nМБОУ СОШ № 3', '2022-08-24..2022-08-24'],
    ['24 августа\nактовый зал', '2022-08-24..2022-08-24'],
    ['в теч-е года', '2022-01-01..2022-12-31'],
    ['с 1 октября, обновление постоянно', '2022-10-01..'],
    ['при приёме на работу', '..'],
    ['по факту', '..'],
    ['однократно при приёме на работу', '..'],
    ['при установлении фактов', '..'],
    ['по мере необходимости в связи с изменениями в законодательстве', '..'],
  ])('%j', (text, days) => {
    const found = read(text);
    const iso = (day: number | null): string => (day === null ? '' : toIso(day));
    expect(found.understood && `${iso(found.meaning.from)}..${iso(found.meaning.to)}`).toBe(days);
  });
});

describe('what hangs on the span of the plan', () => {
  it.each([
    ['2022-2023', '2022/23', '2022-09-01..2023-08-31'],
    ['2022-2023', '2022..2023', '2022-01-01..2023-12-31'],
    ['весна 2022/23 учебного года', '2022/23', '2023-03-01..2023-05-31'],
    ['с октября 2022/23 учебного года по май', '2022/23', '2022-10-01..2023-05-31'],
    ['за IV квартал 2022 года – до 12 января', '2022..2023', '..2023-01-12'],
    ['за I квартал – до 12 апреля', '2022', '..2022-04-12'],
  ])('%j in %s', (text, plan, days) => {
    const found = read(text, plan);
    const iso = (day: number | null): string => (day === null ? '' : toIso(day));
    expect(found.understood && `${iso(found.meaning.from)}..${iso(found.meaning.to)}`).toBe(days);
  });

  it('takes the one quarter that a plan begins in the middle of', () => {
    const period = { from: dayOf(2022, 3, 15)!, to: dayOf(2022, 12, 31)!, schoolYear: false };
    const found = readPeriod('I квартал', { period, calendar });
    expect(found.understood && [found.meaning.from, found.meaning.to].map((day) => toIso(day!))).toEqual([
      '2022-01-01',
      '2022-03-31',
    ]);
  });

  it('gives one name to all days of a list', () => {
    const found = read('14, 15 марта (7 классы)');
    expect(found.understood && found.meaning.parts.map((part) => part.for)).toEqual(['7 классы', '7 классы']);
  });
});

describe('an hour', () => {
  const day = dayOf(2021, 10, 30) as number;
  const hour = (text: string) =>
    readPeriod(text, { period: { from: day, to: day, schoolYear: false }, calendar });

  it('is that of the day, in a plan for one day', () => {
    for (const text of ['10.00\n103 кабинет', '11.00', 'с 14.00-14.30, молодёжный центр']) {
      const found = hour(text);
      expect(found.understood && [found.meaning.kind, found.meaning.from]).toEqual(['day', day]);
    }
  });

  it('gives way to a day of its own, and names none in a plan for a year', () => {
    const own = hour('10.00, до 5 ноября');
    expect(own.understood && own.meaning.to).toBe(dayOf(2021, 11, 5));
    expect(read('10.00\n103 кабинет').understood).toBe(false);
  });
});

describe('what must not be understood', () => {
  it.each([
    ['МБОУ СОШ № 3\n24 августа', 'unread-words'],
    ['24 августа\nМБОУ СОШ № 3, 5 сентября', 'unread-words'],
    ['апрель\nМБОУ СОШ № 3', 'unread-words'],
    ['Краснооктябрьская школа', 'unread-words'],
    ['Первомайский район', 'unread-words'],
    ['ул. 8 Марта', 'unread-words'],
    ['500+', 'unread-words'],
    ['№ 3', 'unread-words'],
    ['2-й этап', 'unread-words'],
    ['3-х дневный семинар', 'unread-words'],
    ['г. Озёрск', 'unread-words'],
    ['школа № 12', 'unread-words'],
    ['протокол от 01.09.2022', 'unread-words'],
    ['май, приказ № 5', 'unread-words'],
    ['не май', 'unread-words'],
    ['кроме июля', 'exception'],
    ['май (кроме последней недели)', 'exception'],
    ['апрель (перенос на май)', 'unread-words'],
    ['март или апрель', 'unread-words'],
    ['апрель (при наличии средств)', 'unread-words'],
    ['март (дата уточняется)', 'unread-words'],
    ['не более 2 раз в год', 'unread-words'],
    ['не чаще 1 раза в месяц', 'unread-words'],
    ['1-2 раза в месяц', 'unread-words'],
    ['', 'empty'],
    [' \u00a0\n', 'empty'],
    ['—', 'empty'],
    ['31 апреля', 'no-such-date'],
    ['29 февраля 2022 г.', 'no-such-date'],
    ['31.06.2022', 'no-such-date'],
    ['15.13.2022', 'no-such-date'],
    ['до 31 сентября', 'no-such-date'],
    ['с 30 по 31 ноября', 'no-such-date'],
    ['V квартал', 'no-such-date'],
    ['3 полугодие', 'no-such-date'],
    ['с 15 мая по 1 апреля 2022 г.', 'reversed'],
    ['с 20 по 10 мая', 'reversed'],
    ['май – апрель', 'reversed'],
    ['декабрь 2022 – январь 2022', 'reversed'],
    ['октябрь – март 2022', 'reversed'],
    ['в течение учебного года', 'which-school-year'],
    ['до конца учебного года', 'end-of-school-year'],
    ['2022-2023', 'calendar-or-school-years'],
    ['II четверть', 'school-quarters-unset'],
    ['в течение 10 дней', 'from-which-event'],
    ['в трёхдневный срок', 'from-which-event'],
    ['к маю', 'by-start-or-end'],
    ['август 2022, 2023 гг.', 'year-apart-from-month'],
    ['ноябрь, март 2022', 'years-out-of-order'],
    ['апрель, ежемесячно', 'window-too-short'],
    ['2 раза в год (март, июнь, ноябрь)', 'rhythm-contradicts-list'],
    ['2 раза в месяц по средам', 'rhythm-contradicts-list'],
    ['каждый второй вторник', 'how-often'],
    ['среда', 'how-often'],
    ['до 15 числа', 'how-often'],
    ['ежеквартально до 25 числа', 'which-month'],
    ['ежегодно до 5 числа', 'which-month'],
    ['ежегодно с 1 по 10 сентября', 'yearly-stretch'],
    ['последний рабочий день месяца', 'working-day-of-each-month'],
    ['за 10 дней до 1 мая', 'counted-from-a-date'],
    ['сентябрь, постоянно', 'always-since-or-in'],
    ['ежегодно до 1 марта, ежеквартально', 'two-rhythms-and-dates'],
    ['в течение года\nсентябрь', 'whole-and-part'],
    ['сентябрь – май 2022 г.', 'reversed'],
    ['сентябрь/май', 'unread-words'],
    ['зимний период', 'which-year'],
    ['15 мая, среда', 'wrong-weekday'],
    ['III квартал (май)', 'bracket-outside'],
    ['янв.15', 'two-digit-year'],
    ['в течение года, май', 'whole-and-part'],
    ['1-я среда апреля и ноября', 'each-month-or-day'],
    ['последняя неделя марта, мая', 'each-month-or-day'],
    ['5 мая, июня', 'each-month-or-day'],
    ['до 5 мая,\nиюня', 'each-month-or-day'],
    ['ежегодно до 31 июня', 'no-such-date'],
    ['ежегодно, 29 февраля', 'no-such-date'],
    ['до 31 числа последнего месяца квартала', 'no-such-date'],
    ['2 раза в год, ежемесячно', 'rhythm-contradicts-list'],
    ['ежемесячно до пятницы', 'rhythm-contradicts-list'],
    ['до пятницы 16 сентября', 'how-often'],
    ['01.09.2202', 'unread-words'],
    ['2024 год – март', 'unread-words'],
    ['март (20-25)', 'unread-words'],
    ['сентябрь, 2 недели', 'unread-words'],
    ['Март\u00adовский педсовет', 'unread-words'],
    ['ежедневно\nв период проведения ГИА', 'rhythm-or-event'],
    ['март\n2022–2024 гг.', 'year-apart-from-month'],
    ['2 р.', 'unread-words'],
    ['к новому году', 'unread-words'],
    ['до 5 апреля, июля, октября', 'each-month-or-day'],
  ])('%j', (text, why) => {
    const reading = read(text);
    expect(reading.understood ? inShort(reading.meaning) : reading.refusal?.id).toBe(why);
  });

  it.each([
    ['октябрь', '2021..2023', 'which-year'],
    ['до 1 мая', '2021..2023', 'which-year'],
    ['август–сентябрь', '2022/23', 'which-year'],
    ['до конца года', '2022/23', 'which-year'],
    ['1 полугодие 2022 г.', '2022/23', 'half-of-which-year'],
  ])('%j in the plan of %s', (text, plan, why) => {
    const reading = read(text, plan);
    expect(reading.understood ? inShort(reading.meaning) : reading.refusal?.id).toBe(why);
  });
});

describe('the place of what is not understood', () => {
  it.each([
    ['май, приказ № 5', 'приказ № 5'],
    ['с 1 марта по 31 апреля 2022 г.', '31 апреля 2022 г'],
    ['до 1 сентября; там\u00a0видно будет', 'там\u00a0видно будет'],
    ['апрель\nпо звонку', 'по звонку'],
    ['се\u00adнтябрь, ме\u00adлочи', 'ме\u00adлочи'],
  ])('%j', (text, part) => {
    const reading = read(text);
    expect(reading.understood ? inShort(reading.meaning) : text.slice(...reading.at)).toBe(part);
  });
});

describe('what looks like a trap and is not', () => {
  it.each([
    ['сен\u00adтябрь', 'span 2022-09-01..2022-09-30'],
    ['февраль\u00adмарт', 'span 2022-02-01..2022-03-31'],
    ['Ш квартал', 'span 2022-07-01..2022-09-30'],
    ['март, 2022', 'span 2022-03-01..2022-03-31'],
    ['25-авг', 'day 2022-08-25'],
    [
      'в течение года, но не реже 1 раза в квартал',
      'recurring 2022-01-01..2022-12-31 FREQ=MONTHLY;INTERVAL=3',
    ],
    ['ежегодно к началу мая', 'recurring 2022-01-01..2022-12-31 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1'],
    ['к началу II полугодия', 'span ..2022-07-01'],
    ['к началу 2024 года', 'span ..2024-01-01'],
    ['до начала мая', 'span ..2022-05-01'],
    ['к концу мая', 'span ..2022-05-31'],
    ['к началу ГИА', 'relative «к началу ГИА»'],
    ['к концу смены', 'relative «к концу смены»'],
    ['каждый понедельник с 10:05 до 12:05', 'recurring 2022-01-01..2022-12-31 FREQ=WEEKLY;BYDAY=MO at 12:05'],
    ['по вторникам, 09.30–11.00', 'recurring 2022-01-01..2022-12-31 FREQ=WEEKLY;BYDAY=TU at 11:00'],
    ['20.05 в 10.30', 'day 2022-05-20 at 10:30'],
    ['каждый вторник с 31.01', 'recurring 2022-01-31..2022-12-31 FREQ=WEEKLY;BYDAY=TU'],
    ['2022.08.25', 'day 2022-08-25'],
    ['до 10:00 15 мая', 'span ..2022-05-15 at 10:00'],
    ['15 мая, воскресенье', 'day 2022-05-15'],
    ['III квартал (август)', 'span 2022-08-01..2022-08-31'],
    ['май (до 15 мая)', 'span 2022-05-01..2022-05-15'],
    ['до 25 мая, 25 августа', 'composite ..2022-08-25 [span ..2022-05-25; span ..2022-08-25]'],
    ['14–15, 20 марта', 'composite 2022-03-14..2022-03-20 [span 2022-03-14..2022-03-15; day 2022-03-20]'],
    ['в течение 5 дней со дня приказа от 12.05.2022 № 80', 'relative 5 day «приказа от 12.05.2022 № 80»'],
    [
      '1) март\n2) апрель',
      'composite 2022-03-01..2022-04-30 [span 2022-03-01..2022-03-31; span 2022-04-01..2022-04-30]',
    ],
    ['первый рабочий понедельник мая', 'day 2022-05-16'],
    [
      '- март\n- апрель',
      'composite 2022-03-01..2022-04-30 [span 2022-03-01..2022-03-31; span 2022-04-01..2022-04-30]',
    ],
    ['2022 год, март', 'span 2022-03-01..2022-03-31'],
    ['I квартал,\n2022', 'span 2022-01-01..2022-03-31'],
    ['4 раза в год (ежеквартально)', 'recurring 2022-01-01..2022-12-31 FREQ=MONTHLY;INTERVAL=3'],
    ['г. Усолье: май', 'span 2022-05-01..2022-05-31 for:г. Усолье'],
    ['июнь (после ГИА)', 'span 2022-06-01..2022-06-30 for:после ГИА'],
    ['1V кв. 2022', 'span 2022-10-01..2022-12-31'],
  ])('%j', (text, meaning) => {
    const reading = read(text);
    expect(reading.understood ? inShort(reading.meaning) : reading.why.en).toBe(meaning);
  });

  it('school quarters are read when the calendar has them', () => {
    const quarters = {
      2022: [
        { from: 19_236, to: 19_297 },
        { from: 19_305, to: 19_353 },
      ],
    };
    const reading = readPeriod('2-я четверть', {
      period: planOf('2022/23'),
      calendar: productionCalendar({ schoolQuarters: quarters }),
    });
    expect(reading.understood && inShort(reading.meaning)).toBe('span 2022-11-09..2022-12-27');
  });
});

describe('hostile texts', () => {
  it.each([
    ['100 KB of letters', 'а'.repeat(100_000)],
    ['100 KB of digits', '1'.repeat(100_000)],
    ['nested brackets', '('.repeat(2_000) + ')'.repeat(2_000)],
    ['10,000 commas', ','.repeat(10_000)],
    ['commas within the limit', ','.repeat(3_999)],
    ['brackets within the limit', '(май '.repeat(700)],
    ['a list of numbers', '1, '.repeat(1_300)],
    ['a list of years', '2022, '.repeat(660)],
    ['a list of weekdays', 'среда, '.repeat(550)],
    ['dashes', 'май-'.repeat(900)],
    ['soft hyphens', 'а\u00ad'.repeat(1_900)],
    ['glued words', '1а'.repeat(1_900)],
    ['full stops', '1.'.repeat(1_900)],
    ['ordinals', '2-й и '.repeat(660)],
    ['control characters', '\u0000\u001b[31m'.repeat(500)],
    ['lone surrogates', '\ud800'.repeat(3_000)],
  ])('%s are refused, with a place inside the text', (_, text) => {
    const reading = read(text);
    if (reading.understood) expect(reading.meaning.kind).toBe('composite');
    else {
      expect(reading.at[0]).toBeGreaterThanOrEqual(0);
      expect(reading.at[1]).toBeLessThanOrEqual(text.length);
      expect(reading.at[0]).toBeLessThanOrEqual(reading.at[1]);
    }
  });
});
