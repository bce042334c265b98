import type { Bilingual } from '../finding/text.ts';
import { oneLine, visible } from '../report/safe-text.ts';
import type { CommandIo } from './command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { isUsageError } from './usage-error.ts';

/** What the system says of a file, a folder or the output: no room, no right, a name too long. No fault of the program. */
function systemRefusal(error: unknown): Bilingual | undefined {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (syscall === undefined || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  const reason = REFUSALS[code];
  const why = { ru: reason ? `${reason.ru} (${code})` : code, en: reason ? `${reason.en} (${code})` : code };
  return path === undefined
    ? { ru: `Вывод не записать: ${why.ru}.`, en: `The output cannot be written: ${why.en}.` }
    : { ru: `«${path}»: ${why.ru}.`, en: `“${path}”: ${why.en}.` };
}

const REFUSALS: Readonly<Record<string, Bilingual>> = {
  EACCES: { ru: 'нет прав', en: 'no right to it' },
  EPERM: { ru: 'нет прав', en: 'no right to it' },
  EROFS: { ru: 'диск только для чтения', en: 'the disk is read-only' },
  ENOSPC: { ru: 'нет места на диске', en: 'no room on the disk' },
  EDQUOT: { ru: 'исчерпана квота диска', en: 'the quota of the disk is used up' },
  EISDIR: { ru: 'это папка', en: 'it is a folder' },
  ENOTDIR: { ru: 'это не папка', en: 'it is not a folder' },
  ENOENT: { ru: 'такого файла нет', en: 'there is no such file' },
  ENAMETOOLONG: { ru: 'имя файла слишком длинное', en: 'the name of the file is too long' },
  EMFILE: { ru: 'открыто слишком много файлов', en: 'too many files are open' },
  EBUSY: { ru: 'файл занят другой программой', en: 'another program holds the file' },
};

/** The user can correct wrong usage; anything else that is thrown is our fault, and the message says so. */
export async function complain(error: unknown, io: CommandIo): Promise<ExitCode> {
  if (isUsageError(error)) {
    const help = error.help === undefined ? '' : `${oneLine(error.help[io.language])}\n`;
    await io.err(`${oneLine(error.text[io.language])}\n${help}`);
    return EXIT.usage;
  }
  const refusal = systemRefusal(error);
  if (refusal !== undefined) {
    await io.err(`${oneLine(refusal[io.language])}\n`);
    return EXIT.usage;
  }
  const message = oneLine(error instanceof Error ? error.message : String(error));
  await io.err(
    io.language === 'ru'
      ? `Сбой в самой программе, простите: ${message}\nСообщите о нём разработчикам: команда, которую вы запустили, версия ${io.version} и вывод с переменной ROADMAP_DEBUG=1.\n`
      : `A fault of the program itself, sorry: ${message}\nPlease report it: the command you ran, the version ${io.version} and the output with ROADMAP_DEBUG=1.\n`,
  );
  if (io.env.ROADMAP_DEBUG && error instanceof Error) {
    await io.err(`${(error.stack ?? '').split('\n').map(visible).join('\n')}\n`);
  }
  return EXIT.fault;
}
