/** A value in «quotation marks», on one line and not longer than a glance. */
export function quotedValue(value: unknown): string {
  const text = String(value).replace(/\s+/g, ' ').trim();
  return `«${text.length > 60 ? `${text.slice(0, 59)}…` : text}»`;
}
