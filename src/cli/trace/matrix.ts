import { referenceTo } from '../../model/section-identity.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { TerminalStyle } from '../../report/style.ts';
import { wrap } from '../../report/width.ts';
import type { RollUp } from '../../trace/rollup.ts';
import type { ObligationState } from '../../trace/states.ts';
import { noCounts, type TracedChild, type TracedObligation, type TracedParent } from '../../trace/trace.ts';
import { betweenColumns, drawTable, type TableColumn } from '../terminal/table.ts';
import { styleFor, type TerminalLook } from '../terminal/trace-detail.ts';
import {
  BY_WORST,
  markOf,
  paintOfObligation,
  planLabel,
  STATE_WORDS,
  shortened,
  shortNameOf,
  sumOf,
  traceVerdict,
} from '../terminal/trace-words.ts';
import { rollUpLine, shortfalls } from './rollup.ts';

/** Municipalities that get a column of their own; more of them are counted. */
const FEW = 6;
const NAME = 11;
/** Municipalities named in the list of the worst. */
const WORST = 15;

/** One obligation over all plans it is laid on. */
interface Line {
  readonly number: string;
  readonly action: string;
  readonly states: ReadonlyMap<TracedChild, TracedObligation>;
  readonly counts: Readonly<Record<ObligationState, number>>;
}

/** The obligations of a parent, the worst first: those that the most plans leave out, then those they are late with, … */
export function matrixLines({ plan, children }: TracedParent): Line[] {
  const lines = new Map<string, { line: Line; counts: Record<ObligationState, number>; at: number }>();
  const order = new Map(plan.items.map((item, at) => [item.id, at]));
  for (const child of children) {
    for (const traced of child.obligations) {
      const { item } = traced.obligation;
      let known = lines.get(item.id);
      if (!known) {
        const counts = noCounts();
        const line = { number: referenceTo(item), action: item.action, states: new Map(), counts };
        known = { line, counts, at: order.get(item.id) ?? 0 };
        lines.set(item.id, known);
      }
      (known.line.states as Map<TracedChild, TracedObligation>).set(child, traced);
      known.counts[traced.state] += 1;
    }
  }
  return [...lines.values()]
    .sort((a, b) => byCounts(a.counts, b.counts) || a.at - b.at)
    .map(({ line }) => line);
}

function byCounts(
  a: Readonly<Record<ObligationState, number>>,
  b: Readonly<Record<ObligationState, number>>,
): number {
  for (const state of BY_WORST.slice(0, 5)) if (a[state] !== b[state]) return b[state] - a[state];
  return 0;
}

/** Plans, the worst first. */
export function worstChildren({ children }: TracedParent): TracedChild[] {
  return [...children].sort((a, b) => byCounts(a.summary, b.summary));
}

