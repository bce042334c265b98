import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleText } from '../report/options.ts';
import { rules } from '../rules/generated/index.ts';
import { packageRoot } from './package-root.ts';

/** The page of a rule, Markdown; undefined where the package has none. `id` must be a known rule. */
export function rulePage(id: string): string | undefined {
  const file = join(packageRoot(), 'docs', 'rules', `${id}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** All rules with their pages, for reports that carry them. */
export function ruleTexts(): readonly RuleText[] {
  return rules.map(({ id, severity, summary }) => {
    const page = rulePage(id);
    return { id, severity, summary, ...(page === undefined ? {} : { page }) };
  });
}
