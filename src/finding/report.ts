import type { Finding, Severity } from './finding.ts';

/** Findings counted by severity, with those that were accepted or were there before. */
export interface CheckSummary {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Findings accepted by a waiver that still holds; they are not among `findings`. */
  readonly waived: number;
  /** With `--since`: findings that were there before the branch; they are not among `findings`. */
  readonly older?: number;
}

/** One run of `roadmap check`: plain data, the same for every format. */
export interface CheckReport {
  readonly version: 1;
  /** ISO date everything was judged at. */
  readonly asOf: string;
  readonly documents: number;
  readonly items: number;
  /** In the order file, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly summary: CheckSummary;
}

/** How many there are of each severity. */
export function countFindings(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
