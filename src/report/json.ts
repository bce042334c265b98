import type { Place } from '../finding/finding.ts';
import type { Reporter } from './options.ts';
import { safeJson } from './safe-text.ts';

/** The five numbers of a place and its file, without the source lines it carries. */
const placeOf = ({ file, line, column, endLine, endColumn }: Place): Place => ({
  file,
  line,
  column,
  endLine,
  endColumn,
});

/** The contract for programs, version 1 (`schemas/output/check.schema.json`). Paths stay relative to the workspace; `base` says where it is in the repository. */
export const json: Reporter = (report, { language, base }) =>
  `${safeJson({
    version: report.version,
    asOf: report.asOf,
    ...(base === undefined ? {} : { base }),
    documents: report.documents,
    items: report.items,
    findings: report.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message[language],
      ...(finding.help === undefined ? {} : { help: finding.help[language] }),
      ...placeOf(finding),
      ...(finding.plan === undefined ? {} : { plan: finding.plan }),
      ...(finding.item === undefined ? {} : { item: finding.item }),
      ...(finding.section === undefined ? {} : { section: finding.section }),
      fingerprint: finding.fingerprint,
      related: finding.related.map((related) => ({
        ...placeOf(related),
        message: related.message[language],
      })),
    })),
    summary: report.summary,
  })}\n`;
