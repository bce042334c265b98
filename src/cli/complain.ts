import { oneLine, visible } from '../report/safe-text.ts';
import type { CommandIo } from './command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { isUsageError } from './usage-error.ts';

/** Wrong usage is the user's to mend; anything else that is thrown is our fault and says so. */
export async function complain(error: unknown, io: CommandIo): Promise<ExitCode> {
  if (isUsageError(error)) {
    const help = error.help === undefined ? '' : `${oneLine(error.help[io.language])}\n`;
    await io.err(`${oneLine(error.text[io.language])}\n${help}`);
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
