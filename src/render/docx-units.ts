/** Millimetres → twentieths of a point, the unit of WordprocessingML. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Points → half-points, the unit of type sizes. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Multiples of a single line → 240ths of it. */
export function lineSpacing(multiple: number): number {
  return Math.round(multiple * 240);
}

/** Points before or after a paragraph → twips. */
export function points(value: number): number {
  return Math.round(value * 20);
}
