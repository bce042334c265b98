const KIND = [0x6b, 0x69, 0x6e, 0x64];
const LINE_FEED = 0x0a;

/**
 * Whether a file found below a folder may be a document of ours: cheap, on the bytes, before anything is
 * decoded. True for a line that begins with `kind:` (also quoted, also UTF-16 or after a BOM, also in capitals or with a
 * letter too many: a slip in it must not hide a file).
 */
export function couldBeDocument(bytes: Uint8Array): boolean {
  for (let at = 0; at !== -1 && at < bytes.length; ) {
    let from = at;
    while (from < at + 3 && ((bytes[from] as number) >= 0xbb || bytes[from] === 0)) from++;
    if (isKindLine(bytes, from)) return true;
    const next = bytes.indexOf(LINE_FEED, at);
    at = next === -1 ? -1 : next + 1;
  }
  return false;
}

function isKindLine(bytes: Uint8Array, start: number): boolean {
  let at = start;
  const quote = bytes[at] === 0x22 || bytes[at] === 0x27 ? bytes[at] : undefined;
  if (quote !== undefined) at = skipZero(bytes, at + 1);
  for (const letter of KIND) {
    if (((bytes[at] ?? 0) | 0x20) !== letter) return false;
    at = skipZero(bytes, at + 1);
  }
  const more = (bytes[at] ?? 0) | 0x20;
  if (more >= 0x61 && more <= 0x7a) at = skipZero(bytes, at + 1);
  if (quote !== undefined) {
    if (bytes[at] !== quote) return false;
    at = skipZero(bytes, at + 1);
  }
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at = skipZero(bytes, at + 1);
  return bytes[at] === 0x3a;
}

/** UTF-16 puts a zero byte beside every Latin letter. */
function skipZero(bytes: Uint8Array, at: number): number {
  return bytes[at] === 0 ? at + 1 : at;
}
