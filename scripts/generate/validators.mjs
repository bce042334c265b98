import { join } from 'node:path';
import { _ } from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const FORMAT = 'existing-day';

/** Texts that decide nothing; a property may bear such a name too, but then an object stands there. */
const FOR_PEOPLE = new Set(['title', 'description', 'examples']);

/** A pattern can't know February: where the schema asks for a day, the validator also asks the calendar. */
function withCalendar(schema, dayPattern) {
  if (Array.isArray(schema)) return schema.map((part) => withCalendar(part, dayPattern));
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !FOR_PEOPLE.has(key) || (typeof value === 'object' && !Array.isArray(value)))
      .map(([key, value]) => [key, withCalendar(value, dayPattern)]),
  );
  if (schema.pattern === dayPattern) copy.format = FORMAT;
  return copy;
}

/**
 * The validators, compiled ahead: a yes or no for each kind. They stop at the first error; what is wrong and
 * where is told by `src/schema/explain.ts`, which walks the schema itself.
 */
export async function schemaValidators(root, schemas) {
  const dayPattern = schemas.plan.$defs.DateText.pattern;
  const ajv = new Ajv2020.default({
    code: { source: true, esm: true, formats: _`require("./day-format.ts")` },
    formats: { [FORMAT]: () => true },
    messages: false,
    // Lengths in UTF-16 units: the schemas only ask for «at least one», and counting code points is slow.
    unicode: false,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    logger: false,
  });
  for (const schema of Object.values(schemas)) ajv.addSchema(withCalendar(schema, dayPattern));
  const code = standaloneCode.default(
    ajv,
    Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, schema.$id])),
  );
  // Standalone code still requires parts of ajv: bundled, the validators need nothing at run time.
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(root, 'src/schema'), loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    write: false,
  });
  const declarations = Object.keys(schemas).map(
    (kind) => `export declare const ${kind}: (value: unknown) => boolean;\n`,
  );
  return {
    'src/schema/generated/validators.js': `// Generated from schemas/ by scripts/generate.mjs.\n${outputFiles[0].text}`,
    'src/schema/generated/validators.d.ts': declarations.join(''),
  };
}
