import { answersStatus, type RequestStatus } from '../../collect/answers-status.ts';
import { diskFiles } from '../../io/disk.ts';
import type { Day } from '../../meaning/day.ts';
import { loadWorkspace } from '../../model/load.ts';
import type { Workspace } from '../../model/workspace.ts';
import { oneLine, safeJson } from '../../report/safe-text.ts';
import { nearest } from '../../russian/index.ts';
import {
  type Choice,
  chosenItems,
  executorKeys,
  executorsNamed,
  hasSection,
  stagesNamed,
  stagesOf,
} from '../../status/choose-items.ts';
import { ITEM_STATES, type ItemState } from '../../status/item-state.ts';
import { type RegionStatus, regionsOf } from '../../status/roll-up.ts';
import { shortIndicators } from '../../status/short-indicators.ts';
import { isHistory, type PlanStatus, planStatus } from '../../status/status.ts';
import { statusJson } from '../../status/status-json.ts';
import { atEdition } from '../at-edition.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { dateOption, dayAt } from '../date.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { languageOf } from '../language.ts';
import { listOption, switchOption, textOption } from '../options.ts';
import { suggestion } from '../parse.ts';
import { pathsOfPlans } from '../plan-argument.ts';
import { refuseIncomplete } from '../revision.ts';
import { progressOf, watchedFiles } from '../terminal/progress.ts';
import { UsageError } from '../usage-error.ts';
import { type Chosen, chooseWorkspaces } from '../workspaces.ts';
import { AT_A_GLANCE, planPage } from './plan.ts';
import { regionPage } from './region.ts';

/** What one workspace answered. */
interface Answer {
  readonly workspace: Workspace;
  readonly asOf: Day;
  readonly plans: readonly PlanStatus[];
}

/** `roadmap status [paths…]`. */
export const run: RunCommand = async (args, io) => {
  const choices = chooseWorkspaces(pathsOfPlans(args.positionals, io.cwd), io.cwd);
  const answers = choices.map((choice) => answerOf(choice, args, io));
  const plans = answers.flatMap((answer) => answer.plans);
  refuseNothing(plans, args.positionals);
  if (switchOption(args, 'answers')) return showAnswers(answers, args, io);
  const choice = choiceOf(args);
  refuseUnknown(choice, plans);
  const chosen = plans.map((plan) => chosenItems(plan, choice));
  const language = languageOf(io, answers[0]?.workspace);
  await show(chosen, answers, choice, args, { ...io, language });
  return failed(chosen, answers, listOption(args, 'failOn')) ? EXIT.findings : EXIT.clean;
};

/** `--answers`: how far the requests about these plans are answered. */
async function showAnswers(
  answers: readonly Answer[],
  args: CommandArguments,
  io: CommandIo,
): Promise<ExitCode> {
  const asOf = answers[0]?.asOf ?? 0;
  const requests = answers.flatMap(({ workspace, plans }) =>
    answersStatus(
      plans.map(({ plan }) => plan),
      workspace,
      asOf,
    ),
  );
  const language = languageOf(io, answers[0]?.workspace);
  await io.out(await answersIn(textOption(args, 'format'), requests, asOf, { ...io, language }));
  const failOn = listOption(args, 'failOn');
  const isOverdue = requests.some(({ state }) => state === 'overdue');
  return failOn.includes('overdue') && isOverdue ? EXIT.findings : EXIT.clean;
}

async function answersIn(
  format: string | undefined,
  requests: readonly RequestStatus[],
  asOf: Day,
  io: CommandIo,
): Promise<string> {
  if (format === 'csv' || format === 'markdown') {
    const { answersCsv, answersMarkdown } = await import('./answers-export.ts');
    return format === 'csv'
      ? answersCsv(requests, io.language)
      : answersMarkdown(requests, asOf, io.language);
  }
  const { answersJson, answersPage } = await import('./answers.ts');
  return format === 'json' ? `${safeJson(answersJson(requests, asOf))}\n` : answersPage(requests, asOf, io);
}

function answerOf(choice: Chosen, args: CommandArguments, io: CommandIo): Answer {
  const loaded = loadAt(choice, textOption(args, 'at'), io).workspace;
  const named = loaded.plans.filter(({ file }) => choice.named.has(file));
  const workspace = atEdition(textOption(args, 'edition'), loaded, named);
  const day = (flag: string, name: string): Day | undefined => {
    const text = textOption(args, name);
    return text === undefined ? undefined : dateOption(flag, text);
  };
  const asOf = day('--as-of', 'asOf') ?? dayAt(io.now, workspace.config.timezone);
  const knownAt = day('--known-at', 'knownAt');
  const clock = { asOf, ...(knownAt === undefined ? {} : { knownAt }) };
  const wanted = workspace.plans.filter(
    (plan) =>
      choice.includes(plan.file) || workspace.factsOf(plan.id).some(({ file }) => choice.named.has(file)),
  );
  const progress = progressOf(io, wanted.length, io.language === 'ru' ? 'Исполнение' : 'Status');
  const plans = wanted.map((plan) => {
    progress.step();
    return planStatus(plan, workspace, clock);
  });
  progress.end();
  return { workspace, asOf, plans };
}

