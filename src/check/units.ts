import { compareText } from '../finding/order.ts';
import type { DocumentSet } from '../model/document-set.ts';
import { listAt, type Outline } from '../model/outline.ts';
import type { Judged } from '../rules/rule.ts';
import { CONFIG_FILE } from '../source/files.ts';

/** Files whose documents are judged together: a plan with its facts, links and editions, or any other file alone. */
export interface Unit {
  /** The plan's, or the only one. */
  readonly file: string;
  readonly files: ReadonlySet<string>;
  readonly outlines: readonly Outline[];
}

/** The units of a workspace, in the order of their files. */
export function unitsOf({ outlines, roster, problems }: DocumentSet): readonly Unit[] {
  const members = new Map<string, Outline[]>();
  for (const outline of outlines) {
    const { file, kind, plan } = outline;
    const serves = plan !== undefined && (kind === 'facts' || kind === 'links' || kind === 'lock');
    const [owner, twin] = serves ? roster.filesOf('plan', plan) : [];
    listAt(members, owner !== undefined && twin === undefined ? owner : file, outline);
  }
  const documents = new Set(outlines.map(({ file }) => file));
  // What the config says is judged though there is no problem in it.
  members.set(CONFIG_FILE, []);
  for (const file of problems.keys()) if (!documents.has(file)) members.set(file, []);
  return [...members]
    .sort(([a], [b]) => compareText(a, b))
    .map(([file, all]) => ({ file, files: new Set([file, ...all.map((one) => one.file)]), outlines: all }));
}

/** The documents of a unit. */
export function judgedIn({ outlines }: Unit, documents: DocumentSet): Judged {
  const filesOf = (wanted: Outline['kind']): string[] =>
    outlines.flatMap(({ file, kind }) => (kind === wanted ? [file] : []));
  return {
    plans: filesOf('plan').map(documents.plan),
    facts: filesOf('facts').map(documents.facts),
    registries: filesOf('registry').map(documents.registry),
    links: filesOf('links').map(documents.links),
    locks: filesOf('lock').map(documents.lock),
    requests: filesOf('requests').map(documents.requests),
  };
}
