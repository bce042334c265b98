/** А–Я, Ё. */
export function isCyrillicUpper(unit: number): boolean {
  return (unit >= 0x410 && unit <= 0x42f) || unit === 0x401;
}

/** а–я, ё. */
export function isCyrillicLower(unit: number): boolean {
  return (unit >= 0x430 && unit <= 0x44f) || unit === 0x451;
}
