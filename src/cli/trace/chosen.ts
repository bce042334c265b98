/**
 * Which of the proposed links the user wants: all of them («да»), those of the numbers given («1 3»), none («нет» or
 * nothing at all). Numbers count from one.
 */
export function chosenOf<One>(answer: string, proposed: readonly One[]): readonly One[] {
  const reply = answer.trim().toLowerCase();
  if (/^(?:да|д|все|yes|y|all)$/.test(reply)) return proposed;
  if (!/^[\d\s,;]+$/.test(reply)) return [];
  const numbers = new Set(
    reply
      .split(/[\s,;]+/)
      .filter((one) => one !== '')
      .map(Number),
  );
  return proposed.filter((_, at) => numbers.has(at + 1));
}
