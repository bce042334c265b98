import type { Finding, Severity } from '../finding/finding.ts';
import type { CheckReport } from '../finding/report.ts';

/** A report with some of its findings, counted again. */
export function narrow(report: CheckReport, findings: readonly Finding[]): CheckReport {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    ...report,
    findings,
    summary: { ...report.summary, error: count('error'), warning: count('warning'), info: count('info') },
  };
}
