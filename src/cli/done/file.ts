import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isSameData } from '../../edit/same.ts';
import { editText, isEditable } from '../../edit/splice.ts';
import { writeDocument } from '../../edit/write.ts';
import { shellWord } from '../../finding/shell-word.ts';
import { GONE } from '../../io/edit.ts';
import { buildFacts } from '../../model/build-facts.ts';
import { findItem } from '../../model/find-item.ts';
import type { Item, Plan } from '../../model/plan.ts';
import type { RawMap } from '../../model/raw.ts';
import { referenceTo } from '../../model/section-identity.ts';
import type { Fact, Workspace } from '../../model/workspace.ts';
import { decode } from '../../source/decode.ts';
import { locate, nodeAt, type SourceTree } from '../../source/locate.ts';
import { readDocument } from '../../source/read.ts';
import { editDocument } from '../edit-file.ts';
import { UsageError } from '../usage-error.ts';
import type { NewFact } from './fact.ts';

/** The facts file a new fact goes to: of several the one with the latest facts; none yet: one beside the plan. */
export function factsFileOf(plan: Plan, workspace: Workspace): string {
  const latest = (file: string): number =>
    Math.max(
      0,
      ...workspace
        .factsOf(plan.id)
        .filter((one) => one.file === file)
        .flatMap(({ facts }) => facts.map((fact) => fact.to ?? 0)),
    );
  const files = workspace.factsOf(plan.id).map(({ file }) => file);
  const [first, ...others] = files;
  if (first !== undefined)
    return others.reduce((best, file) => (latest(file) >= latest(best) ? file : best), first);
  return plan.file.replace(/(?:\.plan)?\.ya?ml$/i, '').concat('.facts.yaml');
}

/** Adds facts to a file, which is written whole or not at all; another run at the same moment waits for its turn. */
export async function writeFacts(
  facts: readonly NewFact[],
  file: string,
  plan: Plan,
  root: string,
): Promise<void> {
  await editDocument(root, file, (bytes) =>
    bytes === undefined ? newFile(facts, plan, root) : textWith(facts, bytes, file, plan),
  );
}

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

/** The text of a facts file that can be edited. */
function readable(bytes: Uint8Array, file: string): { readonly text: string; readonly bom: boolean } {
  const { text, bom, fault } = decode(bytes);
  if (fault || !isEditable(text)) {
    throw new UsageError(
      {
        ru: `Файл ${file} не читается без ошибок: ничего не записано.`,
        en: `The file ${file} does not read without errors: nothing was written.`,
      },
      {
        ru: `Что в нём не так: roadmap check ${shellWord(file)}`,
        en: `What is wrong with it: roadmap check ${shellWord(file)}`,
      },
    );
  }
  return { text, bom };
}

function textWith(facts: readonly NewFact[], bytes: Uint8Array, file: string, plan: Plan): string {
  const { text, bom } = readable(bytes, file);
  const document = readDocument(file, bytes).value as { kind?: unknown; plan?: unknown; recorded?: unknown };
  if (document?.kind !== 'facts' || String(document.plan) !== plan.id) {
    throw new UsageError({
      ru: `Файл ${file} уже есть, и это не факты плана «${plan.id}»: ничего не записано.`,
      en: `The file ${file} exists and does not hold facts of the plan “${plan.id}”: nothing was written.`,
    });
  }
  const added = editText(
    text,
    facts.map((fact) => ({ op: 'insert', route: ['facts'], value: fact })),
  );
  return bom ? `\uFEFF${added}` : added;
}

/** The first facts of a plan; the schema line is the plan's own, if it has one. */
function newFile(facts: readonly NewFact[], plan: Plan, root: string): string {
  const head = readFileSync(resolve(root, plan.file), 'utf8').slice(0, 1000);
  const schema = /^\uFEFF?# yaml-language-server: \$schema=(\S+?)plan\.schema\.json\s*$/m.exec(head)?.[1];
  return writeDocument(
    { kind: 'facts', plan: plan.id, facts },
    schema === undefined ? {} : { schema: `${schema}facts.schema.json` },
  );
}
