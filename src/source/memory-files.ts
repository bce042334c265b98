import { compareText } from '../finding/order.ts';
import type { Files } from './files.ts';

/** A workspace held in memory: examples of rule pages, tests, texts of an editor. */
export function memoryFiles(texts: Readonly<Record<string, string | Uint8Array>>): Files {
  const encoder = new TextEncoder();
  const paths = Object.keys(texts).sort(compareText);
  return {
    list: (folder) => (folder === '' ? paths : paths.filter((path) => path.startsWith(`${folder}/`))),
    read(path) {
      const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
      if (text === undefined) return 'missing';
      return typeof text === 'string' ? encoder.encode(text) : text;
    },
    exists: (path) => Object.hasOwn(texts, path) || paths.some((other) => other.startsWith(`${path}/`)),
    at: () => undefined,
  };
}
