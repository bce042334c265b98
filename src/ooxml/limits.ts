/** Bounds of a package, in bytes unless said otherwise: a road map of a region is some 30 KB packed and 1 MB unpacked. */
export interface PackageLimits {
  /** The file itself. */
  readonly file: number;
  /** Parts named in its directory. */
  readonly entries: number;
  /** One part unpacked. */
  readonly part: number;
  /** All parts that were unpacked, together. */
  readonly total: number;
  /** Unpacked to packed, checked only for parts above `ratioFrom` (a short run of blanks packs well too). */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Elements of one part, and how deep they may nest. */
  readonly elements: number;
  readonly depth: number;
}

export const packageLimits: PackageLimits = {
  file: 100 * 1024 * 1024,
  entries: 10_000,
  part: 40 * 1024 * 1024,
  total: 96 * 1024 * 1024,
  ratio: 250,
  ratioFrom: 8 * 1024 * 1024,
  elements: 2_500_000,
  depth: 256,
};
