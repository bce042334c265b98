import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, toIso } from '../../src/meaning/day.ts';
import { runs } from '../lane.ts';
import { type Given, judged } from './judged.ts';

/** What may never happen, whatever is planned and reported: the default of «met» and «done» is no. */

const FIRST = dayOf(2022, 1, 1)!;
const day = fc.integer({ min: 0, max: 364 }).map((offset) => toIso(FIRST + offset));
const RUNS = { numRuns: runs(300) };

const WHEN = [
  'до 31 мая 2022 г.',
  'ежемесячно',
  'ежеквартально',
  '2 раза в год',
  'Март, октябрь 2022 г.',
  'в течение года',
  'Школа № 1 – март 2022 г., школа № 2 – апрель 2022 г.',
  '2-й понедельник месяца',
] as const;

const AT_LEAST = [
  'Не менее трёх семинаров',
  'Не менее двух встреч в месяц',
  'Приказ',
  'Справка, не менее 10 участников',
  'Не менее 2 семинаров, не менее 40 участников',
  'Не менее одного педагога от каждой школы',
  'Создание благоприятного климата',
] as const;

const item = fc
  .tuple(fc.constantFrom(...WHEN), fc.uniqueArray(fc.constantFrom(...AT_LEAST), { maxLength: 2 }))
  .map(
    ([when, indicators]) =>
      `when: "${when}"${indicators.length === 0 ? '' : `, indicators: [${indicators.map((one) => `"${one}"`).join(', ')}]`}`,
  );

const EVIDENCE = [
  'приказ от 01.03.2022 № 5',
  'справка от 01.03.2022',
  'фото',
  'https://example.org/1',
] as const;

/** What adds to what is known: no fact of these takes anything back or states a level anew. */
const addition = fc.oneof(
  fc.tuple(day, fc.integer({ min: 1, max: 20 })).map(([date, count]) => `date: ${date}, count: ${count}`),
  fc.tuple(day, fc.constantFrom(...EVIDENCE)).map(([date, one]) => `date: ${date}, evidence: ["${one}"]`),
  day.map((date) => `date: ${date}, done: true`),
  day.map((date) => `date: ${date}, done: true, whole: true`),
  day.map((date) => `date: ${date}, result: Проведено`),
  day.map((recorded) => `recorded: ${recorded}, done: true`),
);

const ofItem = (number: number, facts: readonly string[]): string[] =>
  facts.map((fact) => `item: "${number}", ${fact}`);

const first = (given: Given) => {
  const { state, indicators } = judged(given).items[0]!;
  return {
    isDone: state === 'done' || state === 'done-late',
    met: indicators.map((one) => one.state === 'met' || one.state === 'met-late'),
  };
};

test('a fact less never makes more of an item done or met', () => {
  fc.assert(
    fc.property(
      item,
      fc.array(addition, { minLength: 1, maxLength: 8 }),
      fc.nat(),
      day,
      (row, facts, pick, asOf) => {
        const without = facts.filter((_, at) => at !== pick % facts.length);
        const all = first({ items: [row], facts: ofItem(1, facts), asOf });
        const less = first({ items: [row], facts: ofItem(1, without), asOf });
        expect(less.isDone && !all.isDone).toBe(false);
        expect(less.met.some((met, at) => met && !all.met[at])).toBe(false);
      },
    ),
    RUNS,
  );
});

test('a fact about another item changes nothing', () => {
  fc.assert(
    fc.property(item, fc.array(addition, { maxLength: 5 }), addition, day, (row, facts, other, asOf) => {
      const items = [row, 'when: до 30 декабря 2022 г.'];
      const own = ofItem(1, facts);
      // Both have a facts file: without one a plan is not followed.
      const before = judged({ items, facts: own, asOf }).items[0]!;
      const after = judged({ items, facts: [...own, ...ofItem(2, [other])], asOf }).items[0]!;
      const told = ({ state, deadline, doneOn, missed, indicators }: typeof before) => ({
        state,
        deadline,
        doneOn,
        missed,
        indicators: indicators.map((one) => one.state),
      });
      expect(told(after)).toEqual(told(before));
    }),
    RUNS,
  );
});

const REFUSED = [
  'Приказ в каждой школе',
  'Не менее',
  '60% 00',
  'от 5 до 3 семинаров',
  'Рост на 0,2',
] as const;

test('what is not read is never met', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WHEN),
      fc.constantFrom(...REFUSED),
      fc.array(addition, { maxLength: 6 }),
      day,
      (when, text, facts, asOf) => {
        const { indicators } = judged({
          items: [`when: "${when}", indicators: ["${text}"]`],
          facts: ofItem(1, facts),
          asOf,
        }).items[0]!;
        const [{ state, meaning }] = indicators as [(typeof indicators)[0]];
        const isMet = state === 'met' || state === 'met-late';
        expect(isMet && (meaning === undefined || meaning.change !== undefined)).toBe(false);
      },
    ),
    RUNS,
  );
});

const RANK: Readonly<Record<string, number>> = { met: 2, 'met-late': 1, done: 2, 'done-late': 1 };

test('a stricter target never stands better', () => {
  const target = fc.constantFrom(
    (n: number) => `Не менее ${n} семинаров`,
    (n: number) => `Не менее ${n} встреч в месяц`,
    (n: number) => `Не менее ${n * 5} % школ`,
    (n: number) => `Более ${n} участников`,
    (n: number) => `К 1 июня 2022 г. – ${n} %, к 1 декабря 2022 г. – ${n * 5} % школ`,
  );
  const fact = fc.oneof(
    addition,
    fc.tuple(day, fc.integer({ min: 1, max: 110 })).map(([date, value]) => `date: ${date}, value: ${value}`),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...WHEN),
      target,
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 1, max: 6 }),
      fc.array(fact, { maxLength: 8 }),
      day,
      (when, textOf, loose, more, facts, asOf) => {
        const judgedBy = (n: number) =>
          judged({ items: [`when: "${when}", indicators: ["${textOf(n)}"]`], facts: ofItem(1, facts), asOf })
            .items[0]!;
        const [a, b] = [judgedBy(loose), judgedBy(loose + more)];
        expect(RANK[b.state] ?? 0).toBeLessThanOrEqual(RANK[a.state] ?? 0);
        expect(RANK[b.indicators[0]!.state] ?? 0).toBeLessThanOrEqual(RANK[a.indicators[0]!.state] ?? 0);
      },
    ),
    RUNS,
  );
});

test('what lies before the plan makes nothing done, and what has no date no item of several turns', () => {
  const SEVERAL = ['ежемесячно', '2 раза в год', 'Март, октябрь 2022 г.', '2-й понедельник месяца'] as const;
  const figures = fc.constantFrom('done: true', 'count: 50', 'evidence: [приказ № 5]', 'value: 50, of: 50');
  const before = fc
    .tuple(fc.integer({ min: 1, max: 900 }), figures)
    .map(([offset, says]) => `date: ${toIso(FIRST - offset)}, ${says}`);
  const undated = figures.map((says) => `recorded: 2022-01-01, ${says}`);
  fc.assert(
    fc.property(
      item,
      fc.array(before, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...SEVERAL),
      fc.array(undated, { minLength: 1, maxLength: 5 }),
      day,
      (row, early, when, dateless, asOf) => {
        expect(first({ items: [row], facts: ofItem(1, early), asOf })).toEqual(
          first({ items: [row], facts: [], asOf }),
        );
        const several = [`when: "${when}", indicators: [Приказ]`];
        expect(first({ items: several, facts: ofItem(1, dateless), asOf }).isDone).toBe(false);
      },
    ),
    RUNS,
  );
});
