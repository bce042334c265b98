import type { Finding } from '../finding/finding.ts';
import { detailsOf, placeInWords } from './detail.ts';
import { pathIn, type Reporter, type ReportOptions } from './options.ts';
import { oneLine } from './safe-text.ts';

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A safe text inside XML, in an attribute or between tags. XML 1.0 has no place for most control characters at all. */
const xml = (text: string): string =>
  oneLine(text)
    .replace(/[&<>"']/gu, (character) => ENTITY[character] ?? '')
    .replace(/[\ufffe\uffff]/gu, '\ufffd');

function caseOf(finding: Finding, options: ReportOptions): readonly string[] {
  const message = xml(`${finding.severity}: ${finding.message[options.language]}`);
  const text = [placeInWords(finding, options), ...detailsOf(finding, options)].map(xml).join('\n');
  const name = xml(`${finding.rule} ${finding.line}:${finding.column}`);
  return [
    `    <testcase name="${name}" classname="${xml(finding.file)}" time="0">`,
    `      <failure message="${message}" type="${xml(finding.rule)}">${text}</failure>`,
    '    </testcase>',
  ];
}

const byFile = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = files.get(finding.file);
    if (known === undefined) files.set(finding.file, [finding]);
    else known.push(finding);
  }
  return files;
};

/**
 * JUnit XML by the schemas of Ant's reports and of Jenkins, the strictest in use (one demands `properties`, the other a
 * property in them): a suite for every file with findings, a failed case for every finding. A clean run is one passed
 * case, since an empty report is an error to some servers.
 * The time is that of the date the plans are judged at: the same input gives the same bytes.
 */
export const junit: Reporter = (report, options) => {
  const suite = (id: number, name: string, failures: number, cases: readonly string[]): readonly string[] => [
    `  <testsuite id="${id}" package="roadmap" name="${xml(name)}" timestamp="${report.asOf}T00:00:00" hostname="localhost" tests="${Math.max(1, failures)}" failures="${failures}" errors="0" time="0">`,
    `    <properties><property name="as-of" value="${report.asOf}"/></properties>`,
    ...cases,
    '    <system-out/>',
    '    <system-err/>',
    '  </testsuite>',
  ];
  const suites = [...byFile(report.findings)].flatMap(([file, findings], id) =>
    suite(
      id,
      pathIn({ file }, options),
      findings.length,
      findings.flatMap((finding) => caseOf(finding, options)),
    ),
  );
  const clean = suite(0, 'roadmap', 0, ['    <testcase name="check" classname="roadmap" time="0"/>']);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...(suites.length === 0 ? clean : suites),
    '</testsuites>',
  ].join('\n')}\n`;
};
