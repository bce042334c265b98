/**
 * The name of an item within its plan: NFKC, blanks and the closing dot removed. `1.1` is not `1.10`:
 * numbers are names, not figures.
 */
export function normaliseNumber(number: string): string {
  // Nearly every number is plain already; NFKC costs more than the test.
  if (isPlain(number)) return number;
  // 6¹ is a number of its own, and not 61.
  const apart = number.replace(/[⁰¹²³⁴-⁹]+/g, '^$&');
  return apart.normalize('NFKC').replace(/\s+/g, '').replace(/\.+$/, '');
}

/** Digits, with dots between them. */
function isPlain(number: string): boolean {
  let before = 0x2e;
  for (let at = 0; at < number.length; at++) {
    const unit = number.charCodeAt(at);
    if (unit === 0x2e ? before === 0x2e : unit < 0x30 || unit > 0x39) return false;
    before = unit;
  }
  return before !== 0x2e;
}

/** `plan-id#1.45` → its two halves; a bare number has no plan. */
export function parseReference(text: string): { plan?: string; number: string } {
  const hash = text.lastIndexOf('#');
  if (hash <= 0) return { number: normaliseNumber(text) };
  return { plan: text.slice(0, hash).trim(), number: normaliseNumber(text.slice(hash + 1)) };
}
