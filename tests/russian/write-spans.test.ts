import { expect, test } from 'vitest';
import { dayOf } from '../../src/meaning/day.ts';
import { writeSpans } from '../../src/russian/write/period.ts';

const day = (month: number, date: number) => dayOf(2026, month, date)!;
const span = (from: readonly [number, number], to: readonly [number, number]) => ({
  from: day(...from),
  to: day(...to),
});

test.each([
  [[span([9, 14], [9, 27])], '14–27 сентября 2026 г.'],
  [[span([9, 14], [9, 27]), span([9, 28], [10, 11])], '14–27 сентября, 28 сентября – 11 октября 2026 г.'],
  [[span([4, 1], [4, 30]), span([7, 1], [7, 31])], 'апрель, июль 2026 г.'],
  [[span([11, 9], [11, 9])], '9 ноября 2026 г.'],
])('%j is written to stand after «за»', (spans, text) => {
  expect(writeSpans(spans).replaceAll('\u00a0', ' ')).toBe(text);
});
