import type { CommandSpec } from '../command.ts';

export const approve: CommandSpec = {
  name: 'approve',
  summary: {
    ru: 'закрепить утверждённую редакцию плана',
    en: 'lock the edition of a plan that was approved',
  },
  description: {
    ru: 'Записывает в план номер и дату подписанного приказа и закрепляет его текст в файле рядом (….lock.yaml), который хранят вместе с планом. С этого дня check называет каждое отличие плана от подписанного, diff показывает их, а render amendment пишет приказ о внесении изменений. Когда план изменён приказом, approve с его номером и датой закрепляет следующую редакцию; прежние остаются. План, в котором check находит ошибки или приказ неполон, не закрепляется.',
    en: 'Writes the number and date of the signed order into the plan and locks its text in a file beside it (….lock.yaml), to be kept with the plan. From then on `check` names every difference between the plan and what was signed, `diff` shows them, and `render amendment` writes the order that amends it. Once a plan was amended by an order, `approve` with its number and date locks the next edition; the former ones stay. A plan in which `check` finds errors, or whose order is incomplete, is not locked.',
  },
  arguments: [
    {
      name: { ru: 'план', en: 'plan' },
      about: { ru: 'id плана или его файл', en: 'the id of the plan or its file' },
      complete: 'plan',
    },
  ],
  options: [
    {
      flag: '--number',
      value: { ru: 'номер', en: 'number' },
      about: {
        ru: 'номер приказа; не нужен, если план утверждён грифом или номер уже в плане',
        en: 'number of the order; not needed where a mark approves the plan or the plan has it already',
      },
    },
    {
      flag: '--date',
      value: { ru: 'дата', en: 'date' },
      about: {
        ru: 'дата приказа или утверждения; не нужна, если она уже в плане',
        en: 'date of the order or the approval; not needed where the plan has it already',
      },
    },
    {
      flag: '--type',
      value: { ru: 'вид', en: 'type' },
      about: {
        ru: 'вид документа; без него — как у приказа плана',
        en: 'kind of the act; as that of the plan’s order without it',
      },
      choices: ['приказ', 'распоряжение', 'постановление'],
    },
    {
      flag: '--force',
      about: {
        ru: 'закрепить и с ошибками, и с неполным приказом',
        en: 'lock it in spite of errors and of an incomplete order',
      },
    },
  ],
  examples: [
    {
      line: 'roadmap approve kamensky-2022 --number 41 --date 14.03.2022',
      about: {
        ru: 'приказ подписан: вписать реквизиты и закрепить',
        en: 'the order is signed: write it in and lock',
      },
    },
    {
      line: 'roadmap approve kamensky-2022 --number 77 --date 02.06.2022',
      about: {
        ru: 'подписан приказ о внесении изменений: следующая редакция',
        en: 'an amending order is signed: the next edition',
      },
    },
  ],
  load: () => import('./run.ts'),
};
