import type { Plan } from '../../model/plan.ts';
import { referenceTo } from '../../model/section-identity.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { TerminalStyle } from '../../report/style.ts';
import { widthOf, wrap } from '../../report/width.ts';
import type { ItemState } from '../../status/item-state.ts';
import { type CarriedState, planStatusesByOverdue, type RegionStatus } from '../../status/roll-up.ts';
import { ITEM_STATE_WORDS } from '../../status/state-words.ts';
import type { PlanStatus } from '../../status/status.ts';
import { barOf, plansInWords, shareDone, statusVerdict } from '../terminal/status-words.ts';
import { betweenColumns, drawTable, type TableColumn } from '../terminal/table.ts';
import { styleFor, type TerminalLook } from '../terminal/trace-detail.ts';
import { planLabel, shortened, shortNameOf } from '../terminal/trace-words.ts';
import { AT_A_GLANCE, groupsOf, type ShownItems } from './plan.ts';
import { itemsOfPlans, itemTable, pressing } from './tables.ts';

/** Rows of each table: all three fit a screen, however many plans there are. */
const PLANS = 12;
const ITEMS = 5;
const OBLIGATIONS = 6;
/** Plans that get a column of their own in the table of obligations. */
const COLUMNS = 4;

/** Many plans at a glance: the worst of them, what is overdue longest, and the obligations that fare worst. */
export function regionPage(
  plans: readonly PlanStatus[],
  regions: readonly RegionStatus[],
  shown: ShownItems & { readonly filtered: boolean },
  look: TerminalLook,
): string {
  const style = styleFor(look);
  const chosen = plans.filter(({ items }) => !shown.filtered || items.length > 0);
  const followed = planStatusesByOverdue(chosen.filter((plan) => plan.followed));
  const pieces = shown.partial
    ? []
    : [planTable(followed, look, style), shown.filtered ? '' : silentPlans(plans, look)];
  if (shown.filtered)
    pieces.push(...groupsOf(itemsOfPlans(planStatusesByOverdue(chosen)), shown.states, look, style, true));
  else {
    pieces.push(longestOverdue(followed, look, style), aheadOf(plans, look, style));
    const carried = regions.filter(({ children }) => children.some((child) => child.followed));
    pieces.push(...carried.map((region) => obligationTable(region, look, style)));
  }
  pieces.push(wrap(statusVerdict(chosen, shown.asOf, look.language, style.dot), look.width).join('\n'));
  return pieces
    .filter((piece) => piece !== '')
    .join('\n\n')
    .concat('\n');
}

const SHORT: Readonly<Record<ItemState | 'items' | 'share', { ru: string; en: string }>> = {
  share: { ru: 'Исполнено', en: 'Done' },
  overdue: { ru: 'Проср.', en: 'Overd.' },
  behind: { ru: 'Отст.', en: 'Behind' },
  untracked: { ru: 'Не уч.', en: 'Unkn.' },
  'due-soon': { ru: 'Истек.', en: 'Soon' },
  'in-progress': { ru: 'В раб.', en: 'Going' },
  'not-started': { ru: 'Не нач.', en: 'Not yet' },
  'no-deadline': { ru: 'Без ср.', en: 'Open' },
  'done-late': { ru: 'Позже', en: 'Late' },
  done: { ru: 'Исполн.', en: 'Done' },
  items: { ru: 'Всего', en: 'Items' },
};

function planTable(plans: readonly PlanStatus[], look: TerminalLook, style: TerminalStyle): string {
  if (plans.length === 0) return '';
  // Only plans whose execution is recorded get here, so none of their items is untracked.
  // A narrow terminal goes without the bar and without what is done already.
  const narrow = look.width < 78;
  const states = (['overdue', 'behind', 'due-soon', 'done-late', 'items'] as const).filter(
    (state) => !narrow || state !== 'done-late',
  );
  const bar = narrow ? 0 : 10;
  const share = narrow ? 5 : bar + 6;
  const width = look.width - share - states.length * 6 - betweenColumns(states.length + 2);
  const shape: TableColumn[] = [
    { heading: look.language === 'ru' ? 'План' : 'Plan', width: Math.max(14, width) },
    { heading: narrow ? '%' : SHORT.share[look.language], width: share, right: narrow },
    ...states.map((state) => ({ heading: SHORT[state][look.language], width: 6, right: true })),
  ];
  const rows = plans.slice(0, PLANS).map((status) => {
    const percent = shareDone(status);
    return [
      nameWithin(status.plan, Math.max(14, width), look),
      narrow ? `${percent} %` : `${barOf(percent, bar, look.unicode)} ${String(percent).padStart(3)} %`,
      ...states.map((state) => {
        const n = status.summary[state];
        const figure = n === 0 ? (look.unicode ? '·' : '-') : String(n);
        return state === 'overdue' && n > 0 ? style.severity.error(figure) : figure;
      }),
    ];
  });
  const table = drawTable(shape, rows, { unicode: look.unicode, heading: style.bold });
  const rest = plans.slice(PLANS);
  return rest.length === 0 ? table : `${table}\n${restOf(rest, look)}`;
}

/** The whole name where the column holds it, else without the words every municipality has. */
function nameWithin(plan: Plan, width: number, { unicode }: TerminalLook): string {
  const whole = planLabel(plan);
  return widthOf(whole) <= width ? whole : shortened(shortNameOf(plan), width, unicode ? '…' : '...');
}

/** Plans below the worst ones, in one line. */
function restOf(plans: readonly PlanStatus[], { language }: TerminalLook): string {
  const sum = (state: ItemState): number => plans.reduce((total, { summary }) => total + summary[state], 0);
  const counts = AT_A_GLANCE.map((state) => `${ITEM_STATE_WORDS[state][language]} ${sum(state)}`).join(', ');
  const many = plansInWords(plans.length, language);
  return language === 'ru' ? `… и ещё ${many}: ${counts}` : `… and ${many} more: ${counts}`;
}

