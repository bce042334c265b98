import { dirname, resolve } from 'node:path';
import { isEditable } from '../edit/splice.ts';
import { shellWord } from '../finding/shell-word.ts';
import { editFile, type GONE, lockOf } from '../io/edit.ts';
import { clearLeftovers } from '../io/leftovers.ts';
import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { decode } from '../source/decode.ts';
import { unwritable } from './save.ts';
import { isUsageError, UsageError } from './usage-error.ts';

/**
 * Edits a file of the workspace (`root` absolute, `file` relative to it), never at the same time as another run. What
 * `edit` is given is what the file holds at that moment. Returns whether anything was written; throws a UsageError when
 * another run holds the file, or when the disk refuses.
 */
export async function editDocument(
  root: string,
  file: string,
  edit: (bytes: Uint8Array | undefined) => string | typeof GONE | undefined,
): Promise<boolean> {
  const path = resolve(root, file);
  let outcome: Awaited<ReturnType<typeof editFile>>;
  try {
    outcome = await editFile(path, edit);
  } catch (error) {
    if (isUsageError(error)) throw error;
    throw unwritable(file, error);
  }
  if (outcome !== 'busy') return outcome === 'written';
  throw new UsageError(
    {
      ru: `Файл ${file} занят другой командой roadmap: ничего не записано.`,
      en: `Another roadmap command is writing ${file}: nothing was written.`,
    },
    {
      ru: `Повторите; если других команд нет, удалите ${lockOf(path)}.`,
      en: `Try again; if there is no other command, remove ${lockOf(path)}.`,
    },
  );
}

/** Whether an edit was refused because another run had changed the file since it was read. */
export const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof Error && CHANGED_MEANWHILE.has(error);

const CHANGED_MEANWHILE = new WeakSet<Error>();

/** Takes away what killed runs left beside files, also where there is nothing to write this time. */
export function clearBeside(root: string, files: readonly string[]): void {
  for (const folder of new Set(files.map((file) => dirname(resolve(root, file))))) clearLeftovers(folder);
}

/** The same for a text that was made of `before`: refused when the file holds something else by now. */
export function replaceDocument(
  root: string,
  file: string,
  before: Uint8Array | undefined,
  text: string,
): Promise<boolean> {
  return editDocument(root, file, (now) => {
    if (sameBytes(now, before)) return text;
    const refusal = new UsageError(
      {
        ru: `Файл ${file} за это время изменился: ничего не записано.`,
        en: `The file ${file} has changed meanwhile: nothing was written.`,
      },
      { ru: 'Повторите команду.', en: 'Run the command again.' },
    );
    CHANGED_MEANWHILE.add(refusal);
    throw refusal;
  });
}

function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Buffer.compare(one, other) === 0;
}

/** The text of the plan's file; one that does not read cleanly is not edited. */
export function editableText(plan: Plan, { documents, files }: Workspace): string {
  const bytes = files.read(plan.file);
  const document = documents.find(({ file }) => file === plan.file);
  if (typeof bytes !== 'string' && document?.problems.length === 0) {
    const { text, bom } = decode(bytes);
    if (isEditable(text)) return bom ? `\uFEFF${text}` : text;
  }
  throw new UsageError(
    {
      ru: `Файл ${plan.file} не читается без ошибок, править его нельзя.`,
      en: `The file ${plan.file} does not read without errors and cannot be edited.`,
    },
    {
      ru: `Что в нём не так: roadmap check ${shellWord(plan.file)}`,
      en: `What is wrong: roadmap check ${shellWord(plan.file)}`,
    },
  );
}
