import { ITEM_STATES } from '../../status/item-state.ts';
import type { CommandSpec } from '../command.ts';
import { AS_OF, EDITION, EXECUTOR, LETTERHEAD, OUTPUT, PLAN, STAGE } from '../shared-options.ts';

/** What can be rendered. */
export const DOCUMENTS = [
  'order',
  'plan',
  'report',
  'matrix',
  'dashboard',
  'extract',
  'amendment',
  'form',
] as const;

export const render: CommandSpec = {
  name: 'render',
  summary: {
    ru: 'вывести документ: приказ, план, отчёт, матрицу, выписку, форму для сбора сведений',
    en: 'make a document: order, plan, report, matrix, extract, form to fill in',
  },
  description: {
    ru: 'Делает из планов документ на подпись или к совещанию. Что выводить: order — приказ с планом в приложении, plan — сам план, report — отчёт координатора, matrix — кто выполняет какие поручения, dashboard — страница к совещанию, extract — выписка исполнителю, amendment — приказ о внесении изменений: чем план отличается от утверждённой редакции, form — формы, которые заполняют исполнители или муниципалитеты: по файлу на каждого. Формат — по расширению файла: .docx, .xlsx, .pdf, .html, .md, .ics. Одни и те же планы дают одни и те же байты. Файл, который после вывода изменили, без --force не перезаписывается.',
    en: 'Makes a document of plans, to be signed or for a meeting. What to make: order is the order with the plan as its annex, plan the plan alone, report the coordinator’s report, matrix who fulfils which obligation, dashboard the page for the meeting, extract what one executor has to do, amendment the order that amends the approved edition so that it reads as the plan now does, form the forms that executors or municipalities fill in, a file for each. The extension of the file tells the format: .docx, .xlsx, .pdf, .html, .md, .ics. The same plans give the same bytes. A file that was changed since it was rendered is not overwritten without --force.',
  },
  arguments: [
    {
      name: { ru: 'что', en: 'what' },
      about: {
        ru: 'order, plan, report, matrix, dashboard, extract, amendment или form',
        en: 'order, plan, report, matrix, dashboard, extract, amendment or form',
      },
      complete: 'document',
    },
    {
      ...PLAN,
      about: { ru: 'id планов, файлы или папки', en: 'ids of plans, files or folders' },
      repeated: true,
    },
  ],
  options: [
    {
      ...OUTPUT,
      about: {
        ru: 'куда записать; расширение — формат, для form годится и папка',
        en: 'where to write; the extension is the format, for form a folder will do',
      },
    },
    {
      ...AS_OF,
      about: {
        ru: 'на какой день: отчёт, матрица, выписка, лист исполнения; без него — дата отчёта или сегодня',
        en: 'as of which day: report, matrix, extract, status sheet; without it the date of the report or today',
      },
    },
    EDITION,
    {
      flag: '--profile',
      value: { ru: 'стандарт', en: 'standard' },
      about: {
        ru: 'оформление по ГОСТ Р 7.0.97-2025 или 2016 года; без него — как в настройках',
        en: 'layout by GOST R 7.0.97-2025 or of 2016; as the config says without it',
      },
      choices: ['gost-2025', 'gost-2016'],
    },
    {
      ...LETTERHEAD,
      about: {
        ru: 'бланк организации с местами {{текст}}, {{дата}}, {{номер}} (для order и amendment)',
        en: 'the organisation’s blank with {{текст}}, {{дата}}, {{номер}} in it (for order and amendment)',
      },
    },
    {
      ...EXECUTOR,
      about: {
        ru: 'ключ или название исполнителя (для extract); без него .ics — весь план',
        en: 'key or name of the executor (for extract); without it an .ics is of the whole plan',
      },
    },
    {
      flag: '--days',
      value: { ru: 'число', en: 'number' },
      about: {
        ru: 'на сколько дней вперёд смотреть (для extract); без него — due-soon из настроек или 14',
        en: 'how many days to look ahead (for extract); due-soon of the config or 14 without it',
      },
    },
    {
      ...STAGE,
      about: {
        ru: 'за какой этап отчёт или форма (для report, form)',
        en: 'the stage reported on or asked about (for report, form)',
      },
    },
    {
      flag: '--for',
      value: { ru: 'кто', en: 'who' },
      about: {
        ru: 'кому форма: исполнитель или территория (для form); без него — всем, кто отвечает',
        en: 'whose form: an executor or a territory (for form); all who answer without it',
      },
      repeated: true,
    },
    {
      flag: '--due',
      value: { ru: 'с..по', en: 'from..to' },
      about: {
        ru: 'спросить только о сроках в эти дни (для form)',
        en: 'ask only about deadlines within these days (for form)',
      },
    },
    {
      flag: '--state',
      value: { ru: 'состояния', en: 'states' },
      about: {
        ru: 'спросить только о пунктах в этих состояниях, через запятую (для form)',
        en: 'ask only about items in these states, with commas between (for form)',
      },
      suggested: ITEM_STATES,
    },
    {
      flag: '--format',
      value: { ru: 'вид', en: 'format' },
      about: {
        ru: 'в чём формы, если указана папка; без него — xlsx (для form)',
        en: 'what the forms in a folder are; xlsx without it (for form)',
      },
      choices: ['xlsx', 'docx'],
    },
    {
      flag: '--answer-by',
      value: { ru: 'дата', en: 'date' },
      about: {
        ru: 'до какого дня ждать ответа (для form)',
        en: 'until when the answer is awaited (for form)',
      },
    },
    {
      flag: '--record',
      about: {
        ru: 'записать, у кого что запрошено, в файл запросов (для form)',
        en: 'write who was asked what to the file of requests (for form)',
      },
    },
    {
      flag: '--remind',
      about: {
        ru: 'письма тем, кто не ответил или ответил не обо всём: .docx и .eml с формой (для form)',
        en: 'letters to those who have not answered in full: .docx, and .eml with the form (for form)',
      },
    },
    {
      flag: '--region',
      about: {
        ru: 'сводный отчёт: поручения плана по всем, кто его выполняет (для report)',
        en: 'the report sums up all plans that implement this one (for report)',
      },
    },
    {
      flag: '--whole',
      about: {
        ru: 'изложить приложение в новой редакции целиком (для amendment); без него — так, если изменено больше половины пунктов',
        en: 'give the annex in a new edition as a whole (for amendment); without it so where more than half of the items changed',
      },
    },
    {
      flag: '--typography',
      value: { ru: 'on|off', en: 'on|off' },
      about: {
        ru: 'ставить ли неразрывные пробелы; off оставляет каждый пробел автора',
        en: 'whether to put no-break blanks; off leaves every blank as typed',
      },
      choices: ['on', 'off'],
    },
    {
      flag: '--signature-mark',
      about: {
        ru: 'оставить в приказе рамку для отметки об электронной подписи; без него — как в настройках (documents.signature-mark)',
        en: 'leave a frame for the mark of the electronic signature; as the config says without it (documents.signature-mark)',
      },
    },
    {
      flag: '--qr',
      about: {
        ru: 'оставить рамку для QR-кода; без него — как в настройках (documents.qr-code)',
        en: 'leave a frame for the QR code; as the config says without it (documents.qr-code)',
      },
    },
    {
      flag: '--force',
      about: {
        ru: 'записать поверх файла, который с тех пор изменили',
        en: 'write over a file that was changed since',
      },
    },
    {
      flag: '--watch',
      about: {
        ru: 'показывать страницу (dashboard) в браузере этого компьютера и обновлять после каждого сохранения; закончить – Ctrl-C',
        en: 'show the page (dashboard) in a browser of this machine, renewed after every save; Ctrl-C ends it',
      },
    },
  ],
  examples: [
    {
      line: 'roadmap render order zarechny-2022 -o приказ.docx',
      about: { ru: 'приказ с планом в приложении', en: 'the order with the plan as its annex' },
    },
    {
      line: 'roadmap render amendment zarechny-2022 -o изменения.docx',
      about: { ru: 'приказ о внесении изменений', en: 'the order that amends the plan' },
    },
    {
      line: 'roadmap render matrix ozersky-krai-2022 -o матрица.xlsx',
      about: {
        ru: 'поручения региона и муниципалитеты',
        en: 'obligations of the region and municipalities',
      },
    },
    {
      line: 'roadmap render extract zarechny-2022 --executor кураторы -o сроки.ics',
      about: { ru: 'сроки куратора — в календарь', en: 'the deadlines of the curators for a calendar' },
    },
    {
      line: 'roadmap render dashboard . --watch',
      about: {
        ru: 'страница к совещанию, пока правите планы',
        en: 'the page for the meeting while you edit the plans',
      },
    },
    {
      line: 'roadmap render form ozersky-krai-2022 --due 2022-04-01..2022-06-30 -o формы',
      about: { ru: 'формы для каждого муниципалитета', en: 'a form for each municipality' },
    },
  ],
  load: () => import('./run.ts'),
};
