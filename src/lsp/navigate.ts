import type { Range, Route } from '../finding/finding.ts';
import { hasNode, placeOf } from '../source/locate.ts';
import type { Context, Page } from './context.ts';
import { cursorAt } from './cursor.ts';
import { type Mention, mentionsIn, nameOfTarget, type Target } from './mentions.ts';

/** A place in a file of the workspace, in UTF-16 units of its text. */
export interface FileRange {
  readonly file: string;
  readonly range: Range;
}

/** What is named at an offset; undefined where nothing is, and where the text can't be read at the moment. */
export function mentionAt(page: Page, offset: number, context: Context): Mention | undefined {
  const cursor = cursorAt(page.tree, offset);
  if (!cursor) return undefined;
  const route = routeName(cursor.route);
  return mentionsIn(page.file, context).find(
    (mention) => (mention.key === true) === (cursor.at === 'key') && routeName(mention.route) === route,
  );
}

const routeName = (route: Route): string => route.join('\0');

/** Where what is named at an offset is defined; a name leads to its definition, a definition to itself. */
export function definitionAt(page: Page, offset: number, context: Context): FileRange | undefined {
  const mention = mentionAt(page, offset, context);
  return mention && definitionOf(mention.target, context);
}

function definitionOf(target: Target, context: Context): FileRange | undefined {
  switch (target.kind) {
    case 'item':
      return rangeOf({ target, route: [...target.item.route, 'number'] }, target.plan.file, context);
    case 'section':
      return rangeOf({ target, route: [...target.route, 'number'] }, target.plan.file, context);
    case 'executor':
      return rangeOf({ target, route: target.executor.route, key: true }, target.executor.file, context);
    case 'rule':
      return undefined;
    default:
      return rangeOf({ target, route: ['id'] }, target.file, context);
  }
}

/** All places that name what is named at an offset, file by file; its definition among them if it is wanted. */
export function referencesAt(
  page: Page,
  offset: number,
  context: Context,
  withDefinition = true,
): readonly FileRange[] {
  const mention = mentionAt(page, offset, context);
  if (!mention) return [];
  return mentionsOf(mention.target, context).flatMap(
    ({ file, mention: one }) =>
      (withDefinition || !one.defines ? rangeOf(one, file, context) : undefined) ?? [],
  );
}

interface MentionInFile {
  readonly file: string;
  readonly mention: Mention;
}

/** Every mention of a target in the workspace. */
export function mentionsOf(target: Target, context: Context): readonly MentionInFile[] {
  const name = nameOfTarget(target);
  return filesAbout(target, context).flatMap((file) =>
    mentionsIn(file, context).flatMap((mention) =>
      nameOfTarget(mention.target) === name ? [{ file, mention }] : [],
    ),
  );
}

/** Files that may name a target: what others know of a document leads to them, so that not all must be read. */
export function filesAbout(target: Target, { documents }: Context): readonly string[] {
  const { outlines } = documents;
  const plansBelow = (ids: ReadonlySet<string>) =>
    outlines.filter(({ kind, parents }) => kind === 'plan' && parents.some((id) => ids.has(id)));
  const about = (ids: ReadonlySet<string>): string[] => {
    const below = plansBelow(ids);
    const all = new Set([...ids, ...below.map(({ id }) => id)]);
    return outlines.flatMap(({ file, kind, plan, id }) => {
      const serves = plan !== undefined && (kind === 'links' ? all.has(plan) : ids.has(plan));
      const lends = kind === 'registry' && below.some((one) => one.registry === id);
      // Which plans it asks about, a file of requests says in its entries.
      return (kind === 'plan' && all.has(id)) || serves || lends || kind === 'requests' ? [file] : [];
    });
  };
  const borrowersOf = (id: string) =>
    outlines.filter(({ kind, registry }) => kind === 'plan' && registry === id);
  switch (target.kind) {
    case 'item':
    case 'section':
      return about(new Set([target.plan.id]));
    case 'plan':
      return about(new Set([target.id]));
    case 'registry':
      return [target.file, ...borrowersOf(target.id).map(({ file }) => file)];
    case 'rule':
      return outlines.flatMap(({ file, kind }) => (kind === 'plan' ? [file] : []));
    case 'executor': {
      const own = outlines.find(({ file }) => file === target.executor.file);
      if (!own) return [];
      const plans = own.kind === 'registry' ? borrowersOf(own.id).map(({ id }) => id) : [own.id];
      return [...new Set([own.file, ...about(new Set(plans))])];
    }
  }
}

/** Where a mention is; undefined where the text of its file can't be read at the moment. */
export function rangeOf({ route, key }: Mention, file: string, context: Context): FileRange | undefined {
  const { tree } = context.page(file);
  if (!hasNode(tree, route)) return undefined;
  const { start, end } = placeOf(tree, key ? { route, key } : { route });
  return { file, range: [start, end] };
}
