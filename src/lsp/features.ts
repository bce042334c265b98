import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type CancellationToken,
  type CodeAction,
  type CompletionItem,
  type Connection,
  type DocumentSymbol,
  type Location,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver/node.js';
import { formatText } from '../edit/format.ts';
import type { Range } from '../finding/finding.ts';
import type { Language } from '../finding/text.ts';
import { allSafe } from '../fix/all-safe.ts';
import { editBetween, type FileEdit } from '../fix/edits.ts';
import { fixesFor } from '../fix/fixes-for.ts';
import { decode } from '../source/decode.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { completionsAt, type Proposal } from './completion.ts';
import type { Context, Page } from './context.ts';
import { diagnosticOf, rangeOf, type Shown } from './diagnostics.ts';
import { foldsOf } from './folding.ts';
import { hoverAt } from './hover.ts';
import { type LensSettings, lensesOf } from './lens.ts';
import { definitionAt, type FileRange, referencesAt } from './navigate.ts';
import { type Entry, outlineOf } from './outline.ts';
import { offsetAt, positionAt, textRange } from './position.ts';
import { renamableAt, renameAt } from './rename.ts';
import type { LiveWorkspace } from './workspace.ts';

/** What requests are answered from. */
interface Desk {
  locate(uri: string): { readonly workspace: LiveWorkspace; readonly file: string } | undefined;
  /** The language asked for; else that of each workspace. */
  readonly language: Language | undefined;
  shownIn(root: string): Shown;
  lens(): LensSettings;
  /** Resolves when the texts as they are have been checked. */
  settled(): Promise<void>;
}

/** All safe fixes of a document at once: an editor may ask for it on every save. */
const FIX_ALL = 'source.fixAll.roadmap';

export const FEATURES: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['"', "'", ' ', '[', '{', '#', '/'] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  codeLensProvider: { resolveProvider: false },
  codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
  documentFormattingProvider: true,
};

/** A document that is asked about. */
interface Place {
  readonly workspace: LiveWorkspace;
  readonly context: Context;
  readonly page: Page;
  readonly shown: Shown;
}

/** Answers what an editor asks about places of texts: each answer is worked out by a function of its own beside this file. */
export function answerRequests(connection: Connection, desk: Desk): void {
  /** What was asked for and is no longer wanted is not worked out; nor what is asked of a file that is none of ours. */
  const answering =
    <Params extends { readonly textDocument: { readonly uri: string } }, Answer>(
      work: (place: Place, params: Params) => Answer,
    ) =>
    async (params: Params, token: CancellationToken): Promise<Answer | null | ResponseError<void>> => {
      await nextTurn();
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      const at = desk.locate(params.textDocument.uri);
      if (!at) return null;
      const context = at.workspace.context(desk.language);
      const page = context.page(at.file);
      return work({ workspace: at.workspace, context, page, shown: desk.shownIn(at.workspace.root) }, params);
    };
  const offsetIn = ({ page }: Place, position: Position): number => offsetAt(page.lines, page.text, position);
  const locationOf = ({ file, range }: FileRange, { context, shown }: Place): Location => ({
    uri: shown.uriOf(file),
    range: textRange(context.page(file).lines, range),
  });

  connection.onHover(
    answering((place, { position }) => {
      const hover = hoverAt(place.page, offsetIn(place, position), place.context);
      if (!hover) return null;
      return {
        contents: { kind: 'markdown' as const, value: hover.markdown },
        range: textRange(place.page.lines, hover.range),
      };
    }),
  );
  connection.onCompletion(
    answering((place, { position }) =>
      completionsAt(place.page, offsetIn(place, position), place.context).map((one, at) =>
        itemOf(one, at, place.page),
      ),
    ),
  );
  connection.onDefinition(
    answering((place, { position }) => {
      const found = definitionAt(place.page, offsetIn(place, position), place.context);
      return found ? locationOf(found, place) : null;
    }),
  );
  connection.onReferences(
    answering((place, { position, context }) =>
      referencesAt(place.page, offsetIn(place, position), place.context, context.includeDeclaration).map(
        (found) => locationOf(found, place),
      ),
    ),
  );
  connection.onPrepareRename(
    answering((place, { position }) => {
      const found = renamableAt(place.page, offsetIn(place, position), place.context);
      return found ? { range: textRange(place.page.lines, found.range), placeholder: found.name } : null;
    }),
  );
  connection.onRenameRequest(
    answering((place, { position, newName }) => {
      const renamed = renameAt(place.page, offsetIn(place, position), newName, place.context);
      if ('problem' in renamed)
        return new ResponseError<void>(LSPErrorCodes.RequestFailed, renamed.problem[place.context.language]);
      return workspaceEdit(
        renamed.edits.map(({ file, range, text }) => ({ ...locationOf({ file, range }, place), text })),
      );
    }),
  );
  connection.onDocumentSymbol(
    answering(({ page, context }) => outlineOf(page, context).map((entry) => symbolOf(entry, page))),
  );
  connection.onFoldingRanges(
    answering(({ page }) =>
      foldsOf(page.text).map(({ from, to, comment }) => ({
        startLine: from,
        endLine: to,
        ...(comment ? { kind: 'comment' as const } : {}),
      })),
    ),
  );
  connection.onCodeLens(
    answering(({ page, context, workspace }) =>
      lensesOf(page, context, desk.lens(), workspace.tallies.get(page.file)).map(({ at, title }) => {
        const start = positionAt(page.lines, at);
        return { range: { start, end: start }, command: { title, command: '' } };
      }),
    ),
  );
  // The canonical layout (`roadmap fmt`); a text that can't be laid out stays as it is.
  connection.onDocumentFormatting(
    answering(({ page, shown }) => {
      const laid = formatText(page.text, page.file, page.file === CONFIG_FILE ? 'config' : undefined);
      if ('problems' in laid || !laid.changed) return [];
      return editsOf(page, laid.text, shown).map(({ range, text }) => ({ range, newText: text }));
    }),
  );
  connection.onCodeAction(async (params, token) => {
    // Fixes are those of findings in the text as it is now.
    await desk.settled();
    return answering((place, { range, context: asked }: typeof params) => {
      const wanted = (kind: string): boolean =>
        asked.only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? false;
      return [
        ...(asked.only === undefined || wanted('quickfix')
          ? quickFixes(place, { start: range.start.line, end: range.end.line })
          : []),
        // It checks the workspace again, so it has to be asked for by name.
        ...(wanted(FIX_ALL) ? fixAll(place) : []),
      ];
    })(params, token);
  });
}

