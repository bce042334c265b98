import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Route } from '../../src/finding/finding.ts';
import { explain } from '../../src/schema/explain.ts';
import {
  config,
  facts,
  links,
  lock,
  plan,
  registry,
  requests,
} from '../../src/schema/generated/validators.js';
import type { DocumentKind } from '../../src/schema/schema-node.ts';
import { validate } from '../../src/schema/validate.ts';
import { hasNode, locate } from '../../src/source/locate.ts';
import { readDocument } from '../../src/source/read.ts';
import { runs } from '../lane.ts';
import { KINDS, newAjv, nodesOf, published, withCalendar } from './published.ts';

const compiled = { plan, facts, registry, links, lock, requests, config };

type Plain = Record<string, unknown>;

/** Values that fit one place or another, and values that fit none. */
const strays: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  7,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  ' ',
  'да',
  '2021-02-30',
  '31.12.2021',
  '7',
  [],
  ['x', 'x'],
  [1, '1'],
  {},
  { text: 'x' },
  { Приказ: 'об утверждении' },
  { constructor: 1 },
];

/** An object with an own key that plain assignment would lose. */
const hostile = JSON.parse('{"__proto__": {"name": "x"}, "toString": 1}') as unknown;

/** Documents to spoil: the examples of all parts of a schema, put where the schema allows them. */
const seeds: Readonly<Record<DocumentKind, Plain>> = Object.fromEntries(
  KINDS.map((kind) => {
    const schema = published(kind);
    const document = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, { examples }]) => [key, examples?.[0]]),
    );
    return [kind, document];
  }),
) as Record<DocumentKind, Plain>;

function routesOf(value: unknown, route: Route = []): Route[] {
  if (typeof value !== 'object' || value === null) return [route];
  return [
    route,
    ...Object.entries(value).flatMap(([key, inner]) =>
      routesOf(inner, [...route, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function changed(value: unknown, route: Route, change: (value: unknown) => unknown): unknown {
  if (route.length === 0) return change(value);
  const [step, ...rest] = route as [string | number, ...Route];
  if (Array.isArray(value))
    return value.map((inner, index) => (index === step ? changed(inner, rest, change) : inner));
  return { ...(value as Plain), [step]: changed((value as Plain)[step], rest, change) };
}

const spoils = (keys: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(...strays, hostile).map((stray) => () => stray),
    fc
      .tuple(fc.constantFrom(...keys, 'срок', '__proto__'), fc.constantFrom(...strays))
      .map(([key, stray]) => (value: unknown): unknown => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return stray;
        const copy = { ...value };
        Object.defineProperty(copy, key, {
          value: stray,
          enumerable: true,
          configurable: true,
          writable: true,
        });
        return copy;
      }),
    fc.constant((value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).slice(1))
        : [value, value],
    ),
  );

describe.each(KINDS)('%s', (kind) => {
  const schema = published(kind);
  const seed = seeds[kind];
  const keys = [...new Set(nodesOf(schema).flatMap(({ node }) => Object.keys(node.properties ?? {})))];
  const dayPattern = published('plan').$defs?.DateText?.pattern as string;
  const reference = newAjv().compile(withCalendar(schema, dayPattern));

  test('the document made of the examples fits', () => {
    expect(explain(kind, seed, 'a.yaml')).toEqual([]);
  });

  test('ajv, the compiled validator and the explanation agree, and places exist', () => {
    const routes = routesOf(seed);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), spoils(keys)), { maxLength: 3 }), (steps) => {
        let value: unknown = seed;
        for (const [at, spoil] of steps) {
          const here = steps.length === 1 ? routes : routesOf(value);
          value = changed(value, here[at % here.length] as Route, spoil);
        }
        const problems = explain(kind, value, 'a.yaml');
        expect(compiled[kind](value)).toBe(problems.length === 0);
        expect(reference(value)).toBe(problems.length === 0);
        for (const { at } of problems)
          expect('route' in at && routeLeadsSomewhere(value, at.route)).toBe(true);
      }),
      { numRuns: runs(250) },
    );
  });
});

function routeLeadsSomewhere(value: unknown, route: Route): boolean {
  let here = value;
  for (const step of route) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return false;
    here = (here as Plain)[step];
  }
  return true;
}

test('a cause is told once', () => {
  const value = {
    kind: 'plan',
    id: 'a',
    title: 'План',
    items: [{ number: 1, мероприятие: 'Утвердить план' }],
  };
  expect(validate('plan', value, 'a.yaml').map(({ at, item }) => ({ at, item }))).toEqual([
    { at: { file: 'a.yaml', route: ['items', 0, 'мероприятие'], key: true }, item: '1' },
  ]);
});

test.each([
  ['срок', 'when'],
  ['Исполнители', 'executors'],
  ['показатель', 'indicators'],
  ['мероприятие', 'action'],
  ['№', 'number'],
  ['indicator', 'indicators'],
  ['Action', 'action'],
  ['implement', 'implements'],
  ['црут', 'when'],
  ['вовсе ничего', undefined],
])('the unknown key «%s» of an item is known as %s', (key, meant) => {
  const [problem] = validate('plan', { kind: 'plan', id: 'a', title: 'b', items: [{ [key]: 1 }] }, 'a.yaml');
  const tail = meant === undefined ? '' : `; did you mean ${meant}?`;
  expect(problem?.message.en).toBe(`An item without a number: unknown key «${key}»${tail}`);
});

test('a text that its colon made a map is put together again', () => {
  const [problem] = validate(
    'plan',
    { kind: 'plan', id: 'a', title: { План: { 'до 2022': 'года' } } },
    'a.yaml',
  );
  expect(problem?.help?.en).toBe('Put the text in quotes: "План: до 2022: года"');
});

test('deep nesting and many defects stay bounded', () => {
  let section: Plain = { title: 'x' };
  for (let depth = 0; depth < 500; depth++) section = { title: 'x', sections: [section] };
  const items = Array.from({ length: 2000 }, (_, index) => ({
    number: index,
    action: 'x',
    [`ключ${index}`]: 1,
  }));
  const value = { kind: 'plan', id: 'a', title: 'b', sections: [section], items };
  expect(validate('plan', value, 'a.yaml')).toHaveLength(2000);
});

const real = new URL('../../../shared/real/', import.meta.url);

test.skipIf(!existsSync(real))('the real documents have no schema finding', () => {
  const files = readdirSync(real).filter((file) => file.endsWith('.yaml'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const bytes = readFileSync(new URL(file, real));
    const { kind, value } = readDocument(file, bytes);
    expect(validate(kind as DocumentKind, value, file), file).toEqual([]);
    expect(hasNode(locate(bytes.toString('utf8')), ['kind'])).toBe(true);
  }
});
