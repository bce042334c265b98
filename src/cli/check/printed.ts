import type { Severity } from '../../finding/finding.ts';
import { compareText } from '../../finding/order.ts';

/** The findings of a file as a report has them. */
export interface PrintedFile {
  readonly file: string;
  readonly counts: Readonly<Record<Severity, number>>;
  text: Uint8Array;
}

/** The texts of several files one after the other. */
export interface Part {
  readonly files: readonly PrintedFile[];
  readonly bytes: Uint8Array;
}

/** Where the text of a file lies already. */
const partOf = new WeakMap<PrintedFile, Part>();

/**
 * The texts of files, in order, in parts of some sixty files, between every two of which `separator` is written. Where a part
 * ends depends on names alone, so that a text that has changed makes one new part and leaves the others as they are.
 */
export function* partsOf(printed: readonly PrintedFile[], separator: Uint8Array): Iterable<Part> {
  let files: PrintedFile[] = [];
  for (const one of [...printed].sort((a, b) => compareText(a.file, b.file))) {
    files.push(one);
    if (!endsPart(one.file)) continue;
    yield joined(files, separator);
    files = [];
  }
  if (files.length > 0) yield joined(files, separator);
}

const ABOUT = 64;

function endsPart(name: string): boolean {
  let sum = 0;
  for (let at = 0; at < name.length; at++) sum = Math.imul(sum ^ name.charCodeAt(at), 0x01000193);
  return (sum >>> 8) % ABOUT === 0;
}

function joined(files: readonly PrintedFile[], separator: Uint8Array): Part {
  const before = partOf.get(files[0] as PrintedFile);
  if (before?.files.length === files.length && before.files.every((one, at) => one === files[at]))
    return before;
  const bytes = Buffer.concat(files.flatMap(({ text }, at) => (at === 0 ? [text] : [separator, text])));
  return partIn(
    bytes,
    files,
    files.map(({ text }) => text.length),
    separator.length,
  );
}

/** What was joined; the texts of the files are kept in it and nowhere else. */
export function partIn(
  bytes: Uint8Array,
  files: readonly PrintedFile[],
  lengths: readonly number[],
  between: number,
): Part {
  const part = { files, bytes };
  let from = 0;
  for (const [at, one] of files.entries()) {
    const to = from + (lengths[at] as number);
    one.text = bytes.subarray(from, to);
    partOf.set(one, part);
    from = to + between;
  }
  return part;
}
