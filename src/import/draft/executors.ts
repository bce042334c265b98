import type { ExecutorEntry, ExecutorFields } from '../../schema/generated/types.ts';
import { isPersonName } from '../around/person.ts';
import { nameKeyOf } from '../key.ts';

/** One executor of a cell: the name and what is bracketed behind it. */
export interface NamedExecutor {
  readonly name: string;
  readonly note?: string;
}

/** Splits at commas and semicolons that stand in no quotes and no brackets; a pair left open does not count. */
function pieces(line: string): string[] {
  const out: string[] = [];
  const stack: string[] = [];
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === '«' || sign === '(' || sign === '„') stack.push(sign);
    else if (sign === '»' || sign === '“') {
      const open = stack.lastIndexOf(sign === '»' ? '«' : '„');
      if (open >= 0) stack.length = open;
    } else if (sign === ')') {
      const open = stack.lastIndexOf('(');
      if (open >= 0) stack.length = open;
    } else if (sign === '"') {
      const open = stack.lastIndexOf('"');
      if (open >= 0) stack.length = open;
      else if (line.indexOf('"', at + 1) > 0) stack.push('"');
    } else if (
      (sign === ';' || (sign === ',' && !isInNumbers(line, at))) &&
      !stack.some((open) => isClosed(open, line, at))
    ) {
      out.push(line.slice(from, at));
      from = at + 1;
    }
  }
  out.push(line.slice(from));
  return out;
}

/** «9, 11 классов», «школы № 1, 4»: the comma parts numbers, not names. */
const isInNumbers = (line: string, at: number): boolean =>
  /\d\s*$/.test(line.slice(Math.max(0, at - 4), at)) && /^,\s*(?:№\s*)?\d/.test(line.slice(at, at + 8));

/** «министерство образования, науки и спорта», «школы, участвующие в проекте»: one name with a comma in it. */
const runsOn = (before: string, piece: string): boolean =>
  (/(?:образования|науки|культуры|спорта|политики)$/iu.test(before.trim()) &&
    /^\s*(?:науки|культуры|спорта|молод[её]ж|физическ|семьи|опеки|туризма|труда)/u.test(piece)) ||
  /^\s*(?:осуществляющ|реализующ|участвующ|имеющ|показавш|вошедш|являющ|включ[её]нн|подведомственн|расположенн|закрепл[её]нн)/u.test(
    piece,
  );

/**
 * Where semicolons part people, what stands behind a name and a comma is the post: «Лугова В.Г., методист; …». A piece
 * of figures alone is a telephone of the one before it.
 */
function withPosts(line: string): string[] {
  return pieces(line).reduce<string[]>((out, piece) => {
    const before = out.at(-1);
    const isPost =
      before !== undefined &&
      line.includes(';') &&
      isPersonName(before) &&
      /^\s*\p{Ll}/u.test(piece) &&
      line.includes(`${before},${piece}`);
    const isPhone = before !== undefined && /\d/.test(piece) && !/\p{L}/u.test(piece);
    if (isPost || isPhone || (before !== undefined && runsOn(before, piece)))
      out[out.length - 1] = `${before},${piece}`;
    else out.push(piece);
    return out;
  }, []);
}

const closing: Readonly<Record<string, string>> = { '«': '»', '(': ')', '„': '“', '"': '"' };

const isClosed = (open: string, line: string, from: number): boolean =>
  line.indexOf(closing[open]!, from) > 0;

/** A name and the bracket behind it; a piece that is all bracket is a name. */
function withNote(piece: string): NamedExecutor | undefined {
  const text = piece.replace(/^[-–—•·]\s*/u, '').trim();
  if (!/[\p{L}\d]/u.test(text)) return undefined;
  return nameAndNote(text);
}

/** A name and what is bracketed behind it. */
export function nameAndNote(text: string): NamedExecutor {
  const bracket = /^(.*\S)\s*(\([^()]*(?:\([^()]*\)[^()]*)*\))[.]?$/u.exec(text);
  return bracket ? { name: bracket[1]!, note: bracket[2]! } : { name: text };
}

/** The executors of a cell, in order; lines are apart, «и» joins one name. */
export function splitExecutors(text: string): readonly NamedExecutor[] {
  return text.split('\n').flatMap((line) => withPosts(line).flatMap((piece) => withNote(piece) ?? []));
}

/** Names that differ only in case, quotes, dashes and blanks are one body. */
export const sameBody = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"„“”'’]/g, '')
    .replace(/\s*[-–—]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/№\s+/g, '№')
    .replace(/\.$/, '')
    .trim();

/** The map of a plan's executors, filled as rows are read; names with the same `same` are one entry. */
export function executorBook(same: (name: string) => string = sameBody): {
  refer(executors: readonly NamedExecutor[]): ExecutorEntry[];
  entries(): Record<string, ExecutorFields>;
} {
  const keys = new Map<string, string>();
  const found = new Map<string, { name: string; aliases: string[] }>();
  function keyFor(name: string): string {
    const known = keys.get(same(name));
    if (known !== undefined) {
      const entry = found.get(known)!;
      if (entry.name !== name && !entry.aliases.includes(name)) entry.aliases.push(name);
      return known;
    }
    const base = nameKeyOf(name) || 'исполнитель';
    let key = base;
    for (let n = 2; found.has(key); n++) key = `${base}-${n}`;
    keys.set(same(name), key);
    found.set(key, { name, aliases: [] });
    return key;
  }
  return {
    refer: (executors) =>
      executors.map(({ name, note }): ExecutorEntry => {
        const key = keyFor(name);
        return note === undefined ? key : { key, note };
      }),
    entries: () =>
      Object.fromEntries(
        [...found].map(([key, { name, aliases }]): [string, ExecutorFields] => [
          key,
          aliases.length > 0 ? { name, aliases } : { name },
        ]),
      ),
  };
}
