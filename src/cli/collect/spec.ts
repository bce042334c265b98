import type { CommandSpec } from '../command.ts';
import { WORDS_FORMAT } from '../shared-options.ts';

export const collect: CommandSpec = {
  name: 'collect',
  summary: { ru: 'собрать ответы исполнителей', en: 'collect the answers of those who report' },
  description: {
    ru: 'Читает заполненные формы (roadmap render form) и таблицы планов с вписанным от руки результатом и показывает по каждому ответу, что нового, что уже записано, что противоречит записанному и чего не понять, с листом и ячейкой. С --write дописывает новое в файлы исполнения; прочитанный второй раз ответ ничего не меняет. Чего не понять, не угадывает: такая строка не записывается. Код возврата: 0 — всё понято, 1 — есть непонятое или противоречия, 2 — ответов нет.',
    en: 'Reads filled forms (roadmap render form) and tables of plans with results typed in by hand, and shows of each answer what is new, what is recorded already, what contradicts the record and what cannot be understood, with sheet and cell. With --write what is new is added to the facts files; an answer read twice changes nothing. Nothing is guessed: a row that cannot be understood is not recorded. Exit code: 0 all is understood, 1 something is not, or contradicts, 2 there are no answers.',
  },
  arguments: [
    {
      name: { ru: 'файлы', en: 'files' },
      about: {
        ru: 'ответы .xlsx и .docx или папки с ними',
        en: 'answers, .xlsx and .docx, or folders of them',
      },
      repeated: true,
    },
  ],
  options: [
    {
      flag: '--write',
      about: { ru: 'записать новое в файлы исполнения', en: 'add what is new to the facts files' },
    },
    {
      flag: '--plan',
      value: { ru: 'план', en: 'plan' },
      about: {
        ru: 'о каком плане ответ, если в нём самом этого не видно',
        en: 'the plan that an answer is about, where it does not show itself',
      },
      complete: 'plan',
    },
    {
      flag: '--by',
      value: { ru: 'кто', en: 'who' },
      about: {
        ru: 'кто отвечает, если это не форма; без него — территория плана',
        en: 'who answers, where it is no form; the territory of the plan without it',
      },
    },
    {
      flag: '--evidence-dir',
      value: { ru: 'папка', en: 'folder' },
      about: {
        ru: 'папка хранилища, куда скопировать файлы, которые названы в подтверждении и лежат рядом с ответом',
        en: 'the folder of the repository to copy files to that an answer names as evidence and that lie beside it',
      },
    },
    WORDS_FORMAT,
  ],
  examples: [
    {
      line: 'roadmap collect ответы/',
      about: { ru: 'что в ответах, ничего не записывая', en: 'what the answers say; nothing is written' },
    },
    {
      line: 'roadmap collect ответы/ --write',
      about: { ru: 'записать новое', en: 'record what is new' },
    },
  ],
  load: () => import('./run.ts'),
};
