import { strToU8, unzipSync } from 'fflate';
import type { Meta } from '../view/document.ts';
import { editPart, escaped, type Parts, settleCoreProperties, zipParts } from './package.ts';
import { printable } from './printable.ts';

const CUSTOM = 'docProps/custom.xml';
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Settles what the library leaves to the clock, and adds the custom properties that it cannot write. */
export function settledXlsx(bytes: Uint8Array, meta: Meta): Uint8Array {
  const parts: Parts = unzipSync(bytes);
  settleCoreProperties(parts, meta.language);
  parts[CUSTOM] = strToU8(customProperties(meta.properties));
  editPart(parts, '[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      `<Override PartName="/${CUSTOM}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`,
    ),
  );
  editPart(parts, '_rels/.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdCustom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${CUSTOM}"/></Relationships>`,
    ),
  );
  return zipParts(parts);
}

function customProperties(properties: Readonly<Record<string, string>>): string {
  const entries = Object.entries(properties).map(
    ([name, value], at) =>
      `<property fmtid="${FORMAT_ID}" pid="${at + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(printable(value))}</vt:lpwstr></property>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${entries.join('')}</Properties>`;
}