/** Plans of which nothing is recorded: named while they are few. */
function silentPlans(plans: readonly PlanStatus[], { language, width }: TerminalLook): string {
  const silent = plans.filter(({ followed }) => !followed).map(({ plan }) => plan);
  if (silent.length === 0) return '';
  const names = silent.slice(0, 5).map(planLabel).join(', ');
  const more = silent.length > 5 ? ', …' : '';
  const many = plansInWords(silent.length, language);
  const text =
    language === 'ru'
      ? `Исполнение не учитывается (нет файла фактов), ${many}: ${names}${more}`
      : `Not followed (no facts file), ${many}: ${names}${more}`;
  return wrap(text, width).join('\n');
}

/** Even where nobody records execution, the calendar shows what is due. */
function aheadOf(plans: readonly PlanStatus[], look: TerminalLook, style: TerminalStyle): string {
  const due = pressing(itemsOfPlans(plans.filter(({ followed }) => !followed)), 'due-soon');
  if (due.length === 0) return '';
  const ru = look.language === 'ru';
  const all = due.length > ITEMS ? (ru ? ` (из ${due.length})` : ` (of ${due.length})`) : '';
  const title = `${ru ? 'Срок истекает, исполнение не учитывается' : 'Due soon, not followed'}${all}`;
  return `${style.severity.warning(title)}\n${itemTable(due.slice(0, ITEMS), look, style, true, 1)}`;
}

function longestOverdue(plans: readonly PlanStatus[], look: TerminalLook, style: TerminalStyle): string {
  const overdue = pressing(itemsOfPlans(plans), 'overdue');
  if (overdue.length === 0) return '';
  const ru = look.language === 'ru';
  const all = overdue.length > ITEMS ? (ru ? ` (из ${overdue.length})` : ` (of ${overdue.length})`) : '';
  const title = `${ru ? 'Просрочено дольше всего' : 'Overdue longest'}${all}`;
  return `${style.severity.error(title)}\n${itemTable(overdue.slice(0, ITEMS), look, style, true, 1)}`;
}

const CARRIED_WORDS: Readonly<Record<CarriedState, { ru: string; en: string }>> = {
  ...ITEM_STATE_WORDS,
  untracked: { ru: 'не учитыв.', en: 'not followed' },
  'due-soon': { ru: 'истекает', en: 'due soon' },
  'done-late': { ru: 'с опозданием', en: 'done late' },
  missing: { ru: 'нет пункта', en: 'no item' },
  waived: { ru: 'согласовано', en: 'waived' },
  'not-followed': { ru: 'нет данных', en: 'no facts' },
};

/** What the parent has laid on its plans: state by state for a few of them, counts for many. */
function obligationTable(
  { parent, children, obligations }: RegionStatus,
  look: TerminalLook,
  style: TerminalStyle,
): string {
  const { language } = look;
  const ru = language === 'ru';
  const plans = planStatusesByOverdue(children).map(({ plan }) => plan);
  const number = 6;
  const widest = stateColumns(plans, language);
  const taken = widest.reduce((sum, { width }) => sum + width, 0) + number + betweenColumns(plans.length + 2);
  const own = plans.length <= COLUMNS && taken + 14 <= look.width;
  const shape = own ? widest : countColumns(language);
  const used = shape.reduce((sum, { width }) => sum + width, 0) + number;
  const action = Math.max(14, look.width - used - betweenColumns(shape.length + 2));
  const rows = obligations
    .slice(0, OBLIGATIONS)
    .map(({ item, states }) => [
      oneLine(referenceTo(item)),
      shortened(item.action, action, look.unicode ? '…' : '...'),
      ...(own ? statesOf(plans, states, look) : countsOf(states, look)),
    ]);
  const columns = [
    { heading: '№', width: number },
    { heading: ru ? 'Поручение' : 'Obligation', width: action },
    ...shape,
  ];
  const table = drawTable(columns, rows, { unicode: look.unicode, heading: style.bold });
  const all =
    obligations.length > rows.length
      ? ru
        ? `, хуже всего ${rows.length} из ${obligations.length}`
        : `, the worst ${rows.length} of ${obligations.length}`
      : '';
  return `${style.bold(`${ru ? 'Поручения' : 'Obligations'}: ${planLabel(parent)}${all}`)}\n${table}`;
}

const stateColumns = (plans: readonly Plan[], language: 'ru' | 'en'): TableColumn[] =>
  plans.map((plan) => ({ heading: shortened(shortNameOf(plan), 12), width: language === 'ru' ? 12 : 11 }));

const statesOf = (
  plans: readonly Plan[],
  states: ReadonlyMap<Plan, CarriedState>,
  look: TerminalLook,
): string[] =>
  plans.map((plan) => {
    const state = states.get(plan);
    return state === undefined ? '' : CARRIED_WORDS[state][look.language];
  });

const COUNTED: readonly CarriedState[] = ['overdue', 'behind', 'due-soon', 'missing'];

const countColumns = (language: 'ru' | 'en'): TableColumn[] =>
  COUNTED.map((state) => ({
    heading:
      state === 'missing' ? (language === 'ru' ? 'Нет' : 'No item') : SHORT[state as ItemState][language],
    width: 6,
    right: true,
  }));

const countsOf = (states: ReadonlyMap<Plan, CarriedState>, look: TerminalLook): string[] =>
  COUNTED.map((state) => {
    const n = [...states.values()].filter((one) => one === state).length;
    return n === 0 ? (look.unicode ? '·' : '-') : String(n);
  });
