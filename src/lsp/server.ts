import { join } from 'node:path';
import {
  CodeLensRefreshRequest,
  createConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from '../finding/text.ts';
import { kindOfText } from './context.ts';
import type { Shown } from './diagnostics.ts';
import { answerRequests, FEATURES } from './features.ts';
import { type LensSettings, lensSettings } from './lens.ts';
import { publisherOf } from './publish.ts';
import { scheduleOf } from './schedule.ts';
import { pathOfUntitled, pathOfUri, uriOfPath } from './uri.ts';
import type { Clock, LiveWorkspace } from './workspace.ts';
import { workspacesOf } from './workspaces.ts';

/** What the server is given of the world outside. */
export interface World {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly version: string;
  /** The language asked for on the command line; else that of each workspace. */
  readonly language: Language | undefined;
  readonly windows: boolean;
  readonly clock: Clock;
  /** The file with the page of a rule; undefined where there is none. */
  pageOf(rule: string): string | undefined;
}

/** Between two looks at the disk, in milliseconds: not every editor tells what changes there. */
const LOOK = 2_000;
/** A look at a slow disk takes at most such a part of the time. */
const SHARE = 50;

/** Speaks the language server protocol until the other side goes. */
export function serve(world: World): Promise<void> {
  const { windows, clock } = world;
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(world.input),
    new StreamMessageWriter(world.output),
  );
  const texts = new TextDocuments(TextDocument);
  const workspaces = workspacesOf(clock);
  /** Open files by path, with the URI that the editor has for them. */
  const open = new Map<string, string>();
  const uriOf = (path: string): string => open.get(path) ?? uriOfPath(path, windows);
  /** The path of a text: of a file, or the one that a text of ours would get that was never saved. */
  const pathOf = (uri: string): string | undefined => {
    const path = pathOfUri(uri, windows);
    if (path !== undefined) return path;
    const text = texts.get(uri)?.getText();
    return text !== undefined && kindOfText(text) !== undefined
      ? pathOfUntitled(uri, workspaces.first(), windows)
      : undefined;
  };
  const failed = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));

  const languageOf = (workspace: LiveWorkspace): Language => workspace.language(world.language);
  const shownIn = (root: string): Shown => ({
    language: languageOf(workspaces.at(root)),
    uriOf: (file) => uriOf(join(root, file)),
    pageOf: (rule) => {
      const page = world.pageOf(rule);
      return page === undefined ? undefined : uriOfPath(page, windows);
    },
  });
  const publisher = publisherOf({
    shownIn,
    isWanted: (path) => open.has(path) || workspaces.isShown(path),
    send: (params) => void connection.sendDiagnostics(params),
  });
  const checks = scheduleOf<LiveWorkspace>(function* (workspace) {
    const versions = new Map<string, number | undefined>();
    for (const [path, uri] of open) {
      const at = workspaces.locate(path);
      if (at.workspace === workspace) versions.set(at.file, texts.get(uri)?.version);
    }
    for (const checked of workspace.check(new Set(versions.keys()))) {
      publisher.publish(workspace.root, checked, versions);
      yield;
    }
    tallies.soon([workspace]);
  }, failed);

  // How the plans below answer a plan is counted when nothing else is to be done.
  const tallies = scheduleOf<LiveWorkspace>(function* (workspace) {
    if (!lens.coverage) return;
    for (const path of open.keys()) {
      const at = workspaces.locate(path);
      if (at.workspace !== workspace) continue;
      const steps = workspace.tally(at.file, world.language);
      for (;;) {
        const step = steps.next();
        if (step.done) {
          if (step.value) workspace.tallies.set(at.file, step.value);
          else workspace.tallies.delete(at.file);
          break;
        }
        // It begins again after the check that is waiting.
        if (checks.isBusy()) return;
        yield;
      }
    }
    refreshLenses();
  }, failed);
  let lens: LensSettings = lensSettings(undefined);
  const refreshLenses = (): void => {
    if (asks.workspace?.codeLens?.refreshSupport)
      connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
  };
  const configure = async (): Promise<void> => {
    if (!asks.workspace?.configuration) return;
    const settings = (await connection.workspace.getConfiguration('roadmap')) as { lens?: unknown } | null;
    if (settings?.lens === undefined) return;
    lens = lensSettings(settings.lens);
    tallies.soon(workspaces.all());
    refreshLenses();
  };

  const look = (): void => {
    workspaces.lookAgain();
    checks.soon(workspaces.all().filter((workspace) => workspace.refresh()));
  };
  const looking = repeat(look, clock);

  let asks: InitializeParams['capabilities'] = {};
  connection.onInitialize((params) => {
    asks = params.capabilities;
    workspaces.show(foldersOf(params, windows));
    lens = lensSettings((params.initializationOptions as { lens?: unknown } | undefined)?.lens);
    return {
      serverInfo: { name: 'roadmap', version: world.version },
      capabilities: {
        ...FEATURES,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    if (asks.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const everything = { watchers: [{ globPattern: '**/*' }] };
      connection.client.register(DidChangeWatchedFilesNotification.type, everything).catch(failed);
    }
    if (asks.workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client.register(DidChangeConfigurationNotification.type).catch(failed);
    if (asks.workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(reshow);
    configure().catch(failed);
    checks.soon(workspaces.all());
  });
  const reshow = (): void => {
    connection.workspace
      .getWorkspaceFolders()
      .then((folders) => {
        workspaces.show((folders ?? []).flatMap(({ uri }) => pathOfUri(uri, windows) ?? []));
        forget();
        checks.soon(workspaces.all());
      })
      .catch(failed);
  };
  const forget = (): void => {
    for (const { root } of workspaces.forget([...open.keys()])) publisher.withdraw(root);
  };

  // Told of a text that is opened, too.
  texts.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    if (path === undefined) {
      closed(document.uri);
      return;
    }
    open.set(path, document.uri);
    const { workspace, file } = workspaces.locate(path);
    workspace.edit(file, document.getText());
    checks.soon([workspace]);
  });
  texts.onDidClose(({ document }) => closed(document.uri));
  /** Of a text that is not open any more, or is none of ours any more. */
  const closed = (uri: string): void => {
    const path = [...open].find(([, its]) => its === uri)?.[0];
    if (path === undefined) return;
    const { workspace, file } = workspaces.locate(path);
    workspace.close(file);
    open.delete(path);
    // A text that was never saved has no file for its findings to go to.
    if (pathOfUri(uri, windows) === undefined) void connection.sendDiagnostics({ uri, diagnostics: [] });
    checks.soon([workspace]);
    forget();
    look();
  };
  texts.onDidSave(look);
  connection.onDidChangeWatchedFiles(look);
  texts.listen(connection);
  connection.onDidChangeConfiguration(() => void configure().catch(failed));
  answerRequests(connection, {
    locate(uri) {
      const path = pathOf(uri);
      return path === undefined ? undefined : workspaces.locate(path);
    },
    language: world.language,
    shownIn,
    lens: () => lens,
    settled: checks.settled,
  });

  // For tests, and for who shows what is known of a workspace.
  connection.onRequest('roadmap/settled', () => checks.settled().then(tallies.settled));
  return new Promise((resolve) => {
    const end = (): void => {
      looking.stop();
      checks.stop();
      tallies.stop();
      connection.dispose();
      resolve();
    };
    world.input.on('end', end).on('close', end);
    connection.onExit(end);
    connection.listen();
  });
}

/** The folders that an editor says it shows. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams, windows: boolean): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => pathOfUri(uri, windows) ?? []);
}

/** Does something again and again, less often where it takes long. */
function repeat(work: () => void, clock: Clock): { stop(): void } {
  let timer: NodeJS.Timeout;
  const next = (pause: number): void => {
    timer = setTimeout(() => {
      const from = clock.now();
      work();
      next(Math.max(LOOK, (clock.now() - from) * SHARE));
    }, pause).unref();
  };
  next(LOOK);
  return { stop: () => clearTimeout(timer) };
}
