import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

let loaded: typeof Yaml | undefined;

/**
 * The package `yaml`, loaded at the first use: a run over clean files never pays for it. `createRequire`
 * keeps reading synchronous (`import()` would make every reader of a file asynchronous for the sake of the
 * broken ones) and leaves the package outside the bundle.
 */
export function yaml(): typeof Yaml {
  loaded ??= createRequire(import.meta.url)('yaml') as typeof Yaml;
  return loaded;
}

/** How often aliases may be used, nested ones as often as they multiply, before the document is refused (an alias bomb). */
export const MAX_ALIAS_COUNT = 1000;

/** The one set of options everything else is measured against: YAML 1.2 core, strict. */
export const REFERENCE_OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  // `!!binary` and its like would bring values that are no plain data.
  resolveKnownTags: false,
  // Explanation by `keys.ts`, with both places; the package compares every key with every other.
  uniqueKeys: false,
  strict: true,
  stringKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;
