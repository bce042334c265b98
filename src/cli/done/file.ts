import { isSameData } from '../../edit/same.ts';
import { editText } from '../../edit/splice.ts';
import { GONE } from '../../io/edit.ts';
import { buildFacts } from '../../model/build-facts.ts';
import { findItem } from '../../model/find-item.ts';
import type { Item, Plan } from '../../model/plan.ts';
import type { RawMap } from '../../model/raw.ts';
import { referenceTo } from '../../model/section-identity.ts';
import type { Fact, Workspace } from '../../model/workspace.ts';
import { locate, nodeAt, type SourceTree } from '../../source/locate.ts';
import { readDocument } from '../../source/read.ts';
import { editDocument } from '../edit-file.ts';
import { factsFileOf, readable } from '../facts-file.ts';
import { UsageError } from '../usage-error.ts';

/** A fact in its file. */
interface PlacedFact {
  readonly file: string;
  readonly fact: Fact;
}

/** The last fact of an item that a file holds; of several files the one new facts go to comes first. */
export function lastFact(item: Item, plan: Plan, workspace: Workspace): PlacedFact {
  const first = factsFileOf(plan, workspace);
  const files = workspace
    .factsOf(plan.id)
    .toSorted((a, b) => Number(b.file === first) - Number(a.file === first));
  for (const { file, facts } of files) {
    const fact = facts.findLast((one) => {
      const found = findItem(plan, one.item);
      return found.state === 'found' && found.item === item;
    });
    if (fact) return { file, fact };
  }
  throw new UsageError({
    ru: `По пункту ${referenceTo(item)} плана «${plan.id}» фактов нет: отменять нечего.`,
    en: `There is no fact of item ${referenceTo(item)} of the plan “${plan.id}”: nothing to take back.`,
  });
}

/**
 * Removes facts from their files; gives the text of each as it stood, by file. A file that holds nothing but the head that
 * the first fact gave it goes: without it the plan is followed as little as before.
 */
export async function takeBack(
  taken: readonly PlacedFact[],
  root: string,
): Promise<{
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Files that held no other fact. */
  readonly gone: ReadonlySet<string>;
}> {
  const texts = new Map<string, readonly string[]>();
  const gone = new Set<string>();
  for (const file of new Set(taken.map((one) => one.file))) {
    const facts = taken
      .flatMap((one) => (one.file === file ? [one.fact] : []))
      .sort((a, b) => Number(b.route[1]) - Number(a.route[1]));
    await editDocument(root, file, (bytes) => {
      const { text, bom } = readable(bytes ?? new Uint8Array(), file);
      const now = buildFacts(
        file,
        (readDocument(file, bytes ?? new Uint8Array()).value ?? {}) as RawMap,
      ).facts;
      if (facts.some((fact) => !isSameData(now[Number(fact.route[1])], fact))) throw changedMeanwhile(file);
      const tree = locate(text);
      texts.set(file, facts.map((fact) => sourceOf(text, tree, fact)).reverse());
      const left = editText(
        text,
        facts.map(({ route }) => ({ op: 'remove', route })),
      );
      if (isAsFirstWritten(left)) {
        gone.add(file);
        return GONE;
      }
      return bom ? `\uFEFF${left}` : left;
    });
  }
  return { texts, gone };
}

/** Whether nothing is left of a facts file but what `newFile` wrote around its facts. */
function isAsFirstWritten(text: string): boolean {
  const { kind, plan, facts, ...more } = (readDocument('facts', new TextEncoder().encode(text)).value ??
    {}) as RawMap;
  const words = text.replace(/^\uFEFF?# yaml-language-server:.*\n/, '');
  const isBare = kind === 'facts' && plan !== undefined && Object.keys(more).length === 0;
  return isBare && (facts === null || facts === undefined || isEmptyList(facts)) && !words.includes('#');
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** A fact on one line, as its author wrote it. */
function sourceOf(text: string, tree: SourceTree, { route }: Fact): string {
  const { start, end } = nodeAt(tree, route);
  return text
    .slice(start, end)
    .replace(/\s*\n\s*/g, ', ')
    .trim();
}

const changedMeanwhile = (file: string): UsageError =>
  new UsageError(
    {
      ru: `Файл ${file} за это время изменился: ничего не отменено.`,
      en: `The file ${file} has changed meanwhile: nothing was taken back.`,
    },
    { ru: 'Повторите команду.', en: 'Run the command again.' },
  );
