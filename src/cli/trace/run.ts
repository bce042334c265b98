import type { Language } from '../../finding/text.ts';
import type { Day } from '../../meaning/day.ts';
import type { Plan } from '../../model/plan.ts';
import { oneLine, safeJson } from '../../report/safe-text.ts';
import { nearest } from '../../russian/index.ts';
import { compareParents } from '../../trace/against.ts';
import { rollUpOf } from '../../trace/rollup.ts';
import { type TracedParent, trace } from '../../trace/trace.ts';
import { traceJson } from '../../trace/trace-json.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { dateOption, dayAt } from '../date.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { languageOf } from '../language.ts';
import { listOption, switchOption, textOption } from '../options.ts';
import { suggestion } from '../parse.ts';
import { detailOf, type Look } from '../terminal/trace-detail.ts';
import { UsageError } from '../usage-error.ts';
import { chooseWorkspaces, type LoadedChoice, loadChosen } from '../workspaces.ts';
import { matrixOf } from './matrix.ts';

/** One workspace with what of its trace was asked for. */
interface Traced extends LoadedChoice {
  readonly parents: readonly TracedParent[];
  readonly asOf: Day;
}

/** `roadmap trace [paths…]`. */
export const run: RunCommand = async (args, io) => {
  refuseContradictions(args);
  const stated = textOption(args, 'asOf');
  const asOf = stated === undefined ? undefined : dateOption('--as-of', stated);
  const choices = chooseWorkspaces(args.positionals, io.cwd).map(loadChosen);
  const plans = listOption(args, 'plan');
  refuseUnknownPlans(plans, choices);
  const suggest = switchOption(args, 'suggest');
  const traced = choices.map((choice) => {
    const { workspace } = choice.loaded;
    const day = asOf ?? dayAt(io.now, workspace.config.timezone);
    const wanted = (parent: Plan, child: Plan): boolean =>
      plans.length > 0
        ? plans.includes(child.id) || plans.includes(parent.id)
        : choice.includes(child.file) || choice.includes(parent.file);
    return { ...choice, asOf: day, parents: trace(workspace, { asOf: day, suggest, wanted }) };
  });
  await tellUnread(choices, io);
  const own = { ...io, language: languageOf(io, choices[0]?.loaded.workspace) };
  if (switchOption(args, 'accept')) return accept(traced, own);
  const against = textOption(args, 'against');
  if (against !== undefined) return compare(traced, against, args, own);
  refuseNothing(traced, args);
  if (suggest && switchOption(args, 'write')) return write(traced, switchOption(args, 'yes'), own);
  await show(traced, args, own);
  const failOn = listOption(args, 'failOn');
  const failed = traced.some(({ parents }) =>
    parents.some(({ children }) =>
      children.some(({ obligations }) => obligations.some(({ state }) => failOn.includes(state))),
    ),
  );
  return failed ? EXIT.findings : EXIT.clean;
};

async function show(traced: readonly Traced[], args: CommandArguments, io: CommandIo): Promise<void> {
  const format = textOption(args, 'format') ?? 'pretty';
  const all = traced.flatMap(({ parents, loaded, asOf }) =>
    parents.map((parent) => ({ ...parent, rollUp: rollUpOf(parent, loaded.workspace), asOf })),
  );
  if (format === 'json') return io.out(`${safeJson(traceJson(all))}\n`);
  if (format !== 'pretty') {
    const { csvOf, markdownOf } = await import('./export.ts');
    const pages = (): string =>
      all.map((parent) => markdownOf(parent, parent.rollUp, parent.asOf, io.language)).join('\n');
    return io.out(format === 'csv' ? csvOf(all) : pages());
  }
  const look = lookOf(io);
  if (switchOption(args, 'suggest')) {
    const { suggestionsOf } = await import('./suggest.ts');
    const texts = all.flatMap((parent) => parent.children.map((child) => suggestionsOf(parent, child, look)));
    return io.out(texts.join('\n'));
  }
  const texts = all.map((parent) => {
    const [only, ...others] = parent.children;
    if (only && others.length === 0) return detailOf(parent, only, parent.asOf, look);
    return matrixOf(parent, parent.asOf, look, parent.rollUp);
  });
  await io.out(texts.join('\n'));
}

function lookOf({ stdout, language }: { stdout: CommandIo['stdout']; language: Language }): Look {
  return { language, width: Math.max(60, stdout.width), color: stdout.color, unicode: stdout.unicode };
}

async function accept(traced: readonly Traced[], io: CommandIo): Promise<ExitCode> {
  const { acceptPlans } = await import('./accept.ts');
  refuseNothing(traced, undefined);
  for (const { parents, loaded, root } of traced) {
    const plans = new Set(parents.flatMap(({ children }) => children.map(({ plan }) => plan)));
    const day = dayAt(io.now, loaded.workspace.config.timezone);
    await acceptPlans([...plans], loaded.workspace, root, day, io);
  }
  return EXIT.clean;
}

