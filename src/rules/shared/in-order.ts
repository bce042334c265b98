/**
 * Which of the figures break a rising order: those that have to go so that the rest rises, and as few of them as
 * can be («1 2 3 10 4 5»: the ten). Equal figures may follow each other.
 */
export function outOfOrder(figures: readonly number[]): readonly number[] {
  /** Of every length of a rising run, the index of its lowest end. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, figure] of figures.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((figures[ends[middle] as number] as number) <= figure) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (ends[low - 1] as number) : -1);
    ends[low] = at;
  }
  const rising = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) rising.add(at);
  return figures.flatMap((_, at) => (rising.has(at) ? [] : [at]));
}
