import type { Finding } from '../finding/finding.ts';
import { type CheckReport, countFindings } from '../finding/report.ts';

/** A report with some of its findings, counted again. */
export function narrow(report: CheckReport, findings: readonly Finding[]): CheckReport {
  return { ...report, findings, summary: { ...report.summary, ...countFindings(findings) } };
}
