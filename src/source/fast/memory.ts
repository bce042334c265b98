import type { TextScan } from './scan.ts';

/*
 * What a reading leaves in memory. Of a country (2,389 plans as people write them, 74 MB) it is 75 MB; without shared
 * strings it would be 109 (and a region's check would take 3 % longer), without trimmed lists 116.
 */

/** A list without the room for sixteen more that a growing one takes: nearly all of a plan's have one entry or two. */
export const trimmed = <Entry>(list: Entry[]): Entry[] => (list.length < 16 ? list.slice() : list);

/**
 * Strings out of a text, copied (a slice of a JavaScript string keeps the whole file in memory) and shared: the same
 * words recur all over the plans of a country. A cache with one place per slot: what does not fit pushes out what was
 * there, so that it stays small whatever is read.
 */
const SLOTS = 1 << 16;
const cache: (string | undefined)[] = new Array(SLOTS).fill(undefined);

/** Longer texts repeat rarely, and looking them through costs more than the copy. */
const LONGEST_SHARED = 512;

/** The string of the units `start`…`end`. */
export function stringOf(scan: TextScan, start: number, end: number): string {
  return cut(scan.units, scan.bytes, start, end);
}

function cut(units: Uint16Array, bytes: Buffer, start: number, end: number): string {
  const length = end - start;
  if (length === 0) return '';
  if (length > LONGEST_SHARED) return bytes.toString('utf16le', start << 1, end << 1);
  // A few units distinguish nearly all texts; those that share a slot push each other out.
  const step = (length >> 4) + 1;
  let hash = length;
  for (let at = end - 1; at >= start; at -= step) hash = Math.imul(hash ^ (units[at] as number), 0x01000193);
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = cache[slot];
  if (known !== undefined && known.length === length && isAt(units, start, known)) return known;
  const made = bytes.toString('utf16le', start << 1, end << 1);
  cache[slot] = made;
  return made;
}

function isAt(units: Uint16Array, start: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== units[start + at]) return false;
  return true;
}

let room = 1 << 12;
let scratchBytes = Buffer.alloc(room * 2);
let scratch = new Uint16Array(scratchBytes.buffer, scratchBytes.byteOffset, room);
let used = 0;

/** Texts whose source differs from their value (folds, escapes) are put together here. */
export const assembly = {
  start(): void {
    used = 0;
  },
  get length(): number {
    return used;
  },
  add(unit: number): void {
    if (used === room) grow(used + 1);
    scratch[used++] = unit;
  },
  addRange(scan: TextScan, start: number, end: number): void {
    const length = end - start;
    if (used + length > room) grow(used + length);
    scratch.set(scan.units.subarray(start, end), used);
    used += length;
  },
  /** Forget everything after the first `length` units. */
  cutTo(length: number): void {
    used = length;
  },
  finish(): string {
    const made = cut(scratch, scratchBytes, 0, used);
    if (room > 1 << 20) grow(0);
    return made;
  },
};

/** Makes room for `wanted` units; for none, gives a once needed large room back. */
function grow(wanted: number): void {
  const before = scratch.subarray(0, Math.min(used, wanted));
  room = 1 << 12;
  while (room < wanted) room <<= 1;
  scratchBytes = Buffer.alloc(room * 2);
  scratch = new Uint16Array(scratchBytes.buffer, scratchBytes.byteOffset, room);
  scratch.set(before);
}
