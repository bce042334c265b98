import type { Range, Route } from '../finding/finding.ts';
import type { Bilingual, Language } from '../finding/text.ts';
import { type Day, toIso } from '../meaning/day.ts';
import type { Item, Plan } from '../model/plan.ts';
import { rowsOf } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import { rules } from '../rules/generated/index.ts';
import type { SchemaNode } from '../schema/schema-node.ts';
import { typesOf } from '../schema/schema-node.ts';
import { hasNode, nodeAt } from '../source/locate.ts';
import { doubleQuoted, scalarText } from '../source/quote.ts';
import { linksTo } from '../trace/links.ts';
import { namesForItems, obligationsOf } from '../trace/obligations.ts';
import { parentPlansOf } from '../trace/trace.ts';
import type { Context, Page } from './context.ts';
import { keyAt, schemaAt } from './schema-at.ts';
import { entriesBeside, type Situation, situationAt } from './situation.ts';

/** What an editor may offer in a place. */
export interface Proposal {
  readonly kind: 'key' | 'value' | 'executor' | 'item' | 'plan' | 'rule' | 'date' | 'snippet';
  readonly label: string;
  /** Beside the label. */
  readonly detail?: string;
  /** Takes the place of what is written at `replace`; with places to fill in for a snippet. */
  readonly insert: string;
  readonly isSnippet: boolean;
  readonly replace: Range;
}

/** A value that may be written; `insert` where it is not the label. */
type Candidate = Pick<Proposal, 'kind' | 'label'> & { readonly detail?: string; readonly insert?: string };

/** What may be written at an offset, the likeliest first. The text around it need not be readable. */
export function completionsAt(page: Page, offset: number, context: Context): readonly Proposal[] {
  const situation = situationAt(page.text, offset);
  if (!situation) return [];
  const { at, start } = situation;
  const replace: Range = [start, offset];
  const place = (all: readonly Omit<Proposal, 'replace'>[]): Proposal[] =>
    all.map((one) => ({ ...one, replace }));
  if (!page.kind) return place(at === 'value' ? kindsAt(situation) : beginnings(situation, context.language));
  const forms = schemaAt(page.kind, situation.route);
  return place([
    ...(at === 'key' ? [] : valuesAt(page, offset, situation, forms, context)),
    ...(at === 'value' ? [] : snippetsAt(page, situation, forms, context)),
    ...(at === 'value' ? [] : keysAt(page, situation, forms)),
  ]);
}

const KINDS = ['plan', 'facts', 'registry'];

const kindsAt = ({ route }: Situation): Omit<Proposal, 'replace'>[] =>
  route.join() === 'kind'
    ? KINDS.map((kind) => ({ kind: 'value', label: kind, insert: kind, isSnippet: false }))
    : [];

/** A file that is nothing yet. */
const beginnings = ({ route }: Situation, language: Language): Omit<Proposal, 'replace'>[] =>
  route.length > 0
    ? []
    : KINDS.map((kind) => ({
        kind: 'key',
        label: `kind: ${kind}`,
        detail: { plan: WORDS.plan, facts: WORDS.facts, registry: WORDS.registry }[kind]?.[language] ?? '',
        insert: `kind: ${kind}\n`,
        isSnippet: false,
      }));

function keysAt(page: Page, { route, keys, flow, at, column }: Situation, forms: readonly SchemaNode[]) {
  const kind = page.kind;
  if (!kind) return [];
  const there = new Set([...keys, ...(at === 'key' ? namesIn(page, route) : [])]);
  const free = kind === 'config' && route.join() === 'rules' ? rules.map(({ id }) => id) : [];
  const names = [...new Set([...forms.flatMap(({ properties = {} }) => Object.keys(properties)), ...free])];
  return names
    .filter((name) => !there.has(name))
    .map((name): Omit<Proposal, 'replace'> => {
      const description = keyAt(kind, [...route, name])?.description;
      const isNested = !flow && schemaAt(kind, [...route, name]).every(isNesting);
      const insert = isNested ? `${name}:\n${' '.repeat(column + 2)}` : `${name}: `;
      return {
        kind: 'key',
        label: name,
        insert,
        isSnippet: false,
        ...(description === undefined ? {} : { detail: description }),
      };
    });
}

