import type { Finding } from '../finding/finding.ts';
import { atLeast, compareText } from '../finding/order.ts';
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

/** A name that stays when lines above are added: what is found and of which item, counted where that is not enough. */
function namesOf(findings: readonly Finding[]): readonly string[] {
  const met = new Map<string, number>();
  return findings.map(({ rule, item }) => {
    const name = item === undefined ? rule : `${rule} ${item}`;
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

const fails = ({ severity }: Finding, { failOn = 'error' }: ReportOptions): boolean =>
  atLeast(severity, failOn);

function caseOf(finding: Finding, name: string, options: ReportOptions): readonly string[] {
  const message = `${finding.severity}: ${finding.message[options.language]}`;
  const text = [placeInWords(finding, options), ...detailsOf(finding, options)];
  const head = `    <testcase name="${xml(name)}" classname="${xml(pathIn(finding, options))}" time="0">`;
  const type = xml(finding.rule);
  const body = fails(finding, options)
    ? `<failure message="${xml(message)}" type="${type}">${text.map(xml).join('\n')}</failure>`
    : `<skipped>${[message, ...text].map(xml).join('\n')}</skipped>`;
  return [head, `      ${body}`, '    </testcase>'];
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
 * property in them): a suite for every document. A finding that fails the run is a failed case, a lesser one a skipped
 * case with its text, a document without any a passed one; an empty report would be an error to some servers.
 * The time is that of the date the plans are judged at: the same input gives the same bytes.
 */
export const junit: Reporter = (report, options) => {
  const found = byFile(report.findings);
  const files = [...new Set([...found.keys(), ...(options.documents ?? [])])].sort(compareText);
  const suites = files.map((file, id) => suiteOf(id, file, found.get(file) ?? [], report.asOf, options));
  const clean = suiteOf(0, 'roadmap', [], report.asOf, { ...options, pathOf: (file) => file });
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...(suites.length === 0 ? clean : suites.flat()),
    '</testsuites>',
  ].join('\n')}\n`;
};

function suiteOf(
  id: number,
  file: string,
  findings: readonly Finding[],
  asOf: string,
  options: ReportOptions,
): readonly string[] {
  const name = xml(pathIn({ file }, options));
  const failures = findings.filter((finding) => fails(finding, options)).length;
  const counts = `tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0" skipped="${findings.length - failures}"`;
  const names = namesOf(findings);
  return [
    `  <testsuite id="${id}" package="roadmap" name="${name}" timestamp="${asOf}T00:00:00" hostname="localhost" ${counts} time="0">`,
    `    <properties><property name="as-of" value="${asOf}"/></properties>`,
    ...(findings.length === 0 ? [`    <testcase name="check" classname="${name}" time="0"/>`] : []),
    ...findings.flatMap((finding, at) => caseOf(finding, names[at]!, options)),
    '    <system-out/>',
    '    <system-err/>',
    '  </testsuite>',
  ];
}
