import { createHash } from 'node:crypto';
import type { DocumentSet } from '../model/document-set.ts';
import type { Outline, Roster } from '../model/outline.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Judged } from '../rules/rule.ts';
import type { Files } from '../source/files.ts';

/** What a unit asked about the rest of the workspace, and what it was answered, in short. */
export type Asked = ReadonlyMap<string, string>;

export interface View {
  readonly workspace: Workspace;
  readonly asked: Asked;
  /** From now on it is this unit that asks. */
  enter(): void;
}

/**
 * What the rules see while a unit is judged: its own documents, and the others as far as they ask about them. What they ask
 * is noted, so that a later run knows whether it would be answered the same (`isAnsweredTheSame`).
 */
export function viewer(documents: DocumentSet): (judged: Judged) => View {
  let asked = new Map<string, string>();
  const note = documents.digestOf
    ? (question: string): void => {
        if (!asked.has(question)) asked.set(question, answerTo(question, documents));
      }
    : () => undefined;
  const seen = seenRoster(documents.roster, note);
  const files = seenFiles(documents.files, note);
  const registries = documents.roster.registries.map(({ file }) => documents.registry(file));
  return (judged) => {
    const own = new Map<string, string>();
    const workspace: Workspace = {
      files,
      config: documents.config,
      calendar: documents.calendar,
      documents: [],
      ...judged,
      registries,
      planOf(id) {
        note(`plan\0${id}`);
        const file = onlyFile(documents.roster, id);
        if (file === undefined) return undefined;
        return judged.plans.find((plan) => plan.file === file) ?? documents.plan(file);
      },
      factsOf(id) {
        note(`facts\0${id}`);
        return documents.roster
          .factsOf(id)
          .map((file) => judged.facts.find((facts) => facts.file === file) ?? documents.facts(file));
      },
      roster: seen,
    };
    return {
      workspace,
      asked: own,
      enter() {
        asked = own;
      },
    };
  };
}

/** Whether all that was asked would be answered the same today. */
export function isAnsweredTheSame(asked: Asked, documents: DocumentSet): boolean {
  for (const [question, answer] of asked)
    if (answer === NEVER || answerTo(question, documents) !== answer) return false;
  return true;
}

const NEVER = 'never the same';

const answered = new WeakMap<DocumentSet, Map<string, string>>();

/** Hundreds of units ask the same. */
function answerTo(question: string, documents: DocumentSet): string {
  const before = answered.get(documents) ?? new Map<string, string>();
  answered.set(documents, before);
  const known = before.get(question);
  if (known !== undefined) return known;
  const answer = answerAnew(question, documents);
  before.set(question, answer);
  return answer;
}

function answerAnew(question: string, documents: DocumentSet): string {
  const [kind, name = ''] = question.split('\0');
  const { roster, files } = documents;
  switch (kind) {
    case 'plan': {
      const file = onlyFile(roster, name);
      return file === undefined ? '' : digestOf(file, documents);
    }
    case 'facts':
      return roster
        .factsOf(name)
        .map((file) => digestOf(file, documents))
        .join();
    case 'plans named':
      return twins(roster.filesOf('plan', name), documents);
    case 'registries named':
      return twins(roster.filesOf('registry', name), documents);
    case 'parents':
      return roster.parentsOf(name).join('\0');
    case 'roster':
      return shortOf(JSON.stringify([roster.plans.map(namesIn), roster.registries.map(namesIn)]));
    case 'content':
      return digestOf(name, documents);
    case 'exists':
      return String(files.exists(name));
    case 'list':
      return shortOf(files.list(name).join('\0'));
    default:
      return NEVER;
  }
}

const namesIn = ({ id, file, territory }: Outline) => [id, file, territory];

const shortOf = (text: string): string => createHash('sha256').update(text).digest('base64');

const digestOf = (file: string, documents: DocumentSet): string => documents.digestOf?.(file) ?? NEVER;

/** Where two claim one name, the place of the other one is shown. */
const twins = (files: readonly string[], documents: DocumentSet): string =>
  (files.length < 2 ? files : files.flatMap((file) => [file, digestOf(file, documents)])).join('\0');

function onlyFile(roster: Roster, id: string): string | undefined {
  const [file, twin] = roster.filesOf('plan', id);
  return twin === undefined ? file : undefined;
}

/** Names that are looked up one by one depend on those names; who looks through all depends on all. */
function seenRoster(roster: Roster, note: (question: string) => void): Roster {
  return {
    get plans() {
      note('roster');
      return roster.plans;
    },
    get registries() {
      note('roster');
      return roster.registries;
    },
    filesOf(kind, id) {
      note(`${kind === 'plan' ? 'plans' : 'registries'} named\0${id}`);
      return roster.filesOf(kind, id);
    },
    parentsOf(id) {
      note(`parents\0${id}`);
      return roster.parentsOf(id);
    },
    factsOf(id) {
      note(`facts\0${id}`);
      return roster.factsOf(id);
    },
  };
}

function seenFiles(files: Files, note: (question: string) => void): Files {
  return {
    ...files,
    list(folder) {
      note(`list\0${folder}`);
      return files.list(folder);
    },
    exists(path) {
      const there = files.exists(path);
      note(`exists\0${path}`);
      // Names like that of a file that is not there are looked for among all.
      if (!there) note('list\0');
      return there;
    },
    read(path) {
      note(`content\0${path}`);
      return files.read(path);
    },
    at(revision) {
      note('revision');
      return files.at(revision);
    },
  };
}
