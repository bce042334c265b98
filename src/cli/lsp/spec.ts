import type { CommandSpec } from '../command.ts';

export const lsp: CommandSpec = {
  name: 'lsp',
  summary: { ru: 'языковой сервер для редактора', en: 'the language server for an editor' },
  description: {
    ru: 'Запускается редактором, не человеком: показывает замечания, подсказки и сводки прямо в тексте плана, пока его пишут. Обмен идёт через стандартный ввод и вывод по протоколу LSP. Как подключить VS Code, Neovim, Emacs, Helix, Zed: docs/editor.md.',
    en: 'Started by an editor, not by a person: shows findings, hints and completions in the text of a plan while it is written. Speaks LSP over standard input and output. How to set up VS Code, Neovim, Emacs, Helix, Zed: docs/en/editor.md.',
  },
  arguments: [],
  options: [
    {
      flag: '--stdio',
      about: {
        ru: 'стандартный ввод и вывод; так и без параметра, но его передают многие редакторы',
        en: 'standard input and output; so it is without the option too, but many editors pass it',
      },
    },
  ],
  examples: [
    {
      line: 'roadmap lsp',
      about: {
        ru: 'команда, которую указывают в настройках редактора',
        en: 'the command for the editor’s settings',
      },
    },
  ],
  load: () => import('./run.ts'),
};
