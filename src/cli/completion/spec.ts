import type { CommandSpec } from '../command.ts';

export const completion: CommandSpec = {
  name: 'completion',
  summary: {
    ru: 'дополнение команд клавишей Tab',
    en: 'completion of commands by the Tab key',
  },
  description: {
    ru: 'Печатает настройку для вашей оболочки: после неё Tab подсказывает команды, параметры, имена планов и номера пунктов.',
    en: 'Prints a script for your shell: with it Tab offers commands, options, ids of plans and numbers of items.',
  },
  arguments: [
    {
      name: { ru: 'оболочка', en: 'shell' },
      about: { ru: 'bash, zsh, fish или powershell', en: 'bash, zsh, fish or powershell' },
      complete: 'shell',
    },
  ],
  options: [],
  examples: [
    {
      line: 'roadmap completion bash >> ~/.bashrc',
      about: { ru: 'bash, раз и навсегда', en: 'bash, once and for all' },
    },
    {
      line: 'roadmap completion zsh >> ~/.zshrc',
      about: { ru: 'zsh; строка — после compinit', en: 'zsh; after compinit' },
    },
    {
      line: 'roadmap completion fish > ~/.config/fish/completions/roadmap.fish',
      about: { ru: 'fish', en: 'fish' },
    },
    {
      line: 'roadmap completion powershell >> $PROFILE',
      about: { ru: 'PowerShell', en: 'PowerShell' },
    },
  ],
  load: () => import('./run.ts'),
};

/** What the scripts of `completion` ask at every Tab. */
export const complete: CommandSpec = {
  name: '__complete',
  hidden: true,
  summary: { ru: 'варианты для Tab', en: 'candidates for Tab' },
  description: {
    ru: 'Печатает варианты последнего слова, по одному в строке, с пояснением после табуляции.',
    en: 'Prints candidates for the last word, one a line, with a note after a tab.',
  },
  arguments: [
    {
      name: { ru: 'слова', en: 'words' },
      about: { ru: 'строка до курсора, последнее слово — начатое', en: 'the line up to the cursor' },
      optional: true,
      repeated: true,
    },
  ],
  options: [
    {
      flag: '--next',
      about: { ru: 'последнее слово ещё не начато', en: 'the last word is not begun yet' },
    },
  ],
  examples: [],
  load: () => import('./complete.ts'),
};
