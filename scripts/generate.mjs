// Writes everything in src/**/generated, and what the schemas and the documentation take from the sources: TypeScript types and validators of the schemas, the list of the
// rules, the forms of the nouns, the script and styles of the page for the meeting.
// A file is touched only when its text changed, so that watchers and caches stay quiet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { abbreviations } from './generate/abbreviations.mjs';
import { dashboardAssets } from './generate/dashboard.mjs';
import {
  columnTable,
  planSchema,
  planSchemaFile,
  readFields,
  withGenerated,
} from './generate/item-fields.mjs';
import { layoutTable } from './generate/layout.mjs';
import { nounForms } from './generate/nouns.mjs';
import { ruleLists } from './generate/rule-lists.mjs';
import { ruleIndex } from './generate/rules.mjs';
import { schemaTexts } from './generate/schema-texts.mjs';
import { readSchemas } from './generate/schemas.mjs';
import { schemaTypes } from './generate/types.mjs';
import { schemaValidators } from './generate/validators.mjs';
import { writeChanged } from './generate/write-changed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const fields = await readFields(root);
const published = readSchemas(root);
const schemas = { ...published, plan: planSchema(published.plan, fields) };
const page = (path) => readFileSync(join(root, path), 'utf8');

writeChanged(root, {
  'schemas/plan.schema.json': planSchemaFile(root, schemas.plan),
  'docs/format.md': withGenerated(page('docs/format.md'), 'columns', columnTable(fields)),
  'src/schema/generated/types.ts': await schemaTypes(schemas),
  'src/schema/generated/schemas.js': schemaTexts(schemas),
  'src/schema/generated/schemas.d.ts':
    'export declare const schemaTexts: Readonly<Record<string, string>>;\n',
  ...schemaValidators(schemas),
  ...layoutTable(schemas),
  'src/rules/generated/index.ts': ruleIndex(root),
  ...nounForms(root),
  ...abbreviations(root),
  'src/render/generated/dashboard-assets.ts': await dashboardAssets(root),
});

writeChanged(root, await ruleLists(root));
