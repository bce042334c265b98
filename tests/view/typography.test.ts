import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typeset } from '../../src/view/typography.ts';

const N = '\u00A0';

describe('no-break blanks', () => {
  test.each([
    ['приказ № 127', `приказ №${N}127`],
    ['от 29.12.2012 N 273-ФЗ', `от 29.12.2012 N${N}273-ФЗ`],
    ['14 марта 2021 г.', `14${N}марта 2021${N}г.`],
    ['в 2021 году', `в 2021${N}году`],
    ['г. Сковородино', `г.${N}Сковородино`],
    ['(п. Заречный)', `(п.${N}Заречный)`],
    ['И.О. Фамилия', `И.О.${N}Фамилия`],
    ['И. О. Фамилия', `И.${N}О.${N}Фамилия`],
    ['Фамилия И.О. и другие', `Фамилия${N}И.О. и другие`],
    ['п. 7 и ст. 28', `п.${N}7 и ст.${N}28`],
    ['согласно пункту 7', `согласно пункту${N}7`],
    ['29 школ района', `29${N}школ района`],
    ['100 % школ', `100${N}% школ`],
    ['март – июнь', `март${N}– июнь`],
    ['2 и 4 среда', '2 и 4 среда'],
    ['5 гимназий, 7 городов', '5 гимназий, 7 городов'],
    ['в т. ч. школы', `в т.${N}ч. школы`],
  ])('%s', (text, written) => {
    expect(typeset(text)).toBe(written);
  });
});

const word = fc.constantFrom(
  '№',
  '7',
  '2021',
  'г.',
  'марта',
  'И.',
  'И.О.',
  'Фамилия',
  '–',
  'п.',
  '%',
  'школ',
  'а',
  '«ШНОР»',
  'т.',
  'д.',
);
const blank = fc.constantFrom(' ', '  ', '\n', N);

test('a text stays equal up to blanks, and its length stays', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.oneof(word, blank)).map((list) => list.join('')),
      ),
      (text) => {
        const written = typeset(text);
        expect(written.replace(/\u00A0/g, ' ')).toBe(text.replace(/\u00A0/g, ' '));
        expect(typeset(written)).toBe(written);
      },
    ),
    { numRuns: 300 },
  );
});
