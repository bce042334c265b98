import { strFromU8, strToU8, zipSync } from 'fflate';

/** Parts of an Office package by name. */
export type Parts = Record<string, Uint8Array>;

const CONTENT_TYPES = '[Content_Types].xml';

/** A zip of the same bytes whenever the parts are the same: fixed dates, the content types first, then by name. */
export function zipParts(parts: Parts): Uint8Array {
  const names = Object.keys(parts).sort((a, b) =>
    a === CONTENT_TYPES ? -1 : b === CONTENT_TYPES ? 1 : a < b ? -1 : 1,
  );
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name]!])), {
    level: 6,
    // In local time, as zip stores it: the same digits in every time zone.
    mtime: new Date(1980, 0, 1, 0, 0, 0),
  });
}

/** Changes the text of a part, if it is there. */
export function editPart(parts: Parts, name: string, change: (xml: string) => string): void {
  const part = parts[name];
  if (part) parts[name] = strToU8(change(strFromU8(part)));
}

/** Core properties without the dates of the file, which would make two renderings differ, and with the language. */
export function settleCoreProperties(parts: Parts, language: string): void {
  editPart(parts, 'docProps/core.xml', (xml) =>
    xml
      .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`),
  );
}

/** A text for XML, between tags or in quotes. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
