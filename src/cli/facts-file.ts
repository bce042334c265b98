import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { editText, isEditable } from '../edit/splice.ts';
import { writeDocument } from '../edit/write.ts';
import { shellWord } from '../finding/shell-word.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { decode } from '../source/decode.ts';
import { readDocument } from '../source/read.ts';
import { editDocument } from './edit-file.ts';
import { UsageError } from './usage-error.ts';

/** A fact as it will be in the file. */
export interface NewFact {
  readonly item: string;
  readonly part?: number;
  readonly indicator?: number;
  readonly measure?: number;
  readonly date?: string | { readonly from: string; readonly to: string };
  readonly recorded?: string;
  readonly done?: true;
  readonly whole?: boolean;
  readonly count?: number;
  readonly value?: number;
  readonly of?: number;
  readonly result?: string;
  readonly evidence?: readonly string[];
  readonly rescheduled?: { readonly to: string; readonly basis?: string };
  readonly reason?: string;
  readonly by?: string;
}

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

/** The text of a facts file that can be edited. */
export function readable(bytes: Uint8Array, file: string): { readonly text: string; readonly bom: boolean } {
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