/** The document after all its safe fixes, as `check --fix` makes it. */
function fixAll({ context, page, shown }: Place): CodeAction[] {
  const { documents, today, language } = context;
  const { texts } = allSafe(
    documents.files,
    new Set(),
    { asOf: today, today, reports: (file) => file === page.file },
    ({ file }) => file === page.file,
  );
  const after = texts.get(page.file)?.replace(/^\uFEFF/, '');
  const edits = after === undefined ? [] : editsOf(page, after, shown);
  if (edits.length === 0) return [];
  const title = { ru: 'Исправить всё, где ответ один', en: 'Mend all that has one right answer' };
  return [{ title: title[language], kind: FIX_ALL, edit: workspaceEdit(edits) }];
}

function editsOf({ file, text, lines }: Page, after: string, { uriOf }: Shown) {
  return editBetween(text, after).map(({ at, length, text: put }) => ({
    uri: uriOf(file),
    range: textRange(lines, [at, at + length] satisfies Range),
    text: put,
  }));
}

function quickFixes(place: Place, lines: { readonly start: number; readonly end: number }): CodeAction[] {
  const { workspace, context, page, shown } = place;
  const { documents, today, language } = context;
  const touched = workspace.findings(page.file).filter((finding) => {
    const { start, end } = rangeOf(finding);
    return start.line <= lines.end && end.line >= lines.start;
  });
  const text = (file: string): string | undefined => {
    const bytes = documents.files.read(file);
    const decoded = typeof bytes === 'string' ? undefined : decode(bytes);
    return decoded?.fault === undefined ? decoded?.text : undefined;
  };
  const locationOf = ({ file, at, length, text: put }: FileEdit) => ({
    uri: shown.uriOf(file),
    range: textRange(context.page(file).lines, [at, at + length] satisfies Range),
    text: put,
  });
  return touched.flatMap((finding) =>
    fixesFor(finding, { documents, asOf: today, today, text }).map((fix) => ({
      title: fix.title[language],
      kind: 'quickfix',
      diagnostics: [diagnosticOf(finding, shown)],
      isPreferred: fix.safe,
      edit: workspaceEdit(fix.edits.map(locationOf)),
    })),
  );
}

function workspaceEdit(edits: readonly (Location & { readonly text: string })[]): WorkspaceEdit {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const { uri, range, text } of edits)
    changes[uri] = [...(changes[uri] ?? []), { range, newText: text }];
  return { changes };
}

/** The protocol's kinds, for the signs an editor shows. */
const ITEM_KINDS: Readonly<Record<Proposal['kind'], NonNullable<CompletionItem['kind']>>> = {
  key: 10,
  value: 12,
  executor: 6,
  item: 18,
  plan: 9,
  rule: 21,
  date: 12,
  snippet: 15,
};

function itemOf(
  { kind, label, detail, insert, isSnippet, replace }: Proposal,
  at: number,
  page: Page,
): CompletionItem {
  return {
    label,
    kind: ITEM_KINDS[kind],
    // A key is told by its description, a name by what it stands for.
    ...(detail === undefined ? {} : kind === 'key' ? { documentation: detail } : { detail }),
    ...(detail === undefined || kind === 'key' ? {} : { filterText: `${label} ${detail}` }),
    sortText: String(at).padStart(5, '0'),
    insertTextFormat: isSnippet ? 2 : 1,
    textEdit: { range: textRange(page.lines, replace), newText: insert },
  };
}

const SYMBOL_KINDS: Readonly<Record<Entry['kind'], DocumentSymbol['kind']>> = {
  section: 3,
  item: 24,
  part: 8,
  fact: 17,
  executor: 5,
};

const symbolOf = ({ kind, name, detail, range, selection, children }: Entry, page: Page): DocumentSymbol => ({
  name,
  detail,
  kind: SYMBOL_KINDS[kind],
  range: textRange(page.lines, range),
  selectionRange: textRange(page.lines, selection),
  children: children.map((child) => symbolOf(child, page)),
});
