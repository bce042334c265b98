import { viewer } from '../check/view.ts';
import type { Language } from '../finding/text.ts';
import type { Day } from '../meaning/day.ts';
import type { DocumentSet } from '../model/document-set.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { DocumentKind } from '../schema/schema-node.ts';
import { decode } from '../source/decode.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { type LineIndex, lineIndex } from '../source/lines.ts';
import { locate, type SourceTree } from '../source/locate.ts';

/** A document as it is written at the moment. */
export interface Page {
  readonly file: string;
  /** Undefined: none of ours. */
  readonly kind: DocumentKind | undefined;
  readonly text: string;
  readonly lines: LineIndex;
  /** Without a root where the text can't be read at the moment. */
  readonly tree: SourceTree;
}

/** What every feature is given: the documents of a workspace as of now, each looked into once. */
export interface Context {
  readonly documents: DocumentSet;
  /** For what asks about plans; its own `plans` are none. */
  readonly workspace: Workspace;
  readonly today: Day;
  readonly language: Language;
  page(file: string): Page;
  /** A plan as it is, or as it was when it could be read last: while a line is typed it often can't. */
  plan(file: string): Plan | undefined;
  /** The plan that a document is or serves. */
  planOf(page: Page): Plan | undefined;
}

/** `last`: plans as they were read last, by file; what is asked for is remembered there. */
export function contextOf(
  documents: DocumentSet,
  {
    today,
    language,
    last,
  }: { readonly today: Day; readonly language: Language; readonly last: Map<string, Plan> },
): Context {
  const { digestOf: _, ...unnoted } = documents;
  const outlines = new Map(documents.outlines.map((outline) => [outline.file, outline]));
  const plans = new Map<string, Plan>();
  const pages = new Map<string, Page>();
  const plan = (file: string): Plan | undefined => {
    const known = plans.get(file) ?? (outlines.get(file)?.kind === 'plan' ? documents.plan(file) : undefined);
    if (!known) return last.get(file);
    plans.set(file, known);
    last.set(file, known);
    return known;
  };
  const byId = (id: string): Plan | undefined => {
    const [file, twin] = documents.roster.filesOf('plan', id);
    return file === undefined || twin !== undefined ? undefined : plan(file);
  };
  const seen = viewer(unnoted)({
    plans: [],
    facts: [],
    registries: [],
    links: [],
    locks: [],
    requests: [],
  }).workspace;
  return {
    documents,
    workspace: { ...seen, planOf: byId },
    today,
    language,
    plan,
    page(file) {
      const known = pages.get(file) ?? pageOf(file, documents);
      pages.set(file, known);
      return known;
    },
    planOf({ file, kind, text }) {
      if (kind === 'plan') {
        return plan(file);
      }
      const served = outlines.get(file)?.plan ?? /^plan:[ \t]*["']?([^"'#\r\n]*)/m.exec(text)?.[1]?.trim();
      return served === undefined ? undefined : byId(served);
    },
  };
}

function pageOf(file: string, { files }: DocumentSet): Page {
  const bytes = files.read(file);
  const text = typeof bytes === 'string' ? '' : decode(bytes).text;
  return { file, kind: kindOf(file, text), text, lines: lineIndex(text), tree: locate(text) };
}

const KINDS: ReadonlySet<string> = new Set(['plan', 'facts', 'registry', 'links', 'lock', 'requests']);

/** By its line, which is there while the rest is being written. */
function kindOf(file: string, text: string): DocumentKind | undefined {
  return file === CONFIG_FILE ? 'config' : kindOfText(text);
}

/** What a text says that it is. */
export function kindOfText(text: string): DocumentKind | undefined {
  const kind = /^["']?kind["']?[ \t]*:[ \t]*["']?([a-z]+)/m.exec(text)?.[1];
  return kind !== undefined && KINDS.has(kind) ? (kind as DocumentKind) : undefined;
}