/** Many plans against one parent: obligations × municipalities on one screen. */
export function matrixText(
  parent: TracedParent,
  asOf: number,
  look: TerminalLook,
  rollUp: readonly RollUp[],
): string {
  const style = styleFor(look);
  const { language } = look;
  const lines = matrixLines(parent);
  const children = worstChildren(parent);
  const few = children.length <= FEW && look.width >= 46 + children.length * (NAME + 3);
  const troubled = lines.filter(({ counts, states }) => counts.covered < states.size);
  const fine = lines.filter((line) => !troubled.includes(line)).map(({ number }) => oneLine(number));
  const table = few ? byName(troubled, children, look, style) : byCount(troubled, look, style);
  const plans = language === 'ru' ? 'исполняющих планов' : 'plans that implement it';
  const title = `${planLabel(parent.plan)} (${oneLine(parent.plan.id)}): ${plans} — ${children.length}`;
  const blocks = [
    style.bold(title),
    troubled.length === 0 ? '' : table,
    troubled.length === 0 ? '' : style.dim(legendOf(look)),
    fine.length === 0 ? '' : `${language === 'ru' ? 'Учтено всеми' : 'Covered by all'}: ${fine.join(', ')}`,
    worstList(children, few, look, style),
    togetherBlock(rollUp, look, style),
    traceVerdict(sumOf(children.map(({ summary }) => summary)), asOf, language, style.dot),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Shortfalls shown; the rest is counted. */
const SHORTFALLS = 8;

function togetherBlock(
  rollUp: readonly RollUp[],
  { language, width }: TerminalLook,
  style: TerminalStyle,
): string {
  const lines = shortfalls(rollUp).map((sum) => rollUpLine(sum, language));
  if (lines.length === 0) return '';
  const more = lines.length - SHORTFALLS;
  return [
    style.bold(language === 'ru' ? 'Вместе недостаёт' : 'Short together'),
    ...lines
      .slice(0, SHORTFALLS)
      .flatMap((line) => wrap(line, width - 2).map((row, at) => (at === 0 ? row : `  ${row}`))),
    ...(more > 0 ? [language === 'ru' ? `… и ещё ${more}` : `… and ${more} more`] : []),
  ].join('\n');
}

const HEADINGS = {
  ru: { number: '№', action: 'Поручение', worst: 'У кого' },
  en: { number: 'No.', action: 'Obligation', worst: 'Whose' },
} as const;

function numberColumn(lines: readonly Line[], heading: string): TableColumn {
  return { heading, width: Math.min(8, Math.max(4, ...lines.map(({ number }) => number.length))) };
}

/** A column for each municipality. */
function byName(
  lines: readonly Line[],
  children: readonly TracedChild[],
  look: TerminalLook,
  style: TerminalStyle,
): string {
  const headings = HEADINGS[look.language];
  const first = numberColumn(lines, headings.number);
  const action = look.width - first.width - children.length * NAME - betweenColumns(children.length + 2);
  const columns = [
    first,
    { heading: headings.action, width: action },
    ...children.map(({ plan }) => ({ heading: shortened(shortNameOf(plan), NAME), width: NAME })),
  ];
  const rows = lines.map((line) => [
    oneLine(line.number),
    shortened(line.action, action * 2 - 16),
    ...children.map((child) => cellOf(line.states.get(child), look, style)),
  ]);
  return drawTable(columns, rows, { unicode: look.unicode, heading: style.bold });
}

function cellOf(
  traced: TracedObligation | undefined,
  { unicode, language }: TerminalLook,
  style: TerminalStyle,
): string {
  if (!traced) return '';
  const { state } = traced;
  const plain = state === 'covered' || state === 'waived';
  const word = plain ? '' : ` ${shortened(STATE_WORDS[state][language], NAME - 2)}`;
  return paintOfObligation(state, style)(`${markOf(state, unicode)}${word}`);
}

/** Counts of states, and the names of some who do not cover it. */
function byCount(lines: readonly Line[], look: TerminalLook, style: TerminalStyle): string {
  const headings = HEADINGS[look.language];
  const first = numberColumn(lines, headings.number);
  const states = BY_WORST.filter((state) => lines.some(({ counts }) => counts[state] > 0));
  const counts = states.map((state) => ({
    heading: markOf(state, look.unicode),
    width: Math.max(2, ...lines.map((line) => String(line.counts[state]).length)),
    right: true,
  }));
  const taken = first.width + counts.reduce((sum, { width }) => sum + width, 0);
  const rest = look.width - taken - betweenColumns(counts.length + 3);
  // On a narrow screen the counts matter more than the names.
  const named = rest >= 32;
  const action = named ? Math.floor(rest * 0.6) : look.width - taken - betweenColumns(counts.length + 2);
  const columns = [
    first,
    { heading: headings.action, width: action },
    ...counts,
    ...(named ? [{ heading: headings.worst, width: rest - action }] : []),
  ];
  const rows = lines.map((line) => [
    oneLine(line.number),
    shortened(line.action, action),
    ...states.map((state) =>
      line.counts[state] === 0 ? '' : paintOfObligation(state, style)(String(line.counts[state])),
    ),
    ...(named ? [shortened(whose(line), rest - action)] : []),
  ]);
  return drawTable(columns, rows, { unicode: look.unicode, heading: style.bold });
}

const legendOf = ({ unicode, language }: TerminalLook): string =>
  BY_WORST.map((state) => `${markOf(state, unicode)} ${STATE_WORDS[state][language]}`).join('   ');

function whose(line: Line): string {
  const wanting = [...line.states]
    .filter(([, { state }]) => state !== 'covered' && state !== 'waived')
    .sort(([, a], [, b]) => BY_WORST.indexOf(a.state) - BY_WORST.indexOf(b.state));
  return wanting.map(([{ plan }]) => shortNameOf(plan)).join(', ');
}

/** «Заречный район: 1 не учтено, 2 частично», the worst first, the rest as a number. */
function worstList(
  children: readonly TracedChild[],
  few: boolean,
  look: TerminalLook,
  style: TerminalStyle,
): string {
  const wanting = children.filter(({ summary }) => summary.obligations > summary.covered + summary.waived);
  const named = wanting.slice(0, few ? FEW : WORST);
  const lines = named.map(({ plan, summary }) => {
    const counts = BY_WORST.filter((state) => state !== 'covered' && summary[state] > 0).map((state) =>
      paintOfObligation(state, style)(`${summary[state]} ${STATE_WORDS[state][look.language]}`),
    );
    return `${shortened(planLabel(plan), look.width - 30)}: ${counts.join(', ')}`;
  });
  const others = wanting.length - named.length;
  const fine = children.length - wanting.length;
  if (others > 0)
    lines.push(
      look.language === 'ru'
        ? `… и ещё ${others}; по каждому: roadmap trace --plan ID, все сразу: --format csv`
        : `… and ${others} more; each: roadmap trace --plan ID, all at once: --format csv`,
    );
  if (fine > 0)
    lines.push(
      look.language === 'ru' ? `Учтены все поручения: ${fine}` : `Every obligation covered: ${fine}`,
    );
  return lines.join('\n');
}
