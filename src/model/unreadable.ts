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

/** A discovered file that could not be had at all: told at its first character, the others are still checked. */
export function unreadable(file: string, failure: ReadFailure): Problem {
  const why = WHY[failure];
  return {
    rule: 'encoding',
    message: { ru: `Файл не прочитан: ${why.ru}`, en: `The file was not read: ${why.en}` },
    at: { file, offsets: [0, 0] },
  };
}
