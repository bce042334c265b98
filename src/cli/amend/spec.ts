import type { CommandSpec } from '../command.ts';
import { CHANGES, PLAN } from '../shared-options.ts';

export const amend: CommandSpec = {
  name: 'amend',
  summary: {
    ru: 'внести в план изменения из приказа',
    en: 'read an amending order into the plan',
  },
  description: {
    ru: 'Читает приказ о внесении изменений (.docx) — выведенный через render amendment или написанный от руки — и показывает, что изменится в плане: пункт за пунктом, с прежним и новым текстом. С --write вносит это в файл плана, не трогая остального. Чего не понято и чего нельзя внести (слов в пункте нет или они встречаются дважды, пункта нет), перечисляет слово в слово; тогда ничего не записывается, и код выхода 1. Половина предложения не вносится никогда. Подписанный приказ потом закрепляет approve.',
    en: 'Reads an order that amends the plan (.docx), rendered by `render amendment` or written by hand, and shows what would change: item by item, with the former and the new text. With --write this goes into the file of the plan, and nothing else is touched. What is not understood and what cannot be carried out (the words are not in the item or are there twice, there is no such item) is listed word for word; nothing is written then, and the exit code is 1. Half a sentence is never carried out. `approve` then locks what was signed.',
  },
  arguments: [
    { ...PLAN, about: { ru: 'id плана или его файл', en: 'the id of the plan or its file' } },
    {
      name: { ru: 'приказ.docx', en: 'order.docx' },
      about: { ru: 'приказ о внесении изменений', en: 'the amending order' },
    },
  ],
  options: [
    {
      flag: '--write',
      about: {
        ru: 'внести в файл плана, если понято и внесено всё',
        en: 'write it into the file of the plan, if all of it was understood and can be carried out',
      },
    },
    CHANGES,
  ],
  examples: [
    {
      line: 'roadmap amend kamensky-2022 изменения.docx',
      about: { ru: 'что изменит приказ', en: 'what the order would change' },
    },
    {
      line: 'roadmap amend kamensky-2022 изменения.docx --write',
      about: { ru: 'внести в план', en: 'write it into the plan' },
    },
  ],
  load: () => import('./run.ts'),
};