async function compare(
  traced: readonly Traced[],
  revision: string,
  args: CommandArguments,
  io: CommandIo,
): Promise<ExitCode> {
  const [{ againstJson, againstText }, { loadWorkspace }] = await Promise.all([
    import('./against.ts'),
    import('../../model/load.ts'),
  ]);
  const shifts = traced.flatMap(({ loaded, parents, asOf }) => {
    const files = loaded.workspace.files.at(revision);
    if (!files) throw noRevision(revision);
    const pairs = new Map(
      parents.map(({ plan, children }) => [plan, new Set(children.map((child) => child.plan))]),
    );
    return compareParents(loaded.workspace, loadWorkspace(files).workspace, asOf, pairs);
  });
  const format = textOption(args, 'format') ?? 'pretty';
  if (format === 'json') await io.out(`${safeJson(againstJson(shifts, revision))}\n`);
  else await io.out(againstText(shifts, revision, lookOf(io)));
  return EXIT.clean;
}

async function write(traced: readonly Traced[], sure: boolean, io: CommandIo): Promise<ExitCode> {
  const { chosenOf, proposalLine, proposedLinks, writeLinks } = await import('./write.ts');
  const ru = io.language === 'ru';
  const proposed = traced.flatMap((one) =>
    one.parents.flatMap((parent) =>
      parent.children.flatMap((child) =>
        proposedLinks(parent, child).map((link) => ({ ...link, home: one })),
      ),
    ),
  );
  if (proposed.length === 0) {
    await io.out(ru ? 'Достаточно похожих пунктов нет.\n' : 'No item is alike enough.\n');
    return EXIT.clean;
  }
  await io.out(proposed.map((link, at) => `${proposalLine(link, at, io)}\n`).join(''));
  const question = ru
    ? 'Записать связи? (да — все, номера через пробел — эти, нет) '
    : 'Write the links? (yes — all, numbers with blanks between — these, no) ';
  const chosen = sure ? proposed : chosenOf(await io.ask(question), proposed);
  const files: string[] = [];
  for (const home of traced) {
    const own = chosen.filter((link) => link.home === home);
    if (own.length > 0) files.push(...(await writeLinks(own, home.loaded.workspace, home.root)));
  }
  const said = ru
    ? files.length === 0
      ? 'Ничего не записано.'
      : `Записано связей: ${chosen.length} — ${files.map(oneLine).join(', ')}`
    : files.length === 0
      ? 'Nothing was written.'
      : `Links written: ${chosen.length} — ${files.map(oneLine).join(', ')}`;
  await io.out(`${said}\n`);
  return EXIT.clean;
}

/** A file that could not be read may hold what is told to be missing. */
async function tellUnread(choices: readonly LoadedChoice[], io: CommandIo): Promise<void> {
  const broken = new Set(
    choices.flatMap(({ loaded }) =>
      loaded.problems.filter(({ rule }) => rule === 'syntax' || rule === 'encoding').map(({ at }) => at.file),
    ),
  );
  if (broken.size === 0) return;
  const files = [...broken].sort().map(oneLine).join(', ');
  await io.err(
    io.language === 'ru'
      ? `Прочитано не всё: ${files}. Подробности: roadmap check\n`
      : `Not everything was read: ${files}. For details: roadmap check\n`,
  );
}

function refuseContradictions(args: CommandArguments): void {
  if (switchOption(args, 'write') && !switchOption(args, 'suggest')) {
    throw new UsageError(
      {
        ru: '--write записывает связи, которые находит --suggest.',
        en: '--write writes what --suggest finds.',
      },
      suggestion('roadmap trace --suggest --write'),
    );
  }
  if (switchOption(args, 'yes') && !switchOption(args, 'write')) {
    throw new UsageError({
      ru: '--yes имеет смысл только с --suggest --write.',
      en: '--yes is only of use with --suggest --write.',
    });
  }
}

function refuseUnknownPlans(ids: readonly string[], choices: readonly LoadedChoice[]): void {
  const known = choices.flatMap(({ loaded }) => loaded.workspace.plans.map(({ id }) => id));
  for (const id of ids) {
    if (known.includes(id)) continue;
    throw new UsageError(
      { ru: `--plan: плана «${id}» нет.`, en: `--plan: there is no plan “${id}”.` },
      suggestion(nearest(id, known)),
    );
  }
}

function refuseNothing(traced: readonly Traced[], args: CommandArguments | undefined): void {
  if (traced.some(({ parents }) => parents.length > 0)) return;
  const where = args && args.positionals.length > 0 ? args.positionals.join(', ') : '.';
  throw new UsageError(
    {
      ru: `Сверять нечего: в «${where}» нет плана, который исполнял бы другой план рабочей папки.`,
      en: `Nothing to trace: in “${where}” no plan implements another plan of the workspace.`,
    },
    {
      ru: 'Вышестоящий план называют ключом implements: его id. Оба плана должны лежать в одной рабочей папке.',
      en: 'The parent plan is named by `implements: its id`. Both plans must lie in one workspace.',
    },
  );
}

function noRevision(revision: string): UsageError {
  return new UsageError(
    {
      ru: `--against: ревизии «${revision}» нет.`,
      en: `--against: there is no revision “${revision}”.`,
    },
    {
      ru: 'Нужно имя ветки, метки или коммита git; рабочая папка должна быть хранилищем git.',
      en: 'A branch, tag or commit of git is needed, and the workspace must be a git repository.',
    },
  );
}
