import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CommandIo } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { againWhenChanged } from '../watching.ts';

/**
 * `render dashboard --watch`: makes the page, and makes it again whenever a file below the folder is saved. A browser shows it
 * from an address of this machine and loads it anew by itself. The page is the one that `render` writes, without the seal of a
 * file: what reloads it is around it.
 */
export async function watchPage(
  folder: string,
  io: CommandIo,
  make: (now: Date) => Promise<Uint8Array>,
): Promise<ExitCode> {
  const server = await pageServer();
  try {
    await againWhenChanged([folder], io, async (now) => {
      const isFirst = !server.has();
      server.show(await make(now));
      if (isFirst) await io.out(`${io.language === 'en' ? 'The page' : 'Страница'}: ${server.address}\n`);
    });
  } finally {
    server.close();
  }
  return EXIT.clean;
}

interface PageServer {
  readonly address: string;
  has(): boolean;
  show(page: Uint8Array): void;
  close(): void;
}

/** Answers this machine alone, and only under its own name: a page of the web can't read it through another one. */
async function pageServer(): Promise<PageServer> {
  let page: Uint8Array | undefined;
  let host = '';
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.headers.host !== host) return refuse(response, 403);
    switch (request.url) {
      case '/':
        return send(response, 'text/html; charset=utf-8', FRAME);
      case '/page':
        return send(response, 'text/html; charset=utf-8', page ?? '');
      case '/changes':
        return listen(request, response, listeners);
      default:
        return refuse(response, 404);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${host}/`,
    has: () => page !== undefined,
    show(fresh) {
      const isSame = page !== undefined && Buffer.compare(page, fresh) === 0;
      page = fresh;
      if (!isSame) for (const listener of listeners) listener.write('data: changed\n\n');
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function refuse(response: ServerResponse, code: number): void {
  response.writeHead(code).end();
}

function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function listen(request: IncomingMessage, response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': \n\n');
  listeners.add(response);
  request.on('close', () => listeners.delete(response));
}

/** Holds the page and loads it anew where it was scrolled to. */
const FRAME = `<!DOCTYPE html>
<meta charset="utf-8">
<title>roadmap</title>
<style>html, body, iframe { margin: 0; width: 100%; height: 100%; border: 0; display: block; }</style>
<iframe src="/page" title="roadmap"></iframe>
<script>
  const frame = document.querySelector('iframe');
  let at = [0, 0];
  frame.addEventListener('load', () => {
    document.title = frame.contentDocument.title;
    frame.contentWindow.scrollTo(...at);
  });
  new EventSource('/changes').addEventListener('message', () => {
    at = [frame.contentWindow.scrollX, frame.contentWindow.scrollY];
    frame.contentWindow.location.reload();
  });
</script>
`;
