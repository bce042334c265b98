import type { OfficePackage } from './open.ts';
import { readTree } from './parse.ts';
import { addContentType, addRelation, editTree, type Parts, putTree } from './parts.ts';
import { relationsOf } from './relations.ts';
import { childOf, element, elementsOf, textOf, type XmlElement } from './xml.ts';

const CUSTOM = 'docProps/custom.xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
/** The format id of all properties that are the user's own (MS-OSHARED 2.3.3.2). */
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Custom properties of the document (`docProps/custom.xml`) by name. */
export function readProperties(source: OfficePackage): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const relation of relationsOf(source, '')) {
    if (relation.type !== 'custom-properties') continue;
    const tree = readTree(source, relation.target);
    if (!tree?.ok) continue;
    for (const property of elementsOf(tree.value)) {
      if (property.attributes.name !== undefined)
        properties.set(property.attributes.name, textOf(property).trim());
    }
  }
  return properties;
}

const propertyOf = (name: string, value: string, id: number): XmlElement =>
  element('property', { fmtid: FORMAT_ID, pid: String(id), name }, [element('vt:lpwstr', {}, [value])]);

/** Gives a package that has none its custom properties. */
export function putProperties(parts: Parts, properties: Readonly<Record<string, string>>): void {
  const entries = Object.entries(properties).map(([name, value], at) => propertyOf(name, value, at + 2));
  putTree(
    parts,
    CUSTOM,
    element(
      'Properties',
      { xmlns: `${OFFICE}/custom-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` },
      entries,
    ),
  );
  addContentType(parts, CUSTOM, TYPE);
  addRelation(parts, '', {
    Id: 'rIdCustom',
    Type: `${OFFICE}/relationships/custom-properties`,
    Target: CUSTOM,
  });
}

/**
 * Core properties without the dates of the file, which would make two renderings differ, and with the language of the
 * document.
 */
export function settleCoreProperties(parts: Parts, language: string): void {
  editTree(parts, 'docProps/core.xml', (root) => {
    root.children = root.children.filter(
      (child) => typeof child === 'string' || !/^dcterms:(?:created|modified)$/.test(child.name),
    );
    if (!childOf(root, 'dc:language')) root.children.push(element('dc:language', {}, [language]));
  });
}
