import { decode } from './decode.ts';
import type { LoadedDocument, Problem } from './document.ts';
import { MAX_ALIAS_COUNT, REFERENCE_OPTIONS, yaml } from './yaml-reference.ts';

/** Reads one file. Never throws for what is in it: everything wrong is in `problems`. */
export function readDocument(file: string, bytes: Uint8Array): LoadedDocument {
  const decoded = decode(bytes);
  const problems: Problem[] = decoded.problems.map(({ message, help, at }) => ({
    rule: 'encoding',
    message,
    ...(help && { help }),
    at: { file, offsets: [at, at] },
  }));
  if (problems.length > 0) return { file, kind: undefined, value: undefined, problems };
  const document = yaml().parseDocument(decoded.text, REFERENCE_OPTIONS);
  for (const error of document.errors) {
    problems.push({
      rule: 'syntax',
      message: { ru: `Ошибка YAML: ${error.message}`, en: error.message },
      at: { file, offsets: error.pos },
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
  } catch {
    value = undefined;
  }
  return { file, kind: kindOf(value), value, problems };
}

function kindOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'kind')) return undefined;
  const { kind } = value as { kind: unknown };
  return typeof kind === 'string' ? kind : undefined;
}
