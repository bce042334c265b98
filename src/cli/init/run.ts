import { dirname, join, relative, resolve, sep } from 'node:path';
import { diskFiles, workspaceRootOf } from '../../io/disk.ts';
import { clearLeftovers } from '../../io/leftovers.ts';
import { kindOfPath } from '../../io/paths.ts';
import { writeNew } from '../../io/write.ts';
import { loadWorkspace } from '../../model/load.ts';
import { CONFIG_FILE } from '../../source/files.ts';
import type { CommandIo, RunCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { unwritable } from '../save.ts';
import { UsageError } from '../usage-error.ts';
import { type Answers, answersFor } from './answers.ts';
import { factsText, type NewFile, SCHEMAS, surroundings } from './files.ts';
import { idOf } from './names.ts';
import { dutiesOfParent, findParent, type Parent } from './parent.ts';
import { planText } from './plan.ts';
import { type InitResult, summaryText } from './summary.ts';

/** Where the new files go. */
interface Site {
  /** Absolute folder the user named. */
  readonly folder: string;
  /** Absolute folder of the workspace the plan will be in. */
  readonly root: string;
  /** The workspace was there before, above the folder: only a plan is added to it. */
  readonly joins: boolean;
}

function siteOf(path: string, io: CommandIo): Site {
  const folder = resolve(io.cwd, path);
  if (kindOfPath(folder) === 'file') {
    throw new UsageError({
      ru: `«${path}» — файл, а нужна папка.`,
      en: `“${path}” is a file, not a folder.`,
    });
  }
  const above = workspaceRootOf(folder);
  const joins = above !== folder && kindOfPath(join(above, CONFIG_FILE)) === 'file';
  return { folder, root: joins ? above : folder, joins };
}

const slashes = (path: string): string => path.split(sep).join('/');

/** The plan and its facts; nothing where the workspace has a plan of this id already. */
function planFiles(answers: Answers, parent: Parent | undefined, { folder, root, joins }: Site): NewFile[] {
  const id = idOf(answers);
  const path = `${joins ? '' : 'plans/'}${id}.plan.yaml`;
  const schemas =
    joins && kindOfPath(join(root, SCHEMAS)) !== 'folder'
      ? undefined
      : slashes(relative(dirname(join(folder, path)), join(root, SCHEMAS)));
  const duties = parent && dutiesOfParent(parent, answers);
  const schema = schemas === undefined ? undefined : `${schemas}/plan.schema.json`;
  return [
    {
      path,
      content: planText(answers, { id, schema, duties }),
      about: { ru: 'план с пояснениями', en: 'the plan, with comments' },
    },
    {
      path: path.replace('.plan.', '.facts.'),
      content: factsText(id, answers.period.from, schemas),
      about: { ru: 'его исполнение', en: 'what is done of it' },
    },
    ...[...(parent?.copies ?? [])].map(([name, content]) => ({
      path: `${joins ? '' : 'plans/'}${name}`,
      content: schemas === undefined ? content : boundTo(schemas, content),
      about:
        parent?.plan.file.split('/').at(-1) === name
          ? { ru: 'вышестоящий план', en: 'the parent plan' }
          : { ru: 'нужен вышестоящему плану', en: 'the parent plan needs it' },
    })),
  ];
}

/** A copy's schema line led to the schemas of where it came from: here it leads to ours. Other bytes stay. */
function boundTo(schemas: string, content: Uint8Array): Uint8Array {
  const text = Buffer.from(content).toString('utf8');
  const line = /^(\uFEFF?# yaml-language-server: \$schema=)\S*?([\w-]+\.schema\.json)/;
  return line.test(text) ? Buffer.from(text.replace(line, `$1${schemas}/$2`)) : content;
}

/** Writes what is not there yet. A file that is there stays as it is, whatever it holds. */
function writeAll(files: readonly NewFile[], folder: string): InitResult {
  const written: NewFile[] = [];
  const kept: NewFile[] = [];
  for (const file of files) {
    try {
      writeNew(join(folder, file.path), file.content);
      written.push(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(file.path, error);
      kept.push(file);
    }
  }
  for (const below of new Set(files.map(({ path }) => dirname(join(folder, path))))) clearLeftovers(below);
  return { written, kept };
}

/** `roadmap init [dir]`. */
export const run: RunCommand = async (args, io) => {
  const site = siteOf(args.positionals[0] ?? '.', io);
  const parents = new Map<string, Parent | undefined>();
  const parentOf = (name: string): Parent | undefined => {
    if (!parents.has(name)) parents.set(name, findParent(name, site.root, io.cwd));
    return parents.get(name);
  };
  const talk = io.stderr.interactive && process.stdin.isTTY === true;
  const answers = await answersFor(args, io, talk, (name) => parentOf(name)?.plan.source);
  const id = idOf(answers);
  const parent = answers.parent === undefined ? undefined : parentOf(answers.parent);
  const there = loadWorkspace(diskFiles(site.root)).workspace.plans.find((plan) => plan.id === id);
  const plan = planFiles(answers, parent, site);
  const elsewhere =
    there !== undefined && resolve(site.root, there.file) !== resolve(site.folder, plan[0]?.path ?? '');
  const files = [
    ...(elsewhere ? [] : plan),
    ...(site.joins ? [] : surroundings(answers, id, plan[0]?.path ?? '', io.version)),
  ];
  const { written, kept } = writeAll(files, site.folder);
  const taken = elsewhere ? [{ ...(plan[0] as NewFile), path: there.file }] : [];
  const missing = parent === undefined ? answers.parent : undefined;
  const folder = slashes(relative(io.cwd, site.folder));
  await io.out(summaryText({ written, kept: [...taken, ...kept] }, { folder, id, missing }, io));
  return EXIT.clean;
};
