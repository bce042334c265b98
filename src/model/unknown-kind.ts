import { nearest } from '../russian/index.ts';
import type { LoadedDocument, Problem } from '../source/document.ts';
import { asMap } from './raw.ts';

const KINDS = ['plan', 'facts', 'registry', 'links', 'lock', 'requests'];
const RUSSIAN: ReadonlyMap<string, string> = new Map([
  ['план', 'plan'],
  ['дорожная карта', 'plan'],
  ['факты', 'facts'],
  ['исполнение', 'facts'],
  ['справочник', 'registry'],
  ['реестр', 'registry'],
  ['запросы', 'requests'],
]);
/** Keys that only our documents have at the top: two of them distinguish a plan with a wrong `kind` from a file of another program. */
const OUR_KEYS = [
  'items',
  'sections',
  'executors',
  'facts',
  'programme',
  'implements',
  'recorded',
  'territory',
  'plan',
];

/**
 * A `kind` that is nearly ours, in a file that otherwise looks like ours: a finding, never a silent skip.
 * A file the user named must be a document, whatever it looks like.
 */
export function unknownKind(document: LoadedDocument, named: boolean): Problem | undefined {
  const raw = asMap(document.value);
  const written = raw && typeof raw.kind === 'string' ? raw.kind : undefined;
  const near =
    written === undefined ? undefined : (RUSSIAN.get(written.toLowerCase()) ?? nearest(written, KINDS));
  const ours = raw ? OUR_KEYS.filter((key) => Object.hasOwn(raw, key)).length : 0;
  if (!named && (written === undefined ? ours < 3 : near === undefined && ours < 2)) return undefined;
  if (document.value === undefined && document.problems.length > 0) return undefined;
  const slip = Object.keys(raw ?? {}).find((key) => nearest(key, ['kind']) !== undefined);
  if (written === undefined && slip !== undefined && !Object.hasOwn(raw ?? {}, 'kind')) {
    return {
      rule: 'unknown-kind',
      message: {
        ru: `Неизвестный ключ «${slip}»; возможно, вы имели в виду kind: без него непонятно, план это или факты`,
        en: `Unknown key “${slip}”; did you mean kind? Without it it is not clear whether this is a plan or facts`,
      },
      help: { ru: 'Напишите «kind: plan»', en: 'Write `kind: plan`' },
      cure: { put: 'kind' },
      at: { file: document.file, route: [slip], key: true },
    };
  }
  if (written === undefined) {
    return {
      rule: 'unknown-kind',
      message: {
        ru: 'В документе нет ключа kind: непонятно, план это или факты',
        en: 'The document has no `kind`: it is not clear whether it is a plan or facts',
      },
      help: { ru: 'Напишите первой строкой «kind: plan»', en: 'Write `kind: plan` as the first line' },
      at: { file: document.file, offsets: [0, 0] },
    };
  }
  return {
    rule: 'unknown-kind',
    message: {
      ru: `Неизвестный вид документа «${written}»${near ? `; возможно, вы имели в виду ${near}` : ''}`,
      en: `Unknown kind of document “${written}”${near ? `; did you mean ${near}` : ''}`,
    },
    help: { ru: `Виды документов: ${KINDS.join(', ')}`, en: `Kinds of documents: ${KINDS.join(', ')}` },
    ...(near ? { cure: { put: near } } : {}),
    at: { file: document.file, route: ['kind'] },
  };
}

/** A file that is plainly ours but has no readable `kind`: reported where the kind seems to be written, else at its start. */
export function hiddenKind(
  { file }: LoadedDocument,
  bytes: Uint8Array,
  line: readonly [number, number] | undefined,
): Problem {
  const help = { ru: 'Напишите первой строкой «kind: plan»', en: 'Write `kind: plan` as the first line' };
  if (line === undefined) {
    return {
      rule: 'unknown-kind',
      message: {
        ru: 'Судя по имени, это документ roadmap, но ключа kind в нём нет: он не прочитан',
        en: 'By its name this is a document of roadmap, but it has no `kind`: it was not read',
      },
      help,
      at: { file, offsets: [0, 0] },
    };
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // Decoding takes one mark off the beginning, as the reader of the line did.
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const written = text.slice(line[0] + mark, line[1] + mark).replace(/\s+/g, ' ');
  return {
    rule: 'unknown-kind',
    message: {
      ru: `«${written}» не читается как вид документа: файл не прочитан`,
      en: `“${written}” does not read as the kind of a document: the file was not read`,
    },
    help,
    at: { file, offsets: [line[0], line[1]] },
  };
}
