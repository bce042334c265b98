import { unzipParts, zipParts } from '../ooxml/parts.ts';
import { putProperties, settleCoreProperties } from '../ooxml/properties.ts';
import type { Meta } from '../view/document.ts';
import { customProperties } from './custom-properties.ts';

/** Settles what the library leaves to the clock, and adds the custom properties that it cannot write. */
export function settledXlsx(bytes: Uint8Array, meta: Meta): Uint8Array {
  const parts = unzipParts(bytes)!;
  settleCoreProperties(parts, meta.language);
  putProperties(parts, customProperties(meta));
  return zipParts(parts);
}
