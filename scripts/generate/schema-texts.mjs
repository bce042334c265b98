/**
 * The schemas as texts: they are parsed only when a file breaks its schema (the explanation walks it) or when
 * `roadmap schema` prints one, never at the start.
 */
export function schemaTexts(schemas) {
  const entries = Object.entries(schemas).map(
    ([kind, schema]) => `  ${kind}: ${JSON.stringify(JSON.stringify(schema))},\n`,
  );
  return `export const schemaTexts = {\n${entries.join('')}};\n`;
}
