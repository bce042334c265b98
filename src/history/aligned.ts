/** A text of a list. Absent: there was none, there is none now. */
export interface TextChange {
  readonly was?: string;
  readonly is?: string;
}

/** Beyond so many texts a side is compared place by place. */
const LONGEST = 1000;

/** The texts of both sides that are not in both, those that took each other's place side by side. */
export function alignedTexts(ours: readonly string[], theirs: readonly string[]): readonly TextChange[] {
  const differences: TextChange[] = [];
  let at = 0;
  let there = 0;
  for (const [nextOurs, nextTheirs] of [...commonRun(ours, theirs), [ours.length, theirs.length] as const]) {
    for (; at < nextOurs || there < nextTheirs; at++, there++) {
      differences.push({
        ...(at < nextOurs && { was: ours[at] as string }),
        ...(there < nextTheirs && { is: theirs[there] as string }),
      });
    }
    at = nextOurs + 1;
    there = nextTheirs + 1;
  }
  return differences;
}

/** Longest common subsequence, as places in both lists. */
export function commonRun(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  if (a.length > LONGEST || b.length > LONGEST) {
    return a.flatMap((text, at) => (b[at] === text ? [[at, at] as const] : []));
  }
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] =
        a[i] === b[j]
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const run: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) run.push([i++, j++]);
    else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++;
    else j++;
  }
  return run;
}
