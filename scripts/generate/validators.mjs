/**
 * Validators as plain functions, a yes or no for each kind. They stop at the first defect; what is wrong and where
 * is told by `src/schema/explain.ts`. Written here instead of taken from ajv's standalone code, which for these
 * schemas is twenty times as long and costs 15 ms at each start; a test holds both to the same verdicts.
 */
export function schemaValidators(schemas) {
  const dayPattern = schemas.plan.$defs.DateText.pattern;
  const kinds = Object.entries(schemas).map(([kind, schema]) => validatorOf(kind, schema, dayPattern));
  const declarations = Object.keys(schemas).map(
    (kind) => `export declare const ${kind}: (value: unknown) => boolean;\n`,
  );
  return {
    'src/schema/generated/validators.js': [
      '// Generated from schemas/ by scripts/generate.mjs.\n',
      "import { parseDay } from '../../meaning/day.ts';\n",
      'const has = (map, key) => Object.prototype.hasOwnProperty.call(map, key);\n',
      "const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);\n",
      // Nearly every text begins with a letter, and the regular expression is spared.
      'const isFilled = (text) => { const first = text.charCodeAt(0); ',
      'return (first > 32 && first < 127) || (first > 0x400 && first < 0x500) || /\\S/u.test(text); };\n',
      'const isUnique = (list) => list.length < 2 || new Set(list).size === list.length;\n',
      ...kinds,
    ].join(''),
    'src/schema/generated/validators.d.ts': declarations.join(''),
  };
}

/** One kind in a scope of its own: definitions of the same name are written once for each kind. */
function validatorOf(kind, schema, dayPattern) {
  const scope = { lines: [], patterns: new Map(), dayPattern, count: 0 };
  for (const [name, part] of Object.entries(schema.$defs ?? {})) {
    scope.lines.push(`function ${name}(value) { return ${condition(part, 'value', scope)}; }`);
  }
  scope.lines.push(`function document(value) { return ${condition(schema, 'value', scope)}; }`);
  const patterns = [...scope.patterns].map(
    ([pattern, name]) => `const ${name} = new RegExp(${JSON.stringify(pattern)}, 'u');`,
  );
  return `export const ${kind} = (() => {\n${[...patterns, ...scope.lines, 'return document;'].join('\n')}\n})();\n`;
}

/** A JavaScript expression that is true when the value of `subject` (a name) fits the schema. */
function condition(schema, subject, scope) {
  if (schema.$ref) return `${schema.$ref.slice('#/$defs/'.length)}(${subject})`;
  if (schema.anyOf)
    return `(${schema.anyOf.map((branch) => condition(branch, subject, scope)).join(' || ')})`;
  const allowed = schema.enum ?? ('const' in schema ? [schema.const] : undefined);
  if (allowed) return `(${allowed.map((value) => `${subject} === ${JSON.stringify(value)}`).join(' || ')})`;
  const types = [schema.type ?? []].flat();
  return `(${types.map((type) => typed(type, schema, subject, scope)).join(' || ')})`;
}

function typed(type, schema, subject, scope) {
  switch (type) {
    case 'null':
      return `${subject} === null`;
    case 'boolean':
      return `typeof ${subject} === 'boolean'`;
    case 'integer':
      return [`Number.isInteger(${subject})`, ...bounds(schema, subject)].join(' && ');
    case 'number':
      return [`Number.isFinite(${subject})`, ...bounds(schema, subject)].join(' && ');
    case 'string':
      return [`typeof ${subject} === 'string'`, ...form(schema, subject, scope)].join(' && ');
    case 'array':
      return `Array.isArray(${subject})${listed(schema, subject, scope)}`;
    case 'object':
      return `${mapped(schema, scope)}(${subject})`;
    default:
      throw new Error(`no validator for the type ${type}`);
  }
}

function bounds({ minimum, maximum, exclusiveMinimum }, subject) {
  return [
    ...(minimum === undefined ? [] : [`${subject} >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`${subject} <= ${maximum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`${subject} > ${exclusiveMinimum}`]),
  ];
}

function form({ pattern }, subject, scope) {
  if (pattern === undefined) return [];
  if (pattern === '\\S') return [`isFilled(${subject})`];
  const name = scope.patterns.get(pattern) ?? `pattern${scope.patterns.size}`;
  scope.patterns.set(pattern, name);
  // A pattern can't know February: where the schema asks for a day, the calendar is asked too.
  return [
    `${name}.test(${subject})`,
    ...(pattern === scope.dayPattern ? [`parseDay(${subject}) !== undefined`] : []),
  ];
}

function listed({ items, uniqueItems }, subject, scope) {
  const each = items ? ` && ${subject}.every((item) => ${condition(items, 'item', scope)})` : '';
  return `${each}${uniqueItems ? ` && isUnique(${subject})` : ''}`;
}

/** A function of its own for each map: one pass over its own keys, then the required ones. */
function mapped(schema, scope) {
  const name = `map${scope.count++}`;
  const cases = Object.entries(schema.properties ?? {}).map(
    ([key, property]) =>
      `case ${JSON.stringify(key)}: { const inner = value[key]; if (!${condition(property, 'inner', scope)}) return false; break; }`,
  );
  const other = schema.additionalProperties
    ? `${keyed(schema, scope)} const inner = value[key]; if (!${condition(schema.additionalProperties, 'inner', scope)}) return false;`
    : 'return false;';
  const present = (keys) => keys.map((key) => `has(value, ${JSON.stringify(key)})`).join(' && ') || 'true';
  const unless = schema.if ? ` && (${present(schema.if.required)} || ${present(schema.else.required)})` : '';
  scope.lines.push(
    `function ${name}(value) {`,
    '  if (!isMap(value)) return false;',
    '  for (const key in value) switch (key) {',
    ...cases.map((line) => `    ${line}`),
    `    default: { ${other} }`,
    '  }',
    `  return ${present(schema.required ?? [])}${unless};`,
    '}',
  );
  return name;
}

function keyed({ propertyNames }, scope) {
  if (!propertyNames) return '';
  const [test] = form(propertyNames, 'key', scope);
  return `if (!${test}) return false;`;
}
