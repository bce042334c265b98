import type { Finding, FramedPlace } from '../finding/finding.ts';
import { nounOf } from './counted.ts';
import { frameOf } from './frame.ts';
import { leftOut, moreOfTheKind } from './left-out.ts';
import { pathIn, type Reporter, type ReportOptions } from './options.ts';
import { oneLine } from './safe-text.ts';
import { shownOf } from './shown.ts';
import { styleOf, type TerminalStyle } from './style.ts';
import { checkVerdict } from './verdict.ts';
import { wrap } from './width.ts';

const INDENT = '  ';
const NARROWEST = 40;

interface Page {
  readonly options: ReportOptions;
  readonly style: TerminalStyle;
  readonly width: number;
  pathOf(place: FramedPlace): string;
}

const digitsOf = (places: readonly FramedPlace[]): number =>
  Math.max(
    ...places.map(
      ({ frame }) => String(frame === undefined ? 1 : frame.first + frame.lines.length - 1).length,
    ),
  );

const indented = (rows: readonly string[]): readonly string[] => rows.map((row) => INDENT + row);

/** A label and a text after it, further lines indented. The label is wrapped as it reads and coloured afterwards. */
function labelled(label: string, painted: string, text: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(`${label} ${text}`, width - INDENT.length);
  return [painted + first.slice(label.length), ...indented(rest)];
}

function findingBlock(finding: Finding, page: Page): readonly string[] {
  const { options, style } = page;
  const width = page.width - INDENT.length;
  const paint = style.severity[finding.severity];
  const position = `${finding.line}:${finding.column}`;
  const name = nounOf(finding.severity, options.language);
  const look = { width: width - INDENT.length, style, digits: digitsOf([finding, ...finding.related]) };
  const rows = [
    ...labelled(
      `${position} ${name}`,
      `${style.dim(position)} ${paint(name)}`,
      `${oneLine(finding.message[options.language])} [${oneLine(finding.rule)}]`,
      width,
    ),
    ...indented(frameOf(finding, { ...look, mark: '^', paint })),
  ];
  for (const related of finding.related) {
    const at = `${page.pathOf(related)}:${related.line}:${related.column}`;
    const label = options.language === 'ru' ? 'см.' : 'see';
    const text = `${at} ${options.ascii ? '-' : '—'} ${oneLine(related.message[options.language])}`;
    rows.push(...labelled(label, style.bold(label), text, width));
    rows.push(...indented(frameOf(related, { ...look, mark: '~', paint: style.dim })));
  }
  if (finding.help !== undefined) {
    const label = options.language === 'ru' ? 'как исправить:' : 'help:';
    rows.push(...labelled(label, style.bold(label), oneLine(finding.help[options.language]), width));
  }
  return indented(rows);
}

/** The first finding of the highest severity: the one whose page is worth reading first. */
function mostSevere(shown: readonly Finding[]): Finding {
  const of = (severity: Finding['severity']) => shown.find((finding) => finding.severity === severity);
  return of('error') ?? of('warning') ?? (shown[0] as Finding);
}

/** For people at a terminal: findings file by file, each with its frame, related places and the way out. */
export const pretty: Reporter = (report, options) => {
  const style = styleOf(options);
  const page: Page = {
    options,
    style,
    width: Math.max(NARROWEST, options.width),
    pathOf: ({ file }) => oneLine(pathIn({ file }, options)),
  };
  const { findings: shown, more, left } = shownOf(report, options);
  const rows: string[] = [];
  let file: string | undefined;
  for (const finding of shown) {
    if (finding.file !== file) rows.push(style.bold(page.pathOf(finding)), '');
    file = finding.file;
    rows.push(...findingBlock(finding, page), '');
    const n = more.get(finding);
    if (n !== undefined) {
      const text = moreOfTheKind(n, oneLine(finding.rule), options.language);
      rows.push(
        ...indented(wrap(`${style.ellipsis} ${text}`, page.width - INDENT.length).map(style.dim)),
        '',
      );
    }
  }
  if (left > 0) {
    rows.push(...wrap(leftOut(left, report.findings.length, options.language), page.width), '');
  }
  if (shown.length > 0) {
    const how = options.language === 'ru' ? 'Подробнее о замечании: ' : 'More about a finding: ';
    rows.push(style.dim(`${how}roadmap explain ${oneLine(mostSevere(shown).rule)}`), '');
  }
  const verdict = checkVerdict(report, options.language, style.dot);
  const paint = report.findings.length === 0 ? style.good : style.bold;
  rows.push(paint(verdict));
  return `${rows.join('\n')}\n`;
};
