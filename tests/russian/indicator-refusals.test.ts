import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/meaning/day.ts';
import { readIndicator } from '../../src/russian/indicator/read.ts';
import { indicatorRefusals } from '../../src/russian/indicator/refusals.ts';

const period = { from: dayOf(2022, 1, 1)!, to: dayOf(2022, 12, 31)!, schoolYear: false };

describe('every reason not to understand an indicator', () => {
  it.each(indicatorRefusals().map((refusal) => [refusal.id, refusal] as const))(
    '%s is the answer to its example',
    (id, { example }) => {
      const reading = readIndicator(example, { period });
      expect(reading.understood ? reading.meaning : reading.refusal?.id).toBe(id);
    },
  );
});
