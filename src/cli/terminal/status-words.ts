import { plural } from '../../finding/plural.ts';
import type { Language } from '../../finding/text.ts';
import { type Day, datePartsOf, toIso } from '../../meaning/day.ts';
import { isWholeMonth } from '../../meaning/months.ts';
import type { Span } from '../../meaning/spans.ts';
import type { Item, Plan } from '../../model/plan.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { Paint, TerminalStyle } from '../../report/style.ts';
import { dateInWords } from '../../report/verdict.ts';
import { writeSpans } from '../../russian/index.ts';
import { executorKeys } from '../../status/choose-items.ts';
import { figureWords } from '../../status/figures.ts';
import { ITEM_STATES, type ItemState } from '../../status/item-state.ts';
import { ITEM_STATE_WORDS } from '../../status/state-words.ts';
import type { PlanStatus } from '../../status/status.ts';

/** «08.06.2022», as tables of road maps have it; ISO in English. */
export function shortDate(day: Day, language: Language): string {
  if (language === 'en') return toIso(day);
  const { year, month, date } = datePartsOf(day);
  return `${String(date).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

/** «апрель, июль 2022 г.», or ISO months and days in English. */
export function spansInWords(spans: readonly Span[], language: Language): string {
  if (language === 'ru') return writeSpans(spans);
  return spans.map(spanInEnglish).join(', ');
}

function spanInEnglish({ from, to }: Span): string {
  if (from === to) return toIso(to);
  if (isWholeMonth(from, to)) return toIso(from).slice(0, 7);
  return `${toIso(from)} – ${toIso(to)}`;
}

/** Who is to do it, in the words of the plan. */
export function whoOf(item: Item, plan: Plan): string {
  return executorKeys(item)
    .map((key) => oneLine(plan.executors.get(key)?.name ?? key))
    .join(', ');
}

/** A name that a narrow column can hold. */
const SHORT_NAME = 24;

/** The same for a narrow column: another spelling of a long name where the plan has a shorter one. */
export function whoBriefly(item: Item, plan: Plan): string {
  return executorKeys(item)
    .map((key) => {
      const { name, aliases } = plan.executors.get(key) ?? { name: key, aliases: [] };
      const shorter = aliases.find((alias) => alias.length < name.length);
      return oneLine(name.length > SHORT_NAME ? (shorter ?? name) : name);
    })
    .join(', ');
}

/** «2 дня», “2 days”. */
export function daysInWords(days: number, language: Language): string {
  if (language === 'en') return `${days} ${days === 1 ? 'day' : 'days'}`;
  return `${days} ${plural(days, ['день', 'дня', 'дней'])}`;
}

/** A figure as people of the language write it: «56,9». */
export const figureInWords = (figure: number, share: boolean, language: Language): string =>
  figureWords(figure, share)[language];

export function paintOfItem(state: ItemState, style: TerminalStyle): Paint {
  if (state === 'overdue') return style.severity.error;
  if (state === 'behind' || state === 'untracked' || state === 'due-soon') return style.severity.warning;
  return state === 'done' || state === 'done-late' ? style.good : style.dim;
}

/** Done of all, in whole percents: 100 only when everything is done. */
export function shareDone({ summary }: { readonly summary: PlanStatus['summary'] }): number {
  const done = summary.done + summary['done-late'];
  return summary.items === 0 ? 0 : Math.floor((done / summary.items) * 100);
}

/** How much of a plan is done, as a bar of so many columns. */
export function barOf(percent: number, width: number, unicode: boolean): string {
  const full = Math.floor((percent / 100) * width);
  return (unicode ? '█' : '#').repeat(full) + (unicode ? '░' : '.').repeat(width - full);
}

/** «40 пунктов: просрочено 2, исполнено 18 · на 15 июня 2022 г.» */
export function statusVerdict(
  plans: readonly PlanStatus[],
  asOf: Day,
  language: Language,
  dot: string,
): string {
  const sum = (state: ItemState | 'items'): number =>
    plans.reduce((total, { summary }) => total + summary[state], 0);
  const counts = ITEM_STATES.filter((state) => sum(state) > 0).map(
    (state) => `${ITEM_STATE_WORDS[state][language]} ${sum(state)}`,
  );
  const n = sum('items');
  const items =
    language === 'ru'
      ? `${n} ${plural(n, ['пункт', 'пункта', 'пунктов'])}`
      : `${n} ${n === 1 ? 'item' : 'items'}`;
  const many = plansInWords(plans.length, language);
  const head = plans.length > 1 ? `${many}, ${items}` : items;
  const date = `${language === 'ru' ? 'на' : 'as of'} ${dateInWords(toIso(asOf), language)}`;
  return `${head}${counts.length > 0 ? `: ${counts.join(', ')}` : ''} ${dot} ${date}`;
}

export function plansInWords(n: number, language: Language): string {
  return language === 'ru'
    ? `${n} ${plural(n, ['план', 'плана', 'планов'])}`
    : `${n} ${n === 1 ? 'plan' : 'plans'}`;
}
