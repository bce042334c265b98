import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { REPORTERS } from '../report/every-format.ts';
import { look } from '../report/sample.ts';
import { MOST, workOf } from './counted-work.ts';

const DAY = parseDay('2022-06-01')!;

const HEAD = `kind: plan
id: p
level: municipal
title: План мероприятий
territory: Заозёрный район
period: 2022
`;
const CENTRE = 'executors:\n  центр: {name: Методический центр}\n';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

function item(
  number: number,
  { action = 'Провести семинар', executors = 'центр', info = 'нет' } = {},
): string {
  return `  - {number: "${number}", action: "${action}", when: до 20 мая, executors: [${executors}], indicators: [Отчёт], info: "${info}"}\n`;
}

const planOf = (items: string, before = CENTRE): Record<string, string> => ({
  'p.plan.yaml': `${HEAD}${before}items:\n${items}`,
});
const infoOf = (word: string) => (size: number) => planOf(item(1, { info: word.repeat(size) }));

const SHAPES: Readonly<Record<string, (size: number) => Record<string, string>>> = {
  'quotes that are never closed': infoOf('«слово '),
  'quotes that are never opened': infoOf('слово» '),
  'a word over and over': infoOf('слово слово '),
  'words of two alphabets': infoOf('cлово '),
  'digits for letters': infoOf('6удет '),
  'dates in the order of machines': infoOf('2022-05-20 '),
  'a name that is a text': (size) =>
    planOf(item(1), `executors:\n  центр: {name: "${'«слово '.repeat(size)}"}\n`),
  'executors that nobody knows, on one line': (size) =>
    planOf(
      item(1, {
        executors: numbers(size)
          .map((at) => `орган${at}`)
          .join(', '),
      }),
    ),
  'executors that nobody uses': (size) =>
    planOf(
      item(1, { executors: 'орган1' }),
      `executors:\n${numbers(size)
        .map((at) => `  орган${at}: {name: Орган управления ${at}}\n`)
        .join('')}`,
    ),
  'items with a remark each': (size) =>
    planOf(
      numbers(size)
        .map((at) => item(at, { action: `Провести cеминар ${at}` }))
        .join(''),
    ),
  'items on one line': (size) => ({
    'p.plan.yaml': `${HEAD}${CENTRE}items: [${numbers(size)
      .map((at) => `{number: "${at}", action: Провести cеминар ${at}, when: до 20 мая, executors: [никто]}`)
      .join(', ')}]\n`,
  }),
  'facts of one item': (size) => ({
    ...planOf(item(1)),
    'p.facts.yaml': `kind: facts\nplan: p\nfacts:\n${numbers(size)
      .map((at) => `  - {item: "1", date: 2022-05-01, result: Проведено ${at} встреч}\n`)
      .join('')}`,
  }),
  'facts of nothing': (size) => ({
    ...planOf(item(1)),
    'p.facts.yaml': `kind: facts\nplan: p\nfacts:\n${numbers(size)
      .map((at) => `  - {item: "н${at}", date: 2022-05-01, done: true}\n`)
      .join('')}`,
  }),
  waivers: (size) => ({
    'p.plan.yaml': `${HEAD}${CENTRE}waivers:\n${numbers(size)
      .map((at) => `  - {rule: missing-evidence, item: "${at}", until: 2022-12-31, reason: Так надо}\n`)
      .join('')}items:\n${numbers(size)
      .map((at) => item(at))
      .join('')}`,
  }),
};

/** A check and its report in every format. */
function checked(files: Record<string, string>): number {
  const report = check(loadWorkspace(memoryFiles(files)), { asOf: DAY, today: DAY });
  return Object.values(REPORTERS).reduce(
    (sum, reporter) => sum + reporter(report, { ...look, unfolded: true }).length,
    0,
  );
}

test.each(Object.entries(SHAPES))('%s: work grows with the size, not faster', async (_, shape) => {
  checked(shape(20));
  const once = await workOf(() => checked(shape(200)));
  expect((await workOf(() => checked(shape(400)))) / once).toBeLessThan(MOST);
});
