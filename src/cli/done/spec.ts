import type { CommandSpec } from '../command.ts';
import { PLAN } from '../shared-options.ts';

export const done: CommandSpec = {
  name: 'done',
  summary: { ru: 'записать, что сделано', en: 'record what was done' },
  description: {
    ru: 'Дописывает факт в файл исполнения плана; всё, что в нём есть, остаётся как было. Файла нет — создаёт его рядом с планом. Без --count, --value, --result и --evidence отмечает пункт исполненным; с ними — только если добавить --done.',
    en: 'Adds a fact to the facts file of a plan; everything that is there stays as it is. Without a file one is made beside the plan. Without --count, --value, --result and --evidence the item is marked as done; with them only if --done is added.',
  },
  arguments: [
    {
      ...PLAN,
      about: { ru: 'id плана или его файл', en: 'the id of the plan or its file' },
    },
    {
      name: { ru: 'пункт', en: 'item' },
      about: {
        ru: 'номер или id пункта; можно несколько',
        en: 'the number or the id of the item; several may be named',
      },
      repeated: true,
      complete: 'item',
    },
  ],
  options: [
    {
      flag: '--count',
      value: { ru: 'число', en: 'number' },
      about: { ru: 'сколько ещё проведено, составлено…', en: 'how many more were held, made…' },
    },
    {
      flag: '--value',
      value: { ru: 'часть/целое', en: 'part/whole' },
      about: {
        ru: 'сколько стало: 24/25 или проценты',
        en: 'how much it is by now: 24/25 or percents',
      },
    },
    {
      flag: '--result',
      value: { ru: 'текст', en: 'text' },
      about: { ru: 'результат словами', en: 'the result in words' },
    },
    {
      flag: '--evidence',
      value: { ru: 'документ', en: 'document' },
      about: {
        ru: 'подтверждение: путь к файлу, ссылка или реквизиты',
        en: 'proof: a path, a link, or the reference of a document',
      },
      repeated: true,
    },
    {
      flag: '--date',
      value: { ru: 'дата', en: 'date' },
      about: {
        ru: 'когда это было: дата или «с..по»; без него — сегодня',
        en: 'when it was: a date or `from..to`; today without it',
      },
    },
    {
      flag: '--part',
      value: { ru: 'номер', en: 'number' },
      about: { ru: 'какое из событий пункта, с 1', en: 'which sub-event of the item, from 1' },
    },
    {
      flag: '--indicator',
      value: { ru: 'номер', en: 'number' },
      about: { ru: 'какой из показателей пункта, с 1', en: 'which indicator of the item, from 1' },
    },
    {
      flag: '--measure',
      value: { ru: 'номер', en: 'number' },
      about: {
        ru: 'какая из величин составного показателя, с 1',
        en: 'which measure of a compound indicator, from 1',
      },
    },
    {
      flag: '--by',
      value: { ru: 'кто', en: 'who' },
      about: { ru: 'кто об этом сообщил', en: 'who reported it' },
    },
    {
      flag: '--done',
      about: {
        ru: 'пункт исполнен; если сроков несколько – в срок, на который приходится дата',
        en: 'the item is done; with several terms, the one the date lies in',
      },
    },
    {
      flag: '--whole',
      about: { ru: 'пункт исполнен целиком, во все сроки', en: 'the item is done as a whole, all its terms' },
    },
    {
      flag: '--undo',
      about: {
        ru: 'убрать из файла последний факт пункта и показать его',
        en: 'take the last fact of the item out of the file, and show it',
      },
    },
  ],
  examples: [
    {
      line: 'roadmap done zarechny-2022 7 --evidence docs/prikaz-85.pdf --done',
      about: { ru: 'пункт 7 исполнен, вот приказ', en: 'item 7 is done, here is the order' },
    },
    {
      line: 'roadmap done zarechny-2022 10 --count 2 --date 12.03.2022',
      about: { ru: 'ещё две встречи 12 марта', en: 'two more meetings on 12 March' },
    },
    {
      line: 'roadmap done zarechny-2022 22 --value 24/25 --result "Обновлены 24 положения"',
      about: { ru: 'стало 24 из 25', en: 'it is 24 of 25 by now' },
    },
    {
      line: 'roadmap done zarechny-2022 1 2 3 --evidence docs/prikaz-85.pdf --done',
      about: { ru: 'одним приказом исполнены три пункта', en: 'one order has done three items' },
    },
    {
      line: 'roadmap done zarechny-2022 7 --undo',
      about: {
        ru: 'записано по ошибке: убрать последний факт',
        en: 'recorded by mistake: take the last fact back',
      },
    },
  ],
  load: () => import('./run.ts'),
};
