import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../src/meaning/day.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { compareStatements, readIndicator, readPeriod } from '../../src/russian/index.ts';
import { compareDeadlines } from '../../src/trace/compare-deadlines.ts';
import { runs } from '../lane.ts';
import { judged } from './region.ts';

const period = { from: dayOf(2022, 1, 1) as number, to: dayOf(2022, 12, 31) as number, schoolYear: false };
const calendar = productionCalendar();

const HEADS = ['семинаров', 'консультаций', 'школ', 'педагогов', 'публикаций', 'мастер-классов'];
const QUALIFIERS = ['', 'для родителей', 'по математике', 'в сельских школах', 'о профилактике травматизма'];
const PERIODS = [
  'май',
  'до 20 мая',
  'сентябрь–ноябрь',
  'май, октябрь',
  'ежемесячно',
  'ежеквартально',
  'еженедельно',
  'до 10 числа каждого месяца',
  'в течение года',
  'постоянно',
  'ежегодно, до 1 июня',
  '2 раза в год',
  'ежемесячно с сентября',
  'по необходимости',
  'в течение 10 дней со дня получения письма',
  'с 1 марта',
];

const statement = fc
  .record({
    share: fc.boolean(),
    value: fc.integer({ min: 2, max: 60 }),
    head: fc.constantFrom(...HEADS),
    qualifier: fc.constantFrom(...QUALIFIERS),
  })
  .map(({ share, value, head, qualifier }) =>
    `Не менее ${value}${share ? ' %' : ''} ${head} ${qualifier}`.trim(),
  );

const row = fc.record({
  when: fc.constantFrom(...PERIODS),
  indicators: fc.array(statement, { minLength: 1, maxLength: 3 }),
});

const PROVEN = ['same', 'stronger'];

function relation(parent: string, child: string): string | undefined {
  const [asked, given] = [readIndicator(parent, { period }), readIndicator(child, { period })];
  if (!asked.understood || !given.understood) return undefined;
  return compareStatements({ text: parent, meaning: asked.meaning }, { text: child, meaning: given.meaning })
    .relation;
}

test('a statement answers itself, and one with a larger number is answered by it no more', () => {
  fc.assert(
    fc.property(statement, (text) => {
      expect([undefined, 'same']).toContain(relation(text, text));
      const harder = text.replace(/\d+/u, (number) => String(Number(number) + 1));
      expect(PROVEN).not.toContain(relation(harder, text));
      expect([undefined, 'stronger']).toContain(relation(text, harder));
    }),
  );
});

test('a word that the child does not have never makes an obligation covered', () => {
  const more = fc.constantFrom('для наставников', 'в кванториуме', 'об итогах аттестации', 'к 1 апреля');
  fc.assert(
    fc.property(statement, more, (text, words) => {
      expect(PROVEN).not.toContain(relation(`${text} ${words}`, text));
    }),
  );
});

test('a period keeps itself, whatever it is', () => {
  for (const text of PERIODS) {
    const read = readPeriod(text, { period, calendar });
    if (!read.understood) continue;
    const context = { parent: period, child: period, calendar };
    expect([text, compareDeadlines(read.meaning, read.meaning, context).relation]).toEqual([text, 'within']);
  }
});

test('without one of its items or indicators a plan covers nothing that it did not cover before', () => {
  fc.assert(
    fc.property(row, fc.array(row, { minLength: 1, maxLength: 3 }), (asked, given) => {
      if (judged(asked, given).state === 'covered') return;
      given.forEach((_, at) => {
        expect(
          judged(
            asked,
            given.filter((__, other) => other !== at),
          ).state,
        ).not.toBe('covered');
      });
      const [first, ...others] = given;
      if (!first) return;
      const poorer = { ...first, indicators: first.indicators.slice(1) };
      expect(judged(asked, [poorer, ...others]).state).not.toBe('covered');
    }),
    { numRuns: runs(60, 6) },
  );
});

test('what the reader refuses is never covered', () => {
  const unread = fc.constantFrom(
    'Активность на прежнем уровне',
    'Не менее 5',
    'Вовлечённость выше ожидаемой',
  );
  fc.assert(
    fc.property(unread, (text) => {
      if (readIndicator(text, { period }).understood) return;
      expect(judged({ indicators: [text] }, [{ indicators: [text] }]).state).toBe('unclear');
    }),
  );
});
