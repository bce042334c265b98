import { shellWord } from '../../finding/shell-word.ts';
import type { Bilingual, Language } from '../../finding/text.ts';
import { toIso } from '../../meaning/day.ts';
import { referenceTo } from '../../model/section-identity.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { TerminalStyle } from '../../report/style.ts';
import { dateInWords } from '../../report/verdict.ts';
import { widthOf, wrap } from '../../report/width.ts';
import { ITEM_STATES, type ItemState } from '../../status/item-state.ts';
import type { IndicatorState } from '../../status/proof.ts';
import { ITEM_STATE_WORDS } from '../../status/state-words.ts';
import { closedOn, isHistory, type PlanStatus } from '../../status/status.ts';
import {
  barOf,
  paintOfItem,
  shareDone,
  shortDate,
  spansInWords,
  statusVerdict,
} from '../terminal/status-words.ts';
import { styleFor, type TerminalLook } from '../terminal/trace-detail.ts';
import { planLabel, shortened } from '../terminal/trace-words.ts';
import { indicatorTable, itemsOfPlans, itemTable, pressing } from './tables.ts';

/** What a coordinator has to act on; the other states are counted. */
export const AT_A_GLANCE: readonly ItemState[] = ['overdue', 'behind', 'untracked', 'due-soon'];

export interface ShownItems {
  readonly asOf: number;
  /** States whose items are listed one by one. */
  readonly states: readonly ItemState[];
  /** Only these states were requested, so shares of the whole are not known. */
  readonly partial: boolean;
}

/** One plan at a glance: what presses first, then indicators that fall short, then the counts. */
export function planPage(status: PlanStatus, shown: ShownItems, look: TerminalLook): string {
  const { asOf, states } = shown;
  const style = styleFor(look);
  const head = headOf(status, shown, look, style);
  const rows = itemsOfPlans([status]);
  const tables = groupsOf(rows, states, look, style, false);
  if (!status.followed) {
    const calendar = wrap(statusVerdict([status], asOf, look.language, style.dot), look.width).join('\n');
    return [head, notFollowed(status, look), ...tables, calendar].join('\n\n').concat('\n');
  }
  const short = indicatorTable(rows, look, style, false);
  if (short !== '') {
    const title =
      look.language === 'ru' ? 'Показатели, до которых не дотянули' : 'Indicators that fall short';
    tables.push(`${style.severity.warning(title)}\n${short}`);
  }
  const skipped = notAskedText(status, look);
  if (skipped !== '') tables.push(skipped);
  const verdict = wrap(statusVerdict([status], asOf, look.language, style.dot), look.width).join('\n');
  const counts = wrap(indicatorCounts(status, look.language), look.width).join('\n');
  const end = counts === '' ? verdict : `${counts}\n${verdict}`;
  return [head, ...tables, end].join('\n\n').concat('\n');
}

const INDICATORS: readonly (readonly [IndicatorState, Bilingual])[] = [
  ['met', { ru: 'достигнуто', en: 'met' }],
  ['met-late', { ru: 'достигнуто с опозданием', en: 'met late' }],
  ['partly', { ru: 'достигнуто частично', en: 'partly met' }],
  ['unmet', { ru: 'не достигнуто', en: 'unmet' }],
  ['pending', { ru: 'ещё не срок', en: 'pending' }],
  ['unverifiable', { ru: 'проверить нельзя', en: 'unverifiable' }],
];

/** «Показатели: достигнуто 25, не достигнуто 1, проверить нельзя 3» */
function indicatorCounts({ items }: PlanStatus, language: Language): string {
  const states = items.flatMap(({ indicators }) => indicators.map(({ state }) => state));
  const counts = INDICATORS.flatMap(([state, words]) => {
    const n = states.filter((one) => one === state).length;
    return n === 0 ? [] : [`${words[language]} ${n}`];
  });
  if (counts.length === 0) return '';
  return `${language === 'ru' ? 'Показатели' : 'Indicators'}: ${counts.join(', ')}`;
}

