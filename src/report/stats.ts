import type { Finding } from '../finding/finding.ts';
import { compareText, RANK } from '../finding/order.ts';
import { nounOf } from './counted.ts';
import { pathIn, type Reporter } from './options.ts';
import { oneLine } from './safe-text.ts';
import { checkVerdict } from './verdict.ts';
import { widthOf } from './width.ts';

/** How many findings each rule makes and each plan has, the most first. */
export const stats: Reporter = (report, options) => {
  const ru = options.language === 'ru';
  const rules = groupsOf(report.findings, ({ rule }) => rule);
  const plans = groupsOf(report.findings, (finding) => finding.plan ?? pathIn(finding, options));
  const byRule = [...rules]
    .sort(
      ([a, one], [b, other]) => weight(one) - weight(other) || other.length - one.length || compareText(a, b),
    )
    .map(([rule, found]) => [
      String(found.length),
      nounOf(found[0]?.severity ?? 'info', options.language),
      oneLine(rule),
      String(groupsOf(found, (finding) => finding.plan ?? finding.file).size),
    ]);
  const byPlan = [...plans]
    .sort(([a, one], [b, other]) => other.length - one.length || compareText(a, b))
    .map(([plan, found]) => [
      String(found.length),
      String(found.filter(({ severity }) => severity === 'error').length),
      oneLine(plan),
    ]);
  const rows =
    report.findings.length === 0
      ? []
      : [
          ...table([
            ru ? ['всего', 'важность', 'правило', 'планов'] : ['total', 'severity', 'rule', 'plans'],
            ...byRule,
          ]),
          '',
          ...table([ru ? ['всего', 'ошибок', 'план'] : ['total', 'errors', 'plan'], ...byPlan]),
          '',
        ];
  return `${[...rows, checkVerdict(report, options.language, options.ascii ? '-' : '·')].join('\n')}\n`;
};

const weight = (found: readonly Finding[]): number =>
  Math.min(...found.map(({ severity }) => RANK[severity]));

function groupsOf(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] as number) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}
