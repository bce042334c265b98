import { nearest } from '../russian/index.ts';
import { keyMeantBy } from './synonyms.ts';
import type { Step, Walk } from './walk.ts';

type RawMap = Readonly<Record<string, unknown>>;

/** A map with more unknown keys than this has not been mistyped; it is something else. */
const MOST_GUESSES = 50;

/** Keys of a map: unknown ones, missing ones, and what is under the known ones. */
export function explainMap(
  walk: Walk,
  step: Step,
  map: RawMap,
  matches: (pattern: string, text: string) => boolean,
): void {
  const { node, route, subject } = step;
  const properties = node.properties ?? {};
  const meant = new Set<string>();
  let unknown = 0;
  for (const [key, value] of Object.entries(map)) {
    const at = [...route, key];
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (known) walk.enter(value, known, at, subject);
    else if (node.additionalProperties === false) {
      const likely = unknown < MOST_GUESSES ? likelyKey(key, Object.keys(properties), map) : undefined;
      unknown++;
      if (likely !== undefined) meant.add(likely);
      const isTaken = likely !== undefined && Object.hasOwn(map, likely);
      walk.report.unknownKey({ ...step, value, route: at }, likely, Object.keys(properties), isTaken);
    } else if (node.propertyNames && !matches(node.propertyNames.pattern, key)) {
      walk.report.wrongKey({ ...step, value, route: at });
    } else if (node.additionalProperties) walk.enter(value, node.additionalProperties, at, subject);
  }
  for (const key of missingKeys(step, map)) {
    // A mistyped key has been reported already: that the right one is missing has the same cause.
    if (!meant.has(key)) walk.report.missing(step, key);
  }
}

function missingKeys({ node }: Step, map: RawMap): readonly string[] {
  const has = (key: string): boolean => Object.hasOwn(map, key);
  const unless = node.if?.required.every(has) ? [] : (node.else?.required ?? []);
  return [...(node.required ?? []), ...unless].filter((key) => !has(key));
}

/** The key an unknown one was meant to be; one that is in the map already is no likely meaning. */
function likelyKey(key: string, known: readonly string[], map: RawMap): string | undefined {
  if (key.length > 60) return undefined;
  const free = known.filter((candidate) => !Object.hasOwn(map, candidate));
  return keyMeantBy(key, free) ?? nearest(key, free) ?? keyMeantBy(key, known) ?? nearest(key, known);
}
