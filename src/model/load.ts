import { compareText } from '../finding/order.ts';
import { productionCalendar } from '../meaning/production-calendar.ts';
import { nearest } from '../russian/index.ts';
import type {
  ConfigDocument,
  LinksDocument,
  LockDocument,
  RegistryDocument,
} from '../schema/generated/types.ts';
import { type DocumentKind, validate } from '../schema/validate.ts';
import { couldBeDocument, resemblesDocument } from '../source/discover.ts';
import type { LoadedDocument, Problem } from '../source/document.ts';
import type { Files } from '../source/files.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { globMatcher, isGlob } from '../source/glob.ts';
import { readDocument } from '../source/read.ts';
import { buildFacts } from './build-facts.ts';
import { buildExecutors, buildPlan, glossaryOf, type Lent } from './build-plan.ts';
import { calendarOverrides } from './calendar-config.ts';
import { outlineOf, rosterOf } from './outline.ts';
import type { Plan } from './plan.ts';
import { asList, asMap, asText, type RawMap } from './raw.ts';
import { buildRequests } from './requests.ts';
import { hiddenKind, unknownKind } from './unknown-kind.ts';
import { unreadable, unreadableFolder } from './unreadable.ts';
import type { FactsFile, Registry, Workspace } from './workspace.ts';

const KINDS: ReadonlySet<string> = new Set(['plan', 'facts', 'registry', 'links', 'lock', 'requests']);

export interface Loaded {
  readonly workspace: Workspace;
  /** What reading and the schemas found, in no particular order. */
  readonly problems: readonly Problem[];
}

/**
 * Reads every document of a workspace. `named` are files the user named on the command line: they must be
 * documents, whatever they look like. Never throws for what is in a file.
 */
export function loadWorkspace(files: Files, named: ReadonlySet<string> = new Set()): Loaded {
  const problems: Problem[] = [];
  const { config, document: configDocument } = loadConfig(files, problems);
  const documents: LoadedDocument[] = configDocument ? [configDocument] : [];
  for (const file of documentPaths(files, config, named, problems)) {
    const document = loadDocument(files, file, named.has(file), problems);
    if (document) documents.push(document);
  }
  return { workspace: assemble(files, config, documents), problems };
}

/**
 * The config of the workspace, an empty one where it is missing or is no map. Adds what is wrong with it to
 * `problems`.
 */
export function loadConfig(files: Files, problems: Problem[]) {
  const bytes = files.read(CONFIG_FILE);
  if (typeof bytes === 'string') return { config: {} as ConfigDocument, document: undefined };
  const document = readDocument(CONFIG_FILE, bytes);
  problems.push(...document.problems);
  const value = asMap(document.value);
  if (document.value !== undefined && document.value !== null) {
    problems.push(...validate('config', document.value, CONFIG_FILE));
  }
  return { config: (value ?? {}) as ConfigDocument, document };
}

/** The files that may be documents, in order. */
export function documentPaths(
  files: Files,
  config: ConfigDocument,
  named: ReadonlySet<string>,
  problems: Problem[],
): readonly string[] {
  const listed = files.list('').filter((file) => file !== CONFIG_FILE);
  const include = chosenBy(config, 'include', listed, problems);
  const exclude = chosenBy(config, 'exclude', listed, problems);
  for (const { folder, failure } of files.unlisted?.() ?? []) {
    if (!exclude?.(`${folder}/x.yaml`))
      problems.push(unreadableFolder(folder === '' ? '.' : folder, failure));
  }
  return listed
    .filter(
      (file) =>
        named.has(file) ||
        (/\.ya?ml$/i.test(file) && (include?.(file) ?? true) && !(exclude?.(file) ?? false)),
    )
    .sort(compareText);
}

/** Which files the patterns of a key choose; a pattern that chooses none is reported at its place. Undefined without patterns. */
function chosenBy(
  config: ConfigDocument,
  key: 'include' | 'exclude',
  listed: readonly string[],
  problems: Problem[],
): ((file: string) => boolean) | undefined {
  const patterns = asList(config[key]).flatMap((pattern, index) => {
    if (typeof pattern !== 'string') return [];
    const chooses = matcherOf(pattern);
    if (chooses === undefined) problems.push(endlessPattern(key, pattern, index));
    else if (!listed.some(chooses)) problems.push(unusedPattern(key, pattern, index, listed));
    return chooses === undefined ? [] : [{ chooses }];
  });
  return patterns.length === 0 ? undefined : (file) => patterns.some(({ chooses }) => chooses(file));
}

/**
 * A pattern of the config. As in git, the name of a folder or a file without signs of a pattern means it wherever it lies,
 * and all below it; one with a slash in it lies where it says. Undefined where it expands to too many others.
 */
