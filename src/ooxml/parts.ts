import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseXml } from './parse.ts';
import { element, elementsOf, writeXml, type XmlElement } from './xml.ts';

/** Parts of an Office package by name, unpacked: what is written, or changed and written again. */
export type Parts = Record<string, Uint8Array>;

const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** All parts at once; undefined for what is no package, or one that unpacks to more than `most` bytes. */
export function unzipParts(bytes: Uint8Array, most: number = Number.POSITIVE_INFINITY): Parts | undefined {
  let whole = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        whole += originalSize;
        return whole <= most;
      },
    });
    return whole <= most ? parts : undefined;
  } catch {
    return undefined;
  }
}

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

/** The tree of a part, with names as they stand; undefined when it is missing or broken. */
export function treeOf(parts: Parts, name: string): XmlElement | undefined {
  const part = parts[name];
  return part ? parseXml(strFromU8(part)) : undefined;
}

export function putTree(parts: Parts, name: string, root: XmlElement): void {
  parts[name] = strToU8(writeXml(root));
}

/** Changes the tree of a part, if it is there. */
export function editTree(parts: Parts, name: string, change: (root: XmlElement) => void): void {
  const root = treeOf(parts, name);
  if (!root) return;
  change(root);
  putTree(parts, name, root);
}

/** The part that lists the relationships of a part; `''` is the package itself. */
export const relationsPart = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

/** The relationships of a part, as elements whose attributes are `Id`, `Type`, `Target` and perhaps `TargetMode`. */
export const relationElements = (parts: Parts, part: string): readonly XmlElement[] =>
  elementsOf(treeOf(parts, relationsPart(part)), 'Relationship');

export function addRelation(parts: Parts, part: string, attributes: Record<string, string>): void {
  const name = relationsPart(part);
  const relations = treeOf(parts, name) ?? element('Relationships', { xmlns: `${PACKAGE}/relationships` });
  relations.children.push(element('Relationship', attributes));
  putTree(parts, name, relations);
}

/** States the content type of one part, in place of what was stated before. */
export function addContentType(parts: Parts, name: string, type: string): void {
  editTree(parts, CONTENT_TYPES, (types) => {
    types.children = types.children.filter(
      (child) => typeof child === 'string' || child.attributes.PartName !== `/${name}`,
    );
    types.children.push(element('Override', { PartName: `/${name}`, ContentType: type }));
  });
}

/** States the content type of all parts of an extension, unless that is done. */
export function addDefaultType(parts: Parts, extension: string, type: string): void {
  editTree(parts, CONTENT_TYPES, (types) => {
    const known = elementsOf(types, 'Default').some(
      ({ attributes }) => attributes.Extension?.toLowerCase() === extension,
    );
    if (!known) types.children.unshift(element('Default', { Extension: extension, ContentType: type }));
  });
}
