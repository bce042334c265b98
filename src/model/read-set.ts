import { createHash } from 'node:crypto';
import type { Calendar } from '../meaning/calendar.ts';
import { productionCalendar } from '../meaning/production-calendar.ts';
import type { ConfigDocument, LinksDocument, LockDocument } from '../schema/generated/types.ts';
import type { LoadedDocument, Problem } from '../source/document.ts';
import type { Files } from '../source/files.ts';
import { buildFacts } from './build-facts.ts';
import { buildPlan } from './build-plan.ts';
import { calendarOverrides } from './calendar-config.ts';
import { type DocumentSet, problemsByFile } from './document-set.ts';
import {
  assemble,
  buildRegistry,
  documentPaths,
  type Loaded,
  lender,
  loadConfig,
  loadDocument,
} from './load.ts';
import { type Outline, outlineOf, rosterOf } from './outline.ts';
import type { Plan } from './plan.ts';
import type { RawMap } from './raw.ts';
import { buildRequests } from './requests.ts';

/** What is known of a file by its content, whatever the other files say. */
export interface KnownFile {
  /** Of its content; empty where nobody will ask. */
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
  /** As it was read; what is not kept is read again. */
  readonly documentOf: (file: string) => LoadedDocument;
}

/** Documents of so many items are kept as they were read. Of a country the rest is read again when it is asked for. */
const ROOM = 20_000;

/** What is remembered of a file between two runs of one process. */
const documentsOf = new WeakMap<KnownFile, LoadedDocument>();

/**
 * The documents of a workspace, none of which is read twice as long as they are not too many. `named` are files the user named
 * on the command line (`loadWorkspace`). With `since`, what was known of the files before, only those are read that have
 * changed.
 */
export function readSet(
  files: Files,
  named: ReadonlySet<string> = new Set(),
  since?: ReadonlyMap<string, KnownFile>,
  room = ROOM,
): ReadSet {
  const problems: Problem[] = [];
  const { config } = loadConfig(files, problems);
  const digestOf = once((file) => (since ? digestIn(files, file) + (named.has(file) ? ' named' : '') : ''));
  const known = new Map<string, KnownFile>();
  const changed = new Map<string, LoadedDocument>();
  let left = room;
  for (const file of documentPaths(files, config, named, problems)) {
    const before = since?.get(file);
    if (before && before.digest === digestOf(file)) {
      known.set(file, before);
      continue;
    }
    const own: Problem[] = [];
    const document = loadDocument(files, file, named.has(file), own);
    const outline = document && outlineOf(document);
    known.set(file, {
      digest: digestOf(file),
      ...(outline ? { outline } : {}),
      problems: own,
      plain: document?.plain ?? false,
    });
    // Registries serve all.
    if (!document || (left <= 0 && outline?.kind !== 'registry')) continue;
    left -= outline?.items ?? 0;
    changed.set(file, document);
  }
  const documentOf = (file: string): LoadedDocument => {
    const one = known.get(file) as KnownFile;
    const had = changed.get(file) ?? documentsOf.get(one);
    if (had) {
      documentsOf.set(one, had);
      return had;
    }
    return loadDocument(files, file, named.has(file), []) as LoadedDocument;
  };
  const rawOf = (file: string): RawMap => documentOf(file).value as RawMap;
  const outlines = [...known.values()].flatMap(({ outline }) => outline ?? []);
  const roster = rosterOf(outlines);
  const registry = once((file) => buildRegistry(file, rawOf(file)));
  const lentBy = roster.registries.map(({ file }) => digestOf(file)).join();
  const calendar = calendarOf(config);
  const lent = lender(roster.registries.map(({ file }) => registry(file)));
  // Those that others implement are asked for again and again.
  const parents = new Set(
    outlines.flatMap((outline) => outline.parents.flatMap((id) => roster.filesOf('plan', id))),
  );
  const documents: DocumentSet = {
    files,
    config,
    calendar,
    outlines,
    roster,
    problems: problemsByFile([...problems, ...[...known.values()].flatMap((one) => one.problems)]),
    isPlain: (file) => known.get(file)?.plain ?? false,
    plan: once(
      (file) => {
        const one = known.get(file) as KnownFile;
        const before = since && plansOf.get(one);
        if (before?.lentBy === lentBy && before.calendar === calendar) return before.plan;
        const plan = buildPlan(file, rawOf(file), lent(one.outline?.registry));
        if (since && parents.has(file)) plansOf.set(one, { lentBy, calendar, plan });
        return plan;
      },
      (file) => parents.has(file) || changed.has(file),
    ),
    facts: (file) => buildFacts(file, rawOf(file)),
    registry,
    links: (file) => ({ file, source: rawOf(file) as unknown as LinksDocument }),
    lock: (file) => ({ file, source: rawOf(file) as unknown as LockDocument }),
    requests: (file) => buildRequests(file, rawOf(file)),
    ...(since ? { digestOf } : {}),
  };
  return { documents, known, documentOf };
}

/**
 * `loadWorkspace` for who does it again and again: of the files only those are read that have changed `since`. All
 * documents are kept in memory.
 */
export function loadAgain(
  files: Files,
  named: ReadonlySet<string>,
  since: ReadonlyMap<string, KnownFile>,
): { readonly loaded: Loaded; readonly known: ReadonlyMap<string, KnownFile> } {
  const { documents, known, documentOf } = readSet(files, named, since, Number.POSITIVE_INFINITY);
  const config = loadConfig(files, []);
  const read = documents.outlines.map(({ file }) => documentOf(file));
  const all = config.document ? [config.document, ...read] : read;
  const problems = [...documents.problems.values()].flat();
  return { loaded: { workspace: assemble(files, config.config, all), problems }, known };
}

const plansOf = new WeakMap<KnownFile, BuiltPlan>();

/** A plan that others implement, and what it was built with: what is worked out of it is remembered with it. */
interface BuiltPlan {
  /** The contents of the registries. */
  readonly lentBy: string;
  readonly calendar: Calendar;
  readonly plan: Plan;
}

let lastCalendar: { readonly key: string; readonly calendar: Calendar } | undefined;

/** The same as long as the config says the same: what texts mean is remembered by their calendar. */
function calendarOf(config: ConfigDocument): Calendar {
  const overrides = calendarOverrides(config);
  const key = JSON.stringify(config.calendar ?? null);
  if (lastCalendar?.key !== key) lastCalendar = { key, calendar: productionCalendar(overrides) };
  return lastCalendar.calendar;
}

/** Worked out when it is first asked for, and kept: all, or what is to be kept. */
function once<Value>(
  of: (file: string) => Value,
  isKept: (file: string) => boolean = () => true,
): (file: string) => Value {
  const made = new Map<string, Value>();
  return (file) => {
    const before = made.get(file);
    if (before !== undefined) return before;
    const value = of(file);
    if (isKept(file)) made.set(file, value);
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
