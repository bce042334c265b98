import type { Finding } from '../finding/finding.ts';
import { RANK } from '../finding/order.ts';
import type { CheckReport } from '../finding/report.ts';
import type { ReportOptions } from './options.ts';

/** What a report for people shows of the findings, in their usual order. */
export interface Shown {
  readonly findings: readonly Finding[];
  /** Behind the last shown finding of a rule in a file: how many more of the kind are there. */
  readonly more: ReadonlyMap<Finding, number>;
  /** Findings that are neither shown nor counted by `more`. */
  readonly left: number;
}

/** From this many findings of one rule in one file on, they have one cause. */
const MANY = 6;
/** So many of them are shown as examples. */
const EXAMPLES = 3;

/** Folds the findings that one rule repeats in one file; of more than `max` the most severe stay. */
export function shownOf({ findings }: CheckReport, { max, unfolded }: ReportOptions): Shown {
  const more = new Map<Finding, number>();
  const kept = unfolded ? findings : folded(findings, more);
  if (max === undefined || kept.length <= max) return { findings: kept, more, left: 0 };
  const chosen = new Set([...kept].sort((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, max));
  const shown = kept.filter((finding) => chosen.has(finding));
  const reported = shown.reduce((sum, finding) => sum + (more.get(finding) ?? 0), shown.length);
  return { findings: shown, more, left: findings.length - reported };
}

function folded(findings: readonly Finding[], more: Map<Finding, number>): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.file}\0${finding.rule}\0${finding.severity}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const dropped = new Set<Finding>();
  for (const group of groups.values()) {
    if (group.length < MANY) continue;
    more.set(group[EXAMPLES - 1] as Finding, group.length - EXAMPLES);
    for (const finding of group.slice(EXAMPLES)) dropped.add(finding);
  }
  return dropped.size === 0 ? findings : findings.filter((finding) => !dropped.has(finding));
}
