import { relative, sep } from 'node:path';
import type { Finding } from '../../finding/finding.ts';
import { fingerprintIn } from '../../finding/fingerprint.ts';
import { compareFindings } from '../../finding/order.ts';
import type { CheckReport, CheckSummary } from '../../finding/report.ts';

interface RootedReport {
  /** Absolute folder of the workspace. */
  readonly root: string;
  readonly report: CheckReport;
}

/** One report of several workspaces: their files are named from the folder `base`. */
export function joinReports(reports: readonly RootedReport[], base: string): CheckReport {
  const [first] = reports;
  if (first && reports.length === 1) return first.report;
  const sum = (value: (summary: CheckSummary, report: CheckReport) => number): number =>
    reports.reduce((total, { report }) => total + value(report.summary, report), 0);
  const findings = reports.flatMap(({ root, report }) =>
    report.findings.map((finding) => moved(finding, relative(base, root).split(sep).join('/'))),
  );
  return {
    version: 1,
    asOf: first?.report.asOf ?? '',
    documents: sum((_, { documents }) => documents),
    items: sum((_, { items }) => items),
    findings: findings.sort(compareFindings),
    summary: {
      error: sum(({ error }) => error),
      warning: sum(({ warning }) => warning),
      info: sum(({ info }) => info),
      waived: sum(({ waived }) => waived),
      ...(first?.report.summary.older === undefined ? {} : { older: sum(({ older }) => older ?? 0) }),
    },
  };
}

function moved(finding: Finding, folder: string): Finding {
  const at = (file: string): string => (folder === '' ? file : `${folder}/${file}`);
  return {
    ...finding,
    file: at(finding.file),
    related: finding.related.map((place) => ({ ...place, file: at(place.file) })),
    fingerprint: fingerprintIn(folder, finding.fingerprint),
  };
}
