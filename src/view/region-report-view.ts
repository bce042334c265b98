import { plural } from '../finding/plural.ts';
import { type Day, toIso } from '../meaning/day.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { writeDay } from '../russian/index.ts';
import { type ReachedFigure, type RegionFigure, regionFigures } from '../status/region-figures.ts';
import { type CarriedState, type RegionStatus, regionsOf } from '../status/roll-up.ts';
import { ITEM_STATE_WORDS } from '../status/state-words.ts';
import { planStatus } from '../status/status.ts';
import { linksTo } from '../trace/links.ts';
import { row, textCell } from './cells.ts';
import type { Block, Table, View } from './document.ts';
import { listedNumber } from './item-texts.ts';
import { KIND_PROPERTY } from './marks.ts';
import { metaOf, type ViewOptions } from './order-view.ts';
import { settingsOf } from './settings.ts';
import { type Typesetter, typesetter } from './texts.ts';

interface RegionReportOptions extends ViewOptions {
  readonly asOf: Day;
}

/**
 * What the plans that implement a plan have done of what it lays on them, for its signatory: obligations with the number of
 * municipalities that carried them out, figures added up, and what they reported in words. Undefined
 * where no plan implements it.
 */
export function regionReportView(
  plan: Plan,
  workspace: Workspace,
  options: RegionReportOptions,
): View | undefined {
  const { asOf } = options;
  const settings = options.settings ?? settingsOf(workspace.config.documents);
  const set = typesetter(settings);
  const statuses = workspace.plans.map((one) => planStatus(one, workspace, { asOf }));
  const region = regionsOf(statuses, workspace, asOf).find(({ parent }) => parent === plan);
  if (!region) return undefined;
  const inOrder = [...region.obligations].sort(
    (a, b) => plan.items.indexOf(a.item) - plan.items.indexOf(b.item),
  );
  const title = `Сводный отчёт об исполнении: ${plan.title}`;
  const heading: Block = { ...set.paragraph('title', title), keepNext: true };
  return {
    meta: { ...metaOf(plan, workspace, title, settings), properties: { [KIND_PROPERTY]: 'report' } },
    settings,
    sections: [
      {
        name: 'Сводный отчёт',
        part: 'annex',
        orientation: 'landscape',
        ownNumbering: true,
        blocks: [
          heading,
          set.paragraph('body', summaryOf(region, asOf)),
          tableOf(region, inOrder, workspace, asOf, set),
          ...reported(region, inOrder, workspace, set),
          ...signature(plan, asOf, set),
        ],
      },
    ],
  };
}

type Carried = RegionStatus['obligations'][number];

const nameOf = ({ territory, id }: Plan): string => territory ?? id;

const isDone = (state: CarriedState | undefined): boolean => state === 'done' || state === 'done-late';

function summaryOf({ children, obligations }: RegionStatus, asOf: Day): string {
  const silent = children.filter(({ followed }) => !followed);
  const whole = obligations.filter(({ states }) => [...states.values()].every(isDone)).length;
  const of = (n: number): string => `${n} ${plural(n, ['поручение', 'поручения', 'поручений'])}`;
  const heard = `сведения представили ${children.length - silent.length} из ${children.length}`;
  const without =
    silent.length === 0 ? '' : `; нет сведений: ${silent.map(({ plan }) => nameOf(plan)).join(', ')}`;
  return `На ${writeDay(asOf)}: ${of(obligations.length)}, исполнено всеми ${whole}; ${heard}${without}.`;
}

function tableOf(
  region: RegionStatus,
  obligations: readonly Carried[],
  workspace: Workspace,
  asOf: Day,
  set: Typesetter,
): Table {
  return {
    kind: 'table',
    caption: `Исполнение поручений на ${toIso(asOf)}: ${region.parent.title}`,
    description:
      'Строка таблицы – поручение; справа – сколько муниципалитетов его исполнили, показатели и кто как.',
    columns: [
      { key: 'number', heading: '№ п/п', width: 14 },
      { key: 'action', heading: 'Поручение', width: 62 },
      { key: 'when', heading: 'Срок', width: 30 },
      { key: 'done', heading: 'Исполнили', width: 30 },
      { key: 'figures', heading: 'Показатели', width: 62 },
      { key: 'plans', heading: 'По муниципалитетам', width: 59 },
    ],
    rows: obligations.map((carried) => {
      const { item, states } = carried;
      const figures = regionFigures(carried, region, workspace);
      return row([
        textCell(set, listedNumber(item, region.parent)),
        textCell(set, item.action),
        textCell(set, item.when?.text ?? ''),
        textCell(set, doneWords(states)),
        textCell(set, figures.map(figureWords)),
        textCell(set, byState(states, figures)),
      ]);
    }),
  };
}

