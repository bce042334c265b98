import { Inflate } from 'fflate';
import { compareText } from '../finding/order.ts';
import { type DirectoryEntry, damaged, readDirectory } from './directory.ts';
import { type PackageLimits, packageLimits } from './limits.ts';
import { caution, type FileProblem, failure, type Result, refusal, success } from './problem.ts';

/** A Word or Excel file opened: parts are unpacked one by one, when asked for, within the limits. */
export interface OfficePackage {
  /** The file's own name, for messages. */
  readonly name: string;
  readonly limits: PackageLimits;
  readonly problems: readonly FileProblem[];
  has(part: string): boolean;
  /** Names of all parts, sorted by code units. */
  list(): readonly string[];
  /** undefined: there is no such part. */
  read(part: string): Result<Uint8Array> | undefined;
}

const bomb = (name: string, part: string): FileProblem =>
  refusal('zip-bomb', {
    ru: `«${name}»: часть «${part}» разворачивается в недопустимо большой объём, файл не читается.`,
    en: `${name}: the part “${part}” unpacks to an unreasonable size; the file is not read.`,
  });

/** Compressed bytes given to the inflater at a time: what one step can unpack stays below some 17 MB. */
const step = 16 * 1024;

function inflate(packed: Uint8Array, bound: number): Uint8Array | 'too-large' | 'damaged' {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  const stream = new Inflate((chunk, final) => {
    size += chunk.length;
    if (size <= bound) chunks.push(chunk);
    finished ||= final;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (size > bound) return 'too-large';
    }
  } catch {
    return 'damaged';
  }
  if (!finished) return 'damaged';
  const out = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

function warnings(name: string, parts: Iterable<string>): FileProblem[] {
  const macros = [...parts].some((part) =>
    /vbaProject\.bin$|vbaData\.xml$|\/activeX\/|\/macrosheets\//i.test(part),
  );
  return macros
    ? [
        caution('macros', {
          ru: `«${name}» содержит макросы; они не выполняются и не переносятся.`,
          en: `${name} contains macros; they are neither run nor carried over.`,
        }),
      ]
    : [];
}

/** Opens a package: checks its directory, unpacks nothing yet. */
export function openPackage(
  bytes: Uint8Array,
  name: string,
  limits: PackageLimits = packageLimits,
): Result<OfficePackage> {
  const directory = readDirectory(bytes, name, limits);
  if (!directory.ok) return directory;
  const entries = directory.value;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let spent = 0;

  function unpack(entry: DirectoryEntry): Result<Uint8Array> {
    if (entry.encrypted) {
      return failure(
        refusal('encrypted', {
          ru: `«${name}»: часть «${entry.name}» зашифрована.`,
          en: `${name}: the part “${entry.name}” is encrypted.`,
        }),
      );
    }
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) {
      return failure(damaged(name));
    }
    const start =
      entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    if (start + entry.packed > bytes.length) return failure(damaged(name));
    const bound = Math.min(
      limits.part,
      limits.total - spent,
      Math.max(limits.ratioFrom, entry.packed * limits.ratio),
    );
    if (entry.unpacked > bound) return failure(bomb(name, entry.name));
    const packed = bytes.subarray(start, start + entry.packed);
    if (entry.method === 0) {
      spent += packed.length;
      return packed.length > bound ? failure(bomb(name, entry.name)) : success(packed);
    }
    if (entry.method !== 8) return failure(damaged(name));
    const out = inflate(packed, bound);
    if (out === 'too-large') return failure(bomb(name, entry.name));
    if (out === 'damaged') return failure(damaged(name));
    spent += out.length;
    return success(out);
  }

  return success({
    name,
    limits,
    problems: warnings(name, entries.keys()),
    has: (part) => entries.has(part),
    list: () => [...entries.keys()].sort(compareText),
    read: (part) => {
      const entry = entries.get(part);
      return entry && unpack(entry);
    },
  });
}
