import type { Route } from '../finding/finding.ts';
import { buildExecutors } from '../model/build-plan.ts';
import { findItem } from '../model/find-item.ts';
import { parseReference } from '../model/identity.ts';
import type { Executor, Item, Plan } from '../model/plan.ts';
import { asList, asMap, asText, asTexts } from '../model/raw.ts';
import { linkOf } from '../trace/links.ts';
import type { Context } from './context.ts';

/** What a name in a document stands for. */
export type Target =
  | { readonly kind: 'item'; readonly plan: Plan; readonly item: Item }
  | { readonly kind: 'executor'; readonly executor: Executor }
  | { readonly kind: 'plan' | 'registry'; readonly id: string; readonly file: string }
  | { readonly kind: 'section'; readonly plan: Plan; readonly route: Route }
  | { readonly kind: 'rule'; readonly id: string };

/** A place where something is named, or where it is defined. */
export interface Mention {
  readonly target: Target;
  readonly route: Route;
  /** The name is the key. */
  readonly key?: true;
  readonly defines?: true;
}

/** Of two targets of one name both are the same thing. */
export function nameOfTarget(target: Target): string {
  switch (target.kind) {
    case 'item':
      return ['item', target.plan.file, ...target.item.route].join('\0');
    case 'section':
      return ['section', target.plan.file, ...target.route].join('\0');
    case 'executor':
      return ['executor', target.executor.file, target.executor.key].join('\0');
    case 'rule':
      return `rule\0${target.id}`;
    default:
      return [target.kind, target.file].join('\0');
  }
}

/** Everything that a document names or defines. */
export function mentionsIn(file: string, context: Context): readonly Mention[] {
  const page = context.page(file);
  switch (page.kind) {
    case 'plan': {
      const plan = context.plan(file);
      return plan ? inPlan(plan, context) : [];
    }
    case 'facts':
      return inFacts(file, context);
    case 'links':
      return inLinks(file, context);
    case 'registry':
      return inRegistry(file, context);
    case 'requests':
      return inRequests(file, context);
    case 'lock':
      return planNamed(context.planOf(page), ['plan']);
    default:
      return [];
  }
}

const planNamed = (plan: Plan | undefined, route: Route): Mention[] =>
  plan ? [{ target: { kind: 'plan', id: plan.id, file: plan.file }, route }] : [];

const itemNamed = (plan: Plan | undefined, reference: string | undefined, route: Route): Mention[] => {
  const found = plan && reference !== undefined ? findItem(plan, reference) : undefined;
  return plan && found?.state === 'found'
    ? [{ target: { kind: 'item', plan, item: found.item }, route }]
    : [];
};

const executorNamed = (executor: Executor | undefined, route: Route): Mention[] =>
  executor ? [{ target: { kind: 'executor', executor }, route }] : [];

function inPlan(plan: Plan, context: Context): Mention[] {
  const { workspace, documents } = context;
  const found: Mention[] = [];
  const { source, file } = plan;
  if (plan.id !== '')
    found.push({ target: { kind: 'plan', id: plan.id, file }, route: ['id'], defines: true });
  for (const { id, route } of plan.parents) found.push(...planNamed(workspace.planOf(id), route));
  const registry = asText(source.registry);
  if (registry !== undefined) {
    const [at, twin] = documents.roster.filesOf('registry', registry);
    if (at !== undefined && twin === undefined)
      found.push({ target: { kind: 'registry', id: registry, file: at }, route: ['registry'] });
  }
  const parents = plan.parents.flatMap(({ id }) => workspace.planOf(id) ?? []);
  found.push(
    ...bodies(
      [...plan.executors.values()].filter((one) => one.file === file),
      (key) => roleIn(parents, key),
      (key) => asMap(asMap(source.executors)?.[key])?.['acts-as'],
    ),
  );
  for (const { route, number } of plan.sections)
    if (number !== undefined)
      found.push({ target: { kind: 'section', plan, route }, route: [...route, 'number'], defines: true });
  for (const item of plan.items) {
    const target = { kind: 'item', plan, item } as const;
    if (item.number !== '') found.push({ target, route: [...item.route, 'number'], defines: true });
    if (item.statedId) found.push({ target, route: [...item.route, 'id'], defines: true });
    for (const row of [item, ...item.parts])
      for (const { key, route } of row.executors)
        found.push(...executorNamed(plan.executors.get(key), route));
    for (const reference of item.implements ?? []) {
      const link = linkOf(reference, plan, workspace);
      if (link.state === 'found')
        found.push({
          target: { kind: 'item', plan: link.parent, item: link.target },
          route: reference.route,
        });
    }
  }
  for (const { rule, item, route } of plan.waivers) {
    found.push({ target: { kind: 'rule', id: rule }, route: [...route, 'rule'] });
    if (item === undefined) continue;
    const named = parseReference(item);
    const whose = named.plan === undefined || named.plan === plan.id ? plan : workspace.planOf(named.plan);
    const at = [...route, 'item'];
    const own = itemNamed(whose, named.number, at);
    // Between levels a bare number is the parent's when the plan has no such item.
    found.push(
      ...(own.length > 0 ? own : parents.length === 1 ? itemNamed(parents[0], named.number, at) : []),
    );
  }
  return found;
}