/** The workspace as it lies on the disk, or as a revision of git has it, facts included. */
function loadAt(choice: Chosen, revision: string | undefined, io: CommandIo) {
  const disk = diskFiles(choice.root);
  const files = revision === undefined ? disk : disk.at(revision);
  if (!files) {
    throw new UsageError(
      { ru: `--at: ревизии «${revision}» нет.`, en: `--at: there is no revision “${revision}”.` },
      {
        ru: 'Нужно имя ветки, метки или коммита git; рабочая папка должна быть хранилищем git.',
        en: 'A branch, tag or commit of git is needed, and the workspace must be a git repository.',
      },
    );
  }
  if (revision !== undefined) refuseIncomplete(files, revision);
  const watched = watchedFiles(files, io, io.language === 'ru' ? 'Читаю' : 'Reading');
  const loaded = loadWorkspace(watched, choice.named);
  watched.end();
  return loaded;
}

function choiceOf(args: CommandArguments): Choice {
  const executor = textOption(args, 'executor');
  const stage = textOption(args, 'stage');
  const section = textOption(args, 'section');
  return {
    ...(executor === undefined ? {} : { executor }),
    ...(stage === undefined ? {} : { stage }),
    ...(section === undefined ? {} : { section }),
    states: listOption(args, 'state') as readonly ItemState[],
  };
}

async function show(
  plans: readonly PlanStatus[],
  answers: readonly Answer[],
  choice: Choice,
  args: CommandArguments,
  io: CommandIo,
): Promise<void> {
  const asOf = answers[0]?.asOf ?? 0;
  const format = textOption(args, 'format') ?? 'pretty';
  const regions = answers.flatMap(({ workspace }) => {
    const own = plans.filter(({ plan }) => workspace.plans.includes(plan));
    return regionsOf(own, workspace, asOf);
  });
  if (format === 'json') return io.out(`${safeJson(statusJson(plans, asOf, regions))}\n`);
  if (format !== 'pretty') {
    const { statusCsv, statusMarkdown } = await import('./export.ts');
    return io.out(
      format === 'csv' ? statusCsv(plans, io.language) : statusMarkdown(plans, asOf, io.language),
    );
  }
  await io.out(pageOf(plans, regions, asOf, choice, io));
}

function pageOf(
  plans: readonly PlanStatus[],
  regions: readonly RegionStatus[],
  asOf: Day,
  choice: Choice,
  { language, stdout }: CommandIo,
): string {
  const look = { language, width: Math.max(60, stdout.width), color: stdout.color, unicode: stdout.unicode };
  const narrowed = [choice.executor, choice.stage, choice.section].some((one) => one !== undefined);
  const named = choice.states ?? [];
  const open = ITEM_STATES.filter((state) => !state.startsWith('done'));
  const states = named.length > 0 ? named : narrowed ? open : AT_A_GLANCE;
  const partial = named.length > 0;
  const shownPlans = narrowed || partial ? plans.filter(({ items }) => items.length > 0) : plans;
  const [only] = shownPlans;
  if (only && shownPlans.length === 1) return planPage(only, { asOf, states, partial }, look);
  return regionPage(plans, regions, { asOf, states, partial, filtered: narrowed || partial }, look);
}

/** Plans that were closed before the day are history: they fail nothing any more. */
function failed(
  plans: readonly PlanStatus[],
  answers: readonly Answer[],
  failOn: readonly string[],
): boolean {
  const asOf = answers[0]?.asOf ?? 0;
  return plans
    .filter(({ plan }) => !isHistory(plan, asOf))
    .some(({ items }) =>
      items.some(
        (status) =>
          (failOn.includes('overdue') && status.state === 'overdue') ||
          (failOn.includes('unmet') && shortIndicators(status).length > 0),
      ),
    );
}

function refuseNothing(plans: readonly PlanStatus[], paths: readonly string[]): void {
  if (plans.length > 0) return;
  const where = paths.length === 0 ? '.' : paths.join(', ');
  throw new UsageError(
    { ru: `В «${where}» нет ни одного плана.`, en: `There is no plan in “${where}”.` },
    {
      ru: 'План — файл .yaml со строкой «kind: plan». Начать с образца: roadmap init',
      en: 'A plan is a .yaml file with a line `kind: plan`. To begin from a sample: roadmap init',
    },
  );
}

/** A filter that means nothing in any plan is a slip, not an empty answer. */
function refuseUnknown({ executor, stage, section }: Choice, plans: readonly PlanStatus[]): void {
  if (executor !== undefined && plans.every(({ plan }) => executorsNamed(plan, executor).size === 0)) {
    const known = plans.flatMap(({ plan }) => [
      ...plan.executors.keys(),
      ...[...plan.executors.values()].map(({ name }) => name),
      ...plan.items.flatMap(executorKeys),
    ]);
    throw new UsageError(
      {
        ru: `--executor: исполнителя «${executor}» нет ни в одном плане.`,
        en: `--executor: no plan has an executor “${executor}”.`,
      },
      suggestion(nearest(executor, known)),
    );
  }
  if (stage !== undefined && plans.every(({ plan }) => stagesNamed(plan, stage).length === 0)) {
    const titles = [...new Set(plans.flatMap(({ plan }) => stagesOf(plan).map(({ title }) => title)))];
    throw new UsageError(
      { ru: `--stage: этапа «${stage}» нет.`, en: `--stage: there is no stage “${stage}”.` },
      titles.length === 0
        ? { ru: 'В этих планах этапов нет.', en: 'These plans have no stages.' }
        : { ru: `Есть этапы: ${titles.join('; ')}.`, en: `There are: ${titles.join('; ')}.` },
    );
  }
  if (section !== undefined && plans.every(({ plan }) => !hasSection(plan, section))) {
    const titles = plans.flatMap(({ plan }) => plan.sections.map(({ title }) => oneLine(title)));
    throw new UsageError(
      { ru: `--section: раздела «${section}» нет.`, en: `--section: there is no section “${section}”.` },
      suggestion(nearest(section, titles)),
    );
  }
}
