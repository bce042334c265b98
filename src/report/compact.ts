import { pathIn, type Reporter } from './options.ts';
import { oneLine } from './safe-text.ts';

/** One finding a line, for editors and grep: `file:line:column: severity: message [rule]`. Never cut. */
export const compact: Reporter = (report, options) =>
  report.findings
    .map((finding) => {
      const file = oneLine(pathIn(finding, options));
      const message = oneLine(finding.message[options.language]);
      return `${file}:${finding.line}:${finding.column}: ${finding.severity}: ${message} [${oneLine(finding.rule)}]\n`;
    })
    .join('');
