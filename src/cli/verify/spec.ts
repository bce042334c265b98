import type { CommandSpec } from '../command.ts';
import { CHANGES, LETTERHEAD, PLAN, WORDS_FORMAT } from '../shared-options.ts';

export const verify: CommandSpec = {
  name: 'verify',
  summary: {
    ru: 'сверить документ Word с планом',
    en: 'compare a Word document with the plan',
  },
  description: {
    ru: 'Показывает по ячейкам, чем подписанный или исправленный документ отличается от плана: реквизиты и пункты приказа, графы и строки таблицы. Строки узнаёт по закладкам, по номерам и по словам. Ничего не записывает. Код возврата: 0 — расхождений нет, 1 — есть, 2 — файл не читается.',
    en: 'Tells cell by cell where a signed or edited document differs from the plan: requisites and clauses of the order, columns and rows of the table. Rows are known by bookmarks, numbers and words. Writes nothing. Exit code: 0 no difference, 1 differences, 2 the file cannot be read.',
  },
  arguments: [
    {
      name: { ru: 'файл', en: 'file' },
      about: { ru: 'документ .docx (или книга .xlsx)', en: 'a .docx document (or an .xlsx workbook)' },
    },
    {
      ...PLAN,
      about: { ru: 'id плана или путь к файлу', en: 'id of a plan, or a path' },
    },
  ],
  options: [
    {
      ...LETTERHEAD,
      about: {
        ru: 'бланк, на котором вывели приказ; без него — бланк из настроек',
        en: 'the blank the order was put on; that of the config without it',
      },
    },
    WORDS_FORMAT,
    CHANGES,
  ],
  examples: [
    {
      line: 'roadmap verify приказ-подписан.docx zarechny-2022',
      about: { ru: 'что изменили перед подписью', en: 'what was changed before it was signed' },
    },
  ],
  load: () => import('./run.ts'),
};
