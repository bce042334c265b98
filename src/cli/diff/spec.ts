import type { CommandSpec } from '../command.ts';
import { AS_OF } from '../shared-options.ts';

export const diff: CommandSpec = {
  name: 'diff',
  summary: {
    ru: 'что изменилось между редакциями, пункт за пунктом',
    en: 'what changed between editions, item by item',
  },
  description: {
    ru: 'Сравнивает тексты плана так, как их читает человек: пункты добавленные, исключённые, перенумерованные, переставленные и изменённые, в каждом – что было и что стало, что это значит (срок раньше или позже, показатель слабее или сильнее) и кого касается: поручения, которые перестают исполняться, муниципалитеты, чьи планы надо сверить заново. Без аргументов – планы папки с редакцией, которая в силе. Назвать можно редакцию (1, 2 …), ревизию git (main, HEAD~3) – одну или две, – планы и папки или два файла: YAML, Word, Excel.',
    en: 'Compares texts of a plan as a person reads them: items that were added, taken out, renumbered, moved and changed, in each what it said before and what it says now, what that means (an earlier or later deadline, a weaker or stronger indicator) and whom it concerns: obligations that are no longer covered, municipalities whose plans are to be compared again. Without arguments: the plans of the folder with the edition in force. Named may be an edition (1, 2 …), a git revision (main, HEAD~3), one or two of them, plans and folders, or two files: YAML, Word, Excel.',
  },
  arguments: [
    {
      name: { ru: 'что', en: 'what' },
      about: {
        ru: 'редакция, ревизия git, план, папка или файл; можно несколько',
        en: 'an edition, a git revision, a plan, a folder or a file; several may be named',
      },
      optional: true,
      repeated: true,
      complete: 'plan',
    },
  ],
  options: [
    {
      flag: '--format',
      value: { ru: 'вид', en: 'format' },
      about: {
        ru: 'для людей, программ, запроса на слияние или браузера',
        en: 'for people, programs, a pull request or a browser',
      },
      choices: ['pretty', 'json', 'markdown', 'html'],
    },
    {
      flag: '--exit-code',
      about: { ru: 'код возврата 1, если тексты различаются', en: 'exit code 1 where the texts differ' },
    },
    {
      ...AS_OF,
      about: {
        ru: 'на какой день действуют отступления; без него — сегодня',
        en: 'the day waivers must be in force at; today without it',
      },
    },
  ],
  examples: [
    {
      line: 'roadmap diff zarechny-2022',
      about: {
        ru: 'чем план отличается от утверждённого',
        en: 'how the plan differs from what was approved',
      },
    },
    {
      line: 'roadmap diff main plans --format markdown',
      about: {
        ru: 'что меняет ветка: для запроса на слияние',
        en: 'what the branch changes, for a pull request',
      },
    },
    {
      line: 'roadmap diff 1 2 zarechny-2022',
      about: {
        ru: 'что изменил приказ, утвердивший вторую редакцию',
        en: 'what the order of the second edition changed',
      },
    },
    {
      line: 'roadmap diff план-2021.docx план-2022.docx',
      about: { ru: 'два документа', en: 'two documents' },
    },
  ],
  load: () => import('./run.ts'),
};
