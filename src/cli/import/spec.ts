import type { CommandSpec } from '../command.ts';
import { CHANGES, LEVEL, OUTPUT } from '../shared-options.ts';

export const importCommand: CommandSpec = {
  name: 'import',
  summary: {
    ru: 'прочитать дорожную карту из Word или Excel; вернуть правки в план',
    en: 'read a road map from Word or Excel; bring edits back into a plan',
  },
  description: {
    ru: 'Находит в документе таблицу дорожной карты, приказ и всё вокруг них и пишет план (а для отчёта — и факты) в YAML. Ничего не теряет: что не понято, остаётся текстом, а на что посмотреть — печатается с таблицей и строкой документа. С --update переносит в план правки, сделанные в Word или Excel в документе, который вывел roadmap render: меняются только те места, где в документе правили; где изменились обе стороны, решает автор. Файлы .doc, .odt, .rtf, .xls читаются через LibreOffice, если он установлен.',
    en: 'Finds the table of the road map, the order and what stands around them and writes a plan (for a report, facts too) as YAML. Nothing is lost: what is not understood stays text, and what to look at is printed with the table and row of the document. With --update it brings into a plan the edits that people made in Word or Excel in a document that roadmap render made: only the places edited in the document change; where both sides changed the author decides. Files .doc, .odt, .rtf, .xls are read by way of LibreOffice where it is installed.',
  },
  arguments: [
    {
      name: { ru: 'документ', en: 'document' },
      about: {
        ru: 'файл .docx или .xlsx; несколько или папка — с -o ПАПКА',
        en: 'a .docx or .xlsx file; several, or a folder, with -o FOLDER',
      },
      repeated: true,
    },
  ],
  options: [
    {
      ...OUTPUT,
      about: {
        ru: 'куда записать план; факты отчёта — рядом, в .facts.yaml; без него — на экран',
        en: 'where to write the plan; facts of a report go beside it, to .facts.yaml; to stdout without it',
      },
    },
    {
      flag: '--all',
      about: {
        ru: 'записать все планы документа, каждый в свой файл: план-1, план-2 …',
        en: 'write every plan of the document, each to a file of its own: plan-1, plan-2 …',
      },
    },
    {
      flag: '--update',
      value: { ru: 'план', en: 'plan' },
      about: {
        ru: 'внести правки документа в этот план (id или файл)',
        en: 'bring the document’s edits into this plan (id or file)',
      },
      complete: 'plan',
    },
    {
      flag: '--approve',
      about: {
        ru: 'документ подписан: закрепить записанный план, как это делает approve',
        en: 'the document is signed: lock the plan that was written, as `approve` does',
      },
    },
    {
      flag: '--dry-run',
      about: {
        ru: 'с --update: показать, что изменится, и ничего не писать',
        en: 'with --update: show what would change, write nothing',
      },
    },
    CHANGES,
    {
      flag: '--id',
      value: { ru: 'id', en: 'id' },
      about: {
        ru: 'id плана; без него — по имени файла после -o или документа',
        en: 'id of the plan; by the name of the file after -o or of the document without it',
      },
    },
    {
      ...LEVEL,
      about: {
        ru: 'уровень плана; без него — как понято из документа',
        en: 'level of the plan; as the document tells without it',
      },
    },
    {
      flag: '--force',
      about: {
        ru: 'записать поверх файла, который уже есть; с --update — внести всё, как в документе, хотя редакция, из которой он сделан, неизвестна',
        en: 'write over a file that is there; with --update take everything as the document has it, though the edition it was made of is unknown',
      },
    },
  ],
  examples: [
    {
      line: 'roadmap import дорожная-карта.docx -o plans/заречный.plan.yaml',
      about: { ru: 'новый план из документа Word', en: 'a new plan from a Word document' },
    },
    {
      line: 'roadmap import документы -o plans',
      about: { ru: 'планы всех документов папки', en: 'plans of all documents of a folder' },
    },
    {
      line: 'roadmap import приказ-с-правками.docx --update zarechny-2022 --dry-run',
      about: { ru: 'что изменил юрист', en: 'what the lawyer changed' },
    },
    {
      line: 'roadmap import приказ-с-правками.docx --update zarechny-2022',
      about: { ru: 'внести его правки в план', en: 'bring his edits into the plan' },
    },
  ],
  load: () => import('./run.ts'),
};
