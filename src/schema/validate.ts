import type { Problem } from '../source/document.ts';
import { explain } from './explain.ts';
import { config, facts, links, lock, plan, registry, requests } from './generated/validators.js';
import type { DocumentKind } from './schema-node.ts';

export type { DocumentKind } from './schema-node.ts';

const VALIDATORS: Readonly<Record<DocumentKind, (value: unknown) => boolean>> = {
  plan,
  facts,
  registry,
  links,
  lock,
  requests,
  config,
};

const NONE: readonly Problem[] = [];

/**
 * Holds a document against the schema of its kind: rule `schema`, everything wrong at its exact place. A clean
 * document costs one pass of a compiled validator; only a broken one is explained.
 */
export function validate(kind: DocumentKind, value: unknown, file: string): readonly Problem[] {
  return VALIDATORS[kind](value) ? NONE : explain(kind, value, file);
}
