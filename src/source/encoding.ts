import { isUtf8 } from 'node:buffer';
import type { Range } from '../finding/finding.ts';

export type Charset = 'windows-1251' | 'koi8-r' | 'cp866' | 'utf-16le' | 'utf-16be';

/** Why bytes are no UTF-8 text. `at` is a range of the text that was made out. */
export type Fault =
  | { readonly kind: 'charset'; readonly charset: Charset; readonly at: Range }
  /** A file of another program: an archive (docx, xlsx), a PDF, an old Office file, a picture. */
  | {
      readonly kind: 'binary';
      readonly format: 'office' | 'pdf' | 'old-office' | 'unknown';
      readonly at: Range;
    }
  /** UTF-8 with a byte that does not belong there. */
  | { readonly kind: 'broken'; readonly byte: number; readonly at: Range }
  | { readonly kind: 'nul'; readonly at: Range };

interface Guess {
  readonly text: string;
  readonly fault: Fault;
}

const START: Range = [0, 0];

/** What a file is that is not clean UTF-8 text. */
export function faultOf(bytes: Uint8Array): Guess {
  const format = formatOf(bytes);
  if (format) return { text: '', fault: { kind: 'binary', format, at: START } };
  const wide = wideOf(bytes);
  if (wide) {
    return { text: decodeAs(wide, bytes), fault: { kind: 'charset', charset: wide, at: START } };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    if (controlShare(bytes) > 0.02)
      return { text: '', fault: { kind: 'binary', format: 'unknown', at: START } };
    const at = decodeAs('utf-8', bytes.subarray(0, nul)).length;
    return { text: decodeAs('utf-8', bytes), fault: { kind: 'nul', at: [at, at + 1] } };
  }
  const broken = firstBadByte(bytes);
  if (isMostlyUtf8(bytes)) {
    const at = decodeAs('utf-8', bytes.subarray(0, broken)).length;
    return {
      text: decodeAs('utf-8', bytes),
      fault: { kind: 'broken', byte: bytes[broken] as number, at: [at, at + 1] },
    };
  }
  const charset = narrowOf(bytes);
  return { text: decodeAs(charset, bytes), fault: { kind: 'charset', charset, at: START } };
}

function decodeAs(charset: Charset | 'utf-8', bytes: Uint8Array): string {
  return new TextDecoder(charset === 'cp866' ? 'ibm866' : charset).decode(bytes);
}

function formatOf(bytes: Uint8Array): 'office' | 'pdf' | 'old-office' | undefined {
  const starts = (...head: number[]) => head.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 3, 4)) return 'office';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  return starts(0xd0, 0xcf, 0x11, 0xe0) ? 'old-office' : undefined;
}

/** UTF-16 by its mark, or by the zero bytes beside Latin letters, blanks and line breaks. */
function wideOf(bytes: Uint8Array): Charset | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++;
  const some = sample.length / 32;
  if (odd > some && even < odd / 16) return 'utf-16le';
  return even > some && odd < even / 16 ? 'utf-16be' : undefined;
}

function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 4096);
  let control = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) control++;
  return sample.length === 0 ? 0 : control / sample.length;
}

/** Halves the range until the first byte that makes it invalid is found; a cut sequence at the end counts as good. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 8) {
    const middle = startOfSequence(bytes, (good + bad) >> 1);
    if (middle <= good) break;
    if (isUtf8(bytes.subarray(good, middle))) good = middle;
    else bad = middle;
  }
  for (let at = good; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] as number);
    if (length === 0 || !isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return bytes.length;
}

function startOfSequence(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at > 0 && from - at < 3 && ((bytes[at] as number) & 0xc0) === 0x80) at--;
  return at;
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** More whole sequences than stray bytes: UTF-8 that was damaged, not another charset. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let stray = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] as number);
    if (length === 1) at++;
    else if (length > 1 && isUtf8(bytes.subarray(at, at + length))) {
      whole++;
      at += length;
    } else {
      stray++;
      at++;
    }
  }
  return whole >= stray;
}

/**
 * The one-byte charset in which the text reads most like Russian: many small letters, few capitals within words, few
 * signs. A file with next to no such bytes is Windows-1251, as files of a Russian Windows are.
 */
function narrowOf(bytes: Uint8Array): 'windows-1251' | 'koi8-r' | 'cp866' {
  const sample = bytes.subarray(0, 16_384);
  let best: 'windows-1251' | 'koi8-r' | 'cp866' = 'windows-1251';
  let most = Number.NEGATIVE_INFINITY;
  for (const charset of ['windows-1251', 'koi8-r', 'cp866'] as const) {
    const text = decodeAs(charset, sample);
    const small = text.match(/[а-яё]/g)?.length ?? 0;
    const within = text.match(/(?<=[а-яё])[А-ЯЁ]/g)?.length ?? 0;
    const odd = text.match(/[^\p{Script=Cyrillic}\t\r\n -~«»№–—„“”…\u00a0°±§]/gu)?.length ?? 0;
    const score = small - 3 * within - 5 * odd;
    if (score > most) [best, most] = [charset, score];
  }
  return best;
}