/** A map, or a list of maps: what is in it goes on lines of its own. */
const isNesting = (node: SchemaNode): boolean =>
  typesOf(node).includes('object') || node.items?.$ref?.endsWith('Fields') === true;

/** Keys of the map at a route, those behind the cursor too. */
function namesIn({ tree }: Page, route: Route): string[] {
  if (!hasNode(tree, route)) return [];
  const node = nodeAt(tree, route);
  return node.kind === 'map' ? node.pairs.map(({ name }) => name) : [];
}

function valuesAt(
  page: Page,
  offset: number,
  situation: Situation,
  forms: readonly SchemaNode[],
  context: Context,
) {
  const { route, at, quote, flow } = situation;
  // `executors: ` wants a list: an entry of it is offered in brackets.
  const isList = at === 'value' && forms.some((form) => typesOf(form).includes('array'));
  const wanted = isList ? [...route, 0] : route;
  const its = isList && page.kind ? schemaAt(page.kind, wanted) : forms;
  // What the list has already is no proposal.
  const there = new Set(typeof route.at(-1) === 'number' ? entriesBeside(page.text, offset, flow) : []);
  const candidates = [
    ...namesAt(page, wanted, context),
    ...closedValues(its),
    ...datesAt(its, page, wanted, context),
  ].filter(({ label, insert = label }) => !there.has(insert));
  return candidates.map((one): Omit<Proposal, 'replace'> => {
    const text = one.insert ?? one.label;
    const isBare = one.kind === 'value';
    const scalar =
      quote === '"'
        ? doubleQuoted(text).slice(1, -1)
        : quote
          ? text.replaceAll("'", "''")
          : isBare
            ? text
            : scalarText(text, flow || isList);
    const insert = isList && !quote ? `[${scalar}]` : scalar;
    return {
      kind: one.kind,
      label: one.label,
      insert,
      isSnippet: false,
      ...(one.detail === undefined ? {} : { detail: one.detail }),
    };
  });
}

const closedValues = (forms: readonly SchemaNode[]): Candidate[] =>
  [
    ...new Set(
      forms.flatMap((form) => [
        ...(form.const === undefined ? [] : [form.const]),
        ...(form.enum ?? []),
        ...(typesOf(form).includes('boolean') && form.const === undefined ? [true, false] : []),
      ]),
    ),
  ].map((value) => ({ kind: 'value', label: String(value) }));

const briefly = (text: string): string => text.replace(/\s+/g, ' ').trim();

const itemCandidate = (item: Item, prefix = ''): Candidate => ({
  kind: 'item',
  label: prefix + referenceTo(item).replace(/\.$/, ''),
  detail: [briefly(item.action), ...(item.when ? [briefly(item.when.text)] : [])].join(' · '),
});

/** Names that may stand at a route, by what they stand for. */
function namesAt(page: Page, route: Route, context: Context): Candidate[] {
  const { documents, workspace } = context;
  const plan = context.planOf(page);
  const [key, above] = [route.at(-1), route.at(-2)];
  const named = typeof key === 'number' ? above : key;
  const top = route.length <= 2 && typeof route[0] === 'string' && route[0] === named;
  const plans = (): Candidate[] =>
    documents.roster.plans
      .filter(({ file, id }) => file !== page.file && id !== '')
      .map(({ id, territory, file }) => ({ kind: 'plan', label: id, detail: territory ?? file }));
  if (page.kind === 'plan' || page.kind === 'registry') {
    if (named === 'acts-as') return plan ? roles(plan, context) : [];
    if (page.kind === 'registry') return [];
    if (named === 'executors' && !top) return plan ? bodies(plan) : [];
    if (named === 'key' && typeof above === 'number' && route.at(-3) === 'executors')
      return plan ? bodies(plan) : [];
    if (named === 'implements') return top ? plans() : plan ? obligations(plan, context) : [];
    if (named === 'registry' && top)
      return documents.roster.registries.map(({ id, file }) => ({ kind: 'plan', label: id, detail: file }));
    if (named === 'for') return namesForItems(workspace).map((name) => ({ kind: 'plan', label: name }));
    if (route[0] === 'waivers' && named === 'rule') return ruleNames(context.language);
    if (route[0] === 'waivers' && named === 'item' && plan)
      return [
        ...items(plan),
        ...parentPlansOf(plan, workspace).flatMap((parent) => items(parent, `${parent.id}#`)),
      ];
    return [];
  }
  if (page.kind === 'requests') {
    if (named === 'plan') return plans();
    const asked = requestedPlan(page, route, context);
    if (!asked) return [];
    return named === 'items' || named === 'partly' ? items(asked) : named === 'executor' ? bodies(asked) : [];
  }
  if (named === 'plan' && top) return plans();
  if (page.kind !== 'facts' || !plan) return [];
  if (named === 'item' || (named === 'items' && route[0] === 'reports')) return items(plan);
  if (named === 'indicator' || named === 'part') return countedIn(plan, named, page, route);
  return named === 'by' ? bodies(plan).map((one) => ({ ...one, insert: one.detail ?? one.label })) : [];
}

