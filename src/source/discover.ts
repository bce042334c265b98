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

/** How much of a file is looked at for what a head usually says. */
const HEAD = 4096;
const NAMED_AS_OURS = /\.(?:plan|facts|registry|links|lock|requests)\.ya?ml$/i;
/** A line that gives some key one of our kinds: `kinf: plan`, `kind = plan`, `# kind: plan`, `{kind: plan, …`. */
const KIND_LINE =
  /^[\s\u00a0\ufeff]*[{?#"'\s\u00a0\ufeff]*[\p{L}\p{M}]{3,7}["']?\s*[:=][ \t\u00a0]*["']?(?:plan|facts|registry|links|lock|requests|план|факты|справочник)["']?(?=\s*(?:[,}#\r\n]|$))/imu;
/** Keys that are at the top of our documents. */
const TOP_KEYS =
  /(?:^|[{,])[\s\u00a0]*["']?(?:id|level|title|programme|territory|period|executors|sections|items|facts|requests|plan|recorded|implements|waivers|glossary|schools|approved-by|order)["']?[ \t]*[:=]/gimu;

/**
 * Whether a file without a readable `kind:` line is one of ours all the same: by its name (`*.plan.yaml`), or because its
 * head gives a kind in some other way and goes on with two keys of ours. `line`: where the kind is written, if it is; null: a stranger's.
 */
export function resemblesDocument(
  file: string,
  bytes: Uint8Array,
): { readonly line?: readonly [number, number] } | null {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  const named = NAMED_AS_OURS.test(file);
  const found = KIND_LINE.exec(head);
  if (found && (named || (head.match(TOP_KEYS)?.length ?? 0) >= 2)) {
    const written = found[0].trimStart();
    const start = found.index + found[0].length - written.length;
    return { line: [start, start + written.length] };
  }
  return named ? {} : null;
}
