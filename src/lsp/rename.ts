import type { Bilingual } from '../finding/text.ts';
import { normaliseNumber } from '../model/identity.ts';
import type { Item, Plan, Section } from '../model/plan.ts';
import { fromRoman } from '../model/section-identity.ts';
import { nodeAt } from '../source/locate.ts';
import { doubleQuoted, isPlainScalar } from '../source/quote.ts';
import type { SourceNode } from '../source/tree.ts';
import { scalarMap } from '../source/within.ts';
import type { Context, Page } from './context.ts';
import type { Mention, Target } from './mentions.ts';
import { mentionsIn } from './mentions.ts';
import { type FileRange, filesAbout, mentionAt, mentionsOf, rangeOf } from './navigate.ts';

/** A text that takes the place of another one. */
export interface TextEdit extends FileRange {
  readonly text: string;
}

/** What may be renamed at an offset, as it is called now; undefined where nothing may. */
export function renamableAt(
  page: Page,
  offset: number,
  context: Context,
): (FileRange & { readonly name: string }) | undefined {
  const mention = mentionAt(page, offset, context);
  if (!mention || !isRenamable(mention.target)) return undefined;
  const place = rangeOf(mention, page.file, context);
  return place && { ...place, name: lastStep(writtenAt(mention, page)).last };
}

const isRenamable = ({ kind }: Target): boolean =>
  kind === 'item' || kind === 'executor' || kind === 'section';

/**
 * Gives an executor, an item or a section another name, everywhere at once: facts, `implements`, waivers and links follow.
 * `problem`: why it may not be called so. Signed editions keep the names they were signed with.
 */
export function renameAt(
  page: Page,
  offset: number,
  name: string,
  context: Context,
): { readonly edits: readonly TextEdit[] } | { readonly problem: Bilingual } {
  const mention = mentionAt(page, offset, context);
  if (!mention || !isRenamable(mention.target)) return { problem: NOTHING };
  const { target } = mention;
  const wanted = name.trim();
  const unfitting = target.kind === 'executor' ? /#/ : /[#/]/;
  if (wanted === '' || unfitting.test(wanted)) return { problem: unfit(name) };
  switch (target.kind) {
    case 'executor':
      return renameExecutor(target, wanted, context);
    case 'item': {
      const byId = isById(lastStep(writtenAt(mention, page)).last, target.item, mention);
      return renameItem(target, wanted, byId, context);
    }
    case 'section':
      return renameSection(target, wanted, context);
    default:
      return { problem: NOTHING };
  }
}

const NOTHING: Bilingual = {
  ru: 'Здесь нет имени, которое можно заменить: переименовать можно исполнителя, пункт и раздел',
  en: 'There is no name here to change: executors, items and sections can be renamed',
};

const unfit = (name: string): Bilingual => ({
  ru: `«${name}» не может быть именем: нужен непустой текст без знаков «#» и «/»`,
  en: `“${name}” can't be a name: it takes a text, without the signs “#” and “/”`,
});

const taken = (name: string, by: string): Bilingual => ({
  ru: `Имя «${name}» занято: ${by}`,
  en: `The name “${name}” is taken: ${by}`,
});

function renameExecutor(
  target: Target & { kind: 'executor' },
  wanted: string,
  context: Context,
): ReturnType<typeof renameAt> {
  const { executor } = target;
  const users = filesAbout(target, context).flatMap((file) => context.plan(file) ?? []);
  for (const { executors } of users) {
    const other = executors.get(wanted);
    const isUser = executors.get(executor.key)?.file === executor.file;
    if (isUser && other && wanted !== executor.key) return { problem: taken(wanted, other.name) };
  }
  return {
    edits: mentionsOf(target, context).flatMap(({ file, mention }) => edit(mention, file, wanted, context)),
  };
}

function renameItem(
  target: Target & { kind: 'item' },
  wanted: string,
  byId: boolean,
  context: Context,
): ReturnType<typeof renameAt> {
  const { plan, item } = target;
  const rival = plan.items.find((other) => other !== item && isCalled(other, wanted, byId, item, plan));
  if (rival) return { problem: taken(wanted, rival.action) };
  const plain = byId ? wanted : normaliseNumber(wanted);
  const edits = mentionsOf(target, context).flatMap(({ file, mention }) => {
    const written = writtenAt(mention, context.page(file));
    const { before, last } = lastStep(written);
    if (isById(last, item, mention) !== byId) return [];
    return edit(mention, file, mention.defines ? wanted : before + plain, context);
  });
  return { edits };
}

