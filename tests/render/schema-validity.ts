import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';

const schemas = fileURLToPath(new URL('../../../shared/ooxml/xsd', import.meta.url));

/** Whether the ECMA-376 schemas and the program that checks by them are at hand. */
export const canValidate = existsSync(schemas) && spawnSync('xmllint', ['--version']).status === 0;

/**
 * The complaints of the schemas about the parts of packages (name → bytes), all in one run. What a reader may ignore
 * (markup compatibility) is taken out first.
 */
export function invalidParts(
  kind: 'wml' | 'sml',
  packages: Readonly<Record<string, Uint8Array>>,
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-xml-'));
  const files: string[] = [];
  for (const [name, bytes] of Object.entries(packages)) {
    for (const [part, content] of Object.entries(unzipSync(bytes))) {
      if (!/^(word|xl)\/.*\.xml$/.test(part) || part.includes('theme')) continue;
      const file = join(folder, `${name}--${part}`.replace(/[^\w.-]+/g, '_'));
      writeFileSync(file, withoutIgnorable(strFromU8(content)));
      files.push(file);
    }
  }
  const { stderr } = spawnSync('xmllint', ['--noout', '--schema', join(schemas, `${kind}.xsd`), ...files], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  rmSync(folder, { recursive: true });
  const said = stderr.split('\n').filter((line) => line !== '');
  const valid = said.filter((line) => line.endsWith(' validates'));
  if (valid.length === files.length && said.length === files.length) return [];
  return said.filter((line) => !line.endsWith(' validates'));
}

function withoutIgnorable(xml: string): string {
  const prefixes = /mc:Ignorable="([^"]*)"/.exec(xml)?.[1]?.split(' ') ?? [];
  const open = xml.replace(/\s+mc:Ignorable="[^"]*"/g, '').replaceAll('<t xml:space="preserve">', '<t>');
  return prefixes.reduce(
    (text, prefix) => text.replace(new RegExp(`\\s+${prefix}:\\w+="[^"]*"`, 'g'), ''),
    open,
  );
}
