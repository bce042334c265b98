import type { Finding, Place } from '../finding/finding.ts';
import type { CheckReport } from '../finding/report.ts';
import type { Language } from '../finding/text.ts';
import type { Reporter, ReportOptions } from './options.ts';
import { safeJson } from './safe-text.ts';

/** The five numbers of a place and its file, without the source lines it carries. */
const placeOf = ({ file, line, column, endLine, endColumn }: Place): Place => ({
  file,
  line,
  column,
  endLine,
  endColumn,
});

/** So many findings are written at a time: the text of a country's report is 70 MB. */
const AT_ONCE = 500;

/** The contract for programs, version 1 (`schemas/output/check.schema.json`). Paths stay relative to the workspace; `base` says where it is in the repository. */
export const json: Reporter = (report, options) => [...jsonPieces(report, options)].join('');

/** The same in pieces, which nobody need have in memory all at once. */
export function* jsonPieces(report: CheckReport, { language, base }: ReportOptions): Iterable<string> {
  const { version, asOf, documents, items, summary, findings } = report;
  const around = safeJson({
    version,
    asOf,
    ...(base === undefined ? {} : { base }),
    documents,
    items,
    findings: [],
    summary,
  });
  if (findings.length === 0) return yield `${around}\n`;
  const [before, after] = around.split('"findings": []') as [string, string];
  yield `${before}"findings": [\n`;
  for (let from = 0; from < findings.length; from += AT_ONCE) {
    const some = findings.slice(from, from + AT_ONCE).map((finding) => findingIn(finding, language));
    const rows = safeJson({ findings: some }).slice(HEAD.length, -TAIL.length);
    yield from === 0 ? rows : `,\n${rows}`;
  }
  yield `\n  ]${after}\n`;
}

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
