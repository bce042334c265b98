/**
 * Stands for the API of VS Code, which is not on this machine: what the extension asks of the editor is recorded, what the
 * user would choose is answered from `chosen`. Everything else is real: the bundle of the extension, its language client, the
 * server and the commands that it starts.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

export interface Panel {
  readonly type: string;
  readonly title: string;
  readonly sent: unknown[];
  html: string;
  /** What the page of the panel would send. */
  receive(message: unknown): Promise<void>;
  close(): void;
}

export interface Editor {
  readonly commands: Map<string, (...words: unknown[]) => unknown>;
  readonly messages: string[];
  readonly errors: string[];
  readonly output: { text: string };
  readonly opened: string[];
  readonly shown: { readonly file: string; readonly line: number | undefined }[];
  readonly panels: Panel[];
  readonly status: { text: string; visible: boolean };
  readonly trees: Map<string, Tree>;
  readonly diagnostics: Map<string, readonly { readonly source?: string; readonly code?: unknown }[]>;
  /** Answers of the user, by what is asked. */
  readonly chosen: { open?: string; save?: string; pick?: number };
  save(file: string): Promise<void>;
}

interface Tree {
  getChildren(row?: unknown): unknown[];
  getTreeItem(row: unknown): { label: string; description?: string; contextValue?: string };
}

type Listener = (event: unknown) => unknown;

function event(): { readonly on: (listener: Listener) => unknown; fire(value: unknown): void } {
  const listeners = new Set<Listener>();
  return {
    on: (listener) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    fire: (value) => {
      for (const listener of listeners) listener(value);
    },
  };
}

const disposable = { dispose: () => undefined };

