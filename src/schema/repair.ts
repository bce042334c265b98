import type { Bilingual } from '../finding/text.ts';
import { doubleQuoted } from '../source/quote.ts';
import { resolve, type SchemaNode, type TypeName, typeName, typesOf } from './schema-node.ts';
import type { Step } from './walk.ts';
import { flow } from './wording.ts';

/** The author's own value as it should have been written, where the slip is plain; undefined where it is not. */
export function repairOf(root: SchemaNode, { value, node, route }: Step): Bilingual | undefined {
  const types = allTypes(root, node);
  const last = route.at(-1);
  const key = typeof last === 'string' ? `${last}: ` : '';
  const type = typeName(value);
  const simple = type === 'string' || type === 'number' || type === 'integer';
  if (simple && types.includes('array') && !types.includes('object')) {
    const list = `${key}${flow([value], true)}`;
    return { ru: `Запишите списком: ${list}`, en: `Write a list: ${list}` };
  }
  if ((type === 'boolean' || simple) && type !== 'string' && types.includes('string')) {
    const text = `${key}${doubleQuoted(String(value))}`;
    return { ru: `Возьмите в кавычки: ${text}`, en: `Put it in quotes: ${text}` };
  }
  if (type === 'string' && types.some((name) => name === 'number' || name === 'integer')) {
    const number = /^\s*(-?\d+(?:[.,]\d+)?)\s*%?\s*$/.exec(value as string)?.[1]?.replace(',', '.');
    if (number === undefined) return undefined;
    return { ru: `Запишите числом: ${key}${number}`, en: `Write a number: ${key}${number}` };
  }
  if (type === 'string' && types.includes('boolean')) return booleanMeantBy(String(value), key);
  if (type === 'string' && types.includes('object')) return nameMeantBy(root, node, String(value), key);
  return undefined;
}

/** A map that wants one text above all may have been given just that text. */
function nameMeantBy(root: SchemaNode, node: SchemaNode, text: string, key: string): Bilingual | undefined {
  const { required, properties, else: alsoRequired } = resolve(root, node).node;
  const name = required?.length === 1 && !alsoRequired ? (required[0] as string) : undefined;
  const property = name === undefined ? undefined : properties?.[name];
  if (!property || !typesOf(resolve(root, property).node).includes('string')) return undefined;
  const map = `${key}${flow({ [name as string]: text }, true)}`;
  return { ru: `Запишите с ключом: ${map}`, en: `Write it with its key: ${map}` };
}

function allTypes(root: SchemaNode, node: SchemaNode): readonly TypeName[] {
  const { node: resolved } = resolve(root, node);
  return resolved.anyOf ? resolved.anyOf.flatMap((branch) => allTypes(root, branch)) : typesOf(resolved);
}

/** `yes` and «да» are texts in YAML 1.2. */
function booleanMeantBy(text: string, key: string): Bilingual | undefined {
  const word = text.trim().toLowerCase();
  const meant = ['yes', 'on', 'y', 'да', 'true', '+', 'исполнено', 'выполнено'].includes(word)
    ? 'true'
    : ['no', 'off', 'n', 'нет', 'false', '-'].includes(word)
      ? 'false'
      : undefined;
  if (meant === undefined) return undefined;
  return { ru: `Запишите так: ${key}${meant}`, en: `Write it like this: ${key}${meant}` };
}
