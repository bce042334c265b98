import { describe, expect, it } from 'vitest';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { cursorAt } from '../../src/russian/grammar/cursor.ts';
import { patternOf, type Table, tableOf } from '../../src/russian/grammar/engine.ts';
import { RHYTHM_TABLES } from '../../src/russian/grammar/rhythm.ts';
import { TIME_TABLES } from '../../src/russian/grammar/time.ts';
import { CLAIM_TABLES } from '../../src/russian/indicator/claims.ts';
import { DEED_TABLES } from '../../src/russian/indicator/deeds.ts';
import { LABEL_TABLES } from '../../src/russian/indicator/labels.ts';
import { QUANTITY_TABLES } from '../../src/russian/indicator/quantity.ts';
import { BEHIND_TABLES, SEVERAL_TABLES } from '../../src/russian/indicator/several.ts';
import { SPLIT_TABLES } from '../../src/russian/indicator/split.ts';
import { STAGE_TABLES } from '../../src/russian/indicator/stages.ts';
import { isRefused, nodesOf } from '../../src/russian/indicator/statement.ts';
import { INDICATOR_TIME_TABLES } from '../../src/russian/indicator/time.ts';
import { COMBINED } from '../../src/russian/period/combine.ts';
import { PERIOD_TABLES, takeTerms } from '../../src/russian/period/terms.ts';
import { sentenceTokens } from '../../src/russian/text/compounds.ts';
import { joinDates } from '../../src/russian/text/dates.ts';
import { scan } from '../../src/russian/text/token.ts';
import { planOf } from '../corpus/periods/corpus.ts';

const at = (text: string) => cursorAt(text, joinDates(scan(text)));

describe('the table engine', () => {
  const numbers = tableOf<string>({
    names: { LIST: 'month (comma month)*' },
    parts: { word: (c) => c.tokens[c.pos++]?.text },
    rows: [
      ['until m:month !comma', ({ m }) => `until ${(m as { value: number }).value}`, 'до мая'],
      ['until? LIST', 'list', 'до мая, июня'],
      ['since (m:month until / m:<word>)', ({ m }) => JSON.stringify(m), 'с мая'],
    ],
  });

  it.each([
    ['до мая', 'until 5', 2],
    ['до мая, июня', 'list', 4],
    ['март, май слово', 'list', 3],
    ['с утра', '"утра"', 2],
    ['слово', undefined, 0],
  ])('reads %j by the first row that fits', (text, meaning, pos) => {
    const c = at(text);
    expect(numbers(c)).toBe(meaning);
    expect(c.pos).toBe(pos);
  });

  it.each(['(until', 'until )', 'nobody', '<nothing>', 'until &'])('throws for the pattern %j', (pattern) => {
    expect(() => patternOf(pattern)(at('до мая'))).toThrow();
  });
});

function nodesIn(text: string) {
  const nodes = nodesOf(sentenceTokens(text), planOf('2022'));
  if (isRefused(nodes)) throw new Error(`no nodes: ${text}`);
  return cursorAt('', nodes);
}

/** What a row wants around it is parted from its example by bars: «before|example», «before|example|after». */
describe.each([
  ['a срок', at, { ...RHYTHM_TABLES, ...TIME_TABLES, ...PERIOD_TABLES, ...INDICATOR_TIME_TABLES }],
  [
    'an indicator',
    (text: string) => cursorAt(text, sentenceTokens(text)),
    {
      ...QUANTITY_TABLES,
      ...LABEL_TABLES,
      ...CLAIM_TABLES,
      ...DEED_TABLES,
      ...BEHIND_TABLES,
      ...SPLIT_TABLES,
    },
  ],
  ['the nodes of an indicator', nodesIn, { ...SEVERAL_TABLES, ...STAGE_TABLES }],
] as const)('every way to say a thing in %s', (_, cursorOf, tables) => {
  const rows = Object.entries<Table<unknown>>(tables).flatMap(([name, table]) =>
    table.rows.map(([say, , example], row) => ({ name, table, say, example, row })),
  );

  it.each(rows)('$name: «$example» is read to its end by $say', ({ table, example, row }) => {
    const parts = example.split('|');
    const [before, own] = parts.length === 1 ? ['', example] : [parts[0]!, parts[1]!];
    const c = cursorOf(example.replaceAll('|', ''));
    c.pos = cursorOf(before).tokens.length;
    const end = cursorOf(before + own).tokens.length;
    expect(table.rowAt(c)).toBe(row);
    table(c);
    expect(c.pos).toBe(end);
  });
});

describe('terms that stand together', () => {
  const context = { period: planOf('2022'), calendar: productionCalendar() };

  it.each(COMBINED.examples.map((example, row) => ({ example, row })))(
    '«$example» is decided by its own row',
    ({ example, row }) => {
      const read = takeTerms(at(example));
      expect('terms' in read && COMBINED.rowOf(read.terms, context)).toBe(row);
    },
  );
});
