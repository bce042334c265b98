import { ITEM_STATES } from '../../status/item-state.ts';
import type { CommandSpec } from '../command.ts';
import { AS_OF, EDITION, EXECUTOR, PATHS, STAGE, TABLE_FORMAT } from '../shared-options.ts';

export const status: CommandSpec = {
  name: 'status',
  summary: {
    ru: 'что просрочено, отстаёт, скоро срок и сделано',
    en: 'what is overdue, behind, due soon and done',
  },
  description: {
    ru: 'Показывает исполнение планов на день: просроченное и кто за него отвечает, отставание, истекающие сроки, показатели, до которых не дотянули, и долю исполненного. Для нескольких планов — свод, худшие сверху. Код возврата 1 — есть то, что названо в --fail-on.',
    en: 'Shows how plans are carried out as of a day: what is overdue and who is responsible, what lags behind, what is due soon, indicators that fall short, and the share done. Several plans are rolled up, the worst first. Exit code 1: there is what --fail-on names.',
  },
  arguments: [
    {
      ...PATHS,
      about: {
        ru: 'id планов, планы, файлы фактов и папки; без них — текущая папка',
        en: 'ids of plans, plans, facts files and folders; the current folder without them',
      },
    },
  ],
  options: [
    {
      ...AS_OF,
      about: {
        ru: 'на какой день судить; более поздние факты неизвестны; без него — сегодня',
        en: 'the day to judge at; later facts are not known; today without it',
      },
    },
    EDITION,
    {
      flag: '--known-at',
      value: { ru: 'дата', en: 'date' },
      about: {
        ru: 'только то, что было записано к этому дню (recorded)',
        en: 'only what was recorded by this day (`recorded`)',
      },
    },
    {
      flag: '--at',
      value: { ru: 'ревизия', en: 'revision' },
      about: {
        ru: 'тексты и факты из ревизии git',
        en: 'texts and facts of a git revision',
      },
    },
    {
      ...EXECUTOR,
      about: {
        ru: 'только пункты исполнителя: ключ или часть названия',
        en: 'only items of an executor: its key or a part of its name',
      },
    },
    {
      ...STAGE,
      about: {
        ru: 'только пункты со сроком в этом этапе: номер или часть названия',
        en: 'only items due in this stage: its number or a part of its title',
      },
    },
    {
      flag: '--section',
      value: { ru: 'раздел', en: 'section' },
      about: {
        ru: 'только пункты раздела: номер или часть названия',
        en: 'only items of a section: its number or a part of its title',
      },
    },
    {
      flag: '--state',
      value: { ru: 'состояние', en: 'state' },
      about: { ru: 'только пункты в этом состоянии', en: 'only items in this state' },
      choices: ITEM_STATES,
      repeated: true,
    },
    {
      flag: '--answers',
      about: {
        ru: 'кого спросили, кто ответил, когда и насколько полно; просроченные ответы сверху',
        en: 'who was asked, who answered, when and how completely; overdue answers first',
      },
    },
    {
      ...TABLE_FORMAT,
      about: { ru: 'для людей, программ или таблиц', en: 'for people, programs or spreadsheets' },
    },
    {
      flag: '--fail-on',
      value: { ru: 'что', en: 'what' },
      about: {
        ru: 'код возврата 1, если есть просроченное или недостигнутый показатель',
        en: 'exit code 1 if anything is overdue or an indicator is unmet',
      },
      choices: ['overdue', 'unmet'],
      repeated: true,
    },
  ],
  examples: [
    {
      line: 'roadmap status',
      about: { ru: 'всё в этой папке на сегодня', en: 'everything in this folder as of today' },
    },
    {
      line: 'roadmap status zarechny-2022.plan.yaml --as-of 15.06.2022',
      about: { ru: 'один план на 15 июня', en: 'one plan as of 15 June' },
    },
    {
      line: 'roadmap status --executor методцентр --state overdue',
      about: { ru: 'что просрочил исполнитель', en: 'what an executor is overdue with' },
    },
    {
      line: 'roadmap status --answers',
      about: { ru: 'кто не ответил', en: 'who has not answered' },
    },
    {
      line: 'roadmap status --format csv > status.csv',
      about: { ru: 'таблица для Excel', en: 'a table for Excel' },
    },
  ],
  load: () => import('./run.ts'),
};
