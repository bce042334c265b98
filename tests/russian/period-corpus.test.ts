import { describe, expect, it } from 'vitest';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { readPeriod } from '../../src/russian/period/read.ts';
import { corpus, inShort, isHeldOut, planOf, type Row } from '../corpus/periods/corpus.ts';

const calendar = productionCalendar();

function measure(rows: readonly Row[]) {
  const wrong: string[] = [];
  const refused: string[] = [];
  for (const { text, plan, meaning } of rows) {
    const reading = readPeriod(text, { period: planOf(plan), calendar });
    const got = reading.understood ? inShort(reading.meaning) : '?';
    if (got === meaning) continue;
    (reading.understood ? wrong : refused).push(`${text} [${plan}]: ${got} instead of ${meaning}`);
  }
  return { wrong, refused, share: 1 - (wrong.length + refused.length) / rows.length };
}

describe('the corpus of invented deadlines', () => {
  const rows = corpus();

  it('is large and of many kinds', () => {
    expect(rows.length).toBeGreaterThan(5_000);
    expect(new Set(rows.map(({ file }) => file)).size).toBeGreaterThanOrEqual(18);
  });

  it.each([
    ['seen while the grammar was written', rows.filter(({ text }) => !isHeldOut(text)), 0.999],
    ['held out', rows.filter(({ text }) => isHeldOut(text)), 0.99],
  ] as const)('holds no wrong reading among the rows %s', (_, part, floor) => {
    const { wrong, refused, share } = measure(part);
    expect(wrong).toEqual([]);
    expect(share, refused.join('\n')).toBeGreaterThanOrEqual(floor);
  });
});

describe('deadlines of real life, judged by somebody who did not write the reader', () => {
  const rows = corpus().filter(({ file }) => file === 'fresh');

  it('are read as a person reads them', () => {
    expect(rows.length).toBeGreaterThan(400);
    const { wrong, refused, share } = measure(rows);
    expect(wrong).toEqual([]);
    expect(share, refused.join('\n')).toBeGreaterThanOrEqual(0.99);
  });
});

describe('deadlines as plans of education bodies have them, with meanings written down before they were read', () => {
  const rows = corpus().filter(({ file }) => file === 'plans');

  it('are read as a person reads them, or not at all', () => {
    expect(rows.length).toBeGreaterThan(1_700);
    const { wrong, refused, share } = measure(rows);
    expect(wrong).toEqual([]);
    expect(share, refused.join('\n')).toBeGreaterThanOrEqual(0.995);
  });
});

describe('the way a deadline is typed', () => {
  const rows = corpus().filter(
    ({ meaning, text }, at) => at % 5 === 0 && meaning !== '?' && !text.includes('\n'),
  );
  const shown = (text: string, plan: string) => {
    const reading = readPeriod(text, { period: planOf(plan), calendar });
    return reading.understood ? inShort(reading.meaning) : undefined;
  };
  // Names and events are kept as typed.
  const alike = (text: string) =>
    text.toLowerCase().replaceAll('ё', 'е').replace(/[-–—]/g, '-').replace(/\s+/g, ' ');

  it.each([
    ['capitals', (text: string) => text.toUpperCase()],
    ['small letters', (text: string) => text.toLowerCase()],
    ['ё', (text: string) => text.replaceAll('ё', 'е')],
    ['long dashes', (text: string) => text.replace(/[-–—]/g, '—')],
    ['short dashes', (text: string) => text.replace(/[-–—]/g, '-')],
    ['wide blanks', (text: string) => text.replace(/ /g, ' \u00a0')],
    ['blanks around', (text: string) => `  ${text} \n`],
  ] as const)('in %s never gives it another meaning', (_, retyped) => {
    const differing: string[] = [];
    for (const { text, plan } of rows) {
      const [one, other] = [shown(text, plan), shown(retyped(text), plan)];
      if (one !== undefined && other !== undefined && alike(one) !== alike(other))
        differing.push(`${text}: ${one} | ${other}`);
    }
    expect(differing).toEqual([]);
  });
});

describe('deadlines of the styles of school and district plans, judged before they were read', () => {
  const rows = corpus().filter(({ file }) => file === 'styles');

  it('are read as a person reads them, or not at all', () => {
    expect(rows.length).toBeGreaterThan(150);
    const { wrong, refused, share } = measure(rows);
    expect(wrong).toEqual([]);
    expect(share, refused.join('\n')).toBeGreaterThanOrEqual(0.99);
  });
});

describe('a word more in a deadline that is read', () => {
  const files = new Set([
    'days',
    'months',
    'ranges',
    'bounds',
    'quarters',
    'years',
    'parts',
    'lists',
    'rhythm',
    'weekdays',
    'styles',
  ]);
  const rows = corpus().filter(
    ({ file, meaning, text }, at) =>
      at % 9 === 0 &&
      meaning !== '?' &&
      !meaning.includes('basis:') &&
      files.has(file) &&
      // What follows is the name of the programme.
      !text.endsWith('реализации программы'),
  );

  it.each(['барсук', 'не', 'или', 'школа №'])('«%s» never goes unnoticed', (word) => {
    const unnoticed: string[] = [];
    for (const { text, plan } of rows) {
      for (const { index } of text.matchAll(/[ ,(]|$/g)) {
        const longer = `${text.slice(0, index)} ${word} ${text.slice(index)}`;
        const reading = readPeriod(longer, { period: planOf(plan), calendar });
        if (reading.understood && !inShort(reading.meaning).includes(word)) unnoticed.push(longer);
      }
    }
    expect(unnoticed).toEqual([]);
  });
});
