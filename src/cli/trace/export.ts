import type { Language } from '../../finding/text.ts';
import { toIso } from '../../meaning/day.ts';
import { referenceTo } from '../../model/section-identity.ts';
import { markdownText as plainMarkdown } from '../../report/markdown.ts';
import type { RollUp } from '../../trace/rollup.ts';
import type { TracedParent } from '../../trace/trace.ts';
import { worstDeadline } from '../../trace/trace-json.ts';
import { csvText } from '../terminal/csv.ts';
import {
  BY_WORST,
  markOf,
  OBLIGATION_FLAG_WORDS,
  planLabel,
  RELATION_WORDS,
  STATE_WORDS,
  shortened,
  shortNameOf,
  sumOf,
  traceVerdict,
} from '../terminal/trace-words.ts';
import { matrixLines, worstChildren } from './matrix.ts';
import { rollUpLine, shortfalls } from './rollup.ts';

/** Municipalities that fit into a Markdown table side by side. */
const SIDE_BY_SIDE = 12;

/** The matrix as a page: obligations × municipalities, or counts where there are too many of them. */
export function markdownOf(
  parent: TracedParent,
  sums: readonly RollUp[],
  asOf: number,
  language: Language,
): string {
  const ru = language === 'ru';
  const children = worstChildren(parent);
  const lines = matrixLines(parent);
  const beside = children.length <= SIDE_BY_SIDE;
  const columns = beside
    ? children.map(({ plan }) => shortNameOf(plan))
    : BY_WORST.map((state) => STATE_WORDS[state][language]);
  const head = [ru ? '№' : 'No.', ru ? 'Поручение' : 'Obligation', ...columns];
  const rows = lines.map((line) => [
    line.number,
    shortened(line.action, 120),
    ...(beside
      ? children.map((child) => {
          const state = line.states.get(child)?.state;
          return state === undefined ? '' : `${markOf(state, true)} ${STATE_WORDS[state][language]}`;
        })
      : BY_WORST.map((state) => String(line.counts[state]))),
  ]);
  const row = (cells: readonly string[]): string => `| ${cells.map(plainMarkdown).join(' | ')} |`;
  const short = shortfalls(sums).map((sum) => `- ${plainMarkdown(rollUpLine(sum, language))}`);
  const totals = children.map(({ plan, summary }) => [
    planLabel(plan),
    ...BY_WORST.map((state) => String(summary[state])),
  ]);
  return [
    `## ${plainMarkdown(planLabel(parent.plan))}`,
    '',
    row(head),
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map(row),
    '',
    row([ru ? 'План' : 'Plan', ...BY_WORST.map((state) => STATE_WORDS[state][language])]),
    `| --- |${BY_WORST.map(() => ' ---: ').join('|')}|`,
    ...totals.map(row),
    '',
    ...(short.length === 0 ? [] : [ru ? '### Вместе недостаёт' : '### Short together', '', ...short, '']),
    `**${plainMarkdown(traceVerdict(sumOf(children.map(({ summary }) => summary)), asOf, language, '·'))}**`,
    '',
  ].join('\n');
}

/** The columns of the table: for programs in English, for a Russian reader in his words. */
const CSV_HEAD: Readonly<Record<string, string>> = {
  parent: 'Вышестоящий план',
  plan: 'План',
  territory: 'Территория',
  number: '№ поручения',
  action: 'Поручение',
  state: 'Состояние',
  flags: 'Что не так',
  items: 'Пункты',
  deadline: 'Срок поручения',
  planDeadline: 'Срок в плане',
  days: 'Позже на дней',
  indicators: 'Показатели',
};

/** A line for each obligation of each plan, for a spreadsheet: UTF-8 with a mark, semicolons, quotes where needed. */
export function csvOf(parents: readonly TracedParent[], language: Language): string {
  const ru = language === 'ru';
  const rows = parents.flatMap(({ plan: parent, children }) =>
    children.flatMap(({ plan, obligations }) =>
      obligations.map((coverage) => {
        const worst = worstDeadline(coverage);
        const flags = coverage.flags.filter((flag) => flag !== 'covered');
        const day = (one: number | null | undefined): string => (one == null ? '' : toIso(one));
        return [
          parent.id,
          plan.id,
          plan.territory ?? '',
          referenceTo(coverage.obligation.item),
          coverage.obligation.item.action,
          ru ? STATE_WORDS[coverage.state].ru : coverage.state,
          ru ? flags.map((flag) => OBLIGATION_FLAG_WORDS[flag].ru).join(', ') : flags.join(' '),
          coverage.items.map(({ number }) => number).join(' '),
          day(worst?.parent),
          day(worst?.child),
          String(worst?.days ?? ''),
          ru
            ? coverage.indicators.map(({ relation }) => RELATION_WORDS[relation].ru).join(', ')
            : coverage.indicators.map(({ relation }) => relation).join(' '),
        ];
      }),
    ),
  );
  return csvText([Object[ru ? 'values' : 'keys'](CSV_HEAD), ...rows]);
}
