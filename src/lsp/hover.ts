import type { Range, Route } from '../finding/finding.ts';
import type { Bilingual, Language } from '../finding/text.ts';
import { type Day, toIso } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import { readIndicatorText, readPeriodText } from '../model/meanings.ts';
import { type Executor, type Item, type Plan, rowsOf, type Stated } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Fact } from '../model/workspace.ts';
import { dateInWords } from '../report/verdict.ts';
import { rules } from '../rules/generated/index.ts';
import { scalarText } from '../source/quote.ts';
import { INDICATOR_STATE_WORDS, ITEM_STATE_WORDS } from '../status/state-words.ts';
import type { Coverage } from '../trace/coverage.ts';
import { OBLIGATION_STATE_WORDS } from '../trace/state-words.ts';
import { indicatorRows, periodRows } from '../view/reading-rows.ts';
import type { Context, Page } from './context.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { asMarkdown, rowsAsMarkdown } from './markdown.ts';
import type { Target } from './mentions.ts';
import { filesAbout, mentionAt } from './navigate.ts';
import { keyAt } from './schema-at.ts';
import { coverageIn, stateOf } from './states.ts';

/** What is shown of a place of a text, in Markdown. */
interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** What stands at an offset: how it is read, what it names, what state that is in. */
export function hoverAt(page: Page, offset: number, context: Context): Hover | undefined {
  const cursor = cursorAt(page.tree, offset);
  if (!cursor) return undefined;
  const parts = [
    ...(cursor.at === 'value' ? readingAt(page, cursor, context) : []),
    ...namedAt(page, offset, context),
    ...(cursor.at === 'key' ? keyWords(page, cursor) : []),
  ];
  return parts.length === 0 ? undefined : { range: cursor.range, markdown: parts.join('\n\n---\n\n') };
}

function keyWords({ kind }: Page, { route }: Cursor): string[] {
  const node = kind && keyAt(kind, route);
  if (node?.description === undefined) return [];
  const [example] = node.examples ?? [];
  // The examples of a schema are data: as they would be written.
  const shown =
    example === undefined
      ? ''
      : `\n\n\`\`\`yaml\n${String(route.at(-1))}: ${asWritten(example, false)}\n\`\`\``;
  return [`**${asMarkdown(String(route.at(-1)))}** – ${node.description.replace(/\s+/g, ' ')}${shown}`];
}

