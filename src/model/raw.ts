/**
 * Tolerant access to parsed YAML. The schema reports what is wrong; the model still opens what it can, so that
 * one wrong cell does not silence every rule of the file.
 */
export type RawMap = Readonly<Record<string, unknown>>;

/** A map, or undefined for anything else. */
export function asMap(value: unknown): RawMap | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RawMap) : undefined;
}

/** A list; anything else is an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or a number written without quotes; anything else is no text. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** A text or a list of texts, as a list. */
export function asTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(asText).filter((text) => text !== undefined);
  const text = asText(value);
  return text === undefined ? [] : [text];
}

/** A number, or undefined for anything else. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
