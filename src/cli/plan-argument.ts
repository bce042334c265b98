import { resolve } from 'node:path';
import { shellWord } from '../finding/shell-word.ts';
import { kindOfPath } from '../io/paths.ts';
import type { Loaded } from '../model/load.ts';
import type { Plan } from '../model/plan.ts';
import { nearest } from '../russian/index.ts';
import { isGlob } from '../source/glob.ts';
import { suggestion } from './parse.ts';
import { UsageError } from './usage-error.ts';
import { chooseWorkspaces, type LoadedChoice, loadChosen, pathFrom } from './workspaces.ts';

/** Plans named on a command line, with the one workspace they are in. */
interface ChosenPlans {
  /** Absolute folder of the workspace. */
  readonly root: string;
  readonly loaded: Loaded;
  /** In the order of the workspace, each once. */
  readonly plans: readonly Plan[];
}

/**
 * Finds plans by their ids or paths; a folder stands for all the plans in it. An id is looked for in the workspace of
 * the current folder and in those below it. `load` reads a workspace. Throws `UsageError` for what is no plan, and for plans of different
 * workspaces.
 */
export function choosePlans(names: readonly string[], cwd: string, load = loadChosen): ChosenPlans {
  const paths = names.filter((name) => kindOfPath(resolve(cwd, name)) !== 'missing' || isPath(name));
  const ids = names.filter((name) => !paths.includes(name));
  const byPath = paths.length === 0 ? [] : chooseWorkspaces(paths, cwd).map((chosen) => load(chosen));
  const around = ids.length === 0 ? [] : chooseWorkspaces(['.'], cwd).map((chosen) => load(chosen));
  const found = [
    ...byPath.flatMap((choice) => plansOfPaths(choice, cwd)),
    ...ids.map((id) => planOfId(id, [...byPath, ...around])),
  ];
  const [first] = found;
  if (!first) throw nothingFound(names);
  const other = found.find(({ choice }) => choice.root !== first.choice.root);
  if (other) throw apart(first.plan, other.plan);
  const wanted = new Set(found.map(({ plan }) => plan.file));
  const { root, loaded } = first.choice;
  return { root, loaded, plans: loaded.workspace.plans.filter(({ file }) => wanted.has(file)) };
}

/** The one plan that a command works on. Throws `UsageError` where a path stands for several. */
export function onlyPlan(plans: readonly Plan[], name: string): Plan {
  const [plan, ...others] = plans;
  if (plan && others.length === 0) return plan;
  throw new UsageError(
    { ru: `В «${name}» несколько планов.`, en: `There are several plans in “${name}”.` },
    { ru: 'Назовите один: его id или файл.', en: 'Name one of them: its id or its file.' },
  );
}

/** Paths of a command line with the files of plans for the ids among them. Throws `UsageError` for what is neither. */
export function pathsOfPlans(names: readonly string[], cwd: string): readonly string[] {
  const isId = (name: string): boolean => !isPath(name) && kindOfPath(resolve(cwd, name)) === 'missing';
  if (!names.some(isId)) return names;
  const around = chooseWorkspaces(['.'], cwd).map(loadChosen);
  return names.flatMap((name) => {
    if (!isId(name)) return [name];
    const files = around.flatMap(({ root, loaded }) =>
      loaded.workspace.plans.filter(({ id }) => id === name).map(({ file }) => resolve(root, file)),
    );
    if (files.length === 0) throw noPlan(name, around, { isPathToo: true });
    return files;
  });
}

interface FoundPlan {
  readonly choice: LoadedChoice;
  readonly plan: Plan;
}

const isPath = (name: string): boolean => /[\\/]/.test(name) || /\.ya?ml$/i.test(name) || isGlob(name);

