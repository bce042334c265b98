import type { CommandSpec } from '../command.ts';
import { LEVEL } from '../shared-options.ts';

export const init: CommandSpec = {
  name: 'init',
  summary: {
    ru: 'завести рабочую папку: план, факты, проверка на сервере',
    en: 'begin a repository: plan, facts, a CI check',
  },
  description: {
    ru: 'Записывает небольшую рабочую папку, которая сразу проходит проверку: план с пояснениями, файл исполнения, настройки, проверку на сервере сборок и подсказки для VS Code. Чего не сказали параметры, спрашивает; вне терминала берёт обычное. Файлы, которые уже есть, не трогает.',
    en: 'Writes a small repository that passes the check at once: a plan with comments, a facts file, settings, a CI check and hints for VS Code. Asks what the options do not say; off a terminal takes the usual. Never touches a file that is there.',
  },
  arguments: [
    {
      name: { ru: 'папка', en: 'folder' },
      about: { ru: 'куда писать; без неё — текущая папка', en: 'where to; the current folder without it' },
      optional: true,
    },
  ],
  options: [
    {
      ...LEVEL,
      about: { ru: 'чей план', en: 'whose plan' },
    },
    {
      flag: '--territory',
      value: { ru: 'название', en: 'name' },
      about: { ru: 'территория, для школы — школа', en: 'the territory; for a school its name' },
    },
    {
      flag: '--programme',
      value: { ru: 'название', en: 'name' },
      about: { ru: 'программа или проект', en: 'the programme or project' },
    },
    {
      flag: '--year',
      value: { ru: 'год', en: 'year' },
      about: { ru: 'год 2026 или учебный год 2026/27', en: 'a year 2026 or a school year 2026/27' },
    },
    {
      flag: '--parent',
      value: { ru: 'план', en: 'plan' },
      about: {
        ru: 'вышестоящий план: файл или id; его поручения станут пунктами',
        en: 'the parent plan, a file or an id; its obligations become items',
      },
      complete: 'plan',
    },
    {
      flag: '--ci',
      value: { ru: 'сервер', en: 'server' },
      about: { ru: 'где проверять; без него — github', en: 'where to check; github without it' },
      choices: ['github', 'gitlab', 'none'],
    },
    {
      flag: '--yes',
      about: { ru: 'не спрашивать, взять обычное', en: 'do not ask, take the usual' },
    },
  ],
  examples: [
    {
      line: 'roadmap init',
      about: { ru: 'ответить на пять вопросов', en: 'answer five questions' },
    },
    {
      line: 'roadmap init zarechny --level municipal --territory "Заречный район" --year 2026',
      about: { ru: 'без вопросов об этом', en: 'without questions about these' },
    },
    {
      line: 'roadmap init zarechny --parent ../krai/krai-2026.plan.yaml',
      about: { ru: 'план из поручений региона', en: 'a plan made of the region’s obligations' },
    },
  ],
  load: () => import('./run.ts'),
};
