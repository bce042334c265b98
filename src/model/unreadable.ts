import type { Bilingual } from '../finding/text.ts';
import type { Problem } from '../source/document.ts';
import type { ReadFailure } from '../source/files.ts';

const WHY: Readonly<Record<ReadFailure, Bilingual>> = {
  missing: {
    ru: 'файла нет или ссылка ведёт в никуда',
    en: 'there is no such file, or the link leads nowhere',
  },
  unreadable: {
    ru: 'нет прав на чтение или это не файл',
    en: 'no permission to read it, or it is not a file',
  },
  'too-large': { ru: 'файл больше 64 МБ', en: 'the file is larger than 64 MB' },
  outside: { ru: 'ссылка ведёт за пределы рабочей папки', en: 'the link leads out of the workspace' },
};

/** A discovered file that could not be read at all: reported at its first character; the others are still checked. */
export function unreadable(file: string, failure: ReadFailure): Problem {
  const why = WHY[failure];
  return {
    rule: 'encoding',
    message: { ru: `Файл не прочитан: ${why.ru}`, en: `The file was not read: ${why.en}` },
    at: { file, offsets: [0, 0] },
  };
}

const FOLDER_WHY: Readonly<Record<ReadFailure, Bilingual>> = {
  ...WHY,
  unreadable: { ru: 'нет прав на чтение', en: 'no permission to read it' },
};

/** A folder that was passed over, with whatever documents are in it. */
export function unreadableFolder(folder: string, failure: ReadFailure): Problem {
  const why = FOLDER_WHY[failure];
  return {
    rule: 'encoding',
    message: { ru: `Папка не прочитана: ${why.ru}`, en: `The folder was not read: ${why.en}` },
    help:
      failure === 'outside'
        ? {
            ru: 'Положите документы в рабочую папку; если они не нужны, назовите ссылку в exclude настроек',
            en: 'Put the documents into the workspace; if they are not wanted, name the link in `exclude` of the config',
          }
        : {
            ru: 'Откройте папку для чтения; если она не нужна, назовите её в exclude настроек',
            en: 'Make the folder readable; if it is not wanted, name it in `exclude` of the config',
          },
    at: { file: folder, offsets: [0, 0] },
  };
}
