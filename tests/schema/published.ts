import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { parseDay } from '../../src/meaning/day.ts';
import type { DocumentKind, SchemaNode } from '../../src/schema/schema-node.ts';

export const KINDS: readonly DocumentKind[] = [
  'plan',
  'facts',
  'registry',
  'links',
  'lock',
  'requests',
  'config',
];

/** A schema as it is published. */
export function published(name: string): SchemaNode & { readonly $id: string } {
  return JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
}

export interface Found {
  readonly node: SchemaNode;
  readonly path: string;
  /** Whether it stands under `properties`. */
  readonly property: boolean;
}

/** Every schema inside a schema, itself included. */
export function nodesOf(node: SchemaNode, path = '', property = false): readonly Found[] {
  const inside = (key: 'properties' | '$defs'): readonly Found[] =>
    Object.entries(node[key] ?? {}).flatMap(([name, part]) =>
      nodesOf(part, `${path}/${key}/${name}`, key === 'properties'),
    );
  return [
    { node, path, property },
    ...inside('$defs'),
    ...inside('properties'),
    ...(node.items ? nodesOf(node.items, `${path}/items`) : []),
    ...(node.additionalProperties ? nodesOf(node.additionalProperties, `${path}/additionalProperties`) : []),
    ...(node.anyOf ?? []).flatMap((branch, index) => nodesOf(branch, `${path}/anyOf/${index}`)),
  ];
}

export function newAjv() {
  const ajv = new Ajv2020.default({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  });
  ajv.addFormat('existing-day', (text: string) => parseDay(text) !== undefined);
  return ajv;
}

/** The schema with the one thing a pattern can't say: that a day exists. */
export function withCalendar<Value>(value: Value, pattern: string): Value {
  if (Array.isArray(value)) return value.map((inner) => withCalendar(inner, pattern)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withCalendar(inner, pattern)]),
  );
  return (
    'pattern' in value && value.pattern === pattern ? { ...copy, format: 'existing-day' } : copy
  ) as Value;
}
