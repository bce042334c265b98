import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceTokens } from '../../src/russian/text/compounds.ts';
import { joinDates } from '../../src/russian/text/dates.ts';
import { scan } from '../../src/russian/text/token.ts';

const tokens = (text: string) => joinDates(scan(text));
const shown = (text: string) =>
  tokens(text).map(({ kind, at, text: value }) => `${kind} ${value} «${text.slice(...at)}»`);

describe('tokens of a deadline', () => {
  it.each([
    ['10декабря2021г.', ['number 10 «10»', 'word декабря «декабря»', 'number 2021 «2021»', 'word г «г»']],
    ['202l г', ['number 2021 «202l»', 'word г «г»']],
    ['202lг', ['number 2021 «202l»', 'word г «г»']],
    ['0ктябрь', ['word октябрь «0ктябрь»']],
    ['Aпрель-мaй', ['word апрель «Aпрель»', 'dash - «-»', 'word май «мaй»']],
    ['сен\u00adтябрь', ['word сентябрь «сен\u00adтябрь»']],
    ['март\u00adмай', ['word март «март»', 'dash - «\u00ad»', 'word май «май»']],
    ['2-й', ['ordinal 2 «2-й»']],
    ['10:00', ['clock 1000 «10:00»']],
    ['10-00', ['clock 1000 «10-00»']],
    ['З1.03.2022', ['date 312022 «З1.03.2022»']],
    ['сен-\nтябрь', ['word сентябрь «сен-\nтябрь»']],
    ['« 10 » мая', ['number 10 «« 10 »»', 'word мая «мая»']],
    ['IIIкв.', ['word iii «III»', 'word кв «кв»']],
    ['маи\u0306', ['word май «маи\u0306»']],
    ['май -- июнь', ['word май «май»', 'dash - «--»', 'word июнь «июнь»']],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    ['план-график', ['word план-график «план-график»']],
    [
      'План-график на март-май',
      ['word план-график «План-график»', 'word на «на»', 'word март «март»', 'dash - «-»', 'word май «май»'],
    ],
    ['«100 добрых дел»', ['title «100 добрых дел» ««100 добрых дел»»']],
    ['1 500 детей', ['number 1 500 «1 500»', 'word детей «детей»']],
    ['2,5 %', ['number 2,5 «2,5»', 'percent % «%»']],
    ['ФЗ-273', ['name фз-273 «ФЗ-273»']],
    ['3-х', ['number 3 «3-х»']],
    ['1О педагогов', ['odd 10 «1О»', 'word педагогов «педагогов»']],
    ['01.09.2022 г.', ['date 012022 «01.09.2022»', 'word г «г»']],
    ['ШНОР и ПК', ['abbreviation шнор «ШНОР»', 'word и «и»', 'abbreviation пк «ПК»']],
    ['Приказ. План', ['word приказ «Приказ»', 'stop . «.»', 'word план «План»']],
  ])('make the compounds of a sentence: %j', (text, expected) => {
    expect(
      sentenceTokens(text).map(({ kind, at, text: value }) => `${kind} ${value} «${text.slice(...at)}»`),
    ).toEqual(expected);
  });

  it.each([
    ['of a deadline', tokens],
    ['of a sentence', sentenceTokens],
  ])('%s lie in the text one after another, whatever the text', (_, tokens) => {
    const letters = fc.constantFrom(
      ...'абвгдеёІIlоО0123456789 .,-–\u00ad«»()/:;\n\u00a0\u200bАПМ№%\ud83d'.split(''),
    );
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
        let end = 0;
        for (const { at } of tokens(text)) {
          expect(at[0]).toBeGreaterThanOrEqual(end);
          expect(at[1]).toBeGreaterThan(at[0]);
          end = at[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });
});
