import { asMap, asText } from '../model/raw.ts';
import type { Workspace } from '../model/workspace.ts';
import type { LoadedDocument } from '../source/document.ts';

/** Whom a document serves, wherever it lies: the plan or registry by its own id, facts by their plan. */
function identityOf({ kind, value }: LoadedDocument): string | undefined {
  const raw = asMap(value);
  const name = asText(kind === 'plan' || kind === 'registry' ? raw?.id : raw?.plan);
  return name === undefined || name === '' ? undefined : `${kind}\0${name}`;
}

/** The one document of each name; names that several share say nothing. */
function unique(
  documents: readonly LoadedDocument[],
  nameOf: (document: LoadedDocument) => string | undefined,
): ReadonlyMap<string, string> {
  const files = new Map<string, string | undefined>();
  for (const document of documents) {
    const name = nameOf(document);
    if (name !== undefined) files.set(name, files.has(name) ? undefined : document.file);
  }
  return new Map([...files].flatMap(([name, file]) => (file === undefined ? [] : [[name, file] as const])));
}

const textOf =
  ({ files }: Workspace) =>
  ({ file }: LoadedDocument): string | undefined => {
    const bytes = files.read(file);
    return typeof bytes === 'string' ? undefined : new TextDecoder('latin1').decode(bytes);
  };

/**
 * Documents that moved between two states of a workspace, old name to new one: gone there and fresh here, with the same
 * bytes or, where they were edited too, the same identity. Git's own detection would miss what is not staged yet.
 */
export function renamedFiles(before: Workspace, after: Workspace): ReadonlyMap<string, string> {
  const old = new Set(before.documents.map(({ file }) => file));
  const now = new Set(after.documents.map(({ file }) => file));
  const gone = before.documents.filter(({ file }) => !now.has(file));
  const fresh = after.documents.filter(({ file }) => !old.has(file));
  if (gone.length === 0 || fresh.length === 0) return new Map();
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): void => {
    for (const [name, file] of from) {
      const target = to.get(name);
      if (target === undefined || renamed.has(file) || taken.has(target)) continue;
      renamed.set(file, target);
      taken.add(target);
    }
  };
  pair(unique(gone, textOf(before)), unique(fresh, textOf(after)));
  pair(unique(gone, identityOf), unique(fresh, identityOf));
  return renamed;
}
