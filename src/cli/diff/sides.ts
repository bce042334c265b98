import { basename, extname, resolve } from 'node:path';
import type { Bilingual } from '../../finding/text.ts';
import { actInWords } from '../../history/change-words.ts';
import { editionsOf, workspaceWith } from '../../history/editions.ts';
import type { PlanInPlace } from '../../history/kept.ts';
import { kindOfPath } from '../../io/paths.ts';
import { loadWorkspace } from '../../model/load.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import { nearest } from '../../russian/index.ts';
import { memoryFiles } from '../../source/memory-files.ts';
import type { CommandIo } from '../command.ts';
import { importSource, readSourceFile } from '../documents/source.ts';
import { suggestion } from '../parse.ts';
import { choosePlans, onlyPlan } from '../plan-argument.ts';
import { refuseIncomplete } from '../revision.ts';
import { UsageError } from '../usage-error.ts';
import { chooseWorkspaces, type LoadedChoice, loadChosen } from '../workspaces.ts';

/** Two texts to compare, the earlier first. */
export interface Comparison {
  readonly before: PlanInPlace;
  readonly after: PlanInPlace;
  readonly labels: readonly [before: Bilingual, after: Bilingual];
  /** The workspace of other plans that the later text is part of; undefined for documents by themselves. */
  readonly around?: Workspace;
}

export interface Comparisons {
  readonly compared: readonly Comparison[];
  /** Plans that one of the sides does not have. */
  readonly absent: readonly { readonly plan: string; readonly side: Bilingual }[];
}

/** What an argument of the command line names. */
type Named =
  | { readonly kind: 'edition'; readonly number: number }
  | { readonly kind: 'revision'; readonly name: string }
  | { readonly kind: 'document'; readonly path: string }
  | { readonly kind: 'plans'; readonly name: string };

const WORKING: Bilingual = { ru: 'рабочая копия', en: 'the working copy' };

/**
 * The texts a command line asks to compare: two files with each other; else every plan named, an edition or a revision
 * against another or against the plan as it is. Throws `UsageError` for what is none of them.
 */
export async function comparisonsOf(names: readonly string[], io: CommandIo): Promise<Comparisons> {
  const { cwd } = io;
  const around = chooseWorkspaces(['.'], cwd).map(loadChosen);
  const named = names.map((name) => whatIs(name, cwd, around));
  const files = named.filter(({ kind }) => kind === 'document' || kind === 'plans');
  const states = named.filter((one) => one.kind === 'edition' || one.kind === 'revision');
  const isPair = states.length === 0 && named.length === 2 && named.every((one) => isOneFile(one, cwd));
  if (isPair || files.some(({ kind }) => kind === 'document')) return pairOf(files, states.length, io);
  if (states.length > 2) {
    throw new UsageError({
      ru: 'Сравнить можно две редакции или ревизии, а названо больше.',
      en: 'Two editions or revisions are compared, and more are named.',
    });
  }
  const plans = named.flatMap((one) => (one.kind === 'plans' ? [one.name] : []));
  const chosen = plans.length === 0 ? around.map(ofChoice) : [choosePlans(plans, cwd)];
  const [from, to] = states as readonly (EditionOrRevision | undefined)[];
  const all = chosen.flatMap(({ loaded: { workspace }, plans: own }) =>
    own.flatMap((plan) => {
      // Asked of a whole folder, a plan that was never approved has nothing to be compared with.
      if (!from && plans.length === 0 && editionsOf(plan, workspace).length === 0) return [];
      return [between(plan, workspace, from, to)];
    }),
  );
  if (all.length === 0) throw nothingApproved();
  return {
    compared: all.flatMap((one) => ('before' in one ? [one] : [])),
    absent: all.flatMap((one) => ('side' in one ? [one] : [])),
  };
}

type EditionOrRevision = Extract<Named, { kind: 'edition' | 'revision' }>;

const ofChoice = ({ loaded, includes }: LoadedChoice) => ({
  loaded,
  plans: loaded.workspace.plans.filter(({ file }) => includes(file)),
});

const DOCUMENT = /\.(?:docx|xlsx|doc|xls|odt|ods|rtf)$/i;

const isOneFile = (one: Named, cwd: string): boolean =>
  one.kind === 'document' ||
  (one.kind === 'plans' && /\.ya?ml$/i.test(one.name) && kindOfPath(resolve(cwd, one.name)) === 'file');

/** A path wins over a name, a plan over an edition, an edition over a revision of git. */
function whatIs(name: string, cwd: string, around: readonly LoadedChoice[]): Named {
  const kind = kindOfPath(resolve(cwd, name));
  if (DOCUMENT.test(name)) return { kind: 'document', path: name };
  if (kind !== 'missing' || /\.ya?ml$/i.test(name)) return { kind: 'plans', name };
  const ids = around.flatMap(({ loaded }) => loaded.workspace.plans.map(({ id }) => id));
  if (ids.includes(name)) return { kind: 'plans', name };
  if (/^[1-9]\d{0,3}$/.test(name)) return { kind: 'edition', number: Number(name) };
  if (around.some(({ loaded }) => loaded.workspace.files.at(name) !== undefined))
    return { kind: 'revision', name };
  throw new UsageError(
    {
      ru: `«${name}» — не план, не файл, не редакция и не ревизия git.`,
      en: `“${name}” is neither a plan, nor a file, an edition or a git revision.`,
    },
    suggestion(nearest(name, ids)),
  );
}

