import { describe, expect, it } from 'vitest';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { readPeriod } from '../../src/russian/period/read.ts';
import { periodRefusals } from '../../src/russian/period/refusals.ts';
import { inShort, planOf } from '../corpus/periods/corpus.ts';

const calendar = productionCalendar();

describe('every reason not to understand a срок', () => {
  it.each(periodRefusals().map((refusal) => [refusal.id, refusal] as const))(
    '%s is the answer to its example',
    (id, { example, plan = '2022' }) => {
      const reading = readPeriod(example, { calendar, ...(plan !== '' && { period: planOf(plan) }) });
      expect(reading.understood ? inShort(reading.meaning) : reading.refusal?.id).toBe(id);
    },
  );
});
