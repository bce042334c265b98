import type { Finding, Place } from '../finding/finding.ts';
import type { CheckReport } from '../finding/report.ts';
import type { Language } from '../finding/text.ts';
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

/** So many findings are written at a time. */
const AT_ONCE = 500;

/** The contract for programs, version 1 (`schemas/output/check.schema.json`). Paths stay relative to the workspace; `base` says where it is in the repository. */
export const json: Reporter = (report, { language, base }) => {
  const { before, after } = jsonAround(report, base);
  const rows: string[] = [];
  for (let from = 0; from < report.findings.length; from += AT_ONCE)
    rows.push(jsonFindings(report.findings.slice(from, from + AT_ONCE), language));
  return rows.length === 0 ? before + after : `${before}\n${rows.join(BETWEEN_FINDINGS)}\n  ${after}`;
};

/** What is written between two findings. */
export const BETWEEN_FINDINGS = ',\n';

/** What is written before and after the findings; between these and the findings, where there are some, a line ends. */
export function jsonAround(
  { version, asOf, documents, items, summary }: Omit<CheckReport, 'findings'>,
  base: string | undefined,
): { readonly before: string; readonly after: string } {
  const around = safeJson({
    version,
    asOf,
    ...(base === undefined ? {} : { base }),
    documents,
    items,
    findings: [],
    summary,
  });
  const [before, after] = around.split(NO_FINDINGS) as [string, string];
  return { before: `${before}"findings": [`, after: `]${after}\n` };
}

const NO_FINDINGS = '"findings": []';

/** Some findings as they stand in the report. */
export const jsonFindings = (findings: readonly Finding[], language: Language): string =>
  safeJson({ findings: findings.map((finding) => findingIn(finding, language)) }).slice(
    HEAD.length,
    -TAIL.length,
  );

/** What stands around the findings of a piece. */
const HEAD = '{\n  "findings": [\n';
const TAIL = '\n  ]\n}';

const findingIn = (finding: Finding, language: Language) => ({
  rule: finding.rule,
  severity: finding.severity,
  message: finding.message[language],
  ...(finding.help === undefined ? {} : { help: finding.help[language] }),
  ...placeOf(finding),
  ...(finding.plan === undefined ? {} : { plan: finding.plan }),
  ...(finding.item === undefined ? {} : { item: finding.item }),
  ...(finding.section === undefined ? {} : { section: finding.section }),
  fingerprint: finding.fingerprint,
  related: finding.related.map((related) => ({ ...placeOf(related), message: related.message[language] })),
});
