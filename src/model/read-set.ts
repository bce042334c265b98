import { createHash } from 'node:crypto';
import { productionCalendar } from '../meaning/production-calendar.ts';
import type { LinksDocument, LockDocument } from '../schema/generated/types.ts';
import type { LoadedDocument, Problem } from '../source/document.ts';
import type { Files } from '../source/files.ts';
import { buildFacts } from './build-facts.ts';
import { buildPlan } from './build-plan.ts';
import { calendarOverrides } from './calendar-config.ts';
import { type DocumentSet, problemsByFile } from './document-set.ts';
import { buildRegistry, documentPaths, lender, loadConfig, loadDocument } from './load.ts';
import { type Outline, outlineOf, rosterOf } from './outline.ts';
import type { Plan } from './plan.ts';
import type { RawMap } from './raw.ts';

/** What is known of a file by its content, whatever the other files say. */
export interface KnownFile {
  readonly digest: string;
  /** Absent: the file is no document of ours. */
  readonly outline?: Outline;
  readonly problems: readonly Problem[];
  readonly plain: boolean;
}

/** The documents of a workspace, and what is known of every file that may be one. */
interface ReadSet {
  readonly documents: DocumentSet;
  readonly known: ReadonlyMap<string, KnownFile>;
}

/** What is remembered of a file between two runs of one process. */
const documentsOf = new WeakMap<KnownFile, LoadedDocument>();

/**
 * The documents of a workspace, of which only those are read that have changed `since`, and others when they are asked for.
 * `named` are files the user named on the command line (`loadWorkspace`).
 */
export function readSet(
  files: Files,
  named: ReadonlySet<string> = new Set(),
  since: ReadonlyMap<string, KnownFile> = new Map(),
): ReadSet {
  const problems: Problem[] = [];
  const { config } = loadConfig(files, problems);
  const digestOf = once((file) => digestIn(files, file) + (named.has(file) ? ' named' : ''));
  const read = (file: string) => {
    const own: Problem[] = [];
    return { document: loadDocument(files, file, named.has(file), own), problems: own };
  };
  const known = new Map<string, KnownFile>();
  const fresh = new Map<string, LoadedDocument | undefined>();
  for (const file of documentPaths(files, config, named, problems)) {
    const before = since.get(file);
    if (before?.digest === digestOf(file)) {
      known.set(file, before);
      continue;
    }
    const { document, problems: own } = read(file);
    fresh.set(file, document);
    known.set(file, {
      digest: digestOf(file),
      ...(document ? { outline: outlineOf(document) } : {}),
      problems: own,
      plain: document?.plain ?? false,
    });
  }
  const documentOf = once((file): LoadedDocument => {
    const one = known.get(file) as KnownFile;
    const document = fresh.get(file) ?? documentsOf.get(one) ?? (read(file).document as LoadedDocument);
    documentsOf.set(one, document);
    return document;
  });
  const rawOf = (file: string): RawMap => documentOf(file).value as RawMap;
  const registry = once((file) => buildRegistry(file, rawOf(file)));
  const registries = [...known.values()].flatMap(({ outline }) =>
    outline?.kind === 'registry' ? [registry(outline.file)] : [],
  );
  const lent = lender(registries);
  const outlineIn = (file: string): Outline | undefined => known.get(file)?.outline;
  const plan = once((file): Plan => buildPlan(file, rawOf(file), lent(outlineIn(file)?.registry)));
  for (const file of fresh.keys()) {
    const one = known.get(file) as KnownFile;
    if (one.outline?.kind !== 'plan') continue;
    const counted = { ...one, outline: { ...one.outline, items: plan(file).items.length } };
    documentsOf.set(counted, documentOf(file));
    known.set(file, counted);
  }
  const outlines = [...known.values()].flatMap(({ outline }) => outline ?? []);
  const documents: DocumentSet = {
    files,
    config,
    calendar: productionCalendar(calendarOverrides(config)),
    outlines,
    roster: rosterOf(outlines),
    problems: problemsByFile([...problems, ...[...known.values()].flatMap((one) => one.problems)]),
    isPlain: (file) => known.get(file)?.plain ?? false,
    plan,
    facts: once((file) => buildFacts(file, rawOf(file))),
    registry,
    links: (file) => ({ file, source: rawOf(file) as unknown as LinksDocument }),
    lock: (file) => ({ file, source: rawOf(file) as unknown as LockDocument }),
    digestOf,
  };
  return { documents, known };
}

/** Worked out when it is first asked for. */
function once<Value>(of: (file: string) => Value): (file: string) => Value {
  const made = new Map<string, Value>();
  return (file) => {
    const before = made.get(file);
    if (before !== undefined) return before;
    const value = of(file);
    made.set(file, value);
    return value;
  };
}

function digestIn(files: Files, path: string): string {
  if (files.digestOf) return files.digestOf(path);
  const content = files.read(path);
  return createHash('sha256')
    .update(typeof content === 'string' ? `failed\0${content}` : content)
    .digest('base64');
}
