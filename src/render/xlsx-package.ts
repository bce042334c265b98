import { strToU8 } from 'fflate';
import { addContentType, addRelation, type Parts, putTree, zipParts } from '../ooxml/parts.ts';
import { putProperties } from '../ooxml/properties.ts';
import { element, type XmlElement } from '../ooxml/xml.ts';
import type { Meta } from '../view/document.ts';
import { customProperties } from './custom-properties.ts';
import { printable } from './printable.ts';
import { columnName, type SharedTexts } from './xlsx-sheet.ts';
import type { StyleBook } from './xlsx-styles.ts';

/** A sheet that is written: rows above a place are printed on every page, columns on the left of it on every page across. */
export interface WrittenSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly links: readonly string[];
  readonly header?: { readonly row: number; readonly columns: number } | undefined;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const RELATIONSHIPS = `${OFFICE}/relationships`;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The package: the same bytes for the same sheets, without dates of its making. */
export function xlsxPackage(
  sheets: readonly WrittenSheet[],
  styles: StyleBook,
  texts: SharedTexts,
  meta: Meta,
): Uint8Array {
  const parts: Parts = {};
  putTree(
    parts,
    '[Content_Types].xml',
    element('Types', { xmlns: `${PACKAGE}/content-types` }, [
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ]),
  );
  const put = (name: string, bytes: Uint8Array, type: string): void => {
    parts[name] = bytes;
    addContentType(parts, name, type);
  };
  const relate = (from: string, id: string, type: string, target: string): void =>
    addRelation(parts, from, { Id: id, Type: type, Target: target });

  putTree(parts, 'xl/workbook.xml', workbook(sheets));
  addContentType(parts, 'xl/workbook.xml', `${EXCEL}.sheet.main+xml`);
  relate('', 'rId1', `${RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml');
  put('xl/styles.xml', strToU8(styles.xml()), `${EXCEL}.styles+xml`);
  relate('xl/workbook.xml', 'rIdStyles', `${RELATIONSHIPS}/styles`, 'styles.xml');
  put('xl/sharedStrings.xml', texts.bytes(), `${EXCEL}.sharedStrings+xml`);
  relate('xl/workbook.xml', 'rIdTexts', `${RELATIONSHIPS}/sharedStrings`, 'sharedStrings.xml');
  sheets.forEach(({ bytes, links }, at) => {
    const name = `worksheets/sheet${at + 1}.xml`;
    put(`xl/${name}`, bytes, `${EXCEL}.worksheet+xml`);
    relate('xl/workbook.xml', sheetId(at), `${RELATIONSHIPS}/worksheet`, name);
    if (links.length > 0) putTree(parts, `xl/worksheets/_rels/sheet${at + 1}.xml.rels`, linksOf(links));
  });
  putTree(parts, 'docProps/core.xml', coreProperties(meta));
  addContentType(parts, 'docProps/core.xml', `application/vnd.openxmlformats-package.core-properties+xml`);
  relate('', 'rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml');
  putTree(
    parts,
    'docProps/app.xml',
    // Programs lay out what Excel wrote as it does.
    element('Properties', { xmlns: `${OFFICE}/extended-properties` }, [
      element('Application', {}, ['Microsoft Excel']),
      element('AppVersion', {}, ['16.0300']),
    ]),
  );
  addContentType(
    parts,
    'docProps/app.xml',
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  );
  relate('', 'rId3', `${RELATIONSHIPS}/extended-properties`, 'docProps/app.xml');
  putProperties(parts, customProperties(meta));
  return zipParts(parts);
}

const sheetId = (at: number): string => `rIdSheet${at + 1}`;

function workbook(sheets: readonly WrittenSheet[]): XmlElement {
  const titles = sheets.flatMap(({ name, header }, at) => {
    if (header === undefined) return [];
    const quoted = `'${name.replaceAll("'", "''")}'`;
    const rows = `${quoted}!$${header.row}:$${header.row}`;
    const columns = header.columns > 0 ? `${quoted}!$A:$${columnName(header.columns)},` : '';
    const attributes = { name: '_xlnm.Print_Titles', localSheetId: String(at) };
    return [element('definedName', attributes, [`${columns}${rows}`])];
  });
  return element('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS }, [
    element('workbookPr', { filterPrivacy: '1' }),
    element('bookViews', {}, [element('workbookView')]),
    element(
      'sheets',
      {},
      sheets.map(({ name }, at) => element('sheet', { name, sheetId: String(at + 1), 'r:id': sheetId(at) })),
    ),
    ...(titles.length > 0 ? [element('definedNames', {}, titles)] : []),
  ]);
}

const linksOf = (links: readonly string[]): XmlElement =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    links.map((link, at) =>
      element('Relationship', {
        Id: `rId${at + 1}`,
        Type: `${RELATIONSHIPS}/hyperlink`,
        Target: link,
        TargetMode: 'External',
      }),
    ),
  );

function coreProperties({ title, author, subject, language }: Meta): XmlElement {
  const text = (name: string, value: string | undefined): XmlElement[] =>
    value === undefined || value === '' ? [] : [element(name, {}, [printable(value)])];
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    [
      ...text('dc:creator', author),
      ...text('dc:title', title),
      ...text('dc:subject', subject),
      ...text('cp:lastModifiedBy', author),
      element('dc:language', {}, [language]),
    ],
  );
}