/** An example as an author writes it: `{name: Комитет, aliases: [КО]}`. */
function asWritten(value: unknown, flow = true): string {
  if (typeof value === 'string') return scalarText(value, flow);
  if (Array.isArray(value)) return `[${value.map((one) => asWritten(one)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, one]) => `${scalarText(key, true)}: ${asWritten(one)}`);
  return `{${pairs.join(', ')}}`;
}

const same = (one: Route, other: Route): boolean =>
  one.length === other.length && one.every((step, at) => step === other[at]);

/** The period or the indicator at a place of a plan, as it is read; and what of an item is a text of its own. */
function readingAt(page: Page, { route }: Cursor, context: Context): string[] {
  const plan = page.kind === 'plan' ? context.plan(page.file) : undefined;
  if (!plan) return [];
  const terms = [...plan.sections, ...plan.items.flatMap(rowsOf)];
  const when = terms
    .flatMap((row) => row.when ?? [])
    .find((stated) => same(stated.route, route) && !stated.inherited);
  if (when) return [periodWords(when, plan, context)];
  for (const item of plan.items) {
    if (same([...item.route, 'action'], route)) return [itemWords(plan, item, context)];
    const all = rowsOf(item).flatMap((row) => row.indicators);
    const at = all.findIndex((stated) => same(stated.route, route));
    if (at >= 0) return [indicatorWords(all[at] as Stated<Indicator>, at + 1, item, plan, context)];
  }
  return [];
}

const inLanguage = (rows: readonly (readonly [Bilingual, string])[], language: Language) =>
  rowsAsMarkdown(rows.map(([label, text]) => [label[language], text]));

function periodWords(stated: Stated<Period>, plan: Plan, context: Context): string {
  const { language, today, workspace } = context;
  const reading = stated.structured
    ? ({ understood: true, meaning: stated.structured } as const)
    : readPeriodText(stated, plan, workspace);
  if (!reading) return WORDS.termUnread[language];
  const seen = { period: plan.period, calendar: workspace.calendar, today, language, dateInWords };
  return inLanguage(periodRows(reading, seen), language);
}

function indicatorWords(
  stated: Stated<Indicator>,
  index: number,
  item: Item,
  plan: Plan,
  context: Context,
): string {
  const { language, workspace } = context;
  const reading = stated.structured
    ? ({ understood: true, meaning: stated.structured } as const)
    : readIndicatorText(stated.text, plan, workspace);
  const state = stateOf(plan, item, context)?.indicators.find((one) => one.index === index);
  const rows = reading ? inLanguage(indicatorRows(reading, language), language) : '';
  const today = state ? `- ${WORDS.today[language]}: ${INDICATOR_STATE_WORDS[state.state][language]}` : '';
  return [rows, today].filter((part) => part !== '').join('\n');
}

const WORDS = {
  termUnread: {
    ru: 'Срок раздела не понят, и этот вместе с ним',
    en: 'The term of the section is not read, nor is this one',
  },
  today: { ru: 'на сегодня', en: 'today' },
  when: { ru: 'срок', en: 'period' },
  moved: { ru: 'перенесён на', en: 'moved to' },
  who: { ru: 'исполнители', en: 'executors' },
  indicator: { ru: 'показатель', en: 'indicator' },
  item: { ru: 'Пункт', en: 'Item' },
  obligation: { ru: 'Поручение', en: 'Obligation' },
  ofPlan: { ru: 'плана', en: 'of the plan' },
  state: { ru: 'учёт поручения', en: 'the obligation is' },
  carriedBy: { ru: 'исполняют пункты', en: 'carried out by items' },
  excluded: { ru: 'исключён', en: 'taken out' },
  fact: { ru: 'факт', en: 'fact' },
  more: { ru: 'и ещё', en: 'and more' },
  untracked: {
    ru: 'исполнение не учитывается: файла фактов нет',
    en: 'not followed: there is no facts file',
  },
  alias: { ru: 'другие написания', en: 'other spellings' },
  role: { ru: 'роль: за ней каждый орган уровня', en: 'a role: it stands for every body of the level' },
  acts: { ru: 'исполняет роль', en: 'acts as' },
  items: { ru: 'пункты', en: 'items' },
  plans: { ru: 'и в планах', en: 'in other plans too' },
  nowhere: { ru: 'не назван ни в одном пункте', en: 'named in no item' },
  ofRegistry: { ru: 'из справочника', en: 'from the registry' },
  territory: { ru: 'территория', en: 'territory' },
} as const satisfies Record<string, Bilingual>;

function namedAt(page: Page, offset: number, context: Context): string[] {
  const mention = mentionAt(page, offset, context);
  if (!mention) return [];
  const { target, route } = mention;
  const child = page.kind === 'plan' ? context.plan(page.file) : undefined;
  if (target.kind === 'item' && child && target.plan !== child && route.includes('implements'))
    return [obligationWords(target, child, context)];
  return targetWords(target, child, context);
}

function targetWords(target: Target, from: Plan | undefined, context: Context): string[] {
  const { language } = context;
  switch (target.kind) {
    case 'item':
      return [itemWords(target.plan, target.item, context)];
    case 'executor':
      return [executorWords(target.executor, from, context)];
    case 'rule': {
      const rule = rules.find(({ id }) => id === target.id);
      return rule ? [`**${rule.id}** – ${rule.summary[language]}`] : [];
    }
    case 'plan': {
      const plan = context.workspace.planOf(target.id);
      if (!plan || plan.title.trim() === '') return [];
      const rows = plan.territory === undefined ? [] : ([[WORDS.territory, plan.territory]] as const);
      return [`**${asMarkdown(plan.title)}**\n\n${inLanguage(rows, language)}`];
    }
    default:
      return [];
  }
}

/** «Пункт 7» with its text, and its state today. */
function itemWords(plan: Plan, item: Item, context: Context): string {
  const { language } = context;
  return `**${WORDS.item[language]} ${asMarkdown(referenceTo(item))}.** ${asMarkdown(item.action)}\n\n${[
    ...describing(plan, item, context),
    ...stateWords(plan, item, context),
  ].join('\n')}`;
}

const row = (label: Bilingual, text: string, language: Language): string =>
  `- ${label[language]}: ${asMarkdown(text)}`;

function describing(plan: Plan, item: Item, { language }: Context): string[] {
  const who = [...new Set(rowsOf(item).flatMap(({ executors }) => executors.map(({ key }) => key)))];
  return [
    ...(item.when ? [row(WORDS.when, item.when.text, language)] : []),
    ...(who.length === 0
      ? []
      : [row(WORDS.who, who.map((key) => plan.executors.get(key)?.name ?? key).join(', '), language)]),
  ];
}

const date = (day: Day, language: Language): string => dateInWords(toIso(day), language);

function stateWords(plan: Plan, item: Item, context: Context): string[] {
  const { language, workspace } = context;
  if (item.excluded !== undefined) return [row(WORDS.excluded, item.excluded, language)];
  const status = stateOf(plan, item, context);
  if (!status) return [];
  const { state, doneOn, daysOverdue, rescheduled, indicators, facts } = status;
  const more =
    doneOn !== undefined
      ? ` (${date(doneOn, language)})`
      : daysOverdue
        ? ` (${daysWords(daysOverdue, language)})`
        : '';
  const isFollowed = workspace.factsOf(plan.id).length > 0;
  return [
    ...indicators.map(
      (one) =>
        `- ${WORDS.indicator[language]}: ${asMarkdown(one.stated.text)} – ${INDICATOR_STATE_WORDS[one.state][language]}`,
    ),
    ...(rescheduled ? [row(WORDS.moved, date(rescheduled.to, language), language)] : []),
    `- **${WORDS.today[language]}: ${ITEM_STATE_WORDS[state][language]}${more}**`,
    ...(isFollowed ? [] : [`- ${WORDS.untracked[language]}`]),
    ...facts.slice(0, MOST_FACTS).map((fact) => row(WORDS.fact, factWords(fact, language), language)),
    ...(facts.length > MOST_FACTS ? [`- ${WORDS.more[language]}: ${facts.length - MOST_FACTS}`] : []),
  ];
}

const MOST_FACTS = 5;
const MOST_ITEMS = 12;

const daysWords = (days: number, language: Language): string =>
  language === 'ru' ? `дней: ${days}` : `${days} ${days === 1 ? 'day' : 'days'}`;

function factWords(fact: Fact, language: Language): string {
  const { to, done, count, value, of, result, evidence } = fact;
  const figure = value === undefined ? count : of === undefined ? value : `${value}/${of}`;
  return [
    to === undefined ? undefined : date(to, language),
    figure,
    done ? ITEM_STATE_WORDS.done[language] : undefined,
    result?.replace(/(?<=[а-яёa-z»)]{3})\.\s*$/i, ''),
    evidence.length === 0 ? undefined : evidence.join('; '),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** The item of the parent behind `implements`: what it asks, and whether it is answered. */
function obligationWords({ plan, item }: Target & { kind: 'item' }, child: Plan, context: Context): string {
  const { language } = context;
  const head = `**${WORDS.obligation[language]} ${asMarkdown(referenceTo(item))}** ${WORDS.ofPlan[language]} «${asMarkdown(plan.id)}»`;
  const asked = rowsOf(item).flatMap(({ indicators }) =>
    indicators.map(({ text }) => row(WORDS.indicator, text, language)),
  );
  const coverage = coverageIn(plan, item, child, context);
  return [
    `${head}: ${asMarkdown(item.action)}`,
    [
      ...describing(plan, item, context),
      ...asked,
      ...(coverage ? coverageWords(coverage, language) : []),
    ].join('\n'),
  ].join('\n\n');
}

function coverageWords(
  { state, items, verdicts, indicators, waivedBecause }: Coverage,
  language: Language,
): string[] {
  const why = [
    ...verdicts
      .filter(({ comparison }) => comparison.relation === 'later' || comparison.relation === 'rarer')
      .map(({ comparison }) => comparison.why[language]),
    ...indicators
      .filter(({ relation }) => relation !== 'same' && relation !== 'stronger')
      .map((match) => match.why[language]),
    ...(waivedBecause === undefined ? [] : [waivedBecause]),
  ];
  const reasons = [...new Set(why)].filter((text) => text !== '');
  return [
    `- **${WORDS.state[language]}: ${OBLIGATION_STATE_WORDS[state][language]}**${reasons.length > 0 && state !== 'covered' ? ` – ${reasons.map((text) => asMarkdown(text)).join('; ')}` : ''}`,
    ...(items.length === 0 ? [] : [row(WORDS.carriedBy, items.map(referenceTo).join(', '), language)]),
  ];
}

/** Who is behind a key, in what role, and which items name him: here and in other plans. */
function executorWords(executor: Executor, from: Plan | undefined, context: Context): string {
  const { language, workspace } = context;
  const { key, name, aliases, actsAs, level, file } = executor;
  const here = from ?? context.plan(file);
  const parents = here?.parents.flatMap(({ id }) => workspace.planOf(id) ?? []) ?? [];
  const role = (one: string): string =>
    parents.flatMap((parent) => parent.executors.get(one)?.name ?? [])[0] ?? one;
  const items = here ? itemsOf(here, executor) : [];
  const listed = (all: readonly string[]): string =>
    all.length > MOST_ITEMS ? `${all.slice(0, MOST_ITEMS).join(', ')}… (${all.length})` : all.join(', ');
  const others = plansWith(executor, here, context);
  return [
    `**${asMarkdown(name)}** (${asMarkdown(key)})`,
    [
      ...(aliases.length === 0 ? [] : [row(WORDS.alias, aliases.join('; '), language)]),
      ...(level === undefined ? [] : [row(WORDS.role, level, language)]),
      ...(actsAs.length === 0 ? [] : [row(WORDS.acts, actsAs.map(role).join('; '), language)]),
      ...(here && here.file !== file ? [row(WORDS.ofRegistry, file, language)] : []),
      ...(here
        ? [
            items.length === 0
              ? `- ${WORDS.nowhere[language]}`
              : row(WORDS.items, listed(items.map(referenceTo)), language),
          ]
        : []),
      ...(others.length === 0 ? [] : [row(WORDS.plans, others.map(({ id }) => id).join(', '), language)]),
    ].join('\n'),
  ].join('\n\n');
}

const itemsOf = (plan: Plan, { key, file }: Executor): readonly Item[] =>
  plan.executors.get(key)?.file === file
    ? plan.items.filter((item) =>
        rowsOf(item).some(({ executors }) => executors.some((one) => one.key === key)),
      )
    : [];

/** The first plans beside `here` that name an executor; of hundreds only those are read whose text has the key. */
function plansWith(executor: Executor, here: Plan | undefined, context: Context): readonly Plan[] {
  const { documents } = context;
  const found: Plan[] = [];
  const key = Buffer.from(executor.key);
  for (const file of filesAbout({ kind: 'executor', executor }, context)) {
    if (file === here?.file) continue;
    const bytes = documents.files.read(file);
    if (typeof bytes === 'string' || !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(key))
      continue;
    const plan = context.plan(file);
    if (plan && itemsOf(plan, executor).length > 0) found.push(plan);
    if (found.length === MOST_PLANS) break;
  }
  return found;
}

const MOST_PLANS = 6;
