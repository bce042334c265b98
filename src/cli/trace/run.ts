import type { Language } from '../../finding/text.ts';
import type { Day } from '../../meaning/day.ts';
import type { Plan } from '../../model/plan.ts';
import { oneLine, safeJson } from '../../report/safe-text.ts';
import { nearest } from '../../russian/index.ts';
import { compareParents } from '../../trace/against.ts';
import { rollUpOf } from '../../trace/rollup.ts';
import { type TracedParent, trace } from '../../trace/trace.ts';
import { traceJson } from '../../trace/trace-json.ts';
import { atEdition } from '../at-edition.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { dateOption, dayAt } from '../date.ts';
import { clearBeside } from '../edit-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { languageOf } from '../language.ts';
import { listOption, switchOption, textOption } from '../options.ts';
import { suggestion } from '../parse.ts';
import { pathsOfPlans } from '../plan-argument.ts';
import { refuseIncomplete } from '../revision.ts';
import { fitted } from '../terminal/fitted.ts';
import { detailOf, type TerminalLook } from '../terminal/trace-detail.ts';
import { UsageError } from '../usage-error.ts';
import { chooseWorkspaces, type LoadedChoice, loadChosen } from '../workspaces.ts';
import { chosenOf } from './chosen.ts';
import { matrixText } from './matrix.ts';

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
  const choices = chooseWorkspaces(pathsOfPlans(args.positionals, io.cwd), io.cwd).map(
    (chosen): LoadedChoice => {
      const { loaded, ...choice } = loadChosen(chosen);
      const named = loaded.workspace.plans.filter(({ file }) => choice.named.has(file));
      const workspace = atEdition(textOption(args, 'edition'), loaded.workspace, named);
      return { ...choice, loaded: { ...loaded, workspace } };
    },
  );
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
  await reportUnread(choices, io);
  const own = { ...io, language: languageOf(io, choices[0]?.loaded.workspace) };
  if (switchOption(args, 'accept') || switchOption(args, 'write')) {
    for (const { root, loaded } of choices)
      clearBeside(
        root,
        loaded.workspace.documents.map(({ file }) => file),
      );
  }
  if (switchOption(args, 'accept')) return accept(traced, plans, switchOption(args, 'yes'), own);
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
    return io.out(format === 'csv' ? csvOf(all, io.language) : pages());
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
    return matrixText(parent, parent.asOf, look, parent.rollUp);
  });
  await io.out(fitted(texts.join('\n'), look.width));
}

function lookOf({ stdout, language }: { stdout: CommandIo['stdout']; language: Language }): TerminalLook {
  return { language, width: Math.max(60, stdout.width), color: stdout.color, unicode: stdout.unicode };
}

async function accept(
  traced: readonly Traced[],
  named: readonly string[],
  sure: boolean,
  io: CommandIo,
): Promise<ExitCode> {
  const { acceptances, proposalOf, resultOf, writeAcceptances } = await import('./accept.ts');
  refuseNothing(traced, undefined);
  const all = traced.flatMap(({ parents, loaded, root }) => {
    const plans = new Set(parents.flatMap(({ children }) => children.map(({ plan }) => plan)));
    // A parent that is named stands for all plans that implement it; a plan that implements another, for itself.
    const own = [...plans].filter(({ id }) => named.includes(id));
    const day = dayAt(io.now, loaded.workspace.config.timezone);
    return acceptances(own.length > 0 ? own : [...plans], loaded.workspace, root, day);
  });
  const fresh = all.filter(({ differs }) => differs);
  if (fresh.length > 0) {
    await io.out(fresh.map((one) => proposalOf(one, io)).join(''));
    const question =
      io.language === 'ru'
        ? 'Подтвердить, что эти связи сверены с нынешним текстом поручений? (да, нет) '
        : 'Confirm that these links were compared with the obligations as they are now? (yes, no) ';
    const answer = sure ? 'yes' : await answerTo(question, io);
    if (answer === undefined) return EXIT.usage;
    if (chosenOf(answer, fresh).length < fresh.length) {
      await io.out(io.language === 'ru' ? 'Ничего не записано.\n' : 'Nothing was written.\n');
      return EXIT.clean;
    }
    await writeAcceptances(fresh);
  }
  await io.out(all.map((one) => resultOf(one, io)).join(''));
  return EXIT.clean;
}

/** What somebody at the terminal answers; undefined, with a word on the way out, where nobody is there. */
async function answerTo(question: string, io: CommandIo): Promise<string | undefined> {
  if (io.answers === true) return io.ask(question);
  await io.err(
    io.language === 'ru'
      ? 'Ничего не записано: спросить некого. Чтобы записать без вопроса, добавьте --yes.\n'
      : 'Nothing was written: there is nobody to ask. To write without a question, add --yes.\n',
  );
  return undefined;
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
    refuseIncomplete(files, revision);
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
  const { doubtfulLine, doubtfulLinks, proposalLine, proposedLinks, writeLinks } = await import('./write.ts');
  const ru = io.language === 'ru';
  const proposed = traced.flatMap((one) =>
    one.parents.flatMap((parent) =>
      parent.children.flatMap((child) =>
        proposedLinks(parent, child).map((link) => ({ ...link, home: one })),
      ),
    ),
  );
  const doubtful = traced.flatMap(({ parents }) =>
    parents.flatMap((parent) => parent.children.flatMap((child) => doubtfulLinks(parent, child))),
  );
  if (doubtful.length > 0) {
    const heading = ru
      ? 'Похожи, но не бесспорно — решите сами и впишите implements:'
      : 'Alike, but not beyond doubt — decide yourself and write implements:';
    await io.out(`${heading}\n${doubtful.map((link) => `${doubtfulLine(link, io)}\n`).join('')}\n`);
  }
  if (proposed.length === 0) {
    await io.out(
      ru ? 'Бесспорных связей нет, ничего не записано.\n' : 'No link is beyond doubt; nothing was written.\n',
    );
    return EXIT.clean;
  }
  await io.out(proposed.map((link, at) => `${proposalLine(link, at, io)}\n`).join(''));
  const question = ru
    ? 'Записать связи? (да — все, номера через пробел — эти, нет) '
    : 'Write the links? (yes — all, numbers with blanks between — these, no) ';
  const answer = sure ? 'yes' : await answerTo(question, io);
  if (answer === undefined) return EXIT.usage;
  const chosen = chosenOf(answer, proposed);
  const files: string[] = [];
  for (const home of traced) {
    const own = chosen.filter((link) => link.home === home);
    if (own.length > 0) files.push(...(await writeLinks(own, home.loaded.workspace, home.root)));
  }
  const summary = ru
    ? files.length === 0
      ? 'Ничего не записано.'
      : `Записано связей: ${chosen.length} — ${files.map(oneLine).join(', ')}`
    : files.length === 0
      ? 'Nothing was written.'
      : `Links written: ${chosen.length} — ${files.map(oneLine).join(', ')}`;
  await io.out(`${summary}\n`);
  return EXIT.clean;
}

/** A file that could not be read may contain what is reported as missing. */
async function reportUnread(choices: readonly LoadedChoice[], io: CommandIo): Promise<void> {
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
  if (switchOption(args, 'yes') && !switchOption(args, 'write') && !switchOption(args, 'accept')) {
    throw new UsageError({
      ru: '--yes имеет смысл только с --suggest --write и с --accept.',
      en: '--yes is only of use with --suggest --write and with --accept.',
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
