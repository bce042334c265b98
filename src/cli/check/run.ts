import { resolve } from 'node:path';
import { answersOf, type CheckOptions, recheck } from '../../check/check.ts';
import { narrow } from '../../check/narrow.ts';
import type { Finding, Severity } from '../../finding/finding.ts';
import { atLeast } from '../../finding/order.ts';
import type { CheckReport } from '../../finding/report.ts';
import { repositoryOf } from '../../io/disk.ts';
import { keptFiles } from '../../io/kept.ts';
import type { DocumentSet } from '../../model/document-set.ts';
import { readSet } from '../../model/read-set.ts';
import { BETWEEN_FINDINGS } from '../../report/json.ts';
import { CONFIG_FILE, type Files } from '../../source/files.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { dayAt } from '../date.ts';
import { EXIT } from '../exit-code.ts';
import { languageOf } from '../language.ts';
import { listOption, switchOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { type Chosen, chooseWorkspaces, pathFrom } from '../workspaces.ts';
import { answer, type CheckFiles } from './answer.ts';
import { type ReportTarget, targetsOf } from './formats.ts';
import { joinReports } from './join-reports.ts';
import type { Memory, Printed } from './memory.ts';
import { asOfOption, rulesOf } from './narrowing.ts';
import type { PrintedFile } from './printed.ts';
import { sinceRevision } from './since.ts';
import { folderIn, writeReports } from './write-report.ts';

/** `roadmap check [paths…]`. */
export const run: RunCommand = async (args, io) => {
  const check = checkAs(args);
  if (switchOption(args, 'fix')) return (await import('./fix.ts')).fixFiles(args, io, check);
  if (switchOption(args, 'dryRun')) throw DRY_RUN_OF_NOTHING;
  if (switchOption(args, 'watch')) return (await import('./watch.ts')).watchFiles(args, io, check);
  return answer(args, io, check);
};

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

const DRY_RUN_OF_NOTHING = new UsageError({
  ru: '--dry-run имеет смысл только с --fix.',
  en: '--dry-run is only of use with --fix.',
});

/** The check that a command line asks for. */
export const checkAs =
  (args: CommandArguments): CheckFiles =>
  async (io, filesOf, memory) => {
    const { positionals, options } = args;
    const targets = targetsOf((options.format as string[] | undefined) ?? [], io.env);
    const threshold = (options.failOn as Severity | undefined) ?? 'error';
    const asOf = asOfOption(args);
    const max = options.max === undefined ? undefined : wholeNumber('--max', String(options.max));
    const wanted = rulesOf(listOption(args, 'rule'));
    const choices = chooseWorkspaces(positionals, io.cwd).map((chosen) =>
      openChoice(chosen, keptFiles(filesOf(chosen.root)), memory),
    );
    refuseNothing(choices, positionals);
    refuseDocuments(choices, targets, io.cwd);
    const revision = textOption(args, 'since');
    // `--since` distinguishes equal findings by their lines.
    const withoutFrames = revision === undefined && !targets.some(({ format }) => format === 'pretty');
    const language = languageOf(io, choices[0]?.documents);
    const [first] = choices;
    const single = choices.length === 1 ? first : undefined;
    const repository = checkoutOf(first!.root, io) ?? single?.root ?? io.cwd;
    const base = single?.root ?? repository;
    const zones = choices.map(({ documents }) => documents.config.timezone ?? null);
    const [target] = targets;
    if (
      single &&
      revision === undefined &&
      targets.length === 1 &&
      target?.format === 'json' &&
      !target.file
    ) {
      const today = dayAt(io.now, single.documents.config.timezone);
      const when = { asOf: asOf ?? today, today, reports: single.includes, withoutFrames };
      const { printJson, textsIn } = await import('./print-json.ts');
      const as = JSON.stringify([language, wanted && [...wanted].sort()]);
      const answers = single.print(when, { as, separator: BETWEEN_FINDINGS }, textsIn(language, wanted));
      const counts = await printJson(single.documents, when, answers, folderIn(repository, base), io);
      const grave = SEVERITIES.some((one) => counts[one] > 0 && atLeast(one, threshold));
      return { exit: grave ? EXIT.findings : EXIT.clean, zones };
    }
    const reports = choices.map((choice) => {
      const today = dayAt(io.now, choice.documents.config.timezone);
      const when = { asOf: asOf ?? today, today };
      const report = choice.check({ ...when, reports: choice.includes, withoutFrames });
      return {
        root: choice.root,
        report: revision === undefined ? report : sinceRevision(report, choice, revision, when),
      };
    });
    const whole = joinReports(reports, base);
    const report =
      wanted === undefined
        ? whole
        : narrow(
            whole,
            whole.findings.filter(({ rule }) => wanted.has(rule)),
          );
    const quiet = switchOption(args, 'quiet');
    await writeReports(
      report,
      targets,
      {
        language,
        max,
        base,
        repository,
        documents: choices.flatMap(({ root, documents, includes }) =>
          filesIn(documents)
            .filter(includes)
            .map((file) => pathFrom(base, root, file)),
        ),
        quiet,
        threshold,
        stats: switchOption(args, 'stats'),
        unfolded: wanted !== undefined,
      },
      io,
    );
    const grave = report.findings.some((finding) => atLeast(finding.severity, threshold));
    return { exit: grave ? EXIT.findings : EXIT.clean, zones };
  };

/** A workspace to check, with its documents. */
interface OpenChoice extends Chosen {
  readonly documents: DocumentSet;
  check(options: CheckOptions): CheckReport;
  /** The same, of which only the texts of the findings are kept. */
  print(options: CheckOptions, how: Omit<Printed, 'answers'>, keep: KeepTexts): Printed['answers'];
}

type KeepTexts = (findings: readonly Finding[]) => readonly PrintedFile[];

/** Of a workspace that was checked before only what has changed is judged, and what depends on it. */
function openChoice(chosen: Chosen, files: Files, memory: Memory | undefined): OpenChoice {
  const before = memory?.recall(chosen.root);
  const { documents, known } = readSet(files, chosen.named, memory && (before?.known ?? new Map()));
  return {
    ...chosen,
    documents,
    check(options) {
      const { report, answers } = recheck(documents, options, before?.answers);
      memory?.remember(chosen.root, { known, answers });
      return report;
    },
    print(options, how, keep) {
      const same = before?.printed?.as === how.as ? before.printed.answers : undefined;
      const answers = answersOf(documents, options, keep, same);
      memory?.remember(chosen.root, { known, printed: { ...how, answers } });
      return answers;
    },
  };
}

/** The files of all documents, the config among them. */
const filesIn = ({ files, outlines }: DocumentSet): readonly string[] => [
  ...(files.exists(CONFIG_FILE) ? [CONFIG_FILE] : []),
  ...outlines.map(({ file }) => file),
];

/** The repository that a folder is in. A CI job's checkout is it also for what lies in a submodule, or without git. */
function checkoutOf(folder: string, { env }: CommandIo): string | undefined {
  const checkout = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR || undefined;
  const found = repositoryOf(folder);
  return checkout !== undefined && (found === undefined || repositoryOf(checkout) === resolve(checkout))
    ? checkout
    : found;
}

/** No document found is an error, never a green run. */
function refuseNothing(choices: readonly OpenChoice[], paths: readonly string[]): void {
  const some = choices.some(({ documents, includes }) =>
    [...filesIn(documents), ...documents.problems.keys()].some(
      (file) => includes(file) && file !== CONFIG_FILE,
    ),
  );
  if (some) return;
  const where = paths.length === 0 ? '.' : paths.join(', ');
  throw new UsageError(
    {
      ru: `Проверять нечего: в «${where}» нет ни одного документа.`,
      en: `Nothing to check: no document in “${where}”.`,
    },
    {
      ru: 'Документ — файл .yaml со строкой «kind: plan» (или facts, registry). Начать с образца: roadmap init',
      en: 'A document is a .yaml file with a line `kind: plan` (or facts, registry). To begin from a sample: roadmap init',
    },
  );
}

/** A report never takes the place of a document. */
function refuseDocuments(
  choices: readonly OpenChoice[],
  targets: readonly ReportTarget[],
  cwd: string,
): void {
  for (const { file } of targets) {
    if (file === undefined) continue;
    const full = resolve(cwd, file);
    const taken = choices.some(({ root, documents }) =>
      filesIn(documents).some((document) => resolve(root, document) === full),
    );
    if (!taken) continue;
    throw new UsageError(
      {
        ru: `Отчёт не записан: «${file}» — документ, который проверяется.`,
        en: `The report was not written: “${file}” is a document being checked.`,
      },
      { ru: 'Назовите другой файл.', en: 'Name another file.' },
    );
  }
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new UsageError({
    ru: `${flag}: «${text}» — не целое число больше нуля.`,
    en: `${flag}: “${text}” is not a whole number above zero.`,
  });
}
