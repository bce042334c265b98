import { describe, expect, it } from 'vitest';
import { toIso } from '../../src/meaning/day.ts';
import { planPeriodOf } from '../../src/model/plan-period.ts';

const written = (value: unknown): string | undefined => {
  const period = planPeriodOf(value);
  return period && `${toIso(period.from)} ${toIso(period.to)} ${period.schoolYear ? 'school' : 'calendar'}`;
};

describe('the period of a plan', () => {
  it.each([
    [2022, '2022-01-01 2022-12-31 calendar'],
    ['2022', '2022-01-01 2022-12-31 calendar'],
    ['2021/22', '2021-09-01 2022-08-31 school'],
    ['2021/2022', '2021-09-01 2022-08-31 school'],
    ['2021–2022', '2021-01-01 2022-12-31 calendar'],
    ['2021-2023', '2021-01-01 2023-12-31 calendar'],
    ['2021 – 2023 гг.', '2021-01-01 2023-12-31 calendar'],
    ['2021-2023 годы', '2021-01-01 2023-12-31 calendar'],
    ['2022 год', '2022-01-01 2022-12-31 calendar'],
    ['2022/2023 учебный год', '2022-09-01 2023-08-31 school'],
    ['2022-2023 уч. год', '2022-09-01 2023-08-31 school'],
    ['2021-04-22..2023-12-31', '2021-04-22 2023-12-31 calendar'],
    ['22.04.2021 .. 31.12.2023', '2021-04-22 2023-12-31 calendar'],
    [{ from: '2022-09-01', to: '2023-05-31' }, '2022-09-01 2023-05-31 school'],
    [{ from: '01.01.2021', to: '31.12.2023' }, '2021-01-01 2023-12-31 calendar'],
  ])('%j is %s', (value, expected) => {
    expect(written(value)).toBe(expected);
  });

  it.each([
    '2021/23',
    '22',
    '2021-22',
    '2023-2021',
    '2021-2023 учебный год',
    '2021..2023',
    { from: '2022-05-01', to: '2022-04-01' },
    { from: '2022-02-30', to: '2022-04-01' },
    null,
  ])('%j is none', (value) => {
    expect(written(value)).toBeUndefined();
  });
});
