import { describe, expect, test } from 'vitest';
import type { SchemaNode } from '../../src/schema/schema-node.ts';
import { resolve, schemaOf, typesOf } from '../../src/schema/schema-node.ts';
import { KINDS, newAjv, nodesOf, published } from './published.ts';

/** What the validators and the explanation understand; a schema that uses more must teach them first. */
const VOCABULARY = new Set(
  (
    '$schema $id $ref $defs title description examples type const enum pattern minimum maximum exclusiveMinimum ' +
    'properties required additionalProperties propertyNames items uniqueItems anyOf if else'
  ).split(' '),
);

describe.each(KINDS)('schema of %s', (kind) => {
  const schema = published(kind);
  const nodes = nodesOf(schema);

  test('is valid by the metaschema of draft 2020-12', () => {
    const ajv = newAjv();
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  });

  test('uses only what the validators know', () => {
    expect(nodes.flatMap(({ node }) => Object.keys(node)).filter((key) => !VOCABULARY.has(key))).toEqual([]);
  });

  test('is closed: a map names its keys or says what all of them hold', () => {
    const open = nodes.filter(
      ({ node }) => typesOf(node).includes('object') && node.additionalProperties === undefined,
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  test('explains every property in Russian, with examples', () => {
    const mute = nodes.filter(
      ({ node, property }) =>
        property && !(/[а-яё]/i.test(node.description ?? '') && (node.examples ?? []).length > 0),
    );
    expect(mute.map(({ path }) => path)).toEqual([]);
  });

  test('has only examples that fit', () => {
    const ajv = newAjv().addSchema(schema);
    const unfit = nodes.flatMap(({ node: { examples = [] }, path }) => {
      if (examples.length === 0) return [];
      const validate = ajv.getSchema(`${schema.$id}#${path.split('/').map(encodeURIComponent).join('/')}`)!;
      return examples.filter((example) => !validate(example)).map((example) => ({ path, example }));
    });
    expect(unfit).toEqual([]);
  });

  test('offers choices that differ by type, so that a value tells which one is meant', () => {
    const typesOfBranch = (branch: SchemaNode) => typesOf(resolve(schema, branch).node);
    for (const { node, path } of nodes) {
      const types = (node.anyOf ?? [])
        .flatMap(typesOfBranch)
        .map((type) => type.replace('integer', 'number'));
      expect(types, path).toEqual([...new Set(types)]);
    }
  });

  test('is the one that the explanations walk', () => {
    expect(schemaOf(kind)).toEqual(schema);
  });
});

test('a part that several schemas define is the same in all of them', () => {
  const seen = new Map<string, unknown>();
  for (const kind of KINDS) {
    for (const [name, part] of Object.entries(published(kind).$defs ?? {})) {
      if (seen.has(name)) expect(part, name).toEqual(seen.get(name));
      seen.set(name, part);
    }
  }
  expect(seen.has('ExecutorFields')).toBe(true);
});
