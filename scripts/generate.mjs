// Writes everything in src/**/generated: TypeScript types and validators of the schemas, the list of the
// rules, the letters of charts, the script and styles of the page for the meeting.
// A file is touched only when its text changed, so that watchers and caches stay quiet.
import { fileURLToPath } from 'node:url';
import { dashboardAssets } from './generate/dashboard.mjs';
import { glyphModule } from './generate/glyphs.mjs';
import { layoutTable } from './generate/layout.mjs';
import { ruleIndex } from './generate/rules.mjs';
import { schemaTexts } from './generate/schema-texts.mjs';
import { readSchemas } from './generate/schemas.mjs';
import { schemaTypes } from './generate/types.mjs';
import { schemaValidators } from './generate/validators.mjs';
import { writeChanged } from './generate/write-changed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemas = readSchemas(root);

writeChanged(root, {
  'src/schema/generated/types.ts': await schemaTypes(schemas),
  'src/schema/generated/schemas.js': schemaTexts(schemas),
  'src/schema/generated/schemas.d.ts':
    'export declare const schemaTexts: Readonly<Record<string, string>>;\n',
  ...schemaValidators(schemas),
  ...layoutTable(schemas),
  'src/rules/generated/index.ts': ruleIndex(root),
  'src/render/generated/glyphs.ts': glyphModule(),
  'src/render/generated/dashboard-assets.ts': await dashboardAssets(root),
});
