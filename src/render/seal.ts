import { createHash } from 'node:crypto';
import { strFromU8, strToU8 } from 'fflate';
import { type Parts, unzipParts, zipParts } from '../ooxml/parts.ts';

/**
 * A written file carries the digest of all the rest of it: who finds it later can tell whether somebody has changed it
 * since. Office packages keep it as a custom property (Word and LibreOffice carry it over, but then it no longer fits),
 * texts as a comment of their format at the end. A file without it counts as changed.
 */
export type SealedFormat = 'docx' | 'xlsx' | 'html' | 'md' | 'ics' | 'pdf' | 'eml';

const CUSTOM = 'docProps/custom.xml';
const MOST_BYTES = 256 * 1024 * 1024;
const PROPERTY =
  /<property [^>]*name="roadmap\.digest"[^>]*><vt:lpwstr>([0-9a-f]{64})<\/vt:lpwstr><\/property>/;

/** A line of the format that readers do not show. */
const LINES: Readonly<Record<Exclude<SealedFormat, 'docx' | 'xlsx'>, (digest: string) => string>> = {
  html: (digest) => `<!-- roadmap.digest ${digest} -->\n`,
  md: (digest) => `\n<!-- roadmap.digest ${digest} -->\n`,
  ics: (digest) => `X-ROADMAP-DIGEST:\r\n ${digest}\r\nEND:VCALENDAR\r\n`,
  pdf: (digest) => `%roadmap.digest ${digest}\n`,
  // Behind the last part of a letter nobody reads on.
  eml: (digest) => `roadmap.digest ${digest}\r\n`,
};

const ICS_END = 'END:VCALENDAR\r\n';

const isPackage = (format: SealedFormat): format is 'docx' | 'xlsx' => format === 'docx' || format === 'xlsx';

/** The file with its seal. Sealing changes nothing that a reader shows. */
export function sealed(bytes: Uint8Array, format: SealedFormat): Uint8Array {
  if (isPackage(format)) return sealedPackage(bytes);
  const body = format === 'ics' ? bytes.subarray(0, bytes.length - ICS_END.length) : bytes;
  return joined(body, strToU8(LINES[format](digestOf(body))));
}

/** Whether a file is one that `sealed` gave, to the byte. */
export function isAsSealed(bytes: Uint8Array, format: SealedFormat): boolean {
  if (isPackage(format)) return isUntouchedPackage(bytes);
  const line = LINES[format]('0'.repeat(64));
  const body = bytes.subarray(0, Math.max(0, bytes.length - line.length));
  return same(bytes.subarray(body.length), strToU8(LINES[format](digestOf(body))));
}

function sealedPackage(bytes: Uint8Array): Uint8Array {
  const parts = unzipParts(bytes)!;
  editPart(parts, CUSTOM, (xml) => xml.replace(/<Properties([^>]*)\/>\s*$/, '<Properties$1></Properties>'));
  const properties = strFromU8(parts[CUSTOM] ?? new Uint8Array());
  const pids = [...properties.matchAll(/ pid="(\d+)"/g)].map(([, pid]) => Number(pid));
  const property = `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${Math.max(1, ...pids) + 1}" name="roadmap.digest"><vt:lpwstr>${digestOfParts(parts)}</vt:lpwstr></property>`;
  editPart(parts, CUSTOM, (xml) => xml.replace('</Properties>', `${property}</Properties>`));
  return zipParts(parts);
}

function isUntouchedPackage(bytes: Uint8Array): boolean {
  const parts = unzipParts(bytes, MOST_BYTES);
  if (!parts) return false;
  const stated = PROPERTY.exec(strFromU8(parts[CUSTOM] ?? new Uint8Array()))?.[1];
  editPart(parts, CUSTOM, (xml) => xml.replace(PROPERTY, ''));
  return stated !== undefined && stated === digestOfParts(parts);
}

/** Byte for byte: a part that was parsed and written again would no longer be the one that was sealed. */
function editPart(parts: Parts, name: string, change: (xml: string) => string): void {
  const part = parts[name];
  if (part) parts[name] = strToU8(change(strFromU8(part)));
}

function digestOfParts(parts: Parts): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(parts).sort()) {
    hash.update(`${name}\n${parts[name]!.length}\n`).update(parts[name]!);
  }
  return hash.digest('hex');
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
