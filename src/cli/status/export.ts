import type { Language } from '../../finding/text.ts';
import { type Day, toIso } from '../../meaning/day.ts';
import { referenceTo } from '../../model/section-identity.ts';
import { markdownText } from '../../report/markdown.ts';
import type { IndicatorStatus } from '../../status/evaluate-item.ts';
import { hasPercents } from '../../status/figures.ts';
import { INDICATOR_STATE_WORDS, ITEM_STATE_WORDS } from '../../status/state-words.ts';
import type { PlanStatus } from '../../status/status.ts';
import { csvText } from '../terminal/csv.ts';
import { figureInWords, shareDone, shortDate, statusVerdict, whoOf } from '../terminal/status-words.ts';
import { planLabel, shortened } from '../terminal/trace-words.ts';

/** Every item of every plan as a page, for a wiki or a pull request. */
export function statusMarkdown(plans: readonly PlanStatus[], asOf: Day, language: Language): string {
  const ru = language === 'ru';
  const head = ru
    ? ['№', 'Мероприятие', 'Срок', 'Состояние', 'Исполнители', 'Показатели']
    : ['No.', 'Activity', 'Deadline', 'State', 'Executors', 'Indicators'];
  const row = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;
  const pages = plans.map((status) => [
    `## ${markdownText(planLabel(status.plan))}`,
    '',
    status.followed
      ? doneLine(status, ru)
      : ru
        ? 'Исполнение не учитывается: нет файла фактов.'
        : 'Not followed: no facts file.',
    '',
    ...(status.items.length === 0 ? [] : [row(head), `|${head.map(() => ' --- ').join('|')}|`]),
    ...status.items.map((one) =>
      row([
        referenceTo(one.item),
        shortened(one.item.action, 200),
        one.deadline === null ? '' : shortDate(one.deadline, language),
        ITEM_STATE_WORDS[one.state][language],
        whoOf(one.item, status.plan),
        one.indicators
          .map((indicator) => {
            const known = figuresOf(indicator, language);
            return `${indicator.stated.text}: ${INDICATOR_STATE_WORDS[indicator.state][language]}${known}`;
          })
          .join('; '),
      ]),
    ),
    '',
  ]);
  return `${[...pages.flat(), `**${markdownText(statusVerdict(plans, asOf, language, '·'))}**`].join('\n')}\n`;
}

/** The share of the whole plan, and named so where the list is only a part of it. */
function doneLine({ summary, whole }: PlanStatus, ru: boolean): string {
  const share = `${shareDone({ summary: whole ?? summary })} %`;
  if (whole === undefined) return `${ru ? 'Исполнено' : 'Done'}: ${share}`;
  return ru
    ? `Исполнено по всему плану: ${share}; показано пунктов: ${summary.items} из ${whole.items}`
    : `Done of the whole plan: ${share}; items shown: ${summary.items} of ${whole.items}`;
}

/** What there is and what is due by now; nothing where nothing is due yet. */
function figuresOf(indicator: IndicatorStatus, language: Language): string {
  const { actual, expected } = indicator;
  if (actual === undefined || !expected) return '';
  const [has, needs] = [actual, expected].map((one) => figureInWords(one, hasPercents(indicator), language));
  return language === 'ru' ? ` (есть ${has}, нужно ${needs})` : ` (${has} of ${needs})`;
}

/** The columns of the table: for programs in English, for a Russian reader in his words. */
const CSV_HEAD: Readonly<Record<string, string>> = {
  plan: 'План',
  territory: 'Территория',
  number: '№ пункта',
  action: 'Мероприятие',
  state: 'Состояние',
  deadline: 'Срок',
  originalDeadline: 'Первоначальный срок',
  daysOverdue: 'Дней просрочки',
  doneOn: 'Исполнено',
  executors: 'Исполнители',
  indicator: 'Показатель',
  indicatorState: 'Состояние показателя',
  actual: 'Есть',
  expected: 'Нужно',
  missed: 'Пропущено',
  facts: 'Фактов',
  evidence: 'Подтверждений',
};

/** A line for each indicator of each item (one for an item without any), for a spreadsheet. */
export function statusCsv(plans: readonly PlanStatus[], language: Language): string {
  const ru = language === 'ru';
  const day = (one: Day | null | undefined): string => (one == null ? '' : toIso(one));
  const rows = plans.flatMap(({ plan, items }) =>
    items.flatMap((status) => {
      const { item } = status;
      const own = [
        plan.id,
        plan.territory ?? '',
        referenceTo(item),
        item.action,
        ru ? ITEM_STATE_WORDS[status.state].ru : status.state,
        day(status.deadline),
        day(status.originalDeadline),
        String(status.daysOverdue ?? ''),
        day(status.doneOn),
        whoOf(item, plan),
      ];
      const counts = [String(status.facts.length), String(status.evidence)];
      if (status.indicators.length === 0) return [[...own, '', '', '', '', '', ...counts]];
      return status.indicators.map(({ stated, state, actual, expected, missed }) => [
        ...own,
        stated.text,
        ru ? INDICATOR_STATE_WORDS[state].ru : state,
        String(actual ?? ''),
        String(expected ?? ''),
        (missed ?? []).map(({ from, to }) => `${toIso(from)}/${toIso(to)}`).join(' '),
        ...counts,
      ]);
    }),
  );
  return csvText([Object[ru ? 'values' : 'keys'](CSV_HEAD), ...rows]);
}
