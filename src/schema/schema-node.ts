import { schemaTexts } from './generated/schemas.js';

/** The kinds of documents that have a schema. */
export type DocumentKind = 'plan' | 'facts' | 'registry' | 'links' | 'lock' | 'requests' | 'config';

export type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/** The part of JSON Schema that the schemas of the project use; a test holds them to it. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly type?: TypeName | readonly TypeName[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | SchemaNode;
  readonly propertyNames?: { readonly pattern: string };
  readonly items?: SchemaNode;
  readonly uniqueItems?: boolean;
  readonly anyOf?: readonly SchemaNode[];
  readonly if?: { readonly required: readonly string[] };
  readonly else?: { readonly required: readonly string[] };
}

const parsed = new Map<DocumentKind, SchemaNode>();

/** The schema of a kind, as published. Parsed at the first use: clean files never need it. */
export function schemaOf(kind: DocumentKind): SchemaNode {
  let schema = parsed.get(kind);
  if (!schema) {
    schema = JSON.parse(schemaTexts[kind] as string) as SchemaNode;
    parsed.set(kind, schema);
  }
  return schema;
}

/** A node with its reference followed, and the name of the definition it led to. */
interface Resolved {
  readonly node: SchemaNode;
  readonly name?: string;
}

const followed = new WeakMap<SchemaNode, Resolved>();

/** Follows references; the words and examples that are beside a reference are the nearer ones and win. */
export function resolve(root: SchemaNode, node: SchemaNode): Resolved {
  if (node.$ref === undefined) return { node };
  const known = followed.get(node);
  if (known) return known;
  const name = node.$ref.slice('#/$defs/'.length);
  const target = root.$defs?.[name];
  if (!target) throw new Error(`no definition for ${node.$ref}`);
  const { $ref: _, ...beside } = node;
  const inner = resolve(root, target);
  const resolved = { node: { ...inner.node, ...beside }, name: inner.name ?? name };
  followed.set(node, resolved);
  return resolved;
}

export function typesOf(node: SchemaNode): readonly TypeName[] {
  if (node.type !== undefined) return typeof node.type === 'string' ? [node.type] : node.type;
  if (node.const !== undefined) return [typeName(node.const)];
  return [];
}

/** The JSON type of a value; a whole number is an `integer`, a number that is none at all (`.nan`) too. */
export function typeName(value: unknown): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'number';
    default:
      return 'object';
  }
}

/** Whether a value has one of the types. Infinity and NaN are no numbers here. */
export function hasType(value: unknown, types: readonly TypeName[]): boolean {
  const name = typeName(value);
  if (name === 'integer') return types.includes('integer') || types.includes('number');
  if (name === 'number') return types.includes('number') && Number.isFinite(value);
  return types.includes(name);
}
