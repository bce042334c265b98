import { dirname, relative, resolve, sep } from 'node:path';
import { diskFiles, workspaceRootOf } from '../io/disk.ts';
import { keptFiles } from '../io/kept.ts';
import { kindOfPath, knownPath, pathsBelow, workspacesBelow } from '../io/paths.ts';
import { type Loaded, loadWorkspace } from '../model/load.ts';
import { type KnownFile, loadAgain } from '../model/read-set.ts';
import { CONFIG_FILE } from '../source/files.ts';
import { globMatcher, isGlob } from '../source/glob.ts';
import { UsageError } from './usage-error.ts';

/** A workspace the command line points into, and what of it was asked for. */
export interface Chosen {
  /** Absolute folder. */
  readonly root: string;
  /** Workspace-relative paths of files the user named. */
  readonly named: ReadonlySet<string>;
  /** Whether a file of the workspace is among the paths given. */
  includes(file: string): boolean;
}

interface Choice {
  readonly named: Set<string>;
  readonly folders: string[];
}

const inside = (root: string, path: string): string => relative(root, path).split(sep).join('/');

/**
 * The workspaces of the given paths: each path belongs to the workspace found upward from it, and a folder brings
 * the workspaces below it along. A pattern that the shell left alone (cmd and PowerShell do) stands for the YAML files and
 * folders it matches, by the rules of the config. Throws `UsageError` for a path that is not there.
 */
export function chooseWorkspaces(paths: readonly string[], cwd: string): Chosen[] {
  const choices = new Map<string, Choice>();
  const choiceOf = (root: string): Choice => {
    const known = choices.get(root) ?? { named: new Set(), folders: [] };
    choices.set(root, known);
    return known;
  };
  const chooseFolder = (full: string): void => {
    const root = workspaceRootOf(full);
    choiceOf(root).folders.push(inside(root, full));
    for (const below of workspacesBelow(full, CONFIG_FILE)) choiceOf(below).folders.push('');
  };
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const full = resolve(cwd, path);
    const kind = kindOfPath(full);
    if (kind === 'missing' && isGlob(path)) {
      for (const matched of matchedBy(path, cwd)) {
        if (kindOfPath(matched) === 'folder') chooseFolder(matched);
        else {
          const root = workspaceRootOf(dirname(matched));
          choiceOf(root).folders.push(inside(root, matched));
        }
      }
    } else if (kind === 'missing') {
      throw new UsageError(
        { ru: `Пути «${path}» нет.`, en: `There is no path “${path}”.` },
        {
          ru: 'Проверьте имя и папку, из которой запущена команда.',
          en: 'Check the name and the folder you are in.',
        },
      );
    } else if (kind === 'file') {
      const root = workspaceRootOf(dirname(full));
      choiceOf(root).named.add(inside(root, knownPath(root, full)));
    } else chooseFolder(full);
  }
  return [...choices].map(([root, { named, folders }]) => ({
    root,
    named,
    includes: (file) =>
      named.has(file) ||
      folders.some((folder) => folder === '' || file === folder || file.startsWith(`${folder}/`)),
  }));
}

/** Absolute paths of the YAML files and folders that a pattern of the command line matches. */
function matchedBy(written: string, cwd: string): string[] {
  const steps = written.replaceAll('\\', '/').split('/');
  const fixed = steps.findIndex(isGlob);
  const base = resolve(cwd, steps.slice(0, fixed).join('/') || (written.startsWith('/') ? '/' : '.'));
  const matches = globMatcher(steps.slice(fixed).join('/'));
  if (!matches) {
    throw new UsageError({
      ru: `Образец «${written}» заменяет слишком много других.`,
      en: `The pattern “${written}” stands for too many others.`,
    });
  }
  const found = pathsBelow(base)
    .filter(matches)
    .map((path) => resolve(base, path))
    .filter((path) => /\.ya?ml$/i.test(path) || kindOfPath(path) === 'folder');
  if (found.length > 0) return found;
  throw new UsageError(
    { ru: `Под образец «${written}» ничего не подходит.`, en: `Nothing matches the pattern “${written}”.` },
    {
      ru: 'Образец выбирает файлы .yaml и папки: *.plan.yaml – здесь, **/*.plan.yaml – и во вложенных папках.',
      en: 'A pattern chooses .yaml files and folders: *.plan.yaml here, **/*.plan.yaml in folders below too.',
    },
  );
}

export interface LoadedChoice extends Chosen {
  readonly loaded: Loaded;
}

/** Every file is read once: what a command edits is what it has loaded. */
export function loadChosen(chosen: Chosen): LoadedChoice {
  const files = keptFiles(diskFiles(chosen.root), Number.POSITIVE_INFINITY);
  return { ...chosen, loaded: loadWorkspace(files, chosen.named) };
}

/** The same again and again: what has not changed since is not read again. */
export function loaderWithMemory(): (chosen: Chosen) => LoadedChoice {
  const learnt = new Map<string, ReadonlyMap<string, KnownFile>>();
  return (chosen) => {
    const files = keptFiles(diskFiles(chosen.root), Number.POSITIVE_INFINITY);
    const { loaded, known } = loadAgain(files, chosen.named, learnt.get(chosen.root) ?? new Map());
    learnt.set(chosen.root, known);
    return { ...chosen, loaded };
  };
}

/**
 * How a file of a workspace is named on the screen: from the folder the user is in, and so that a command takes it for a
 * path where it begins with a dash.
 */
export function pathFrom(cwd: string, root: string, file: string): string {
  const path = inside(cwd, resolve(root, file));
  if (path.startsWith('-')) return `./${path}`;
  return path === '' ? '.' : path;
}
