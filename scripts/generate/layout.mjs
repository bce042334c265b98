/**
 * What the writer of YAML needs of the schemas: the order of the keys of every map and what stands under them.
 * `edit/` lies below `schema/` and may not import it, so the table is made for it.
 */
export function layoutTable(schemas) {
  const maps = {};
  for (const [kind, schema] of Object.entries(schemas)) {
    for (const [name, part] of Object.entries(schema.$defs ?? {})) addMap(maps, name, part, schema);
    addMap(maps, kind, schema, schema);
  }
  return {
    'src/edit/generated/layout.js': `// Generated from schemas/ by scripts/generate.mjs.\nexport const layout = ${JSON.stringify(maps)};\n`,
    'src/edit/generated/layout.d.ts':
      "import type { Shape } from '../layout.ts';\n\n" +
      'export declare const layout: Readonly<Record<string, Readonly<Record<string, Shape>>>>;\n',
  };
}

function addMap(maps, name, schema, root) {
  if (!schema.properties) return;
  maps[name] = Object.fromEntries(
    Object.entries(schema.properties).map(([key, property]) => [key, shapeOf(property, root)]),
  );
}

/** `{map}` a definition, `{list}` what the entries are, `{free}` what stands under keys of the author's choice. */
function shapeOf(schema, root) {
  if (schema.$ref) {
    const name = schema.$ref.slice('#/$defs/'.length);
    return root.$defs[name].properties ? { map: name } : shapeOf(root.$defs[name], root);
  }
  if (schema.anyOf) return Object.assign({}, ...schema.anyOf.map((branch) => shapeOf(branch, root)));
  if (schema.items) return { list: shapeOf(schema.items, root) };
  if (schema.additionalProperties) return { free: shapeOf(schema.additionalProperties, root) };
  return {};
}
