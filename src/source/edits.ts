/** `start`…`end` of a text gives way to `put`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

export interface Edited {
  readonly text: string;
  /** The offset in the text before the edits of an offset in the text after them. */
  back(offset: number): number;
}

/** Edits must not overlap; of those that do the later ones are left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): Edited {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  const steps: { readonly from: number; readonly to: number; readonly edit: TextEdit }[] = [];
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
      let shift = 0;
      for (const { from, to, edit } of steps) {
        if (offset <= from) break;
        if (offset < to) return Math.min(edit.end, edit.start + offset - from);
        shift = edit.end - to;
      }
      return offset + shift;
    },
  };
}
