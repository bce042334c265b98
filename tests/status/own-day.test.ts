import { expect, test } from 'vitest';
import { parseDay } from '../../src/meaning/day.ts';
import type { Indicator } from '../../src/meaning/indicator.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { evaluateIndicator, type Moment } from '../../src/status/evaluate-indicator.ts';

const day = (text: string): number => parseDay(text) as number;

const HALF: Indicator = {
  kind: 'percent',
  op: '>=',
  value: 50,
  max: null,
  unit: 'педагог',
  of: 'педагог',
  stages: [{ from: null, by: day('2022-06-01'), op: '>=', value: 50 }],
  parts: [],
};

const moment = (clock: string): Moment => ({
  clock: day(clock),
  deadline: day('2022-12-31'),
  from: day('2022-01-01'),
  to: day('2022-12-31'),
  calendar: productionCalendar(),
  reportedDone: false,
});

test('a target with a day of its own falls due on it, though the item runs on', () => {
  expect(evaluateIndicator(HALF, [], moment('2022-06-01')).state).toBe('pending');
  expect(evaluateIndicator(HALF, [], moment('2022-06-02')).state).toBe('unmet');
});
