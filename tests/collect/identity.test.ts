import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_FIELDS, DONE_CHOICES, FORM_COLUMNS, KEY_HEADING } from '../../src/collect/answer-fields.ts';
import type { FormIdentity, LineAim } from '../../src/collect/form.ts';
import {
  FORM_PROPERTY,
  formNumber,
  identityLine,
  identityOfProperties,
  identityProperties,
  isKeyOf,
  type LineKey,
  lineAim,
  lineName,
  parseIdentityLine,
  parseRowKey,
  rowKey,
} from '../../src/collect/identity.ts';
import { type Day, dayOf } from '../../src/meaning/day.ts';

const day = (year: number, month: number, date: number): Day => dayOf(year, month, date) as Day;

const IDENTITY: FormIdentity = {
  plan: 'zarechny-2022',
  edition: 2,
  who: { kind: 'executor', key: 'кураторы' },
  madeOn: day(2022, 6, 1),
  range: { from: day(2022, 4, 1), to: day(2022, 6, 30) },
};

describe('a form', () => {
  it('says what it is in one line that can be read back, whatever blanks are between the words', () => {
    const line = identityLine(IDENTITY);
    expect(parseIdentityLine(line)).toEqual(IDENTITY);
    expect(parseIdentityLine(`  ${line.replaceAll(' ', '  ')}\n`)).toEqual(IDENTITY);
    expect(identityOfProperties(identityProperties(IDENTITY))).toEqual(IDENTITY);
    expect(identityOfProperties({ [FORM_PROPERTY]: '' })).toBeUndefined();
  });

  it('of a territory without edition and range is known as well', () => {
    const identity: FormIdentity = {
      plan: 'zarechny-2022',
      who: { kind: 'territory', key: 'Заречный  район' },
      madeOn: day(2022, 6, 1),
    };
    expect(parseIdentityLine(identityLine(identity))?.who).toEqual({
      kind: 'territory',
      key: 'Заречный район',
    });
  });

  it('does not believe a line somebody has edited', () => {
    const line = identityLine(IDENTITY);
    expect(parseIdentityLine(line.replace('кураторы', 'школы'))).toBeUndefined();
    expect(parseIdentityLine(line.replace('2022-04-01', '2022-05-01'))).toBeUndefined();
    expect(parseIdentityLine('Форма № 7 к приказу')).toBeUndefined();
  });

  it('has another number when anything about it is another', () => {
    const others: FormIdentity[] = [
      { ...IDENTITY, plan: 'zarechny-2023' },
      { ...IDENTITY, edition: 3 },
      { ...IDENTITY, who: { kind: 'territory', key: 'кураторы' } },
      { ...IDENTITY, madeOn: IDENTITY.madeOn + 1 },
    ];
    expect(new Set([IDENTITY, ...others].map(formNumber)).size).toBe(5);
  });
});

// `w` and `m` alone name nothing that a form makes, and are read all the same.
const aims: fc.Arbitrary<LineAim> = fc.record(
  {
    part: fc.integer({ min: 1, max: 99 }),
    indicator: fc.integer({ min: 1, max: 99 }),
    measure: fc.integer({ min: 1, max: 9 }),
    turn: fc
      .tuple(fc.integer({ min: 18_000, max: 21_000 }), fc.integer({ min: 0, max: 400 }))
      .map(([from, length]) => ({ from, to: from + length })),
    window: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: [] },
);

describe('the key of a line', () => {
  it('names its aim so that no two are called alike', () => {
    fc.assert(
      fc.property(aims, (aim) => {
        expect(lineAim(lineName(aim))).toEqual(aim);
      }),
    );
  });

  it('is read back as other programs leave it, and knows whose it is', () => {
    const key = rowKey(IDENTITY, 'II/3', { indicator: 1, turn: { from: 19_000, to: 19_029 } });
    const read = parseRowKey(` ${key.toLowerCase()} `.replaceAll('~', ' ~ ').replace('ii/3', 'II/3'));
    expect(read).toMatchObject({ item: 'II/3', aim: { indicator: 1, turn: { from: 19_000, to: 19_029 } } });
    expect(read && isKeyOf(IDENTITY, read)).toBe(true);
    const other = { plan: IDENTITY.plan, who: { kind: 'executor', key: 'школы' } } as const;
    expect(read && isKeyOf(other, read)).toBe(false);
  });

  it('shows that somebody has changed it', () => {
    const read = parseRowKey(rowKey(IDENTITY, '7', {})) as LineKey & { check: string };
    expect(isKeyOf(IDENTITY, read)).toBe(true);
    expect(isKeyOf(IDENTITY, { ...read, item: '8' })).toBe(false);
    expect(isKeyOf(IDENTITY, { ...read, aim: { part: 1 } })).toBe(false);
  });

  it('is no figure, no date and no text of a plan', () => {
    for (const text of [
      '7',
      '1.6',
      '12.03.2022',
      '7~x',
      '7~y~7KQ2',
      'да',
      '~x~7KQ2',
      '7~t20221332-20220101~7KQ2',
    ])
      expect(parseRowKey(text)).toBeUndefined();
  });
});

it('the columns of a form are told apart by their headings', () => {
  const headings = [KEY_HEADING, ...[...FORM_COLUMNS, ...ANSWER_FIELDS].map(({ heading }) => heading)];
  expect(new Set(headings).size).toBe(headings.length);
  expect(DONE_CHOICES).toEqual(['да', 'частично', 'нет']);
});