/** The plan that a request asks about. */
function requestedPlan(
  { file }: Page,
  [list, at]: Route,
  { documents, workspace }: Context,
): Plan | undefined {
  const isKnown = documents.outlines.some((outline) => outline.file === file && outline.kind === 'requests');
  if (!isKnown || list !== 'requests' || typeof at !== 'number') return undefined;
  const request = documents.requests(file).requests.find(({ route }) => route[1] === at);
  return request && workspace.planOf(request.plan);
}

/** Those of the plan itself before those of the registry. */
const bodies = (plan: Plan): Candidate[] =>
  [...plan.executors.values()]
    .sort((one, other) => Number(other.file === plan.file) - Number(one.file === plan.file))
    .map(({ key, name }) => ({ kind: 'executor', label: key, detail: briefly(name) }));

const items = (plan: Plan, prefix = ''): Candidate[] =>
  plan.items
    .filter(({ id, excluded }) => id !== '' && excluded === undefined)
    .map((item) => itemCandidate(item, prefix));

const ruleNames = (language: Language): Candidate[] =>
  rules.map(({ id, summary }) => ({ kind: 'rule', label: id, detail: summary[language] }));

/** Roles of the plans above, those that wait for a body of this level first. */
function roles(plan: Plan, { workspace }: Context): Candidate[] {
  const all = parentPlansOf(plan, workspace).flatMap((parent) => [...parent.executors.values()]);
  const wanted = all.filter(({ level }) => level === plan.level);
  return [...wanted, ...all.filter((one) => !wanted.includes(one) && one.level !== undefined)].map(
    ({ key, name }) => ({
      kind: 'executor',
      label: key,
      detail: briefly(name),
    }),
  );
}

/** What the plans above lay on this one: first what nothing is linked to yet. */
function obligations(plan: Plan, context: Context): Candidate[] {
  const { workspace, language } = context;
  const parents = parentPlansOf(plan, workspace);
  const all = parents.flatMap((parent) => {
    const links = linksTo(parent, plan, workspace);
    const prefix = plan.parents.length > 1 ? `${parent.id}#` : '';
    return obligationsOf(parent, plan, workspace).map(({ item }) => {
      const carriers = links.get(item) ?? [];
      const { detail, ...candidate } = itemCandidate(item, prefix);
      const taken =
        carriers.length === 0 ? '' : ` · ${WORDS.carried[language]} ${carriers.map(referenceTo).join(', ')}`;
      return { isOpen: carriers.length === 0, candidate: { ...candidate, detail: `${detail}${taken}` } };
    });
  });
  return [...all.filter(({ isOpen }) => isOpen), ...all.filter(({ isOpen }) => !isOpen)].map(
    ({ candidate }) => candidate,
  );
}

