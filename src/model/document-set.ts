import type { Calendar } from '../meaning/calendar.ts';
import type { ConfigDocument, LinksDocument, LockDocument } from '../schema/generated/types.ts';
import type { Problem } from '../source/document.ts';
import type { Files } from '../source/files.ts';
import { CONFIG_FILE } from '../source/files.ts';
import type { Loaded } from './load.ts';
import { listAt, type Outline, outlineOf, type Roster, rosterOf } from './outline.ts';
import type { Plan } from './plan.ts';
import type { RequestsFile } from './requests.ts';
import type { FactsFile, Registry } from './workspace.ts';

/** The documents of a workspace, each to be had by its file. */
export interface DocumentSet {
  readonly files: Files;
  readonly config: ConfigDocument;
  readonly calendar: Calendar;
  /** One for each document, in the order of the files. */
  readonly outlines: readonly Outline[];
  readonly roster: Roster;
  /** What reading and the schemas found, by the file it is in. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** Whether a file was read in one pass (`LoadedDocument`). */
  isPlain(file: string): boolean;
  plan(file: string): Plan;
  facts(file: string): FactsFile;
  registry(file: string): Registry;
  links(file: string): { readonly file: string; readonly source: LinksDocument };
  lock(file: string): { readonly file: string; readonly source: LockDocument };
  requests(file: string): RequestsFile;
  /** Known by the content of a file, another one whenever the content is another; absent where nobody will ask. */
  readonly digestOf?: (file: string) => string;
}

/** Documents that are all at hand. */
export function setOf({ workspace, problems }: Loaded): DocumentSet {
  const plans = byFile(workspace.plans);
  const facts = byFile(workspace.facts);
  const registries = byFile(workspace.registries);
  const links = byFile(workspace.links);
  const locks = byFile(workspace.locks);
  const requests = byFile(workspace.requests);
  const plain = new Set(workspace.documents.filter((document) => document.plain).map(({ file }) => file));
  const outlines = workspace.documents.filter(({ file }) => file !== CONFIG_FILE).map(outlineOf);
  const had =
    <Document>(documents: ReadonlyMap<string, Document>) =>
    (file: string): Document =>
      documents.get(file) as Document;
  return {
    files: workspace.files,
    config: workspace.config,
    calendar: workspace.calendar,
    outlines,
    roster: rosterOf(outlines),
    problems: problemsByFile(problems),
    isPlain: (file) => plain.has(file),
    plan: had(plans),
    facts: had(facts),
    registry: had(registries),
    links: had(links),
    lock: had(locks),
    requests: had(requests),
  };
}

const byFile = <Document extends { readonly file: string }>(
  documents: readonly Document[],
): ReadonlyMap<string, Document> => new Map(documents.map((document) => [document.file, document]));

/** Problems by the file they are in, in their order. */
export function problemsByFile(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const lists = new Map<string, Problem[]>();
  for (const problem of problems) listAt(lists, problem.at.file, problem);
  return lists;
}
