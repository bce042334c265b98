import type { Language } from '../../finding/text.ts';
import { toIso } from '../../meaning/day.ts';
import { referenceTo } from '../../model/section-identity.ts';
import { oneLine } from '../../report/safe-text.ts';
import { styleOf, type TerminalStyle } from '../../report/style.ts';
import type { ObligationState } from '../../trace/states.ts';
import type { TracedChild, TracedObligation, TracedParent } from '../../trace/trace.ts';
import { worstDeadline } from '../../trace/trace-json.ts';
import { betweenColumns, drawTable, type TableColumn } from './table.ts';
import {
  BY_WORST,
  markOf,
  paintOfObligation,
  planLabel,
  RELATION_WORDS,
  STATE_WORDS,
  shortened,
  traceVerdict,
} from './trace-words.ts';

export interface TerminalLook {
  readonly language: Language;
  readonly width: number;
  readonly color: boolean;
  readonly unicode: boolean;
}

export const styleFor = ({ color, unicode }: TerminalLook): TerminalStyle =>
  styleOf({ color, ascii: !unicode });

/** One plan against one parent: every obligation with what answers it, the worst first. */
export function detailOf(parent: TracedParent, child: TracedChild, asOf: number, look: TerminalLook): string {
  const style = styleFor(look);
  const { language } = look;
  const arrow = look.unicode ? '→' : '->';
  const title = `${planLabel(child.plan)} (${oneLine(child.plan.id)}) ${arrow} ${planLabel(parent.plan)} (${oneLine(parent.plan.id)})`;
  const columns = columnsFor(look, child);
  const room = columns[1]?.width ?? 0;
  const rows = worstObligationsFirst(child.obligations).map((one) => rowOf(one, room, look, style));
  const table = drawTable(columns, rows, { unicode: look.unicode, heading: style.bold });
  return `${style.bold(title)}\n\n${table}\n\n${traceVerdict(child.summary, asOf, language, style.dot)}\n`;
}

/** The worst first, those alike in the order of the parent. */
function worstObligationsFirst(obligations: readonly TracedObligation[]): TracedObligation[] {
  return [...obligations].sort((a, b) => BY_WORST.indexOf(a.state) - BY_WORST.indexOf(b.state));
}

const HEADINGS = {
  ru: ['№', 'Поручение', 'Состояние', 'Срок', 'Пункты'],
  en: ['No.', 'Obligation', 'State', 'Deadline', 'Items'],
} as const;

function columnsFor({ width, language }: TerminalLook, child: TracedChild): TableColumn[] {
  const longest = (texts: readonly string[], most: number): number =>
    Math.min(most, Math.max(6, ...texts.map((text) => text.length)));
  const number = longest(
    child.obligations.map(({ obligation }) => referenceTo(obligation.item)),
    8,
  );
  const items = longest(
    child.obligations.map((one) => itemsOf(one)),
    9,
  );
  const fixed = [number, 0, 13, 10, items];
  const rest = width - fixed.reduce((sum, one) => sum + one, 0) - betweenColumns(fixed.length);
  return HEADINGS[language].map((heading, at) => ({
    heading: shortened(heading, at === 1 ? 99 : (fixed[at] as number)),
    width: at === 1 ? Math.max(12, rest) : (fixed[at] as number),
  }));
}

const itemsOf = ({ items }: TracedObligation): string =>
  items.map(({ number }) => oneLine(number)).join(', ');

const russianDate = (day: number): string => toIso(day).split('-').reverse().join('.');

/** A day as people of the language write it. */
const shownDay = (day: number, language: Language): string =>
  language === 'ru' ? russianDate(day) : toIso(day);

function rowOf(coverage: TracedObligation, room: number, look: TerminalLook, style: TerminalStyle): string[] {
  const { language, unicode } = look;
  const { obligation, state } = coverage;
  const paint = paintOfObligation(state, style);
  const also = coverage.flags.filter(
    (flag): flag is ObligationState => flag !== state && flag !== 'rarer' && state !== 'waived',
  );
  const states = [
    `${markOf(state, unicode)} ${STATE_WORDS[state][language]}`,
    ...also.map((flag) => `${markOf(flag, unicode)} ${STATE_WORDS[flag][language]}`),
  ];
  const act = shortened(obligation.item.action, state === 'covered' ? room : 110);
  return [
    oneLine(referenceTo(obligation.item)),
    [act, ...remarksOf(coverage, language).map((text) => style.dim(text))].join('\n'),
    states.map((text) => paint(text)).join('\n'),
    deadlinesOf(coverage, look, style),
    itemsOf(coverage),
  ];
}

/** What a person must know beyond the state: indicators that differ, roles nobody fills, why it is accepted. */
function remarksOf(coverage: TracedObligation, language: Language): string[] {
  const quoted = (text: string): string => `«${shortened(text, 60)}»`;
  const indicators = coverage.indicators
    .filter(({ relation }) => relation !== 'same')
    .map(({ parent, child: given, relation, why }) => {
      const answer = given && relation !== 'none' ? ` / ${quoted(given.stated.text)}` : '';
      return `${RELATION_WORDS[relation][language]}: ${quoted(parent.text)}${answer} (${why[language]})`;
    });
  const roles = coverage.rolesLeft.map((role) =>
    language === 'ru'
      ? `роль «${oneLine(role)}» никто не исполняет`
      : `nobody fills the role “${oneLine(role)}”`,
  );
  const unknown = coverage.verdicts
    .filter(({ comparison }) => comparison.relation === 'unknown' || comparison.relation === 'rarer')
    .map(({ item, comparison }) =>
      language === 'ru'
        ? `срок пункта ${oneLine(referenceTo(item))}: ${comparison.why.ru}`
        : `the period of item ${oneLine(referenceTo(item))}: ${comparison.why.en}`,
    );
  const waived = coverage.waivedBecause === undefined ? [] : [shortened(coverage.waivedBecause, 110)];
  return [...indicators, ...roles, ...unknown, ...waived];
}

function deadlinesOf(coverage: TracedObligation, { language }: TerminalLook, style: TerminalStyle): string {
  const worst = worstDeadline(coverage);
  if (!worst) return '';
  const day = (one: number | null): string => (one === null ? '—' : shownDay(one, language));
  if (worst.relation === 'later')
    return [
      day(worst.parent),
      style.severity.error(day(worst.child)),
      style.severity.error(`+${worst.days ?? 0}`),
    ].join('\n');
  return worst.child === worst.parent
    ? day(worst.parent)
    : [day(worst.parent), style.dim(day(worst.child))].join('\n');
}
