import type { Bilingual, Language } from '../../finding/text.ts';
import { type NamedAct, type ReadAmendment, readAmendment } from '../../history/amendment/read.ts';
import { diffPlans } from '../../history/diff.ts';
import { editionsOf } from '../../history/editions.ts';
import { signedTextOf } from '../../history/signed-text.ts';
import { type AppliedAmendment, applyAmendment } from '../../import/amendment/apply.ts';
import { type OrderText, readOrder } from '../../import/amendment/order.ts';
import { parseDay } from '../../meaning/day.ts';
import { normaliseNumber } from '../../model/identity.ts';
import type { Plan } from '../../model/plan.ts';
import { asMap, asText } from '../../model/raw.ts';
import type { Workspace } from '../../model/workspace.ts';
import { oneLine } from '../../report/safe-text.ts';
import { styleOf } from '../../report/style.ts';
import { PLAN_PROPERTY } from '../../view/marks.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { problemLines } from '../documents/document-lines.ts';
import { readableSource, readSourceFile, type SourceFile } from '../documents/source.ts';
import { wholeAnnexEdits } from '../documents/whole-annex.ts';
import { editableText, replaceDocument } from '../edit-file.ts';
import { EXIT } from '../exit-code.ts';
import { languageOf } from '../language.ts';
import { switchOption, textOption } from '../options.ts';
import { choosePlans, onlyPlan } from '../plan-argument.ts';
import { entriesOf, verdictOfDiff } from '../terminal/diff-entries.ts';
import { entryLines } from '../terminal/diff-lines.ts';
import { fitted } from '../terminal/fitted.ts';
import { UsageError } from '../usage-error.ts';
import { pathFrom } from '../workspaces.ts';

/** `roadmap amend PLAN ORDER.docx [--write]`. */
export const run: RunCommand = async (args, io) => {
  const [name = '', file = ''] = args.positionals;
  const { plans, loaded, root } = choosePlans([name], io.cwd);
  const plan = onlyPlan(plans, name);
  const { workspace } = loaded;
  const language = languageOf(io, workspace);
  const text = editableText(plan, workspace);
  const { order, source } = await orderIn(readSourceFile(file, io.cwd), plan, args, io);
  for (const line of problemLines(order.problems, language)) await io.err(`${line}\n`);
  refuseOther(order, plan);
  const read = readAmendment(order.blocks);
  refuseOtherAct(read, plan, workspace);

  const applied = await applyAmendment({ plan, workspace }, text, read.clauses, {
    isOwn: order.isOwn,
    act: actThatExcludes(read.itself, plan),
    wholeAnnex: (now) => wholeAnnexEdits(now, { bytes: source.bytes, name: source.name, ...order }),
  });
  const isWhole = isCarriedOut(read, applied);
  const isWritten = isWhole && switchOption(args, 'write') && applied.text !== text;
  if (isWritten) {
    const before = workspace.files.read(plan.file);
    await replaceDocument(root, plan.file, typeof before === 'string' ? undefined : before, applied.text);
  }
  await io.out(shown({ plan, workspace }, applied, io, language));
  const path = oneLine(pathFrom(io.cwd, root, plan.file));
  await io.out(
    leftLines(read, applied, language) +
      outcome(path, isWhole, isWritten, switchOption(args, 'write'), language),
  );
  return isWhole ? EXIT.clean : EXIT.findings;
};

/** Whether nothing of the order was left, and it said something at all. */
const isCarriedOut = (read: ReadAmendment, applied: AppliedAmendment): boolean =>
  read.clauses.length > 0 &&
  read.unread.length === 0 &&
  applied.clauses.every(({ refused }) => refused === undefined);

async function orderIn(
  source: SourceFile,
  plan: Plan,
  args: CommandArguments,
  io: CommandIo,
): Promise<{ order: OrderText; source: SourceFile }> {
  const changes = textOption(args, 'changes') === 'reject' ? 'reject' : 'accept';
  const read = await readOrder(source.bytes, source.name, plan, changes);
  if (read.ok) return { order: read.value, source };
  const other = await readableSource(source, read.problem.code, io);
  const again = other === source ? read : await readOrder(other.bytes, other.name, plan, changes);
  if (!again.ok) throw new UsageError(again.problem.message, again.problem.help);
  return { order: again.value, source: other };
}

