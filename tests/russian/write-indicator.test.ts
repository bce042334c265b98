import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, lastDayOfMonth } from '../../src/meaning/day.ts';
import type { Comparison, Indicator, Stage } from '../../src/meaning/indicator.ts';
import type { Per } from '../../src/meaning/period.ts';
import { readIndicator } from '../../src/russian/indicator/read.ts';
import { writeIndicator } from '../../src/russian/write/indicator.ts';

const period = { from: dayOf(2022, 1, 1)!, to: dayOf(2022, 12, 31)!, schoolYear: false };

const empty: Indicator = {
  kind: 'count',
  op: null,
  value: null,
  max: null,
  unit: null,
  of: null,
  stages: [],
  parts: [],
};

const THINGS = [
  'встреча',
  'консультационная встреча',
  'семинар',
  'городской методический семинар',
  'муниципальное мероприятие',
  'совещание',
  'публикация',
  'мастер-класс',
  'педагог',
  'обучающийся',
  'справка',
  'программа развития',
  'нормативно-правовой акт',
  'ребёнок',
  'конференция',
  'занятие',
  'участник проекта',
  'директор школы',
  'школа-участница',
  'статья',
  'неделя',
  'лучшая практика',
];
const WHOLE = [
  'школа',
  'педагог',
  'образовательная организация',
  'обучающийся',
  'ОО',
  'педагогический работник',
];
const PAPERS = [
  'приказ',
  'аналитическая справка',
  'план работы',
  'реестр',
  'методические рекомендации',
  'письмо',
];
const PERS: readonly Per[] = [
  'day',
  'week',
  'month',
  'quarter',
  'half-year',
  'year',
  'school-quarter',
  'school-year',
];

const ops = fc.constantFrom<Comparison>('>=', '>', '=', '<', '<=');
const whole = fc.integer({ min: 1, max: 2500 });
const rhythm = fc.option(fc.record({ per: fc.constantFrom(...PERS), every: fc.constantFrom(1, 1, 2, 3) }), {
  nil: undefined,
});

const withRhythm = (indicator: Indicator, found: { per: Per; every: number } | undefined): Indicator =>
  found === undefined
    ? indicator
    : {
        ...indicator,
        per: found.per,
        // A school year is counted one by one.
        ...(found.every > 1 && found.per !== 'school-year' && { every: found.every }),
      };

const counts = fc
  .record({
    op: ops,
    value: whole,
    unit: fc.constantFrom(...THINGS),
    rhythm,
    of: fc.constantFrom(null, null, ...WHOLE),
  })
  .map(({ rhythm, ...rest }): Indicator => withRhythm({ ...empty, ...rest }, rhythm));
const ranges = fc
  .record({ value: whole, more: whole, unit: fc.constantFrom(...THINGS) })
  .map(({ value, more, unit }): Indicator => ({ ...empty, value, max: value + more, unit }));
const times = fc
  .record({
    op: fc.constantFrom<Comparison>('>=', '=', '<='),
    value: fc.integer({ min: 1, max: 30 }),
    rhythm,
  })
  .filter((row) => row.rhythm !== undefined)
  .map(({ rhythm, ...rest }): Indicator => withRhythm({ ...empty, ...rest }, rhythm));
const shares = fc
  .record({ op: ops, value: fc.integer({ min: 1, max: 100 }), unit: fc.constantFrom(...WHOLE) })
  .map(({ op, value, unit }): Indicator => ({ ...empty, kind: 'percent', op, value, unit, of: unit }));
const changes = fc
  .record({
    value: fc.integer({ min: 1, max: 50 }),
    falls: fc.boolean(),
    unit: fc.constantFrom(...WHOLE),
    percent: fc.boolean(),
  })
  .map(
    ({ value, falls, unit, percent }): Indicator => ({
      ...empty,
      kind: percent ? 'percent' : 'count',
      op: falls ? '<=' : '>=',
      value: falls ? -value : value,
      unit,
      of: percent ? unit : null,
      change: 'by',
    }),
  );
const artifacts = fc.constantFrom(...PAPERS).map((unit): Indicator => ({ ...empty, kind: 'artifact', unit }));

const quarter = (year: number, n: number): Pick<Stage, 'from' | 'by'> => ({
  from: dayOf(year, n * 3 - 2, 1)!,
  by: lastDayOfMonth(year, n * 3),
});
const windows = fc.constantFrom<readonly Pick<Stage, 'from' | 'by'>[]>(
  [quarter(2022, 1), quarter(2022, 2), quarter(2022, 4)],
  [
    { from: dayOf(2022, 1, 1)!, by: dayOf(2022, 6, 30)! },
    { from: dayOf(2022, 7, 1)!, by: dayOf(2022, 12, 31)! },
  ],
  [
    { from: null, by: dayOf(2022, 5, 14)! },
    { from: null, by: dayOf(2022, 11, 1)! },
  ],
  [
    { from: dayOf(2022, 1, 1)!, by: dayOf(2022, 12, 31)! },
    { from: dayOf(2023, 1, 1)!, by: dayOf(2023, 12, 31)! },
  ],
);
const stages = fc
  .record({
    windows,
    ops: fc.array(fc.constantFrom<Comparison>('>=', '>', '<='), { minLength: 3, maxLength: 3 }),
    values: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 }),
    unit: fc.constantFrom(...WHOLE),
    share: fc.boolean(),
  })
  .map(
    ({ windows, ops, values, unit, share }): Indicator => ({
      ...empty,
      kind: 'staged',
      unit,
      of: share ? unit : null,
      stages: windows.map((window, at) => ({ ...window, op: ops[at]!, value: values[at]! })),
    }),
  );

const single = fc.oneof(counts, ranges, times, shares, changes, artifacts, stages);
const compounds = fc
  .array(single, { minLength: 2, maxLength: 4 })
  .map((parts): Indicator => ({ ...empty, kind: 'compound', parts }));

test('the canonical text of a target reads back as the same target', () => {
  fc.assert(
    fc.property(fc.oneof(single, compounds), (meaning) => {
      const text = writeIndicator(meaning);
      expect([text, readIndicator(text, { period })]).toEqual([text, { understood: true, meaning }]);
    }),
    { numRuns: 300 },
  );
});

describe('wording', () => {
  test.each([
    ['Не менее двух встреч в месяц', 'не менее 2 встреч в месяц'],
    ['Не менее 41 индивидуального маршрута', 'не менее 41 индивидуального маршрута'],
    ['Проведены 3 мастер-класса и 2 круглых стола', '3 мастер-класса; 2 круглых стола'],
    ['1 семинар', '1 семинар'],
    ['Не менее 4 семинаров и вебинаров', 'не менее 4 семинаров или вебинаров'],
    ['свыше 50 % школ', 'более 50 % школ'],
    ['от 45 до 50 процентов педагогических работников', 'от 45 до 50 % педагогических работников'],
    ['Не реже одного раза в месяц', 'не менее 1 раза в месяц'],
    ['Снижение доли педагогов на 5 %', 'снижение доли педагогов на 5 %'],
    ['Проведён анализ рисков', 'выполнено'],
    ['Распорядительный документ', 'распорядительный документ'],
    ['Рост среднего балла на 0,2', 'увеличение количества средних баллов на 0,2'],
  ])('%s → %s', (text, written) => {
    const read = readIndicator(text, { period });
    expect(read.understood && writeIndicator(read.meaning)).toBe(written);
  });
});
