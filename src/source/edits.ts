/** `start`…`end` of a text gives way to `put`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

interface Edited {
  readonly text: string;
  /** The offset in the text before the edits of an offset in the text after them. */
  back(offset: number): number;
}

/** An edit and where what it put is in the text after the edits. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly edit: TextEdit;
}

/** Edits must not overlap; of those that do the later ones are left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): Edited {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  const steps: Step[] = [];
  for (const edit of sorted) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start);
    steps.push({ from: result.length, to: result.length + edit.put.length, edit });
    result += edit.put;
    at = edit.end;
  }
  result += text.slice(at);
  return {
    text: result,
    back(offset) {
      let low = 0;
      let high = steps.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((steps[middle] as Step).from < offset) low = middle + 1;
        else high = middle;
      }
      const step = steps[low - 1];
      if (!step) return offset;
      const { from, to, edit } = step;
      return offset < to ? Math.min(edit.end, edit.start + offset - from) : offset + edit.end - to;
    },
  };
}
