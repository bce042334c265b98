import { describe, expect, it } from 'vitest';
import { periodToJson } from '../../src/meaning/period-json.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { readPeriod } from '../../src/russian/period/read.ts';
import { planOf } from '../corpus/periods/corpus.ts';

const json = (text: string) =>
  JSON.stringify(
    periodToJson(text, readPeriod(text, { period: planOf('2022'), calendar: productionCalendar() }), 'ru'),
  );

describe('a period as JSON', () => {
  it.each([
    [
      'С марта 2022 г. 2-й и 4-й понедельник',
      '{"text":"С марта 2022 г. 2-й и 4-й понедельник","understood":true,"kind":"recurring","from":"2022-03-01","to":"2022-12-31","rrule":"FREQ=MONTHLY;BYDAY=2MO,4MO","parts":[]}',
    ],
    [
      'не реже 2 раз в четверть',
      '{"text":"не реже 2 раз в четверть","understood":true,"kind":"recurring","from":"2022-01-01","to":"2022-12-31","times":2,"per":"school-quarter","parts":[]}',
    ],
    [
      'до 20 октября, 18:00',
      '{"text":"до 20 октября, 18:00","understood":true,"kind":"span","from":null,"to":"2022-10-20","time":"18:00","parts":[]}',
    ],
    [
      'в течение 5 дней со дня приказа',
      '{"text":"в течение 5 дней со дня приказа","understood":true,"kind":"relative","from":null,"to":null,"event":"приказа","offset":{"n":5,"unit":"day"},"parts":[]}',
    ],
    [
      'май (школа А), июнь (школа Б)',
      '{"text":"май (школа А), июнь (школа Б)","understood":true,"kind":"composite","from":"2022-05-01","to":"2022-06-30","parts":[{"kind":"span","from":"2022-05-01","to":"2022-05-31","for":"школа А","parts":[]},{"kind":"span","from":"2022-06-01","to":"2022-06-30","for":"школа Б","parts":[]}]}',
    ],
    [
      '31 апреля',
      '{"text":"31 апреля","understood":false,"at":[0,9],"id":"no-such-date","why":"такой даты нет в календаре","help":"Исправьте число, месяц или год"}',
    ],
  ])('%s', (text, expected) => {
    expect(json(text)).toBe(expected);
  });
});
