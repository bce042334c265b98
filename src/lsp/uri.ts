/**
 * Paths of the disk as URIs and back. Written out for both systems, whichever this runs on, so that a test on one of them
 * shows what happens on the other.
 */

const DRIVE = /^\/?([A-Za-z])[:|](?=[\\/]|$)/;

/** The path of a `file:` URI; undefined for any other (`untitled:`, `git:`), and for what is no URI. */
export function pathOfUri(uri: string, windows: boolean): string | undefined {
  const parts = /^file:(?:\/\/([^/?#]*))?([^?#]*)/i.exec(uri);
  if (!parts) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(parts[2] as string);
  } catch {
    return undefined;
  }
  const host = parts[1] as string | undefined;
  if (!windows) return path.startsWith('/') && !path.includes('\0') ? path : undefined;
  if (host !== undefined && host !== '' && host.toLowerCase() !== 'localhost')
    return `\\\\${host}${path.replaceAll('/', '\\')}`;
  const drive = DRIVE.exec(path)?.[1];
  if (drive === undefined) return undefined;
  // `c:` and `C:` are one drive: editors write either.
  return `${drive.toUpperCase()}:${path.replace(DRIVE, '').replaceAll('/', '\\') || '\\'}`;
}

/**
 * Where a text that was never saved would be: the path in its URI where the editor gives one (`untitled:/plans/new.yaml`),
 * else a file of its name in a folder (`untitled:Untitled-1`). Undefined for other URIs.
 */
export function pathOfUntitled(
  uri: string,
  folder: string | undefined,
  windows: boolean,
): string | undefined {
  const named = /^untitled:([^?#]*)/i.exec(uri)?.[1];
  if (named === undefined) return undefined;
  const path = pathOfUri(`file://${named}`, windows);
  if (named.startsWith('/') && path !== undefined) return path;
  if (folder === undefined) return undefined;
  const name = named.replace(/%[0-9A-Fa-f]{2}|[^\p{L}\d._-]/gu, '-');
  return `${folder}${windows ? '\\' : '/'}${name}${/\.ya?ml$/i.test(name) ? '' : '.yaml'}`;
}

/** The URI of an absolute path. */
export function uriOfPath(path: string, windows: boolean): string {
  const slashes = windows ? path.replaceAll('\\', '/') : path;
  const encoded = slashes
    .split('/')
    .map((step) => encodeURIComponent(step).replace(/[!'()*]/g, escaped))
    .join('/');
  if (!windows) return `file://${encoded}`;
  if (slashes.startsWith('//')) return `file:${encoded}`;
  return `file:///${encoded.replace(/^([A-Za-z])%3A/, (_, drive: string) => `${drive.toLowerCase()}%3A`)}`;
}

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
