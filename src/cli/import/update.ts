import { editText } from '../../edit/splice.ts';
import { shellPath, shellWord } from '../../finding/shell-word.ts';
import type { Bilingual } from '../../finding/text.ts';
import type { PlanInPlace } from '../../history/kept.ts';
import type { ImportProblem } from '../../import/problem.ts';
import { type Edition, type ReadEdition, readForUpdate } from '../../import/update/edition.ts';
import { mergeDocument } from '../../import/update/merge.ts';
import type { MergeResult } from '../../import/update/outcome.ts';
import type { Plan } from '../../model/plan.ts';
import { oneLine } from '../../report/safe-text.ts';
import { PLAN_PROPERTY } from '../../view/marks.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { problemLines, remarkLines } from '../documents/document-lines.ts';
import { editionFor, findEdition } from '../documents/edition.ts';
import { readableSource, type SourceFile } from '../documents/source.ts';
import { clearBeside, editableText, isChangedMeanwhile, replaceDocument } from '../edit-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { switchOption } from '../options.ts';
import { choosePlans } from '../plan-argument.ts';
import { canAsk, yesOrNo } from '../terminal/can-ask.ts';
import { unifiedDiff } from '../terminal/unified-diff.ts';
import { UsageError } from '../usage-error.ts';
import { pathFrom } from '../workspaces.ts';
import { outcomeLines } from './update-words.ts';
import { changesOf, printLines } from './write-draft.ts';

/** `roadmap import FILE --update PLAN [--dry-run]`: exit code 1 when a conflict is left for the author. */
export async function updatePlan(
  source: SourceFile,
  name: string,
  args: CommandArguments,
  io: CommandIo,
): Promise<ExitCode> {
  for (let tries = 1; ; tries++) {
    try {
      return await updateOnce(source, name, args, io, tries > 1);
    } catch (error) {
      // Somebody else has edited the plan since it was read: the document's edits go into what it is now.
      if (!isChangedMeanwhile(error) || tries === MOST_TRIES) throw error;
    }
  }
}

const MOST_TRIES = 4;

/** `again`: what there is to say of the document has been said. */
async function updateOnce(
  source: SourceFile,
  name: string,
  args: CommandArguments,
  io: CommandIo,
  again: boolean,
): Promise<ExitCode> {
  const tell = (lines: readonly string[]) => (again ? Promise.resolve() : printLines(lines, io));
  const { loaded, plans, root } = choosePlans([name], io.cwd);
  const [plan] = plans;
  if (!plan || plans.length > 1) throw oneOnly(name, plans.length);
  const text = editableText(plan, loaded.workspace);
  const theirs = await readEdited(source, args, io);
  await tell(problemLines(theirs.problems, io.language));
  refuseOther(theirs, plan);
  await tell(remarkLines(theirs.remarks, io.language));
  const { outcome, known } = await merge({ plan, workspace: loaded.workspace }, theirs, root);
  const edited = editText(text, outcome.edits);
  const path = pathFrom(io.cwd, root, plan.file);
  const dry = switchOption(args, 'dryRun');
  if (!known && edited !== text) {
    await tell([oneLine(noBase[io.language])]);
    if (!dry && !switchOption(args, 'force') && !(await isAgreed(outcome, io)))
      throw unknownBase(source.path, plan);
  }
  if (!dry) clearBeside(root, [plan.file]);
  if (dry) await io.out(unifiedDiff(text, edited, path, io.stdout.color));
  else if (edited !== text) {
    const before = loaded.workspace.files.read(plan.file);
    await replaceDocument(root, plan.file, typeof before === 'string' ? undefined : before, edited);
  }
  await printLines(outcomeLines(outcome, { path, written: !dry && edited !== text, dry }, io.language), io);
  return outcome.conflicts.length > 0 ? EXIT.findings : EXIT.clean;
}

interface Merged {
  readonly outcome: MergeResult;
  /** Whether the edition that the document was made of was found. */
  readonly known: boolean;
}

async function merge(now: PlanInPlace, theirs: ReadEdition, root: string): Promise<Merged> {
  const then = findEdition(now, root, theirs);
  const ours = await readBack(now, theirs);
  const base = then === undefined || then === now ? ours : await readBack(then, theirs);
  const isBook = theirs.rows.format === 'xlsx';
  return { outcome: mergeDocument(base, ours, theirs, isBook), known: then !== undefined };
}

async function readBack(standing: PlanInPlace, like: ReadEdition): Promise<Edition> {
  const edition = await editionFor(standing, like);
  if (!edition.ok) throw unreadable(edition.problem);
  return edition.value;
}

/** Reads the document, one of an older format by way of LibreOffice. */
async function readEdited(source: SourceFile, args: CommandArguments, io: CommandIo): Promise<ReadEdition> {
  const changes = changesOf(args);
  let read = await readForUpdate(source.bytes, source.name, changes);
  if (!read.ok) {
    const again = await readableSource(source, read.problem.code, io);
    if (again !== source) read = await readForUpdate(again.bytes, again.name, changes);
  }
  if (!read.ok) throw unreadable(read.problem);
  return read.value;
}

function refuseOther(theirs: ReadEdition, plan: Plan): void {
  const made = theirs.rows.properties.get(PLAN_PROPERTY);
  if (made === undefined || made === plan.id) return;
  throw new UsageError(
    {
      ru: `Документ сделан из плана «${made}», а не из «${plan.id}».`,
      en: `The document was made of the plan “${made}”, not of “${plan.id}”.`,
    },
    { ru: `Назовите его: --update ${shellWord(made)}`, en: `Name that one: --update ${shellWord(made)}` },
  );
}

const noBase: Bilingual = {
  ru: 'Из какой редакции плана сделан документ, узнать не удалось ни по нему самому, ни по git: где план и документ расходятся, не видно, кто из них правлен.',
  en: 'The edition the document was made of is told neither by the document nor by git: where plan and document differ it cannot be seen which of them was edited.',
};

/** On a terminal the changes are shown and the question is put before anything is written. */
async function isAgreed(outcome: MergeResult, io: CommandIo): Promise<boolean> {
  if (!canAsk(io)) return false;
  await printLines(outcomeLines(outcome, { path: '', written: false, dry: true }, io.language), io);
  const ru = io.language === 'ru';
  const answer = await io.ask(
    ru ? 'Внести всё, как в документе? [да/нет] ' : 'Take everything as the document has it? [yes/no] ',
  );
  return yesOrNo(answer) === true;
}

const unknownBase = (path: string, plan: Plan): UsageError =>
  new UsageError(
    {
      ru: 'Ничего не записано: правки плана, которых в документе нет, пропали бы.',
      en: 'Nothing was written: edits of the plan that the document lacks would be lost.',
    },
    {
      ru: `Что изменилось бы: roadmap import ${shellPath(path)} --update ${shellWord(plan.id)} --dry-run; внести всё, как в документе: --force`,
      en: `What would change: roadmap import ${shellPath(path)} --update ${shellWord(plan.id)} --dry-run; to take everything as the document has it: --force`,
    },
  );

const unreadable = ({ message, help }: ImportProblem): UsageError => new UsageError(message, help);

const oneOnly = (name: string, count: number): UsageError =>
  new UsageError({
    ru: `Правки вносятся в один план, а «${name}» — это ${count}.`,
    en: `A document’s edits go into one plan, and “${name}” is ${count}.`,
  });
