import type { Finding } from '../finding/finding.ts';
import { RANK } from '../finding/order.ts';
import { nounOf } from './counted.ts';
import { detailsOf } from './detail.ts';
import { leftOut, moreOfTheKind } from './left-out.ts';
import { pathIn, type Reporter, type ReportOptions } from './options.ts';
import { oneLine } from './safe-text.ts';
import { type Shown, shownOf } from './shown.ts';
import { checkVerdict } from './verdict.ts';

/** A text that Markdown shows as it is: no marks, no HTML, no links, no mentions of people or issues. */
export const markdownText = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]|~$]/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('#', '&#35;')
    .replaceAll('://', '&#58;//')
    .replace(/www\./giu, (found) => `${found.slice(0, -1)}&#46;`);

function itemOf(finding: Finding, options: ReportOptions): readonly string[] {
  const name = nounOf(finding.severity, options.language);
  return [
    `- **${name}** ${finding.line}:${finding.column} ${markdownText(finding.message[options.language])} \\[${markdownText(finding.rule)}\\]`,
    ...detailsOf(finding, options).map((detail) => `  - ${markdownText(detail)}`),
  ];
}

function page(
  { findings: shown, more, left }: Shown,
  report: Parameters<Reporter>[0],
  options: ReportOptions,
): string {
  const rows: string[] = [];
  let file: string | undefined;
  for (const finding of shown) {
    if (finding.file !== file) {
      const path = pathIn(finding, options);
      rows.push(...(rows.length === 0 ? [] : ['']), `### ${markdownText(path)}`, '');
    }
    file = finding.file;
    rows.push(...itemOf(finding, options));
    const n = more.get(finding);
    if (n !== undefined) rows.push(`- … ${markdownText(moreOfTheKind(n, finding.rule, options.language))}`);
  }
  if (rows.length > 0) rows.push('');
  if (left > 0) {
    rows.push(leftOut(left, report.findings.length, options.language), '');
  }
  rows.push(`**${markdownText(checkVerdict(report, options.language))}**`);
  return `${rows.join('\n')}\n`;
}

/** A list for a comment or a page: file by file, the verdict last. */
export const markdown: Reporter = (report, options) => page(shownOf(report, options), report, options);

/** GitHub refuses a job summary above 1 MiB; a letter of ours takes two bytes, an entity several. */
const SUMMARY_ROOM = 300_000;

/** The summary of a GitHub job: the same list, cut where GitHub would refuse all of it, and it says so. */
export const githubSummary: Reporter = (report, options) => {
  let room = SUMMARY_ROOM;
  const chosen = new Set(
    [...report.findings.entries()]
      .sort(([, a], [, b]) => RANK[a.severity] - RANK[b.severity])
      .flatMap(([at, finding]) => {
        room -= itemOf(finding, options).join('\n').length + finding.file.length;
        return room > 0 ? [at] : [];
      }),
  );
  const shown = report.findings.filter((_, at) => chosen.has(at));
  return page(
    { findings: shown, more: new Map(), left: report.findings.length - shown.length },
    report,
    options,
  );
};
