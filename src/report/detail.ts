import type { Finding } from '../finding/finding.ts';
import { pathIn, type ReportOptions } from './options.ts';
import { oneLine } from './safe-text.ts';

/** A place as people and editors write it. */
export function placeInWords(
  place: { readonly file: string; readonly line: number; readonly column: number },
  options: ReportOptions,
): string {
  const file = pathIn(place, options);
  return `${oneLine(file)}:${place.line}:${place.column}`;
}

/** What is beside the message, a line each: the related places, then the way out. */
export function detailsOf(finding: Finding, options: ReportOptions): readonly string[] {
  const { language } = options;
  const see = language === 'ru' ? 'см.' : 'see';
  const related = finding.related.map(
    (place) => `${see} ${placeInWords(place, options)} — ${oneLine(place.message[language])}`,
  );
  if (finding.help === undefined) return related;
  const label = language === 'ru' ? 'как исправить:' : 'help:';
  return [...related, `${label} ${oneLine(finding.help[language])}`];
}
