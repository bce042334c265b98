import type { Period } from './period.ts';

/** Parts in order, with their hull; an end that a part leaves open is open in the whole. Nested lists are joined. */
export function compositeOf(parts: readonly Period[]): Period {
  const flat = parts.flatMap((part) =>
    part.kind === 'composite' && part.for === undefined ? part.parts : [part],
  );
  const hull = (ends: readonly (number | null)[], pick: (...days: number[]) => number) =>
    ends.some((end) => end === null) ? null : pick(...(ends as number[]));
  return {
    kind: 'composite',
    from: hull(
      flat.map(({ from }) => from),
      Math.min,
    ),
    to: hull(
      flat.map(({ to }) => to),
      Math.max,
    ),
    parts: flat,
  };
}
