import { describe, expect, it } from 'vitest';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { readPeriod } from '../../src/russian/period/read.ts';
import { WHY } from '../../src/russian/period/why.ts';
import { inShort, planOf } from '../corpus/periods/corpus.ts';

const calendar = productionCalendar();
const read = (text: string, plan = '2022') => readPeriod(text, { period: planOf(plan), calendar });

describe('what must not be understood', () => {
  it.each([
    ['Краснооктябрьская школа', WHY.unread],
    ['Первомайский район', WHY.unread],
    ['ул. 8 Марта', WHY.unread],
    ['500+', WHY.unread],
    ['№ 3', WHY.unread],
    ['2-й этап', WHY.unread],
    ['3-х дневный семинар', WHY.unread],
    ['г. Озёрск', WHY.unread],
    ['школа № 12', WHY.unread],
    ['протокол от 01.09.2022', WHY.unread],
    ['май, приказ № 5', WHY.unread],
    ['не май', WHY.unread],
    ['кроме июля', WHY.unread],
    ['май (кроме последней недели)', WHY.unread],
    ['апрель (перенос на май)', WHY.unread],
    ['март или апрель', WHY.unread],
    ['апрель (при наличии средств)', WHY.unread],
    ['март (дата уточняется)', WHY.unread],
    ['не более 2 раз в год', WHY.unread],
    ['не чаще 1 раза в месяц', WHY.unread],
    ['1-2 раза в месяц', WHY.unread],
    ['в течение года, но не реже 1 раза в квартал', WHY.unread],
    ['', WHY.empty],
    [' \u00a0\n', WHY.empty],
    ['—', WHY.empty],
    ['31 апреля', WHY.noSuchDate],
    ['29 февраля 2022 г.', WHY.noSuchDate],
    ['31.06.2022', WHY.noSuchDate],
    ['15.13.2022', WHY.noSuchDate],
    ['до 31 сентября', WHY.noSuchDate],
    ['с 30 по 31 ноября', WHY.noSuchDate],
    ['V квартал', WHY.noSuchDate],
    ['3 полугодие', WHY.noSuchDate],
    ['с 15 мая по 1 апреля 2022 г.', WHY.reversed],
    ['с 20 по 10 мая', WHY.reversed],
    ['май – апрель', WHY.reversed],
    ['декабрь 2022 – январь 2022', WHY.reversed],
    ['октябрь – март 2022', WHY.reversed],
    ['в течение учебного года', WHY.whichSchoolYear],
    ['до конца учебного года', WHY.endOfSchoolYear],
    ['2022-2023', WHY.yearPair],
    ['II четверть', WHY.schoolQuarters],
    ['в течение 10 дней', WHY.fromWhen],
    ['в трёхдневный срок', WHY.fromWhen],
    ['к маю', WHY.byWhen],
    ['август 2022, 2023 гг.', WHY.yearAlone],
    ['ноябрь, март 2022', WHY.order],
    ['апрель, ежемесячно', WHY.shortWindow],
    ['2 раза в год (март, июнь, ноябрь)', WHY.contradicts],
    ['2 раза в месяц по средам', WHY.contradicts],
    ['каждый второй вторник', WHY.whichDays],
    ['среда', WHY.whichDays],
    ['до 15 числа', WHY.whichDays],
    ['ежеквартально до 25 числа', WHY.whichMonth],
    ['ежегодно до 5 числа', WHY.whichMonth],
    ['ежегодно с 1 по 10 сентября', WHY.yearlyStretch],
    ['последний рабочий день месяца', WHY.workingDayOfMonth],
    ['за 10 дней до 1 мая', WHY.countBack],
    ['сентябрь, постоянно', WHY.together],
    ['ежегодно до 1 марта, ежеквартально', WHY.together],
    ['в течение года\nсентябрь', WHY.together],
    ['сентябрь – май 2022 г.', WHY.reversed],
    ['сентябрь/май', WHY.unread],
    ['зимний период', WHY.whichYear],
    ['15 мая, среда', WHY.wrongWeekday],
    ['III квартал (май)', WHY.notWithin],
    ['янв.15', WHY.farYear],
    ['в течение года, май', WHY.together],
    ['1-я среда апреля и ноября', WHY.together],
    ['последняя неделя марта, мая', WHY.together],
    ['5 мая, июня', WHY.together],
    ['до 5 мая,\nиюня', WHY.together],
    ['ежегодно до 31 июня', WHY.noSuchDate],
    ['ежегодно, 29 февраля', WHY.noSuchDate],
    ['до 31 числа последнего месяца квартала', WHY.noSuchDate],
    ['2 раза в год, ежемесячно', WHY.contradicts],
    ['ежемесячно до пятницы', WHY.contradicts],
    ['до пятницы 16 сентября', WHY.whichDays],
    ['01.09.2202', WHY.unread],
    ['2024 год – март', WHY.unread],
    ['март (20-25)', WHY.unread],
    ['сентябрь, 2 недели', WHY.unread],
    ['Март\u00adовский педсовет', WHY.unread],
    ['ежедневно\nв период проведения ГИА', WHY.together],
    ['март\n2022–2024 гг.', WHY.yearAlone],
    ['2 р.', WHY.unread],
    ['к новому году', WHY.unread],
    ['до 5 апреля, июля, октября', WHY.together],
  ])('%j', (text, why) => {
    const reading = read(text);
    expect(reading.understood ? inShort(reading.meaning) : reading.why).toEqual(why);
  });

  it.each([
    ['октябрь', '2021..2023', WHY.whichYear],
    ['до 1 мая', '2021..2023', WHY.whichYear],
    ['август–сентябрь', '2022/23', WHY.whichYear],
    ['до конца года', '2022/23', WHY.whichYear],
    ['1 полугодие 2022 г.', '2022/23', WHY.halfOfWhat],
  ])('%j in the plan of %s', (text, plan, why) => {
    const reading = read(text, plan);
    expect(reading.understood ? inShort(reading.meaning) : reading.why).toEqual(why);
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
