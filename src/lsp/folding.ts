/** Lines that may be folded into their first one, counted from zero, both inclusive. */
interface Fold {
  readonly from: number;
  readonly to: number;
  readonly comment?: true;
}

/**
 * What lies deeper than a line, by the indentation alone: so it holds for a text that is being written too. A list of a key
 * may stand as far left as the key.
 */
export function foldsOf(text: string): readonly Fold[] {
  const folds: Fold[] = [];
  const open: { readonly from: number; readonly depth: number }[] = [];
  let last = -1;
  let comment = -1;
  const endComment = (at: number): void => {
    if (comment >= 0 && at - 1 > comment) folds.push({ from: comment, to: at - 1, comment: true });
    comment = -1;
  };
  const close = (depth: number): void => {
    for (let top = open.at(-1); top && top.depth >= depth; top = open.at(-1)) {
      open.pop();
      if (last > top.from) folds.push({ from: top.from, to: last });
    }
  };
  const lines = text.split(/\r?\n/);
  for (const [at, line] of lines.entries()) {
    const written = line.trimStart();
    if (written === '') continue;
    if (written.startsWith('#')) {
      if (comment < 0) comment = at;
      continue;
    }
    endComment(at);
    const column = line.length - written.length;
    // A dash lies deeper than the key of its list.
    const depth = column * 2 + (/^-(?:\s|$)/.test(written) ? 1 : 0);
    close(depth);
    open.push({ from: at, depth });
    last = at;
  }
  endComment(lines.length);
  close(0);
  return folds.sort((a, b) => a.from - b.from || b.to - a.to);
}
