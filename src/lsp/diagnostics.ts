import type { Diagnostic } from 'vscode-languageserver';
import type { Finding, Place, Severity } from '../finding/finding.ts';
import type { Language } from '../finding/text.ts';

/** How findings are shown by an editor. */
export interface Shown {
  readonly language: Language;
  /** The URI of a file of the workspace. */
  uriOf(file: string): string;
  /** Where the page of a rule is; undefined where there is none. */
  pageOf(rule: string): string | undefined;
}

// The protocol's numbers: its package is loaded by the server alone.
const SEVERITY: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, info: 3 };

/** The protocol counts lines and columns from zero. */
export const rangeOf = ({ line, column, endLine, endColumn }: Place): Diagnostic['range'] => ({
  start: { line: line - 1, character: column - 1 },
  end: { line: endLine - 1, character: endColumn - 1 },
});

/** A finding as the protocol has it. `data` is what `check --format json` knows it by. */
export function diagnosticOf(finding: Finding, { language, uriOf, pageOf }: Shown): Diagnostic {
  const page = pageOf(finding.rule);
  const help = finding.help === undefined ? '' : `\n${finding.help[language]}`;
  return {
    range: rangeOf(finding),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: 'roadmap',
    message: finding.message[language] + help,
    relatedInformation: finding.related.map((related) => ({
      location: { uri: uriOf(related.file), range: rangeOf(related) },
      message: related.message[language],
    })),
    data: { fingerprint: finding.fingerprint },
  };
}
