import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt } from '../../src/cli/date.ts';
import { dayOf, toIso } from '../../src/meaning/day.ts';
import { runs } from '../lane.ts';
import { type Given, judged } from './judged.ts';

const FIRST = dayOf(2022, 1, 1)!;

const day = fc.integer({ min: 0, max: 364 }).map((offset) => toIso(FIRST + offset));

interface Counted {
  readonly date: string;
  readonly count: number;
}

const counted: fc.Arbitrary<Counted> = fc.record({ date: day, count: fc.integer({ min: 1, max: 4 }) });

/** Two facts of one wording would be one fact told twice. */
const written = ({ date, count }: Counted, at: number): string =>
  `item: "1", date: ${date}, count: ${count}, result: "Дело ${at}"`;

/** Items whose indicator asks for at least so many, once or in a rhythm. */
const atLeast = fc.constantFrom(
  'when: до 31 мая 2022 г., indicators: [Не менее трёх семинаров]',
  'when: Март – ноябрь 2022 г., indicators: [Не менее двух встреч в месяц]',
  'when: ежеквартально, indicators: [Не менее одного совещания в квартал]',
  'when: в течение года, indicators: ["Не менее одной публикации в неделю"]',
);

const met = (given: Given): boolean => {
  const { state } = judged(given).items[0]!.indicators[0]!;
  return state === 'met' || state === 'met-late';
};

const RUNS = { numRuns: runs(150) };

test('more facts never make a met indicator unmet', () => {
  fc.assert(
    fc.property(atLeast, fc.array(counted, { maxLength: 30 }), counted, day, (item, facts, more, asOf) => {
      const before = { items: [item], facts: facts.map(written), asOf };
      const after = { ...before, facts: [...facts, more].map(written) };
      expect(met(before) && !met(after)).toBe(false);
    }),
    RUNS,
  );
});

test('one fact told in two pieces is the same fact', () => {
  fc.assert(
    fc.property(
      atLeast,
      fc.array(counted, { minLength: 1, maxLength: 20 }),
      fc.nat(),
      day,
      (item, facts, pick, asOf) => {
        const at = pick % facts.length;
        const whole = facts[at]!;
        const pieces = Array.from({ length: whole.count }, () => ({ ...whole, count: 1 }));
        const split = [...facts.slice(0, at), ...pieces, ...facts.slice(at + 1)];
        const result = (list: readonly Counted[]) => {
          const { state, indicators, missed } = judged({ items: [item], facts: list.map(written), asOf })
            .items[0]!;
          const [{ actual, expected, state: own, missed: spans }] = indicators as [(typeof indicators)[0]];
          return { state, own, actual, expected, missed, spans };
        };
        expect(result(split)).toEqual(result(facts));
      },
    ),
    RUNS,
  );
});

const anyFact = fc.oneof(
  counted.map((one) => written(one, 0)),
  day.map((date) => `item: "1", date: ${date}, done: true`),
  fc
    .tuple(day, day)
    .map(([date, to]) => `item: "1", date: ${date}, rescheduled: {to: ${to}, basis: приказ № 1}`),
  fc.tuple(day, day).map(([date, to]) => `item: "1", date: ${date}, rescheduled: {to: ${to}}`),
  day.map((recorded) => `item: "1", recorded: ${recorded}, result: Сделано`),
);

const anyItem = fc.oneof(
  atLeast,
  fc.constantFrom(
    'when: "Апрель, октябрь 2022 г."',
    'when: "С марта 2022 г. 2-й и 4-й понедельник"',
    'when: по мере необходимости',
    'parts: [{action: Семинар, when: 14 апреля 2022 г.}, {action: Совет, when: Июнь 2022 г.}]',
  ),
);

test('what was overdue is never «not started» later', () => {
  fc.assert(
    fc.property(anyItem, fc.array(anyFact, { maxLength: 8 }), day, day, (item, facts, one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      const state = (asOf: string) => judged({ items: [item], facts, asOf }).items[0]!.state;
      expect(state(early) === 'overdue' && state(late) === 'not-started').toBe(false);
    }),
    RUNS,
  );
});

test('the order of facts in a file says nothing', () => {
  fc.assert(
    fc.property(atLeast, fc.array(counted, { maxLength: 12 }), day, (item, facts, asOf) => {
      const numbered = facts.map(written);
      const states = (list: readonly string[]) => {
        const { state, doneOn, missed } = judged({ items: [item], facts: list, asOf }).items[0]!;
        return { state, doneOn, missed };
      };
      expect(states([...numbered].reverse())).toEqual(states(numbered));
    }),
    RUNS,
  );
});

test('the same day in three time zones is the same status', () => {
  fc.assert(
    fc.property(day, anyItem, fc.array(anyFact, { maxLength: 6 }), (date, item, facts) => {
      const zones = [
        ['Europe/Moscow', '+03:00'],
        ['Asia/Vladivostok', '+10:00'],
        ['Europe/Kaliningrad', '+02:00'],
      ] as const;
      const results = zones.flatMap(([zone, offset]) =>
        ['00:00', '23:59'].map((time) => {
          const asOf = toIso(dayAt(new Date(`${date}T${time}:00${offset}`), zone));
          return judged({ items: [item], facts, asOf }).summary;
        }),
      );
      expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    }),
    { numRuns: runs(40) },
  );
});
