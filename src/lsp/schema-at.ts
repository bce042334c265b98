import type { Route } from '../finding/finding.ts';
import { type DocumentKind, resolve, type SchemaNode, schemaOf } from '../schema/schema-node.ts';

/** What a schema allows at a route: every form that may be there, references followed. */
export function schemaAt(kind: DocumentKind, route: Route): readonly SchemaNode[] {
  const root = schemaOf(kind);
  let nodes = formsOf(root, root);
  for (const step of route)
    nodes = nodes.flatMap((node) => below(node, step)).flatMap((node) => formsOf(root, node));
  return nodes;
}

/** The description of a key, which may be another than that of what is in it. */
export function keyAt(kind: DocumentKind, route: Route): SchemaNode | undefined {
  const root = schemaOf(kind);
  const last = route.at(-1);
  if (last === undefined) return undefined;
  const found = schemaAt(kind, route.slice(0, -1)).flatMap((node) => below(node, last));
  return found.map((node) => resolve(root, node).node).find(({ description }) => description !== undefined);
}

function formsOf(root: SchemaNode, node: SchemaNode): SchemaNode[] {
  const { node: plain } = resolve(root, node);
  return plain.anyOf ? plain.anyOf.flatMap((form) => formsOf(root, form)) : [plain];
}

function below({ properties, additionalProperties, items }: SchemaNode, step: string | number): SchemaNode[] {
  if (typeof step === 'number') return items ? [items] : [];
  const named = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (named) return [named];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}
