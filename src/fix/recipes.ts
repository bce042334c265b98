import type { Finding } from '../finding/finding.ts';
import type { Fix, FixContext } from './fix.ts';

/** What no cure of the finding itself can say, since it needs the rest of the workspace. */
type Recipe = (finding: Finding, context: FixContext) => readonly Fix[];

/** By rule. */
export const RECIPES: Readonly<Record<string, Recipe>> = {};
