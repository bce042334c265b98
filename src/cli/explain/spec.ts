import type { CommandSpec } from '../command.ts';
import { WORDS_FORMAT } from '../shared-options.ts';

export const explain: CommandSpec = {
  name: 'explain',
  summary: {
    ru: 'объяснить правило, срок или показатель',
    en: 'explain a rule, a period or an indicator',
  },
  description: {
    ru: 'С именем правила печатает его страницу: о чём оно, примеры, как исправить. С «period» или «indicator» показывает, как понят срок или показатель. Без аргументов перечисляет правила.',
    en: 'With the name of a rule prints its page: what it is about, examples, the way out. With “period” or “indicator” shows how a period or an indicator is understood. Lists the rules without arguments.',
  },
  arguments: [
    {
      name: { ru: 'правило|period|indicator', en: 'rule|period|indicator' },
      about: { ru: 'имя правила или то, что читать', en: 'the name of a rule, or what to read' },
      optional: true,
      complete: 'rule',
    },
    {
      name: { ru: 'текст', en: 'text' },
      about: { ru: 'срок или показатель, как в плане', en: 'a period or an indicator as in a plan' },
      optional: true,
      repeated: true,
    },
  ],
  options: [
    {
      flag: '--period',
      value: { ru: 'период', en: 'period' },
      about: {
        ru: 'период плана: 2022, 2021/22 или 2021-01-01..2023-12-31; без него — текущий год',
        en: 'period of the plan: 2022, 2021/22 or 2021-01-01..2023-12-31; the current year without it',
      },
    },
    WORDS_FORMAT,
    {
      flag: '--stdin',
      about: {
        ru: 'читать тексты со стандартного ввода, по одному в строке',
        en: 'read texts from standard input, one a line',
      },
    },
  ],
  examples: [
    {
      line: 'roadmap explain duplicate-number',
      about: { ru: 'что за правило и как исправить', en: 'what the rule is and the way out' },
    },
    {
      line: 'roadmap explain period "2-й и 4-й понедельник" --period 2022',
      about: { ru: 'какие это дни', en: 'which days these are' },
    },
    {
      line: 'roadmap explain indicator "не менее двух встреч в месяц"',
      about: { ru: 'что считать и сколько', en: 'what to count, and how many' },
    },
  ],
  load: () => import('./run.ts'),
};
