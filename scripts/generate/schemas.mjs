import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kinds of documents a repository of plans is made of, in the order people meet them. */
export const KINDS = ['plan', 'facts', 'registry', 'links', 'lock', 'requests', 'config'];

/** Kind → schema, as published. */
export function readSchemas(root) {
  return Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      JSON.parse(readFileSync(join(root, 'schemas', `${kind}.schema.json`), 'utf8')),
    ]),
  );
}
