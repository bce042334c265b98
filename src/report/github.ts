import { detailsOf } from './detail.ts';
import { pathIn, type Reporter } from './options.ts';
import { oneLine } from './safe-text.ts';
import { checkVerdict } from './verdict.ts';

const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Data of a workflow command: after `::`, everything to the end of the line. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** A property of a workflow command, which colons and commas would end. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Workflow commands of GitHub Actions: an annotation for every finding, and the verdict for the log. Columns only
 * where the range is on one line: with several the server drops them.
 */
export const github: Reporter = (report, options) =>
  report.findings
    .map((finding) => {
      const file = pathIn(finding, options);
      const properties = [
        `file=${property(oneLine(file))}`,
        `line=${finding.line}`,
        `endLine=${finding.endLine}`,
        ...(finding.line === finding.endLine
          ? [`col=${finding.column}`, `endColumn=${finding.endColumn}`]
          : []),
        `title=${property(oneLine(finding.rule))}`,
      ];
      const text = [oneLine(finding.message[options.language]), ...detailsOf(finding, options)].join('\n');
      return `::${COMMAND[finding.severity]} ${properties.join(',')}::${data(text)}\n`;
    })
    .concat(`${checkVerdict(report, options.language)}\n`)
    .join('');
