import type { Answer } from '../../collect/answer.ts';
import { answerReader } from '../../collect/collect.ts';
import { settled } from '../../collect/settled.ts';
import { readAnswer } from '../../import/answer.ts';
import type { Plan } from '../../model/plan.ts';
import { oneLine, safeJson } from '../../report/safe-text.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { dayAt } from '../date.ts';
import { readableSource, readSourceFile } from '../documents/source.ts';
import { EXIT } from '../exit-code.ts';
import { languageOf } from '../language.ts';
import { keepMemoryLow } from '../low-memory.ts';
import { switchOption, textOption } from '../options.ts';
import { choosePlans, onlyPlan } from '../plan-argument.ts';
import { progressOf } from '../terminal/progress.ts';
import { isUsageError, UsageError } from '../usage-error.ts';
import { chooseWorkspaces, type LoadedChoice, loadChosen } from '../workspaces.ts';
import { evidenceFiles } from './evidence.ts';
import { answerFiles, unreadFiles } from './files.ts';
import { collectJson } from './json.ts';
import { collectReport } from './report.ts';
import { recordAnswers, writeNewFacts } from './write.ts';

/** `roadmap collect FILES…`. */
export const run: RunCommand = async (args, io) => {
  const files = answerFiles(args.positionals, io.cwd);
  const { root, loaded, plan } = chosen(args, io);
  const { workspace } = loaded;
  const today = dayAt(io.now, workspace.config.timezone);
  const by = textOption(args, 'by');
  const folder = textOption(args, 'evidenceDir');
  const evidence = folder === undefined ? undefined : evidenceFiles(folder, root, io.cwd);
  const read = answerReader(workspace, {
    today,
    ...(evidence === undefined ? {} : { evidenceFor: evidence.nameFor }),
    ...(plan === undefined ? {} : { plan }),
    ...(by === undefined ? {} : { by }),
  });
  const language = languageOf(io, workspace);
  const progress = progressOf(io, files.length, language === 'ru' ? 'Ответы' : 'Answers');
  const answers: Answer[] = [];
  keepMemoryLow(files.length * LINES_OF_FILE);
  for (const file of files) {
    answers.push(detached(await answerIn(file, read, io)));
    progress.step();
  }
  progress.end();
  const collected = settled(answers);
  const isWriting = switchOption(args, 'write');
  const recording = { root, workspace, today };
  if (isWriting)
    evidence?.copy(collected.flatMap(({ lines }) => lines.flatMap(({ fact }) => fact?.evidence ?? [])));
  const written = isWriting ? await writeNewFacts(collected, recording) : [];
  const requests = isWriting ? await recordAnswers(collected, recording) : [];
  const outcome = { answers: collected, today, isWriting, written, requests };
  const unread = unreadFiles(args.positionals, io.cwd, folder);
  if (unread.length > 0) {
    const why = language === 'ru' ? 'Не прочитано, это не .xlsx и не .docx' : 'Not read, no .xlsx or .docx';
    await io.err(`${oneLine(`${why}: ${unread.join(', ')}`)}\n`);
  }
  for (const { ru, en } of evidence?.refusals() ?? [])
    await io.err(`${oneLine(language === 'ru' ? ru : en)}\n`);
  if (textOption(args, 'format') === 'json') await io.out(`${safeJson(collectJson(outcome, language))}\n`);
  else await io.out(collectReport(outcome, { ...io, language }));
  return hasErrors(collected) ? EXIT.findings : EXIT.clean;
};

function chosen(args: CommandArguments, io: CommandIo): LoadedChoice & { readonly plan?: Plan } {
  const name = textOption(args, 'plan');
  if (name !== undefined) {
    const { plans, root, loaded } = choosePlans([name], io.cwd);
    return { root, loaded, named: new Set(), includes: () => true, plan: onlyPlan(plans, name) };
  }
  const choices = chooseWorkspaces(['.'], io.cwd).map(loadChosen);
  const found = choices.filter(({ loaded }) => loaded.workspace.plans.length > 0);
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  throw new UsageError(
    only
      ? {
          ru: 'Здесь несколько рабочих папок с планами.',
          en: 'There are several workspaces with plans here.',
        }
      : {
          ru: 'Планов здесь нет: не с чем сверить ответы.',
          en: 'There are no plans here to compare the answers with.',
        },
    {
      ru: 'Запустите команду в папке с планами или назовите план: --plan',
      en: 'Run the command in the folder of the plans, or name a plan: --plan',
    },
  );
}

/** About so many lines a form has. */
const LINES_OF_FILE = 40;

/** The same answer in texts of its own: pieces of a text that was read keep all of it in memory. */
const detached = ({ lines, ...answer }: Answer): Answer => ({
  ...structuredClone(answer),
  lines: lines.map(({ plan, item, recorded, ...line }) => ({
    ...structuredClone(line),
    ...(plan && { plan }),
    ...(item && { item }),
    ...(recorded && { recorded }),
  })),
});

type ReadAnswer = ReturnType<typeof answerReader>;

/** Reads one file; one that cannot be read is an answer with a finding, and the others are still read. */
async function answerIn(file: string, read: ReadAnswer, io: CommandIo): Promise<Answer> {
  try {
    const source = readSourceFile(file, io.cwd);
    let result = await readAnswer(source.bytes, source.name, file);
    if (!result.ok) {
      const again = await readableSource(source, result.problem.code, io);
      if (again !== source) result = await readAnswer(again.bytes, again.name, file, source.bytes);
    }
    if (!result.ok) return unreadable(file, result.problem.message);
    const { document, problems } = result.value;
    const answer = read(document);
    return {
      ...answer,
      findings: [
        ...answer.findings,
        ...problems.map(({ message }) => ({
          code: 'not-readable' as const,
          severity: 'warning' as const,
          place: {},
          message,
        })),
      ],
    };
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return unreadable(file, error.text);
  }
}

const unreadable = (file: string, message: Answer['findings'][number]['message']): Answer => ({
  file,
  digest: '',
  forms: [],
  lines: [],
  empty: [],
  findings: [{ code: 'not-readable', severity: 'error', place: {}, message }],
});

const hasErrors = (answers: readonly Answer[]): boolean =>
  answers.some(({ findings, lines }) =>
    [...findings, ...lines.flatMap((line) => line.findings)].some(({ severity }) => severity === 'error'),
  );