function matcherOf(written: string): ((file: string) => boolean) | undefined {
  const path = written.trim().replaceAll('\\', '/').replace(/^\.\//, '');
  const bare = path.replace(/^\/+|\/+$/g, '');
  if (isGlob(bare)) return globMatcher(bare);
  const anchored = path.startsWith('/') || bare.includes('/');
  return (file) =>
    file === bare ||
    file.startsWith(`${bare}/`) ||
    (!anchored && (file.endsWith(`/${bare}`) || file.includes(`/${bare}/`)));
}

const endlessPattern = (key: string, pattern: string, index: number): Problem => ({
  rule: 'unused-pattern',
  message: {
    ru: `Образец «${pattern}» в ${key} заменяет слишком много других и не применён`,
    en: `The pattern “${pattern}” of \`${key}\` stands for too many others and was not used`,
  },
  help: {
    ru: 'Оставьте в фигурных скобках не больше 256 сочетаний или запишите несколько образцов',
    en: 'Leave at most 256 combinations in braces, or write several patterns',
  },
  at: { file: CONFIG_FILE, route: [key, index] },
});

function unusedPattern(key: string, pattern: string, index: number, listed: readonly string[]): Problem {
  const lower = matcherOf(pattern.toLowerCase());
  const otherCase = listed.find((file) => lower?.(file.toLowerCase()));
  return {
    rule: 'unused-pattern',
    message: {
      ru: `Образец «${pattern}» в ${key} не выбирает ни одного файла`,
      en: `The pattern “${pattern}” of \`${key}\` matches no file`,
    },
    help: otherCase
      ? {
          ru: `Буквы другого размера: есть файл ${otherCase}`,
          en: `The case differs: there is a file ${otherCase}`,
        }
      : {
          ru: 'Напишите папку (архив) или образец пути от папки с настройками (архив/**/*.yaml)',
          en: 'Name a folder (archive) or a pattern of a path from the folder of the config (archive/**/*.yaml)',
        },
    at: { file: CONFIG_FILE, route: [key, index] },
  };
}

/** Undefined: the file is no document of ours. */
export function loadDocument(
  files: Files,
  file: string,
  named: boolean,
  problems: Problem[],
): LoadedDocument | undefined {
  const bytes = files.read(file);
  if (typeof bytes === 'string') {
    problems.push(unreadable(file, bytes));
    return undefined;
  }
  const likeness = named || couldBeDocument(bytes) ? undefined : resemblesDocument(file, bytes);
  if (likeness === null) return undefined;
  const document = readDocument(file, bytes);
  const kind = document.kind;
  if (likeness && kind === undefined) {
    problems.push(hiddenKind(document, bytes, likeness.line));
    return { ...document, value: undefined };
  }
  if (kind === undefined || !KINDS.has(kind)) {
    const wrong = unknownKind(document, named);
    // Whatever is wrong in it, a file of another kind is a stranger's (Kubernetes, templates).
    const foreign = kind !== undefined && !named && nearest(kind, KINDS) === undefined;
    if (!wrong && (foreign || document.problems.length === 0)) return undefined;
    problems.push(...document.problems, ...(wrong ? [wrong] : []));
    return { ...document, value: undefined };
  }
  problems.push(...document.problems);
  if (document.value !== undefined) problems.push(...validate(kind as DocumentKind, document.value, file));
  return document;
}

/** The workspace that documents make. */
export function assemble(
  files: Files,
  config: ConfigDocument,
  documents: readonly LoadedDocument[],
): Workspace {
  const ofKind = (kind: string): { file: string; raw: RawMap }[] =>
    documents.flatMap((document) => {
      // The config is none of them, whatever `kind` somebody wrote into it.
      const isOne = document.kind === kind && document.file !== CONFIG_FILE;
      const raw = isOne ? asMap(document.value) : undefined;
      return raw ? [{ file: document.file, raw }] : [];
    });
  const registries = ofKind('registry').map(({ file, raw }) => buildRegistry(file, raw));
  const lent = lender(registries);
  const plans = ofKind('plan').map(({ file, raw }) => buildPlan(file, raw, lent(asText(raw.registry))));
  const facts = ofKind('facts').map(({ file, raw }) => buildFacts(file, raw));
  return {
    files,
    config,
    calendar: productionCalendar(calendarOverrides(config)),
    documents,
    plans,
    facts,
    registries,
    links: ofKind('links').map(({ file, raw }) => ({ file, source: raw as unknown as LinksDocument })),
    locks: ofKind('lock').map(({ file, raw }) => ({ file, source: raw as unknown as LockDocument })),
    requests: ofKind('requests').map(({ file, raw }) => buildRequests(file, raw)),
    ...lookups(plans, facts),
    roster: rosterOf(documents.map(outlineOf)),
  };
}

/** A registry as the model has it; what its schema refuses is there as it was written. */
export const buildRegistry = (file: string, raw: RawMap): Registry => ({
  file,
  id: asText(raw.id) ?? '',
  source: raw as unknown as RegistryDocument,
});

/** What the registry of an id lends to plans. */
export function lender(registries: readonly Registry[]): (id: string | undefined) => Lent {
  const lentBy = new Map<string, Lent>(
    registries.map(({ id, file, source }) => {
      const raw = source as unknown as RawMap;
      return [id, { executors: buildExecutors(raw.executors, file), glossary: glossaryOf(raw.glossary) }];
    }),
  );
  return (id) => lentBy.get(id ?? '') ?? NOTHING_LENT;
}

const NOTHING_LENT: Lent = { executors: new Map(), glossary: {} };

function lookups(plans: readonly Plan[], facts: readonly FactsFile[]): Pick<Workspace, 'planOf' | 'factsOf'> {
  const byId = new Map<string, Plan | undefined>();
  for (const plan of plans) byId.set(plan.id, byId.has(plan.id) ? undefined : plan);
  const byPlan = new Map<string, FactsFile[]>();
  for (const file of facts) byPlan.set(file.plan, [...(byPlan.get(file.plan) ?? []), file]);
  return {
    planOf: (id) => byId.get(id),
    factsOf: (id) => byPlan.get(id) ?? [],
  };
}
