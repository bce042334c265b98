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

describe('a sign that makes another number of the one beside it', () => {
  it.each(['не менее 10² участников', '√16 школ', '10⁻³ доли', '10¹² знаков', '∑ 5 баллов'])(
    '«%s» is not read over',
    (text) => {
      const reading = readIndicator(text, { period });
      expect(reading.understood ? reading.meaning : reading.refusal?.id).toBe('number-unclear');
    },
  );

  it.each(['30¹ участников', '30²⁾ участников'])('«%s» is a number with the mark of a footnote', (text) => {
    const reading = readIndicator(text, { period });
    expect(reading.understood && reading.meaning).toMatchObject({ kind: 'count', value: 30 });
  });
});
