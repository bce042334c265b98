import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node.js';
import { BIN, ensureBuilt, plainEnv } from '../cli/run-roadmap.ts';

export interface Client {
  readonly connection: ProtocolConnection;
  /** What the server has said last of each file, by its path, or the URI of a text that was never saved. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  open(path: string, text: string): Promise<void>;
  /** Puts a text in place of the one from `start` to `end`, or in place of all. */
  change(path: string, text: string, range?: Diagnostic['range']): Promise<void>;
  close(path: string): Promise<void>;
  /** Waits until the server has said all it has to say. */
  settled(): Promise<void>;
  /** The exit code of the server. */
  stop(): Promise<number | null>;
  readonly child: ChildProcess;
}

export const uriOf = (path: string): string =>
  path.startsWith('untitled:') ? path : pathToFileURL(path).href;

/** The built command, spoken to over its standard input and output as an editor does. */
export async function startServer(
  folders: readonly string[],
  more: {
    readonly args?: readonly string[];
    readonly options?: unknown;
    readonly node?: readonly string[];
  } = {},
): Promise<Client> {
  ensureBuilt();
  const { args = [], options, node = [] } = more;
  const child = spawn(process.execPath, [...node, BIN, 'lsp', '--stdio', ...args], { env: plainEnv() });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics: list }) => {
    const name = uri.startsWith('file:') ? fileURLToPath(uri) : uri;
    if (list.length === 0) diagnostics.delete(name);
    else diagnostics.set(name, list);
  });
  connection.listen();
  const params: InitializeParams = {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: 'планы' })),
    initializationOptions: options,
    capabilities: {
      workspace: { workspaceFolders: true, configuration: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
      },
    },
  };
  await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let version = 1;
  return {
    connection,
    diagnostics,
    child,
    open: (path, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uriOf(path), languageId: 'yaml', version: ++version, text },
      }),
    change: (path, text, range) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(path), version: ++version },
        contentChanges: [range ? { range, text } : { text }],
      }),
    close: (path) =>
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } }),
    settled: () => connection.sendRequest('roadmap/settled'),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await exited;
      connection.dispose();
      return code;
    },
  };
}
