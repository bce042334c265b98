import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const NOT_RULES = new Set(['rule.ts']);

/** `number-gap` → `numberGap`. */
const variable = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The list of all rules, sorted by id: a rule is added by adding its file. */
export function ruleIndex(root) {
  const ids = readdirSync(join(root, 'src/rules'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !NOT_RULES.has(entry.name))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
    .sort();
  const imports = ids.map((id) => `import { rule as ${variable(id)} } from '../${id}.ts';\n`).join('');
  const names = ids.map((id) => `  ${variable(id)},\n`).join('');
  return (
    `// Generated from the files of src/rules by scripts/generate.mjs.\n` +
    `${imports}import type { Rule } from '../rule.ts';\n\n` +
    `export const rules: readonly Rule[] = [\n${names}];\n`
  );
}
