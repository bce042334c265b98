import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/io/disk.ts';
import { dayOf } from '../../src/meaning/day.ts';
import { indicatorToJson } from '../../src/meaning/indicator-json.ts';
import { periodToJson } from '../../src/meaning/period-json.ts';
import { productionCalendar } from '../../src/meaning/production-calendar.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { readIndicator } from '../../src/russian/indicator/read.ts';
import { readPeriod } from '../../src/russian/period/read.ts';
import { typesOf } from '../../src/schema/schema-node.ts';
import { status } from '../../src/status/status.ts';
import { statusJson } from '../../src/status/status-json.ts';
import { trace } from '../../src/trace/trace.ts';
import { traceJson } from '../../src/trace/trace-json.ts';
import { newAjv, nodesOf, published } from './published.ts';

const OUTPUTS = [
  'check',
  'trace',
  'status',
  'explain-period',
  'explain-indicator',
  'verify',
  'diff',
  'collect',
  'answers',
];

describe.each(OUTPUTS)('schema of the output of %s', (name) => {
  const schema = published(`output/${name}`);
  const nodes = nodesOf(schema);

  test('is valid, closed and explained', () => {
    const ajv = newAjv();
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    const open = nodes.filter(
      ({ node }) => typesOf(node).includes('object') && node.additionalProperties !== false,
    );
    expect(open.map(({ path }) => path)).toEqual([]);
    const mute = nodes.filter(
      ({ node, property }) => property && !(/[а-яё]/i.test(node.description ?? '') && node.examples?.length),
    );
    expect(mute.map(({ path }) => path)).toEqual([]);
  });

  test('has only examples that fit', () => {
    const ajv = newAjv();
    const unfit = nodes.flatMap(({ node, path }) => {
      const { examples, ...alone } = node;
      if (!examples) return [];
      const validate = ajv.compile({ $defs: schema.$defs ?? {}, ...alone, $id: `example:${name}${path}` });
      return examples.filter((example) => !validate(example)).map((example) => ({ path, example }));
    });
    expect(unfit).toEqual([]);
  });
});

/** What a JSON reader of the program's output would say against it. */
function faults(name: string, output: unknown): unknown {
  const validate = newAjv().compile(published(`output/${name}`));
  validate(JSON.parse(JSON.stringify(output)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const { workspace } = loadWorkspace(diskFiles(fileURLToPath(new URL('../../examples/', import.meta.url))));
const asOf = dayOf(2022, 10, 1) as number;

test('trace and status of the examples hold to their schemas', () => {
  expect(workspace.plans.length).toBeGreaterThan(3);
  expect(faults('trace', traceJson(trace(workspace, { asOf, suggest: true })))).toEqual([]);
  expect(faults('status', statusJson(status(workspace, { asOf }), asOf))).toEqual([]);
});

const period = { from: dayOf(2022, 1, 1) as number, to: dayOf(2022, 12, 31) as number, schoolYear: false };

test.each([
  'С марта 2022 г. 2-й и 4-й понедельник',
  'до 20 октября',
  'Май, октябрь 2022 г.',
  'в течение года',
  'не реже 2 раз в четверть',
  'в течение 10 рабочих дней со дня подписания',
  'по отдельному графику',
  'до 12:00 5 мая 2022 г.',
  '31 апреля',
  '',
  'когда-нибудь',
])('the period «%s» holds to its schema', (text) => {
  const context = { period, calendar: productionCalendar() };
  expect(faults('explain-period', periodToJson(text, readPeriod(text, context), 'ru'))).toEqual([]);
});

test.each([
  'Не менее двух встреч в месяц',
  '45–50 % школ',
  'Приказ',
  'Приказ, справка',
  'рост на 0,2',
  'повышение качества',
  '',
  'В 1 полугодии – не менее 40 % мер; во 2 полугодии – не менее 90 %',
])('the indicator «%s» holds to its schema', (text) => {
  const reading = readIndicator(text, { period });
  const output = reading.understood
    ? { text, understood: true, ...indicatorToJson(reading.meaning) }
    : { text, understood: false, at: reading.at, why: reading.why.ru };
  expect(faults('explain-indicator', output)).toEqual([]);
});