/** Numbers of the indicators, or of the sub-events, of the item that a fact is about. */
function countedIn(plan: Plan, what: 'indicator' | 'part', page: Page, route: Route): Candidate[] {
  const at = route[1];
  // The fact may be in pieces: its item is the last one named before it ends.
  const number = typeof at === 'number' ? itemOfFact(page.text, at) : undefined;
  const item = plan.items.find(
    (one) => number !== undefined && (one.id === number || one.number.replace(/\.$/, '') === number),
  );
  if (!item) return [];
  const texts =
    what === 'part'
      ? item.parts.map(({ action }) => action)
      : rowsOf(item).flatMap((row) => row.indicators.map(({ text }) => text));
  return texts.map((text, index) => ({ kind: 'value', label: String(index + 1), detail: briefly(text) }));
}

function itemOfFact(text: string, index: number): string | undefined {
  const facts = [...text.matchAll(/^[ \t]*-[ \t]*(?:\{[^\n]*?)?\bitem:[ \t]*["']?([^"',}\s]+)/gm)];
  return facts[index]?.[1];
}

const DATE = /^\^\(\\d\{4\}-/;

function datesAt(forms: readonly SchemaNode[], page: Page, route: Route, context: Context): Candidate[] {
  if (!forms.some(({ pattern }) => pattern !== undefined && DATE.test(pattern))) return [];
  const { today, language } = context;
  const plan = context.planOf(page);
  const isEnd = route.at(-1) === 'until' || route.at(-1) === 'to';
  const ends: [Day, Bilingual][] = plan?.period ? [[plan.period.to, WORDS.periodEnds]] : [];
  const days: [Day, Bilingual][] = [
    [today, WORDS.today],
    [today - 1, WORDS.yesterday],
  ];
  return (isEnd ? [...ends, ...days] : [...days, ...ends]).map(([day, word]) => ({
    kind: 'date',
    label: toIso(day),
    detail: word[language],
  }));
}

/** Whole entries with the places to fill in. */
function snippetsAt(
  page: Page,
  { route, at, column, flow }: Situation,
  forms: readonly SchemaNode[],
  context: Context,
) {
  const isEntry = at === 'entry' && typeof route.at(-1) === 'number';
  const list = isEntry ? route.at(-2) : route.at(-1);
  const isOpenList = at === 'key' && forms.some((form) => typesOf(form).includes('array'));
  if (flow || !(isEntry || isOpenList)) return [];
  const made = snippetOf(page, list, context);
  if (!made) return [];
  const lead = isEntry ? '' : '- ';
  const pad = ' '.repeat(column + lead.length);
  return [
    {
      kind: 'snippet' as const,
      label: made.label[context.language],
      insert: lead + made.lines.join(`\n${pad}`),
      isSnippet: true,
    },
  ];
}

function snippetOf(
  { kind }: Page,
  list: string | number | undefined,
  { today }: Context,
): { readonly label: Bilingual; readonly lines: readonly string[] } | undefined {
  if (kind === 'plan' && list === 'items')
    return {
      label: WORDS.newItem,
      lines: ['number: "$1"', 'action: $2', 'when: $3', 'executors: [$4]', 'indicators:', '  - $5'],
    };
  if (kind === 'plan' && list === 'waivers')
    return { label: WORDS.newWaiver, lines: ['rule: $1', 'item: "$2"', 'reason: $3', 'by: $4', 'until: $5'] };
  if (kind === 'facts' && list === 'facts')
    return {
      label: WORDS.newFact,
      lines: ['item: "$1"', `date: \${2:${toIso(today)}}`, 'done: true', 'result: $3', 'evidence: [$4]'],
    };
  return undefined;
}

const WORDS = {
  plan: { ru: 'дорожная карта', en: 'a road map' },
  facts: { ru: 'исполнение плана', en: 'what was done of a plan' },
  registry: {
    ru: 'справочник: исполнители, сокращения, школы',
    en: 'a registry: executors, abbreviations, schools',
  },
  carried: { ru: 'уже исполняют', en: 'already carried out by' },
  today: { ru: 'сегодня', en: 'today' },
  yesterday: { ru: 'вчера', en: 'yesterday' },
  periodEnds: { ru: 'последний день плана', en: 'the last day of the plan' },
  newItem: { ru: 'новый пункт', en: 'a new item' },
  newFact: { ru: 'новый факт', en: 'a new fact' },
  newWaiver: { ru: 'согласованное отступление', en: 'a waiver' },
} as const satisfies Record<string, Bilingual>;
