import type { CommandSpec } from '../command.ts';
import { PATHS } from '../shared-options.ts';

export const fmt: CommandSpec = {
  name: 'fmt',
  summary: { ru: 'привести файлы к единому виду', en: 'put files into the canonical layout' },
  description: {
    ru: 'Порядок ключей, отступы, кавычки и переносы — как принято в этих документах; комментарии, пустые строки и данные не меняются. Повторный запуск ничего не меняет. Файл с ошибкой синтаксиса называется и остаётся как есть.',
    en: 'Order of keys, indents, quotes and line breaks as is usual in these documents; comments, blank lines and data stay. A second run changes nothing. A file with a syntax error is named and left as it is.',
  },
  arguments: [
    {
      ...PATHS,
      about: {
        ru: 'файлы и папки; без них — текущая папка',
        en: 'files and folders; the current folder without them',
      },
    },
  ],
  options: [
    {
      flag: '--check',
      about: {
        ru: 'ничего не писать; код 1 и список файлов, если есть что менять',
        en: 'write nothing; exit code 1 and a list of files if there is something to change',
      },
    },
  ],
  examples: [
    { line: 'roadmap fmt', about: { ru: 'всё в текущей папке', en: 'everything in the current folder' } },
    { line: 'roadmap fmt --check', about: { ru: 'для CI', en: 'for CI' } },
  ],
  load: () => import('./run.ts'),
};
