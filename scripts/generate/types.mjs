import { compile } from 'json-schema-to-typescript';

/** Keys of a schema that hold one schema, a list of them, or a record of them. */
const ONE = new Set(['items', 'additionalProperties']);
const MANY = new Set(['anyOf']);
const NAMED = new Set(['properties']);
/** What shapes a type; everything else (patterns, bounds, texts for people) would only blur the names. */
const KEPT = new Set(['type', 'enum', 'const', 'required', 'description', ...ONE, ...MANY, ...NAMED]);

const documentName = (kind) => `${kind[0].toUpperCase()}${kind.slice(1)}Document`;

/** A reference with words beside it would become a type of its own: only the reference is kept. */
function typeShape(schema) {
  if (typeof schema !== 'object') return schema;
  if (schema.$ref) return { $ref: schema.$ref };
  const shape = {};
  for (const [key, value] of Object.entries(schema)) {
    if (!KEPT.has(key)) continue;
    if (ONE.has(key)) shape[key] = typeShape(value);
    else if (MANY.has(key)) shape[key] = value.map(typeShape);
    else if (NAMED.has(key)) shape[key] = shapesOf(value);
    else shape[key] = value;
  }
  return shape;
}

const shapesOf = (named) =>
  Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, typeShape(schema)]));

/**
 * One module with the type of every document (`PlanDocument` …) and of every named part. A part that several
 * schemas define must be the same in all of them (a test holds them to it) and is written once.
 */
export async function schemaTypes(schemas) {
  const parts = {};
  for (const [kind, schema] of Object.entries(schemas)) {
    for (const [name, part] of Object.entries(schema.$defs ?? {})) parts[name] = typeShape(part);
    parts[documentName(kind)] = typeShape(schema);
  }
  for (const [name, part] of Object.entries(parts)) part.title = name;
  const documents = Object.keys(schemas).map((kind) => [kind, { $ref: `#/$defs/${documentName(kind)}` }]);
  const everything = {
    title: 'Documents',
    description: 'Документ каждого вида.',
    type: 'object',
    additionalProperties: false,
    required: Object.keys(schemas),
    properties: Object.fromEntries(documents),
    $defs: parts,
  };
  return compile(everything, 'Documents', {
    format: false,
    bannerComment: '// Generated from schemas/ by scripts/generate.mjs.\n',
    additionalProperties: false,
    unreachableDefinitions: true,
  });
}
