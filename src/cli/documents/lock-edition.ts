import { check } from '../../check/check.ts';
import type { Finding } from '../../finding/finding.ts';
import { plural } from '../../finding/plural.ts';
import type { Bilingual, Language } from '../../finding/text.ts';
import { actInWords } from '../../history/change-words.ts';
import { diffPlans, isSameEdition } from '../../history/diff.ts';
import { type Edition, editionsOf } from '../../history/editions.ts';
import { signedTextOf } from '../../history/signed-text.ts';
import { loadWorkspace } from '../../model/load.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import { oneLine } from '../../report/safe-text.ts';
import { withTexts } from '../../source/overlay.ts';
import type { CommandIo } from '../command.ts';
import { dayAt } from '../date.ts';
import { replaceDocument } from '../edit-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { languageOf } from '../language.ts';
import { choosePlans, onlyPlan } from '../plan-argument.ts';
import { UsageError } from '../usage-error.ts';
import { pathFrom } from '../workspaces.ts';
import { type Approval, approvalOf, type StatedAct } from './approval.ts';
import { lockFileOf, lockText } from './lock-file.ts';

/**
 * Writes what approves a plan into it, and its text into its lock: nothing unless all of it can be written. What keeps
 * the plan from being locked is printed (exit code 1), unless `force` is on.
 *
 * @param name of the plan, as on a command line
 */
export async function lockEdition(
  name: string,
  stated: StatedAct,
  { force }: { readonly force: boolean },
  io: CommandIo,
): Promise<ExitCode> {
  const { plans, loaded, root } = choosePlans([name], io.cwd);
  const plan = onlyPlan(plans, name);
  const { workspace } = loaded;
  const language = languageOf(io, workspace);
  const today = dayAt(io.now, workspace.config.timezone);
  const editions = editionsOf(plan, workspace);
  refuseDamaged(editions);
  const approval = approvalOf(plan, editions, stated);
  const planText = approval.textOf(textIn(workspace.files.read(plan.file)));
  const after = loadWorkspace(
    withTexts(workspace.files, new Map([[plan.file, planText]])),
    new Set([plan.file]),
  );
  const approved = after.workspace.plans.find(({ file }) => file === plan.file);
  if (!approved) throw new Error('an edit of an approval left no plan');
  refuseSame(editions.at(-1), approved, after.workspace);
  const found = check(after, { asOf: today, today, reports: (one) => one === plan.file }).findings;
  const faults = found.filter(isFault);
  if (faults.length > 0 && !force) {
    await io.err(faultsText(faults, language));
    return EXIT.findings;
  }
  const file = lockFileOf(plan, workspace);
  const before = bytesIn(workspace.files.read(file));
  const text = lockText(approved, after.workspace, approval.act, before);
  // The lock comes last: a run that is stopped in between is finished by the same command.
  await replaceDocument(root, plan.file, bytesIn(workspace.files.read(plan.file)), planText);
  await replaceDocument(root, file, before, text);
  const shown = (path: string): string => oneLine(pathFrom(io.cwd, root, path));
  await io.out(outcome(approved, editions.length + 1, approval, language, shown(plan.file), shown(file)));
  return EXIT.clean;
}

/** Nothing is built on a text that is not the one that was approved. */
function refuseDamaged(editions: readonly Edition[]): void {
  const damaged = editions.find(({ isDamaged }) => isDamaged);
  if (!damaged) return;
  throw new UsageError(
    {
      ru: `Текст редакции ${damaged.number} в «${damaged.file}» правили: новая не закреплена.`,
      en: `The text of edition ${damaged.number} in “${damaged.file}” was edited: no new one was locked.`,
    },
    { ru: 'Верните файл редакций из истории.', en: 'Bring the lock back from the history.' },
  );
}

const bytesIn = (bytes: Uint8Array | string): Uint8Array | undefined =>
  typeof bytes === 'string' ? undefined : bytes;

const textIn = (bytes: Uint8Array | string): string =>
  new TextDecoder().decode(bytesIn(bytes) ?? new Uint8Array());

/** An edition that differs in nothing from the one in force would be approved twice. */
function refuseSame(last: Edition | undefined, plan: Plan, workspace: Workspace): void {
  if (!last?.signed) return;
  if (!isSameEdition(diffPlans(signedTextOf(last.signed), signedTextOf({ plan, workspace })))) return;
  const act = actInWords(last.act);
  throw new UsageError(
    {
      ru: `План не отличается от редакции ${last.number} (${act.ru}): закреплять нечего.`,
      en: `The plan is the same as edition ${last.number} (${act.en}): there is nothing to lock.`,
    },
    {
      ru: 'Внесите в план изменения, которые утвердил новый приказ.',
      en: 'Make the changes in the plan that the new order approved.',
    },
  );
}

/** What keeps a plan from being locked: errors, and an order that lacks something. */
const isFault = ({ rule, severity }: Finding): boolean =>
  rule !== 'changed-after-approval' && (severity === 'error' || rule === 'incomplete-order');

function faultsText(faults: readonly Finding[], language: Language): string {
  const n = faults.length;
  const more = n - MOST_SHOWN;
  const ru = language === 'ru';
  return [
    ru
      ? `Редакция не закреплена: ${n} ${plural(n, ['замечание', 'замечания', 'замечаний'])}.`
      : `The edition was not locked: ${n} ${n === 1 ? 'finding' : 'findings'}.`,
    ...faults
      .slice(0, MOST_SHOWN)
      .map(
        ({ file, line, column, message, rule }) =>
          `  ${oneLine(file)}:${line}:${column}: ${oneLine(message[language])} [${rule}]`,
      ),
    ...(more > 0 ? [ru ? `  … и ещё ${more}` : `  … and ${more} more`] : []),
    ru
      ? 'Исправьте; если подписано именно так, добавьте --force.'
      : 'Mend them; if this is what was signed, add --force.',
    '',
  ].join('\n');
}

const MOST_SHOWN = 10;

function outcome(
  plan: Plan,
  number: number,
  { act, written }: Approval,
  language: Language,
  planFile: string,
  lockFile: string,
): string {
  const words = actInWords(act)[language];
  const n = plan.items.length;
  const id = oneLine(plan.id);
  const lines: Bilingual = {
    ru: [
      `Редакция ${number} плана ${id} закреплена: ${words}.`,
      ...(written.length > 0 ? [`  ${planFile}: записано ${written.join(', ')}`] : []),
      `  ${lockFile}: текст ${n} ${plural(n, ['пункта', 'пунктов', 'пунктов'])}; храните его вместе с планом`,
    ].join('\n'),
    en: [
      `Edition ${number} of the plan ${id} is locked: ${words}.`,
      ...(written.length > 0 ? [`  ${planFile}: wrote ${written.join(', ')}`] : []),
      `  ${lockFile}: the text of ${n} ${n === 1 ? 'item' : 'items'}; keep it with the plan`,
    ].join('\n'),
  };
  return `${lines[language]}\n`;
}