/** «2 из 3»; what is not known is counted aside. */
function doneWords(states: Carried['states']): readonly string[] {
  const all = [...states.values()];
  const count = (test: (state: CarriedState) => boolean): number => all.filter(test).length;
  const asides = [
    ['нет сведений', count((state) => state === 'not-followed' || state === 'untracked')],
    ['нет в плане', count((state) => state === 'missing')],
    ['отступление согласовано', count((state) => state === 'waived')],
  ] as const;
  return [
    `${count(isDone)} из ${all.length}`,
    ...asides.flatMap(([words, n]) => (n === 0 ? [] : [`${words}: ${n}`])),
  ];
}

const CARRIED_WORDS: Readonly<Record<'missing' | 'waived' | 'not-followed', string>> = {
  missing: 'нет в плане',
  waived: 'отступление согласовано',
  'not-followed': 'нет сведений',
};

const stateWords = (state: CarriedState): string =>
  state in CARRIED_WORDS
    ? CARRIED_WORDS[state as keyof typeof CARRIED_WORDS]
    : ITEM_STATE_WORDS[state as keyof typeof ITEM_STATE_WORDS].ru;

const decimal = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

const figure = ({ value, of }: ReachedFigure): string =>
  of === undefined ? decimal(value) : `${decimal(value)}\u00a0из\u00a0${decimal(of)}`;

/** «Не менее 60 % школ: 26 из 40 (65 %)»; where not all are known, of how many it is the sum. */
function figureWords({ text, reached, isAdded, sum, total }: RegionFigure): string {
  if (!isAdded) return `${text}: не складывается`;
  if (!sum) return `${text}: нет сведений`;
  const percents = sum.of ? ` (${decimal((sum.value / sum.of) * 100)}\u00a0%)` : '';
  const known = [...reached.values()].filter((one) => one !== undefined).length;
  const among = total ? '' : `; сообщили ${known} из ${reached.size}`;
  return `${text}: ${figure(sum)}${percents}${among}`;
}

/** More are counted and not named: a cell goes on over no page. */
const MOST_NAMED = 15;

/** The municipalities in each state, those that have not done it first, with what they have reached. */
function byState(states: Carried['states'], figures: readonly RegionFigure[]): readonly string[] {
  const groups = new Map<CarriedState, Plan[]>();
  for (const [plan, state] of states) groups.set(state, [...(groups.get(state) ?? []), plan]);
  return [...groups]
    .sort(([a], [b]) => Number(isDone(a)) - Number(isDone(b)))
    .map(([state, plans]) => {
      const named = plans.map((plan) => `${nameOf(plan)}${reachedWords(plan, figures)}`);
      return `${stateWords(state)}: ${plans.length > MOST_NAMED ? plans.length : named.join(', ')}`;
    });
}

function reachedWords(plan: Plan, figures: readonly RegionFigure[]): string {
  const own = figures.flatMap(({ reached }) => reached.get(plan) ?? []);
  return own.length === 0 ? '' : ` (${own.map(figure).join('; ')})`;
}

/** What was reported of each obligation, in the words of those who reported. */
function reported(
  { parent, children }: RegionStatus,
  obligations: readonly Carried[],
  workspace: Workspace,
  set: Typesetter,
): readonly Block[] {
  const parts = obligations.flatMap(({ item, states }): Block[] => {
    const lines = children.flatMap(({ plan, items }) => {
      if (!states.has(plan)) return [];
      const carrying = new Set<Item>(linksTo(parent, plan, workspace).get(item) ?? []);
      const results = items
        .filter((status) => carrying.has(status.item))
        .flatMap(({ facts }) => facts.flatMap(({ result }) => result ?? []));
      return results.length === 0 ? [] : [`${nameOf(plan)}: ${inOneLine(results)}`];
    });
    if (lines.length === 0) return [];
    const number = listedNumber(item, parent);
    return [
      { ...set.paragraph('context-heading', `${number} ${item.action}`.trim()), keepNext: true },
      ...lines.map((line) => set.paragraph('context-item', line)),
    ];
  });
  if (parts.length === 0) return [];
  return [{ ...set.paragraph('context-heading', 'Что сделано'), keepNext: true }, ...parts];
}

/** Each with its own full stop, or with a semicolon after it. */
const inOneLine = (texts: readonly string[]): string =>
  texts.map((text, at) => (at === texts.length - 1 || /[.!?…]$/.test(text) ? text : `${text};`)).join(' ');

/** Who signs the order of the plan signs its report. */
function signature({ source }: Plan, asOf: Day, set: Typesetter): readonly Block[] {
  const person = source.order?.signatory;
  const date = set.paragraph('note', writeDay(asOf));
  if (!person) return [date];
  return [
    {
      kind: 'signature',
      position: set.words(person.position ?? ''),
      name: set.words(person.name ?? ''),
      markPlace: false,
    },
    date,
  ];
}
