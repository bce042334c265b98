/** Longer texts are shown around what differs. */
const LONG = 160;
/** Characters kept before and after the difference. */
const AROUND = 40;

/** Two texts cut down to where they differ, with some words around; short ones stay whole. */
export function excerpts(one: string, other: string): readonly [string, string] {
  if (Math.max(one.length, other.length) <= LONG) return [one, other];
  const least = Math.min(one.length, other.length);
  let head = 0;
  while (head < least && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < least - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return [cut(one, head, tail), cut(other, head, tail)];
}

function cut(text: string, head: number, tail: number): string {
  const from = wordBefore(text, Math.max(0, head - AROUND));
  const to = wordAfter(text, Math.min(text.length, text.length - tail + AROUND));
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}

function wordBefore(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at);
  return at === 0 || blank < 0 ? 0 : blank + 1;
}

function wordAfter(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? text.length : blank;
}
