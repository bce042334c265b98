import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { transformSync } from 'esbuild';

const text = { type: 'string', pattern: '\\S' };
const listOf = (items) => ({ type: 'array', items });

/** Kind of a value → its schema; see ValueKind of src/fields/item-fields.ts. */
const SHAPES = {
  number: { $ref: '#/$defs/NumberText' },
  numbers: {
    type: 'array',
    uniqueItems: true,
    items: { type: ['string', 'number'], pattern: '\\S' },
  },
  name: { type: 'string', pattern: '^[^\\s#]+$' },
  names: { ...listOf(text), uniqueItems: true },
  text,
  'linked-text': { anyOf: [text, { $ref: '#/$defs/InfoFields' }] },
  period: { $ref: '#/$defs/When' },
  executors: listOf({ $ref: '#/$defs/ExecutorEntry' }),
  indicators: listOf({ $ref: '#/$defs/IndicatorEntry' }),
  parts: listOf({ $ref: '#/$defs/PartFields' }),
  'texts-by-name': {
    type: 'object',
    additionalProperties: { type: ['string', 'number'], pattern: '\\S' },
  },
};

/** The list of fields, as src/fields/item-fields.ts has it. */
export async function readFields(root) {
  const source = readFileSync(join(root, 'src/fields/item-fields.ts'), 'utf8');
  const { code } = transformSync(source, { loader: 'ts', format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

/** Fits the plan's schema to the fields: the properties of an item and of a part, and what a column may print. */
export function planSchema(schema, { itemFields, columnFields }) {
  const { ItemFields, PartFields, ColumnFields } = schema.$defs;
  const columns = columnFields.map(({ key }) => key);
  const properties = (where) =>
    Object.fromEntries(
      itemFields.flatMap((field) => {
        const texts = field[where];
        if (!texts) return [];
        const shape = field.value === 'linked-text' && where === 'inPart' ? text : SHAPES[field.value];
        return [[field.key, { description: texts.description, examples: texts.examples, ...shape }]];
      }),
    );
  const field = {
    description: `Что печатается: ${columns.join(', ')} — или extra.ИМЯ для своей графы.`,
    examples: [...columns, 'extra.направление'],
    type: 'string',
    pattern: `^(${columns.join('|')}|extra\\..+)$`,
  };
  return {
    ...schema,
    $defs: {
      ...schema.$defs,
      ItemFields: { ...ItemFields, properties: properties('inItem') },
      PartFields: { ...PartFields, properties: properties('inPart') },
      ColumnFields: { ...ColumnFields, properties: { ...ColumnFields.properties, field } },
    },
  };
}

/** The text of the file with the schema: as it stands where it says the same, else laid out anew. */
export function planSchemaFile(root, schema) {
  const path = join(root, 'schemas/plan.schema.json');
  const was = readFileSync(path, 'utf8');
  const isSame =
    isDeepStrictEqual(JSON.parse(was), schema) && JSON.stringify(JSON.parse(was)) === JSON.stringify(schema);
  if (isSame) return was;
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'format', '--stdin-file-path=schemas/plan.schema.json'], {
    cwd: root,
    input: JSON.stringify(schema, null, 2),
    encoding: 'utf8',
  });
}

/** The columns as a table of docs/format.md. */
export const columnTable = ({ columnFields }) =>
  [
    '| `field` | Заголовок | Ширина, мм | Печатается |',
    '|---|---|---|---|',
    ...columnFields.map(
      ({ key, column }) =>
        `| \`${key}\` | ${column.heading} | ${column.width ?? (key === 'action' ? 'остаток листа' : 40)} | ${column.isUsual ? 'всегда' : 'если заполнено'} |`,
    ),
  ].join('\n');

/** A page with the part between `<!-- generated: NAME -->` and `<!-- end of NAME -->` written anew. */
export function withGenerated(page, name, body) {
  const [from, to] = [`<!-- generated: ${name} -->`, `<!-- end of ${name} -->`];
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`no ${from} … ${to}`);
  return `${page.slice(0, start + from.length)}\n${body}\n${page.slice(end)}`;
}
