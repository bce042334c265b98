import { resolve } from 'node:path';
import { kindOfPath } from '../io/paths.ts';
import { writeNew, writeWhole } from '../io/write.ts';
import { UsageError } from './usage-error.ts';

interface FileToSave {
  /** As the user would call it. */
  readonly path: string;
  readonly text: string;
}

/** Writes new files; none of them when one is there already and the user does not insist. */
export function saveNew(files: readonly FileToSave[], cwd: string, force: boolean): void {
  for (const { path } of files) {
    const kind = kindOfPath(resolve(cwd, path));
    if (kind === 'folder') throw isFolder(path);
    if (kind === 'file' && !force) throw isThere(path);
  }
  for (const { path, text } of files) {
    try {
      (force ? writeWhole : writeNew)(resolve(cwd, path), text);
    } catch (error) {
      throw unwritable(path, error);
    }
  }
}

const isThere = (path: string): UsageError =>
  new UsageError(
    { ru: `«${path}» уже есть.`, en: `“${path}” is there already.` },
    {
      ru: 'Выберите другое имя; записать поверх: --force; внести правки документа в этот план: --update.',
      en: 'Choose another name; to write over it: --force; to bring the document’s edits into that plan: --update.',
    },
  );

const isFolder = (path: string): UsageError =>
  new UsageError(
    { ru: `«${path}» — папка.`, en: `“${path}” is a folder.` },
    { ru: `Назовите файл в ней: -o ${path}/plan.yaml`, en: `Name a file in it: -o ${path}/plan.yaml` },
  );

/** What the disk says, in words. */
export function unwritable(path: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === 'EEXIST') return isThere(path);
  return new UsageError(
    { ru: `«${path}» не записать (${code}).`, en: `“${path}” cannot be written (${code}).` },
    {
      ru: 'Проверьте путь, права и место на диске.',
      en: 'Look at the path, the rights and the room on the disk.',
    },
  );
}
