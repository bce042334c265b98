import type { Cure } from '../finding/cure.ts';
import type { Bilingual } from '../finding/text.ts';
import { doubleQuoted } from '../source/quote.ts';
import { resolve, type SchemaNode, type TypeName, typeName, typesOf } from './schema-node.ts';
import type { Step } from './walk.ts';
import { flow } from './wording.ts';

/** How a value should have been written. */
interface Repair {
  readonly help: Bilingual;
  readonly cure: Cure;
}

/** The author's own value as it should have been written, where the slip is plain; undefined where it is not. */
export function repairOf(root: SchemaNode, { value, node, route }: Step): Repair | undefined {
  const put = (meant: unknown): Cure => ({ edits: [{ op: 'set', route, value: meant }] });
  const types = allTypes(root, node);
  const last = route.at(-1);
  const key = typeof last === 'string' ? `${last}: ` : '';
  const type = typeName(value);
  const simple = type === 'string' || type === 'number' || type === 'integer';
  if (simple && types.includes('array') && !types.includes('object')) {
    const list = `${key}${flow([value], true)}`;
    return { help: { ru: `Запишите списком: ${list}`, en: `Write a list: ${list}` }, cure: put([value]) };
  }
  if ((type === 'boolean' || simple) && type !== 'string' && types.includes('string')) {
    const text = `${key}${doubleQuoted(String(value))}`;
    return {
      help: { ru: `Возьмите в кавычки: ${text}`, en: `Put it in quotes: ${text}` },
      cure: { quoted: true },
    };
  }
  if (type === 'string' && types.some((name) => name === 'number' || name === 'integer')) {
    const number = /^\s*(-?\d+(?:[.,]\d+)?)\s*%?\s*$/.exec(value as string)?.[1]?.replace(',', '.');
    if (number === undefined) return undefined;
    return {
      help: { ru: `Запишите числом: ${key}${number}`, en: `Write a number: ${key}${number}` },
      cure: put(Number(number)),
    };
  }
  if (type === 'string' && types.includes('boolean')) {
    const meant = booleanMeantBy(String(value));
    if (meant === undefined) return undefined;
    const help = { ru: `Запишите так: ${key}${meant}`, en: `Write it like this: ${key}${meant}` };
    return { help, cure: put(meant) };
  }
  if (type !== 'string' || !types.includes('object')) return undefined;
  const map = mapMeantBy(root, node, String(value));
  if (!map) return undefined;
  const line = `${key}${flow(map, true)}`;
  return { help: { ru: `Запишите с ключом: ${line}`, en: `Write it with its key: ${line}` }, cure: put(map) };
}

/** A map that wants one text above all may have been given just that text. */
function mapMeantBy(root: SchemaNode, node: SchemaNode, text: string): Record<string, string> | undefined {
  const { required, properties, else: alsoRequired } = resolve(root, node).node;
  const name = required?.length === 1 && !alsoRequired ? (required[0] as string) : undefined;
  const property = name === undefined ? undefined : properties?.[name];
  if (name === undefined || !property) return undefined;
  return typesOf(resolve(root, property).node).includes('string') ? { [name]: text } : undefined;
}

function allTypes(root: SchemaNode, node: SchemaNode): readonly TypeName[] {
  const { node: resolved } = resolve(root, node);
  return resolved.anyOf ? resolved.anyOf.flatMap((branch) => allTypes(root, branch)) : typesOf(resolved);
}

/** `yes` and «да» are texts in YAML 1.2. */
function booleanMeantBy(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (['yes', 'on', 'y', 'да', 'true', '+', 'исполнено', 'выполнено'].includes(word)) return true;
  if (['no', 'off', 'n', 'нет', 'false', '-'].includes(word)) return false;
  return undefined;
}
