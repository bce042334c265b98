import { isUtf8, transcode } from 'node:buffer';
import { type Fault, faultOf } from './encoding.ts';

interface Decoded {
  /** Without BOM; line breaks as they are. With a fault: the text as far as it can be made out. */
  readonly text: string;
  /** The file begins with a UTF-8 byte order mark. */
  readonly bom: boolean;
  /** Why the file is not UTF-8 text; undefined when it is. */
  readonly fault: Fault | undefined;
}

/** The bytes of a file as text. */
export function decode(bytes: Uint8Array): Decoded {
  const bom = hasBom(bytes);
  const units = decodeUnits(bytes);
  if (units) return { text: units.toString('utf16le'), bom, fault: undefined };
  const { text, fault } = faultOf(bytes);
  return { text, bom, fault };
}

/**
 * The bytes of a file as UTF-16 LE without BOM, or undefined for what is not clean UTF-8 text. Transcoding is four
 * times faster than a string made of Cyrillic UTF-8 on Node 20, and only the texts that are kept become strings.
 */
export function decodeUnits(bytes: Uint8Array): Buffer | undefined {
  if (!isUtf8(bytes) || bytes.includes(0)) return undefined;
  const content = hasBom(bytes) ? bytes.subarray(3) : bytes;
  const units = transcode(content, 'utf8', 'utf16le');
  return units.byteOffset % 2 === 0 ? units : Buffer.from(units.toString('utf16le'), 'utf16le');
}

function hasBom(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
