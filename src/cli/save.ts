import { resolve } from 'node:path';
import type { Bilingual } from '../finding/text.ts';
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
  for (const { path } of files) refuseTaken(path, cwd, force);
  for (const { path, text } of files) {
    try {
      (force ? writeWhole : writeNew)(resolve(cwd, path), text);
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? isThere(path) : unwritable(path, error);
    }
  }
}

/** Refuses a path under which nothing new can be written. */
export function refuseTaken(path: string, cwd: string, force: boolean): void {
  const kind = kindOfPath(resolve(cwd, path));
  if (kind === 'folder') throw isFolder(path);
  if (kind === 'file' && !force) throw isThere(path);
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

const CLOSE: Bilingual = {
  ru: 'Проверьте права на папку; закройте файл, если он открыт в Word или Excel.',
  en: 'Look at the rights to the folder; close the file if it is open in Word or Excel.',
};
const ROOM: Bilingual = { ru: 'Освободите место на диске.', en: 'Make room on the disk.' };

/** The way out of what a disk refuses, by the code of the system. */
const WAYS_OUT: Readonly<Record<string, Bilingual>> = {
  EISDIR: { ru: 'Это папка: назовите файл в ней.', en: 'It is a folder: name a file in it.' },
  ENOTDIR: {
    ru: 'Часть пути – файл, а не папка: проверьте путь.',
    en: 'A part of the path is a file and no folder: look at the path.',
  },
  ENAMETOOLONG: {
    ru: 'Имя длиннее, чем позволяет система: 255 знаков, в Linux – 127 русских букв. Назовите короче.',
    en: 'The name is longer than the system takes: 255 bytes, on Linux 127 Russian letters. Choose a shorter one.',
  },
  EINVAL: {
    ru: 'В Windows имя не кончается точкой или пробелом, в нём нет знаков < > : " | ? * и оно не AUX, CON, NUL, PRN, COM1 или LPT1.',
    en: 'On Windows a name ends with no dot or blank, holds none of < > : " | ? * and is not AUX, CON, NUL, PRN, COM1 or LPT1.',
  },
  EACCES: CLOSE,
  EPERM: CLOSE,
  EBUSY: CLOSE,
  EROFS: {
    ru: 'Диск только для чтения: выберите другую папку.',
    en: 'The disk is read-only: choose another folder.',
  },
  ENOSPC: ROOM,
  EDQUOT: ROOM,
};

/** What the disk says, in words. Throws what is no answer of a disk. */
export function unwritable(path: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return new UsageError(
    { ru: `«${path}» не записать (${code}).`, en: `“${path}” cannot be written (${code}).` },
    WAYS_OUT[code] ?? {
      ru: 'Проверьте путь, права и место на диске.',
      en: 'Look at the path, the rights and the room on the disk.',
    },
  );
}
