import type { LoadedDocument } from '../source/document.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { countItems } from './build-items.ts';
import { parentsOf } from './build-plan.ts';
import { asMap, asText } from './raw.ts';

/** What other documents may ask about a document without looking into it. */
export interface Outline {
  readonly file: string;
  /** `other`: the config, and what is no document of ours or could not be read. */
  readonly kind: 'plan' | 'facts' | 'registry' | 'links' | 'lock' | 'requests' | 'other';
  /** Of a plan or a registry; empty where it has none. */
  readonly id: string;
  /** Of facts, links and editions: the plan that they serve. */
  readonly plan?: string;
  /** The registry that a plan names. */
  readonly registry?: string;
  readonly territory?: string;
  /** Ids of the plans that a plan implements. */
  readonly parents: readonly string[];
  /** How many items a plan has. */
  readonly items: number;
}

const KINDS: ReadonlySet<string> = new Set(['plan', 'facts', 'registry', 'links', 'lock', 'requests']);

/** What others must know of a document; of any file that is none of ours, that it is none. */
export function outlineOf({ file, kind, value }: LoadedDocument): Outline {
  const raw = asMap(value);
  // The config is none of ours, whatever `kind` somebody wrote into it.
  if (!raw || file === CONFIG_FILE || kind === undefined || !KINDS.has(kind))
    return { file, kind: 'other', id: '', parents: [], items: 0 };
  const known = { file, kind: kind as Outline['kind'], parents: [], items: 0 };
  if (kind === 'registry') return { ...known, id: asText(raw.id) ?? '' };
  if (kind !== 'plan') return { ...known, id: '', plan: asText(raw.plan) ?? '' };
  const territory = asText(raw.territory);
  const registry = asText(raw.registry);
  return {
    ...known,
    id: asText(raw.id) ?? '',
    parents: parentsOf(raw.implements).map(({ id }) => id),
    items: countItems(raw),
    ...(registry === undefined ? {} : { registry }),
    ...(territory === undefined ? {} : { territory }),
  };
}

/** The names of all plans and registries of a workspace. */
export interface Roster {
  /** In the order of their files. */
  readonly plans: readonly Outline[];
  readonly registries: readonly Outline[];
  /** Files of the documents of an id, in their order. */
  filesOf(kind: 'plan' | 'registry', id: string): readonly string[];
  /** Ids of the plans that a plan implements; none of a plan that is not there or whose id two files claim. */
  parentsOf(id: string): readonly string[];
  /** Files with facts of a plan. */
  factsOf(plan: string): readonly string[];
}

/** Who is there: all outlines of a workspace, to be asked by id. */
export function rosterOf(outlines: readonly Outline[]): Roster {
  const files = { plan: new Map<string, string[]>(), registry: new Map<string, string[]>() };
  const facts = new Map<string, string[]>();
  const plans: Outline[] = [];
  const registries: Outline[] = [];
  const byFile = new Map<string, Outline>();
  for (const outline of outlines) {
    const { kind, id, file, plan = '' } = outline;
    if (kind === 'facts') listAt(facts, plan, file);
    if (kind !== 'plan' && kind !== 'registry') continue;
    (kind === 'plan' ? plans : registries).push(outline);
    byFile.set(file, outline);
    listAt(files[kind], id, file);
  }
  const filesOf: Roster['filesOf'] = (kind, id) => files[kind].get(id) ?? [];
  return {
    plans,
    registries,
    filesOf,
    parentsOf(id) {
      const [file, twin] = filesOf('plan', id);
      return file === undefined || twin !== undefined ? [] : (byFile.get(file)?.parents ?? []);
    },
    factsOf: (plan) => facts.get(plan) ?? [],
  };
}

/** Adds to the list of a key. */
export function listAt<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
