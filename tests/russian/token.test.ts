import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinDates } from '../../src/russian/text/dates.ts';
import { scan } from '../../src/russian/text/token.ts';
import { isListed } from '../../src/russian/words/lexicon.ts';

const tokens = (text: string) => joinDates(scan(text, isListed), isListed);
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
    ['10:00', ['time 1000 «10:00»']],
    ['10-00', ['time 1000 «10-00»']],
    ['З1.03.2022', ['date 312022 «З1.03.2022»']],
    ['сен-\nтябрь', ['word сентябрь «сен-\nтябрь»']],
    ['« 10 » мая', ['number 10 «« 10 »»', 'word мая «мая»']],
    ['IIIкв.', ['word ііі «III»', 'word кв «кв»']],
    ['май -- июнь', ['word май «май»', 'dash - «--»', 'word июнь «июнь»']],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('lie in the text one after another, whatever the text', () => {
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