/** Numbers that begin again in every section are taken in their section alone. */
function isCalled(other: Item, wanted: string, byId: boolean, item: Item, plan: Plan): boolean {
  if (byId || (other.statedId && other.id === wanted)) return other.id === wanted;
  const isNear = plan.numbering === 'through' || other.section === item.section;
  return isNear && normaliseNumber(other.number) === normaliseNumber(wanted);
}

/** Whether a mention calls an item by its `id` and not by its number. */
function isById(last: string, item: Item, { defines, route }: Mention): boolean {
  if (defines) return route.at(-1) === 'id';
  return item.statedId && last.trim() === item.id;
}

function renameSection(
  target: Target & { kind: 'section' },
  wanted: string,
  context: Context,
): ReturnType<typeof renameAt> {
  const { plan, route } = target;
  const section = plan.sections.find((one) => one.route.join() === route.join());
  if (!section) return { problem: NOTHING };
  const rival = plan.sections.find(
    (one) => one !== section && one.parent === section.parent && isSameName(one.number, wanted),
  );
  if (rival) return { problem: taken(wanted, rival.title) };
  const edits = filesAbout(target, context).flatMap((file) =>
    mentionsIn(file, context).flatMap((mention) => {
      if (mention.target.kind === 'section')
        return mention.target.plan === plan && mention.target.route.join() === route.join()
          ? edit(mention, file, wanted, context)
          : [];
      if (mention.target.kind !== 'item' || mention.target.plan !== plan || mention.defines) return [];
      const { before, last } = lastStep(writtenAt(mention, context.page(file)));
      const renamed = renamedPath(before, section, mention.target.item, wanted);
      return renamed === undefined ? [] : edit(mention, file, renamed + last, context);
    }),
  );
  return { edits };
}

/** The path before a number with the section's new name in it; undefined where it does not name the section. */
function renamedPath(before: string, section: Section, item: Item, wanted: string): string | undefined {
  const cut = before.lastIndexOf('#') + 1;
  const steps = before.slice(cut).split('/').slice(0, -1);
  const chain = namedAbove(item.section);
  const at = chain.indexOf(section) - (chain.length - steps.length);
  const step = chain.includes(section) ? steps[at] : undefined;
  if (step === undefined || !isSameName(step, section.number ?? '')) return undefined;
  return `${before.slice(0, cut)}${steps.map((one, i) => (i === at ? normaliseNumber(wanted) : one)).join('/')}/`;
}

/** The sections around an item that have a name, from the top. */
const namedAbove = (section: Section | undefined): readonly Section[] =>
  section
    ? [
        ...namedAbove(section.parent),
        ...(section.number === undefined && section.id === undefined ? [] : [section]),
      ]
    : [];

function isSameName(one: string | undefined, other: string): boolean {
  const key = (name: string): string => {
    const plain = normaliseNumber(name).replace(/\)$/, '');
    return fromRoman(plain.toUpperCase()) ?? plain.toLowerCase();
  };
  return one !== undefined && key(one) === key(other);
}

/** `plan-id#II/1.6` is `plan-id#II/` before `1.6`. */
function lastStep(written: string): { readonly before: string; readonly last: string } {
  const cut = Math.max(written.lastIndexOf('#'), written.lastIndexOf('/')) + 1;
  return { before: written.slice(0, cut), last: written.slice(cut) };
}

/** The name as the author wrote it, without quotes. */
function writtenAt({ route, key }: Mention, { text, tree }: Page): string {
  if (key) return String(route.at(-1));
  try {
    const node = scalarOf(nodeAt(tree, route));
    return node ? scalarMap(text, node).value : '';
  } catch {
    return '';
  }
}

const scalarOf = (node: SourceNode) => (node.kind === 'scalar' ? node : undefined);

function edit(mention: Mention, file: string, name: string, context: Context): readonly TextEdit[] {
  const place = rangeOf(mention, file, context);
  if (!place) return [];
  const before = context.page(file).text.slice(...place.range);
  return [{ ...place, text: writtenAs(name, before) }];
}

/** A name in the quotes that the old one had; what is plain stays plain where it is read back as it is. */
function writtenAs(name: string, before: string): string {
  if (before.startsWith('"')) return doubleQuoted(name);
  if (before.startsWith("'") && isPlainScalar(name.replace(/^[\d.]+$/, 'x'), true)) return `'${name}'`;
  const isFigure = /^\d/.test(before) && String(Number(name)) === name;
  return isFigure || isPlainScalar(name, true) ? name : doubleQuoted(name);
}
