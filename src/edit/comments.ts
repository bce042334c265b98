import { type CST, Parser } from 'yaml';

/** Every comment of a text, in order, without trailing blanks. */
export function commentsOf(text: string): readonly string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      const { type, source } = value as Partial<CST.SourceToken>;
      if (type === 'comment' && source !== undefined) found.push(source.trimEnd());
      else Object.values(value).forEach(look);
    }
  };
  for (const token of new Parser().parse(text)) look(token);
  return found;
}
