import type { Range, Route } from '../finding/finding.ts';
import type { Section } from '../model/plan.ts';
import { asList, asMap, asText } from '../model/raw.ts';
import { hasNode, nodeAt, placeOf } from '../source/locate.ts';
import type { Context, Page } from './context.ts';

/** An entry of the outline of a document. */
export interface Entry {
  readonly kind: 'section' | 'item' | 'part' | 'fact' | 'executor';
  readonly name: string;
  readonly detail: string;
  /** All that belongs to it, and its name alone. */
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly Entry[];
}

/** Sections and items of a plan, facts, executors of a registry; nothing of a text that can't be read at the moment. */
export function outlineOf(page: Page, context: Context): readonly Entry[] {
  if (!page.tree.root) return [];
  switch (page.kind) {
    case 'plan':
      return ofPlan(page, context);
    case 'facts':
      return ofFacts(page, context);
    case 'registry':
      return ofRegistry(page, context);
    default:
      return [];
  }
}

function entry(
  page: Page,
  route: Route,
  named: Route,
  more: Pick<Entry, 'kind' | 'name' | 'detail'>,
): Entry | undefined {
  if (!hasNode(page.tree, route)) return undefined;
  const { start, end } = nodeAt(page.tree, route);
  const shown = hasNode(page.tree, named) ? placeOf(page.tree, { route: named }) : { start, end: start };
  return {
    ...more,
    name: more.name.trim() === '' ? '…' : more.name,
    range: [Math.min(start, shown.start), Math.max(end, shown.end)],
    selection: [shown.start, shown.end],
    children: [],
  };
}

function ofPlan(page: Page, context: Context): readonly Entry[] {
  const plan = context.plan(page.file);
  if (!plan) return [];
  const itemsIn = (section: Section | undefined): Entry[] =>
    plan.items
      .filter((item) => item.section === section)
      .flatMap((item) => {
        const name = [item.number, item.excluded === undefined ? item.action : `(${item.excluded})`].join(
          ' ',
        );
        const more = { kind: 'item', name, detail: item.when?.text ?? '' } as const;
        const own = entry(page, item.route, [...item.route, 'number'], more);
        const parts = item.parts.flatMap((part) => {
          const its = { kind: 'part', name: part.action, detail: part.when?.text ?? '' } as const;
          return entry(page, part.route, [...part.route, 'action'], its) ?? [];
        });
        return own ? [{ ...own, children: parts }] : [];
      });
  const sectionsIn = (parent: Section | undefined): Entry[] =>
    plan.sections
      .filter((section) => section.parent === parent)
      .flatMap((section) => {
        const name = [section.number, section.title].filter((part) => part !== undefined).join(' ');
        const more = { kind: 'section', name, detail: section.when?.text ?? '' } as const;
        const own = entry(page, section.route, [...section.route, 'title'], more);
        return own ? [{ ...own, children: [...itemsIn(section), ...sectionsIn(section)] }] : [];
      });
  return [...itemsIn(undefined), ...sectionsIn(undefined)];
}

function ofFacts(page: Page, { documents }: Context): readonly Entry[] {
  if (!documents.outlines.some(({ file, kind }) => file === page.file && kind === 'facts')) return [];
  return asList(documents.facts(page.file).source.facts).flatMap((fact, at) => {
    const raw = asMap(fact);
    const date = asMap(raw?.date);
    const when = date ? [asText(date.from), asText(date.to)].join(' – ') : asText(raw?.date);
    const name = [asText(raw?.item), asText(raw?.result)].filter((part) => part !== undefined).join(' ');
    const more = { kind: 'fact', name, detail: when ?? '' } as const;
    return entry(page, ['facts', at], ['facts', at, 'item'], more) ?? [];
  });
}

function ofRegistry(page: Page, { documents }: Context): readonly Entry[] {
  if (!documents.outlines.some(({ file, kind }) => file === page.file && kind === 'registry')) return [];
  return Object.entries(asMap(documents.registry(page.file).source.executors) ?? {}).flatMap(
    ([key, value]) => {
      const more = { kind: 'executor', name: key, detail: asText(asMap(value)?.name) ?? '' } as const;
      return entry(page, ['executors', key], ['executors', key, 'name'], more) ?? [];
    },
  );
}
