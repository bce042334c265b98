import { type Document, isScalar, parseAllDocuments } from 'yaml';
import type { Bilingual } from '../finding/text.ts';
import type { Problem } from '../source/document.ts';
import { readDocument } from '../source/read.ts';
import { REFERENCE_OPTIONS } from '../source/yaml-reference.ts';
import { canonical, hasAnchors } from './canonical.ts';
import { commentsOf } from './comments.ts';
import { dataOf } from './data.ts';
import { emit } from './emit.ts';
import { shapeOfKind } from './layout.ts';
import { isSameData } from './same.ts';
import { treeOfDocument, Unsupported } from './yaml-tree.ts';

interface Formatted {
  readonly text: string;
  readonly changed: boolean;
  /** Why a file that can be read was left as it is. */
  readonly kept?: Bilingual;
}

/** A file that can't be read has no layout: what is wrong with it is reported as by `check`. */
interface Unreadable {
  readonly problems: readonly Problem[];
}

/**
 * The canonical layout of a document (`roadmap fmt`): the data is the same, comments and blank lines stay,
 * a formatted text is its own layout. `kind` only for a file that does not name its own (the config).
 */
export function formatText(text: string, file: string, kind?: 'config'): Formatted | Unreadable {
  const bare = text.replace(/^\uFEFF/, '');
  const lines = bare.replaceAll('\r\n', '\n');
  const documents = parseAllDocuments(lines, REFERENCE_OPTIONS) as readonly Document[];
  if (documents.length > 1) return kept(text, SEVERAL);
  const data = dataOf(lines);
  if ('broken' in data) return { problems: readDocument(file, new TextEncoder().encode(bare)).problems };
  const [document] = documents;
  if (!document?.contents) return { text, changed: false };
  if (isScalar(document.contents)) return kept(text, NO_DOCUMENT);
  const laid = layOut(document, lines, kind ?? kindOf(data.value));
  if (laid === undefined) return kept(text, FOREIGN);
  if (!isFaithful(lines, data.value, laid)) return kept(text, UNCERTAIN);
  const result = bare.includes('\r\n') ? laid.replaceAll('\n', '\r\n') : laid;
  return { text: result, changed: result !== text };
}

const kept = (text: string, why: Bilingual): Formatted => ({ text, changed: false, kept: why });

const SEVERAL: Bilingual = {
  ru: 'В файле несколько документов YAML: файл оставлен как есть',
  en: 'The file holds several YAML documents: it was left as it is',
};
const NO_DOCUMENT: Bilingual = {
  ru: 'В файле один текст и ни одного ключа: файл оставлен как есть',
  en: 'The file is one text without a key: it was left as it is',
};
const FOREIGN: Bilingual = {
  ru: 'В файле теги или составные ключи YAML: файл оставлен как есть',
  en: 'The file has YAML tags or keys that are no scalars: it was left as it is',
};
const UNCERTAIN: Bilingual = {
  ru: 'Комментарии этого файла не удалось перенести без потерь: файл оставлен как есть',
  en: 'The comments of this file could not be kept in place: it was left as it is',
};

function layOut(document: Document, text: string, kind: string | undefined): string | undefined {
  try {
    const rooted = treeOfDocument(document, text);
    if (!rooted) return undefined;
    const { head, tree } = rooted;
    return [...head, ...emit(canonical(tree, shapeOfKind(kind), !hasAnchors(tree))), ''].join('\n');
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function kindOf(value: unknown): string | undefined {
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
  return typeof kind === 'string' ? kind : undefined;
}

/** Nothing may be lost, whatever a comment was attached to: the data and every comment are compared. */
function isFaithful(before: string, value: unknown, after: string): boolean {
  const again = dataOf(after);
  if ('broken' in again || !isSameData(value, again.value)) return false;
  const comments = commentsOf(before).toSorted();
  const left = commentsOf(after).toSorted();
  return comments.length === left.length && comments.every((comment, index) => comment === left[index]);
}