function refuseOther({ properties }: OrderText, plan: Plan): void {
  const made = properties.get(PLAN_PROPERTY);
  if (made === undefined || made === plan.id) return;
  throw new UsageError({
    ru: `Приказ выведен для плана «${made}», а не для «${plan.id}».`,
    en: `The order was rendered for the plan “${made}”, not for “${plan.id}”.`,
  });
}

/** An order that names another act amends another plan. */
function refuseOtherAct({ amends }: ReadAmendment, plan: Plan, workspace: Workspace): void {
  if (!amends) return;
  const order = asMap(plan.source.order) ?? asMap(plan.source.stamp);
  const [first] = editionsOf(plan, workspace);
  const number = first?.act.number ?? asText(order?.number);
  const date = first?.act.date ?? asText(order?.date);
  const days = [amends.date, date].map((text) => (text === undefined ? undefined : parseDay(text)));
  const isOtherNumber = number !== undefined && normaliseNumber(number) !== normaliseNumber(amends.number);
  const isOtherDay = days[0] !== undefined && days[1] !== undefined && days[0] !== days[1];
  if (!isOtherNumber && !isOtherDay) return;
  throw new UsageError(
    {
      ru: `Приказ вносит изменения в акт от ${amends.date} № ${amends.number}, а план «${plan.id}» утверждён другим: от ${date ?? '…'} № ${number ?? '…'}.`,
      en: `The order amends the act of ${amends.date} № ${amends.number}, and another one approved the plan “${plan.id}”: of ${date ?? '…'} № ${number ?? '…'}.`,
    },
    {
      ru: 'Назовите план, который он меняет; изменения вносят в первоначальный приказ, а не в приказ об изменениях.',
      en: 'Name the plan that it amends; the original act is amended, not one that amended it.',
    },
  );
}

/** What stands in the plan for an item that was taken out. */
function actThatExcludes(itself: NamedAct | undefined, plan: Plan): string {
  const type = asText(asMap(plan.source.order)?.type) ?? 'приказ';
  return itself ? `${type} от ${itself.date} № ${itself.number}` : `${type} о внесении изменений`;
}

/** What the order changes, as `diff` shows it. */
function shown(
  before: { plan: Plan; workspace: Workspace },
  { after }: AppliedAmendment,
  io: CommandIo,
  language: Language,
): string {
  const entries = entriesOf(diffPlans(signedTextOf(before), signedTextOf(after)));
  const width = Math.max(60, io.stdout.width);
  const style = styleOf({ color: io.stdout.color, ascii: !io.stdout.unicode });
  const lines = [
    ...entries.flatMap((entry) => entryLines(entry, width, style, { ...io, language })),
    ...(entries.length > 0 ? [''] : []),
    style.bold(verdictOfDiff(entries)[language]),
  ];
  return `${fitted(lines.join('\n'), width)}\n`;
}

function leftLines(
  { unread, clauses }: ReadAmendment,
  applied: AppliedAmendment,
  language: Language,
): string {
  const ru = language === 'ru';
  const refused = applied.clauses.flatMap((one) => (one.refused ? [{ ...one, why: one.refused }] : []));
  const place = (at: number): string => (ru ? `абзац ${at}` : `paragraph ${at}`);
  const lines = [
    ...(clauses.length === 0 && unread.length === 0
      ? [ru ? 'Изменений плана в документе не нашлось.' : 'The document amends nothing that could be found.']
      : []),
    ...(refused.length > 0 ? ['', ru ? 'Не внесено:' : 'Not carried out:'] : []),
    ...refused.map(
      ({ at, words, why }) => `  ${place(at)}: ${oneLine(words)}\n    ${oneLine(why[language])}`,
    ),
    ...(unread.length > 0 ? ['', ru ? 'Не понято:' : 'Not understood:'] : []),
    ...unread.map(({ at, words }) => `  ${place(at)}: ${oneLine(words)}`),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function outcome(
  path: string,
  isWhole: boolean,
  isWritten: boolean,
  isAsked: boolean,
  language: Language,
): string {
  const words: Bilingual = isWritten
    ? { ru: `Записано: ${path}`, en: `Written: ${path}` }
    : isWhole
      ? isAsked
        ? { ru: `${path} уже такой и есть.`, en: `${path} says so already.` }
        : { ru: 'Внести в план: --write', en: 'To write it into the plan: --write' }
      : {
          ru: `Ничего не записано: внесите остальное в ${path} сами или исправьте приказ.`,
          en: `Nothing was written: carry the rest over to ${path} by hand, or mend the order.`,
        };
  return `\n${words[language]}\n`;
}
