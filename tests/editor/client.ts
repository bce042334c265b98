import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plainEnv, ROOT } from '../cli/run-roadmap.ts';

export interface Diagnostic {
  readonly message: string;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

export interface Editor {
  /** Opens a text and waits for what the server says of it. */
  diagnose(path: string, text: string): Promise<readonly Diagnostic[]>;
  /** The hover text over the first word of the first occurrence of `at`. */
  hover(path: string, text: string, at: string): Promise<string>;
  /** What the editor would offer right after the first occurrence of `at`. */
  complete(path: string, text: string, at: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** Takes whole messages out of a stream of `Content-Length` frames. */
function framesOf(child: ChildProcess, take: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  child.stdout?.on('data', (piece: Buffer) => {
    buffer = Buffer.concat([buffer, piece]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1]);
      if (buffer.length < head + 4 + length) return;
      take(JSON.parse(buffer.toString('utf8', head + 4, head + 4 + length)) as Message);
      buffer = buffer.subarray(head + 4 + length);
    }
  });
}

const uriOf = (path: string): string => pathToFileURL(path).href;

function positionAfter(text: string, at: string, inside: boolean) {
  const found = text.indexOf(at);
  if (found < 0) throw new Error(`the text has no «${at}»`);
  const word = found + at.search(/\S/);
  const before = text.slice(0, inside ? word + 1 : found + at.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/**
 * The real yaml-language-server, spoken to over its standard input as an editor does, with the settings of a VS Code
 * workspace; no network. `settings` is what stands in `.vscode/settings.json`.
 */
export async function openEditor(
  folder: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Editor> {
  const server = join(ROOT, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');
  const child = spawn(process.execPath, [server, '--stdio'], { cwd: folder, env: plainEnv() });
  const yaml = {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    schemas: settings['yaml.schemas'] ?? {},
  };
  const pending = new Map<number, (result: unknown) => void>();
  const awaited = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin?.write(body);
  };
  const sections: Readonly<Record<string, unknown>> = { yaml, http: {}, editor: { tabSize: 2 }, files: {} };
  framesOf(child, ({ id, method, params, result }) => {
    if (method === undefined) {
      pending.get(id as number)?.(result);
    } else if (method === 'workspace/configuration') {
      const { items } = params as { items: { section: string }[] };
      send({ id, result: items.map(({ section }) => sections[section] ?? null) });
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      awaited.get(uri)?.(diagnostics);
    } else if (id !== undefined) {
      send({ id, result: null });
    }
  });
  let last = 0;
  const ask = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve) => {
      const id = ++last;
      pending.set(id, resolve);
      send({ id, method, params });
    });
  const root = uriOf(folder);
  await ask('initialize', {
    processId: null,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'планы' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { snippetSupport: true } },
        publishDiagnostics: {},
      },
    },
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml } } });

  /** The text of each document that was opened last. */
  const opened = new Map<string, string>();
  const open = (path: string, text: string): Promise<readonly Diagnostic[]> =>
    new Promise((resolve) => {
      const uri = uriOf(path);
      const version = ++last;
      awaited.set(uri, resolve);
      const isOpen = opened.has(uri);
      opened.set(uri, text);
      if (isOpen) {
        const params = { textDocument: { uri, version }, contentChanges: [{ text }] };
        send({ method: 'textDocument/didChange', params });
      } else {
        send({
          method: 'textDocument/didOpen',
          params: { textDocument: { uri, languageId: 'yaml', version, text } },
        });
      }
    });
  return {
    diagnose: open,
    async hover(path, text, at) {
      if (opened.get(uriOf(path)) !== text) await open(path, text);
      const position = positionAfter(text, at, true);
      const found = await ask('textDocument/hover', { textDocument: { uri: uriOf(path) }, position });
      return (found as { contents: { value: string } } | null)?.contents.value ?? '';
    },
    async complete(path, text, at) {
      await open(path, text);
      const position = positionAfter(text, at, false);
      const found = await ask('textDocument/completion', { textDocument: { uri: uriOf(path) }, position });
      const items = Array.isArray(found) ? found : (found as { items: unknown[] } | null)?.items;
      return ((items ?? []) as { label: string }[]).map(({ label }) => label);
    },
    close: () =>
      new Promise((resolve) => {
        child.on('close', () => resolve());
        child.kill();
      }),
  };
}
