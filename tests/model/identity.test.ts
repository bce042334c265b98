import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseNumber, parseReference } from '../../src/model/identity.ts';

describe('the number of an item', () => {
  it.each([
    ['1.6', '1.6'],
    ['1.6.', '1.6'],
    [' 1. 6 ', '1.6'],
    ['１.６', '1.6'],
    ['1.10', '1.10'],
    ['7а', '7а'],
  ])('%j is known as %j', (written, known) => {
    expect(normaliseNumber(written)).toBe(known);
  });

  it('does not change when it is normalised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseNumber(normaliseNumber(text))).toBe(normaliseNumber(text));
      }),
    );
  });

  it('may be preceded by the plan it stands in', () => {
    expect(parseReference('krai-2022#1.45.')).toEqual({ plan: 'krai-2022', number: '1.45' });
    expect(parseReference('1.45')).toEqual({ number: '1.45' });
  });
});
