import { notAPackage } from './file-kind.ts';
import type { PackageLimits } from './limits.ts';
import { type FileProblem, failure, type Result, refusal, success } from './problem.ts';

/** A part as the central directory of the zip names it. */
export interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Offset of its local header. */
  readonly offset: number;
  readonly encrypted: boolean;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

const damaged = (name: string): FileProblem =>
  refusal(
    'damaged',
    {
      ru: `«${name}»: файл повреждён или передан не полностью.`,
      en: `${name}: the file is damaged or was not transferred completely.`,
    },
    {
      ru: 'Получите файл ещё раз или откройте и сохраните его в Word.',
      en: 'Get the file again, or open and save it in Word.',
    },
  );

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

/** A name that leaves the package, is absolute, or would be read differently by different programs. */
const isTrick = (name: string): boolean =>
  /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(name) || name.includes('\0');

/**
 * Reads the central directory of a zip package (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16) and checks every name
 * and stated size before anything is unpacked.
 */
export function readDirectory(
  bytes: Uint8Array,
  name: string,
  limits: PackageLimits,
): Result<ReadonlyMap<string, DirectoryEntry>> {
  if (bytes.length > limits.file) {
    const size = Math.round(bytes.length / 1048576);
    return failure(
      refusal('too-large', {
        ru: `«${name}»: файл слишком велик (${size} МБ), дорожная карта столько не занимает.`,
        en: `${name}: the file is too large (${size} MB) for a road map.`,
      }),
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isZip = bytes.length >= 4 && view.getUint32(0, true) === 0x04034b50;
  const end = findEnd(view);
  if (!isZip) return failure(notAPackage(bytes, name));
  if (end < 0) return failure(damaged(name));
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.entries) {
    return failure(
      refusal('too-many-parts', {
        ru: `«${name}»: в файле ${count} частей, это не документ Word или Excel.`,
        en: `${name}: the file has ${count} parts; this is no Word or Excel document.`,
      }),
    );
  }
  const entries = new Map<string, DirectoryEntry>();
  const decoder = new TextDecoder();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return failure(damaged(name));
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const part = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (isTrick(part)) {
      return failure(
        refusal('unsafe-part', {
          ru: `«${name}»: внутри файла есть часть с недопустимым путём «${part.replace(/\p{Cc}/gu, '?')}».`,
          en: `${name}: the package has a part with an unsafe path “${part.replace(/\p{Cc}/gu, '?')}”.`,
        }),
      );
    }
    if (entries.has(part)) {
      return failure(
        refusal('repeated-part', {
          ru: `«${name}»: часть «${part}» записана в файле дважды.`,
          en: `${name}: the part “${part}” is stored twice.`,
        }),
      );
    }
    entries.set(part, {
      name: part,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at = next;
  }
  return success(entries);
}

export { damaged };
