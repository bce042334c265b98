/** A run of words of two texts: in both, only in the earlier, only in the later. */
export interface WordRun {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Beyond so many pairs of words a text is shown whole: it is another text, and comparing costs more than it tells. */
const MOST_PAIRS = 250_000;

/** Words with the blanks after them; a mark of punctuation is a word of its own, so that a comma marks no word. */
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+\s*|[^\p{L}\p{N}]\s*/gu) ?? [];

/** What of two texts differs, word by word: the earlier one is the runs that are not `in`, the later those not `out`. */
export function wordChanges(was: string, is: string): readonly WordRun[] {
  const [a, b] = [wordsOf(was), wordsOf(is)];
  if (a.length * b.length > MOST_PAIRS)
    return runsOf([
      ['out', was],
      ['in', is],
    ]);
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] = isSameWord(a[i]!, b[j]!)
        ? length[(i + 1) * width + j + 1]! + 1
        : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const steps: [WordRun['kind'], string][] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSameWord(a[i]!, b[j]!)) {
      steps.push(['same', b[j]!]);
      [i, j] = [i + 1, j + 1];
    } else if (
      j >= b.length ||
      (i < a.length && length[(i + 1) * width + j]! >= length[i * width + j + 1]!)
    ) {
      steps.push(['out', a[i++]!]);
    } else steps.push(['in', b[j++]!]);
  }
  return runsOf(steps);
}

const isSameWord = (one: string, other: string): boolean => one.trimEnd() === other.trimEnd();

/** Neighbours of a kind together; a lone blank or mark between two changes belongs to them. */
function runsOf(steps: readonly (readonly [WordRun['kind'], string])[]): readonly WordRun[] {
  const runs: { kind: WordRun['kind']; text: string }[] = [];
  let out = '';
  let into = '';
  const flush = (): void => {
    if (out !== '') runs.push({ kind: 'out', text: out });
    if (into !== '') runs.push({ kind: 'in', text: into });
    [out, into] = ['', ''];
  };
  for (const [kind, text] of steps) {
    if (kind === 'out') out += text;
    else if (kind === 'in') into += text;
    else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') last.text += text;
      else runs.push({ kind: 'same', text });
    }
  }
  flush();
  return runs;
}
