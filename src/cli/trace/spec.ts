import { OBLIGATION_STATES } from '../../trace/states.ts';
import type { CommandSpec } from '../command.ts';
import { AS_OF, EDITION, PATHS, TABLE_FORMAT } from '../shared-options.ts';

export const trace: CommandSpec = {
  name: 'trace',
  summary: {
    ru: 'кто исполняет какое поручение вышестоящего плана',
    en: 'who covers which obligation of the parent plan',
  },
  description: {
    ru: 'Сверяет планы с вышестоящими: какое поручение учтено, у кого срок позже, показатель слабее, чего нет вовсе. Один план показывает подробно, много планов – таблицей, худшее сверху. Без --write и --accept ничего не записывает.',
    en: 'Compares plans with the ones above them: which obligation is covered, who is late with it, whose indicator is weaker, what is missing. One plan is shown in detail, many as a matrix, the worst first. Writes nothing without --write or --accept.',
  },
  arguments: [
    {
      ...PATHS,
      about: {
        ru: 'планы и папки, о которых рассказать; без них — текущая папка',
        en: 'plans and folders to tell about; the current folder without them',
      },
    },
  ],
  options: [
    {
      flag: '--plan',
      value: { ru: 'план', en: 'plan' },
      about: { ru: 'только этот план (id), можно несколько', en: 'this plan only (its id), may be repeated' },
      repeated: true,
      complete: 'plan',
    },
    {
      ...AS_OF,
      about: {
        ru: 'на какой день действуют отступления; без него — сегодня',
        en: 'the day waivers must be in force at; today without it',
      },
    },
    EDITION,
    {
      ...TABLE_FORMAT,
      about: { ru: 'для людей, программ, страниц или таблиц', en: 'for people, programs, pages or sheets' },
    },
    {
      flag: '--suggest',
      about: {
        ru: 'предложить пункты для поручений без пункта и наоборот',
        en: 'suggest items for obligations without one, and the other way round',
      },
    },
    {
      flag: '--write',
      about: {
        ru: 'с --suggest: показать и, если согласитесь, записать связи в планы',
        en: 'with --suggest: show links and, if you agree, write them into the plans',
      },
    },
    {
      flag: '--yes',
      about: { ru: 'с --write и --accept: не спрашивать', en: 'with --write and --accept: do not ask' },
    },
    {
      flag: '--accept',
      about: {
        ru: 'показать и, если согласитесь, подтвердить, что связи сверены с нынешним текстом поручений',
        en: 'show and, if you agree, confirm that the links were compared with the obligations as they are now',
      },
    },
    {
      flag: '--against',
      value: { ru: 'ревизия', en: 'revision' },
      about: {
        ru: 'что меняет нынешний вышестоящий план против этой ревизии git',
        en: 'what the parent plan of now changes compared with this git revision',
      },
    },
    {
      flag: '--fail-on',
      value: { ru: 'состояние', en: 'state' },
      about: {
        ru: 'код возврата 1, если есть такое поручение; можно несколько',
        en: 'exit code 1 if an obligation is in this state; may be repeated',
      },
      repeated: true,
      choices: OBLIGATION_STATES.filter((state) => state !== 'covered'),
    },
  ],
  examples: [
    {
      line: 'roadmap trace',
      about: { ru: 'кто что учёл, худшее сверху', en: 'who covers what, the worst first' },
    },
    {
      line: 'roadmap trace --plan zarechny-2022 --suggest',
      about: { ru: 'чем исполнить поручения без пункта', en: 'what may implement the missing obligations' },
    },
    {
      line: 'roadmap trace --against HEAD~1',
      about: {
        ru: 'кого задело изменение региональной карты',
        en: 'whom the change of the regional plan hits',
      },
    },
  ],
  load: () => import('./run.ts'),
};
