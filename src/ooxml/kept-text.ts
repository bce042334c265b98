import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

/** Word cuts a custom property at 255 characters. */
const LONGEST = 240;
/** A text larger than that was not written by us. */
const MOST_LETTERS = 20_000_000;

/**
 * A long text as custom properties `NAME.001`, `NAME.002` …, compressed: Word and LibreOffice keep custom properties
 * of documents and workbooks when they save them, which they do of no other part of our own.
 */
export function keptProperties(name: string, text: string): Readonly<Record<string, string>> {
  const packed = Buffer.from(deflateSync(strToU8(text), { level: 9 })).toString('base64');
  const pieces = packed.match(new RegExp(`.{1,${LONGEST}}`, 'g')) ?? [];
  return Object.fromEntries(pieces.map((piece, at) => [`${name}.${String(at + 1).padStart(3, '0')}`, piece]));
}

/** The text again; undefined when a piece is missing or what is there is no such text. */
export function readKeptText(name: string, properties: ReadonlyMap<string, string>): string | undefined {
  const pieces: string[] = [];
  for (let at = 1; ; at++) {
    const piece = properties.get(`${name}.${String(at).padStart(3, '0')}`);
    if (piece === undefined) break;
    pieces.push(piece.replace(/\s+/g, ''));
  }
  if (pieces.length === 0) return undefined;
  try {
    return inflated(Buffer.from(pieces.join(''), 'base64'));
  } catch {
    return undefined;
  }
}

/** Inflates piece by piece, so that a small file that unfolds without end is given up in time. */
function inflated(packed: Uint8Array): string | undefined {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > MOST_LETTERS) throw new Error('too large');
    chunks.push(chunk);
  });
  const step = 4096;
  for (let at = 0; at < packed.length; at += step) {
    inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return strFromU8(whole);
}
