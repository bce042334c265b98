import { oneLine } from '../report/safe-text.ts';

/** A text of a document inside Markdown: nothing in it is a sign of Markdown, and it is one line. */
export function asMarkdown(text: string, most = 400): string {
  const line = oneLine(text).replace(/\s+/g, ' ').trim();
  const short = line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
  return short.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

/** Lines of a list, each a label and what it says. */
export const rowsAsMarkdown = (rows: readonly (readonly [label: string, text: string])[]): string =>
  rows.map(([label, text]) => `- ${label}: ${asMarkdown(text)}`).join('\n');
