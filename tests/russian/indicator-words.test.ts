import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/meaning/day.ts';
import type { Indicator } from '../../src/meaning/indicator.ts';
import { indicatorToJson } from '../../src/meaning/indicator-json.ts';
import { readIndicator } from '../../src/russian/indicator/read.ts';
import { someOf } from '../lane.ts';
import { corpusRows } from './indicator-corpus.ts';

/**
 * No word goes unnoticed: whatever is put into an indicator that was read, it is read no more, or read as something
 * else. What takes a target back or limits it may not even be kept as one of its words.
 */
const period = { from: dayOf(2022, 1, 1)!, to: dayOf(2022, 12, 31)!, schoolYear: false };

const meaningOf = (text: string): Indicator | undefined => {
  const reading = readIndicator(text, { period });
  return reading.understood ? reading.meaning : undefined;
};

/** A reading of each row for each phrase is long; all rows come in turn, some with each phrase. */
const NTH = 10;

const understood = corpusRows()
  .filter(({ meaning }) => meaning !== 'unread')
  .map(({ text }) => ({ text, meaning: meaningOf(text) }))
  .filter((row): row is { text: string; meaning: Indicator } => row.meaning !== undefined);

/** Where it is put depends on the text alone, and is never within a quoted name. */
function inserted(text: string, words: string, nth: number): string {
  const pieces = text.split(' ');
  const places = [...pieces.keys(), pieces.length].filter((at) => {
    const before = pieces.slice(0, at).join(' ');
    return (before.match(/["«„“]/gu)?.length ?? 0) === (before.match(/["»”]/gu)?.length ?? 0);
  });
  const at = nth % 2 === 0 ? pieces.length : (places[(text.length + nth) % places.length] ?? 0);
  return [...pieces.slice(0, at), words, ...pieces.slice(at)].join(' ');
}

const shown = (meaning: Indicator): string => JSON.stringify(indicatorToJson(meaning));
const inNumbers = ({ kind, op, value, max, unit, of, per, every, stages, parts }: Indicator): unknown => [
  [kind, op, value, max, unit, of, per, every, stages],
  ...parts.map(inNumbers),
];
const isNumeric = ({ kind }: Indicator): boolean => ['count', 'percent', 'staged'].includes(kind);

const ADDED = [
  'если будут средства',
  'при наличии средств',
  'по возможности',
  'кроме малых школ',
  'только',
  'или одного',
  'поквартально',
  'каждое воскресенье',
  'по графику',
  'весной',
  'в среду',
  'в декаду',
  'не',
  'барсук',
];

describe.each(ADDED)('«%s»', (words) => {
  test('is never passed over', () => {
    const rows = someOf(understood, NTH, ADDED.indexOf(words));
    const passed = rows.flatMap(({ text, meaning }, nth) => {
      const longer = inserted(text, words, nth);
      const read = meaningOf(longer);
      return read !== undefined && shown(read) === shown(meaning) ? [longer] : [];
    });
    expect(passed).toEqual([]);
  });
});

describe.each(['если будут средства', 'при наличии средств', 'кроме малых школ', 'или одного', 'только'])(
  '«%s» at the end',
  (words) => {
    test('leaves nothing understood', () => {
      const rows = someOf(understood, NTH, words.length);
      const read = rows.filter(({ text }) => meaningOf(`${text} ${words}`) !== undefined);
      expect(read.map(({ text }) => `${text} ${words}`)).toEqual([]);
    });
  },
);

describe.each(['по графику', 'весной', 'в среду', 'в декаду', 'регулярно'])(
  '«%s» after a number',
  (words) => {
    test('is a time that no target holds', () => {
      const rows = someOf(understood, NTH, words.length);
      const read = rows.filter(({ text, meaning }) => {
        const longer = isNumeric(meaning) ? meaningOf(`${text} ${words}`) : undefined;
        return (
          longer !== undefined && JSON.stringify(inNumbers(longer)) === JSON.stringify(inNumbers(meaning))
        );
      });
      expect(read.map(({ text }) => `${text} ${words}`)).toEqual([]);
    });
  },
);

test('what qualifies a target is kept, phrase by phrase', () => {
  expect(
    meaningOf('Проведено не менее 3 семинаров для педагогов по вопросам ФГОС на базе школ')?.qualifiers,
  ).toEqual(['проведено', 'для педагогов', 'по вопросам фгос', 'на базе школ']);
  expect(meaningOf('Приказ о создании рабочей группы')?.qualifiers).toEqual(['о создании рабочей группы']);
});