class Uri {
  readonly scheme: string;
  readonly path: string;
  constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }
  static file = (path: string): Uri => new Uri('file', path);
  static parse = (text: string): Uri => new Uri('file', decodeURIComponent(text.replace(/^file:\/\//, '')));
  get fsPath(): string {
    return this.path;
  }
  toString = (): string => `file://${this.path.split('/').map(encodeURIComponent).join('/')}`;
  with = (): Uri => this;
}

class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

class Range {
  readonly start: unknown;
  readonly end: unknown;
  constructor(start: unknown, end: unknown) {
    this.start = start;
    this.end = end;
  }
}

class TreeItem {
  readonly label: string;
  readonly collapsibleState: number;
  constructor(label: string, collapsibleState: number) {
    this.label = label;
    this.collapsibleState = collapsibleState;
  }
}

class EventEmitter {
  private readonly own = event();
  readonly event = this.own.on;
  fire = (value: unknown): void => this.own.fire(value);
  dispose = (): void => undefined;
}

/** Anything of the API that is only named, derived from or registered. */
function anything(): unknown {
  const base = class {};
  return new Proxy(base, {
    get: (target, key) =>
      key in target ? Reflect.get(target, key) : typeof key === 'string' ? key.length : undefined,
  });
}

/** Completed by whatever else is asked for: an event, or a registration that does nothing. */
function lenient<Own extends object>(own: Own): Own {
  return new Proxy(own, {
    get: (target, key) =>
      key in target || typeof key === 'symbol' ? Reflect.get(target, key) : (): unknown => disposable,
  });
}

interface ActionKind {
  readonly value: string;
  append(part: string): ActionKind;
}

const kindNamed = (value: string): ActionKind => ({
  value,
  append: (part) => kindNamed(value === '' ? part : `${value}.${part}`),
});

const document = (file: string) => {
  const text = readFileSync(file, 'utf8');
  return {
    uri: Uri.file(file),
    fileName: file,
    languageId: 'yaml',
    version: 1,
    getText: () => text,
    positionAt: (offset: number) => new Position(text.slice(0, offset).split('\n').length - 1, 0),
  };
};

/** Loads an unpacked extension beside a folder that is open, and activates it. */
export async function openFolder(folder: string, extension: string) {
  const saved = event();
  const diagnosed = event();
  const editor: Editor = {
    commands: new Map(),
    messages: [],
    errors: [],
    output: { text: '' },
    opened: [],
    shown: [],
    panels: [],
    status: { text: '', visible: false },
    trees: new Map(),
    diagnostics: new Map(),
    chosen: {},
    save: async (file) => saved.fire(document(join(folder, file))),
  };
  const { chosen } = editor;
  const window = lenient({
    createOutputChannel: () =>
      lenient({
        append: (text: string) => {
          editor.output.text += text;
        },
        appendLine: (text: string) => {
          editor.output.text += `${text}\n`;
        },
        clear: () => {
          editor.output.text = '';
        },
      }),
    createStatusBarItem: () => ({
      set text(text: string) {
        editor.status.text = text;
      },
      show: () => {
        editor.status.visible = true;
      },
      hide: () => {
        editor.status.visible = false;
      },
      ...disposable,
    }),
    registerTreeDataProvider: (name: string, tree: Tree) => {
      editor.trees.set(name, tree);
      return disposable;
    },
    createWebviewPanel: (type: string, title: string) => panelOf(type, title, editor),
    showInformationMessage: async (text: string) => void editor.messages.push(text),
    showWarningMessage: async (text: string) => void editor.errors.push(text),
    showErrorMessage: async (text: string) => void editor.errors.push(text),
    showOpenDialog: async () => (chosen.open === undefined ? undefined : [Uri.file(chosen.open)]),
    showSaveDialog: async () => (chosen.save === undefined ? undefined : Uri.file(chosen.save)),
    showQuickPick: async (rows: readonly unknown[]) =>
      chosen.pick === undefined ? undefined : rows[chosen.pick],
    showTextDocument: async ({ uri }: { uri: Uri }, options?: { selection?: { start: Position } }) =>
      void editor.shown.push({ file: uri.fsPath, line: options?.selection?.start.line }),
    activeTextEditor: undefined,
    visibleTextEditors: [],
    tabGroups: lenient({ all: [] }),
  });
  const workspace = lenient({
    workspaceFolders: [{ uri: Uri.file(folder), name: 'folder', index: 0 }],
    getConfiguration: () => ({ get: (_: string, usual: unknown) => usual }),
    textDocuments: [],
    notebookDocuments: [],
    saveAll: async () => true,
    onDidSaveTextDocument: saved.on,
    openTextDocument: async ({ fsPath }: Uri) => document(fsPath),
    createFileSystemWatcher: () => lenient({ ...disposable }),
  });
  const languages = lenient({
    getDiagnostics: () => [...editor.diagnostics].map(([file, all]) => [Uri.file(file), all]),
    onDidChangeDiagnostics: diagnosed.on,
    createDiagnosticCollection: () => ({
      set: (uri: Uri, all: never[]) => {
        editor.diagnostics.set(uri.fsPath, all ?? []);
        diagnosed.fire({});
      },
      delete: (uri: Uri) => editor.diagnostics.delete(uri.fsPath),
      clear: () => editor.diagnostics.clear(),
      ...disposable,
    }),
    match: () => 1,
  });
  const commands = lenient({
    registerCommand: (name: string, command: (...words: unknown[]) => unknown) => {
      editor.commands.set(name, command);
      return disposable;
    },
  });
  const env = {
    language: 'ru',
    appName: 'fake',
    openExternal: async ({ fsPath }: Uri) => void editor.opened.push(fsPath),
  };
  const own = {
    window, workspace, languages, commands, env, version: '1.90.0', Uri, Position, Range, TreeItem, EventEmitter,
    l10n: { t: (text: string) => text },
    extensions: lenient({ all: [] }),
    tests: undefined,
    Disposable: class {
      dispose = (): void => undefined;
      static from = () => disposable;
      static create = () => disposable;
    },
    CancellationTokenSource: class {
      token = { isCancellationRequested: false, onCancellationRequested: event().on };
      dispose = (): void => undefined;
    },
    CodeActionKind: { Empty: kindNamed('') },
    Diagnostic: class {
      readonly range: unknown;
      readonly message: string;
      readonly severity: number;
      constructor(range: unknown, message: string, severity: number) {
        this.range = range;
        this.message = message;
        this.severity = severity;
      }
    },
  }; // biome-ignore format: a list
  const named = (key: string | symbol): unknown => (typeof key === 'string' ? anything() : undefined);
  // A bundle copies what a module has of its own, and keeps its prototype for the rest.
  const rest = new Proxy({}, { get: (_, key) => named(key) });
  const api = new Proxy(own as Record<string, unknown>, {
    getPrototypeOf: () => rest,
    get: (target, key) => (key in target ? target[key as string] : named(key)),
  });
  const extensionModule = load(join(extension, 'dist', 'extension.cjs'), api);
  const storage = join(folder, '.storage');
  mkdirSync(storage, { recursive: true });
  const subscriptions: { dispose(): void }[] = [];
  await extensionModule.activate({
    extensionPath: extension,
    subscriptions,
    storageUri: Uri.file(storage),
    globalStorageUri: Uri.file(storage),
  });
  return { editor, close: () => extensionModule.deactivate() };
}

interface ExtensionModule {
  activate(context: unknown): Promise<void>;
  deactivate(): Promise<void> | undefined;
}

function load(file: string, vscode: unknown): ExtensionModule {
  const real = createRequire(file);
  const own = { exports: {} as ExtensionModule };
  const asked = (name: string): unknown => (name === 'vscode' ? vscode : real(name));
  const script = new Script(
    `(function (module, exports, require, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`,
    {
      filename: file,
    },
  );
  script.runInThisContext()(own, own.exports, asked, file, join(file, '..'));
  return own.exports;
}

function panelOf(type: string, title: string, editor: Editor): unknown {
  const received = event();
  const closed = event();
  const sent: unknown[] = [];
  let html = '';
  const webview = {
    get html() {
      return html;
    },
    set html(text: string) {
      html = text;
    },
    onDidReceiveMessage: (listener: (message: unknown) => Promise<void>) => received.on(listener),
    postMessage: async (message: unknown) => sent.push(message) > 0,
  };
  const listeners: ((message: unknown) => Promise<void>)[] = [];
  webview.onDidReceiveMessage = (listener) => {
    listeners.push(listener);
    return disposable;
  };
  editor.panels.push({
    type,
    title,
    sent,
    get html() {
      return html;
    },
    receive: async (message) => {
      for (const listener of listeners) await listener(message);
    },
    close: () => closed.fire(undefined),
  } as Panel);
  return { webview, onDidDispose: closed.on };
}
