import { keyMeantBy } from './synonyms.ts';

type RawMap = Readonly<Record<string, unknown>>;

/**
 * The text that YAML took for a map because of the colon in it: `- Срок: март` is a map with the key «Срок».
 * Undefined when the value is no such map: it bears a key that the place knows or means, or holds more than words.
 */
export function textBrokenByColon(value: unknown, known: RawMap = {}): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const lines: string[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (Object.hasOwn(known, key) || !looksLikeWords(key)) return undefined;
    if (keyMeantBy(key, Object.keys(known)) !== undefined) return undefined;
    const rest = inner === null ? '' : wordsOf(inner);
    if (rest === undefined) return undefined;
    lines.push(`${key}: ${rest}`.trim());
  }
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** A text that continues after a colon may hold another one further on. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return textBrokenByColon(value);
}

/** Words of a sentence, not a mistyped key: Latin names without blanks are keys. */
function looksLikeWords(key: string): boolean {
  return key.includes(' ') || /\p{Script=Cyrillic}/u.test(key);
}