/** Entries of `executors`, each with the roles of the parent plan that it fills. */
function bodies(
  executors: readonly Executor[],
  roleOf: (key: string) => Executor | undefined,
  actsAsOf: (key: string) => unknown,
): Mention[] {
  return executors.flatMap((executor) => {
    const { key, actsAs, route } = executor;
    const isList = Array.isArray(actsAsOf(key));
    return [
      { target: { kind: 'executor', executor }, route, key: true, defines: true } as const,
      ...actsAs.flatMap((role, at) =>
        executorNamed(roleOf(role), [...route, 'acts-as', ...(isList ? [at] : [])]),
      ),
    ];
  });
}

function inFacts(file: string, context: Context): Mention[] {
  const { documents } = context;
  const plan = context.planOf(context.page(file));
  if (!documents.outlines.some((outline) => outline.file === file && outline.kind === 'facts')) return [];
  const { source } = documents.facts(file);
  const facts = asList(source.facts).flatMap((fact, at) =>
    itemNamed(plan, asText(asMap(fact)?.item), ['facts', at, 'item']),
  );
  const reports = asList(source.reports).flatMap((report, at) =>
    asTexts(asMap(report)?.items).flatMap((item, index) =>
      itemNamed(plan, item, ['reports', at, 'items', index]),
    ),
  );
  return [...planNamed(plan, ['plan']), ...facts, ...reports];
}

function inLinks(file: string, context: Context): Mention[] {
  const { documents, workspace } = context;
  const plan = context.planOf(context.page(file));
  if (!documents.outlines.some((outline) => outline.file === file && outline.kind === 'links')) return [];
  const links = asList(documents.links(file).source.links).flatMap((entry, at) => {
    const raw = asMap(entry);
    const parent = workspace.planOf(asText(raw?.parent) ?? '');
    return [
      ...itemNamed(plan, asText(raw?.item), ['links', at, 'item']),
      ...planNamed(parent, ['links', at, 'parent']),
      ...itemNamed(parent, asText(raw?.number), ['links', at, 'number']),
    ];
  });
  return [...planNamed(plan, ['plan']), ...links];
}

/** A file of requests may ask about several plans. */
function inRequests(file: string, { documents, workspace }: Context): Mention[] {
  if (!documents.outlines.some((outline) => outline.file === file && outline.kind === 'requests')) return [];
  return documents.requests(file).requests.flatMap(({ plan: id, items, to, answers, route }) => {
    const plan = workspace.planOf(id);
    const listed = [
      { route: [...route, 'items'], names: items },
      ...answers.flatMap((answer) => [
        { route: [...answer.route, 'items'], names: answer.items },
        { route: [...answer.route, 'partly'], names: answer.partly },
      ]),
    ];
    return [
      ...planNamed(plan, [...route, 'plan']),
      ...listed.flatMap((list) =>
        list.names.flatMap((item, at) => itemNamed(plan, item, [...list.route, at])),
      ),
      ...(to?.kind === 'executor'
        ? executorNamed(plan?.executors.get(to.key), [...route, 'to', 'executor'])
        : []),
    ];
  });
}

function inRegistry(file: string, { documents, workspace }: Context): Mention[] {
  const registry = documents.roster.registries.find((outline) => outline.file === file);
  if (!registry) return [];
  const { source, id } = documents.registry(file);
  const executors = buildExecutors(source.executors, file);
  // Roles are those of the plans above the plans that borrow the executors.
  const borrowers = documents.outlines.filter(
    (outline) => outline.kind === 'plan' && outline.registry === id,
  );
  const above = [...new Set(borrowers.flatMap(({ parents }) => parents))];
  const parents = above.flatMap((parent) => workspace.planOf(parent) ?? []);
  return [
    { target: { kind: 'registry', id, file }, route: ['id'], defines: true },
    ...bodies(
      [...executors.values()],
      (key) => roleIn(parents, key),
      (key) => asMap(asMap(source.executors)?.[key])?.['acts-as'],
    ),
  ];
}

/** The role of a key, where all plans above mean one and the same by it. */
function roleIn(parents: readonly Plan[], key: string): Executor | undefined {
  const roles = parents.flatMap((parent) => parent.executors.get(key) ?? []);
  return roles.every(({ file }) => file === roles[0]?.file) ? roles[0] : undefined;
}
