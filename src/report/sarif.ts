import type { Finding, Place, Severity } from '../finding/finding.ts';
import type { CheckReport } from '../finding/report.ts';
import { pathIn, type Reporter, type ReportOptions, type RuleText } from './options.ts';
import { oneLine, safeJson, visible } from './safe-text.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVEL = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const;

/** Paths are relative to the root of the repository, wherever it is checked out (SARIF 2.1.0, 3.14.14). */
const BASE = '%SRCROOT%';

const uriOf = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

/** Square brackets would make a link of a text that has round ones after them (3.11.6). */
const messageOf = (text: string): { text: string } => ({
  text: text.includes('](') ? text.replace(/[\\[\]]/gu, '\\$&') : text,
});

function locationOf(place: Place, options: ReportOptions): object {
  const path = pathIn(place, options);
  return {
    artifactLocation: { uri: uriOf(path), uriBaseId: BASE },
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
    },
  };
}

function ruleOf(rule: RuleText, { language }: ReportOptions): object {
  const summary = visible(rule.summary[language]);
  return {
    id: rule.id,
    shortDescription: { text: summary },
    help: rule.page === undefined ? { text: summary } : { text: summary, markdown: rule.page },
    defaultConfiguration: { enabled: rule.severity !== 'off', level: LEVEL[rule.severity] },
  };
}

/** Rules with their texts, and bare ones for findings whose rule was not handed over. */
function rulesOf(report: CheckReport, options: ReportOptions): readonly RuleText[] {
  const known = options.rules ?? [];
  const ids = new Set(known.map(({ id }) => id));
  const bare = new Map<string, Severity>();
  for (const { rule, severity } of report.findings) if (!ids.has(rule)) bare.set(rule, severity);
  return [...known, ...[...bare].map(([id, severity]) => ({ id, severity, summary: { ru: id, en: id } }))];
}

function resultOf(finding: Finding, ruleIndex: number, options: ReportOptions): object {
  const { language } = options;
  const help = finding.help === undefined ? '' : ` ${oneLine(finding.help[language])}`;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVEL[finding.severity],
    message: messageOf(oneLine(finding.message[language]) + help),
    locations: [{ physicalLocation: locationOf(finding, options) }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((related, at) => ({
            id: at + 1,
            physicalLocation: locationOf(related, options),
            message: messageOf(oneLine(related.message[language])),
          })),
        }),
    partialFingerprints: {
      'roadmap/v1': finding.fingerprint,
      // The one that GitHub reads; without it GitHub hashes the lines around.
      primaryLocationLineHash: `${finding.fingerprint}:1`,
    },
    ...(finding.plan === undefined && finding.item === undefined
      ? {}
      : { properties: { plan: finding.plan, item: finding.item, section: finding.section } }),
  };
}

/** SARIF 2.1.0, for code scanning. Ends are exclusive here as there; columns are counted in UTF-16 units. */
export const sarif: Reporter = (report, options) => {
  const rules = rulesOf(report, options);
  const indexOf = new Map(rules.map(({ id }, at) => [id, at]));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'roadmap',
            version: options.toolVersion,
            semanticVersion: options.toolVersion,
            language: options.language,
            rules: rules.map((rule) => ruleOf(rule, options)),
          },
        },
        invocations: [{ executionSuccessful: true }],
        originalUriBaseIds: { [BASE]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) =>
          resultOf(finding, indexOf.get(finding.rule) ?? -1, options),
        ),
        properties: {
          asOf: report.asOf,
          documents: report.documents,
          items: report.items,
          summary: report.summary,
        },
      },
    ],
  };
  return `${safeJson(log)}\n`;
};
