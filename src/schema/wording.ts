import type { Route } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';
import { scalarText } from '../source/quote.ts';
import { quotedValue } from './quoted.ts';
import { resolve, type SchemaNode, type TypeName, typeName, typesOf } from './schema-node.ts';
import type { Subject } from './subject.ts';

const NEEDED: Readonly<Record<TypeName, Bilingual>> = {
  string: { ru: 'текст', en: 'a text' },
  number: { ru: 'число', en: 'a number' },
  integer: { ru: 'целое число', en: 'a whole number' },
  boolean: { ru: 'true или false', en: 'true or false' },
  null: { ru: 'пустое значение', en: 'no value' },
  array: { ru: 'список', en: 'a list' },
  object: { ru: 'запись с ключами', en: 'a map of keys' },
};

const DAY: Bilingual = { ru: 'дата', en: 'a date' };

/** Feminine, singular: «нужна дата». Everything else is met by «нужен», «нужно». */
const VERBS: Readonly<Record<string, string>> = {
  дата: 'нужна',
  'запись с ключами': 'нужна',
  список: 'нужен',
  текст: 'нужен',
};

/** What a place wants, with the verb: «нужен текст или список», “a text or a list is needed”. */
export function wanted(root: SchemaNode, node: SchemaNode): Bilingual {
  let words = wants.get(node);
  if (!words) {
    words = wantedOnce(root, node);
    wants.set(node, words);
  }
  return words;
}

const wants = new WeakMap<SchemaNode, Bilingual>();

function wantedOnce(root: SchemaNode, node: SchemaNode): Bilingual {
  const words = wantedWords(root, node);
  const first = words[0]?.ru ?? '';
  return {
    ru: `${VERBS[first] ?? 'нужно'} ${listed(words, 'ru', ' или ')}`,
    en: `${listed(words, 'en', ' or ')} is needed`,
  };
}

function listed(words: readonly Bilingual[], language: 'ru' | 'en', last: string): string {
  const texts = words.map((word) => word[language]);
  const end = texts.pop() ?? '';
  return texts.length === 0 ? end : `${texts.join(', ')}${last}${end}`;
}

function wantedWords(root: SchemaNode, node: SchemaNode): readonly Bilingual[] {
  const resolved = resolve(root, node).node;
  const words = resolved.anyOf
    ? resolved.anyOf.flatMap((branch) => wantedWords(root, branch))
    : isDay(root, resolved)
      ? [DAY]
      : typesOf(resolved)
          .filter((type) => type !== 'null')
          .map((type) => NEEDED[type]);
  return words.filter((word, at) => words.indexOf(word) === at);
}

/** Whether a place wants a date: the pattern of dates is one for all schemas. */
export function isDay(root: SchemaNode, node: SchemaNode): boolean {
  return node.pattern !== undefined && node.pattern === root.$defs?.DateText?.pattern;
}

/** «стоит список», “there is a list”; short texts are quoted. */
export function found(value: unknown): Bilingual {
  switch (typeName(value)) {
    case 'string':
      return { ru: `стоит текст ${quotedValue(value)}`, en: `there is the text ${quotedValue(value)}` };
    case 'integer':
    case 'number':
      return { ru: `стоит число ${value}`, en: `there is the number ${value}` };
    case 'array':
      return { ru: 'стоит список', en: 'there is a list' };
    case 'object':
      return { ru: 'стоит запись с ключами', en: 'there is a map of keys' };
    default:
      return { ru: `стоит ${value}`, en: `there is ${value}` };
  }
}

/** An example of a value on one line, as it would be typed into the file; undefined when the schema has none. */
export function exampleOf(node: SchemaNode): string | undefined {
  const [example] = node.examples ?? [];
  if (example === undefined) return undefined;
  let text = examples.get(node);
  if (text === undefined) {
    text = flow(example, false);
    examples.set(node, text);
  }
  return text;
}

const examples = new WeakMap<SchemaNode, string>();

/** A plain value as YAML on one line. */
export function flow(value: unknown, inside: boolean): string {
  if (typeof value === 'string') return scalarText(value, inside);
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, true)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${scalarText(key, true)}: ${flow(item, true)}`)
      .join(', ')}}`;
  }
  return String(value);
}

/** «Пункт 1.6, indicators № 2, value»: the subject, and the keys from it down to the place. */
export function placeName(route: Route, subject: Subject): Bilingual {
  const path: string[] = [];
  for (const step of route.slice(subject.depth)) {
    if (typeof step === 'string') path.push(step);
    else path.push(`${path.pop() ?? ''} № ${step + 1}`.trim());
  }
  const below = path.join(', ');
  const { label } = subject;
  if (!label)
    return below ? { ru: `Ключ ${below}`, en: `Key ${below}` } : { ru: 'Документ', en: 'The document' };
  return below ? { ru: `${label.ru}, ${below}`, en: `${label.en}, ${below}` } : label;
}
