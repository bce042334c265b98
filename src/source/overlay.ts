import { createHash } from 'node:crypto';
import { compareText } from '../finding/order.ts';
import type { Files } from './files.ts';

/** The same workspace with other texts in some of its files: what an edit would make of it, what an editor has not saved. */
export function withTexts(files: Files, texts: ReadonlyMap<string, string>): Files {
  const encoder = new TextEncoder();
  const { digestOf } = files;
  return {
    ...files,
    list: (folder) => {
      const more = [...texts.keys()].filter((path) => folder === '' || path.startsWith(`${folder}/`));
      return [...new Set([...files.list(folder), ...more])].sort(compareText);
    },
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? files.read(path) : encoder.encode(text);
    },
    exists: (path) => texts.has(path) || files.exists(path),
    ...(digestOf && {
      digestOf: (path) => {
        const text = texts.get(path);
        return text === undefined ? digestOf(path) : createHash('sha256').update(text).digest('base64');
      },
    }),
  };
}