/** A table for each state that has items, under its name and their number. */
export function groupsOf(
  rows: ReturnType<typeof itemsOfPlans>,
  states: readonly ItemState[],
  look: TerminalLook,
  style: TerminalStyle,
  manyPlans: boolean,
): string[] {
  return ITEM_STATES.filter((state) => states.includes(state)).flatMap((state) => {
    const own = pressing(rows, state);
    if (own.length === 0) return [];
    const words = ITEM_STATE_WORDS[state][look.language];
    const title = `${words[0]?.toUpperCase()}${words.slice(1)}: ${own.length}`;
    return [`${paintOfItem(state, style)(title)}\n${itemTable(own, look, style, manyPlans)}`];
  });
}

const BAR = 20;

function headOf(
  status: PlanStatus,
  { asOf, partial }: ShownItems,
  look: TerminalLook,
  style: TerminalStyle,
): string {
  const { plan } = status;
  const ru = look.language === 'ru';
  const lines = [
    style.bold(`${planLabel(plan)} (${oneLine(plan.id)})`),
    shortened(plan.title, look.width, look.unicode ? '…' : '...'),
  ];
  const closed = closedOn(plan);
  if (closed !== undefined && isHistory(plan, asOf)) {
    const day = dateInWords(toIso(closed), look.language);
    lines.push(
      style.dim(ru ? `План закрыт ${day}: показано, с чем он закрыт` : `Closed on ${day}: as it stood then`),
    );
  }
  if (status.followed && !partial && status.summary.items > 0) {
    const percent = shareDone(status);
    const { done, items } = status.summary;
    const late = status.summary['done-late'];
    const lateWords =
      late === 0
        ? ''
        : ru
          ? `, ${status.whole ? '' : 'из них '}с нарушением срока ${late}`
          : `, ${late} of them late`;
    const chosen = status.whole === undefined ? '' : ru ? ' отобранных' : ' chosen';
    const words = ru
      ? `исполнено ${done + late} из ${items}${chosen}`
      : `${done + late} of ${items}${chosen} done`;
    const share = `${percent} %, ${words}${lateWords}`;
    const fits = BAR + 1 + widthOf(share) <= look.width;
    lines.push(
      fits ? `${style.good(barOf(percent, BAR, look.unicode))} ${share}` : wrap(share, look.width).join('\n'),
    );
  }
  return lines.filter((line) => line !== '').join('\n');
}

/** Turns for which nothing is due, with the reason: «Не спрашивается: пункт 3 – I квартал; план утверждён 02.02.2022». */
function notAskedText({ items }: PlanStatus, look: TerminalLook): string {
  const ru = look.language === 'ru';
  const lines = items.flatMap(({ item, state, notAsked, approvedOn }) => {
    if (!notAsked || approvedOn === undefined || state === 'done' || state === 'done-late') return [];
    const turns = spansInWords(notAsked, look.language);
    const day = shortDate(approvedOn, look.language);
    const number = oneLine(referenceTo(item));
    const text = ru
      ? `Пункт ${number}: за ${turns} не спрашивается – план утверждён ${day}`
      : `Item ${number}: nothing is asked for ${turns}: the plan was approved on ${day}`;
    return wrap(text, look.width);
  });
  return lines.join('\n');
}

/** Silence about a plan is not forty overdue items. */
function notFollowed({ plan }: PlanStatus, look: TerminalLook): string {
  const text =
    look.language === 'ru'
      ? `Исполнение не учитывается: у плана нет файла фактов. Первый факт создаст его: roadmap done ${shellWord(oneLine(plan.id))} НОМЕР`
      : `Its execution is not followed: the plan has no facts file. The first fact makes it: roadmap done ${shellWord(oneLine(plan.id))} ITEM`;
  return wrap(text, look.width).join('\n');
}
