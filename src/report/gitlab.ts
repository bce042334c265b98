import type { Place } from '../finding/finding.ts';
import { pathIn, type Reporter, type ReportOptions } from './options.ts';
import { oneLine, safeJson } from './safe-text.ts';

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const;

const locationOf = (place: Place, options: ReportOptions): object => ({
  path: pathIn(place, options),
  lines: { begin: place.line, end: place.endLine },
});

/** GitLab's code quality report: the part of the Code Climate format that GitLab reads, and its other places. */
export const gitlab: Reporter = (report, options) =>
  `${safeJson(
    report.findings.map((finding) => {
      const help = finding.help === undefined ? '' : ` ${oneLine(finding.help[options.language])}`;
      return {
        type: 'issue',
        check_name: finding.rule,
        description: oneLine(finding.message[options.language]) + help,
        categories: ['Clarity'],
        severity: SEVERITY[finding.severity],
        fingerprint: finding.fingerprint,
        location: locationOf(finding, options),
        ...(finding.related.length === 0
          ? {}
          : { other_locations: finding.related.map((related) => locationOf(related, options)) }),
      };
    }),
  )}\n`;