function plansOfPaths(choice: LoadedChoice, cwd: string): FoundPlan[] {
  const { workspace, problems } = choice.loaded;
  const plans = workspace.plans.filter(({ file }) => choice.includes(file));
  for (const file of choice.named) {
    if (plans.some((plan) => plan.file === file)) continue;
    const path = pathFrom(cwd, choice.root, file);
    const broken = problems.some(({ at }) => at.file === file);
    throw new UsageError(
      broken
        ? { ru: `План «${path}» не читается.`, en: `The plan “${path}” cannot be read.` }
        : { ru: `«${path}» — не план.`, en: `“${path}” is not a plan.` },
      broken
        ? {
            ru: `Что в нём не так: roadmap check ${shellWord(path)}`,
            en: `What is wrong with it: roadmap check ${shellWord(path)}`,
          }
        : { ru: 'Нужен файл со строкой «kind: plan».', en: 'A file with the line `kind: plan` is needed.' },
    );
  }
  return plans.map((plan) => ({ choice, plan }));
}

function planOfId(id: string, choices: readonly LoadedChoice[]): FoundPlan {
  const found = choices.flatMap((choice) =>
    choice.loaded.workspace.plans.filter((plan) => plan.id === id).map((plan) => ({ choice, plan })),
  );
  const [first, ...others] = found;
  const second = others.find(
    ({ plan, choice }) => plan.file !== first?.plan.file || choice.root !== first.choice.root,
  );
  if (first && !second) return first;
  if (first && second) {
    throw new UsageError(
      {
        ru: `id «${id}» стоит в двух планах: ${first.plan.file} и ${second.plan.file}.`,
        en: `Two files claim the id “${id}”: ${first.plan.file} and ${second.plan.file}.`,
      },
      { ru: 'Укажите план путём к файлу.', en: 'Name the plan by its path.' },
    );
  }
  throw noPlan(id, choices);
}

/** Neither a plan of that id nor, where one would do, a path: with what may have been meant, and with files it may be in. */
function noPlan(id: string, choices: readonly LoadedChoice[], { isPathToo = false } = {}): UsageError {
  const known = choices.flatMap(({ loaded }) => loaded.workspace.plans.map((plan) => plan.id));
  const unread = unreadFiles(choices);
  const help = suggestion(nearest(id, known)) ?? {
    ru: known.length > 0 ? `Есть планы: ${brief(known)}.` : 'Назовите план его id или путём к файлу.',
    en: known.length > 0 ? `There are: ${brief(known)}.` : 'Name a plan by its id or its path.',
  };
  return new UsageError(
    isPathToo
      ? { ru: `Ни плана, ни пути «${id}» нет.`, en: `There is neither a plan nor a path “${id}”.` }
      : { ru: `Плана «${id}» нет.`, en: `There is no plan “${id}”.` },
    unread.length === 0
      ? help
      : {
          ru: `${help.ru} Не читаются файлы: ${brief(unread)}; что в них не так: roadmap check`,
          en: `${help.en} Files that cannot be read: ${brief(unread)}; what is wrong with them: roadmap check`,
        },
  );
}

/** Files that no document was made of. */
const unreadFiles = (choices: readonly LoadedChoice[]): readonly string[] =>
  choices.flatMap(({ loaded }) => {
    const read = new Set(
      loaded.workspace.documents.flatMap(({ file, value }) => (value === undefined ? [] : [file])),
    );
    return [...new Set(loaded.problems.map(({ at }) => at.file))].filter((file) => !read.has(file));
  });

const MANY = 10;

function brief(ids: readonly string[]): string {
  const shown = [...new Set(ids)].slice(0, MANY).join(', ');
  return ids.length > MANY ? `${shown}, …` : shown;
}

const nothingFound = (names: readonly string[]): UsageError =>
  new UsageError(
    { ru: `В «${names.join(', ')}» нет ни одного плана.`, en: `There is no plan in “${names.join(', ')}”.` },
    {
      ru: 'План — файл .yaml со строкой «kind: plan».',
      en: 'A plan is a .yaml file with a line `kind: plan`.',
    },
  );

const apart = (one: Plan, other: Plan): UsageError =>
  new UsageError({
    ru: `Планы «${one.id}» и «${other.id}» лежат в разных рабочих папках.`,
    en: `The plans “${one.id}” and “${other.id}” stand in different workspaces.`,
  });
