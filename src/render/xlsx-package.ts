import { unzipParts, zipParts } from '../ooxml/parts.ts';
import { putProperties, settleCoreProperties } from '../ooxml/properties.ts';
import type { Meta } from '../view/document.ts';
import { printable } from './printable.ts';

/** Settles what the library leaves to the clock, and adds the custom properties that it cannot write. */
export function settledXlsx(bytes: Uint8Array, meta: Meta): Uint8Array {
  const parts = unzipParts(bytes)!;
  settleCoreProperties(parts, meta.language);
  putProperties(
    parts,
    Object.fromEntries(Object.entries(meta.properties).map(([name, value]) => [name, printable(value)])),
  );
  return zipParts(parts);
}