async function pairOf(files: readonly Named[], states: number, io: CommandIo): Promise<Comparisons> {
  const [one, other, ...more] = files;
  if (!one || !other || more.length > 0 || states > 0) {
    throw new UsageError(
      {
        ru: 'Документ сравнивают с одним файлом или планом.',
        en: 'A document is compared with one file or plan.',
      },
      {
        ru: 'Первым назовите прежний: roadmap diff было.docx стало.docx',
        en: 'Name the earlier one first: roadmap diff was.docx is.docx',
      },
    );
  }
  const [before, after] = [await textIn(one, io), await textIn(other, io)];
  return {
    compared: [
      {
        before: before.place,
        after: after.place,
        labels: [before.label, after.label],
        ...(after.around && before.place.plan.id === after.place.plan.id && { around: after.around }),
      },
    ],
    absent: [],
  };
}

interface FileText {
  readonly place: PlanInPlace;
  readonly label: Bilingual;
  readonly around?: Workspace;
}

async function textIn(named: Named, io: CommandIo): Promise<FileText> {
  if (named.kind === 'document') {
    return { place: await planInDocument(named.path, io), label: labelOf(named.path) };
  }
  const name = (named as { name: string }).name;
  const { plans, loaded } = choosePlans([name], io.cwd);
  const { workspace } = loaded;
  const plan = onlyPlan(plans, name);
  return { place: { plan, workspace }, label: labelOf(name), around: workspace };
}

const labelOf = (path: string): Bilingual => ({ ru: basename(path), en: basename(path) });

/** The first plan of a document, by itself. */
async function planInDocument(path: string, io: CommandIo): Promise<PlanInPlace> {
  const source = readSourceFile(path, io.cwd);
  const [first] = await importSource(source, { changes: 'accept' }, io);
  const draft = first?.draft;
  if (!draft) {
    const problem = first?.problems.find(({ severity }) => severity === 'error') ?? first?.problems[0];
    throw new UsageError(
      problem?.message ?? { ru: `«${path}» не прочитать.`, en: `“${path}” cannot be read.` },
      problem?.help,
    );
  }
  const file = `${basename(path, extname(path))}.plan.yaml`;
  const { workspace } = loadWorkspace(memoryFiles({ [file]: JSON.stringify(draft.plan) }), new Set([file]));
  const plan = workspace.plans[0];
  if (!plan) throw new Error('a draft that is no plan');
  return { plan, workspace };
}

/** One plan, as it was and as it is; what of the two is not stated is the edition in force, and the plan of now. */
function between(
  plan: Plan,
  workspace: Workspace,
  from: EditionOrRevision | undefined,
  to: EditionOrRevision | undefined,
): Comparison | { readonly plan: string; readonly side: Bilingual } {
  const before = stateOf(plan, workspace, from ?? 'in-force');
  const after = to ? stateOf(plan, workspace, to) : { place: { plan, workspace }, label: WORKING };
  if (!before.place) return { plan: plan.id, side: before.label };
  if (!after.place) return { plan: plan.id, side: after.label };
  return {
    before: before.place,
    after: after.place,
    labels: [before.label, after.label],
    around: to ? workspaceWith(workspace, after.place.plan) : workspace,
  };
}

interface State {
  readonly place: PlanInPlace | undefined;
  readonly label: Bilingual;
}

function stateOf(plan: Plan, workspace: Workspace, named: EditionOrRevision | 'in-force'): State {
  if (named === 'in-force' || named.kind === 'edition') {
    const editions = editionsOf(plan, workspace);
    const edition = named === 'in-force' ? editions.at(-1) : editions[named.number - 1];
    if (!edition) {
      const number = named === 'in-force' ? undefined : named.number;
      return {
        place: undefined,
        label: {
          ru: number === undefined ? 'утверждённая редакция' : `редакция ${number}`,
          en: number === undefined ? 'an approved edition' : `edition ${number}`,
        },
      };
    }
    const act = actInWords(edition.act);
    return {
      place: edition.signed,
      label: {
        ru: `редакция ${edition.number}, ${act.ru}`,
        en: `edition ${edition.number}, ${act.en}`,
      },
    };
  }
  const files = workspace.files.at(named.name);
  if (files) refuseIncomplete(files, named.name);
  const then = files && loadWorkspace(files, new Set([plan.file])).workspace;
  const found = then?.plans.find(({ file }) => file === plan.file) ?? then?.planOf(plan.id);
  return {
    place: then && found && { plan: found, workspace: then },
    label: { ru: named.name, en: named.name },
  };
}

const nothingApproved = (): UsageError =>
  new UsageError(
    {
      ru: 'Сравнивать не с чем: ни один план здесь не закреплён.',
      en: 'There is nothing to compare with: no plan here was locked.',
    },
    {
      ru: 'Закрепить утверждённый план: roadmap approve; сравнить с веткой: roadmap diff main',
      en: 'To lock an approved plan: roadmap approve; to compare with a branch: roadmap diff main',
    },
  );
